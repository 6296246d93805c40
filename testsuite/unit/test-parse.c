// SPDX-License-Identifier: GPL-2.0-or-later
/* Records into the model and back, and what is no record. */
#include "model.h"
#include "sample.h"
#include "strbuf.h"
#include "tap.h"
#include "write.h"

#include <limits.h>

/* The text of the record that the text is; "" and a message when it is none. */
static char *round_trip(const char *text, size_t length)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	struct kabi_record *record;
	struct kabi_error *error;

	error = kabi_model_add(model, text, length, &record);
	if (error)
		tap_diagnose("error", error->message);
	else
		kabi_write_record(&buf, record);
	kabi_error_destroy(error);
	kabi_model_destroy(model);
	return kabi_strbuf_steal(&buf);
}

static void test_round_trips(void)
{
	char *text, name[64];
	size_t i;

	for (i = 0; i < SAMPLE_COUNT; i++) {
		const char *sample = sample_records[i];

		snprintf(name, sizeof(name), "%.*s: same bytes",
			 (int)strcspn(sample, "=\n"), sample);
		text = round_trip(sample, strlen(sample));
		tap_string(text, sample, name);
		free(text);
	}
}

/* What is not well-formed, and what the message must hold. */
static const struct {
	const char *text;
	const char *message;
} bad[] = {
	{ "", "unknown kind of record" },
	{ "class foo size=1", "unknown kind of record at \"class foo" },
	{ "struct", "expected \" \" at the end" },
	{ "struct ", "struct: bad name at the end of the line" },
	{ "struct size=8 align=8", "struct: bad name at \"size=8" },
	{ "struct a b size=8 align=8", "struct a: unknown key at \"b size=8" },
	{ "struct foo-bar size=8 align=8", "bad name" },
	{ "struct foo size=8", "struct foo: has no \"align=\"" },
	{ "struct foo align=8", "struct foo: has no \"size=\"" },
	{ "struct foo align=8 size=8", "has no \"size=\"" },
	{ "struct foo size=8 align=8 size=8", "key twice or out of order" },
	{ "struct foo size=8 align=8 align=8", "key twice or out of order" },
	{ "struct foo size=8 align=8 at=a:1 at=a:1", "key twice" },
	{ "struct foo size=8 align=8 local=1 at=a:1", "out of order" },
	{ "struct foo size=8 align=8 colour=red", "unknown key at \"colour" },
	{ "struct foo size=8 align=8 transparent=1", "unknown key" },
	{ "struct foo size=8 align=8 local=0", "key local: unknown value" },
	{ "struct foo size=8 align=8 local=1x", "key local: unknown value" },
	{ "struct foo size=8 align=8 at=a", "expected FILE:LINE" },
	{ "struct foo size=8 align=8 at=:1", "expected a value" },
	{ "struct foo size=8 align=8 at=a:", "expected a number" },
	{ "struct foo size=8 align=8 at=a:4294967296", "out of range" },
	{ "struct foo size=8 align=8 at=a%4:1", "bad escape at \"%4" },
	{ "struct foo size=8 align=8 at=a%41:1", "bad escape" },
	{ "struct foo size=8 align=8 at=a%2A:1", "bad escape" },
	{ "struct foo size=8 align=8 at=a%00:1", "bad escape" },
	{ "struct foo size=8 align=8 at=a%C3:1", "bad escape" },
	{ "struct foo size=8 align=8 ", "at the end of the line" },
	{ "struct foo size=8  align=8", "unknown key at \" align" },
	{ "struct foo size= align=8", "expected a number" },
	{ "struct foo size=-8 align=8", "expected a number" },
	{ "struct foo size=08 align=8", "leading zero" },
	{ "struct foo size=8x align=8", "key size: unknown value" },
	{ "struct foo size=9223372036854775808 align=8", "out of range" },
	{ "struct foo size=18446744073709551616 align=8", "out of range" },
	{ "struct foo size=99999999999999999999999999 align=8", "range" },
	{ "struct foo size=8 align=0", "no power of two" },
	{ "struct foo size=8 align=12", "no power of two" },
	{ "struct foo size=8 align=8\n", "struct foo" },
	{ "struct foo size=8 align=8\n0 a int", "unexpected at \"0 a int\"" },
	{ "struct foo size=8 align=8\n\t", "unexpected" },
	{ "struct foo size=8 align=8\n\ta 0 int", "unexpected at \"a 0 int" },
	{ "struct foo size=8 align=8\n\t0 a int\n", "unexpected" },
	{ "struct foo size=8 align=8\n\t0 a int\n\n\t4 b int", "unexpected" },
	{ "struct foo size=8 align=8\n\t\t0 a int", "unexpected" },
	{ "struct foo size=8 align=8\n\t!x\n\t0 a int", "unexpected" },
	{ "struct foo size=8 align=8\n\tin 1 a\n\t!x", "unexpected" },
	{ "struct foo size=8 align=8\n\tin 1 a\n\tin 1 a", "unexpected" },
	{ "struct foo size=8 align=8\n\tin 1", "unexpected" },
	{ "struct foo size=8 align=8\n\tin 1 b a", "files not sorted" },
	{ "struct foo size=8 align=8\n\tin 1 a b", "more files" },
	{ "struct foo size=8 align=8\n\tin 2 a a", "files not sorted" },
	{ "struct foo size=8 align=8\n\tin 1 a=b", "not escaped" },
	{ "struct foo size=8 align=8\n\tin 1 a%3d=", "not escaped" },
	{ "struct foo size=8 align=8\n\tin x a", "expected a number" },
	{ "struct foo size=8 align=8\n\t!a\x01", "control character" },
	{ "struct foo size=8 align=8\n\t0", "nameless member: expected \" \"" },
	{ "struct foo size=8 align=8\n\t0 b", "struct foo: member b: " },
	{ "struct foo size=8 align=8\n\t0 b ", "member b: expected a type" },
	{ "struct foo size=8 align=8\n\t0 b + int",
	  "member b: expected a num" },
	{ "struct foo size=8 align=8\n\t0 b -0 int", "line -0" },
	{ "struct foo size=8 align=8\n\t0 b +1", "expected \" \" at the end" },
	{ "struct foo size=8 align=8\n\t0 b +2147483648 int", "out of range" },
	{ "struct foo size=8 align=8\n\t0:8 b:1 int", "out of range" },
	{ "struct foo size=8 align=8\n\t0:0 b int",
	  "member b: expected \":\"" },
	{ "struct foo size=8 align=8\n\t0:0 b:0 int", "bit-field without" },
	{ "struct foo size=8 align=8\n\t0:0 b:70000 int", "out of range" },
	{ "struct foo size=8 align=8\n\t0 b:1 int",
	  "member b: expected \" \"" },
	{ "struct foo size=8 align=8\n\t0 b int ", "nothing more at \" \"" },
	{ "struct foo size=8 align=8\n\t0 b int,", "nothing more" },
	{ "struct foo size=8 align=8\n\t0 b int int*", "nothing more" },
	{ "union u size=8 align=8 transparent=0", "unknown value" },
	{ "base int size=4 align=4", "base int: has no \"encoding=\"" },
	{ "base int size=4 align=4 encoding=int", "key encoding: unknown" },
	{ "base unsigned  int size=4 align=4 encoding=signed", "unknown key" },
	{ "base int size=4 align=4 encoding=signed\n\t0 a int", "unexpected" },
	{ "enum {a size=4 signed=0", "bad name" },
	{ "enum {} size=4 signed=0", "bad name" },
	{ "enum e size=4", "has no \"signed=\"" },
	{ "enum e size=4 signed=2", "key signed: unknown value" },
	{ "enum e size=4 signed=0\n\tA", "enumerator A: expected \" \"" },
	{ "enum e size=4 signed=0\n\tA ", "expected a number" },
	{ "enum e size=4 signed=0\n\tA 1 2", "enumerator A: expected nothing" },
	{ "enum e size=4 signed=0\n\tA -0", "negative zero" },
	{ "enum e size=4 signed=0\n\tA 18446744073709551616", "out of range" },
	{ "enum e size=4 signed=0\n\tA -9223372036854775809", "out of range" },
	{ "typedef t", "typedef t: expected a new line" },
	{ "typedef t\nint", "expected a TAB" },
	{ "typedef t\n\t", "expected a type at the end of the line" },
	{ "typedef t\n\tint\n\tint", "unexpected at \"int\"" },
	{ "function f\n\tfunc(void) int", "has no \"role=\"" },
	{ "function f=g role=def\n\tfunc(void) int", "bad name" },
	{ "function f role=maybe\n\tfunc(void) int", "key role: unknown" },
	{ "function f role=def vis=default\n\tfunc(void) int", "key vis" },
	{ "function f role=def bind=strong\n\tfunc(void) int", "key bind" },
	{ "function f role=def alias=\n\tfunc(void) int", "expected a value" },
	{ "function f role=def size=4\n\tfunc(void) int", "unknown key" },
	{ "variable v size=4 role=def\n\tint", "has no \"role=\"" },
	{ "macro M", "expected a new line" },
	{ "macro M\n\t", "expected a number" },
	{ "macro M\n\t1 ", "unexpected" },
	{ "macro M\n\t\"", "unfinished string" },
	{ "macro M\n\t\"\\\"", "unfinished string" },
	{ "macro M\n\t\"\\", "bad escape" },
	{ "macro M\n\t\"\\q\"", "bad escape" },
	{ "macro M\n\t\"\\x4\"", "bad escape" },
	{ "macro M\n\t\"\\x41\"", "bad escape" },
	{ "macro M\n\t\"\\x0a\"", "bad escape" },
	{ "macro M\n\t\"\\xFF\"", "bad escape" },
	{ "macro M\n\t\"\t\"", "unfinished string" },
	{ "macro M\n\t\"\xff\"", "unfinished string" },
	{ "setting s", "expected a new line" },
	{ "setting s\n\ta\tb", "control character" },
	{ "export e", "has no \"license=\"" },
	{ "export e license=MIT", "key license: unknown value" },
	{ "unit a.c", "has no \"scope=\"" },
	{ "unit a=b.c scope=used", "not escaped" },
	{ "unit +b.c scope=used", "not escaped" },
	{ "unit a.c scope=used macros=yes", "key macros: unknown value" },
	{ "unit a.c scope=used unvalued=0", "key unvalued: unknown value" },
	{ "unit a.c scope=used unvalued=1 macros=no", "out of order" },
	{ "function f role=def attributes=\n\tfunc(void) int",
	  "key attributes: expected a value" },
	{ "function f role=def attributes=b,a\n\tfunc(void) int",
	  "key attributes: not a sorted list" },
	{ "function f role=def attributes=a,a\n\tfunc(void) int",
	  "not a sorted list" },
	{ "function f role=def attributes=a,\n\tfunc(void) int",
	  "not a sorted list" },
	{ "function f role=def attributes=,a\n\tfunc(void) int",
	  "not a sorted list" },
	{ "variable v role=def attributes=a\n\tint", "unknown key" },
	{ "macro M config=B,A\n\t1", "key config: not a sorted list" },
	{ "macro M config=A at=a:1\n\t1", "out of order" },
	{ "inline f\n\tfunc(void) int", "inline f: expected a new line" },
	{ "inline f\n\tbody 0123456789abcdef", "expected a new line" },
	{ "inline f\n\tfunc(void) int\n\tbody 0123456789abcde",
	  "expected 16 digits at the end" },
	{ "inline f\n\tfunc(void) int\n\tbody 0123456789abcdeF",
	  "expected 16 digits at \"F\"" },
	{ "inline f\n\tfunc(void) int\n\tbody 0123456789abcdef0",
	  "expected nothing more" },
	{ "inline f role=def\n\tfunc(void) int\n\tbody 0123456789abcdef",
	  "unknown key" },
	{ "config A\n\t1\n\t2", "unexpected" },
	{ "config A\n\tyes", "expected a number" },
	{ "config A-B", "config: bad name" },
	{ "section .a", "section .a: expected a new line" },
	{ "section .a=b\n\tasm", "not escaped" },
	{ "section .a\n\tdata\n\tcode", "expected asm, code or data" },
	{ "section .a\n\tdata\n\tdata", "expected asm, code or data" },
	{ "section .a\n\tbss", "expected asm, code or data at \"bss\"" },
	{ "section .a\n\tasm x", "expected asm, code or data at \"asm x" },
	{ "call f\n\tfunc(void) int", "unexpected" },
	{ "call a=b", "bad name" },
	{ "conditions a.h", "expected a new line" },
	{ "conditions a.h\n\t1 2", "expected \" \" at the end" },
	{ "conditions a.h\n\t1 2 ", "expected an option" },
	{ "conditions a.h\n\t0 2 A", "no range of lines" },
	{ "conditions a.h\n\t3 2 A", "no range of lines" },
	{ "conditions a.h\n\t1 4294967296 A", "out of range" },
	{ "conditions a.h\n\t1 2 B A", "options not sorted" },
	{ "conditions a.h\n\t1 2 A A", "options not sorted" },
	{ "conditions a.h\n\t2 3 A\n\t1 5 A", "ranges not sorted" },
	{ "conditions a.h\n\t2 3 A\n\t2 3 B", "ranges not sorted" },
	{ "conditions a.h\n\t10 30 A\n\t10 20 A", "ranges not sorted" },
};

static void test_bad(void)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_error *error;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		/* In a block of its own, so that ASan sees its end. */
		char *text = strdup(bad[i].text);
		size_t length = strlen(text);
		char *exact = memcpy(malloc(length + 1), text, length);

		error = kabi_model_add(model, exact, length, NULL);
		if (!tap_ok(error && strstr(error->message, bad[i].message),
			    "not well-formed: %s", bad[i].message)) {
			tap_diagnose("text", text);
			tap_diagnose("error", error ? error->message : NULL);
		}
		kabi_error_destroy(error);
		free(text);
		free(exact);
	}
	tap_ok(!model->n_records, "a record that is wrong is not added");
	kabi_model_destroy(model);
}

static void test_nul(void)
{
	struct kabi_model *model = kabi_model_create();
	bool refused = true;
	size_t i, at;

	for (i = 0; i < SAMPLE_COUNT; i++) {
		size_t length = strlen(sample_records[i]);
		char *text = strdup(sample_records[i]);

		for (at = 0; at < length; at++) {
			struct kabi_error *error;
			char byte = text[at];

			text[at] = '\0';
			error = kabi_model_add(model, text, length, NULL);
			text[at] = byte;
			refused &= error != NULL;
			kabi_error_destroy(error);
		}
		free(text);
	}
	tap_ok(refused, "a NUL is refused wherever it stands");
	kabi_model_destroy(model);
}

/* A few facts of the structures, since round trips see only the text. */
static void test_facts(void)
{
	struct kabi_model *model = kabi_model_create();
	const struct kabi_member *member;
	struct kabi_record *record;
	struct kabi_error *error = NULL;
	size_t i;

	for (i = 0; i < SAMPLE_COUNT && !error; i++)
		error = kabi_model_add(model, sample_records[i],
				       strlen(sample_records[i]), &record);
	tap_ok(!error && model->n_records == SAMPLE_COUNT, "all are added");
	error = kabi_model_finish(model);
	tap_ok(!error, "and finished");

	record = (void *)kabi_model_find(model, KABI_KIND_STRUCT, "foo");
	tap_string(record->file, "include/linux/foo.h", "the file");
	tap_ok(record->line == 12 && record->body->size == 72, "the line");
	member = &record->body->members[1];
	tap_ok(member->offset == 8 && member->bit_offset == 3 &&
		       member->bits == 2 && member->line == 2,
	       "a bit-field");
	member = &record->body->members[3];
	tap_ok(!member->name && member->type->kind == KABI_TYPE_UNTAGGED &&
		       member->type->body->n_members == 3,
	       "a nameless union");
	record = record->next_variant;
	tap_string(record->file, "kernel/odd name%.c", "escapes in a file");
	tap_ok(record->local && record->n_problems == 2 &&
		       record->units_total == 2 && record->n_units == 2,
	       "a variant's units");
	record = (void *)kabi_model_find(model, KABI_KIND_MACRO, "TEXT");
	tap_ok(record->string_length == 23 &&
		       !memcmp(record->string,
			       "a \"quoted\" \\ \n\t\r\0\x7f\xe9 end", 23),
	       "a macro's string");
	record = (void *)kabi_model_find(model, KABI_KIND_INLINE, "i");
	tap_ok(!record->n_attributes, "an inline function like the others");
	record = record->next_variant;
	tap_ok(record->fingerprint == 0x0123456789abcdef &&
		       record->n_attributes == 2,
	       "an inline function's body");
	tap_string(record->attributes[0], "a b", "an attribute, unescaped");
	record = (void *)kabi_model_find(model, KABI_KIND_CONFIG, "CONFIG_LSM");
	tap_ok(!record->is_unset && record->next_variant->is_unset,
	       "an option with a value, and without");
	record = (void *)kabi_model_find(model, KABI_KIND_SECTION, "+x=y z%");
	tap_ok(record && record->contents == KABI_CONTENTS_ASM,
	       "a section, unescaped");
	record = (void *)kabi_model_find(model, KABI_KIND_CONDITIONS,
					 "include/linux/a b.h");
	tap_ok(record && record->n_ranges == 4 &&
		       record->ranges[1].last == 12 &&
		       record->ranges[1].n_options == 2,
	       "ranges of lines");
	record = (void *)kabi_model_find(model, KABI_KIND_ENUM, "color");
	tap_ok(record->n_enumerators == 5 && record->units_total == 2 &&
		       record->enumerators[0].line == 1 &&
		       record->enumerators[4].line == INT_MIN,
	       "enumerators called in");
	kabi_model_destroy(model);
}

int main(void)
{
	test_round_trips();
	test_bad();
	test_nul();
	test_facts();
	return tap_finish();
}
