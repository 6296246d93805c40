// SPDX-License-Identifier: GPL-2.0-or-later
// Names, types and constants in the hash of a function: see body.h.

#include "gcc-compat.h"

#include "body.h"
#include "walk.h"
#include "where.h"

/* What a hash is of: part of every one. */
enum name_seed {
	SEED_CODE = 100,
	SEED_NAME,
	SEED_TYPE,
	SEED_CONSTANT,
	SEED_LINE,
	SEED_COUNTER,
	SEED_FILE,
	SEED_LOCAL,
	SEED_LABEL,
	SEED_DESCRIPTION,
	SEED_CALLED,
};

static uint64_t hash_text(enum name_seed seed, const char *text, size_t length)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, seed);
	kabi_fingerprint_add_bytes(&print, text, length);
	return kabi_fingerprint_value(&print);
}

static uint64_t hash_number(enum name_seed seed, uint64_t number)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, seed);
	kabi_fingerprint_add(&print, number);
	return kabi_fingerprint_value(&print);
}

/* By its name: the numbers of codes are those of one version of GCC. */
uint64_t kabi_body_code(enum tree_code code)
{
	static uint64_t hashes[MAX_TREE_CODES];
	const char *name;

	if (!hashes[code]) {
		name = get_tree_code_name(code);
		hashes[code] = hash_text(SEED_CODE, name, strlen(name));
	}
	return hashes[code];
}

uint64_t kabi_body_name(const_tree identifier)
{
	const char *name = identifier ? IDENTIFIER_POINTER(identifier) : "";
	size_t length = identifier ? IDENTIFIER_LENGTH(identifier) : 0;

	return hash_text(SEED_NAME, name,
			 kabi_fingerprint_name_length(name, length));
}

static void add_array(struct kabi_fingerprint *print, const_tree type)
{
	tree domain = TYPE_DOMAIN(type);
	tree max = domain ? TYPE_MAX_VALUE(domain) : NULL_TREE;

	if (max && tree_fits_uhwi_p(max))
		kabi_fingerprint_add(print, tree_to_uhwi(max));
	kabi_fingerprint_add(print, kabi_body_type(TREE_TYPE(type)));
}

/* Of block scope: no symbol reaches its record, and without a tag it has none.
 */
static bool is_of_function(const_tree type)
{
	const_tree stub = TYPE_STUB_DECL(TYPE_MAIN_VARIANT(type));
	const_tree context = stub ? DECL_CONTEXT(stub) : NULL_TREE;

	return context && TREE_CODE(context) == FUNCTION_DECL;
}

static void add_members(struct kabi_fingerprint *print, const_tree type)
{
	kabi_fingerprint_add(print, int_size_in_bytes(type));
	kabi_fingerprint_add(print, TYPE_ALIGN(type));
	kabi_fingerprint_add(print, TYPE_REVERSE_STORAGE_ORDER(type));
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		if (TREE_CODE(field) != FIELD_DECL)
			continue;
		kabi_fingerprint_add(print, kabi_body_name(DECL_NAME(field)));
		if (tree_fits_uhwi_p(DECL_FIELD_OFFSET(field)))
			kabi_fingerprint_add(
				print, tree_to_uhwi(DECL_FIELD_OFFSET(field)));
		if (tree_fits_uhwi_p(DECL_FIELD_BIT_OFFSET(field)))
			kabi_fingerprint_add(
				print,
				tree_to_uhwi(DECL_FIELD_BIT_OFFSET(field)));
		kabi_fingerprint_add(print, kabi_body_type(TREE_TYPE(field)));
	}
}

const char *kabi_body_tag(const_tree type)
{
	const char *tag = kabi_walk_tag(type);
	tree decl;

	if (tag)
		return tag;
	decl = kabi_walk_naming_typedef(CONST_CAST_TREE(type));
	return decl ? IDENTIFIER_POINTER(DECL_NAME(decl)) : NULL;
}

static void add_struct(struct kabi_fingerprint *print, const_tree type)
{
	const char *tag = kabi_body_tag(type);

	if (tag)
		kabi_fingerprint_add_bytes(print, tag, strlen(tag));
	if (is_of_function(type))
		add_members(print, type);
}

/*
 * As much of a type as decides what is done with a value of it: not what a
 * pointer points to, which is seen where it is used, not the members of a
 * structure that has a record of its own, and no names that mean the same.
 */
uint64_t kabi_body_type(const_tree type)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, SEED_TYPE);
	kabi_fingerprint_add(&print, TYPE_ADDR_SPACE(type));
	switch (TREE_CODE(type)) {
	case BOOLEAN_TYPE:
	case ENUMERAL_TYPE:
	case INTEGER_TYPE:
		kabi_fingerprint_add(&print, TYPE_PRECISION(type));
		kabi_fingerprint_add(&print, TYPE_UNSIGNED(type));
		break;
	case REAL_TYPE:
		kabi_fingerprint_add(&print, kabi_body_code(REAL_TYPE));
		kabi_fingerprint_add(&print, TYPE_PRECISION(type));
		break;
	case RECORD_TYPE:
	case UNION_TYPE:
		kabi_fingerprint_add(&print, kabi_body_code(TREE_CODE(type)));
		add_struct(&print, type);
		break;
	case ARRAY_TYPE:
		kabi_fingerprint_add(&print, kabi_body_code(ARRAY_TYPE));
		add_array(&print, type);
		break;
	case COMPLEX_TYPE:
	case VECTOR_TYPE:
		kabi_fingerprint_add(&print, kabi_body_code(TREE_CODE(type)));
		kabi_fingerprint_add(&print, int_size_in_bytes(type));
		kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(type)));
		break;
	default:
		kabi_fingerprint_add(&print, kabi_body_code(TREE_CODE(type)));
	}
	return kabi_fingerprint_value(&print);
}

/* Attributes have no order. */
static uint64_t attributes_hash(const_tree type)
{
	uint64_t sum = 0;

	for (const_tree at = TYPE_ATTRIBUTES(type); at; at = TREE_CHAIN(at)) {
		const_tree name = get_attribute_name(at);
		const_tree value = TREE_VALUE(at);

		if (!kabi_walk_is_call_attribute(IDENTIFIER_POINTER(name)))
			continue;
		sum += kabi_body_name(name);
		value = value ? TREE_VALUE(value) : NULL_TREE;
		if (value && TREE_CODE(value) == INTEGER_CST)
			sum += hash_number(SEED_CALLED,
					   TREE_INT_CST_LOW(value));
		else if (value && TREE_CODE(value) == STRING_CST)
			sum += hash_text(SEED_CALLED,
					 TREE_STRING_POINTER(value),
					 TREE_STRING_LENGTH(value));
	}
	return sum;
}

uint64_t kabi_body_called(const_tree type)
{
	struct kabi_fingerprint print;
	const_tree argument;

	kabi_fingerprint_init(&print, SEED_CALLED);
	kabi_fingerprint_add(&print, attributes_hash(type));
	kabi_fingerprint_add(&print, TYPE_VOLATILE(type));
	for (argument = TYPE_ARG_TYPES(type);
	     argument && argument != void_list_node;
	     argument = TREE_CHAIN(argument))
		kabi_fingerprint_add(&print,
				     kabi_body_type(TREE_VALUE(argument)));
	/* No prototype, an ellipsis, or neither. */
	kabi_fingerprint_add(&print, argument != NULL_TREE);
	return kabi_fingerprint_value(&print);
}

static uint64_t integer_hash(struct kabi_body *body, const_tree constant)
{
	const_tree type = TREE_TYPE(constant);
	struct kabi_fingerprint print;
	uint64_t number = TREE_INT_CST_LOW(constant);
	bool small = TREE_INT_CST_NUNITS(constant) == 1;

	if (small && body->assembly && INTEGRAL_TYPE_P(type) &&
	    kabi_fingerprint_defines(gimple_asm_string(body->assembly),
				     strlen(gimple_asm_string(body->assembly)),
				     number))
		return hash_number(SEED_COUNTER, 0);
	if (small && INTEGRAL_TYPE_P(type) && kabi_body_is_line(body, number))
		return hash_number(SEED_LINE, 0);
	kabi_fingerprint_init(&print, SEED_CONSTANT);
	kabi_fingerprint_add(&print, kabi_body_type(type));
	for (int i = 0; i < TREE_INT_CST_NUNITS(constant); i++)
		kabi_fingerprint_add(&print, TREE_INT_CST_ELT(constant, i));
	return kabi_fingerprint_value(&print);
}

uint64_t kabi_body_number(struct kabi_body *body, const_tree constant,
			  uint64_t mask)
{
	uint64_t number = TREE_INT_CST_LOW(constant);

	if (kabi_body_is_line(body, number))
		return hash_number(SEED_LINE, 0);
	return hash_number(SEED_CONSTANT, number & mask);
}

static uint64_t string_hash(struct kabi_body *body, const_tree constant)
{
	const char *text = TREE_STRING_POINTER(constant);
	size_t length = TREE_STRING_LENGTH(constant);
	size_t file = kabi_body_file_length(body, text, length);
	uint64_t rest = hash_text(SEED_CONSTANT, text + file, length - file);

	return file ? hash_number(SEED_FILE, rest) : rest;
}

static uint64_t real_hash(const_tree constant)
{
	char text[128];

	real_to_hexadecimal(text, TREE_REAL_CST_PTR(constant), sizeof(text), 0,
			    1);
	return hash_text(SEED_CONSTANT, text, strlen(text)) ^
	       kabi_body_type(TREE_TYPE(constant));
}

static uint64_t vector_hash(struct kabi_body *body, const_tree constant)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, SEED_CONSTANT);
	kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(constant)));
	kabi_fingerprint_add(&print, VECTOR_CST_NPATTERNS(constant));
	for (unsigned int i = 0; i < vector_cst_encoded_nelts(constant); i++)
		kabi_fingerprint_add(
			&print, kabi_body_constant(body, VECTOR_CST_ENCODED_ELT(
								 constant, i)));
	return kabi_fingerprint_value(&print);
}

uint64_t kabi_body_constant(struct kabi_body *body, const_tree constant)
{
	struct kabi_fingerprint print;

	switch (TREE_CODE(constant)) {
	case INTEGER_CST:
		return integer_hash(body, constant);
	case STRING_CST:
		return string_hash(body, constant);
	case REAL_CST:
		return real_hash(constant);
	case VECTOR_CST:
		return vector_hash(body, constant);
	case COMPLEX_CST:
		kabi_fingerprint_init(&print, SEED_CONSTANT);
		kabi_fingerprint_add(
			&print,
			kabi_body_constant(body, TREE_REALPART(constant)));
		kabi_fingerprint_add(
			&print,
			kabi_body_constant(body, TREE_IMAGPART(constant)));
		return kabi_fingerprint_value(&print);
	default:
		return kabi_body_code(TREE_CODE(constant));
	}
}

/*
 * What GCC itself made of a constant, a string for example, is static, but
 * belongs to no function and has a number as its name.
 */
bool kabi_body_is_local(const_tree decl)
{
	const_tree context = DECL_CONTEXT(decl);

	switch (TREE_CODE(decl)) {
	case LABEL_DECL:
	case PARM_DECL:
	case RESULT_DECL:
		return true;
	case VAR_DECL:
		if (DECL_EXTERNAL(decl))
			return false;
		return (context && TREE_CODE(context) == FUNCTION_DECL) ||
		       !DECL_NAME(decl) ||
		       strchr(IDENTIFIER_POINTER(DECL_NAME(decl)), '.');
	default:
		return false;
	}
}

/* The section that the source gives it. */
static void add_section(struct kabi_fingerprint *print, const_tree decl)
{
	const char *name = kabi_walk_attribute_string(decl, "section");

	if (name)
		kabi_fingerprint_add_bytes(print, name, strlen(name) + 1);
}

static void add_static(struct kabi_body *body, struct kabi_fingerprint *print,
		       tree decl)
{
	struct kabi_body_time time = { body->now, body->memory };
	tree value = DECL_INITIAL(decl);
	bool names_file = body->names_file;

	kabi_fingerprint_add(print, DECL_THREAD_LOCAL_P(decl));
	kabi_fingerprint_add(print, TREE_THIS_VOLATILE(decl));
	add_section(print, decl);
	if (value && value != error_mark_node && !initializer_zerop(value) &&
	    body->depth < KABI_MAX_DEPTH) {
		body->depth++;
		kabi_fingerprint_add(print,
				     kabi_body_operand(body, value, time));
		body->depth--;
	}
	body->names_file = names_file;
}

/* Tells of a variable what is not seen where it is used. */
static void describe(struct kabi_body *body, tree decl)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, SEED_DESCRIPTION);
	kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(decl)));
	kabi_fingerprint_add(&print,
			     DECL_USER_ALIGN(decl) ? DECL_ALIGN(decl) : 0);
	if (VAR_P(decl) && DECL_HARD_REGISTER(decl))
		kabi_fingerprint_add(&print,
				     kabi_body_name(DECL_ASSEMBLER_NAME(decl)));
	if (VAR_P(decl) && TREE_STATIC(decl))
		add_static(body, &print, decl);
	kabi_fingerprint_add(&body->print, kabi_fingerprint_value(&print));
}

bool kabi_body_is_of_header(location_t location)
{
	const line_map_ordinary *map;

	if (location <= BUILTINS_LOCATION)
		return false;
	linemap_resolve_location(line_table, location,
				 LRK_MACRO_EXPANSION_POINT, &map);
	return !kabi_where_is_code(map) &&
	       !ORDINARY_MAP_IN_SYSTEM_HEADER_P(map);
}

/*
 * Static data of a header's file scope, a table for example: no symbol, and so
 * no record tells what is in it. What a header only declares is each .c file's.
 */
static bool is_file_data(const_tree decl)
{
	return VAR_P(decl) && TREE_STATIC(decl) && !TREE_PUBLIC(decl) &&
	       !DECL_EXTERNAL(decl) && DECL_INITIAL(decl) &&
	       kabi_body_is_of_header(DECL_SOURCE_LOCATION(decl));
}

/* A symbol, or a global register, that asm() names is that one. */
static uint64_t symbol_hash(const_tree decl)
{
	const_tree name = DECL_NAME(decl);

	if (HAS_DECL_ASSEMBLER_NAME_P(decl) &&
	    DECL_ASSEMBLER_NAME_SET_P(decl)) {
		const_tree symbol = DECL_ASSEMBLER_NAME(CONST_CAST_TREE(decl));

		if (*IDENTIFIER_POINTER(symbol) == '*')
			name = symbol;
	}
	return kabi_body_name(name);
}

uint64_t kabi_body_decl(struct kabi_body *body, tree decl)
{
	struct kabi_body_local *local;
	unsigned int ordinal;

	if (!kabi_body_is_local(decl)) {
		if (is_file_data(decl) && !body->described.add(decl))
			describe(body, decl);
		return symbol_hash(decl);
	}
	local = kabi_body_local(body, decl);
	if (!local->ordinal)
		local->ordinal = ++body->ordinals;
	ordinal = local->ordinal;
	if (!local->is_described) {
		local->is_described = true;
		describe(body, decl); /* which may move "local" */
	}
	return hash_number(SEED_LOCAL, ordinal);
}

void kabi_body_number_parameters(struct kabi_body *body, tree function)
{
	for (tree parameter = DECL_ARGUMENTS(function); parameter;
	     parameter = DECL_CHAIN(parameter))
		kabi_body_local(body, parameter)->ordinal = ++body->ordinals;
}

uint64_t kabi_body_item_hash(struct kabi_body *body, unsigned int at)
{
	struct kabi_body_item *item = &body->items[body->items[at].next];

	if (!item->label)
		item->label = ++body->labels;
	return hash_number(SEED_LABEL, item->label);
}

uint64_t kabi_body_label(struct kabi_body *body, tree label)
{
	unsigned int at = kabi_body_local(body, label)->item;

	/* 0: of the function around a nested one. */
	return at ? kabi_body_item_hash(body, at - 1)
		  : kabi_body_name(DECL_NAME(label));
}
