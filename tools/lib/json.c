// SPDX-License-Identifier: GPL-2.0-or-later
/* What the JSON writers share. */
#include "json.h"

#include <stdint.h>
#include <string.h>

#include "alloc.h"
#include "strbuf.h"
#include "utf8.h"
#include "write.h"

struct json_object *kabi_json_string_length(const char *string, size_t length)
{
	if (kabi_utf8_valid(string, length))
		return json_object_new_string_len(string, length);

	kabi_cleanup(kabi_free_cleanup) char *text =
		kabi_utf8_from_latin1(string, length, &length);

	return json_object_new_string_len(text, length);
}

struct json_object *kabi_json_string(const char *string)
{
	return string ? kabi_json_string_length(string, strlen(string)) : NULL;
}

struct json_object *kabi_json_integer(__int128 value)
{
	if (value >= INT64_MIN && value <= INT64_MAX)
		return json_object_new_int64(value);
	if (value >= 0 && value <= UINT64_MAX)
		return json_object_new_uint64(value);

	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf digits =
		KABI_STRBUF_INIT;

	kabi_write_int128(&digits, value);
	return json_object_new_string(digits.string);
}

struct json_object *kabi_json_words(const char *const *words, size_t n_words)
{
	struct json_object *list = json_object_new_array();

	for (size_t i = 0; i < n_words; i++)
		json_object_array_add(list, kabi_json_string(words[i]));
	return list;
}

void kabi_json_write(FILE *stream, struct json_object *object)
{
	fputs(json_object_to_json_string_ext(
		      object,
		      JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE),
	      stream);
	json_object_put(object);
}
