/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One side of report-layout.h: a struct's members and holes as a flat list. */
#ifndef KABI_TOOLS_REPORT_CELLS_H
#define KABI_TOOLS_REPORT_CELLS_H

#include "report-layout.h"

struct kabi_cell {
	struct kabi_layout_cell cell;
	/*
	 * What it is known by: "a", "u.a" in a named untagged struct or union;
	 * a nameless one by what is in it: "{a". "" of a hole.
	 */
	const char *key;
};

/* In the order of memory. */
struct kabi_cells {
	struct kabi_cell *cells;
	size_t n_cells, room_cells;
};

/* All of it lies in the arena. */
void kabi_cells_init(struct kabi_cells *cells, struct kabi_arena *arena,
		     const struct kabi_model *model,
		     const struct kabi_body *body);

#endif /* KABI_TOOLS_REPORT_CELLS_H */
