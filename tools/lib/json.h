/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the JSON writers share. They and json.c alone know json-c. */
#ifndef KABI_TOOLS_JSON_H
#define KABI_TOOLS_JSON_H

#include <json-c/json.h>
#include <stdio.h>

/* NULL is JSON's null. Text that is no UTF-8 is taken for Latin-1. */
struct json_object *kabi_json_string(const char *string);
struct json_object *kabi_json_string_length(const char *string, size_t length);

/* -2^63 .. 2^64 - 1, beyond which it is a string of decimal digits. */
struct json_object *kabi_json_integer(__int128 value);

struct json_object *kabi_json_words(const char *const *words, size_t n_words);

/* Prints the object on the rest of the line, and releases it. */
void kabi_json_write(FILE *stream, struct json_object *object);

#endif /* KABI_TOOLS_JSON_H */
