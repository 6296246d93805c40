// SPDX-License-Identifier: GPL-2.0-or-later
// The effects of a function, in their order, into its hash: see body.h.

#include "gcc-compat.h"

#include "body.h"
#include "body-token.h"

/* Not a jump: to the next test of the same condition. */
#define NEXT_TEST UINT_MAX

/* A part of a condition, and the items to which it leads. */
struct test {
	enum tree_code code;
	tree left;
	tree right; /* NULL: zero */
	unsigned int yes;
	unsigned int no;
	struct kabi_body_time time;
};

typedef auto_vec<test, 8> tests_vec;

static void add(struct kabi_body *body, uint64_t number)
{
	kabi_fingerprint_add(&body->print, number);
}

static void add_text(struct kabi_body *body, const char *text)
{
	kabi_fingerprint_add_bytes(&body->print, text, strlen(text));
}

static struct kabi_body_time now(const struct kabi_body *body)
{
	struct kabi_body_time time = { body->now, body->memory };

	return time;
}

static void add_operand(struct kabi_body *body, tree op)
{
	/* Hashed first: it may tell of a local that appears. */
	uint64_t hash = kabi_body_operand(body, op, now(body));

	add(body, hash);
}

static void add_tests(struct kabi_body *body, struct test test,
		      tests_vec *tests);

/*
 * "a && b" of operands without effects may be one expression, by the
 * compiler's choice, or two tests; here it is two.
 */
static bool split_test(struct kabi_body *body, const gimple *statement,
		       struct test test, tests_vec *tests)
{
	struct test first = test;

	if (TREE_CODE(TREE_TYPE(test.left)) != BOOLEAN_TYPE)
		return false;
	if (gimple_assign_rhs_code(statement) == BIT_AND_EXPR &&
	    test.no != NEXT_TEST)
		first.yes = NEXT_TEST;
	else if (gimple_assign_rhs_code(statement) == BIT_IOR_EXPR &&
		 test.yes != NEXT_TEST)
		first.no = NEXT_TEST;
	else
		return false;
	first.left = gimple_assign_rhs1(statement);
	test.left = gimple_assign_rhs2(statement);
	add_tests(body, first, tests);
	add_tests(body, test, tests);
	return true;
}

/* Looks through what makes a number of a truth value; false when that ends. */
static bool simplify_test(struct test *test, const gimple *statement)
{
	enum tree_code code;
	tree operand;

	if (is_gimple_call(statement)) {
		test->left = gimple_call_arg(statement, 0);
		return true;
	}
	code = gimple_assign_rhs_code(statement);
	operand = gimple_assign_rhs1(statement);
	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		test->code = code;
		test->left = operand;
		test->right = gimple_assign_rhs2(statement);
		return true;
	}
	if (code == SSA_NAME || code == VAR_DECL ||
	    (CONVERT_EXPR_CODE_P(code) && INTEGRAL_TYPE_P(TREE_TYPE(operand)) &&
	     TYPE_PRECISION(TREE_TYPE(operand)) <=
		     TYPE_PRECISION(TREE_TYPE(test->left)))) {
		test->left = operand;
		return true;
	}
	if (TREE_CODE(TREE_TYPE(test->left)) == BOOLEAN_TYPE &&
	    (code == BIT_NOT_EXPR ||
	     (code == BIT_XOR_EXPR &&
	      integer_onep(gimple_assign_rhs2(statement))))) {
		test->left = operand;
		std::swap(test->yes, test->no);
		return true;
	}
	return false;
}

static void add_tests(struct kabi_body *body, struct test test,
		      tests_vec *tests)
{
	struct kabi_body_value *value;

	for (;;) {
		if (test.code == EQ_EXPR) {
			std::swap(test.yes, test.no);
			test.code = NE_EXPR;
		}
		if (test.right && integer_zerop(test.right))
			test.right = NULL_TREE;
		if (test.code != NE_EXPR || test.right)
			break;
		value = kabi_body_temporary(body, test.left);
		if (!value || !value->statement)
			break;
		test.time.now = value->now;
		test.time.memory = value->memory;
		if (split_test(body, value->statement, test, tests))
			return;
		if (!simplify_test(&test, value->statement))
			break;
	}
	tests->safe_push(test);
}

static void find_tests(struct kabi_body *body, gcond *statement,
		       tests_vec *tests)
{
	struct test test = { gimple_cond_code(statement),
			     gimple_cond_lhs(statement),
			     gimple_cond_rhs(statement),
			     0,
			     0,
			     now(body) };

	kabi_body_branches(body, statement, &test.yes, &test.no);
	tests->truncate(0);
	/* All that was tested was a check. */
	if (test.yes != test.no)
		add_tests(body, test, tests);
}

/* The item of a jump: only what the condition leads to anyhow is no jump. */
static bool is_jump(struct kabi_body *body, unsigned int at, bool last,
		    unsigned int to)
{
	return to != NEXT_TEST && !(last && kabi_body_is_next(body, at, to));
}

static void refer(struct kabi_body *body, unsigned int to)
{
	body->items[body->items[to].next].referenced = true;
}

static void refer_condition(struct kabi_body *body, unsigned int at,
			    tests_vec *tests)
{
	gcond *statement = as_a<gcond *>(body->items[at].statement);
	unsigned int yes;
	unsigned int no;
	unsigned int i;
	struct test *test;

	find_tests(body, statement, tests);
	kabi_body_branches(body, statement, &yes, &no);
	if (tests->is_empty())
		refer(body, yes);
	FOR_EACH_VEC_ELT(*tests, i, test) {
		bool last = i + 1 == tests->length();

		if (is_jump(body, at, last, test->yes))
			refer(body, test->yes);
		if (is_jump(body, at, last, test->no))
			refer(body, test->no);
	}
}

/* One of the labels that a statement, no condition, can jump to, or NULL. */
static tree label_of(gimple *statement, unsigned int i)
{
	gswitch *cases;
	gasm *assembly;

	switch (gimple_code(statement)) {
	case GIMPLE_GOTO:
		if (i || TREE_CODE(gimple_goto_dest(statement)) != LABEL_DECL)
			return NULL_TREE;
		return gimple_goto_dest(statement);
	case GIMPLE_SWITCH:
		cases = as_a<gswitch *>(statement);
		if (i == gimple_switch_num_labels(cases))
			return NULL_TREE;
		return CASE_LABEL(gimple_switch_label(cases, i));
	case GIMPLE_ASM:
		assembly = as_a<gasm *>(statement);
		if (i == gimple_asm_nlabels(assembly))
			return NULL_TREE;
		return TREE_VALUE(gimple_asm_label_op(assembly, i));
	default:
		return NULL_TREE;
	}
}

/* Notes what some jump leads to: no other label counts. */
static void refer_all(struct kabi_body *body, tests_vec *tests)
{
	unsigned int count = body->items.length() - 1;

	for (unsigned int at = 0; at < count; at++) {
		gimple *statement = body->items[at].statement;
		tree label;

		if (body->items[at].next != at || !statement)
			continue;
		if (gimple_code(statement) == GIMPLE_COND)
			refer_condition(body, at, tests);
		for (unsigned int i = 0; (label = label_of(statement, i)); i++)
			refer(body, kabi_body_target(body, label));
	}
}

static void add_jump(struct kabi_body *body, unsigned int at, bool last,
		     unsigned int to)
{
	if (is_jump(body, at, last, to))
		add(body, kabi_body_item_hash(body, to));
	else
		add(body, TOKEN_NEXT);
}

static void add_condition(struct kabi_body *body, unsigned int at,
			  tests_vec *tests)
{
	gcond *statement = as_a<gcond *>(body->items[at].statement);
	unsigned int yes;
	unsigned int no;
	unsigned int i;
	struct test *test;

	find_tests(body, statement, tests);
	if (tests->is_empty()) {
		kabi_body_branches(body, statement, &yes, &no);
		add(body, TOKEN_GOTO);
		add_jump(body, at, true, yes);
	}
	FOR_EACH_VEC_ELT(*tests, i, test) {
		bool last = i + 1 == tests->length();
		uint64_t hash = test->right
					? kabi_body_comparison(body, test->code,
							       test->left,
							       test->right,
							       test->time)
					: kabi_body_operand(body, test->left,
							    test->time);

		add(body, TOKEN_TEST);
		/* "op != 0", or "op < 0" and the like. */
		add(body, test->right ? 0 : kabi_body_code(test->code));
		add(body, hash);
		add_jump(body, at, last, test->yes);
		add_jump(body, at, last, test->no);
	}
}

/* An effect sets lhs, to "value" when that is known. */
static void add_result(struct kabi_body *body, tree lhs)
{
	struct kabi_body_value *value = kabi_body_temporary(body, lhs);
	struct kabi_fingerprint print;

	if (value) {
		kabi_fingerprint_init(&print, TOKEN_RESULT);
		kabi_fingerprint_add(&print, body->now);
		kabi_fingerprint_add(&print, kabi_body_type(TREE_TYPE(lhs)));
		value->known = true;
		value->hash = kabi_fingerprint_value(&print);
		add(body, TOKEN_RESULT);
		return;
	}
	if (is_gimple_reg(lhs) && kabi_body_is_local(lhs)) {
		uint64_t hash = kabi_body_decl(body, lhs);
		struct kabi_body_local *local = kabi_body_local(body, lhs);
		struct kabi_body_set set = { local->set,
					     body->sets[local->set].count + 1,
					     body->now };

		local->set = body->sets.length();
		body->sets.safe_push(set);
		add(body, TOKEN_SET);
		add(body, hash);
	} else {
		uint64_t hash = kabi_body_place(body, lhs, now(body));

		add(body, TOKEN_STORE);
		add(body, hash);
		body->memory++;
	}
}

static void add_assignment(struct kabi_body *body, const gimple *statement)
{
	uint64_t hash = kabi_body_computed(body, statement, now(body));

	add(body, hash);
	add_result(body, gimple_assign_lhs(statement));
	body->now++;
}

/* What goes to where nothing else tells how large it is. */
static void add_value(struct kabi_body *body, tree op)
{
	add(body, kabi_body_type(TREE_TYPE(op)));
	add_operand(body, op);
}

static void add_call(struct kabi_body *body, const gcall *call)
{
	const char *name;

	add(body, TOKEN_CALL);
	if (gimple_call_internal_p(call)) {
		name = internal_fn_name(gimple_call_internal_fn(call));
		add_text(body, name);
	} else {
		add_operand(body, gimple_call_fn(call));
		if (!gimple_call_fndecl(call))
			add(body, kabi_body_called(gimple_call_fntype(call)));
	}
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++)
		add_value(body, gimple_call_arg(call, i));
	body->memory++;
	if (gimple_call_lhs(call))
		add_result(body, gimple_call_lhs(call));
	body->now++;
}

static void add_switch(struct kabi_body *body, gswitch *statement)
{
	add(body, TOKEN_SWITCH);
	add_operand(body, gimple_switch_index(statement));
	for (unsigned int i = 0; i < gimple_switch_num_labels(statement); i++) {
		tree label = gimple_switch_label(statement, i);

		add(body, TOKEN_CASE);
		if (CASE_LOW(label))
			add_operand(body, CASE_LOW(label));
		if (CASE_HIGH(label))
			add_operand(body, CASE_HIGH(label));
		add(body, kabi_body_label(body, CASE_LABEL(label)));
	}
}

/* The constraint of an operand of an asm. */
static const char *constraint(const_tree operand)
{
	return TREE_STRING_POINTER(TREE_VALUE(TREE_PURPOSE(operand)));
}

static void add_assembly(struct kabi_body *body, const gasm *statement)
{
	const char *text = gimple_asm_string(statement);

	add(body, TOKEN_ASSEMBLY);
	add(body, gimple_asm_volatile_p(statement));
	kabi_fingerprint_add_assembly(&body->print, text, strlen(text));
	body->assembly = statement;
	for (unsigned int i = 0; i < gimple_asm_ninputs(statement); i++) {
		tree operand = gimple_asm_input_op(statement, i);

		add(body, TOKEN_INPUT);
		add_text(body, constraint(operand));
		add_value(body, TREE_VALUE(operand));
	}
	body->assembly = NULL;
	body->memory++;
	for (unsigned int i = 0; i < gimple_asm_noutputs(statement); i++) {
		tree operand = gimple_asm_output_op(statement, i);

		add(body, TOKEN_OUTPUT);
		add_text(body, constraint(operand));
		add_result(body, TREE_VALUE(operand));
	}
	add(body, TOKEN_CLOBBER);
	add(body, kabi_body_clobbers(statement));
	for (unsigned int i = 0; i < gimple_asm_nlabels(statement); i++)
		add(body, kabi_body_label(body, TREE_VALUE(gimple_asm_label_op(
							statement, i))));
	body->now++;
}

/* Statements of C's extensions that kernels do not use. */
static void add_other(struct kabi_body *body, gimple *statement)
{
	add(body, TOKEN_OTHER);
	add_text(body, gimple_code_name[gimple_code(statement)]);
	for (unsigned int i = 0; i < gimple_num_ops(statement); i++) {
		if (gimple_op(statement, i))
			add_operand(body, gimple_op(statement, i));
	}
	body->now++;
	body->memory++;
}

static void add_statement(struct kabi_body *body, unsigned int at,
			  tests_vec *tests)
{
	gimple *statement = body->items[at].statement;

	switch (gimple_code(statement)) {
	case GIMPLE_ASSIGN:
		add_assignment(body, statement);
		break;
	case GIMPLE_CALL:
		add_call(body, as_a<gcall *>(statement));
		break;
	case GIMPLE_COND:
		add_condition(body, at, tests);
		break;
	case GIMPLE_GOTO:
		add(body, TOKEN_GOTO);
		add_operand(body, gimple_goto_dest(statement));
		break;
	case GIMPLE_SWITCH:
		add_switch(body, as_a<gswitch *>(statement));
		break;
	case GIMPLE_RETURN:
		add(body, TOKEN_RETURN);
		if (gimple_return_retval(as_a<greturn *>(statement)))
			add_operand(body, gimple_return_retval(
						  as_a<greturn *>(statement)));
		break;
	case GIMPLE_ASM:
		add_assembly(body, as_a<gasm *>(statement));
		break;
	default:
		add_other(body, statement);
	}
}

/* A temporary is computed: what it reads it reads now. */
static void note_temporary(struct kabi_body *body, gimple *statement)
{
	struct kabi_body_value *value =
		kabi_body_temporary(body, gimple_get_lhs(statement));

	/* It was read before: see kabi_body_temporary(). */
	if (!value) {
		add_assignment(body, statement);
		return;
	}
	value->now = body->now;
	value->memory = body->memory;
}

void kabi_body_add_effects(struct kabi_body *body)
{
	tests_vec tests;

	refer_all(body, &tests);
	for (unsigned int at = 0; at < body->items.length(); at++) {
		struct kabi_body_item *item = &body->items[at];

		if (item->referenced) {
			add(body, TOKEN_LABEL);
			add(body, kabi_body_item_hash(body, at));
		}
		if (item->dropped)
			continue;
		body->names_file = false;
		if (item->statement)
			body->location = gimple_location(item->statement);
		if (item->computes)
			note_temporary(body, item->statement);
		else if (item->statement)
			add_statement(body, at, &tests);
		else
			add(body, TOKEN_TRY + item->mark);
	}
}
