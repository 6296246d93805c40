// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Makes .kabi sections without the plugin, right ones and wrong ones: reads
 * records as docs/format.md prints them (a line that does not begin with a TAB
 * begins a record, a `unit` a frame) and writes assembler.
 *
 *	mkkabi [KEY=NUMBER...] < records > x.s
 *
 * Keys put a wrong number into the header of every frame, "checksum" and all
 * others being right for what is then there: version, flags, raw, stored. And
 * on purpose wrong: checksum=1; cut=N leaves out the last N bytes of the
 * section, keep=N all but its first N bytes, pad=N puts N zero bytes behind
 *each frame, plain=1 does not compress, noend=1 leaves out the last record's
 *NUL, unsorted=1 leaves the records in their order instead of sorting them,
 *content=N has zstd say that the body has N bytes.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <kabi/frame-encode.h>

static const char *const keys[] = { "version",	"flags",   "raw",      "stored",
				    "checksum", "cut",	   "pad",      "plain",
				    "noend",	"content", "unsorted", "keep",
				    NULL };
enum {
	VERSION,
	FLAGS,
	RAW,
	STORED,
	CHECKSUM,
	CUT,
	PAD,
	PLAIN,
	NOEND,
	CONTENT,
	UNSORTED,
	KEEP,
	KEYS
};

static bool given[KEYS];
static unsigned long values[KEYS];

static char body[1 << 22];
static size_t length;
static unsigned char section[1 << 23];
static size_t size;

static void put_u16(unsigned char *to, unsigned long value)
{
	to[0] = value & 0xff;
	to[1] = value >> 8 & 0xff;
}

static void fix_checksum(unsigned char *frame, size_t frame_size)
{
	uLong sum = crc32(0, frame, KABI_FRAME_OFF_CHECKSUM);

	sum = crc32(sum, frame + KABI_FRAME_HEADER_SIZE,
		    frame_size - KABI_FRAME_HEADER_SIZE);
	if (given[CHECKSUM])
		sum ^= values[CHECKSUM];
	kabi_frame_put_u32(frame + KABI_FRAME_OFF_CHECKSUM, sum);
}

static int compare_records(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* All but the first one, which is the unit. */
static void sort_records(void)
{
	static char copy[sizeof(body)];
	static const char *records[1 << 16];
	size_t count = 0;
	size_t at;

	memcpy(copy, body, length);
	for (at = 0; at < length; at += strlen(copy + at) + 1)
		records[count++] = copy + at;
	qsort(records + 1, count - 1, sizeof(*records), compare_records);
	at = 0;
	for (size_t i = 0; i < count; i++) {
		strcpy(body + at, records[i]);
		at += strlen(records[i]) + 1;
	}
}

static void end_frame(void)
{
	unsigned char *frame = section + size;
	size_t frame_size;

	if (!length)
		return;
	if (!given[UNSORTED])
		sort_records();
	if (given[NOEND])
		length--;
	frame_size = kabi_frame_encode(frame, body, length, 3);
	if (given[PLAIN]) {
		memcpy(frame + KABI_FRAME_HEADER_SIZE, body, length);
		put_u16(frame + KABI_FRAME_OFF_FLAGS, 0);
		kabi_frame_put_u32(frame + KABI_FRAME_OFF_STORED_SIZE, length);
		frame_size = KABI_FRAME_HEADER_SIZE + length;
	}
	if (given[VERSION])
		put_u16(frame + KABI_FRAME_OFF_VERSION, values[VERSION]);
	if (given[FLAGS])
		put_u16(frame + KABI_FRAME_OFF_FLAGS, values[FLAGS]);
	if (given[RAW])
		kabi_frame_put_u32(frame + KABI_FRAME_OFF_RAW_SIZE,
				   values[RAW]);
	if (given[STORED])
		kabi_frame_put_u32(frame + KABI_FRAME_OFF_STORED_SIZE,
				   values[STORED]);
	if (given[CONTENT])
		/* One byte of size behind zstd's magic and descriptor, for
		 * bodies below 256 bytes. */
		frame[KABI_FRAME_HEADER_SIZE + 5] = values[CONTENT];
	fix_checksum(frame, frame_size);
	size += frame_size;
	memset(section + size, 0, values[PAD]);
	size += values[PAD];
	length = 0;
}

/* A line without its newline, behind what there is. */
static void add_line(const char *line)
{
	if (*line == '\t' && length)
		body[length - 1] = '\n';
	else if (!strncmp(line, "unit ", 5))
		end_frame();
	memcpy(body + length, line, strlen(line) + 1);
	length += strlen(line) + 1;
}

static void parse_key(const char *arg)
{
	for (int i = 0; keys[i]; i++) {
		size_t n = strlen(keys[i]);

		if (!strncmp(arg, keys[i], n) && arg[n] == '=') {
			given[i] = true;
			values[i] = strtoul(arg + n + 1, NULL, 0);
			return;
		}
	}
	fprintf(stderr, "mkkabi: %s?\n", arg);
	exit(1);
}

int main(int argc, char **argv)
{
	static char line[1 << 16];

	for (int i = 1; i < argc; i++)
		parse_key(argv[i]);
	while (fgets(line, sizeof(line), stdin)) {
		line[strcspn(line, "\n")] = '\0';
		add_line(line);
	}
	end_frame();
	size -= values[CUT];
	if (given[KEEP])
		size = values[KEEP];
	printf("\t.pushsection %s,\"e\",@0x%x\n", KABI_SECTION_NAME,
	       KABI_SECTION_TYPE);
	for (size_t i = 0; i < size; i++)
		printf("\t.byte %u\n", section[i]);
	printf("\t.popsection\n");
	return 0;
}
