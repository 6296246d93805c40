// SPDX-License-Identifier: GPL-2.0-or-later
// What lies where in a struct: see exposure-parts.h.

#include "gcc-compat.h"

#include "exposure-parts.h"

tree kabi_place_struct(tree type)
{
	type = strip_array_types(type);
	return RECORD_OR_UNION_TYPE_P(type) ? TYPE_MAIN_VARIANT(type)
					    : NULL_TREE;
}

tree kabi_place_pointed(tree pointer)
{
	tree type = TREE_TYPE(pointer);

	if (!POINTER_TYPE_P(type))
		return NULL_TREE;
	return TYPE_MAIN_VARIANT(strip_array_types(TREE_TYPE(type)));
}

static bool bit_place_of(const_tree field, HOST_WIDE_INT *ret)
{
	if (!tree_fits_shwi_p(DECL_FIELD_OFFSET(field)) ||
	    !tree_fits_shwi_p(DECL_FIELD_BIT_OFFSET(field)))
		return false;
	*ret = tree_to_shwi(DECL_FIELD_OFFSET(field)) * BITS_PER_UNIT +
	       tree_to_shwi(DECL_FIELD_BIT_OFFSET(field));
	return true;
}

bool kabi_place_of(const_tree field, HOST_WIDE_INT *ret)
{
	if (!bit_place_of(field, ret))
		return false;
	*ret /= BITS_PER_UNIT;
	return true;
}

/* In bytes; 0 where it has none, or is not known. */
static HOST_WIDE_INT size_of(const_tree type)
{
	HOST_WIDE_INT size = int_size_in_bytes(type);

	return size < 0 ? 0 : size;
}

/* Qualifiers of what pointers point to do not count. */
static bool is_same(tree a, tree b)
{
	while (POINTER_TYPE_P(a) && POINTER_TYPE_P(b)) {
		a = TREE_TYPE(a);
		b = TREE_TYPE(b);
	}
	return TYPE_MAIN_VARIANT(a) == TYPE_MAIN_VARIANT(b);
}

static bool find(tree type, kabi_member outer, HOST_WIDE_INT offset, tree want);

/* Does a member begin "rest" bytes behind where "field" does? */
static bool find_in(tree field, kabi_member outer, HOST_WIDE_INT rest,
		    tree want)
{
	tree element = strip_array_types(TREE_TYPE(field));
	tree type = kabi_place_struct(element);
	bool is_array = TREE_CODE(TREE_TYPE(field)) == ARRAY_TYPE;
	HOST_WIDE_INT size = size_of(TREE_TYPE(field));
	kabi_member member;
	bool found = false;

	/* Arrays without a size have all that follows. */
	if (rest < 0 || (rest && rest >= size && !(is_array && !size)))
		return false;
	if (is_array && size_of(element))
		rest %= size_of(element);
	member = kabi_exposed_member(outer, field);
	if (!rest && DECL_NAME(field) &&
	    (!want || is_same(want, element) ||
	     is_same(want, TREE_TYPE(field)))) {
		kabi_exposed_note(member,
				  is_array ? KABI_HOW_ACCESS : KABI_HOW_OFFSET);
		found = true;
	}
	if (type && kabi_exposed_is_root(type) &&
	    find(type, KABI_MEMBER_NONE, rest, want)) {
		if (DECL_NAME(field))
			kabi_exposed_note(member, KABI_HOW_OFFSET);
		found = true;
	} else if (type && !kabi_exposed_is_root(type)) {
		found |= find(type, member, rest, want);
	}
	return found;
}

static bool find(tree type, kabi_member outer, HOST_WIDE_INT offset, tree want)
{
	HOST_WIDE_INT position;
	bool found = false;

	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		if (TREE_CODE(field) == FIELD_DECL && !DECL_BIT_FIELD(field) &&
		    kabi_place_of(field, &position))
			found |= find_in(field, outer, offset - position, want);
	}
	return found;
}

bool kabi_place_note(tree type, HOST_WIDE_INT offset, tree want, bool only)
{
	if (want && VOID_TYPE_P(want))
		want = NULL_TREE;
	if (want && find(type, KABI_MEMBER_NONE, offset, want))
		return true;
	return !only && find(type, KABI_MEMBER_NONE, offset, NULL_TREE);
}

static bool find_end(tree type, kabi_member outer, HOST_WIDE_INT offset)
{
	HOST_WIDE_INT position;
	bool found = false;

	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		tree inner = TREE_TYPE(field);
		kabi_member member;

		if (TREE_CODE(field) != FIELD_DECL || DECL_BIT_FIELD(field) ||
		    !kabi_place_of(field, &position))
			continue;
		member = kabi_exposed_member(outer, field);
		if (position + size_of(inner) == offset && DECL_NAME(field)) {
			kabi_exposed_note(member, KABI_HOW_ACCESS);
			found = true;
		}
		if (RECORD_OR_UNION_TYPE_P(inner) &&
		    !kabi_exposed_is_root(inner))
			found |= find_end(inner, member, offset - position);
	}
	return found;
}

bool kabi_place_note_end(tree type, HOST_WIDE_INT offset)
{
	return find_end(type, KABI_MEMBER_NONE, offset);
}

/* Bits of a struct; all of an array's elements are one. */
static void note_bits(tree type, kabi_member outer, HOST_WIDE_INT first,
		      HOST_WIDE_INT end)
{
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		HOST_WIDE_INT start, size;
		kabi_member member;
		tree inner;

		if (TREE_CODE(field) != FIELD_DECL || !DECL_SIZE(field) ||
		    !tree_fits_shwi_p(DECL_SIZE(field)) ||
		    !bit_place_of(field, &start))
			continue;
		size = tree_to_shwi(DECL_SIZE(field));
		if (start >= end || start + size <= first)
			continue;
		member = kabi_exposed_member(outer, field);
		inner = kabi_place_struct(TREE_TYPE(field));
		if (DECL_NAME(field) && (!inner || kabi_exposed_is_root(inner)))
			kabi_exposed_note(member, inner ? KABI_HOW_OFFSET
							: KABI_HOW_ACCESS);
		if (inner && TREE_CODE(TREE_TYPE(field)) != ARRAY_TYPE)
			note_bits(inner,
				  kabi_exposed_is_root(inner) ? KABI_MEMBER_NONE
							      : member,
				  first - start, end - start);
		else if (inner)
			note_bits(inner,
				  kabi_exposed_is_root(inner) ? KABI_MEMBER_NONE
							      : member,
				  0, HOST_WIDE_INT_MAX);
	}
}

void kabi_place_note_bits(tree type, HOST_WIDE_INT first, HOST_WIDE_INT count)
{
	note_bits(type, KABI_MEMBER_NONE, first, first + count);
}
