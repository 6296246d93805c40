// SPDX-License-Identifier: GPL-2.0-or-later
// What was folded into constants: see exposure-parts.h.
//
// What is named in a sizeof, and the operand of a sizeof that somebody saw, is
// known. For the rest the constants of the body are held against the structs
// that it handles: a constant that could be the size of one, where there is a
// sizeof, or the offset of a member, where there is an offsetof, is taken for
// it. A struct that was named for an offset of which nothing shows is unknown.

#include "gcc-compat.h"

#include "exposure-parts.h"

/* A struct, and how often the source names it in an offsetof. */
struct wanted {
	tree type;
	unsigned int count;
};

void kabi_fold_begin(struct kabi_exposed_body *body, tree function)
{
	body->named = kabi_named_in(function);
	body->collects = body->named != NULL;
	body->measures = false;
}

static void add_constant(struct kabi_exposed_body *body, HOST_WIDE_INT value,
			 bool wide)
{
	struct kabi_constant constant = { value, wide };

	if (value > 0)
		body->constants.safe_push(constant);
}

/* Also what GCC made it from: n < 8 is n <= 7, n / 8 is n >> 3. */
void kabi_fold_constant(struct kabi_exposed_body *body, tree constant,
			enum tree_code code)
{
	bool wide = TYPE_PRECISION(TREE_TYPE(constant)) ==
		    TYPE_PRECISION(size_type_node);
	HOST_WIDE_INT value;

	if (!tree_fits_shwi_p(constant))
		return;
	value = tree_to_shwi(constant);
	add_constant(body, value < 0 ? -value : value, wide);
	switch (code) {
	case LE_EXPR:
	case GT_EXPR:
		add_constant(body, value + 1, wide);
		break;
	case BIT_AND_EXPR:
		if (pow2p_hwi(value + 1))
			add_constant(body, value + 1, wide);
		break;
	case LSHIFT_EXPR:
	case RSHIFT_EXPR:
		if (value > 3 && value < 32)
			add_constant(body, HOST_WIDE_INT_1 << value, wide);
		break;
	default:
		break;
	}
}

static int compare_constants(const void *a, const void *b)
{
	const struct kabi_constant *x = (const struct kabi_constant *)a;
	const struct kabi_constant *y = (const struct kabi_constant *)b;

	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return x->wide - y->wide;
}

/* Each once; of a constant in several types, the one of a size. */
static void sort_constants(struct kabi_exposed_body *body)
{
	unsigned int count = 0;

	body->constants.qsort(compare_constants);
	for (unsigned int i = 0; i < body->constants.length(); i++) {
		if (count && body->constants[count - 1].value ==
				     body->constants[i].value)
			count--;
		body->constants[count++] = body->constants[i];
	}
	body->constants.truncate(count);
}

static void sort_types(struct kabi_exposed_body *body)
{
	hash_set<tree> seen;
	unsigned int count = 0;

	for (unsigned int i = 0; i < body->types.length(); i++) {
		tree type = TYPE_MAIN_VARIANT(body->types[i]);

		if (!seen.add(type))
			body->types[count++] = type;
	}
	body->types.truncate(count);
}

/* The operand of a sizeof: a type, or a member. */
static void note_measured(struct kabi_exposed_body *body,
			  const struct kabi_naming *naming)
{
	tree operand = naming->what;

	if (TYPE_P(operand) && !kabi_place_struct(operand))
		return;
	if (kabi_named_in_assertion(naming->location))
		return;
	if (TYPE_P(operand))
		kabi_exposed_size(operand);
	else
		kabi_code_reference(body, operand, KABI_HOW_ACCESS);
}

static void want(vec<wanted> *wanted, tree type, unsigned int count)
{
	struct wanted entry = { type, count };

	for (unsigned int i = 0; i < wanted->length(); i++) {
		if ((*wanted)[i].type == type) {
			(*wanted)[i].count += count;
			return;
		}
	}
	wanted->safe_push(entry);
}

/* Sorts out what was named; true when there was a sizeof. */
static bool note_namings(struct kabi_exposed_body *body, vec<wanted> *offsets,
			 vec<wanted> *others)
{
	bool has_macros = kabi_named_has_macros();
	bool found = false;

	for (unsigned int i = body->named->first; i < body->named->end; i++) {
		const struct kabi_naming *naming = kabi_naming_at(i);

		if (naming->kind == KABI_MEASURED) {
			note_measured(body, naming);
			found = true;
			continue;
		}
		if (!COMPLETE_TYPE_P(naming->what) ||
		    kabi_named_in_assertion(naming->location))
			continue;
		if (naming->kind == KABI_NAMED_SIZE)
			kabi_exposed_size(naming->what);
		else if (has_macros && kabi_named_in_offsetof(naming->location))
			want(offsets, naming->what, 1);
		else
			want(others, naming->what,
			     kabi_named_is_written_in(naming->location,
						      body->named->function));
	}
	return found;
}

/* How many of the structs have this size; nothing is kept of size 0. */
typedef hash_map<int_hash<HOST_WIDE_INT, 0>, unsigned int> size_map;

static void count_sizes(struct kabi_exposed_body *body, size_map *sizes)
{
	unsigned int i;
	tree type;

	FOR_EACH_VEC_ELT(body->types, i, type) {
		HOST_WIDE_INT size = int_size_in_bytes(type);

		if (size > 0)
			sizes->get_or_insert(size)++;
	}
}

/* Is it the size of one of the structs, or of one and another? */
static bool is_size(const struct kabi_constant *constant, size_map *sizes)
{
	return (constant->value > 8 || constant->wide) &&
	       sizes->get(constant->value);
}

static bool is_part(const struct kabi_constant *constant, HOST_WIDE_INT size,
		    size_map *sizes)
{
	HOST_WIDE_INT rest = constant->value - size;
	unsigned int *count = rest > 0 ? sizes->get(rest) : NULL;

	return count && (rest != size || *count > 1);
}

/*
 * A constant that could be the size of a struct that is handled is taken so;
 * one that could be no such size, for sizeof(*a) + sizeof(*b).
 */
static void match_sizes(struct kabi_exposed_body *body)
{
	size_map sizes;

	count_sizes(body, &sizes);
	for (unsigned int c = 0; c < body->constants.length(); c++) {
		const struct kabi_constant *constant = &body->constants[c];
		bool whole = is_size(constant, &sizes);
		unsigned int i;
		tree type;

		if (!whole && !constant->wide)
			continue;
		FOR_EACH_VEC_ELT(body->types, i, type) {
			HOST_WIDE_INT size = int_size_in_bytes(type);

			if (size > 0 &&
			    (whole ? size == constant->value
				   : is_part(constant, size, &sizes)))
				kabi_exposed_size(type);
		}
	}
}

/* Is it from a member on, or from behind one, to the end of the struct? */
static bool match_rest(const struct kabi_exposed_body *body, tree type,
		       HOST_WIDE_INT offset)
{
	if (offset <= 0 ||
	    !(kabi_place_note(type, offset, NULL_TREE, false) ||
	      (body->measures && kabi_place_note_end(type, offset))))
		return false;
	if (body->measures)
		kabi_exposed_size(type);
	return true;
}

/* How many of the constants could be offsets of members of the struct? */
static unsigned int match_offsets(struct kabi_exposed_body *body, tree type)
{
	HOST_WIDE_INT size = int_size_in_bytes(type);
	struct kabi_constant *constant;
	unsigned int count = 0;
	unsigned int i;

	FOR_EACH_VEC_ELT(body->constants, i, constant) {
		bool at = kabi_place_note(type, constant->value, NULL_TREE,
					  false);
		bool rest = (!at || body->measures) &&
			    match_rest(body, type, size - constant->value);

		if (at || rest)
			count++;
	}
	if (count)
		return count;
	FOR_EACH_VEC_ELT(body->constants, i, constant) {
		if (kabi_place_note_end(type, constant->value))
			count++;
	}
	return count;
}

static unsigned int count_contained(struct kabi_exposed_body *body, tree type)
{
	unsigned int count = 0;
	unsigned int i;
	tree contained;

	FOR_EACH_VEC_ELT(body->contained, i, contained) {
		if (contained == type)
			count++;
	}
	return count;
}

static void find_offsets(struct kabi_exposed_body *body,
			 const vec<wanted> &offsets)
{
	for (unsigned int i = 0; i < offsets.length(); i++) {
		tree type = offsets[i].type;
		unsigned int seen = count_contained(body, type);
		unsigned int found;

		if (seen >= offsets[i].count)
			continue;
		found = match_offsets(body, type);
		if (!found && !seen)
			kabi_exposed_unknown(type);
		/* The first member's leaves no constant. */
		if (found + seen < offsets[i].count)
			kabi_place_note(type, 0, NULL_TREE, false);
	}
}

/* Of any struct that some code of the TU names by a typedef. */
static void match_typedefs(struct kabi_exposed_body *body)
{
	tree decl;

	for (unsigned int i = 0; (decl = kabi_named_typedef(i)); i++) {
		tree type = TYPE_MAIN_VARIANT(TREE_TYPE(decl));

		if (TREE_USED(decl) && COMPLETE_TYPE_P(type))
			match_offsets(body, type);
	}
}

/* offsetof(typeof(*p), member) and offsetof(foo_t, member) name no struct. */
static void find_nameless_offsets(struct kabi_exposed_body *body,
				  const vec<wanted> &offsets)
{
	unsigned int count = kabi_named_count_offsetof(body->named);
	unsigned int seen = body->contained.length();
	unsigned int found = 0;
	unsigned int i;
	tree type;

	for (i = 0; i < offsets.length(); i++) {
		seen -= count_contained(body, offsets[i].type);
		count -= MIN(count, offsets[i].count);
	}
	if (count <= seen)
		return;
	FOR_EACH_VEC_ELT(body->types, i, type)
		found += match_offsets(body, type);
	if (!found)
		match_typedefs(body);
}

/*
 * Of what a function itself names otherwise, a variable, a conversion ...
 * should show. Not of what only macros name: they ask for types so.
 */
static void find_others(struct kabi_exposed_body *body,
			const vec<wanted> &others)
{
	bool has_macros = kabi_named_has_macros();
	unsigned int i;

	for (i = 0; i < others.length(); i++) {
		tree type = others[i].type;
		bool shows = body->types.contains(type);

		if (shows && has_macros)
			continue;
		if (!match_offsets(body, type) && !shows && others[i].count)
			kabi_exposed_unknown(type);
	}
}

void kabi_fold_end(struct kabi_exposed_body *body, tree function)
{
	auto_vec<wanted> offsets;
	auto_vec<wanted> others;
	unsigned int i;
	tree variable;

	if (!body->named)
		return;
	FOR_EACH_LOCAL_DECL(DECL_STRUCT_FUNCTION(function), i, variable) {
		if (TREE_STATIC(variable) && DECL_INITIAL(variable))
			kabi_data_constants(body, DECL_INITIAL(variable));
	}
	sort_constants(body);
	sort_types(body);
	body->measures = note_namings(body, &offsets, &others);
	if (body->measures)
		match_sizes(body);
	find_offsets(body, offsets);
	find_nameless_offsets(body, offsets);
	find_others(body, others);
}

bool kabi_fold_wants_data(void)
{
	const struct kabi_named *named = kabi_named_outside();
	bool has_macros = kabi_named_has_macros();

	for (unsigned int i = named->first; i < named->end && has_macros; i++) {
		const struct kabi_naming *naming = kabi_naming_at(i);

		if (naming->kind == KABI_NAMED &&
		    kabi_named_in_offsetof(naming->location))
			return true;
	}
	return false;
}

void kabi_fold_outside(struct kabi_exposed_body *body)
{
	auto_vec<wanted> offsets;
	auto_vec<wanted> others;

	body->named = kabi_named_outside();
	sort_constants(body);
	body->measures = note_namings(body, &offsets, &others);
	find_offsets(body, offsets);
}
