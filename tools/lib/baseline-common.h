/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What two text baselines have in common, byte for byte. Of two updates of a
 * kernel that is nearly all, and telling so costs a tenth of parsing it.
 */
#ifndef KABI_TOOLS_BASELINE_COMMON_H
#define KABI_TOOLS_BASELINE_COMMON_H

#include <stddef.h>
#include <stdint.h>

/* Whole records, one after the other: bytes START to END of the text. */
struct kabi_common_range {
	size_t start;
	size_t end;
	size_t n_records;
	/*
	 * The second text's: which records of the first one's finished model
	 * these are. Or DROPPED: they are to be in neither model.
	 */
	size_t copied;
#define KABI_COMMON_DROPPED SIZE_MAX
};

struct kabi_common {
	/* By side, in the order of the text. */
	struct kabi_common_range *ranges[2];
	size_t n_ranges[2], room_ranges[2];
};

/*
 * A name is in a range when both sides have the same variants of it. No
 * comparison needs macros and inline functions that are the same, nor functions
 * and variables that neither side exports or calls: these are dropped. Types
 * are needed, because through them symbols reach what changed.
 *
 * The texts need not be valid: what is not understood is in no range.
 */
void kabi_common_init(struct kabi_common *common, const char *const texts[2],
		      const size_t lengths[2]);
/* Behind what the side has; what goes on where the last one ends joins it. */
void kabi_common_add(struct kabi_common *common, int side,
		     const struct kabi_common_range *range);
void kabi_common_deinit(struct kabi_common *common);

#endif /* KABI_TOOLS_BASELINE_COMMON_H */
