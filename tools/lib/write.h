/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The model back into the text of docs/format.md: parsing what this writes
 * gives the same record, and writing what the plugin recorded gives its bytes.
 */
#ifndef KABI_TOOLS_WRITE_H
#define KABI_TOOLS_WRITE_H

#include "model.h"
#include "strbuf.h"

/* Lines separated by newlines, none at the end. */
void kabi_write_record(struct kabi_strbuf *buf,
		       const struct kabi_record *record);

/* One type in prefix notation; an untagged body is indented from "depth". */
void kabi_write_type(struct kabi_strbuf *buf, const struct kabi_type *type,
		     int depth);

/* A macro's value as in the format: 258, "text\n". */
void kabi_write_value(struct kabi_strbuf *buf,
		      const struct kabi_record *record);
void kabi_write_int128(struct kabi_strbuf *buf, __int128 value);

#endif /* KABI_TOOLS_WRITE_H */
