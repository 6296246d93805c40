// SPDX-License-Identifier: GPL-2.0-or-later
/* The words of the record grammar. */
#include "scan.h"

#include <stdlib.h>

#include "escape.h"

#define NAME (KABI_SCAN_IDENTIFIER | KABI_SCAN_WORD | KABI_SCAN_GRAPH)

const unsigned char kabi_scan_classes[256] = {
	['!' ... '#'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['$'] = NAME | KABI_SCAN_VALUE,
	['%'] = KABI_SCAN_GRAPH,
	['&' ... ','] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['-' ... '.'] = KABI_SCAN_WORD | KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['/'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['0' ... '9'] = NAME | KABI_SCAN_VALUE,
	[':' ... '<'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['='] = KABI_SCAN_WORD | KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['>' ... '@'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['A' ... 'Z'] = NAME | KABI_SCAN_VALUE,
	['[' ... '^'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['_'] = NAME | KABI_SCAN_VALUE,
	['`'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	['a' ... 'z'] = NAME | KABI_SCAN_VALUE,
	['{' ... '~'] = KABI_SCAN_GRAPH | KABI_SCAN_VALUE,
	[0x80 ... 0xff] = NAME,
};

/* So much of the input is shown in a message. */
#define EXCERPT 32

char *kabi_scan_printable(const char *bytes, size_t length)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	size_t i;

	for (i = 0; i < length && i < EXCERPT; i++)
		kabi_strbuf_add_char(&buf, bytes[i] >= ' ' && bytes[i] <= '~'
						   ? bytes[i]
						   : '?');
	if (i < length)
		kabi_strbuf_add(&buf, "...");
	return kabi_strbuf_steal(&buf);
}

struct kabi_error *kabi_scan_error(const struct kabi_scanner *scanner,
				   const char *what)
{
	const char *end = scanner->at;
	struct kabi_error *error;
	char *excerpt;

	if (kabi_scan_at_eol(scanner))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%s at the end of the line", what);
	while (end < scanner->end && *end != '\n' &&
	       end - scanner->at <= EXCERPT)
		end++;
	excerpt = kabi_scan_printable(scanner->at, end - scanner->at);
	error = kabi_error_create(KABI_ERROR_BAD_DATA, "%s at \"%s\"", what,
				  excerpt);
	free(excerpt);
	return error;
}

struct kabi_error *kabi_scan_expect(struct kabi_scanner *scanner,
				    const char *text)
{
	struct kabi_error *error;
	char *what;

	if (kabi_scan_looking_at(scanner, text)) {
		scanner->at += strlen(text);
		return NULL;
	}
	what = kabi_xasprintf("expected \"%s\"", text);
	error = kabi_scan_error(scanner, what);
	free(what);
	return error;
}

struct kabi_error *kabi_scan_number(struct kabi_scanner *scanner, uint64_t max,
				    uint64_t *ret)
{
	const char *start = scanner->at;
	uint64_t number = 0;
	bool fits = true;

	for (; scanner->at < scanner->end; scanner->at++) {
		unsigned int digit = (unsigned char)*scanner->at - '0';

		if (digit > 9)
			break;
		if (__builtin_mul_overflow(number, 10, &number) ||
		    __builtin_add_overflow(number, digit, &number))
			fits = false;
	}
	if (scanner->at == start)
		return kabi_scan_error(scanner, "expected a number");
	if (*start == '0' && scanner->at - start > 1) {
		scanner->at = start;
		return kabi_scan_error(scanner, "number with a leading zero");
	}
	if (!fits || number > max) {
		scanner->at = start;
		return kabi_scan_error(scanner, "number out of range");
	}
	*ret = number;
	return NULL;
}

struct kabi_error *kabi_scan_integer(struct kabi_scanner *scanner,
				     __int128 *ret)
{
	const char *start = scanner->at;
	bool negative = kabi_scan_skip(scanner, '-');
	struct kabi_error *error;
	uint64_t number;

	error = kabi_scan_number(
		scanner, negative ? (uint64_t)1 << 63 : UINT64_MAX, &number);
	if (error)
		return error;
	if (negative && !number) {
		scanner->at = start;
		return kabi_scan_error(scanner, "negative zero");
	}
	*ret = negative ? -(__int128)number : (__int128)number;
	return NULL;
}

struct kabi_error *kabi_scan_name(struct kabi_scanner *scanner,
				  enum kabi_scan_class class, const char *what,
				  const char **ret)
{
	const char *start = scanner->at;
	size_t length = kabi_scan_span(scanner, class);
	struct kabi_error *error;
	char *message;

	if (length) {
		*ret = kabi_strtab_intern(scanner->strings, start, length);
		return NULL;
	}
	message = kabi_xasprintf("expected %s", what);
	error = kabi_scan_error(scanner, message);
	free(message);
	return error;
}

/* -1 when it is none; there is one spelling, with small letters. */
static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* The two digits at the cursor, which stays; -1 when they are not there. */
static int hex_byte(const struct kabi_scanner *scanner)
{
	int high, low;

	if (scanner->end - scanner->at < 2)
		return -1;
	high = hex_digit(scanner->at[0]);
	low = hex_digit(scanner->at[1]);
	return high < 0 || low < 0 ? -1 : high << 4 | low;
}

/* Does a byte stand raw that must not? */
static bool should_be_escaped(const char *bytes, size_t length,
			      enum kabi_escape escape, bool first)
{
	if (escape != KABI_ESCAPE_FILE || !length)
		return false;
	return memchr(bytes, '=', length) ||
	       kabi_escape_needed(*bytes, escape, first);
}

/* kabi_scan_value() into scanner->unescaped, for those with escapes. */
static struct kabi_error *unescape_value(struct kabi_scanner *scanner,
					 enum kabi_escape escape)
{
	struct kabi_strbuf *buf = &scanner->unescaped;
	size_t length;
	int byte;

	kabi_strbuf_truncate(buf, 0);
	for (;;) {
		const char *start = scanner->at;

		length = kabi_scan_span(scanner, KABI_SCAN_VALUE);
		if (should_be_escaped(start, length, escape, !buf->length)) {
			scanner->at = start;
			return kabi_scan_error(scanner, "a file not escaped");
		}
		kabi_strbuf_add_bytes(buf, start, length);
		start = scanner->at;
		if (!kabi_scan_skip(scanner, '%'))
			return NULL;
		byte = hex_byte(scanner);
		/* What needs none must have none, and C strings hold no NUL. */
		if (byte <= 0 ||
		    !kabi_escape_needed(byte, escape, !buf->length)) {
			scanner->at = start;
			return kabi_scan_error(scanner, "bad escape");
		}
		scanner->at += 2;
		kabi_strbuf_add_char(buf, byte);
	}
}

struct kabi_error *kabi_scan_value(struct kabi_scanner *scanner,
				   enum kabi_escape escape, const char **ret)
{
	const char *start = scanner->at;
	size_t length = kabi_scan_span(scanner, KABI_SCAN_VALUE);
	struct kabi_error *error;

	if (kabi_scan_peek(scanner) == '%' ||
	    should_be_escaped(start, length, escape, true)) {
		scanner->at = start;
		error = unescape_value(scanner, escape);
		if (error)
			return error;
		start = scanner->unescaped.string;
		length = scanner->unescaped.length;
	}
	if (!length)
		return kabi_scan_error(scanner, "expected a value");
	*ret = kabi_strtab_intern(scanner->strings, start, length);
	return NULL;
}

static bool is_control(char byte)
{
	return (unsigned char)byte < ' ' || byte == 0x7f;
}

struct kabi_error *kabi_scan_line(struct kabi_scanner *scanner,
				  const char **ret)
{
	const char *start = scanner->at;

	for (; !kabi_scan_at_eol(scanner); scanner->at++) {
		if (is_control(*scanner->at))
			return kabi_scan_error(scanner, "control character");
	}
	*ret = kabi_strtab_intern(scanner->strings, start, scanner->at - start);
	return NULL;
}

bool kabi_scan_is_line(const char *string)
{
	for (const char *at = string; *at; at++) {
		if (is_control(*at))
			return false;
	}
	return *string;
}

/* What stands for "\C" in a string; -1 when there is no such escape. */
static int simple_escape(char c)
{
	switch (c) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case 'r':
		return '\r';
	case '"':
	case '\\':
		return c;
	default:
		return -1;
	}
}

/* "\n", "\x7f" ... at the cursor; what can stand without is no escape. */
static struct kabi_error *unescape_byte(struct kabi_scanner *scanner)
{
	const char *start = scanner->at;
	int byte = -1;

	scanner->at++;
	if (kabi_scan_skip(scanner, 'x')) {
		byte = hex_byte(scanner);
		if ((byte >= ' ' && byte <= '~') || byte == '\n' ||
		    byte == '\t' || byte == '\r')
			byte = -1;
		scanner->at += byte < 0 ? 0 : 2;
	} else if (scanner->at < scanner->end) {
		byte = simple_escape(*scanner->at++);
	}
	if (byte < 0) {
		scanner->at = start;
		return kabi_scan_error(scanner, "bad escape");
	}
	kabi_strbuf_add_char(&scanner->unescaped, byte);
	return NULL;
}

struct kabi_error *kabi_scan_string(struct kabi_scanner *scanner)
{
	struct kabi_error *error;

	kabi_strbuf_truncate(&scanner->unescaped, 0);
	error = kabi_scan_expect(scanner, "\"");
	while (!error) {
		char c = kabi_scan_peek(scanner);

		if (c == '"') {
			scanner->at++;
			return NULL;
		}
		if (c == '\\') {
			error = unescape_byte(scanner);
		} else if (c < ' ' || c > '~') {
			error = kabi_scan_error(scanner, "unfinished string");
		} else {
			kabi_strbuf_add_char(&scanner->unescaped, c);
			scanner->at++;
		}
	}
	return error;
}
