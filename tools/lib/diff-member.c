// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Members as C programs see them: those of nameless structs and unions belong
 * to the type around. So it makes no difference when members are wrapped, as
 * struct_group() does:
 *
 *	union {					a, b	as before
 *		struct { int a; int b; };	group	a copy of both
 *		struct { int a; int b; } group;
 *	};
 */
#include "diff-member.h"

#include <limits.h>
#include <string.h>

#include "convention.h"

/* No offset of a type is near it, and twice of it fits. */
#define MAX_BITS (UINT64_C(1) << 61)

/* Members at one place (a union) among which a renamed one is looked for. */
#define MAX_CANDIDATES 256

static uint64_t bits_of(uint64_t bytes)
{
	return bytes < MAX_BITS / 8 ? bytes * 8 : MAX_BITS;
}

/* What is known while a body is gone through. */
struct place {
	uint64_t start; /* of the body, in bits */
	enum kabi_diff_fate fate;
	bool beside; /* in a union, or in nameless structs of one */
};

struct collector {
	struct kabi_differ *differ;
	enum kabi_diff_side side;
	struct kabi_diff_members *members;
};

static void collect_body(struct collector *collector,
			 const struct kabi_body *body, struct place place);

static void add_member(struct collector *collector,
		       const struct kabi_member *member, struct place place)
{
	struct kabi_diff_members *members = collector->members;
	const struct kabi_model *model =
		collector->differ->models[collector->side];
	struct kabi_diff_member item = { .member = member,
					 .name = member->name,
					 .fate = place.fate };
	uint64_t size;

	item.start = place.start + bits_of(member->offset) + member->bit_offset;
	if (member->bits)
		item.width = member->bits;
	else if (kabi_type_size(model, member->type, &size))
		item.width = bits_of(size);
	/* A nameless member with a tag (-fms-extensions): known by that. */
	if (!item.name && member->type->kind == KABI_TYPE_TAGGED)
		item.name =
			kabi_diff_text(collector->differ, "%s %s",
				       kabi_kind_name(member->type->tag_kind),
				       member->type->name);
	else if (!item.name)
		item.name = "";
	if (kabi_convention_is_ignored(item.name))
		item.fate = KABI_FATE_IGNORED;
	kabi_array_reserve(&members->items, members->n, &members->room,
			   sizeof(*members->items));
	members->items[members->n++] = item;
}

static bool is_nameless(const struct kabi_member *member)
{
	return !member->name && member->type->kind == KABI_TYPE_UNTAGGED;
}

static bool same_members(struct kabi_differ *differ, const struct kabi_body *a,
			 const struct kabi_body *b)
{
	if (a->n_members != b->n_members)
		return false;
	for (size_t i = 0; i < a->n_members; i++) {
		const struct kabi_member *x = &a->members[i];
		const struct kabi_member *y = &b->members[i];

		if (x->offset != y->offset || x->bits != y->bits ||
		    x->bit_offset != y->bit_offset || !x->name != !y->name ||
		    (x->name && strcmp(x->name, y->name) != 0))
			return false;
		if (is_nameless(x) && is_nameless(y)) {
			if (!same_members(differ, x->type->body, y->type->body))
				return false;
		} else if (kabi_diff_type(differ, x->type, y->type) !=
			   KABI_DIFF_SAME) {
			return false;
		}
	}
	return true;
}

/* Does a nameless struct of the union have the very same members? */
static bool is_copy(struct kabi_differ *differ, const struct kabi_body *body,
		    const struct kabi_member *member)
{
	const struct kabi_body *own;

	if (!member->name || member->bits)
		return false;
	own = kabi_diff_body_of(member->type);
	if (!own || own->kind != KABI_KIND_STRUCT)
		return false;
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *beside = &body->members[i];

		if (is_nameless(beside) && beside->offset == member->offset &&
		    beside->type->body->kind == KABI_KIND_STRUCT &&
		    same_members(differ, beside->type->body, own))
			return true;
	}
	return false;
}

static void collect_member(struct collector *collector,
			   const struct kabi_body *body,
			   const struct kabi_member *member, struct place place)
{
	bool in_union = body->kind == KABI_KIND_UNION;
	struct place inside = { place.start + bits_of(member->offset),
				place.fate, place.beside || in_union };

	if (is_nameless(member)) {
		collect_body(collector, member->type->body, inside);
		return;
	}
	if (inside.beside && place.fate == KABI_FATE_PLAIN &&
	    kabi_convention_is_hidden(member->name)) {
		place.fate = inside.fate = KABI_FATE_HIDDEN;
		/* Old members are often wrapped, to be apart from the new. */
		if (member->type->kind == KABI_TYPE_UNTAGGED) {
			collect_body(collector, member->type->body, inside);
			return;
		}
	}
	if (in_union && place.fate == KABI_FATE_PLAIN &&
	    is_copy(collector->differ, body, member))
		place.fate = KABI_FATE_COPY;
	add_member(collector, member, place);
}

static void collect_body(struct collector *collector,
			 const struct kabi_body *body, struct place place)
{
	struct kabi_diff_members *members = collector->members;

	if (body->kind == KABI_KIND_UNION) {
		kabi_array_reserve(&members->unions, members->n_unions,
				   &members->room_unions,
				   sizeof(*members->unions));
		members->unions[members->n_unions++] = (struct kabi_diff_range){
			place.start, place.start + bits_of(body->size)
		};
		for (size_t i = 0; i < body->n_members; i++) {
			if (kabi_convention_is_ignored(body->members[i].name))
				place.fate = KABI_FATE_IGNORED;
		}
	}
	for (size_t i = 0; i < body->n_members; i++)
		collect_member(collector, body, &body->members[i], place);
}

static int compare_names(const void *a, const void *b)
{
	const struct kabi_diff_member *x = *(struct kabi_diff_member *const *)a;
	const struct kabi_diff_member *y = *(struct kabi_diff_member *const *)b;
	int order = strcmp(x->name, y->name);

	return order ? order : x < y ? -1 : x > y;
}

static int compare_places(const void *a, const void *b)
{
	const struct kabi_diff_member *x = *(struct kabi_diff_member *const *)a;
	const struct kabi_diff_member *y = *(struct kabi_diff_member *const *)b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	/* What takes no room stands before what does. */
	if (!x->width != !y->width)
		return x->width ? 1 : -1;
	/* In a union the order of the declaration means nothing. */
	return compare_names(a, b);
}

void kabi_diff_members_init(struct kabi_diff_members *members,
			    struct kabi_differ *differ,
			    enum kabi_diff_side side,
			    const struct kabi_body *body,
			    const struct kabi_record *record)
{
	struct collector collector = { differ, side, members };
	struct place place = { 0, KABI_FATE_PLAIN, false };
	size_t n;

	*members = (struct kabi_diff_members){ .body = body, .record = record };
	collect_body(&collector, body, place);
	n = members->n;
	members->by_name = kabi_xcalloc(n + 1, sizeof(*members->by_name));
	members->by_place = kabi_xcalloc(n + 1, sizeof(*members->by_place));
	for (size_t i = 0; i < n; i++)
		members->by_name[i] = members->by_place[i] = &members->items[i];
	qsort(members->by_name, n, sizeof(*members->by_name), compare_names);
	qsort(members->by_place, n, sizeof(*members->by_place), compare_places);
}

void kabi_diff_members_deinit(struct kabi_diff_members *members)
{
	free(members->items);
	free(members->by_name);
	free(members->by_place);
	free(members->unions);
}

bool kabi_diff_is_alone(const struct kabi_diff_member *member)
{
	return !member->match && member->fate == KABI_FATE_PLAIN;
}

static void match(struct kabi_diff_member *a, struct kabi_diff_member *b)
{
	a->match = b;
	b->match = a;
}

void kabi_diff_match_names(struct kabi_diff_frame *frame)
{
	struct kabi_diff_members *old_side = &frame->sides[KABI_OLD];
	struct kabi_diff_members *new_side = &frame->sides[KABI_NEW];
	size_t i = 0, j = 0;

	while (i < old_side->n && j < new_side->n) {
		struct kabi_diff_member *a = old_side->by_name[i];
		struct kabi_diff_member *b = new_side->by_name[j];
		int order = strcmp(a->name, b->name);

		if (order < 0) {
			i++;
			continue;
		}
		if (order > 0) {
			j++;
			continue;
		}
		i++;
		j++;
		if (a->fate == KABI_FATE_IGNORED ||
		    b->fate == KABI_FATE_IGNORED) {
			a->fate = b->fate = KABI_FATE_IGNORED;
			continue;
		}
		/* What is hidden takes part in nothing but conventions. */
		if (a->fate == KABI_FATE_HIDDEN || b->fate == KABI_FATE_HIDDEN)
			continue;
		if (a->fate != b->fate)
			a->fate = b->fate = KABI_FATE_PLAIN;
		match(a, b);
	}
}

/* The same place, the same type. */
static bool is_renamed(struct kabi_diff_frame *frame,
		       const struct kabi_diff_member *a,
		       const struct kabi_diff_member *b)
{
	return a->start == b->start && a->width == b->width &&
	       a->member->bits == b->member->bits &&
	       kabi_diff_type(frame->differ, a->member->type,
			      b->member->type) == KABI_DIFF_SAME;
}

void kabi_diff_match_places(struct kabi_diff_frame *frame)
{
	struct kabi_diff_members *old_side = &frame->sides[KABI_OLD];
	struct kabi_diff_members *new_side = &frame->sides[KABI_NEW];
	size_t first = 0;

	for (size_t i = 0; i < old_side->n; i++) {
		struct kabi_diff_member *a = old_side->by_place[i];

		if (!kabi_diff_is_alone(a))
			continue;
		while (first < new_side->n &&
		       new_side->by_place[first]->start < a->start)
			first++;
		for (size_t j = first;
		     j < new_side->n && j < first + MAX_CANDIDATES; j++) {
			struct kabi_diff_member *b = new_side->by_place[j];

			if (b->start != a->start)
				break;
			if (kabi_diff_is_alone(b) && is_renamed(frame, a, b)) {
				match(a, b);
				break;
			}
		}
	}
}

const char *kabi_diff_place_text(struct kabi_differ *differ,
				 const struct kabi_diff_member *member)
{
	unsigned long long bytes = member->start / 8;

	if (member->member->bits)
		return kabi_diff_text(differ, "offset %llu:%u", bytes,
				      (unsigned int)(member->start % 8));
	return kabi_diff_text(differ, "offset %llu", bytes);
}

struct kabi_diff_entry *
kabi_diff_member_change(struct kabi_diff_frame *frame,
			struct kabi_diff_entry *root, enum kabi_verdict verdict,
			enum kabi_level level,
			const struct kabi_diff_member *old_member,
			const struct kabi_diff_member *new_member)
{
	struct kabi_differ *differ = frame->differ;
	const struct kabi_diff_member *members[KABI_SIDES] = { old_member,
							       new_member };
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, root, frame->subject, verdict, level);

	entry->change.member = old_member ? old_member->name : new_member->name;
	for (int side = 0; side < KABI_SIDES; side++) {
		if (members[side])
			kabi_diff_set_type(differ, entry, side,
					   frame->sides[side].record,
					   members[side]->member->line,
					   members[side]->member->type);
	}
	return entry;
}
