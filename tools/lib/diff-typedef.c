// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Typedefs. One that names an untagged struct or union is that struct or union;
 * any other is a name for something, and a change when it names something else.
 * Those who use it feel that: their changes are folded under the typedef's.
 */
#include <limits.h>
#include <string.h>

#include "differ.h"
#include "repr.h"

static const struct kabi_body *own_body(const struct kabi_record *record)
{
	return record->type->kind == KABI_TYPE_UNTAGGED ? record->type->body
							: NULL;
}

static bool same_typedef(struct kabi_differ *differ,
			 const struct kabi_record *a,
			 const struct kabi_record *b)
{
	return kabi_diff_type(differ, a->type, b->type) == KABI_DIFF_SAME;
}

static void changes_users(struct kabi_differ *differ,
			  struct kabi_diff_pair *pair,
			  struct kabi_diff_entry *root,
			  enum kabi_diff_level level)
{
	pair->root = root;
	pair->changes_users = true;
	pair->level = level;
	differ->n_changed_users++;
}

static struct kabi_diff_entry *report(struct kabi_differ *differ,
				      struct kabi_diff_entry *root,
				      const struct kabi_diff_subject *subject,
				      enum kabi_diff_level level)
{
	struct kabi_diff_entry *entry = kabi_diff_add(
		differ, root, subject, KABI_VERDICT_TYPEDEF_CHANGED,
		(enum kabi_level)level);

	for (int side = 0; side < KABI_SIDES; side++)
		kabi_diff_set_type(differ, entry, side, subject->records[side],
				   INT_MIN, subject->records[side]->type);
	if (root)
		kabi_diff_tell_meaning(differ, entry,
				       subject->records[KABI_OLD]->type,
				       subject->records[KABI_NEW]->type);
	return entry;
}

/* A typedef of a typedef that changed is a user like any other. */
static void compare_felt(struct kabi_differ *differ,
			 const struct kabi_diff_subject *subject,
			 struct kabi_diff_pair *pair)
{
	const struct kabi_diff_pair *felt =
		kabi_diff_felt(differ, subject->records[KABI_OLD]->type,
			       subject->records[KABI_NEW]->type);

	if (!felt)
		return;
	if (felt->changes_users) {
		report(differ, felt->root, subject, felt->level);
		changes_users(differ, pair, felt->root, felt->level);
	} else {
		pair->root = felt->root;
	}
}

/* "struct", "pointer": what a type is, in a word. */
static const char *kind_word(const struct kabi_type *type)
{
	const struct kabi_body *body = kabi_diff_body_of(type);

	if (body)
		return kabi_kind_name(body->kind);
	type = kabi_type_strip(type);
	if (type->kind == KABI_TYPE_ARRAY)
		return "array";
	if (type->kind == KABI_TYPE_TAGGED)
		return kabi_kind_name(type->tag_kind);
	switch (kabi_repr_class(type)) {
	case KABI_CLASS_INTEGER:
		return "integer";
	case KABI_CLASS_FLOAT:
	case KABI_CLASS_DECIMAL:
		return "floating-point number";
	case KABI_CLASS_POINTER:
		return "pointer";
	case KABI_CLASS_FUNCTION:
		return "function";
	case KABI_CLASS_VOID:
		return "void";
	default:
		return "other type";
	}
}

static void compare_typedef(struct kabi_differ *differ, void *context,
			    const struct kabi_record *a,
			    const struct kabi_record *b)
{
	struct kabi_diff_subject subject = kabi_diff_type_subject(differ, a, b);
	struct kabi_diff_pair *pair = context;
	const struct kabi_body *old_body = kabi_diff_body_of(a->type);
	const struct kabi_body *new_body = kabi_diff_body_of(b->type);
	enum kabi_diff_level level;

	/* Its own struct; perhaps it has got, or lost, a tag. */
	if (old_body && new_body && old_body->kind == new_body->kind &&
	    (own_body(a) || own_body(b))) {
		if (!pair->root)
			pair->root = kabi_diff_bodies(differ, &subject,
						      old_body, new_body);
		return;
	}
	level = kabi_diff_type(differ, a->type, b->type);
	if (level == KABI_DIFF_SAME)
		compare_felt(differ, &subject, pair);
	else if (old_body && (!new_body || old_body->kind != new_body->kind))
		kabi_diff_report_kind(differ, pair, kind_word(a->type),
				      kind_word(b->type));
	else
		changes_users(differ, pair,
			      report(differ, NULL, &subject, level), level);
}

void kabi_diff_typedef(struct kabi_differ *differ, struct kabi_diff_pair *pair)
{
	kabi_diff_variants(differ, pair->records[KABI_OLD],
			   pair->records[KABI_NEW], same_typedef,
			   compare_typedef, pair);
}
