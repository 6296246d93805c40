// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Integers as bits of other integers. GCC folds masks, shifts and conversions
 * while it parses, and leaves that when UBSAN is to look at a shift or a
 * division: here
 * `(x & 0xff0) >> 4`, `x >> 4 & 0xff` and `(x & 0xff0) / 16` are the same, and
 * so are `(unsigned)(a - b)` and `(unsigned)a - (unsigned)b`.
 */

#include "gcc-compat.h"

#include "body.h"

enum bits_seed {
	SEED_BITS = 300,
	SEED_ARITHMETIC,
};

enum {
	/* Steps from one value; what is behind them is a value of its own. */
	MAX_STEPS = 64
};

/* (value >> shift) & mask, of a value that has the bits "all". */
struct bits {
	uint64_t value; /* its hash */
	uint64_t all;
	uint64_t mask;
	unsigned int shift;
};

/* What goes through all steps. */
struct search {
	struct kabi_body *body;
	unsigned int steps;
};

static struct bits bits_of(struct search *search, tree op,
			   struct kabi_body_time time, unsigned int width);

static uint64_t mask_of(unsigned int width)
{
	return width < 64 ? ((uint64_t)1 << width) - 1 : ~(uint64_t)0;
}

static bool is_integer(const_tree type)
{
	return INTEGRAL_TYPE_P(type) && TYPE_PRECISION(type) > 0 &&
	       TYPE_PRECISION(type) <= 64;
}

static uint64_t hash_of(const struct bits *bits)
{
	struct kabi_fingerprint print;

	if (!bits->shift && bits->mask == bits->all)
		return bits->value;
	kabi_fingerprint_init(&print, SEED_BITS);
	kabi_fingerprint_add(&print, bits->value);
	kabi_fingerprint_add(&print, bits->shift);
	kabi_fingerprint_add(&print, bits->mask);
	return kabi_fingerprint_value(&print);
}

/* The low bits of a sum are the sum of the low bits, and so on. */
static bool is_arithmetic(enum tree_code code)
{
	switch (code) {
	case PLUS_EXPR:
	case MINUS_EXPR:
	case MULT_EXPR:
	case NEGATE_EXPR:
	case BIT_NOT_EXPR:
	case BIT_AND_EXPR:
	case BIT_IOR_EXPR:
	case BIT_XOR_EXPR:
		return true;
	default:
		return false;
	}
}

/* Else it is a value of its own, whose hash is kept. */
static bool is_part(const gimple *statement)
{
	const_tree second = gimple_assign_rhs2(statement);

	return !is_arithmetic(gimple_assign_rhs_code(statement)) ||
	       (gimple_assign_rhs_code(statement) == BIT_AND_EXPR &&
		TREE_CODE(second) == INTEGER_CST);
}

static struct bits arithmetic(struct search *search, const gimple *statement,
			      struct kabi_body_time time, unsigned int width)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	struct bits bits = { 0, mask_of(width), mask_of(width), 0 };
	unsigned int count = gimple_num_ops(statement) - 1;
	struct kabi_fingerprint print;
	uint64_t operands[2] = {};

	for (unsigned int i = 0; i < count; i++) {
		struct bits operand = bits_of(
			search, gimple_op(statement, i + 1), time, width);

		operands[i] = hash_of(&operand);
	}
	if (commutative_tree_code(code) && operands[0] > operands[1])
		std::swap(operands[0], operands[1]);
	kabi_fingerprint_init(&print, SEED_ARITHMETIC);
	kabi_fingerprint_add(&print, kabi_body_code(code));
	kabi_fingerprint_add(&print, width);
	kabi_fingerprint_add(&print, operands[0]);
	kabi_fingerprint_add(&print, operands[1]);
	bits.value = kabi_fingerprint_value(&print);
	return bits;
}

static bool convert(struct search *search, tree from,
		    struct kabi_body_time time, unsigned int width,
		    struct bits *ret)
{
	unsigned int precision = TYPE_PRECISION(TREE_TYPE(from));

	if (width <= precision) {
		*ret = bits_of(search, from, time, width);
		return true;
	}
	*ret = bits_of(search, from, time, precision);
	/* Else the sign goes on. */
	return TYPE_UNSIGNED(TREE_TYPE(from)) ||
	       !(ret->mask >> (precision - 1));
}

static bool shift_right(struct search *search, tree from, unsigned int count,
			struct kabi_body_time time, unsigned int width,
			struct bits *ret)
{
	unsigned int precision = TYPE_PRECISION(TREE_TYPE(from));

	if (count >= precision)
		return false;
	*ret = bits_of(search, from, time, precision);
	if (!TYPE_UNSIGNED(TREE_TYPE(from)) && ret->mask >> (precision - 1))
		return false;
	ret->shift += count;
	ret->mask = ret->mask >> count & mask_of(width);
	return true;
}

/* False when it is neither a part of another value nor arithmetic. */
static bool split(struct search *search, const gimple *statement,
		  struct kabi_body_time time, unsigned int width,
		  struct bits *ret)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree first = gimple_assign_rhs1(statement);
	tree second = gimple_assign_rhs2(statement);
	bool by_constant = second && tree_fits_uhwi_p(second);
	int log;

	if (!is_integer(TREE_TYPE(gimple_assign_lhs(statement))) ||
	    !is_integer(TREE_TYPE(first)))
		return false;
	if (CONVERT_EXPR_CODE_P(code))
		return convert(search, first, time, width, ret);
	if (code == BIT_AND_EXPR && second &&
	    TREE_CODE(second) == INTEGER_CST) {
		*ret = bits_of(search, first, time, width);
		ret->mask &= TREE_INT_CST_LOW(second);
		return true;
	}
	if (code == RSHIFT_EXPR && by_constant)
		return shift_right(search, first, tree_to_uhwi(second), time,
				   width, ret);
	if (code == TRUNC_DIV_EXPR && by_constant &&
	    (log = exact_log2(tree_to_uhwi(second))) >= 0)
		return TYPE_UNSIGNED(TREE_TYPE(first)) &&
		       shift_right(search, first, log, time, width, ret);
	if (!is_arithmetic(code))
		return false;
	*ret = arithmetic(search, statement, time, width);
	return true;
}

/* The low "width" bits of an operand, which has at least as many. */
static struct bits bits_of(struct search *search, tree op,
			   struct kabi_body_time time, unsigned int width)
{
	unsigned int precision = TYPE_PRECISION(TREE_TYPE(op));
	struct bits bits = { 0, mask_of(precision), mask_of(width), 0 };
	struct kabi_body_value *value;

	if (TREE_CODE(op) == INTEGER_CST) {
		bits.all = bits.mask;
		bits.value = kabi_body_number(search->body, op, bits.mask);
		return bits;
	}
	value = kabi_body_temporary(search->body, op);
	if (value && value->statement && is_gimple_assign(value->statement) &&
	    (width < precision || is_part(value->statement)) &&
	    search->steps++ < MAX_STEPS) {
		struct kabi_body_time then = { value->now, value->memory };
		struct bits parts;

		if (split(search, value->statement, then, width, &parts))
			return parts;
	}
	bits.value = kabi_body_operand(search->body, op, time);
	return bits;
}

bool kabi_body_bits(struct kabi_body *body, const gimple *statement,
		    struct kabi_body_time time, uint64_t *hash)
{
	struct search search = { body, 0 };
	struct bits bits;

	if (!split(&search, statement, time,
		   TYPE_PRECISION(TREE_TYPE(gimple_assign_lhs(statement))),
		   &bits))
		return false;
	*hash = hash_of(&bits);
	return true;
}

bool kabi_body_truth(struct kabi_body *body, tree operand,
		     struct kabi_body_time time, uint64_t *hash)
{
	struct search search = { body, 0 };
	struct bits bits;

	if (!is_integer(TREE_TYPE(operand)))
		return false;
	bits = bits_of(&search, operand, time,
		       TYPE_PRECISION(TREE_TYPE(operand)));
	*hash = hash_of(&bits);
	return bits.mask == 1;
}
