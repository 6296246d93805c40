// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The plugin's recorder, without GCC: what it writes the tools read back to the
 * byte, in order and once each, through the assembler text too.
 */
#include <ctype.h>
#include <stdlib.h>

#include "encode.h"
#include "frame.h"
#include "record.h"
#include "tap.h"
#include "write.h"

/* One record of every kind that a plugin writes, with all that it may hold. */
static void record_types(struct kabi_recorder *r)
{
	kabi_record_begin(r, KABI_KIND_BASE, "unsigned long");
	kabi_record_key_number(r, "size", 8);
	kabi_record_key_number(r, "align", 8);
	kabi_record_key(r, "encoding", "unsigned");
	kabi_record_end(r);
	kabi_record_begin(r, KABI_KIND_STRUCT, "foo");
	kabi_record_key_number(r, "size", 24);
	kabi_record_key_number(r, "align", 8);
	kabi_record_at(r, "include/a b%.h", 12);
	kabi_record_line(r, 1);
	kabi_record_text(r, "0 next +1 *struct foo");
	kabi_record_line(r, 1);
	kabi_record_text(r, "8 - +2 union size=8 align=8 {");
	kabi_record_line(r, 2);
	kabi_record_text(r, "0:1 b:3 +3 unsigned long");
	kabi_record_line(r, 1);
	kabi_record_text(r, "}");
	kabi_record_problem(r, 1, "member %s: offset %d", "x", 5);
	kabi_record_end(r);
	kabi_record_begin(r, KABI_KIND_ENUM, "{A}");
	kabi_record_key_number(r, "size", 8);
	kabi_record_key_number(r, "signed", 1);
	kabi_record_at(r, NULL, 0);
	kabi_record_line(r, 1);
	kabi_record_text(r, "A ");
	kabi_record_signed(r, INT64_MIN);
	kabi_record_line(r, 1);
	kabi_record_text(r, "B ");
	kabi_record_unsigned(r, INT64_MAX);
	kabi_record_end(r);
}

static void record_symbols(struct kabi_recorder *r)
{
	kabi_record_begin(r, KABI_KIND_FUNCTION, "f");
	kabi_record_key(r, "role", "def");
	kabi_record_key(r, "section", ".a,\"ax\"#");
	kabi_record_line(r, 1);
	kabi_record_text(r, "func(*struct foo, ...) void");
	kabi_record_end(r);
	kabi_record_begin(r, KABI_KIND_MACRO, "S");
	kabi_record_line(r, 1);
	kabi_record_string(r, "a\\\"\n\t\r\0\x1f\x7f\xff~", 11);
	kabi_record_end(r);
	kabi_record_begin(r, KABI_KIND_SETTING, "stack-protector");
	kabi_record_line(r, 1);
	kabi_record_text(r, "strong");
	kabi_record_end(r);
	kabi_record_begin(r, KABI_KIND_UNIT, "+kernel/a b=+.c");
	kabi_record_key(r, "scope", "used");
	kabi_record_end(r);
}

static const char expected[] =
	"unit %2bkernel/a%20b%3d+.c scope=used\0"
	"base unsigned long size=8 align=8 encoding=unsigned\0"
	"enum {A} size=8 signed=1\n"
	"\tA -9223372036854775808\n"
	"\tB 9223372036854775807\0"
	"function f role=def section=.a,\"ax\"#\n"
	"\tfunc(*struct foo, ...) void\0"
	"macro S\n"
	"\t\"a\\\\\\\"\\n\\t\\r\\x00\\x1f\\x7f\\xff~\"\0"
	"setting stack-protector\n"
	"\tstrong\0"
	"struct foo size=24 align=8 at=include/a%20b%25.h:12\n"
	"\t0 next +1 *struct foo\n"
	"\t8 - +2 union size=8 align=8 {\n"
	"\t\t0:1 b:3 +3 unsigned long\n"
	"\t}\n"
	"\t!member x: offset 5";

/* The bytes of a body as a readable string; the caller frees it. */
static char *lines(const char *body, size_t length)
{
	char *text = malloc(length + 1);

	memcpy(text, body, length);
	text[length] = '\0';
	for (size_t i = 0; i < length; i++) {
		if (!text[i])
			text[i] = '\n';
	}
	return text;
}

static void tap_body(const char *body, size_t length, const char *what)
{
	char *got = lines(body, length);
	char *wanted = lines(expected, sizeof(expected));

	tap_string(got, wanted, what);
	free(got);
	free(wanted);
}

/* Every record through the tools' parser and writer. */
static void test_parser(const char *body, size_t length)
{
	struct kabi_model *model = kabi_model_create();

	for (const char *at = body; at < body + length; at += strlen(at) + 1) {
		struct kabi_strbuf buf = KABI_STRBUF_INIT;
		struct kabi_record *record = NULL;
		struct kabi_error *error =
			kabi_model_add(model, at, strlen(at), &record);

		if (!error)
			kabi_write_record(&buf, record);
		tap_string(error ? error->message : buf.string, at,
			   "the parser takes it and the writer gives it back");
		kabi_error_destroy(error);
		kabi_strbuf_deinit(&buf);
	}
	kabi_model_destroy(model);
}

/* What gas makes of the lines of a section; returns how many bytes. */
static size_t assemble(const char *text, unsigned char *out)
{
	static const char directive[] = "\t.ascii\t\"";
	size_t size = 0;

	for (const char *at = text; at; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (strncmp(at, directive, strlen(directive)))
			continue;
		for (at += strlen(directive); *at != '"'; size++) {
			unsigned char c = *at++;

			if (c == '\\' && *at == 'n') {
				c = '\n';
				at++;
			} else if (c == '\\' && *at == 'r') {
				c = '\r';
				at++;
			} else if (c == '\\' && (*at == '"' || *at == '\\')) {
				c = *at++;
			} else if (c == '\\') {
				c = 0;
				for (int i = 0; i < 3 && isdigit(*at); i++)
					c = 8 * c + *at++ - '0';
			}
			out[size] = c;
		}
	}
	return size;
}

static struct kabi_error *check_body(void *context, const char *body,
				     size_t length)
{
	tap_body(body, length, context);
	return NULL;
}

static void test_section(const char *body, size_t length)
{
	static unsigned char bytes[1 << 16];
	struct kabi_error *error;
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	tap_ok(!kabi_encode_section(stream, body, length, '%'),
	       "a section is written");
	fclose(stream);
	tap_ok(strstr(text, "\t.pushsection\t.kabi,\"e\",%0x6b616269\n") ==
		       text,
	       "it has the section's name, flags and type");
	tap_ok(!strcmp(text + size - 13, "\t.popsection\n"),
	       "and ends where it began");
	tap_ok(strlen(text) == size && !strchr(text, '\r'),
	       "without a byte that a text cannot hold");
	size = assemble(text, bytes);
	error = kabi_frame_for_each(bytes, size, check_body,
				    "the same records");
	tap_ok(!error, "%s", error ? error->message : "it is a frame");
	kabi_error_destroy(error);
	free(text);
}

static char any[20000];

static struct kabi_error *check_any(void *context, const char *body,
				    size_t length)
{
	(void)context;
	tap_ok(length == sizeof(any) && !memcmp(body, any, length),
	       "every byte behind every other comes through");
	return NULL;
}

/* Nothing that zstd makes smaller; a second line that begins with "->". */
static void test_any_bytes(void)
{
	static unsigned char bytes[1 << 16];
	struct kabi_error *error;
	uint32_t seed = 1;
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	for (size_t i = 0; i < sizeof(any) - 1; i++) {
		seed = seed * 1664525 + 1013904223;
		any[i] = seed >> 24;
	}
	memcpy(any + 4000 - KABI_FRAME_HEADER_SIZE, "->", 2);
	tap_ok(!kabi_encode_section(stream, any, sizeof(any), '@'),
	       "any bytes are written");
	fclose(stream);
	tap_ok(strlen(text) == size && !strstr(text, "\"->"),
	       "no NUL among them, no line that begins as kbuild's");
	size = assemble(text, bytes);
	error = kabi_frame_for_each(bytes, size, check_any, NULL);
	tap_ok(!error, "%s", error ? error->message : "they are a frame");
	kabi_error_destroy(error);
	free(text);
}

int main(void)
{
	struct kabi_recorder *recorder = kabi_recorder_create();
	const char *body;
	size_t length;

	record_types(recorder);
	record_symbols(recorder);
	tap_ok(kabi_recorder_finish(recorder, &body, &length), "finished");
	tap_body(body, length, "sorted, the unit first");
	/* Once more, in another order: nothing may come of it. */
	record_symbols(recorder);
	record_types(recorder);
	tap_ok(kabi_recorder_finish(recorder, &body, &length), "finished");
	tap_body(body, length, "each record once");
	test_parser(body, length);
	test_section(body, length);
	test_any_bytes();
	tap_ok(!kabi_recorder_failed(recorder), "nothing failed");
	kabi_recorder_destroy(recorder);
	kabi_recorder_destroy(NULL);
	return tap_finish();
}
