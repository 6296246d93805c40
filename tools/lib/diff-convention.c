// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What distributions do to change a struct without breaking it, recognised from
 * the layouts and proved on them.
 *
 * A reserved slot is put to use, in one of two ways:
 *
 *	u64 kabi_reserved1;	->	struct x *new;
 *
 *	u64 kabi_reserved1;	->	union {
 *						struct x *new;
 *						struct { u64 kabi_reserved1; };
 *					};
 *
 * A member is replaced, and what it was is kept for its size, under a name that
 * says so (or in a struct that has such a name):
 *
 *	int old;		->	union {
 *						struct x *new;
 *						int __kabi_renamed_old;
 *					};
 *
 * In all of them the new members must lie within the old one's place and ask
 * for no larger alignment. What does not hold is left alone: an ordinary
 *change.
 */
#include <string.h>

#include "convention.h"
#include "ctype.h"
#include "diff-member.h"
#include "repr.h"

static uint64_t end_of(const struct kabi_diff_member *member)
{
	return member->start + member->width;
}

/* May new members take this old one's place? */
struct slot {
	struct kabi_diff_member *old_member;
	struct kabi_diff_member *new_member; /* what is left of it, or NULL */
	bool is_used, is_broken;
};

struct slots {
	struct kabi_diff_frame *frame;
	struct slot *slots; /* by place */
	size_t n;
};

static bool has_hidden(const struct kabi_diff_members *members)
{
	for (size_t i = 0; i < members->n; i++) {
		if (members->items[i].fate == KABI_FATE_HIDDEN)
			return true;
	}
	return false;
}

/* No struct has so many slots that more would have to be looked at. */
#define MAX_SLOTS 256

static struct slot *slot_at(struct slots *slots, uint64_t bit)
{
	for (size_t i = 0; i < slots->n; i++) {
		const struct kabi_diff_member *old = slots->slots[i].old_member;

		if (bit >= old->start && bit < end_of(old))
			return &slots->slots[i];
	}
	return NULL;
}

/* All slots from start to end, which they must cover. */
static bool mark_used(struct slots *slots, const struct kabi_diff_member *added,
		      bool is_used)
{
	const struct kabi_model *const *models = slots->frame->differ->models;
	uint64_t align = kabi_repr_align(models[KABI_NEW], added->member->type);
	uint64_t bit = added->start;

	while (bit < end_of(added)) {
		struct slot *slot = slot_at(slots, bit);

		if (!slot || slot->is_broken ||
		    align > kabi_repr_align(models[KABI_OLD],
					    slot->old_member->member->type))
			return false;
		if (is_used)
			slot->is_used = true;
		bit = end_of(slot->old_member);
	}
	return true;
}

/* A new member that fits only in part spoils what it touches. */
static bool mark_broken(struct slots *slots,
			const struct kabi_diff_member *added)
{
	bool changed = false;

	for (size_t i = 0; i < slots->n; i++) {
		struct slot *slot = &slots->slots[i];

		if (!slot->is_broken &&
		    added->start < end_of(slot->old_member) &&
		    end_of(added) > slot->old_member->start)
			changed = slot->is_broken = true;
	}
	return changed;
}

static void find_uses(struct slots *slots)
{
	struct kabi_diff_members *news = &slots->frame->sides[KABI_NEW];
	bool changed = slots->n;

	while (changed) {
		changed = false;
		for (size_t i = 0; i < news->n; i++) {
			if (kabi_diff_is_alone(news->by_place[i]) &&
			    !mark_used(slots, news->by_place[i], false))
				changed |=
					mark_broken(slots, news->by_place[i]);
		}
	}
	for (size_t i = 0; slots->n && i < news->n; i++) {
		struct kabi_diff_member *added = news->by_place[i];

		if (added->width && kabi_diff_is_alone(added) &&
		    mark_used(slots, added, true))
			added->fate = KABI_FATE_KNOWN;
	}
}

/* What came: the first new member there. */
static void set_new_text(struct slots *slots, const struct slot *slot,
			 struct kabi_diff_entry *entry)
{
	struct kabi_diff_members *news = &slots->frame->sides[KABI_NEW];
	struct kabi_differ *differ = slots->frame->differ;

	for (size_t i = 0; i < news->n; i++) {
		const struct kabi_diff_member *added = news->by_place[i];

		if (added->fate == KABI_FATE_KNOWN &&
		    added->start < end_of(slot->old_member) &&
		    end_of(added) > slot->old_member->start) {
			kabi_cleanup(
				kabi_strbuf_deinit) struct kabi_strbuf text =
				KABI_STRBUF_INIT;

			kabi_ctype_declare(&text, added->member->type,
					   added->name);
			kabi_diff_set(differ, entry, KABI_NEW, news->record,
				      added->member->line, "%s", text.string);
			break;
		}
	}
}

static void report(struct slots *slots, struct slot *slot)
{
	struct kabi_diff_member *old = slot->old_member;
	bool is_reserved = kabi_convention_is_reserved(old->name);
	struct kabi_diff_entry *entry;

	entry = kabi_diff_member_change(slots->frame, NULL,
					is_reserved
						? KABI_VERDICT_RESERVE_USED
						: KABI_VERDICT_MEMBER_REPLACED,
					KABI_LEVEL_NOTE, old, NULL);
	set_new_text(slots, slot, entry);
	old->fate = KABI_FATE_KNOWN;
	old->match = NULL;
	if (slot->new_member) {
		slot->new_member->fate = KABI_FATE_KNOWN;
		slot->new_member->match = NULL;
	}
}

/* The first member that does not begin before the bit. */
static size_t first_at(const struct kabi_diff_members *members, uint64_t bit)
{
	size_t low = 0, n = members->n;

	while (n) {
		size_t half = n / 2;

		if (members->by_place[low + half]->start >= bit) {
			n = half;
		} else {
			low += half + 1;
			n -= half + 1;
		}
	}
	return low;
}

/* The old member, still there under another name, at the same place. */
static struct kabi_diff_member *find_hidden(struct kabi_diff_frame *frame,
					    const struct kabi_diff_member *old)
{
	struct kabi_diff_members *news = &frame->sides[KABI_NEW];
	size_t first = first_at(news, old->start);

	for (size_t i = first; i < news->n && i < first + MAX_SLOTS; i++) {
		struct kabi_diff_member *hidden = news->by_place[i];

		if (hidden->start > old->start)
			break;
		if (hidden->fate == KABI_FATE_HIDDEN &&
		    hidden->width == old->width &&
		    kabi_diff_type(frame->differ, old->member->type,
				   hidden->member->type) == KABI_DIFF_SAME)
			return hidden;
	}
	return NULL;
}

/* An array of slots may have been cut short by what took some of them. */
static bool is_rest(const struct kabi_diff_member *old,
		    const struct kabi_diff_member *rest)
{
	return rest->start >= old->start && end_of(rest) <= end_of(old) &&
	       !rest->member->bits && !old->member->bits;
}

static bool is_reserved_slot(struct slot *slot)
{
	struct kabi_diff_member *old = slot->old_member;

	slot->new_member = old->match;
	return kabi_convention_is_reserved(old->name) &&
	       (!old->match || is_rest(old, old->match));
}

/* What replaced it may even have its name. */
static bool is_replaced(struct kabi_diff_frame *frame, struct slot *slot)
{
	struct kabi_diff_member *old = slot->old_member;

	slot->new_member = find_hidden(frame, old);
	if (!slot->new_member || kabi_convention_is_reserved(old->name))
		return false;
	if (old->match) {
		old->match->match = NULL;
		old->match = NULL;
	}
	return true;
}

static void use_slots(struct kabi_diff_frame *frame, bool reserved)
{
	struct kabi_diff_members *olds = &frame->sides[KABI_OLD];
	struct slots slots = { .frame = frame };

	slots.slots = kabi_xcalloc(MAX_SLOTS, sizeof(*slots.slots));
	for (size_t i = 0; i < olds->n && slots.n < MAX_SLOTS; i++) {
		struct slot slot = { .old_member = olds->by_place[i] };
		const struct kabi_diff_member *old = slot.old_member;

		if (old->fate != KABI_FATE_PLAIN || !old->width ||
		    old->member->bits)
			continue;
		if (reserved ? is_reserved_slot(&slot)
			     : is_replaced(frame, &slot))
			slots.slots[slots.n++] = slot;
	}
	find_uses(&slots);
	for (size_t i = 0; i < slots.n; i++) {
		if (slots.slots[i].is_used)
			report(&slots, &slots.slots[i]);
	}
	free(slots.slots);
}

void kabi_diff_conventions(struct kabi_diff_frame *frame)
{
	use_slots(frame, true);
	if (has_hidden(&frame->sides[KABI_NEW]))
		use_slots(frame, false);
}
