// SPDX-License-Identifier: GPL-2.0-or-later
// What the statements of a function compute, as hashes: see body.h.

#include "gcc-compat.h"

#include "body.h"

enum value_seed {
	SEED_READ = 200,
	SEED_LOAD,
	SEED_ADDRESS,
	SEED_MEMBER,
	SEED_EXPRESSION,
	SEED_CONSTRUCTOR,
	SEED_UNKNOWN,
	SEED_CLOBBER,
};

/* A variable that the gimplifier made, of which nobody takes the address. */
static bool is_made(const_tree decl)
{
	return VAR_P(decl) && DECL_ARTIFICIAL(decl) && !TREE_STATIC(decl) &&
	       is_gimple_reg(CONST_CAST_TREE(decl));
}

struct kabi_body_value *kabi_body_temporary(struct kabi_body *body, tree name)
{
	struct kabi_body_local *local;

	if (TREE_CODE(name) == SSA_NAME)
		return &body->values[SSA_NAME_VERSION(name)];
	if (!VAR_P(name) || !is_made(name))
		return NULL;
	local = kabi_body_local(body, name);
	/* One that was read before it is set is a variable of some loop. */
	return local->sets == 1 && !local->ordinal ? &local->value : NULL;
}

/* 0 for a temporary that is not set yet. */
static uint64_t temporary_hash(struct kabi_body *body, tree name)
{
	struct kabi_body_value *value = kabi_body_temporary(body, name);
	struct kabi_body_time time = { value->now, value->memory };
	const gimple *statement = value->statement;
	uint64_t hash;

	if (value->known || !statement)
		return value->hash;
	hash = kabi_body_computed(body, statement, time);
	/* There may be more locals now, at another address. */
	value = kabi_body_temporary(body, name);
	value->known = true;
	value->hash = hash;
	return hash;
}

/* How often a local variable was set before that time. */
static unsigned int count_sets(const struct kabi_body *body,
			       const struct kabi_body_local *local,
			       struct kabi_body_time time)
{
	unsigned int set = local->set;

	while (set && body->sets[set].now >= time.now)
		set = body->sets[set].previous;
	return set ? body->sets[set].count : 0;
}

static uint64_t hash_two(enum value_seed seed, uint64_t first, uint64_t second)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, seed);
	kabi_fingerprint_add(&print, first);
	kabi_fingerprint_add(&print, second);
	return kabi_fingerprint_value(&print);
}

static uint64_t read_decl(struct kabi_body *body, tree decl,
			  struct kabi_body_time time)
{
	struct kabi_body_value *value = kabi_body_temporary(body, decl);
	uint64_t hash;

	if (value && (value->known || value->statement))
		return temporary_hash(body, decl);
	hash = kabi_body_decl(body, decl);
	if (is_gimple_reg(decl) && kabi_body_is_local(decl))
		return hash_two(SEED_READ, hash,
				count_sets(body, kabi_body_local(body, decl),
					   time));
	return hash_two(SEED_LOAD, hash, time.memory);
}

/*
 * Members by name and by the tag of the structure. A nameless one is not there:
 * what is in it counts as a member of what is around it.
 */
static uint64_t member_place(struct kabi_body *body, tree op,
			     struct kabi_body_time time)
{
	tree field = TREE_OPERAND(op, 1);
	tree base = TREE_OPERAND(op, 0);
	struct kabi_fingerprint print;
	const char *tag;

	if (!DECL_NAME(field))
		return kabi_body_place(body, base, time);
	while (TREE_CODE(base) == COMPONENT_REF &&
	       !DECL_NAME(TREE_OPERAND(base, 1)))
		base = TREE_OPERAND(base, 0);
	tag = kabi_body_tag(TREE_TYPE(base));
	kabi_fingerprint_init(&print, SEED_MEMBER);
	kabi_fingerprint_add(&print, kabi_body_name(DECL_NAME(field)));
	if (tag)
		kabi_fingerprint_add_bytes(&print, tag, strlen(tag));
	kabi_fingerprint_add(&print, TREE_THIS_VOLATILE(op));
	kabi_fingerprint_add(&print, kabi_body_place(body, base, time));
	return kabi_fingerprint_value(&print);
}

/* Of a type that a typedef aligns otherwise than it is by itself. */
static void add_alignment(struct kabi_fingerprint *print, const_tree type)
{
	if (TYPE_ALIGN(type) != TYPE_ALIGN(TYPE_MAIN_VARIANT(type)))
		kabi_fingerprint_add(print, TYPE_ALIGN(type));
}

/* Any expression: its code, its type, its operands. */
static uint64_t expression_hash(struct kabi_body *body, tree op, bool place,
				struct kabi_body_time time)
{
	struct kabi_fingerprint print;

	kabi_fingerprint_init(&print, SEED_EXPRESSION);
	kabi_fingerprint_add(&print, kabi_body_code(TREE_CODE(op)));
	if (TREE_TYPE(op))
		kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(op)));
	kabi_fingerprint_add(&print, TREE_THIS_VOLATILE(op));
	if (TREE_CODE(op) == MEM_REF)
		add_alignment(&print, TREE_TYPE(op));
	for (int i = 0; EXPR_P(op) && i < TREE_OPERAND_LENGTH(op); i++) {
		tree inner = TREE_OPERAND(op, i);

		if (!inner)
			continue;
		kabi_fingerprint_add(
			&print, place && !i
					? kabi_body_place(body, inner, time)
					: kabi_body_operand(body, inner, time));
	}
	return kabi_fingerprint_value(&print);
}

uint64_t kabi_body_place(struct kabi_body *body, tree op,
			 struct kabi_body_time time)
{
	switch (TREE_CODE(op)) {
	case SSA_NAME:
		return temporary_hash(body, op);
	case COMPONENT_REF:
		return member_place(body, op, time);
	case ARRAY_REF:
	case ARRAY_RANGE_REF:
	case BIT_FIELD_REF:
	case IMAGPART_EXPR:
	case REALPART_EXPR:
	case VIEW_CONVERT_EXPR:
		return expression_hash(body, op, true, time);
	case MEM_REF:
		return expression_hash(body, op, false, time);
	case COMPOUND_LITERAL_EXPR:
		return kabi_body_decl(body, COMPOUND_LITERAL_EXPR_DECL(op));
	case LABEL_DECL:
		return kabi_body_label(body, op);
	default:
		if (DECL_P(op))
			return kabi_body_decl(body, op);
		return kabi_body_operand(body, op, time);
	}
}

static uint64_t constructor_hash(struct kabi_body *body, tree op,
				 struct kabi_body_time time)
{
	struct kabi_fingerprint print;
	unsigned HOST_WIDE_INT i;
	tree index;
	tree value;

	kabi_fingerprint_init(&print, SEED_CONSTRUCTOR);
	kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(op)));
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(op), i, index, value)
	{
		if (index && TREE_CODE(index) == FIELD_DECL)
			kabi_fingerprint_add(&print,
					     kabi_body_name(DECL_NAME(index)));
		else if (index)
			kabi_fingerprint_add(
				&print, kabi_body_operand(body, index, time));
		kabi_fingerprint_add(&print,
				     kabi_body_operand(body, value, time));
	}
	return kabi_fingerprint_value(&print);
}

/* Does it give back what it gets, only as another type? */
static bool is_same_value(const_tree to, const_tree from)
{
	if (POINTER_TYPE_P(to) && POINTER_TYPE_P(from))
		return TYPE_ADDR_SPACE(TREE_TYPE(to)) ==
		       TYPE_ADDR_SPACE(TREE_TYPE(from));
	return INTEGRAL_TYPE_P(to) && INTEGRAL_TYPE_P(from) &&
	       TYPE_PRECISION(to) == TYPE_PRECISION(from) &&
	       TYPE_UNSIGNED(to) == TYPE_UNSIGNED(from);
}

uint64_t kabi_body_operand(struct kabi_body *body, tree op,
			   struct kabi_body_time time)
{
	/* Only initialisers have such conversions, at some optimizations. */
	while (CONVERT_EXPR_P(op) &&
	       is_same_value(TREE_TYPE(op), TREE_TYPE(TREE_OPERAND(op, 0))))
		op = TREE_OPERAND(op, 0);
	if (CONSTANT_CLASS_P(op))
		return kabi_body_constant(body, op);
	switch (TREE_CODE(op)) {
	case SSA_NAME:
		return temporary_hash(body, op);
	case PARM_DECL:
	case RESULT_DECL:
	case VAR_DECL:
		return read_decl(body, op, time);
	case ADDR_EXPR:
		return hash_two(
			SEED_ADDRESS,
			kabi_body_place(body, TREE_OPERAND(op, 0), time), 0);
	case ARRAY_RANGE_REF:
	case ARRAY_REF:
	case BIT_FIELD_REF:
	case COMPONENT_REF:
	case IMAGPART_EXPR:
	case MEM_REF:
	case REALPART_EXPR:
	case VIEW_CONVERT_EXPR:
	case COMPOUND_LITERAL_EXPR:
		return hash_two(SEED_LOAD, kabi_body_place(body, op, time),
				time.memory);
	case CONSTRUCTOR:
		return constructor_hash(body, op, time);
	case LABEL_DECL:
		return kabi_body_label(body, op);
	default:
		if (DECL_P(op))
			return kabi_body_decl(body, op);
		return expression_hash(body, op, false, time);
	}
}

/* The order of operands that commute is the compiler's choice. */
uint64_t kabi_body_comparison(struct kabi_body *body, enum tree_code code,
			      tree left, tree right, struct kabi_body_time time)
{
	struct kabi_fingerprint print;
	uint64_t first, second;

	if (code == NE_EXPR && integer_zerop(right) &&
	    kabi_body_truth(body, left, time, &first))
		return first;
	first = kabi_body_operand(body, left, time);
	second = kabi_body_operand(body, right, time);

	if (first > second) {
		std::swap(first, second);
		code = swap_tree_comparison(code);
	}
	kabi_fingerprint_init(&print, SEED_EXPRESSION);
	kabi_fingerprint_add(&print, kabi_body_code(code));
	kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(left)));
	kabi_fingerprint_add(&print, first);
	kabi_fingerprint_add(&print, second);
	return kabi_fingerprint_value(&print);
}

static uint64_t operation_hash(struct kabi_body *body, const gimple *statement,
			       struct kabi_body_time time)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree type = TREE_TYPE(gimple_assign_lhs(statement));
	struct kabi_fingerprint print;
	uint64_t operands[3] = {};
	unsigned int count = gimple_num_ops(statement) - 1;

	for (unsigned int i = 0; i < count; i++)
		operands[i] = kabi_body_operand(
			body, gimple_op(statement, i + 1), time);
	if (commutative_tree_code(code) && operands[0] > operands[1])
		std::swap(operands[0], operands[1]);
	kabi_fingerprint_init(&print, SEED_EXPRESSION);
	kabi_fingerprint_add(&print, kabi_body_code(code));
	kabi_fingerprint_add(&print, kabi_body_type(type));
	/* As bits, an integer has no sign. */
	if (code == FLOAT_EXPR)
		kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(
						     gimple_op(statement, 1))));
	for (unsigned int i = 0; i < count; i++)
		kabi_fingerprint_add(&print, operands[i]);
	return kabi_fingerprint_value(&print);
}

uint64_t kabi_body_computed(struct kabi_body *body, const gimple *statement,
			    struct kabi_body_time time)
{
	enum tree_code code;
	uint64_t hash;
	tree first;

	/* __builtin_expect() gives its first argument back. */
	if (is_gimple_call(statement))
		return kabi_body_operand(body, gimple_call_arg(statement, 0),
					 time);
	code = gimple_assign_rhs_code(statement);
	first = gimple_assign_rhs1(statement);
	if (gimple_assign_single_p(statement) ||
	    (CONVERT_EXPR_CODE_P(code) &&
	     is_same_value(TREE_TYPE(gimple_assign_lhs(statement)),
			   TREE_TYPE(first))))
		return kabi_body_operand(body, first, time);
	if (TREE_CODE_CLASS(code) == tcc_comparison)
		return kabi_body_comparison(
			body, code, first, gimple_assign_rhs2(statement), time);
	if (kabi_body_bits(body, statement, time, &hash))
		return hash;
	return operation_hash(body, statement, time);
}

/* They have no order. */
uint64_t kabi_body_clobbers(const gasm *statement)
{
	uint64_t sum = 0;

	for (unsigned int i = 0; i < gimple_asm_nclobbers(statement); i++) {
		const char *name = TREE_STRING_POINTER(
			TREE_VALUE(gimple_asm_clobber_op(statement, i)));
		struct kabi_fingerprint print;

		kabi_fingerprint_init(&print, SEED_CLOBBER);
		kabi_fingerprint_add_bytes(&print, name, strlen(name));
		sum += kabi_fingerprint_value(&print);
	}
	return sum;
}
