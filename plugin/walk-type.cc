// SPDX-License-Identifier: GPL-2.0-or-later
// How a type is spelled in a record (docs/format.md 3): see walk.h.

#include "gcc-compat.h"

#include "original.h"
#include "walk.h"

/* Where a type stands. */
struct place {
	unsigned int tabs;  /* how far its further lines are indented */
	unsigned int depth; /* how many types it stands in */
	bool parameter;
	/*
	 * Behind a pointer, or in the signature of a function: its layout does
	 * not matter here. Never so in the signature of a symbol.
	 */
	bool remote;
	bool signature;
	bool parameters; /* anywhere within those of a function */
};

/*
 * Where "?deep" stands is a level too, and so may be what the type stands in: a
 * function, a member.
 */
#define DEEPEST (KABI_MAX_DEPTH - 1)

static void type_text(struct kabi_walk *walk, tree type, struct place place);

static void put(struct kabi_walk *walk, const char *text)
{
	if (!walk->quiet)
		kabi_record_text(walk->recorder, text);
}

static void put_number(struct kabi_walk *walk, unsigned HOST_WIDE_INT value)
{
	if (!walk->quiet)
		kabi_record_unsigned(walk->recorder, value);
}

/* An array's qualifiers are those of its elements, in C. */
static int qualifiers_of(const_tree type)
{
	if (TREE_CODE(type) == FUNCTION_TYPE)
		return TYPE_UNQUALIFIED;
	return TYPE_QUALS(strip_array_types(CONST_CAST_TREE(type)));
}

static void put_qualifiers(struct kabi_walk *walk, int quals)
{
	addr_space_t space = DECODE_QUAL_ADDR_SPACE(quals);

	if (quals & TYPE_QUAL_CONST)
		put(walk, "const ");
	if (quals & TYPE_QUAL_VOLATILE)
		put(walk, "volatile ");
	if (quals & TYPE_QUAL_RESTRICT)
		put(walk, "restrict ");
	if (quals & TYPE_QUAL_ATOMIC)
		put(walk, "_Atomic ");
	if (!ADDR_SPACE_GENERIC_P(space)) {
		put(walk, c_addr_space_name(space));
		put(walk, " ");
	}
}

/*
 * Is it `[*]`? GCC makes such a type from the one that `[]` and `[0]` of
 * members share, which it marks as well; only parameters can have it.
 */
static bool is_unspecified(const_tree type)
{
	return C_TYPE_VARIABLE_SIZE(type) && TYPE_SIZE(type);
}

static void array_text(struct kabi_walk *walk, tree type, struct place place)
{
	tree domain = TYPE_DOMAIN(type);
	tree max = domain ? TYPE_MAX_VALUE(domain) : NULL_TREE;

	put(walk, "[");
	if (max && tree_fits_uhwi_p(max))
		put_number(walk, tree_to_uhwi(max) + 1);
	else if (max && integer_minus_onep(max))
		/* Completed by an initialiser without elements. */
		put(walk, "0");
	else if (max || (place.parameters && is_unspecified(type)))
		put(walk, "*");
	else if (TYPE_SIZE(type) && integer_zerop(TYPE_SIZE(type)))
		put(walk, "0");
	put(walk, "]");
	type_text(walk, TREE_TYPE(type), place);
}

/* Attributes of a function's type that decide how it is called; sorted. */
static const char *const call_attributes[] = {
	"aarch64_vector_pcs", "cdecl",	 "fastcall",
	"interrupt",	      "ms_abi",	 "no_caller_saved_registers",
	"noreturn",	      "pcs",	 "regparm",
	"sseregparm",	      "stdcall", "sysv_abi",
	"thiscall",
};

bool kabi_walk_is_call_attribute(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(call_attributes); i++) {
		if (!strcmp(call_attributes[i], name))
			return true;
	}
	return false;
}

static void put_attributes(struct kabi_walk *walk, const_tree type,
			   bool noreturn)
{
	const char *separator = "[";

	for (size_t i = 0; i < ARRAY_SIZE(call_attributes); i++) {
		const char *name = call_attributes[i];
		tree found = lookup_attribute(name, TYPE_ATTRIBUTES(type));
		tree value = found ? TREE_VALUE(found) : NULL_TREE;

		if (!found && !(noreturn && !strcmp(name, "noreturn")))
			continue;
		put(walk, separator);
		separator = ",";
		put(walk, name);
		value = value ? TREE_VALUE(value) : NULL_TREE;
		if (value && TREE_CODE(value) == INTEGER_CST &&
		    tree_fits_uhwi_p(value)) {
			put(walk, "=");
			put_number(walk, tree_to_uhwi(value));
		} else if (value && TREE_CODE(value) == STRING_CST) {
			put(walk, "=");
			put(walk, TREE_STRING_POINTER(value));
		}
	}
	if (*separator == ',')
		put(walk, "]");
}

static void function_text(struct kabi_walk *walk, tree type, bool noreturn,
			  struct place place)
{
	tree argument = TYPE_ARG_TYPES(type);
	const char *separator = "";

	place.remote = !place.signature;
	put(walk, "func");
	put_attributes(walk, type, noreturn || TYPE_VOLATILE(type));
	put(walk, "(");
	if (!argument)
		put(walk, kabi_gcc_no_named_parameter(type) ? "..." : "?");
	else if (argument == void_list_node)
		put(walk, "void");
	for (; argument && argument != void_list_node;
	     argument = TREE_CHAIN(argument)) {
		struct place inner = place;

		inner.parameter = inner.parameters = true;
		put(walk, separator);
		separator = ", ";
		type_text(walk, TREE_VALUE(argument), inner);
	}
	/* A list that does not end with void has an ellipsis. */
	if (*separator && !argument)
		put(walk, ", ...");
	put(walk, ") ");
	type_text(walk, TREE_TYPE(type), place);
}

/* In bits; false where it is not known before run time. */
static bool field_position(const_tree field, unsigned HOST_WIDE_INT *ret)
{
	if (!tree_fits_uhwi_p(DECL_FIELD_OFFSET(field)) ||
	    !tree_fits_uhwi_p(DECL_FIELD_BIT_OFFSET(field)))
		return false;
	*ret = tree_to_uhwi(DECL_FIELD_OFFSET(field)) * BITS_PER_UNIT +
	       tree_to_uhwi(DECL_FIELD_BIT_OFFSET(field));
	return true;
}

static const char *field_name(const_tree field)
{
	return DECL_NAME(field) ? IDENTIFIER_POINTER(DECL_NAME(field)) : "-";
}

/* A nameless member stands where its body begins. */
static location_t field_location(const_tree field)
{
	const_tree type = TREE_TYPE(field);

	if (!DECL_NAME(field) && RECORD_OR_UNION_TYPE_P(type) &&
	    !kabi_walk_tag(type))
		return kabi_walk_tag_location(type);
	return DECL_SOURCE_LOCATION(field);
}

static void member_text(struct kabi_walk *walk, tree field,
			unsigned HOST_WIDE_INT position, struct place place)
{
	/* GCC gives a bit-field a type of its width; this is the declared one.
	 */
	tree declared = DECL_BIT_FIELD_TYPE(field);

	if (!walk->quiet) {
		kabi_record_line(walk->recorder, place.tabs);
		kabi_record_unsigned(walk->recorder, position / BITS_PER_UNIT);
		if (declared) {
			put(walk, ":");
			put_number(walk, position % BITS_PER_UNIT);
		}
		put(walk, " ");
		put(walk, field_name(field));
		if (declared) {
			put(walk, ":");
			put_number(walk, tree_to_uhwi(DECL_SIZE(field)));
		}
		kabi_walk_line(walk, field_location(field));
		put(walk, " ");
	}
	type_text(walk, declared ? declared : TREE_TYPE(field), place);
}

static void members_text(struct kabi_walk *walk, tree type, struct place place)
{
	bool problems = false;
	unsigned HOST_WIDE_INT position;

	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		/* Nameless bit-fields are padding. */
		if (TREE_CODE(field) != FIELD_DECL ||
		    (!DECL_NAME(field) && DECL_BIT_FIELD_TYPE(field)))
			continue;
		if (field_position(field, &position))
			member_text(walk, field, position, place);
		else
			problems = true;
	}
	for (tree field = problems && !walk->quiet ? TYPE_FIELDS(type)
						   : NULL_TREE;
	     field; field = DECL_CHAIN(field)) {
		if (TREE_CODE(field) == FIELD_DECL &&
		    !field_position(field, &position))
			kabi_record_problem(
				walk->recorder, place.tabs,
				"member %s: its offset is known at run time only",
				field_name(field));
	}
	if (TYPE_REVERSE_STORAGE_ORDER(type) && !walk->quiet)
		kabi_record_problem(walk->recorder, place.tabs,
				    "its bytes are stored in reversed order");
}

/* The body of an untagged struct or union, where it is used. */
static void untagged_text(struct kabi_walk *walk, tree type, struct place place)
{
	HOST_WIDE_INT size = int_size_in_bytes(type);

	put(walk, "size=");
	put_number(walk, size < 0 ? 0 : size);
	put(walk, " align=");
	put_number(walk, TYPE_ALIGN_UNIT(TYPE_MAIN_VARIANT(type)));
	if (TREE_CODE(type) == UNION_TYPE && TYPE_TRANSPARENT_AGGR(type))
		put(walk, " transparent=1");
	put(walk, " {");
	place.tabs++;
	place.signature = place.parameters = false;
	members_text(walk, type, place);
	if (!walk->quiet)
		kabi_record_line(walk->recorder, place.tabs - 1);
	put(walk, "}");
}

/*
 * What a typedef leads to where its name stands. Its record says what it is a
 * name for, and not who needs that.
 */
static void follow_typedef(struct kabi_walk *walk, tree decl,
			   struct place place)
{
	tree type = kabi_original_type(decl);
	bool quiet = walk->quiet;
	tree self = walk->self;

	if (!type || place.remote || ++place.depth > KABI_MAX_DEPTH)
		return;
	if (!place.signature && walk->followed.add(decl))
		return;
	walk->quiet = true;
	walk->self = decl;
	type_text(walk, type, place);
	walk->self = self;
	walk->quiet = quiet;
}

/* A struct, union or enum: by its tag, its typedef, or as it stands. */
static void tagged_text(struct kabi_walk *walk, tree type, struct place place)
{
	const char *tag = kabi_walk_tag(type);
	bool is_enum = TREE_CODE(type) == ENUMERAL_TYPE;
	tree decl = NULL_TREE;

	if (!tag && !is_enum)
		decl = kabi_walk_naming_typedef(type);
	if (decl && decl != walk->self) {
		kabi_walk_need(walk, decl);
		put(walk, IDENTIFIER_POINTER(DECL_NAME(decl)));
		follow_typedef(walk, decl, place);
		return;
	}
	if (tag || is_enum)
		kabi_walk_mention(walk, TYPE_MAIN_VARIANT(type), place.remote);
	put(walk, is_enum			   ? "enum "
		  : TREE_CODE(type) == RECORD_TYPE ? "struct "
						   : "union ");
	if (tag) {
		put(walk, tag);
	} else if (is_enum) {
		put(walk, "{");
		put(walk, kabi_walk_first_enumerator(type));
		put(walk, "}");
	} else {
		untagged_text(walk, type, place);
	}
}

static void base_text(struct kabi_walk *walk, tree type)
{
	const char *name = kabi_walk_base_name(type);

	if (name) {
		kabi_walk_need(walk, TYPE_MAIN_VARIANT(type));
		put(walk, name);
	} else {
		put(walk, "?");
		put(walk, get_tree_code_name(TREE_CODE(type)));
	}
}

static void vector_text(struct kabi_walk *walk, tree type, struct place place)
{
	unsigned HOST_WIDE_INT count = 0;

	/* A vector whose length the machine decides (SVE) has none. */
	if (!TYPE_VECTOR_SUBPARTS(type).is_constant(&count))
		count = 0;
	put(walk, "vector(");
	put_number(walk, count);
	put(walk, ") ");
	type_text(walk, TREE_TYPE(type), place);
}

/* A type that no typedef names, without its qualifiers. */
static void core_text(struct kabi_walk *walk, tree type, struct place place)
{
	switch (TREE_CODE(type)) {
	case VOID_TYPE:
		put(walk, "void");
		break;
	case POINTER_TYPE:
		put(walk, "*");
		place.remote = !place.signature;
		type_text(walk, TREE_TYPE(type), place);
		break;
	case ARRAY_TYPE:
		array_text(walk, type, place);
		break;
	case FUNCTION_TYPE:
		function_text(walk, type, false, place);
		break;
	case VECTOR_TYPE:
		vector_text(walk, type, place);
		break;
	case COMPLEX_TYPE:
		put(walk, "_Complex ");
		type_text(walk, TREE_TYPE(type), place);
		break;
	case RECORD_TYPE:
	case UNION_TYPE:
	case ENUMERAL_TYPE:
		tagged_text(walk, type, place);
		break;
	case INTEGER_TYPE:
	case REAL_TYPE:
	case BOOLEAN_TYPE:
		base_text(walk, type);
		break;
	default:
		put(walk, "?");
		put(walk, get_tree_code_name(TREE_CODE(type)));
	}
}

/*
 * The typedef by which this type is spelled here, or NULL. Not where that would
 * lose something: attributes given to a function type after the typedef, or
 * that parameters are compared without their qualifiers.
 */
static tree spelling_typedef(struct kabi_walk *walk, tree type, bool parameter)
{
	tree decl = kabi_walk_typedef_of(type);

	if (!decl || decl == walk->self)
		return NULL_TREE;
	if (TREE_CODE(type) == FUNCTION_TYPE &&
	    (TYPE_MAIN_VARIANT(type) != TYPE_MAIN_VARIANT(TREE_TYPE(decl)) ||
	     TYPE_VOLATILE(type) != TYPE_VOLATILE(TREE_TYPE(decl))))
		return NULL_TREE;
	if (parameter && qualifiers_of(TREE_TYPE(decl)))
		return NULL_TREE;
	return decl;
}

static void type_text(struct kabi_walk *walk, tree type, struct place place)
{
	tree decl = spelling_typedef(walk, type, place.parameter);
	int quals = qualifiers_of(type);

	if (decl)
		quals &= ~qualifiers_of(TREE_TYPE(decl));
	else if (TREE_CODE(type) == ARRAY_TYPE)
		quals = TYPE_UNQUALIFIED;
	if (!place.parameter)
		put_qualifiers(walk, quals);
	place.parameter = false;
	if (decl) {
		kabi_walk_need(walk, decl);
		put(walk, IDENTIFIER_POINTER(DECL_NAME(decl)));
		follow_typedef(walk, decl, place);
	} else if (++place.depth >= DEEPEST) {
		put(walk, "?deep");
	} else {
		core_text(walk, type, place);
	}
}

void kabi_walk_type(struct kabi_walk *walk, tree type)
{
	struct place place = { 1, 0, false, false, true, false };

	type_text(walk, type, place);
}

void kabi_walk_function_type(struct kabi_walk *walk, tree type, bool noreturn)
{
	struct place place = { 1, 0, false, false, true, false };

	function_text(walk, type, noreturn, place);
}

void kabi_walk_named_type(struct kabi_walk *walk, tree type)
{
	struct place place = { 1, 0, false, true, false, false };

	type_text(walk, type, place);
}

void kabi_walk_follow(struct kabi_walk *walk, tree type)
{
	struct place place = { 1, 0, false, false, false, false };

	walk->quiet = true;
	type_text(walk, type, place);
	walk->quiet = false;
}

void kabi_walk_members(struct kabi_walk *walk, tree type)
{
	struct place place = { 1, 0, false, false, false, false };

	members_text(walk, type, place);
}

void kabi_walk_line(struct kabi_walk *walk, location_t location)
{
	struct kabi_where where = kabi_where_get(location);

	if (!where.file || where.file != walk->at.file)
		return;
	if (where.line >= walk->at.line) {
		put(walk, " +");
		put_number(walk, where.line - walk->at.line);
	} else {
		put(walk, " -");
		put_number(walk, walk->at.line - where.line);
	}
}
