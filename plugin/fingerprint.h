/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A 64-bit hash of a sequence of numbers and texts, for fingerprints of inline
 * functions (docs/format.md 2). It is the same on every machine and in every
 * run; it is no defence against who makes two texts collide. Also the two texts
 * of which only a part has a meaning: names with a counter at their end and
 * templates of assembly.
 */
#ifndef KABI_PLUGIN_FINGERPRINT_H
#define KABI_PLUGIN_FINGERPRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct kabi_fingerprint {
	uint64_t state;
};

/* Different seeds make different sequences of equal numbers. */
static inline void kabi_fingerprint_init(struct kabi_fingerprint *fingerprint,
					 uint64_t seed)
{
	fingerprint->state = seed + 0x6b616269;
}

/*
 * Both steps are one to one, so that two sequences that differ in one number
 * only have different hashes.
 */
static inline void kabi_fingerprint_add(struct kabi_fingerprint *fingerprint,
					uint64_t number)
{
	uint64_t state = (fingerprint->state ^ number) * 0x9e3779b97f4a7c15;

	fingerprint->state = state ^ (state >> 29);
}

/* The hash of all that was added. */
static inline uint64_t
kabi_fingerprint_value(const struct kabi_fingerprint *fingerprint)
{
	uint64_t state = fingerprint->state * 0xff51afd7ed558ccd;

	return state ^ (state >> 32);
}

/* Its length counts too. */
void kabi_fingerprint_add_bytes(struct kabi_fingerprint *fingerprint,
				const char *bytes, size_t length);

/*
 * How much of a name counts: all, or not the digits at the end of one that a
 * macro made with __COUNTER__ or __LINE__ (__UNIQUE_ID_x123).
 */
size_t kabi_fingerprint_name_length(const char *name, size_t length);

/*
 * A template of assembly. Local labels that are numbers ("123:", "123b") are
 * told by the order in which they appear; see kabi_fingerprint_defines().
 * Whether a prefix of an instruction is a statement of its own does not count.
 */
void kabi_fingerprint_add_assembly(struct kabi_fingerprint *fingerprint,
				   const char *text, size_t length);

/*
 * Does the template define this number as a label? Kernels give __COUNTER__ as
 * a label and as an operand.
 */
bool kabi_fingerprint_defines(const char *text, size_t length, uint64_t number);

#ifdef __cplusplus
}
#endif

#endif /* KABI_PLUGIN_FINGERPRINT_H */
