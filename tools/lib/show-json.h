/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For show-json*.c alone. */
#ifndef KABI_TOOLS_SHOW_JSON_H
#define KABI_TOOLS_SHOW_JSON_H

#include "json.h"
#include "model.h"

/* "location": where the record is defined; null when that is not known. */
void kabi_show_json_location(struct json_object *object,
			     const struct kabi_record *record);
/* Adds what a section, exposure or conditions record says. */
void kabi_show_json_lines(struct json_object *object,
			  const struct kabi_record *record);

#endif /* KABI_TOOLS_SHOW_JSON_H */
