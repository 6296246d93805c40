// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The plugin's recorder, without GCC: what it writes the tools read back to the
 * byte, in order and once each, through the assembler text too.
 */
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
static size_t assemble(char *text, bool big_endian, unsigned char *out)
{
	char *end;
	size_t size = 0;

	for (char *line = strtok_r(text, "\n", &end); line;
	     line = strtok_r(NULL, "\n", &end)) {
		bool quad = !strncmp(line, "\t.quad\t", 7);
		int width = quad ? 8 : 1;

		if (!quad && strncmp(line, "\t.byte\t", 7))
			continue;
		for (char *at = line + 6; *at; size += width) {
			uint64_t value = strtoull(at + 1, &at, 0);

			for (int i = 0; i < width; i++)
				out[size + (big_endian ? width - 1 - i : i)] =
					value >> 8 * i;
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

static void test_section(const char *body, size_t length, bool big_endian)
{
	struct kabi_encode_target target = { big_endian, '%' };
	unsigned char bytes[4096];
	struct kabi_error *error;
	char *text = NULL;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	tap_ok(!kabi_encode_section(stream, body, length, &target),
	       "a section is written");
	fclose(stream);
	tap_ok(strstr(text, "\t.pushsection\t.kabi,\"e\",%0x6b616269\n") ==
		       text,
	       "it has the section's name, flags and type");
	tap_ok(!strcmp(text + size - 13, "\t.popsection\n"),
	       "and ends where it began");
	size = assemble(text, big_endian, bytes);
	error = kabi_frame_for_each(bytes, size, check_body,
				    big_endian ? "big-endian: the same records"
					       : "the same records");
	tap_ok(!error, "%s", error ? error->message : "it is a frame");
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
	test_section(body, length, false);
	test_section(body, length, true);
	tap_ok(!kabi_recorder_failed(recorder), "nothing failed");
	kabi_recorder_destroy(recorder);
	kabi_recorder_destroy(NULL);
	return tap_finish();
}
