// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Structs and unions: what happened to the members that both sides have. What
 * was added, removed and moved is diff-layout.c.
 */
#include <limits.h>
#include <string.h>

#include "diff-member.h"
#include "repr.h"

static bool same_words(struct kabi_differ *differ, const struct kabi_body *a,
		       const struct kabi_body *b);

/* Does the member have another type since one that it names has changed? */
static bool feels_change(struct kabi_differ *differ, const struct kabi_type *a,
			 const struct kabi_type *b)
{
	const struct kabi_diff_pair *felt;

	if (!differ->n_changed_users)
		return false;
	felt = kabi_diff_felt(differ, a, b);
	return felt && felt->changes_users;
}

static bool same_member(struct kabi_differ *differ, const struct kabi_member *a,
			const struct kabi_member *b)
{
	if (a->offset != b->offset || a->bit_offset != b->bit_offset ||
	    a->bits != b->bits || !a->name != !b->name ||
	    (a->name && strcmp(a->name, b->name) != 0))
		return false;
	if (a->type->kind == KABI_TYPE_UNTAGGED &&
	    b->type->kind == KABI_TYPE_UNTAGGED)
		return same_words(differ, a->type->body, b->type->body);
	return kabi_diff_type(differ, a->type, b->type) == KABI_DIFF_SAME &&
	       !feels_change(differ, a->type, b->type);
}

/* The short way for the many that are equal: member by member in order. */
static bool same_words(struct kabi_differ *differ, const struct kabi_body *a,
		       const struct kabi_body *b)
{
	if (a->kind != b->kind || a->size != b->size || a->align != b->align ||
	    a->n_members != b->n_members)
		return false;
	for (size_t i = 0; i < a->n_members; i++) {
		if (!same_member(differ, &a->members[i], &b->members[i]))
			return false;
	}
	return true;
}

bool kabi_diff_same_body(struct kabi_differ *differ,
			 const struct kabi_body *old_body,
			 const struct kabi_body *new_body)
{
	struct kabi_diff_members a, b;
	bool same = old_body->size == new_body->size &&
		    old_body->align == new_body->align;

	if (!same)
		return false;
	kabi_diff_members_init(&a, differ, KABI_OLD, old_body, NULL);
	kabi_diff_members_init(&b, differ, KABI_NEW, new_body, NULL);
	same = a.n == b.n;
	for (size_t i = 0; same && i < a.n; i++) {
		const struct kabi_diff_member *x = a.by_name[i];
		const struct kabi_diff_member *y = b.by_name[i];

		same = !strcmp(x->name, y->name) && x->start == y->start &&
		       x->member->bits == y->member->bits &&
		       kabi_diff_type(differ, x->member->type,
				      y->member->type) == KABI_DIFF_SAME;
	}
	kabi_diff_members_deinit(&a);
	kabi_diff_members_deinit(&b);
	return same;
}

/*
 * The untagged bodies that two members hold or point to in the same way:
 * "struct { } m", "struct { } m[4]", "struct { } *m".
 */
static bool untagged_bodies(const struct kabi_type *a,
			    const struct kabi_type *b,
			    const struct kabi_body *bodies[KABI_SIDES])
{
	while (a->kind == b->kind && a->quals == b->quals &&
	       (a->kind == KABI_TYPE_POINTER ||
		(a->kind == KABI_TYPE_ARRAY && a->count == b->count))) {
		a = a->target;
		b = b->target;
	}
	if (a->kind != KABI_TYPE_UNTAGGED || b->kind != KABI_TYPE_UNTAGGED ||
	    a->quals != b->quals || a->body->kind != b->body->kind)
		return false;
	bodies[KABI_OLD] = a->body;
	bodies[KABI_NEW] = b->body;
	return true;
}

/* "struct outer::member" */
static struct kabi_diff_entry *
compare_untagged(struct kabi_diff_frame *frame,
		 const struct kabi_diff_member *member,
		 const struct kabi_body *bodies[KABI_SIDES])
{
	struct kabi_diff_subject inner = *frame->subject;

	inner.path = kabi_diff_text(frame->differ, "%s::%s",
				    frame->subject->path, member->name);
	inner.name = kabi_diff_text(frame->differ, "%s %s",
				    kabi_kind_name(bodies[KABI_OLD]->kind),
				    inner.path);
	return kabi_diff_bodies(frame->differ, &inner, bodies[KABI_OLD],
				bodies[KABI_NEW]);
}

/* The size of a bit-field is its width. */
static void set_size(struct kabi_diff_frame *frame,
		     struct kabi_diff_entry *entry, enum kabi_diff_side side,
		     const struct kabi_diff_member *member)
{
	const char *what = member->member->bits ? "width" : "size";
	uint64_t size = member->member->bits ? member->width
					     : member->width / 8;

	kabi_diff_set(frame->differ, entry, side, frame->sides[side].record,
		      member->member->line, "%s %llu", what,
		      (unsigned long long)size);
}

static struct kabi_diff_entry *report_size(struct kabi_diff_frame *frame,
					   struct kabi_diff_entry *root,
					   const struct kabi_diff_member *a,
					   const struct kabi_diff_member *b)
{
	struct kabi_diff_entry *entry = kabi_diff_member_change(
		frame, root, KABI_VERDICT_MEMBER_SIZE_CHANGED, KABI_LEVEL_BREAK,
		a, b);

	set_size(frame, entry, KABI_OLD, a);
	set_size(frame, entry, KABI_NEW, b);
	return entry;
}

static struct kabi_diff_entry *report_type(struct kabi_diff_frame *frame,
					   struct kabi_diff_entry *root,
					   enum kabi_diff_level level,
					   const struct kabi_diff_member *a,
					   const struct kabi_diff_member *b)
{
	struct kabi_diff_entry *entry = kabi_diff_member_change(
		frame, root,
		level == KABI_DIFF_SOURCE
			? KABI_VERDICT_MEMBER_QUALIFIERS_CHANGED
			: KABI_VERDICT_MEMBER_TYPE_CHANGED,
		(enum kabi_level)level, a, b);

	if (root)
		kabi_diff_tell_meaning(frame->differ, entry, a->member->type,
				       b->member->type);
	return entry;
}

static bool realigned(struct kabi_diff_frame *frame,
		      const struct kabi_diff_member *a,
		      const struct kabi_diff_member *b)
{
	struct kabi_differ *differ = frame->differ;

	return kabi_repr_align(differ->models[KABI_OLD], a->member->type) !=
	       kabi_repr_align(differ->models[KABI_NEW], b->member->type);
}

/*
 * The member's own type is the same; what it names may have changed. Then that
 * is the root of all that follows, and of this member's change too if its type
 * is a typedef that means something else now.
 */
static void compare_felt(struct kabi_diff_frame *frame,
			 struct kabi_diff_member *a, struct kabi_diff_member *b)
{
	const struct kabi_diff_pair *felt =
		kabi_diff_felt(frame->differ, a->member->type, b->member->type);

	if (!felt)
		return;
	a->root = felt->root;
	a->shifts = a->width != b->width || realigned(frame, a, b);
	if (!felt->changes_users)
		return;
	if (a->width != b->width)
		report_size(frame, felt->root, a, b);
	else
		report_type(frame, felt->root, felt->level, a, b);
}

static void compare_types(struct kabi_diff_frame *frame,
			  struct kabi_diff_member *a,
			  struct kabi_diff_member *b)
{
	const struct kabi_body *bodies[KABI_SIDES];
	enum kabi_diff_level level;

	if (untagged_bodies(a->member->type, b->member->type, bodies)) {
		a->root = compare_untagged(frame, a, bodies);
		a->shifts = a->root &&
			    (a->width != b->width || realigned(frame, a, b));
		return;
	}
	level = kabi_diff_type(frame->differ, a->member->type, b->member->type);
	if (level <= KABI_DIFF_SOURCE) {
		if (level == KABI_DIFF_SOURCE)
			report_type(frame, NULL, level, a, b);
		compare_felt(frame, a, b);
	} else if (a->width != b->width) {
		a->root = report_size(frame, NULL, a, b);
		a->shifts = true;
	} else {
		a->root = report_type(frame, NULL, level, a, b);
		a->shifts = realigned(frame, a, b);
	}
}

/* An integer, all of it: as good as a bit-field of that width. */
static bool is_integer(const struct kabi_diff_member *member)
{
	return kabi_repr_class(member->member->type) == KABI_CLASS_INTEGER;
}

/* Of a bit-field the width counts, and what kind of type it is. */
static void compare_bit_fields(struct kabi_diff_frame *frame,
			       struct kabi_diff_member *a,
			       struct kabi_diff_member *b)
{
	enum kabi_diff_level level;

	if (a->width != b->width || !is_integer(a) || !is_integer(b)) {
		a->root = report_size(frame, NULL, a, b);
		a->shifts = true;
		return;
	}
	level = kabi_diff_type(frame->differ, a->member->type, b->member->type);
	if (level > KABI_DIFF_RISK)
		level = KABI_DIFF_RISK;
	if (level != KABI_DIFF_SAME) {
		a->root = report_type(frame, NULL, level, a, b);
		a->shifts = realigned(frame, a, b);
	} else {
		compare_felt(frame, a, b);
	}
}

static void compare_matched(struct kabi_diff_frame *frame,
			    struct kabi_diff_member *a)
{
	struct kabi_diff_member *b = a->match;

	if (strcmp(a->name, b->name) != 0) {
		struct kabi_diff_entry *entry = kabi_diff_member_change(
			frame, NULL, KABI_VERDICT_MEMBER_RENAMED,
			KABI_LEVEL_SOURCE, a, b);

		entry->change.old_text = a->name;
		entry->change.new_text = b->name;
	}
	if (a->member->bits || b->member->bits)
		compare_bit_fields(frame, a, b);
	else
		compare_types(frame, a, b);
}

struct kabi_diff_entry *kabi_diff_bodies(
	struct kabi_differ *differ, const struct kabi_diff_subject *subject,
	const struct kabi_body *old_body, const struct kabi_body *new_body)
{
	struct kabi_diff_frame frame = { .differ = differ, .subject = subject };
	struct kabi_diff_members *olds = &frame.sides[KABI_OLD];

	if (same_words(differ, old_body, new_body))
		return NULL;
	kabi_diff_members_init(olds, differ, KABI_OLD, old_body,
			       subject->records[KABI_OLD]);
	kabi_diff_members_init(&frame.sides[KABI_NEW], differ, KABI_NEW,
			       new_body, subject->records[KABI_NEW]);
	kabi_diff_match_names(&frame);
	kabi_diff_conventions(&frame);
	kabi_diff_match_places(&frame);
	for (size_t i = 0; i < olds->n; i++) {
		struct kabi_diff_member *member = olds->by_place[i];

		if (member->match && member->fate == KABI_FATE_PLAIN)
			compare_matched(&frame, member);
	}
	kabi_diff_layout(&frame);
	kabi_diff_members_deinit(olds);
	kabi_diff_members_deinit(&frame.sides[KABI_NEW]);
	return frame.root;
}
