/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The layout of a changed struct or union, old against new, as rows for those
 * who draw it. Holes are rows too. Offsets are from the start of the outermost
 * type, as kabi-show has them; the rows of a struct or union that is written
 * inside follow its own, one deeper.
 */
#ifndef KABI_TOOLS_REPORT_LAYOUT_H
#define KABI_TOOLS_REPORT_LAYOUT_H

#include "change.h"

enum kabi_layout_state {
	KABI_LAYOUT_SAME,
	KABI_LAYOUT_MOVED,   /* only the offset is another one */
	KABI_LAYOUT_CHANGED, /* its type, size, width or name */
	KABI_LAYOUT_ADDED,
	KABI_LAYOUT_REMOVED,
	KABI_LAYOUT_STATES
};

/* A member, or a hole: size bytes and bits bits from the first bit on. */
struct kabi_layout_cell {
	const char *text; /* "int (*cb)(void)", "unsigned int a:3"; any byte */
	const char *name; /* or NULL: nameless, or a hole */
	uint64_t offset;  /* in bytes */
	unsigned int bit_offset;
	unsigned int bits; /* of a bit-field: its width; else 0 */
	uint64_t size;	   /* in bytes, of a bit-field that of its type */
	bool has_size;	   /* false: nobody knows */
	bool is_hole;
	bool holds; /* the deeper rows below are its members */
	unsigned int depth;
};

/*
 * NULL: nothing at this place of the order. A member that went elsewhere has
 * two rows, MOVED or CHANGED, each with one side. ADDED and REMOVED may have a
 * hole on the other side: the place that was there, or is left.
 */
struct kabi_layout_row {
	enum kabi_layout_state state;
	const struct kabi_layout_cell *cells[KABI_SIDES];
};

struct kabi_layout {
	struct kabi_arena arena;
	struct kabi_layout_row *rows;
	size_t n_rows;
	size_t n_different; /* rows that are not SAME */
	uint64_t sizes[KABI_SIDES], aligns[KABI_SIDES];
};

/* "same" ... */
const char *kabi_layout_state_name(enum kabi_layout_state state);

/*
 * NULL when the change is not one of a layout, when only one side has one, or
 * when it is not known which of several of that name. The models are those that
 * were compared.
 */
struct kabi_layout *kabi_layout_create(const struct kabi_change *change,
				       const struct kabi_model *const *models);
void kabi_layout_destroy(struct kabi_layout *layout);

static inline void kabi_layout_cleanup(struct kabi_layout **layout)
{
	kabi_layout_destroy(*layout);
}

/* The cell's first bit, and how many it takes; unknown sizes take none. */
__int128 kabi_layout_start(const struct kabi_layout_cell *cell);
__int128 kabi_layout_length(const struct kabi_layout_cell *cell);

#endif /* KABI_TOOLS_REPORT_LAYOUT_H */
