// SPDX-License-Identifier: GPL-2.0-or-later
/* From the subject of a change back to the type. */
#include <string.h>

#include "rules-private.h"

static const struct kabi_body *body_of_type(const struct kabi_type *type)
{
	type = kabi_type_strip(type);
	while (type->kind == KABI_TYPE_ARRAY || type->kind == KABI_TYPE_POINTER)
		type = kabi_type_strip(type->target);
	return type->kind == KABI_TYPE_UNTAGGED ? type->body : NULL;
}

static const struct kabi_body *body_of_record(const struct kabi_record *record)
{
	if (!record)
		return NULL;
	if (record->kind == KABI_KIND_STRUCT || record->kind == KABI_KIND_UNION)
		return record->body;
	return record->kind == KABI_KIND_TYPEDEF ? body_of_type(record->type)
						 : NULL;
}

/* The untagged type of a member; members of nameless ones are the outer's. */
static const struct kabi_body *body_of_member(const struct kabi_body *body,
					      const char *name, size_t length,
					      int depth)
{
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		const struct kabi_body *inner = body_of_type(member->type);

		if (member->name && strlen(member->name) == length &&
		    !memcmp(member->name, name, length))
			return inner;
		if (!member->name && inner && depth < KABI_MAX_DEPTH)
			inner = body_of_member(inner, name, length, depth + 1);
		else
			inner = NULL;
		if (inner)
			return inner;
	}
	return NULL;
}

static const struct kabi_body *find_outer(const struct kabi_model *model,
					  enum kabi_kind kind, const char *name)
{
	static const enum kabi_kind kinds[] = { KABI_KIND_STRUCT,
						KABI_KIND_UNION,
						KABI_KIND_TYPEDEF };
	const struct kabi_body *body =
		body_of_record(kabi_model_find(model, kind, name));

	/* "union outer::member": the keyword is the inner type's. */
	for (size_t i = 0; !body && i < 3; i++)
		body = body_of_record(kabi_model_find(model, kinds[i], name));
	return body;
}

const struct kabi_body *kabi_subject_body(const struct kabi_model *model,
					  const char *subject)
{
	size_t length = strcspn(subject, " ");
	kabi_cleanup(kabi_free_cleanup) char *name = NULL;
	const struct kabi_body *body;
	enum kabi_kind kind;
	char *at;

	if (!subject[length] || !kabi_kind_parse(subject, length, &kind) ||
	    (kind != KABI_KIND_STRUCT && kind != KABI_KIND_UNION &&
	     kind != KABI_KIND_TYPEDEF))
		return NULL;
	name = kabi_xstrdup(subject + length + 1);
	at = strstr(name, "::");
	if (at)
		*at = '\0';
	body = find_outer(model, kind, name);
	while (body && at) {
		char *next = strstr(at + 2, "::");

		length = next ? (size_t)(next - at - 2) : strlen(at + 2);
		body = body_of_member(body, at + 2, length, 0);
		at = next;
	}
	return body;
}

/* Adds "struct foo"; returns whether it was there. */
static bool add_held(struct kabi_strtab *held, enum kabi_kind kind,
		     const char *name)
{
	kabi_cleanup(kabi_free_cleanup) char *subject =
		kabi_xasprintf("%s %s", kabi_kind_name(kind), name);
	size_t length = strlen(subject);

	if (kabi_strtab_find(held, subject, length))
		return true;
	kabi_strtab_intern(held, subject, length);
	return false;
}

static void add_body(struct kabi_strtab *held, const struct kabi_body *body,
		     int depth);

/* What is had of the type itself: an array's elements, a callback's types. */
static void add_type(struct kabi_strtab *held, const struct kabi_type *type,
		     int depth)
{
	const struct kabi_type *target;

	if (depth >= KABI_MAX_DEPTH)
		return;
	switch (type->kind) {
	case KABI_TYPE_TAGGED:
		add_held(held, type->tag_kind, type->name);
		break;
	case KABI_TYPE_NAMED:
		if (type->decl && type->decl->kind == KABI_KIND_TYPEDEF &&
		    !add_held(held, KABI_KIND_TYPEDEF, type->name))
			add_type(held, type->decl->type, depth + 1);
		break;
	case KABI_TYPE_ARRAY:
		add_type(held, type->target, depth + 1);
		break;
	case KABI_TYPE_POINTER:
		target = kabi_type_strip(type->target);
		if (target->kind == KABI_TYPE_FUNCTION)
			add_type(held, target, depth + 1);
		break;
	case KABI_TYPE_FUNCTION:
		for (size_t i = 0; i < type->n_params; i++)
			add_type(held, type->params[i], depth + 1);
		add_type(held, type->target, depth + 1);
		break;
	case KABI_TYPE_UNTAGGED:
		add_body(held, type->body, depth + 1);
		break;
	default:
		break;
	}
}

static void add_body(struct kabi_strtab *held, const struct kabi_body *body,
		     int depth)
{
	for (size_t i = 0; i < body->n_members; i++)
		add_type(held, body->members[i].type, depth);
}

void kabi_held_add(struct kabi_strtab *held, const struct kabi_model *model)
{
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];

		if (record->kind == KABI_KIND_STRUCT ||
		    record->kind == KABI_KIND_UNION)
			add_body(held, record->body, 0);
		else if (record->kind == KABI_KIND_FUNCTION ||
			 record->kind == KABI_KIND_VARIABLE)
			add_type(held, record->type, 0);
	}
}

bool kabi_held_has(const struct kabi_strtab *held, const char *subject)
{
	/* What has no tag stands where it is had. */
	return strchr(subject, '{') || strstr(subject, "::") ||
	       kabi_strtab_find(held, subject, strlen(subject));
}
