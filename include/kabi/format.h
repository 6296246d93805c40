/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The contract between the plugin, which writes .kabi sections, and the tools,
 * which read them. docs/format.md is the same in words.
 */
#ifndef KABI_FORMAT_H
#define KABI_FORMAT_H

#include <stdint.h>

#define KABI_SECTION_NAME ".kabi"

/* sh_type, "kabi" in ASCII; in the range from SHT_LOOS. */
#define KABI_SECTION_TYPE 0x6b616269u

#define KABI_FRAME_MAGIC "KABI"
#define KABI_FRAME_VERSION 1
#define KABI_BASELINE_MAGIC "kabi-baseline"
#define KABI_BASELINE_VERSION 1

/* Types, expressions and tags nested deeper than this are refused. */
#define KABI_MAX_DEPTH 64

/*
 * A frame's header lies in the section as KABI_FRAME_HEADER_SIZE bytes,
 * little-endian whatever the target is, at these offsets.
 */
enum kabi_frame_offset {
	KABI_FRAME_OFF_MAGIC = 0,    /* 4 bytes */
	KABI_FRAME_OFF_VERSION = 4,  /* 2 bytes */
	KABI_FRAME_OFF_FLAGS = 6,    /* 2 bytes: enum kabi_frame_flags */
	KABI_FRAME_OFF_RAW_SIZE = 8, /* 4: bytes of the body, decompressed */
	KABI_FRAME_OFF_STORED_SIZE = 12, /* 4: bytes of the body as stored */
	KABI_FRAME_OFF_CHECKSUM = 16,	 /* 4: CRC-32 of 0..15 and the body */
	KABI_FRAME_HEADER_SIZE = 20,
};

enum kabi_frame_flags {
	KABI_FRAME_ZSTD = 1 << 0,	/* the body is one zstd frame */
	KABI_FRAME_DICTIONARY = 1 << 1, /* made with <kabi/dictionary.h> */
	KABI_FRAME_KNOWN_FLAGS = KABI_FRAME_ZSTD | KABI_FRAME_DICTIONARY,
};

/*
 * No TU comes near this many bytes of records (a large kernel TU with
 * scope=all has half a megabyte); a larger raw size is a corrupt header.
 */
#define KABI_FRAME_MAX_RAW_SIZE (256u << 20)

enum kabi_kind {
#define KABI_KIND(id, word) KABI_KIND_##id,
#include <kabi/records.def>
#undef KABI_KIND
	KABI_KIND_COUNT
};

#endif /* KABI_FORMAT_H */
