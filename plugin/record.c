// SPDX-License-Identifier: GPL-2.0-or-later
// The records of a TU as text: see record.h.

#include "record.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct kabi_recorder {
	char *text; /* all records, each closed by a NUL */
	size_t length;
	size_t room;
	size_t *starts; /* of every record in text */
	size_t count;
	size_t starts_room;
	char *body; /* what kabi_recorder_finish() made */
	bool failed;
};

static const char *const kind_names[] = {
#define KABI_KIND(id, word) word,
#include <kabi/records.def>
#undef KABI_KIND
};

struct kabi_recorder *kabi_recorder_create(void)
{
	return calloc(1, sizeof(struct kabi_recorder));
}

void kabi_recorder_destroy(struct kabi_recorder *recorder)
{
	if (!recorder)
		return;
	free(recorder->text);
	free(recorder->starts);
	free(recorder->body);
	free(recorder);
}

bool kabi_recorder_failed(const struct kabi_recorder *recorder)
{
	return recorder->failed;
}

/* Makes room for "more" bytes behind the text. */
static bool grow(struct kabi_recorder *recorder, size_t more)
{
	size_t room = recorder->room ? 2 * recorder->room : 1 << 16;
	char *text;

	if (recorder->failed)
		return false;
	if (room - recorder->length < more)
		room = recorder->length + more;
	text = realloc(recorder->text, room);
	if (!text) {
		recorder->failed = true;
		return false;
	}
	recorder->text = text;
	recorder->room = room;
	return true;
}

static inline void add(struct kabi_recorder *recorder, const char *bytes,
		       size_t length)
{
	if (recorder->room - recorder->length < length &&
	    !grow(recorder, length))
		return;
	memcpy(recorder->text + recorder->length, bytes, length);
	recorder->length += length;
}

void kabi_record_text(struct kabi_recorder *recorder, const char *text)
{
	add(recorder, text, strlen(text));
}

void kabi_record_unsigned(struct kabi_recorder *recorder, uint64_t value)
{
	char digits[20];
	size_t at = sizeof(digits);

	do {
		digits[--at] = '0' + value % 10;
		value /= 10;
	} while (value);
	add(recorder, digits + at, sizeof(digits) - at);
}

void kabi_record_signed(struct kabi_recorder *recorder, int64_t value)
{
	if (value < 0)
		add(recorder, "-", 1);
	/* In unsigned arithmetic: the least value has no positive one. */
	kabi_record_unsigned(recorder,
			     value < 0 ? -(uint64_t)value : (uint64_t)value);
}

/* May a word have this byte? See "%xx" in docs/format.md. */
static bool is_plain(char c)
{
	return c > ' ' && c < 0x7f && c != '%';
}

/*
 * Text without what would end a word. The name of a unit must not look like a
 * key or a line's number either.
 */
static void add_word(struct kabi_recorder *recorder, const char *word,
		     bool is_unit)
{
	static const char hex[] = "0123456789abcdef";
	const char *start = word;
	const char *plain = word;

	for (; *word; word++) {
		unsigned char c = *word;
		bool is_mark =
			is_unit &&
			(c == '=' || (word == start && (c == '+' || c == '-')));
		char escape[] = { '%', hex[c >> 4], hex[c & 15] };

		if (is_plain(*word) && !is_mark)
			continue;
		add(recorder, plain, word - plain);
		add(recorder, escape, sizeof(escape));
		plain = word + 1;
	}
	add(recorder, plain, word - plain);
}

void kabi_record_begin(struct kabi_recorder *recorder, enum kabi_kind kind,
		       const char *name)
{
	if (recorder->count == recorder->starts_room) {
		size_t room = recorder->starts_room ? 2 * recorder->starts_room
						    : 1024;
		size_t *starts =
			realloc(recorder->starts, room * sizeof(*starts));

		if (!starts) {
			recorder->failed = true;
			return;
		}
		recorder->starts = starts;
		recorder->starts_room = room;
	}
	recorder->starts[recorder->count++] = recorder->length;
	kabi_record_text(recorder, kind_names[kind]);
	add(recorder, " ", 1);
	/* A name that is none of C may hold anything. */
	if (kind == KABI_KIND_UNIT || kind == KABI_KIND_SECTION ||
	    kind == KABI_KIND_RULE)
		add_word(recorder, name, true);
	else
		kabi_record_text(recorder, name);
}

static void begin_key(struct kabi_recorder *recorder, const char *key)
{
	add(recorder, " ", 1);
	kabi_record_text(recorder, key);
	add(recorder, "=", 1);
}

void kabi_record_key(struct kabi_recorder *recorder, const char *key,
		     const char *value)
{
	begin_key(recorder, key);
	add_word(recorder, value, false);
}

void kabi_record_key_number(struct kabi_recorder *recorder, const char *key,
			    uint64_t value)
{
	begin_key(recorder, key);
	kabi_record_unsigned(recorder, value);
}

void kabi_record_at(struct kabi_recorder *recorder, const char *file,
		    unsigned int line)
{
	if (!file)
		return;
	kabi_record_key(recorder, "at", file);
	add(recorder, ":", 1);
	kabi_record_unsigned(recorder, line);
}

void kabi_record_end(struct kabi_recorder *recorder)
{
	add(recorder, "", 1);
}

void kabi_record_line(struct kabi_recorder *recorder, unsigned int depth)
{
	add(recorder, "\n", 1);
	while (depth--)
		add(recorder, "\t", 1);
}

void kabi_record_string(struct kabi_recorder *recorder, const char *bytes,
			size_t length)
{
	static const char hex[] = "0123456789abcdef";
	static const char named[] = "\\\"\n\t\r";
	static const char letters[] = "\\\"ntr";

	add(recorder, "\"", 1);
	for (size_t i = 0; i < length; i++) {
		unsigned char c = bytes[i];
		const char *found = c ? strchr(named, c) : NULL;

		if (found) {
			char escape[] = { '\\', letters[found - named] };

			add(recorder, escape, sizeof(escape));
		} else if (c < ' ' || c > '~') {
			char escape[] = { '\\', 'x', hex[c >> 4], hex[c & 15] };

			add(recorder, escape, sizeof(escape));
		} else {
			add(recorder, bytes + i, 1);
		}
	}
	add(recorder, "\"", 1);
}

void kabi_record_problem(struct kabi_recorder *recorder, unsigned int depth,
			 const char *format, ...)
{
	char message[256];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	kabi_record_line(recorder, depth);
	add(recorder, "!", 1);
	kabi_record_text(recorder, message);
}

static int compare(const void *a, const void *b, void *text)
{
	return strcmp((char *)text + *(const size_t *)a,
		      (char *)text + *(const size_t *)b);
}

/* Is it the record of the unit, which goes first? */
static bool is_unit(const char *record)
{
	const char *word = kind_names[KABI_KIND_UNIT];
	size_t length = strlen(word);

	return !strncmp(record, word, length) && record[length] == ' ';
}

bool kabi_recorder_finish(struct kabi_recorder *recorder, const char **body,
			  size_t *length)
{
	const char *previous = NULL;
	char *to;

	if (recorder->failed)
		return false;
	free(recorder->body);
	to = recorder->body = malloc(recorder->length ? recorder->length : 1);
	if (!to)
		return false;
	qsort_r(recorder->starts, recorder->count, sizeof(*recorder->starts),
		compare, recorder->text);
	for (int units = 1; units >= 0; units--) {
		for (size_t i = 0; i < recorder->count; i++) {
			const char *record =
				recorder->text + recorder->starts[i];

			if (is_unit(record) != units ||
			    (previous && !strcmp(previous, record)))
				continue;
			to = stpcpy(to, record) + 1;
			previous = record;
		}
	}
	*body = recorder->body;
	*length = to - recorder->body;
	return true;
}
