/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kabi-show --reserved: the budget of reserved slots, by type and in total.
 * What is in use is known where the slot stands beside the member that took its
 * place; a slot that is gone is not known any more.
 */
#ifndef KABI_TOOLS_SHOW_RESERVED_H
#define KABI_TOOLS_SHOW_RESERVED_H

#include <stdio.h>

#include "convention.h"
#include "show.h"

struct kabi_show_budget {
	uint64_t slots, bytes; /* that are left */
	uint64_t slots_used, bytes_used;
};

/* A type with slots, and what was shown of all types so far. */
struct kabi_show_reserved {
	const struct kabi_record *record;
	struct kabi_slot *slots; /* by place */
	size_t n_slots;
	struct kabi_show_budget budget;
};

/* The types that are chosen and have slots, one call each. Returns the total,
 * for which one tag with several layouts counts once, and in "ret_types" how
 * many types that are. */
struct kabi_show_budget kabi_show_for_each_reserved(
	const struct kabi_show *show,
	void (*visit)(FILE *stream, const struct kabi_show_reserved *reserved),
	FILE *stream, size_t *ret_types);

void kabi_show_reserved_text(FILE *stream, const struct kabi_show *show);
/* show-json-reserved.c */
void kabi_show_reserved_json(FILE *stream, const struct kabi_show *show);

#endif /* KABI_TOOLS_SHOW_RESERVED_H */
