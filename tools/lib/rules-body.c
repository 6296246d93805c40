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

struct search {
	enum kabi_kind kind;
	const char *name;
};

static bool body_holds(const struct search *search,
		       const struct kabi_body *body, int depth);

/* Is it the type, an array of it, or an untagged one that holds it? */
static bool is_or_holds(const struct search *search,
			const struct kabi_type *type, int depth)
{
	/* A pointer to a function: its parameters are had by value. */
	if (depth >= KABI_MAX_DEPTH)
		return false;
	switch (type->kind) {
	case KABI_TYPE_TAGGED:
		return type->tag_kind == search->kind &&
		       !strcmp(type->name, search->name);
	case KABI_TYPE_NAMED:
		if (search->kind == KABI_KIND_TYPEDEF &&
		    !strcmp(type->name, search->name))
			return true;
		return type->decl && type->decl->kind == KABI_KIND_TYPEDEF &&
		       is_or_holds(search, type->decl->type, depth + 1);
	case KABI_TYPE_ARRAY:
		return is_or_holds(search, type->target, depth + 1);
	case KABI_TYPE_POINTER:
		type = kabi_type_strip(type->target);
		return type->kind == KABI_TYPE_FUNCTION &&
		       is_or_holds(search, type, depth + 1);
	case KABI_TYPE_FUNCTION:
		for (size_t i = 0; i < type->n_params; i++) {
			if (is_or_holds(search, type->params[i], depth + 1))
				return true;
		}
		return is_or_holds(search, type->target, depth + 1);
	case KABI_TYPE_UNTAGGED:
		return body_holds(search, type->body, depth + 1);
	default:
		return false;
	}
}

static bool body_holds(const struct search *search,
		       const struct kabi_body *body, int depth)
{
	for (size_t i = 0; i < body->n_members; i++) {
		if (is_or_holds(search, body->members[i].type, depth))
			return true;
	}
	return false;
}

bool kabi_subject_is_by_value(const struct kabi_model *model,
			      const char *subject)
{
	size_t length = strcspn(subject, " ");
	struct search search;

	/* Untagged: it stands where it is had. */
	if (!subject[length] || strstr(subject, "::") ||
	    subject[length + 1] == '{' ||
	    !kabi_kind_parse(subject, length, &search.kind))
		return true;
	search.name = subject + length + 1;
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];
		bool found = false;

		if (record->kind == KABI_KIND_STRUCT ||
		    record->kind == KABI_KIND_UNION)
			found = body_holds(&search, record->body, 0);
		else if (record->kind == KABI_KIND_FUNCTION ||
			 record->kind == KABI_KIND_VARIABLE)
			found = is_or_holds(&search, record->type, 0);
		if (found)
			return true;
	}
	return false;
}
