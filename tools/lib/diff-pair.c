// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which type of OLD is which type of NEW: those of the same kind and name. A
 * tag that is there as another kind now (struct foo, union foo) is a pair too.
 * Untagged enums are paired in diff-enum-match.c.
 */
#include <limits.h>
#include <string.h>

#include "ctype.h"
#include "diff-consumers.h"

/* By-value nesting of any real type is far below this. */
#define MAX_DEPTH 256

static const enum kabi_kind type_kinds[] = { KABI_KIND_STRUCT, KABI_KIND_UNION,
					     KABI_KIND_ENUM,
					     KABI_KIND_TYPEDEF };

static bool is_first(const struct kabi_model *model, size_t i)
{
	return !i || model->records[i - 1]->kind != model->records[i]->kind ||
	       model->records[i - 1]->name != model->records[i]->name;
}

static struct kabi_diff_pair *add_pair(struct kabi_differ *differ,
				       const struct kabi_record *old_record,
				       const struct kabi_record *new_record)
{
	struct kabi_diff_pair *pair = &differ->pairs[differ->n_pairs];

	pair->records[KABI_OLD] = old_record;
	pair->records[KABI_NEW] = new_record;
	differ->n_pairs++;
	for (int side = 0; side < KABI_SIDES; side++) {
		if (pair->records[side])
			differ->pair_of[side][pair->records[side]->index] =
				differ->n_pairs;
	}
	return pair;
}

/* The next first variant of the kind that is not an untagged enum. */
static const struct kabi_record *next_record(const struct kabi_model *model,
					     enum kabi_kind kind, size_t *i)
{
	for (; *i < model->by_kind[kind + 1]; (*i)++) {
		if (is_first(model, *i) && model->records[*i]->name[0] != '{')
			return model->records[*i];
	}
	return NULL;
}

static void pair_kind(struct kabi_differ *differ, enum kabi_kind kind)
{
	const struct kabi_model *const *models = differ->models;
	size_t i = models[KABI_OLD]->by_kind[kind];
	size_t j = models[KABI_NEW]->by_kind[kind];

	for (;;) {
		const struct kabi_record *a =
			next_record(models[KABI_OLD], kind, &i);
		const struct kabi_record *b =
			next_record(models[KABI_NEW], kind, &j);
		int order;

		if (!a && !b)
			break;
		order = !a ? 1 : !b ? -1 : strcmp(a->name, b->name);
		add_pair(differ, order <= 0 ? a : NULL, order >= 0 ? b : NULL);
		i += order <= 0;
		j += order >= 0;
	}
}

/* A tag of OLD that only another kind of type has in NEW. */
static void pair_other_kinds(struct kabi_differ *differ)
{
	static const enum kabi_kind tags[] = { KABI_KIND_STRUCT,
					       KABI_KIND_UNION,
					       KABI_KIND_ENUM };
	const struct kabi_model *new_model = differ->models[KABI_NEW];

	for (size_t i = 0; i < differ->n_pairs; i++) {
		struct kabi_diff_pair *pair = &differ->pairs[i], *other;

		if (!pair->records[KABI_OLD] || pair->records[KABI_NEW] ||
		    pair->records[KABI_OLD]->kind == KABI_KIND_TYPEDEF)
			continue;
		for (size_t j = 0; j < 3; j++) {
			const struct kabi_record *record =
				kabi_model_find(new_model, tags[j],
						pair->records[KABI_OLD]->name);

			if (!record)
				continue;
			other = kabi_diff_pair_of(differ, KABI_NEW, record);
			if (!other || other->records[KABI_OLD])
				continue;
			other->records[KABI_NEW] = NULL;
			pair->records[KABI_NEW] = record;
			differ->pair_of[KABI_NEW][record->index] = i + 1;
			break;
		}
	}
}

void kabi_diff_pairs_create(struct kabi_differ *differ)
{
	size_t n = 0;

	for (int side = 0; side < KABI_SIDES; side++) {
		differ->pair_of[side] = kabi_arena_alloc(
			&differ->scratch, (differ->models[side]->n_records +
					   1) * sizeof(*differ->pair_of[side]));
		for (size_t i = 0; i < 4; i++)
			n += differ->models[side]->by_kind[type_kinds[i] + 1] -
			     differ->models[side]->by_kind[type_kinds[i]];
	}
	differ->pairs = kabi_arena_alloc(&differ->scratch,
					 (n + 1) * sizeof(*differ->pairs));
	for (size_t i = 0; i < 4; i++)
		pair_kind(differ, type_kinds[i]);
	pair_other_kinds(differ);
	kabi_diff_match_enums(differ, add_pair);
}

struct kabi_diff_pair *kabi_diff_pair_of(const struct kabi_differ *differ,
					 enum kabi_diff_side side,
					 const struct kabi_record *record)
{
	const struct kabi_model *model = differ->models[side];
	uint32_t i;

	if (record->index >= model->n_records ||
	    model->records[record->index] != record)
		return NULL; /* of the other side */
	i = differ->pair_of[side][record->index];
	if (!i) {
		/* A later variant: the first one stands for all. */
		record = kabi_model_find(model, record->kind, record->name);
		i = record ? differ->pair_of[side][record->index] : 0;
	}
	return i ? &differ->pairs[i - 1] : NULL;
}

/* Macros and enums of a .c file are nobody else's. */
bool kabi_diff_is_header(const struct kabi_record *record)
{
	size_t length;

	if (!record->file)
		return true;
	length = strlen(record->file);
	return length < 2 || record->file[length - 2] != '.' ||
	       !strchr("cSs", record->file[length - 1]);
}

/* In any variant; untagged enums are compared each for itself. */
static bool is_header_enum(const struct kabi_record *record)
{
	if (!record || record->kind != KABI_KIND_ENUM)
		return false;
	for (; record; record = record->next_variant) {
		if (kabi_diff_is_header(record))
			return true;
		if (record->name[0] == '{')
			break;
	}
	return false;
}

bool kabi_diff_is_compared(const struct kabi_differ *differ,
			   const struct kabi_diff_pair *pair)
{
	const struct kabi_record *a = pair->records[KABI_OLD];
	const struct kabi_record *b = pair->records[KABI_NEW];

	if ((a && a->hidden) || (b && b->hidden))
		return false;
	/* No object that was made before can feel what is new. */
	if (differ->options->prebuilt && !a)
		return false;
	if (differ->options->all_types || is_header_enum(a) ||
	    is_header_enum(b))
		return true;
	/* What is on one side only is its users' change. */
	if (!a || !b)
		return false;
	if (kabi_reach_any(differ->reaches[KABI_OLD], a) ||
	    kabi_reach_any(differ->reaches[KABI_NEW], b))
		return true;
	/* What no symbol reaches may still be handed over, as a void *. */
	return kabi_diff_is_header(a) && !kabi_diff_is_private(differ, a, b) &&
	       kabi_diff_is_used(differ, a);
}

bool kabi_diff_is_private(const struct kabi_differ *differ,
			  const struct kabi_record *old_record,
			  const struct kabi_record *new_record)
{
	/* A consumer was compiled against OLD. */
	enum kabi_diff_side side = old_record ? KABI_OLD : KABI_NEW;
	const struct kabi_record *record = old_record ? old_record : new_record;

	return kabi_model_is_private(differ->models[side], record);
}

/* "enum { FIRST, ... }" */
static const char *untagged_enum_name(struct kabi_differ *differ,
				      const struct kabi_record *record)
{
	if (record->typedef_name)
		return kabi_diff_text(differ, "typedef %s",
				      record->typedef_name);
	return kabi_diff_text(differ, "enum { %.*s%s }",
			      (int)(strlen(record->name) - 2), record->name + 1,
			      record->n_enumerators == 1 ? "" : ", ...");
}

struct kabi_diff_subject
kabi_diff_type_subject(struct kabi_differ *differ,
		       const struct kabi_record *old_record,
		       const struct kabi_record *new_record)
{
	const struct kabi_record *record = old_record ? old_record : new_record;
	struct kabi_diff_subject subject = {
		.path = record->name,
		.records = { old_record, new_record },
		.is_private =
			kabi_diff_is_private(differ, old_record, new_record),
	};

	if (record->kind == KABI_KIND_ENUM && record->name[0] == '{')
		subject.name = untagged_enum_name(differ, record);
	else
		subject.name = kabi_diff_text(differ, "%s %s",
					      kabi_kind_name(record->kind),
					      record->name);
	return subject;
}

static bool same_record(struct kabi_differ *differ, const struct kabi_record *a,
			const struct kabi_record *b)
{
	return a->body && b->body && a->body->kind == b->body->kind &&
	       kabi_diff_same_body(differ, a->body, b->body);
}

static void compare_record(struct kabi_differ *differ, void *context,
			   const struct kabi_record *a,
			   const struct kabi_record *b)
{
	struct kabi_diff_subject subject = kabi_diff_type_subject(differ, a, b);
	struct kabi_diff_pair *pair = context;
	struct kabi_diff_entry *root;

	if (!a->body || !b->body)
		return;
	root = kabi_diff_bodies(differ, &subject, a->body, b->body);
	if (!pair->root)
		pair->root = root;
}

void kabi_diff_report_kind(struct kabi_differ *differ,
			   struct kabi_diff_pair *pair, const char *old_text,
			   const char *new_text)
{
	const struct kabi_record *const *records = pair->records;
	struct kabi_diff_subject subject = kabi_diff_type_subject(
		differ, records[KABI_OLD], records[KABI_NEW]);
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, NULL, &subject,
			      KABI_VERDICT_TYPE_KIND_CHANGED, KABI_LEVEL_BREAK);

	kabi_diff_set(differ, entry, KABI_OLD, records[KABI_OLD], INT_MIN, "%s",
		      old_text);
	kabi_diff_set(differ, entry, KABI_NEW, records[KABI_NEW], INT_MIN, "%s",
		      new_text);
	pair->root = entry;
	pair->changes_users = true;
	pair->level = KABI_DIFF_BREAK;
	differ->n_changed_users++;
}

static void compare_pair(struct kabi_differ *differ,
			 struct kabi_diff_pair *pair)
{
	const struct kabi_record *a = pair->records[KABI_OLD];
	const struct kabi_record *b = pair->records[KABI_NEW];

	if (a && b && a->kind != b->kind)
		kabi_diff_report_kind(
			differ, pair,
			kabi_diff_text(differ, "%s %s", kabi_kind_name(a->kind),
				       a->name),
			kabi_diff_text(differ, "%s %s", kabi_kind_name(b->kind),
				       b->name));
	else if ((a ? a : b)->kind == KABI_KIND_ENUM)
		kabi_diff_enum(differ, pair);
	else if (a && b && a->kind == KABI_KIND_TYPEDEF)
		kabi_diff_typedef(differ, pair);
	else if (a && b)
		kabi_diff_variants(differ, a, b, same_record, compare_record,
				   pair);
}

void kabi_diff_pair(struct kabi_differ *differ, struct kabi_diff_pair *pair)
{
	if (pair->state != KABI_PAIR_WAITING || differ->depth >= MAX_DEPTH ||
	    (!pair->records[KABI_OLD] && !pair->records[KABI_NEW]))
		return;
	for (int side = 0; side < KABI_SIDES; side++) {
		if (pair->records[side] && pair->records[side]->hidden) {
			pair->state = KABI_PAIR_DONE;
			return;
		}
	}
	pair->state = KABI_PAIR_BUSY;
	differ->depth++;
	compare_pair(differ, pair);
	differ->depth--;
	pair->state = KABI_PAIR_DONE;
}
