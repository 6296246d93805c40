// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Types within types. When a kernel's struct grows, so does a module's own
 * struct that has it by value, and what lies behind it there moves: OLD knows
 * nothing of that struct, so the consumer's own layout has to tell.
 */
#include <string.h>

#include "consumers.h"
#include "exposure.h"

/* By-value nesting of any real type is far below this. */
#define MAX_DEPTH 256

/* Below a type of the consumer's: what it was walked for already. */
struct seen {
	const struct kabi_record *holder;
	bool by_size, by_align;
	size_t next; /* in walk.seen, from 1; 0: the last */
};

struct walk {
	struct kabi_consumer_reading *reading;
	void (*found)(struct kabi_consumer_reading *reading,
		      const struct kabi_record *record,
		      const struct kabi_via *via);
	/* What of the outermost type is in the code. */
	bool all;      /* its size, or nobody knows */
	bool any;      /* some member */
	uint64_t last; /* the largest offset of such a member */
	/* What of the outermost type's member at hand. */
	struct kabi_via via;
	unsigned int depth;
	/* By record: in "seen", of the outermost type "round". */
	struct {
		size_t first;
		size_t round;
	} * heads;
	size_t round;
	struct seen *seen;
	size_t n_seen, room_seen;
};

static void walk_body(struct walk *walk, const struct kabi_body *body,
		      const struct kabi_record *holder);

static const struct kabi_body *body_of(const struct kabi_record *record)
{
	if (record->body)
		return record->body;
	if (record->kind == KABI_KIND_TYPEDEF &&
	    record->type->kind == KABI_TYPE_UNTAGGED)
		return record->type->body;
	return NULL;
}

/* Otherwise types that hold one another twice would take for ever. */
static bool was_seen(struct walk *walk, const struct kabi_record *record,
		     const struct kabi_record *holder)
{
	size_t i = 0;

	if (walk->heads[record->index].round == walk->round)
		i = walk->heads[record->index].first;
	for (size_t j = i; j; j = walk->seen[j - 1].next) {
		struct seen *seen = &walk->seen[j - 1];

		if (seen->holder != holder)
			continue;
		if (seen->by_size >= walk->via.by_size &&
		    seen->by_align >= walk->via.by_align)
			return true;
		seen->by_size |= walk->via.by_size;
		seen->by_align |= walk->via.by_align;
		return false;
	}
	kabi_array_reserve(&walk->seen, walk->n_seen, &walk->room_seen,
			   sizeof(*walk->seen));
	walk->seen[walk->n_seen++] = (struct seen){
		.holder = holder,
		.by_size = walk->via.by_size,
		.by_align = walk->via.by_align,
		.next = i,
	};
	walk->heads[record->index].round = walk->round;
	walk->heads[record->index].first = walk->n_seen;
	return false;
}

/* A type of the consumer's that lies there, in all its variants. */
static void walk_record(struct walk *walk, const struct kabi_record *record,
			const struct kabi_record *holder)
{
	const struct kabi_record *old = kabi_model_find(
		walk->reading->old_model, record->kind, record->name);

	if (walk->depth >= MAX_DEPTH || was_seen(walk, record, holder))
		return;
	walk->via.holder = holder;
	if (old)
		walk->found(walk->reading, record, &walk->via);
	walk->depth++;
	for (; record; record = record->next_variant) {
		if (body_of(record))
			walk_body(walk, body_of(record), old ? old : holder);
	}
	walk->depth--;
}

static void walk_type(struct walk *walk, const struct kabi_type *type,
		      const struct kabi_record *holder)
{
	while (type) {
		const struct kabi_record *decl = type->decl;

		switch (type->kind) {
		case KABI_TYPE_ARRAY:
			type = type->target;
			break;
		case KABI_TYPE_NAMED:
			if (!decl || decl->kind != KABI_KIND_TYPEDEF)
				return;
			if (body_of(decl)) {
				walk_record(walk, decl, holder);
				return;
			}
			type = decl->type;
			break;
		case KABI_TYPE_TAGGED:
			if (decl && decl->kind != KABI_KIND_ENUM)
				walk_record(walk, decl, holder);
			return;
		case KABI_TYPE_UNTAGGED:
			walk_body(walk, type->body, holder);
			return;
		default:
			return;
		}
	}
}

static void walk_body(struct walk *walk, const struct kabi_body *body,
		      const struct kabi_record *holder)
{
	for (size_t i = 0; i < body->n_members; i++)
		walk_type(walk, body->members[i].type, holder);
}

/* The outermost type's: what lies behind a member moves when it grows. */
static void walk_members(struct walk *walk, const struct kabi_body *body,
			 uint64_t before, const struct kabi_record *old)
{
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		uint64_t offset = before + member->offset;

		if (member->type->kind == KABI_TYPE_UNTAGGED) {
			walk_members(walk, member->type->body, offset, old);
			continue;
		}
		walk->via.by_size = walk->all ||
				    (walk->any && walk->last > offset);
		walk->via.by_align = walk->all ||
				     (walk->any && walk->last >= offset);
		if (walk->via.by_align)
			walk_type(walk, member->type, old);
	}
}

/* The body that a member is of, past arrays: of one without a tag. */
static const struct kabi_body *untagged(const struct kabi_type *type)
{
	while (type && type->kind == KABI_TYPE_ARRAY)
		type = type->target;
	return type && type->kind == KABI_TYPE_UNTAGGED ? type->body : NULL;
}

/* Where the member "a.b" lies; false when there is none. */
static bool find_member(const struct kabi_body *body, const char *path,
			uint64_t *offset)
{
	size_t length = strcspn(path, ".");

	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		const struct kabi_body *inner = untagged(member->type);
		uint64_t before = *offset;

		*offset += member->offset;
		if (!member->name) {
			if (inner && find_member(inner, path, offset))
				return true;
		} else if (strlen(member->name) == length &&
			   !memcmp(member->name, path, length)) {
			if (!path[length] || !inner)
				return true;
			return find_member(inner, path + length + 1, offset);
		}
		*offset = before;
	}
	return false;
}

static void note_exposed(struct walk *walk, const struct kabi_record *record,
			 const struct kabi_exposed *exposed)
{
	if (!exposed->member) {
		walk->all = true;
		return;
	}
	for (; record; record = record->next_variant) {
		uint64_t offset = 0;

		if (!body_of(record) ||
		    !find_member(body_of(record), exposed->member, &offset)) {
			walk->all = true;
			return;
		}
		if (!walk->any || offset > walk->last)
			walk->last = offset;
		walk->any = true;
	}
}

static void hold(struct walk *walk, const struct kabi_record *exposure)
{
	struct kabi_consumer_reading *reading = walk->reading;
	const char *name;
	enum kabi_kind kind = kabi_exposure_type(exposure, &name);
	const struct kabi_record *record =
		kabi_model_find(reading->model, kind, name);
	const struct kabi_record *old =
		kabi_model_find(reading->old_model, kind, name);
	kabi_cleanup(kabi_free_cleanup) char *subject =
		kabi_xasprintf("%s %s", kabi_kind_name(kind), name);

	if (!record)
		return;
	walk->via.subject =
		kabi_arena_strndup(reading->arena, subject, strlen(subject));
	walk->round++;
	walk->n_seen = 0;
	walk->all = walk->any = false;
	walk->last = 0;
	for (size_t i = 0; i < exposure->n_exposed; i++)
		note_exposed(walk, record, &exposure->exposed[i]);
	for (; record; record = record->next_variant) {
		if (body_of(record))
			walk_members(walk, body_of(record), 0, old);
	}
}

void kabi_consumer_hold(struct kabi_consumer_reading *reading,
			void (*found)(struct kabi_consumer_reading *reading,
				      const struct kabi_record *record,
				      const struct kabi_via *via))
{
	struct walk walk = { .reading = reading, .found = found };
	const struct kabi_model *model = reading->model;
	size_t end = model->by_kind[KABI_KIND_EXPOSURE + 1];

	walk.heads = kabi_xcalloc(model->n_records + 1, sizeof(*walk.heads));
	for (size_t i = model->by_kind[KABI_KIND_EXPOSURE]; i < end; i++)
		hold(&walk, model->records[i]);
	free(walk.heads);
	free(walk.seen);
}
