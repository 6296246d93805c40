// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Is the type at one place another one, and how bad is that?
 *
 * Only the words of the type itself count: `struct foo *` is the same type on
 * both sides whatever happened inside struct foo, since that is reported at
 * struct foo. Typedefs are names for something: they are looked through until
 * both sides use the same name or nothing is left to look through.
 */
#include <string.h>

#include "differ.h"
#include "repr.h"

/*
 * Typedefs can hide nesting that no single record shows; in broken input it is
 * as deep, or as wide, as the file is long.
 */
enum {
	MAX_NESTING = 4 * KABI_MAX_DEPTH,
	MAX_STEPS = 1 << 16,
};

struct type_pair {
	const struct kabi_type *types[KABI_SIDES];
	unsigned int quals[KABI_SIDES]; /* of all that was looked through */
	const char *spaces[KABI_SIDES];
};

static enum kabi_diff_level worse(enum kabi_diff_level a,
				  enum kabi_diff_level b)
{
	return a > b ? a : b;
}

static const struct kabi_type *next_typedef(const struct kabi_type *type)
{
	if (type->kind == KABI_TYPE_NAMED && type->decl &&
	    type->decl->kind == KABI_KIND_TYPEDEF)
		return type->decl->type;
	return NULL;
}

static bool is_named(const struct kabi_type *type, const char *name)
{
	return type->kind == KABI_TYPE_NAMED && !strcmp(type->name, name);
}

/* Does the chain of typedefs from type on come to that name? */
static bool leads_to(const struct kabi_type *type, const char *name)
{
	for (; type; type = next_typedef(type)) {
		if (is_named(type, name))
			return true;
	}
	return false;
}

/* Looks through one side's typedefs, up to the name if there is one. */
static void look_through(struct type_pair *pair, enum kabi_diff_side side,
			 const char *name)
{
	const struct kabi_type *type = pair->types[side], *next;

	for (;;) {
		pair->quals[side] |= type->quals;
		if (type->space)
			pair->spaces[side] = type->space;
		next = next_typedef(type);
		if (!next || (name && is_named(type, name)))
			break;
		type = next;
	}
	pair->types[side] = type;
}

/* Both sides as far as they have something in common. */
static void resolve(struct type_pair *pair)
{
	const struct kabi_type *type;
	const char *common = NULL;

	for (type = pair->types[KABI_OLD]; type && !common;
	     type = next_typedef(type)) {
		if (type->kind == KABI_TYPE_NAMED &&
		    leads_to(pair->types[KABI_NEW], type->name))
			common = type->name;
	}
	look_through(pair, KABI_OLD, common);
	look_through(pair, KABI_NEW, common);
}

static enum kabi_diff_level compare(struct kabi_differ *differ,
				    const struct kabi_type *old_type,
				    const struct kabi_type *new_type);

/* What is left when neither side is the other one. */
static enum kabi_diff_level by_representation(struct kabi_differ *differ,
					      const struct kabi_type *a,
					      const struct kabi_type *b)
{
	return kabi_repr_same(differ->models[KABI_OLD], a,
			      differ->models[KABI_NEW], b)
		       ? KABI_DIFF_RISK
		       : KABI_DIFF_BREAK;
}

static bool same_tag(struct kabi_differ *differ, const struct kabi_type *a,
		     const struct kabi_type *b)
{
	bool same_name = a->tag_kind == b->tag_kind &&
			 !strcmp(a->name, b->name);
	const struct kabi_diff_pair *pair;

	if (same_name && (a->decl == b->decl || a->name[0] != '{'))
		return true;
	/* Its kind may have changed; an untagged enum has no fixed name. */
	if (!a->decl || !b->decl)
		return same_name;
	pair = kabi_diff_pair_of(differ, KABI_OLD, a->decl);
	if (pair && pair->records[KABI_NEW])
		return pair->records[KABI_NEW] == b->decl;
	return same_name;
}

const struct kabi_body *kabi_diff_body_of(const struct kabi_type *type)
{
	type = kabi_type_strip(type);
	if (type->kind == KABI_TYPE_UNTAGGED)
		return type->body;
	if (type->kind == KABI_TYPE_TAGGED && type->decl)
		return type->decl->body;
	return NULL;
}

/* One of them has no tag: the same when they have the same members. */
static enum kabi_diff_level compare_untagged(struct kabi_differ *differ,
					     const struct kabi_type *a,
					     const struct kabi_type *b)
{
	const struct kabi_body *old_body = kabi_diff_body_of(a);
	const struct kabi_body *new_body = kabi_diff_body_of(b);

	if (old_body && new_body && old_body->kind == new_body->kind &&
	    kabi_diff_same_body(differ, old_body, new_body))
		return KABI_DIFF_SAME;
	return by_representation(differ, a, b);
}

/* T[0] and T[] are the same thing; so is a bound that nobody knows. */
static bool same_bound(const struct kabi_type *a, const struct kabi_type *b)
{
	uint64_t a_count = a->bound == KABI_BOUND_CONSTANT ? a->count : 0;
	uint64_t b_count = b->bound == KABI_BOUND_CONSTANT ? b->count : 0;

	if (a->bound == KABI_BOUND_VARIABLE || b->bound == KABI_BOUND_VARIABLE)
		return a->bound == b->bound;
	return a_count == b_count;
}

static enum kabi_diff_level compare_arrays(struct kabi_differ *differ,
					   const struct kabi_type *a,
					   const struct kabi_type *b)
{
	if (!same_bound(a, b))
		return by_representation(differ, a, b);
	return compare(differ, a->target, b->target);
}

/* GCC calls a noreturn function volatile. */
static bool is_noreturn(const struct kabi_type *type)
{
	if (type->quals & KABI_QUAL_VOLATILE)
		return true;
	for (size_t i = 0; i < type->n_attributes; i++) {
		if (!strcmp(type->attributes[i], "noreturn"))
			return true;
	}
	return false;
}

/* The next attribute but noreturn; NULL at the end. */
static const char *next_attribute(const struct kabi_type *type, size_t *i)
{
	while (*i < type->n_attributes) {
		const char *attribute = type->attributes[(*i)++];

		if (strcmp(attribute, "noreturn") != 0)
			return attribute;
	}
	return NULL;
}

enum kabi_diff_level kabi_diff_attributes(const struct kabi_type *a,
					  const struct kabi_type *b)
{
	size_t i = 0, j = 0;

	for (;;) {
		const char *x = next_attribute(a, &i);
		const char *y = next_attribute(b, &j);

		if (!kabi_diff_same_string(x, y))
			return KABI_DIFF_BREAK;
		if (!x)
			break;
	}
	return is_noreturn(a) == is_noreturn(b) ? KABI_DIFF_SAME
						: KABI_DIFF_RISK;
}

static enum kabi_diff_level compare_signatures(struct kabi_differ *differ,
					       const struct kabi_type *a,
					       const struct kabi_type *b)
{
	bool a_variadic = a->prototype == KABI_PROTOTYPE_VARIADIC;
	bool b_variadic = b->prototype == KABI_PROTOTYPE_VARIADIC;
	enum kabi_diff_level level;

	if (a->n_params != b->n_params || a_variadic != b_variadic)
		return KABI_DIFF_BREAK;
	level = kabi_diff_attributes(a, b);
	level = worse(level, compare(differ, a->target, b->target));
	for (size_t i = 0; i < a->n_params; i++)
		level = worse(level,
			      compare(differ, a->params[i], b->params[i]));
	return level;
}

/*
 * A pointer is a pointer: another target is a risk. But who calls through it
 * depends on the whole signature.
 */
static enum kabi_diff_level compare_pointers(struct kabi_differ *differ,
					     const struct kabi_type *a,
					     const struct kabi_type *b)
{
	enum kabi_diff_level level = compare(differ, a->target, b->target);
	enum kabi_type_kind a_kind = kabi_type_strip(a->target)->kind;
	enum kabi_type_kind b_kind = kabi_type_strip(b->target)->kind;

	if (a_kind == b_kind &&
	    (a_kind == KABI_TYPE_FUNCTION || a_kind == KABI_TYPE_POINTER))
		return level;
	return level > KABI_DIFF_RISK ? KABI_DIFF_RISK : level;
}

/* Past typedefs, without qualifiers. */
static enum kabi_diff_level compare_cores(struct kabi_differ *differ,
					  const struct kabi_type *a,
					  const struct kabi_type *b)
{
	if (a->kind == KABI_TYPE_UNTAGGED || b->kind == KABI_TYPE_UNTAGGED)
		return compare_untagged(differ, a, b);
	if (a->kind != b->kind)
		return by_representation(differ, a, b);
	switch (a->kind) {
	case KABI_TYPE_VOID:
		return KABI_DIFF_SAME;
	case KABI_TYPE_POINTER:
		return compare_pointers(differ, a, b);
	case KABI_TYPE_ARRAY:
		return compare_arrays(differ, a, b);
	case KABI_TYPE_FUNCTION:
		return compare_signatures(differ, a, b);
	case KABI_TYPE_VECTOR:
	case KABI_TYPE_COMPLEX:
		if (a->count == b->count &&
		    compare(differ, a->target, b->target) == KABI_DIFF_SAME)
			return KABI_DIFF_SAME;
		return by_representation(differ, a, b);
	case KABI_TYPE_TAGGED:
		if (same_tag(differ, a, b))
			return KABI_DIFF_SAME;
		return by_representation(differ, a, b);
	case KABI_TYPE_NAMED:
		if (!strcmp(a->name, b->name))
			return KABI_DIFF_SAME;
		return by_representation(differ, a, b);
	case KABI_TYPE_UNTAGGED:
	case KABI_TYPE_UNKNOWN:
		break;
	}
	return kabi_diff_same_string(a->name, b->name) ? KABI_DIFF_SAME
						       : KABI_DIFF_RISK;
}

/* A function's qualifiers are attributes, and are compared as such. */
static enum kabi_diff_level compare_quals(const struct type_pair *pair)
{
	const unsigned int source = KABI_QUAL_CONST | KABI_QUAL_VOLATILE;
	unsigned int changed = pair->quals[KABI_OLD] ^ pair->quals[KABI_NEW];

	if (pair->types[KABI_OLD]->kind == KABI_TYPE_FUNCTION)
		return KABI_DIFF_SAME;
	if (changed & KABI_QUAL_ATOMIC ||
	    !kabi_diff_same_string(pair->spaces[KABI_OLD],
				   pair->spaces[KABI_NEW]))
		return KABI_DIFF_RISK;
	return changed & source ? KABI_DIFF_SOURCE : KABI_DIFF_SAME;
}

/* By far the most: both say the same name, with nothing around it. */
static bool same_word(const struct kabi_type *a, const struct kabi_type *b)
{
	return a->kind == b->kind && a->quals == b->quals &&
	       a->space == b->space && a->tag_kind == b->tag_kind &&
	       (a->kind == KABI_TYPE_NAMED ||
		(a->kind == KABI_TYPE_TAGGED && a->name[0] != '{')) &&
	       !strcmp(a->name, b->name);
}

static enum kabi_diff_level compare(struct kabi_differ *differ,
				    const struct kabi_type *old_type,
				    const struct kabi_type *new_type)
{
	struct type_pair pair = { .types = { old_type, new_type } };
	enum kabi_diff_level level;

	if (same_word(old_type, new_type))
		return KABI_DIFF_SAME;
	if (!differ->type_nesting)
		differ->type_steps = 0;
	if (differ->type_nesting >= MAX_NESTING ||
	    ++differ->type_steps > MAX_STEPS)
		return KABI_DIFF_RISK;
	differ->type_nesting++;
	resolve(&pair);
	level = worse(compare_quals(&pair),
		      compare_cores(differ, pair.types[KABI_OLD],
				    pair.types[KABI_NEW]));
	differ->type_nesting--;
	return level;
}

/*
 * Types are shared within a model, and most places have one of a few: what was
 * found out about two of them is kept, the last for each hash.
 */
#define CACHE_SIZE 8192

struct kabi_diff_type_cache {
	struct known {
		const struct kabi_type *types[KABI_SIDES];
		enum kabi_diff_level level;
	} known[CACHE_SIZE];
};

struct kabi_diff_type_cache *kabi_diff_type_cache_create(void)
{
	return kabi_xcalloc(1, sizeof(struct kabi_diff_type_cache));
}

enum kabi_diff_level kabi_diff_type(struct kabi_differ *differ,
				    const struct kabi_type *old_type,
				    const struct kabi_type *new_type)
{
	uint64_t hash = (uintptr_t)old_type * UINT64_C(0x9e3779b97f4a7c15);
	struct known *known =
		&differ->type_cache->known[(hash >> 32) % CACHE_SIZE];

	if (known->types[KABI_OLD] != old_type ||
	    known->types[KABI_NEW] != new_type) {
		enum kabi_diff_level level =
			compare(differ, old_type, new_type);

		/* Deep within another one the answer may be cut short. */
		if (differ->type_nesting)
			return level;
		*known = (struct known){ { old_type, new_type }, level };
	}
	return known->level;
}

/* The pair that one side's type by value comes to first that changed. */
static const struct kabi_diff_pair *felt_on(struct kabi_differ *differ,
					    enum kabi_diff_side side,
					    const struct kabi_type *type)
{
	for (unsigned int i = 0; type && i < MAX_NESTING; i++) {
		struct kabi_diff_pair *pair = NULL;

		if (type->kind == KABI_TYPE_ARRAY) {
			type = type->target;
			continue;
		}
		if (type->kind != KABI_TYPE_NAMED &&
		    type->kind != KABI_TYPE_TAGGED)
			return NULL;
		if (type->decl)
			pair = kabi_diff_pair_of(differ, side, type->decl);
		if (pair && kabi_diff_is_compared(differ, pair)) {
			kabi_diff_pair(differ, pair);
			if (pair->root)
				return pair;
		}
		type = next_typedef(type);
	}
	return NULL;
}

const struct kabi_diff_pair *kabi_diff_felt(struct kabi_differ *differ,
					    const struct kabi_type *old_type,
					    const struct kabi_type *new_type)
{
	const struct kabi_diff_pair *pair = felt_on(differ, KABI_OLD, old_type);

	return pair ? pair : felt_on(differ, KABI_NEW, new_type);
}
