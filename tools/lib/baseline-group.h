/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The text of a baseline before it is parsed: where its records begin, and what
 * they are called. It need not be valid: what is not understood is said.
 */
#ifndef KABI_TOOLS_BASELINE_GROUP_H
#define KABI_TOOLS_BASELINE_GROUP_H

#include <stdbool.h>
#include <stddef.h>

#include <kabi/format.h>

/* All records of one kind and name, which stand one behind the other. */
struct kabi_group {
	const char *start;
	const char *end; /* behind the last newline */
	enum kabi_kind kind;
	const char *name; /* still escaped; up to the first blank */
	size_t name_length;
	size_t n_records;
};

/* The line behind the record at "at"; NULL: that has no end. */
const char *kabi_group_next_record(const char *at, const char *end);

/*
 * "KIND NAME" at the beginning of the line; false: nothing of that form. What
 * is in "ret" is the record before, whose kind it most often has, or zero.
 */
bool kabi_group_read_head(const char *at, const char *end,
			  struct kabi_group *ret);

/* Does a record of the same kind and name begin there? */
bool kabi_group_goes_on(const struct kabi_group *group, const char *at,
			const char *end);

/*
 * The group that begins there; false at the trailer, or what is no record. What
 * is in "group" is as for kabi_group_read_head().
 */
bool kabi_group_read(const char *at, const char *end, struct kabi_group *group);

/* As records are sorted. */
int kabi_group_compare(const struct kabi_group *a, const struct kabi_group *b);

/* The first record of the kind, or of one behind it. The text is sorted. */
const char *kabi_group_seek(const char *at, const char *end,
			    enum kabi_kind kind);

/* Names of files can be in another order in the text than in the model. */
bool kabi_group_is_of_files(enum kabi_kind kind);

/* May it stand behind "last", which is zero at first? */
bool kabi_group_is_sorted(const struct kabi_group *last,
			  const struct kabi_group *group);

#endif /* KABI_TOOLS_BASELINE_GROUP_H */
