// SPDX-License-Identifier: GPL-2.0-or-later
// One record for one declaration (docs/format.md 2): see walk.h.

#include "gcc-compat.h"

#include "attributes.h"
#include "original.h"
#include "walk.h"

static void begin(struct kabi_walk *walk, enum kabi_kind kind, const char *name,
		  location_t location)
{
	walk->at = kabi_where_get(location);
	kabi_record_begin(walk->recorder, kind, name);
}

static void end(struct kabi_walk *walk)
{
	kabi_record_end(walk->recorder);
	walk->self = NULL_TREE;
}

static void put_at(struct kabi_walk *walk)
{
	kabi_record_at(walk->recorder, walk->at.file, walk->at.line);
}

static bool is_local(const_tree decl)
{
	return decl && DECL_CONTEXT(decl) &&
	       TREE_CODE(DECL_CONTEXT(decl)) == FUNCTION_DECL;
}

location_t kabi_walk_tag_location(const_tree type)
{
	const_tree stub = TYPE_STUB_DECL(TYPE_MAIN_VARIANT(type));

	return stub ? DECL_SOURCE_LOCATION(stub) : UNKNOWN_LOCATION;
}

static void put_local(struct kabi_walk *walk, const_tree decl)
{
	if (is_local(decl))
		kabi_record_key_number(walk->recorder, "local", 1);
}

/* 0 where it is known at run time only. */
static void put_size(struct kabi_walk *walk, const_tree type)
{
	HOST_WIDE_INT size = int_size_in_bytes(type);

	kabi_record_key_number(walk->recorder, "size", size < 0 ? 0 : size);
}

static void put_align(struct kabi_walk *walk, const_tree type)
{
	kabi_record_key_number(walk->recorder, "align", TYPE_ALIGN_UNIT(type));
}

void kabi_walk_base(struct kabi_walk *walk, tree type)
{
	const char *name = kabi_walk_base_name(type);
	const char *encoding;

	if (TREE_CODE(type) == BOOLEAN_TYPE)
		encoding = "bool";
	else if (TREE_CODE(type) == REAL_TYPE)
		encoding = DECIMAL_FLOAT_TYPE_P(type) ? "decimal" : "float";
	else if (!strcmp(name, "char"))
		encoding = "char";
	else
		encoding = TYPE_UNSIGNED(type) ? "unsigned" : "signed";
	begin(walk, KABI_KIND_BASE, name, UNKNOWN_LOCATION);
	put_size(walk, type);
	put_align(walk, type);
	kabi_record_key(walk->recorder, "encoding", encoding);
	end(walk);
}

void kabi_walk_struct(struct kabi_walk *walk, tree type)
{
	bool is_union = TREE_CODE(type) == UNION_TYPE;

	begin(walk, is_union ? KABI_KIND_UNION : KABI_KIND_STRUCT,
	      kabi_walk_tag(type), kabi_walk_tag_location(type));
	put_size(walk, type);
	put_align(walk, type);
	put_at(walk);
	put_local(walk, TYPE_STUB_DECL(type));
	if (is_union && TYPE_TRANSPARENT_AGGR(type))
		kabi_record_key_number(walk->recorder, "transparent", 1);
	kabi_walk_members(walk, type);
	if (int_size_in_bytes(type) < 0)
		kabi_record_problem(walk->recorder, 1,
				    "its size is known at run time only");
	end(walk);
}

static void put_enumerator(struct kabi_walk *walk, tree pair, const_tree decl)
{
	tree value = kabi_gcc_enumerator_value(pair);

	kabi_record_line(walk->recorder, 1);
	kabi_record_text(walk->recorder,
			 IDENTIFIER_POINTER(TREE_PURPOSE(pair)));
	kabi_record_text(walk->recorder, " ");
	if (tree_fits_shwi_p(value))
		kabi_record_signed(walk->recorder, tree_to_shwi(value));
	else
		kabi_record_unsigned(walk->recorder, tree_to_uhwi(value));
	if (decl)
		kabi_walk_line(walk, DECL_SOURCE_LOCATION(decl));
}

void kabi_walk_enum(struct kabi_walk *walk, const struct kabi_scope_enum *entry)
{
	tree type = entry->type;
	const char *tag = kabi_walk_tag(type);
	tree typedef_decl = NULL_TREE;
	unsigned int i = entry->first;

	if (tag) {
		begin(walk, KABI_KIND_ENUM, tag, kabi_walk_tag_location(type));
	} else {
		const char *name = ACONCAT(
			("{", kabi_walk_first_enumerator(type), "}", NULL));

		begin(walk, KABI_KIND_ENUM, name, kabi_walk_tag_location(type));
		typedef_decl = kabi_walk_naming_typedef(type);
	}
	put_size(walk, type);
	kabi_record_key_number(walk->recorder, "signed", !TYPE_UNSIGNED(type));
	put_at(walk);
	if (typedef_decl)
		kabi_record_key(walk->recorder, "typedef",
				IDENTIFIER_POINTER(DECL_NAME(typedef_decl)));
	put_local(walk, TYPE_STUB_DECL(type));
	for (tree pair = TYPE_VALUES(type); pair; pair = TREE_CHAIN(pair))
		put_enumerator(walk, pair, walk->scope->enumerators[i++]);
	end(walk);
}

/* An untagged body begins before the name that it gets. */
static location_t typedef_location(tree decl, tree type)
{
	tree naming;

	while (TREE_CODE(type) == POINTER_TYPE || TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	if (RECORD_OR_UNION_TYPE_P(type) && !kabi_walk_tag(type)) {
		naming = kabi_walk_naming_typedef(type);
		if (!naming || naming == decl)
			return kabi_walk_tag_location(type);
	}
	return kabi_original_location(decl);
}

void kabi_walk_typedef(struct kabi_walk *walk, tree decl)
{
	/* __builtin_va_list and the like have no other type than their own. */
	tree original = kabi_original_type(decl);
	tree type = original ? original : TREE_TYPE(decl);

	begin(walk, KABI_KIND_TYPEDEF, IDENTIFIER_POINTER(DECL_NAME(decl)),
	      typedef_location(decl, type));
	put_at(walk);
	put_local(walk, decl);
	kabi_record_line(walk->recorder, 1);
	walk->self = decl;
	kabi_walk_named_type(walk, type);
	end(walk);
}

const char *kabi_walk_attribute_string(const_tree decl, const char *name)
{
	tree found = lookup_attribute(name, DECL_ATTRIBUTES(decl));
	tree value = found ? TREE_VALUE(found) : NULL_TREE;

	value = value ? TREE_VALUE(value) : NULL_TREE;
	if (!value)
		return NULL;
	if (TREE_CODE(value) == IDENTIFIER_NODE)
		return IDENTIFIER_POINTER(value);
	return TREE_CODE(value) == STRING_CST ? TREE_STRING_POINTER(value)
					      : NULL;
}

static bool is_weakref(const_tree decl)
{
	return lookup_attribute("weakref", DECL_ATTRIBUTES(decl));
}

const char *kabi_walk_symbol_name(tree decl)
{
	tree name = DECL_ASSEMBLER_NAME_SET_P(decl) ? DECL_ASSEMBLER_NAME(decl)
						    : DECL_NAME(decl);
	const char *text = is_weakref(decl)
				   ? kabi_walk_attribute_string(decl, "alias")
				   : NULL;

	/* It is no symbol, what it refers to is. */
	if (text)
		return text;
	/* The code is that of a clone, and the symbol chooses among them. */
	if (TREE_CODE(decl) == FUNCTION_DECL &&
	    lookup_attribute("target_clones", DECL_ATTRIBUTES(decl)))
		name = DECL_NAME(decl);
	text = IDENTIFIER_POINTER(name);
	/* A name that the source gave with asm() is marked. */
	return *text == '*' ? text + 1 : text;
}

static void put_visibility(struct kabi_walk *walk, const_tree decl)
{
	static const char *const names[] = { NULL, "protected", "hidden",
					     "internal" };
	const char *name = names[DECL_VISIBILITY(decl)];

	if (name)
		kabi_record_key(walk->recorder, "vis", name);
}

static void put_attribute(struct kabi_walk *walk, const_tree decl,
			  const char *name)
{
	const char *value = kabi_walk_attribute_string(decl, name);

	if (value)
		kabi_record_key(walk->recorder, name, value);
}

void kabi_walk_symbol(struct kabi_walk *walk,
		      const struct kabi_scope_symbol *symbol)
{
	tree decl = symbol->decl;
	bool is_function = TREE_CODE(decl) == FUNCTION_DECL;

	begin(walk, is_function ? KABI_KIND_FUNCTION : KABI_KIND_VARIABLE,
	      kabi_walk_symbol_name(decl), DECL_SOURCE_LOCATION(decl));
	kabi_record_key(walk->recorder, "role",
			symbol->definition ? "def" : "ref");
	put_at(walk);
	put_visibility(walk, decl);
	if (DECL_WEAK(decl))
		kabi_record_key(walk->recorder, "bind", "weak");
	if (!is_weakref(decl))
		put_attribute(walk, decl, "alias");
	put_attribute(walk, decl, "section");
	if (is_function && symbol->definition)
		kabi_attributes_record(walk->recorder, decl);
	if (!is_function) {
		if (int_size_in_bytes(TREE_TYPE(decl)) >= 0)
			put_size(walk, TREE_TYPE(decl));
		if (DECL_THREAD_LOCAL_P(decl))
			kabi_record_key_number(walk->recorder, "tls", 1);
	}
	kabi_record_line(walk->recorder, 1);
	if (is_function)
		kabi_walk_function_type(walk, TREE_TYPE(decl),
					symbol->noreturn);
	else
		kabi_walk_type(walk, TREE_TYPE(decl));
	end(walk);
}
