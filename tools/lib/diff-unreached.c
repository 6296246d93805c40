// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Types of public headers that no exported symbol reaches are not compared, yet
 * the inline functions of those headers may hand them to a module. How many of
 * them have another layout is said.
 */
#include <string.h>

#include "differ.h"

static bool same_layout(const struct kabi_body *a, const struct kabi_body *b)
{
	if (a->size != b->size || a->align != b->align ||
	    a->n_members != b->n_members)
		return false;
	for (size_t i = 0; i < a->n_members; i++) {
		const struct kabi_member *x = &a->members[i];
		const struct kabi_member *y = &b->members[i];

		if (x->offset != y->offset || x->bit_offset != y->bit_offset ||
		    x->bits != y->bits ||
		    !kabi_diff_same_string(x->name, y->name))
			return false;
	}
	return true;
}

/* Of one tag with several layouts it is not known which is which. */
static bool has_changed(struct kabi_differ *differ,
			const struct kabi_diff_pair *pair)
{
	const struct kabi_record *a = pair->records[KABI_OLD];
	const struct kabi_record *b = pair->records[KABI_NEW];

	return a && b && a->body && b->body && !a->next_variant &&
	       !b->next_variant && !a->hidden && !b->hidden &&
	       !same_layout(a->body, b->body) &&
	       !kabi_diff_is_compared(differ, pair) && kabi_diff_is_header(a) &&
	       !kabi_diff_is_private(differ, a, b);
}

void kabi_diff_tell_unreached(struct kabi_differ *differ)
{
	const struct kabi_record *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < differ->n_pairs; i++) {
		if (!has_changed(differ, &differ->pairs[i]))
			continue;
		if (!n++)
			first = differ->pairs[i].records[KABI_OLD];
	}
	if (!n)
		return;
	kabi_diff_remark(
		differ,
		kabi_diff_text(differ,
			       "%zu type%s of headers with another layout that "
			       "no exported symbol reaches (%s %s%s): see "
			       "--all-types",
			       n, n == 1 ? "" : "s",
			       kabi_kind_name(first->kind), first->name,
			       n == 1 ? "" : " ..."));
}
