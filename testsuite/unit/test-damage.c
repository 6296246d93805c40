// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Damaged baselines: cut anywhere, bytes changed, pieces lost or doubled. None
 * may crash (the sanitizers watch), a cut one is always refused, and whatever
 * is still accepted is well-formed: writing it gives its own bytes, but for the
 * order of its records.
 */
#include "baseline.h"
#include "build.h"
#include "sample.h"

#include <stdlib.h>

static char *sample_baseline(size_t *length)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	size_t i;

	kabi_strbuf_add(&buf, SAMPLE_HEADER);
	for (i = 0; i < SAMPLE_COUNT; i++)
		kabi_strbuf_add_format(&buf, "%s\n", sample_records[i]);
	kabi_strbuf_add_format(&buf, "end %zu\n", SAMPLE_COUNT);
	*length = buf.length;
	return kabi_strbuf_steal(&buf);
}

enum outcome {
	REFUSED,
	SAME_BYTES,
	OTHER_BYTES, /* of the same length: another order */
	WRONG,
};

static enum outcome try(const char *text, size_t length)
{
	/* A block of its own, without a NUL: ASan sees one byte too much. */
	char *exact = memcpy(malloc(length + !length), text, length);
	enum outcome outcome = REFUSED;
	struct kabi_model *model;
	struct kabi_error *error;
	char *written = NULL;
	size_t written_length;
	FILE *stream;

	error = kabi_baseline_read("b", exact, length, &model);
	if (error) {
		outcome = strchr(error->message, '\n') ? WRONG : REFUSED;
		kabi_error_destroy(error);
		free(exact);
		return outcome;
	}
	stream = open_memstream(&written, &written_length);
	kabi_baseline_write(stream, model);
	fclose(stream);
	kabi_model_destroy(model);
	if (written_length != length)
		outcome = WRONG;
	else
		outcome = memcmp(written, text, length) ? OTHER_BYTES
							: SAME_BYTES;
	if (outcome == OTHER_BYTES) {
		/* Then the order was all: once more, and it stays. */
		free(exact);
		exact = written;
		written = NULL;
		error = kabi_baseline_read("b", exact, length, &model);
		if (error) {
			kabi_error_destroy(error);
			outcome = WRONG;
		} else {
			kabi_model_destroy(model);
		}
	}
	free(written);
	free(exact);
	return outcome;
}

static void test_prefixes(const char *text, size_t length)
{
	size_t cut, accepted = 0;

	for (cut = 0; cut < length; cut++)
		accepted += try(text, cut) != REFUSED;
	tap_ok(!accepted, "each of %zu prefixes is refused", length);
	tap_ok(try(text, length) == SAME_BYTES, "the whole is not");
}

static void test_bytes(const char *text, size_t length)
{
	static const char bytes[] = "\0\t\n !0=%\\\"{}*?\x7f\x80\xff";
	size_t at, i, wrong = 0, refused = 0, accepted = 0;
	char *damaged = memcpy(malloc(length), text, length);

	for (at = 0; at < length; at++) {
		for (i = 0; i < sizeof(bytes) + 1; i++) {
			enum outcome outcome;

			damaged[at] = i < sizeof(bytes) - 1 ? bytes[i]
				      : i == sizeof(bytes)  ? text[at] ^ 1
							    : text[at] ^ 0x20;
			outcome = try(damaged, length);
			wrong += outcome == WRONG;
			refused += outcome == REFUSED;
			accepted += outcome != WRONG && outcome != REFUSED;
		}
		damaged[at] = text[at];
	}
	tap_ok(!wrong, "bytes changed: what is accepted is well-formed");
	tap_ok(refused > accepted && accepted > 0,
	       "%zu refused, %zu still well-formed", refused, accepted);
	free(damaged);
}

/* Always the same numbers. */
static unsigned int next_random(unsigned int limit)
{
	static uint64_t state = 1;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (state >> 33) % limit;
}

/* Pieces of the text cut out, doubled and put elsewhere. */
static void test_pieces(const char *text, size_t length)
{
	size_t wrong = 0;
	int round;

	for (round = 0; round < 8000; round++) {
		size_t from = next_random(length), to = next_random(length);
		size_t size = next_random(round % 2 ? 8 : 80);
		struct kabi_strbuf buf = KABI_STRBUF_INIT;

		if (size > length - from)
			size = length - from;
		kabi_strbuf_add_bytes(&buf, text, to);
		kabi_strbuf_add_bytes(&buf, text + from, size);
		if (round % 3 && size < length - to)
			kabi_strbuf_add_bytes(&buf, text + to + size,
					      length - to - size);
		else
			kabi_strbuf_add_bytes(&buf, text + to, length - to);
		wrong += try(buf.string, buf.length) == WRONG;
		kabi_strbuf_deinit(&buf);
	}
	tap_ok(!wrong, "pieces moved: what is accepted is well-formed");
}

/* Long lines and many of them take time in proportion. */
static void test_long(const char *what, const char *begin, const char *piece,
		      const char *end)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	kabi_strbuf_add(&buf, SAMPLE_HEADER);
	kabi_strbuf_add(&buf, begin);
	while (buf.length < 1 << 20)
		kabi_strbuf_add(&buf, piece);
	kabi_strbuf_add(&buf, end);
	kabi_strbuf_add(&buf, "\nend 1\n");
	tap_ok(try(buf.string, buf.length) != WRONG, "1 MiB of %s", what);
	kabi_strbuf_deinit(&buf);
}

int main(void)
{
	size_t length;
	char *text = sample_baseline(&length);

	test_prefixes(text, length);
	test_bytes(text, length);
	test_pieces(text, length);
	free(text);

	test_long("a name", "typedef t", "ttttttttt", "\n\tint");
	test_long("a type", "typedef t\n\t", "***", "int");
	test_long("parameters", "typedef t\n\tfunc(int", ", *int", ") int");
	test_long("functions", "typedef t\n\t", "func(", "int");
	test_long("return types", "typedef t\n\t", "func(void) ", "int");
	test_long("bodies", "struct s size=1 align=1\n\t0 a ",
		  "struct size=1 align=1 {", "");
	test_long("digits", "macro M\n\t", "1234567890", "");
	test_long("a string", "macro M\n\t\"", "\\\\text", "\"");
	test_long("members", "struct s size=1 align=1", "\n\t0 a int", "");
	test_long("enumerators", "enum e size=4 signed=0", "\n\tA 1", "");
	test_long("problems", "struct s size=1 align=1", "\n\t!no", "");
	test_long("keys", "struct s", " size=1 align=1", "");
	test_long("newlines", "struct s size=1 align=1", "\n", "");
	test_long("TABs", "struct s size=1 align=1\n", "\t", "0 a int");
	test_long("files", "struct s size=1 align=1\n\tin 9 ", " a.c", "");
	return tap_finish();
}
