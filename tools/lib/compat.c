// SPDX-License-Identifier: GPL-2.0-or-later
/* C11 6.2.7, as far as a linker's symbol is concerned; see compat.h. */
#include "compat.h"

#include <string.h>

/*
 * Types that a hostile file makes wide and deep at once are not compared to
 * their ends: no declaration of a kernel comes near this many comparisons.
 */
#define BUDGET 10000

struct comparison {
	unsigned int left; /* of BUDGET; at 0 all that is left is taken as equal
			    */
};

/* What a type is once its typedefs are gone. */
struct stripped {
	const struct kabi_type *type;
	unsigned int quals;
};

static bool same(struct comparison *comparison, const struct kabi_type *a,
		 const struct kabi_type *b, unsigned int ignored_quals);

static struct stripped strip(const struct kabi_type *type)
{
	struct stripped ret = { type, type->quals };

	/* A finished model has no endless chains of typedefs. */
	while (ret.type->kind == KABI_TYPE_NAMED && ret.type->decl &&
	       ret.type->decl->kind == KABI_KIND_TYPEDEF) {
		ret.type = ret.type->decl->type;
		ret.quals |= ret.type->quals;
	}
	return ret;
}

/* Names are interned, but an address space may be absent. */
static bool same_name(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool same_array(struct comparison *comparison, const struct kabi_type *a,
		       const struct kabi_type *b)
{
	if (a->bound == KABI_BOUND_CONSTANT &&
	    b->bound == KABI_BOUND_CONSTANT && a->count != b->count)
		return false;
	return same(comparison, a->target, b->target, 0);
}

/* noreturn promises something about the body, it does not change the type. */
static size_t next_attribute(const struct kabi_type *type, size_t i)
{
	while (i < type->n_attributes &&
	       !strcmp(type->attributes[i], "noreturn"))
		i++;
	return i;
}

static bool same_attributes(const struct kabi_type *a,
			    const struct kabi_type *b)
{
	size_t i = next_attribute(a, 0);
	size_t j = next_attribute(b, 0);

	while (i < a->n_attributes && j < b->n_attributes) {
		if (strcmp(a->attributes[i], b->attributes[j]))
			return false;
		i = next_attribute(a, i + 1);
		j = next_attribute(b, j + 1);
	}
	return i == a->n_attributes && j == b->n_attributes;
}

static bool same_function(struct comparison *comparison,
			  const struct kabi_type *a, const struct kabi_type *b)
{
	/* Qualifiers of what is returned or passed by value mean nothing. */
	if (!same(comparison, a->target, b->target, ~0u) ||
	    !same_attributes(a, b))
		return false;
	if (a->prototype == KABI_PROTOTYPE_NONE ||
	    b->prototype == KABI_PROTOTYPE_NONE)
		return true;
	if (a->prototype != b->prototype || a->n_params != b->n_params)
		return false;
	for (size_t i = 0; i < a->n_params; i++)
		if (!same(comparison, a->params[i], b->params[i], ~0u))
			return false;
	return true;
}

static bool same_body(struct comparison *comparison, const struct kabi_body *a,
		      const struct kabi_body *b)
{
	if (a->kind != b->kind || a->size != b->size || a->align != b->align ||
	    a->n_members != b->n_members)
		return false;
	for (size_t i = 0; i < a->n_members; i++) {
		const struct kabi_member *m = &a->members[i];
		const struct kabi_member *n = &b->members[i];

		if (!same_name(m->name, n->name) || m->offset != n->offset ||
		    m->bit_offset != n->bit_offset || m->bits != n->bits ||
		    !same(comparison, m->type, n->type, 0))
			return false;
	}
	return true;
}

/* An enumeration and an integer of its size and signedness. */
static bool enum_is_integer(const struct kabi_type *a,
			    const struct kabi_type *b)
{
	const struct kabi_record *tag = a->decl;
	const struct kabi_record *base = b->decl;

	return a->kind == KABI_TYPE_TAGGED && a->tag_kind == KABI_KIND_ENUM &&
	       b->kind == KABI_TYPE_NAMED && tag && base &&
	       base->kind == KABI_KIND_BASE && tag->size == base->size &&
	       base->encoding == (tag->is_signed ? KABI_ENCODING_SIGNED
						 : KABI_ENCODING_UNSIGNED);
}

static bool same_core(struct comparison *comparison, const struct kabi_type *a,
		      const struct kabi_type *b)
{
	if (a->kind != b->kind)
		return enum_is_integer(a, b) || enum_is_integer(b, a);
	switch (a->kind) {
	case KABI_TYPE_VOID:
		return true;
	case KABI_TYPE_POINTER:
	case KABI_TYPE_COMPLEX:
		return same(comparison, a->target, b->target, 0);
	case KABI_TYPE_ARRAY:
		return same_array(comparison, a, b);
	case KABI_TYPE_FUNCTION:
		return same_function(comparison, a, b);
	case KABI_TYPE_VECTOR:
		return a->count == b->count &&
		       same(comparison, a->target, b->target, 0);
	case KABI_TYPE_TAGGED:
		return a->tag_kind == b->tag_kind &&
		       same_name(a->name, b->name);
	case KABI_TYPE_UNTAGGED:
		return same_body(comparison, a->body, b->body);
	case KABI_TYPE_NAMED:
	case KABI_TYPE_UNKNOWN:
		break;
	}
	return same_name(a->name, b->name);
}

static bool same(struct comparison *comparison, const struct kabi_type *a,
		 const struct kabi_type *b, unsigned int ignored_quals)
{
	struct stripped x = strip(a);
	struct stripped y = strip(b);

	if (!comparison->left)
		return true;
	comparison->left--;
	ignored_quals |= KABI_QUAL_RESTRICT;
	if ((x.quals & ~ignored_quals) != (y.quals & ~ignored_quals) ||
	    !same_name(x.type->space, y.type->space))
		return false;
	/* One typedef on both sides needs no second look. */
	if (a->kind == KABI_TYPE_NAMED && b->kind == KABI_TYPE_NAMED &&
	    same_name(a->name, b->name))
		return true;
	return same_core(comparison, x.type, y.type);
}

bool kabi_types_compatible(const struct kabi_type *a, const struct kabi_type *b)
{
	struct comparison comparison = { BUDGET };

	return same(&comparison, a, b, 0);
}
