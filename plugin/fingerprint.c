// SPDX-License-Identifier: GPL-2.0-or-later
// The hash of inline functions: see fingerprint.h.

#include "fingerprint.h"

#include <string.h>

/* Labels of one template that are told apart; real ones have up to ten. */
#define LABELS_MAX 64

/* Little-endian on every host. */
static uint64_t load(const char *bytes, size_t length)
{
	uint64_t number = 0;

	for (size_t i = 0; i < length; i++)
		number |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
	return number;
}

void kabi_fingerprint_add_bytes(struct kabi_fingerprint *fingerprint,
				const char *bytes, size_t length)
{
	size_t i;

	kabi_fingerprint_add(fingerprint, length);
	for (i = 0; i + 8 <= length; i += 8)
		kabi_fingerprint_add(fingerprint, load(bytes + i, 8));
	if (i < length)
		kabi_fingerprint_add(fingerprint, load(bytes + i, length - i));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Can it be a part of a symbol's name, in assembly? */
static bool is_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || c == '_' || c == '.' || c == '$' ||
	       c == '%';
}

size_t kabi_fingerprint_name_length(const char *name, size_t length)
{
	static const char *const prefixes[] = {
		"__UNIQUE_ID_",
		"__compiletime_assert_",
		"__addressable_",
	};
	size_t end = length;

	while (end && is_digit(name[end - 1]))
		end--;
	if (end == length)
		return length;
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		size_t prefix = strlen(prefixes[i]);

		if (end >= prefix && !memcmp(name, prefixes[i], prefix))
			return end;
	}
	return length;
}

static size_t word_end(const char *text, size_t length, size_t at)
{
	while (at < length && is_word(text[at]))
		at++;
	return at;
}

/*
 * The next local label in the template from "at" on: where its number begins,
 * or "length". *end is behind the number.
 */
static size_t next_label(const char *text, size_t length, size_t at,
			 size_t *end)
{
	for (; at < length; at = *end + 1) {
		*end = at;
		while (*end < length && is_digit(text[*end]))
			++*end;
		if (*end == at || *end == length) {
			/* Not within a word: nothing in it is a label. */
			*end = word_end(text, length, *end);
			continue;
		}
		if (text[*end] == ':')
			return at;
		if ((text[*end] == 'b' || text[*end] == 'f') &&
		    (*end + 1 == length || !is_word(text[*end + 1])))
			return at;
		*end = word_end(text, length, *end);
	}
	*end = length;
	return length;
}

/* The instruction prefixes of x86 that kernels write as statements. */
static bool is_prefix(const char *word, size_t length)
{
	static const char *const prefixes[] = {
		"lock", "rep", "repe", "repne", "repz", "repnz",
	};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		if (strlen(prefixes[i]) == length &&
		    !memcmp(word, prefixes[i], length))
			return true;
	}
	return false;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\t' || c == ';' || c == '\n';
}

/*
 * A part of a template, without local labels. "lock; addl", two statements to
 * the assembler and one instruction to the machine, is "lock addl": what stands
 * behind a prefix is left out.
 */
static void add_plain(struct kabi_fingerprint *fingerprint, const char *text,
		      size_t length)
{
	size_t plain = 0;

	for (size_t at = 0, end, next; at < length; at = next) {
		end = word_end(text, length, at);
		next = end;
		if (is_prefix(text + at, end - at)) {
			while (next < length && is_gap(text[next]))
				next++;
		}
		if (next > end) {
			kabi_fingerprint_add_bytes(fingerprint, text + plain,
						   end - plain);
			plain = next;
		}
		if (next == at)
			next++; /* no word begins here */
	}
	kabi_fingerprint_add_bytes(fingerprint, text + plain, length - plain);
}

void kabi_fingerprint_add_assembly(struct kabi_fingerprint *fingerprint,
				   const char *text, size_t length)
{
	uint64_t labels[LABELS_MAX];
	size_t count = 0;
	size_t plain = 0;
	size_t end;

	for (size_t at = next_label(text, length, 0, &end); at < length;
	     at = next_label(text, length, end, &end)) {
		size_t i = 0;
		/* Longer ones than 8 digits would be equal only by chance. */
		uint64_t label = load(text + at, end - at < 8 ? end - at : 8);

		while (i < count && labels[i] != label)
			i++;
		if (i == count && count < LABELS_MAX)
			labels[count++] = label;
		add_plain(fingerprint, text + plain, at - plain);
		kabi_fingerprint_add(fingerprint, i);
		plain = end;
	}
	add_plain(fingerprint, text + plain, length - plain);
}

bool kabi_fingerprint_defines(const char *text, size_t length, uint64_t number)
{
	size_t end;

	for (size_t at = next_label(text, length, 0, &end); at < length;
	     at = next_label(text, length, end, &end)) {
		uint64_t label = 0;

		for (size_t i = at; i < end && i < at + 18; i++)
			label = 10 * label + (text[i] - '0');
		if (label == number && text[end] == ':')
			return true;
	}
	return false;
}
