// SPDX-License-Identifier: GPL-2.0-or-later
/* Records as pieces of text; see record-text.h. */
#include "record-text.h"

#include <string.h>

#include "model.h"

/* The word at the beginning of a piece, which is cut off with its blank. */
static struct kabi_slice take_word(struct kabi_slice *rest)
{
	struct kabi_slice word = { rest->at, 0 };

	while (word.length < rest->length && rest->at[word.length] != ' ')
		word.length++;

	size_t step = word.length + (word.length < rest->length);

	rest->at += step;
	rest->length -= step;
	return word;
}

static struct kabi_slice take_line(struct kabi_slice *rest)
{
	const char *end = memchr(rest->at, '\n', rest->length);
	struct kabi_slice line = { rest->at, rest->length };

	if (end)
		line.length = end - rest->at;

	size_t step = line.length + (end != NULL);

	rest->at += step;
	rest->length -= step;
	return line;
}

const char *kabi_record_text_end(const char *start, const char *end)
{
	const char *at = start;

	for (;;) {
		at = memchr(at, '\n', end - at);
		if (!at)
			return end;
		if (at + 1 == end || at[1] != '\t')
			return at;
		at++;
	}
}

bool kabi_record_text_split(const char *text, size_t length,
			    struct kabi_record_text *ret)
{
	ret->body = (struct kabi_slice){ text, length };

	struct kabi_slice head = take_line(&ret->body);
	struct kabi_slice kind = take_word(&head);

	if (!kabi_kind_parse(kind.at, kind.length, &ret->kind))
		return false;
	ret->name = (struct kabi_slice){ head.at, 0 };
	ret->keys = head;
	while (ret->keys.length) {
		struct kabi_slice rest = ret->keys;
		struct kabi_slice word = take_word(&rest);

		if (memchr(word.at, '=', word.length))
			break;
		ret->name.length = word.at + word.length - ret->name.at;
		ret->keys = rest;
	}
	return ret->name.length > 0;
}

static bool is_key(struct kabi_slice word, const char *key)
{
	size_t length = strlen(key);

	return word.length > length && word.at[length] == '=' &&
	       !memcmp(word.at, key, length);
}

struct kabi_slice kabi_record_text_key(const struct kabi_record_text *record,
				       const char *key)
{
	struct kabi_slice rest = record->keys;

	while (rest.length) {
		struct kabi_slice word = take_word(&rest);

		if (is_key(word, key)) {
			size_t skip = strlen(key) + 1;

			return (struct kabi_slice){ word.at + skip,
						    word.length - skip };
		}
	}
	return (struct kabi_slice){ NULL, 0 };
}

struct kabi_slice kabi_record_text_file(const struct kabi_record_text *record)
{
	struct kabi_slice at = kabi_record_text_key(record, "at");

	/* The line's number is behind the last colon. */
	for (size_t i = at.length; i; i--)
		if (at.at[i - 1] == ':')
			return (struct kabi_slice){ at.at, i - 1 };
	return (struct kabi_slice){ NULL, 0 };
}

/* Does the key say where or how it is defined, and not what it is? */
static bool is_place(struct kabi_slice word, enum kabi_kind kind)
{
	static const char *const of_symbols[] = {
		"role", "vis", "bind", "alias", "section", "attributes", NULL
	};

	if (is_key(word, "at"))
		return true;
	/* What a value is made from depends on what was included. */
	if (kind == KABI_KIND_MACRO)
		return is_key(word, "config");
	if (kind != KABI_KIND_FUNCTION && kind != KABI_KIND_VARIABLE)
		return false;
	for (size_t i = 0; of_symbols[i]; i++)
		if (is_key(word, of_symbols[i]))
			return true;
	return false;
}

/* "+12", "-3": a line relative to the record's. */
static bool is_line_number(struct kabi_slice word)
{
	if (word.length < 2 || (word.at[0] != '+' && word.at[0] != '-'))
		return false;
	for (size_t i = 1; i < word.length; i++)
		if (word.at[i] < '0' || word.at[i] > '9')
			return false;
	return true;
}

/* Members and enumerators have their line as the third word. */
static void add_body_line(struct kabi_strbuf *buf, struct kabi_slice line)
{
	struct kabi_slice rest = line;

	take_word(&rest);
	take_word(&rest);

	const char *third = rest.at;
	struct kabi_slice word = take_word(&rest);

	if (!is_line_number(word)) {
		kabi_strbuf_add_bytes(buf, line.at, line.length);
		return;
	}
	kabi_strbuf_add_bytes(buf, line.at, third - line.at);
	kabi_strbuf_add_bytes(buf, rest.at, rest.length);
}

void kabi_record_text_shape(struct kabi_strbuf *buf,
			    const struct kabi_record_text *record)
{
	struct kabi_slice rest = record->keys;

	while (rest.length) {
		struct kabi_slice word = take_word(&rest);

		if (is_place(word, record->kind))
			continue;
		kabi_strbuf_add_bytes(buf, word.at, word.length);
		kabi_strbuf_add_char(buf, ' ');
	}
	rest = record->body;
	while (rest.length) {
		struct kabi_slice line = take_line(&rest);

		kabi_strbuf_add_char(buf, '\n');
		/* Their values may look like anything. */
		if (record->kind == KABI_KIND_MACRO ||
		    record->kind == KABI_KIND_CONFIG ||
		    record->kind == KABI_KIND_RULE ||
		    record->kind == KABI_KIND_SETTING)
			kabi_strbuf_add_bytes(buf, line.at, line.length);
		else
			add_body_line(buf, line);
	}
}

bool kabi_record_text_problem(const char *text, size_t length, size_t *offset,
			      struct kabi_slice *ret)
{
	while (*offset < length) {
		struct kabi_slice rest = { text + *offset, length - *offset };
		struct kabi_slice line = take_line(&rest);

		*offset = length - rest.length;
		while (line.length && *line.at == '\t') {
			line.at++;
			line.length--;
		}
		if (!line.length || *line.at != '!')
			continue;
		do {
			line.at++;
			line.length--;
		} while (line.length && *line.at == ' ');
		*ret = line;
		return true;
	}
	return false;
}
