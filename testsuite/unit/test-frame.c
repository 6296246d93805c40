// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Frames of a .kabi section: what the plugin's encoder writes is read back, and
 * everything else is refused without a crash.
 */
#include "frame.h"
#include "tap.h"

#include <stdlib.h>

#include <kabi/frame-encode.h>

#include "strbuf.h"

/*
 * Two records; the NUL of the second one is the array's. The first body is
 * worth compressing, the second one is stored as it is.
 */
#define LONG "                                                                "
static const char body_a[] = "unit a.c scope=used\0base int" LONG;
static const char body_b[] = "unit b.c scope=used\0macro M\n\t1";

enum {
	ROOM = 4096
};

/* Collects the records of all frames, each with a ";" behind it. */
static struct kabi_error *collect(void *context, const char *body,
				  size_t length)
{
	struct kabi_strbuf *buf = context;

	for (const char *p = body; p < body + length; p += strlen(p) + 1) {
		kabi_strbuf_add(buf, p);
		kabi_strbuf_add(buf, ";");
	}
	return NULL;
}

/*
 * Reads from memory of exactly that size, so that a sanitizer sees every byte
 * too far. Returns what was read, or the message; the caller frees it.
 */
static char *read_section(const unsigned char *data, size_t size)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	unsigned char *exact = malloc(size + !size);
	struct kabi_error *error;
	char *message = NULL;

	memcpy(exact, data, size);
	error = kabi_frame_for_each(exact, size, collect, &buf);
	if (error) {
		message = strdup(error->message);
		kabi_strbuf_deinit(&buf);
		kabi_error_destroy(error);
	}
	free(exact);
	return message ? message : kabi_strbuf_steal(&buf);
}

static void test_reads(const unsigned char *data, size_t size,
		       const char *expected, const char *what)
{
	char *got = read_section(data, size);

	tap_string(got, expected, what);
	free(got);
}

/* How many bytes a body is compressed to is zstd's own affair. */
static void test_refused(const unsigned char *data, size_t size,
			 const char *fragment)
{
	char *got = read_section(data, size);

	if (!tap_ok(!strncmp(got, "frame 1: ", 9) && strstr(got, fragment),
		    "refused: %s", fragment))
		tap_diagnose("got", got);
	free(got);
}

static void test_good(void)
{
	unsigned char section[ROOM] = { 0 };
	size_t a = kabi_frame_encode(section, body_a, sizeof(body_a), 1);
	size_t size;

	test_reads(section, 0, "", "a section without bytes has no frames");
	test_reads(section, a, "unit a.c scope=used;base int" LONG ";",
		   "a frame is read back");
	/* The encoder may use more of its room than it returns. */
	memset(section + a, 0, ROOM - a);
	size = a + 13;
	size += kabi_frame_encode(section + size, body_b, sizeof(body_b), 9);
	memset(section + size, 0, ROOM - size);
	test_reads(section, size + 7,
		   "unit a.c scope=used;base int" LONG ";"
		   "unit b.c scope=used;macro M\n\t1;",
		   "zero bytes between frames and behind them do not count");
	tap_ok(kabi_frame_encode(section, body_a, KABI_FRAME_MAX_RAW_SIZE + 1,
				 1) == 0,
	       "more than a frame may hold is not encoded");
}

/* The header of a frame, and its checksum, around a body that is there. */
static size_t put_header(unsigned char *section, uint32_t flags, size_t raw,
			 size_t stored)
{
	uLong sum;

	memcpy(section, KABI_FRAME_MAGIC, 4);
	kabi_frame_put_u32(section + KABI_FRAME_OFF_VERSION,
			   KABI_FRAME_VERSION | flags << 16);
	kabi_frame_put_u32(section + KABI_FRAME_OFF_RAW_SIZE, raw);
	kabi_frame_put_u32(section + KABI_FRAME_OFF_STORED_SIZE, stored);
	sum = crc32(0, section, KABI_FRAME_OFF_CHECKSUM);
	sum = crc32(sum, section + KABI_FRAME_HEADER_SIZE, stored);
	kabi_frame_put_u32(section + KABI_FRAME_OFF_CHECKSUM, sum);
	return KABI_FRAME_HEADER_SIZE + stored;
}

/*
 * Objects that exist are read with the dictionary: a change to it would make
 * them unreadable, and tests that write and read would not notice. The bytes
 * are what the program zstd made with -D of the dictionary's first records.
 */
static void test_dictionary(void)
{
	static const unsigned char written[] = {
		0x28, 0xb5, 0x2f, 0xfd, 0x20, 0xba, 0xed, 0x00, 0x00, 0x88,
		0x75, 0x6e, 0x69, 0x74, 0x20, 0x61, 0x2e, 0x63, 0x20, 0x73,
		0x63, 0x6f, 0x70, 0x65, 0x3d, 0x75, 0x73, 0x02, 0x00, 0x1e,
		0xdb, 0xff, 0xa0, 0xa0, 0x91, 0x9f, 0x18, 0x4b,
	};
	unsigned char section[ROOM];
	size_t size;

	tap_ok(kabi_dictionary_size == 65479 &&
		       crc32(0, kabi_dictionary, kabi_dictionary_size) ==
			       0x77b1c1d6,
	       "the dictionary is the one that frames were made with");
	memcpy(section + KABI_FRAME_HEADER_SIZE, written, sizeof(written));
	size = put_header(section, KABI_FRAME_ZSTD | KABI_FRAME_DICTIONARY, 186,
			  sizeof(written));
	test_reads(section, size,
		   "unit a.c scope=used;"
		   "base char size=1 align=1 encoding=char;"
		   "base int size=4 align=4 encoding=signed;"
		   "base long long size=8 align=8 encoding=signed;"
		   "base long size=8 align=8 encoding=signed;",
		   "a frame of another program is read with it");
	size = ZSTD_compress(section + KABI_FRAME_HEADER_SIZE,
			     ROOM - KABI_FRAME_HEADER_SIZE, body_a,
			     sizeof(body_a), 1);
	size = put_header(section, KABI_FRAME_ZSTD, sizeof(body_a), size);
	test_reads(section, size, "unit a.c scope=used;base int" LONG ";",
		   "a frame without the dictionary is read without it");
	memcpy(section + KABI_FRAME_HEADER_SIZE, body_b, sizeof(body_b));
	size = put_header(section, KABI_FRAME_DICTIONARY, sizeof(body_b),
			  sizeof(body_b));
	test_refused(section, size, "unknown flags 0x2");
}

static void test_compressed(void)
{
	static char body[100000];
	static unsigned char section[200000];
	struct kabi_strbuf expected = KABI_STRBUF_INIT;
	size_t size;

	memset(body, 'x', sizeof(body) - 1);
	memcpy(body, "unit ", 5);
	size = kabi_frame_encode(section, body, sizeof(body), 1);
	tap_ok(size < 1000, "a body that repeats itself is compressed");
	kabi_strbuf_add(&expected, body);
	kabi_strbuf_add(&expected, ";");
	test_reads(section, size, expected.string, "and decompressed again");
	kabi_strbuf_deinit(&expected);
}

/* A frame with a wrong header field and the checksum that it should have. */
static void test_wrong(size_t offset, uint32_t value, const char *expected)
{
	unsigned char section[ROOM];
	size_t size = kabi_frame_encode(section, body_a, sizeof(body_a), 1);
	uLong sum;

	kabi_frame_put_u32(section + offset, value);
	if (offset != KABI_FRAME_OFF_CHECKSUM) {
		sum = crc32(0, section, KABI_FRAME_OFF_CHECKSUM);
		sum = crc32(sum, section + KABI_FRAME_HEADER_SIZE,
			    size - KABI_FRAME_HEADER_SIZE);
		kabi_frame_put_u32(section + KABI_FRAME_OFF_CHECKSUM, sum);
	}
	test_refused(section, size, expected);
}

static void test_headers(void)
{
	test_wrong(KABI_FRAME_OFF_MAGIC, 0x4942414a,
		   "does not begin with \"KABI\"");
	test_wrong(KABI_FRAME_OFF_VERSION, 2,
		   "format version 2, where this program knows "
		   "version 1");
	test_wrong(KABI_FRAME_OFF_VERSION, 1 | 6 << 16, "unknown flags 0x6");
	test_wrong(KABI_FRAME_OFF_VERSION, 1, "bytes stored for a body of 93");
	test_wrong(KABI_FRAME_OFF_RAW_SIZE, 0xffffffff,
		   "a body of 4294967295 bytes is too long");
	test_wrong(KABI_FRAME_OFF_RAW_SIZE, sizeof(body_a) - 1,
		   "its body is not of the size that its header says");
	test_wrong(KABI_FRAME_OFF_STORED_SIZE, 0xffffffff,
		   "truncated: 4294967295 bytes stored, ");
	test_wrong(KABI_FRAME_OFF_CHECKSUM, 0,
		   "checksum does not match: the section is damaged");
}

static void test_bodies(void)
{
	unsigned char section[ROOM];
	size_t size = kabi_frame_encode(section, "unit a.c", 8, 1);

	test_reads(section, size, "frame 1: its last record has no end",
		   "a body without the last NUL is refused");
	size = kabi_frame_encode(section, "", 0, 1);
	test_reads(section, size, "frame 1: its last record has no end",
		   "an empty body is refused");
	size = kabi_frame_encode(section, body_a, sizeof(body_a), 1);
	size += kabi_frame_encode(section + size, "x", 1, 1);
	test_reads(section, size, "frame 2: its last record has no end",
		   "the message counts frames");
}

/* Every prefix but the whole section is refused, or has fewer frames. */
static void test_truncated(void)
{
	unsigned char section[ROOM];
	size_t first = kabi_frame_encode(section, body_a, sizeof(body_a), 1);
	size_t size = first + kabi_frame_encode(section + first, body_b,
						sizeof(body_b), 1);
	unsigned int wrong = 0;

	for (size_t i = 1; i < size; i++) {
		char *got = read_section(section, i);

		wrong += i != first && strncmp(got, "frame ", 6);
		free(got);
	}
	tap_ok(!wrong, "a section cut short is refused, at any of %zu places",
	       size - 2);
}

/* Every changed bit is noticed: the checksum covers header and body. */
static void test_changed(void)
{
	unsigned char section[ROOM];
	size_t size = kabi_frame_encode(section, body_a, sizeof(body_a), 1);
	unsigned int wrong = 0;

	for (size_t i = 0; i < 8 * size; i++) {
		char *got;

		section[i / 8] ^= 1 << i % 8;
		got = read_section(section, size);
		wrong += strncmp(got, "frame 1: ", 9) != 0;
		free(got);
		section[i / 8] ^= 1 << i % 8;
	}
	tap_ok(!wrong, "each of %zu changed bits is noticed", 8 * size);
}

int main(void)
{
	test_good();
	test_compressed();
	test_dictionary();
	test_headers();
	test_bodies();
	test_truncated();
	test_changed();
	return tap_finish();
}
