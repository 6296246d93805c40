/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A hash of bytes for tables in memory: eight bytes a step, by a multiplication
 * of which both halves are used. Differs between machines of different byte
 * order: never to be written anywhere.
 */
#ifndef KABI_TOOLS_HASH_H
#define KABI_TOOLS_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t kabi_hash_mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t kabi_hash_bytes(const void *bytes, size_t length)
{
	/* Odd numbers without a pattern: digits of pi and of e. */
	const uint64_t k1 = 0x243f6a8885a308d3u, k2 = 0xb7e151628aed2a6bu;
	const unsigned char *p = bytes;
	uint64_t hash = length * k2;
	uint64_t word = 0;

	for (; length >= 8; length -= 8, p += 8) {
		memcpy(&word, p, 8);
		hash = kabi_hash_mix(hash ^ word ^ k1, k2);
	}
	word = 0;
	memcpy(&word, p, length);
	return kabi_hash_mix(hash ^ word, k1);
}

#endif /* KABI_TOOLS_HASH_H */
