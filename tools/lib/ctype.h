/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Types and declarations as a C programmer writes them, for people to read. */
#ifndef KABI_TOOLS_CTYPE_H
#define KABI_TOOLS_CTYPE_H

#include "model.h"
#include "strbuf.h"

/*
 * A declaration of "name", or a type name when name is NULL or "":
 * "int (*cb)(struct foo *, long)", "int (struct foo *, long)", "char[16]",
 * "const void *". Untagged structs and unions are "struct { ... }", untagged
 * enums "enum { FIRST, ... }" ("enum { ONLY }" with nothing behind it). What C
 * has no word for is "?WORD".
 */
void kabi_ctype_declare(struct kabi_strbuf *buf, const struct kabi_type *type,
			const char *name);

/* The type's name in a new string, which the caller frees. */
char *kabi_ctype_name(const struct kabi_type *type);

#endif /* KABI_TOOLS_CTYPE_H */
