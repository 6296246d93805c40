// SPDX-License-Identifier: GPL-2.0-or-later
// What a function does, as a number: see body.h.

#include "gcc-compat.h"

#include "body.h"

struct kabi_body_local *kabi_body_local(struct kabi_body *body, tree decl)
{
	bool existed;
	unsigned int &at = body->names.get_or_insert(decl, &existed);

	if (!existed) {
		struct kabi_body_local local = {};

		at = body->locals.length();
		body->locals.safe_push(local);
	}
	return &body->locals[at];
}

static bool starts_with(const char *name, const char *prefix)
{
	return !strncmp(name, prefix, strlen(prefix));
}

/*
 * What sanitizers and -ftrivial-auto-var-init put into the body. That a
 * variable is set to what the latter makes is no effect either.
 */
static bool is_inserted(struct kabi_body *body, const gcall *call)
{
	const char *name;

	if (!gimple_call_internal_p(call))
		return kabi_gcc_is_automatic_padding(call);
	name = internal_fn_name(gimple_call_internal_fn(call));
	if (!strcmp(name, "DEFERRED_INIT")) {
		if (gimple_call_lhs(call) &&
		    TREE_CODE(gimple_call_lhs(call)) == SSA_NAME)
			body->unset = gimple_call_lhs(call);
		return true;
	}
	return starts_with(name, "ASAN_") || starts_with(name, "TSAN_") ||
	       starts_with(name, "UBSAN_") || starts_with(name, "HWASAN_");
}

/* The call by which a check of UBSAN ends. */
static bool is_handler(const gimple *statement)
{
	tree callee = statement && is_gimple_call(statement)
			      ? gimple_call_fndecl(statement)
			      : NULL_TREE;

	return callee && fndecl_built_in_p(callee, BUILT_IN_NORMAL) &&
	       starts_with(IDENTIFIER_POINTER(DECL_NAME(callee)),
			   "__builtin___ubsan_handle_");
}

static bool is_hint(const gimple *statement)
{
	return gimple_call_builtin_p(statement, BUILT_IN_EXPECT) ||
	       gimple_call_builtin_p(statement,
				     BUILT_IN_EXPECT_WITH_PROBABILITY) ||
	       gimple_call_internal_p(statement, IFN_ANNOTATE);
}

static void count_set(struct kabi_body *body, tree lhs)
{
	if (lhs && DECL_P(lhs) && kabi_body_is_local(lhs))
		kabi_body_local(body, lhs)->sets++;
}

static void count_sets(struct kabi_body *body, gimple *statement)
{
	if (gimple_code(statement) == GIMPLE_ASM) {
		gasm *assembly = as_a<gasm *>(statement);

		for (unsigned int i = 0; i < gimple_asm_noutputs(assembly); i++)
			count_set(body, TREE_VALUE(gimple_asm_output_op(
						assembly, i)));
	} else {
		count_set(body, gimple_get_lhs(statement));
	}
}

static struct kabi_body_item *push(struct kabi_body *body, gimple *statement,
				   enum kabi_body_mark mark)
{
	struct kabi_body_item item = {};
	struct kabi_body_item *last = &body->items.last();

	/* The last item is a place holder, which holds what is behind it. */
	last->statement = statement;
	last->mark = mark;
	body->items.safe_push(item);
	return &body->items[body->items.length() - 2];
}

static void put_label(struct kabi_body *body, tree label)
{
	struct kabi_body_item *item = &body->items.last();

	kabi_body_local(body, label)->item = body->items.length();
	item->labelled = true;
	/* Its address is taken. */
	if (FORCED_LABEL(label) || DECL_NONLOCAL(label))
		item->referenced = true;
}

static void collect(struct kabi_body *body, gimple_seq sequence);

static void collect_try(struct kabi_body *body, gtry *statement)
{
	unsigned int begin = body->items.length() - 1;
	unsigned int cleanup;
	bool empty = true;

	push(body, NULL, KABI_BODY_TRY);
	collect(body, gimple_try_eval(statement));
	cleanup = body->items.length() - 1;
	push(body, NULL, KABI_BODY_CLEANUP);
	collect(body, gimple_try_cleanup(statement));
	push(body, NULL, KABI_BODY_END);
	for (unsigned int i = cleanup + 1; i < body->items.length() - 2; i++)
		empty = empty && body->items[i].dropped;
	/* Only the ends of lifetimes: it was no try in the source. */
	if (empty) {
		body->items[begin].dropped = true;
		body->items[cleanup].dropped = true;
		body->items[body->items.length() - 2].dropped = true;
	}
}

static void collect_statement(struct kabi_body *body, gimple *statement)
{
	switch (gimple_code(statement)) {
	case GIMPLE_BIND:
		collect(body, gimple_bind_body(as_a<gbind *>(statement)));
		return;
	case GIMPLE_TRY:
		collect_try(body, as_a<gtry *>(statement));
		return;
	case GIMPLE_LABEL:
		put_label(body, gimple_label_label(as_a<glabel *>(statement)));
		return;
	case GIMPLE_DEBUG:
	case GIMPLE_NOP:
	case GIMPLE_PREDICT:
		return;
	case GIMPLE_CALL:
		if (is_inserted(body, as_a<gcall *>(statement)))
			return;
		break;
	case GIMPLE_ASSIGN:
		if (gimple_clobber_p(statement) ||
		    gimple_assign_rhs1(statement) == body->unset)
			return;
		break;
	default:
		break;
	}
	push(body, statement, KABI_BODY_STATEMENT);
	count_sets(body, statement);
}

static void collect(struct kabi_body *body, gimple_seq sequence)
{
	for (gimple_stmt_iterator at = gsi_start(sequence); !gsi_end_p(at);
	     gsi_next(&at))
		collect_statement(body, gsi_stmt(at));
}

/* Does it set a temporary, without any effect? */
static bool computes(struct kabi_body *body, gimple *statement)
{
	struct kabi_body_value *value;
	tree lhs;

	if (!statement)
		return false;
	if (is_gimple_assign(statement)) {
		tree rhs = gimple_assign_rhs1(statement);

		if (TREE_THIS_VOLATILE(rhs) || TREE_SIDE_EFFECTS(rhs))
			return false;
	} else if (!is_gimple_call(statement) || !is_hint(statement)) {
		return false;
	}
	lhs = gimple_get_lhs(statement);
	value = lhs ? kabi_body_temporary(body, lhs) : NULL;
	if (!value)
		return false;
	value->statement = statement;
	return true;
}

/*
 * A check of UBSAN is a condition that jumps over a block, in which operands
 * are made ready for the call of the handler.
 */
static void drop_handler(struct kabi_body *body, unsigned int at)
{
	unsigned int first = at;
	struct kabi_body_item *next = &body->items[at + 1];

	while (first && !body->items[first].labelled &&
	       body->items[first - 1].computes)
		first--;
	if (!next->labelled && next->statement &&
	    gimple_code(next->statement) == GIMPLE_GOTO)
		at++;
	body->items[first].check = true;
	for (; first <= at; first++)
		body->items[first].dropped = true;
}

static void classify(struct kabi_body *body)
{
	unsigned int count = body->items.length() - 1;

	for (unsigned int i = 0; i < count; i++)
		body->items[i].computes =
			computes(body, body->items[i].statement);
	for (unsigned int i = 0; i < count; i++) {
		if (is_handler(body->items[i].statement))
			drop_handler(body, i);
	}
}

unsigned int kabi_body_target(struct kabi_body *body, tree label)
{
	unsigned int item = kabi_body_local(body, label)->item;

	return item ? item - 1 : body->items.length() - 1;
}

bool kabi_body_is_next(struct kabi_body *body, unsigned int at, unsigned int to)
{
	return to > at && body->items[to].next == body->items[at + 1].next;
}

void kabi_body_branches(struct kabi_body *body, gcond *statement,
			unsigned int *yes, unsigned int *no)
{
	*yes = kabi_body_target(body, gimple_cond_true_label(statement));
	*no = kabi_body_target(body, gimple_cond_false_label(statement));
	if (body->items[*yes].check && !body->items[*no].check)
		*yes = *no;
	else if (body->items[*no].check && !body->items[*yes].check)
		*no = *yes;
}

/* The label to which a statement is nothing but a jump, or NULL. */
static tree jumps_to(const gimple *statement)
{
	if (!statement || gimple_code(statement) != GIMPLE_GOTO ||
	    TREE_CODE(gimple_goto_dest(statement)) != LABEL_DECL)
		return NULL_TREE;
	return gimple_goto_dest(statement);
}

/* Is it a jump to what follows anyhow? */
static bool goes_on(struct kabi_body *body, unsigned int at)
{
	gimple *statement = body->items[at].statement;
	unsigned int yes;
	unsigned int no;
	tree label;

	if (!statement)
		return false;
	if (gimple_code(statement) == GIMPLE_COND) {
		kabi_body_branches(body, as_a<gcond *>(statement), &yes, &no);
		return kabi_body_is_next(body, at, yes) &&
		       kabi_body_is_next(body, at, no);
	}
	label = jumps_to(statement);
	return label &&
	       kabi_body_is_next(body, at, kabi_body_target(body, label));
}

/*
 * Does nothing come from the statement to the next one but by a jump? A jump
 * behind it is never reached: labels in front of jumps lead on at once.
 */
static bool never_goes_on(const gimple *statement)
{
	if (!statement)
		return false;
	switch (gimple_code(statement)) {
	case GIMPLE_COND:
	case GIMPLE_GOTO:
	case GIMPLE_RETURN:
	case GIMPLE_SWITCH:
		return true;
	default:
		return false;
	}
}

/* Drops jumps that lead to what follows, and those that are not reached. */
static void drop_jump(struct kabi_body *body, unsigned int at)
{
	unsigned int previous = at;

	while (previous && (previous == at || body->items[previous].dropped ||
			    body->items[previous].computes))
		previous--;
	if (goes_on(body, at) ||
	    (jumps_to(body->items[at].statement) && previous != at &&
	     !body->items[previous].dropped &&
	     never_goes_on(body->items[previous].statement)))
		body->items[at].dropped = true;
}

/* Finds what follows each item. */
static void find_next(struct kabi_body *body, bool drop)
{
	unsigned int at = body->items.length() - 1;

	body->items[at].next = at;
	while (at--) {
		struct kabi_body_item *item = &body->items[at];

		if (drop && !item->dropped && !item->computes)
			drop_jump(body, at);
		item->next = item->dropped || item->computes
				     ? body->items[at + 1].next
				     : at;
	}
}

/*
 * A label in front of a jump is where that leads to: whether "if (x) goto y;"
 * has a jump of its own is the compiler's choice. Some go round in circles.
 */
static void lead_on(struct kabi_body *body)
{
	struct kabi_body_local *local;
	unsigned int i;

	FOR_EACH_VEC_ELT(body->locals, i, local) {
		for (int hops = 0; local->item && hops < 16; hops++) {
			unsigned int next = body->items[local->item - 1].next;
			tree label = jumps_to(body->items[next].statement);
			unsigned int *to = label ? body->names.get(label)
						 : NULL;

			if (!to || !body->locals[*to].item)
				break;
			local->item = body->locals[*to].item;
		}
	}
}

/* A label of which the address is taken is in front of what has an effect. */
static void move_references(struct kabi_body *body)
{
	struct kabi_body_item *item;
	unsigned int i;

	FOR_EACH_VEC_ELT(body->items, i, item) {
		if (item->referenced && item->next != i) {
			item->referenced = false;
			body->items[item->next].referenced = true;
		}
	}
}

static void reset(struct kabi_body *body, tree decl)
{
	struct kabi_body_item item = {};
	struct kabi_body_local local = {};
	struct kabi_body_set set = {};

	body->decl = decl;
	body->unset = NULL_TREE;
	body->items.truncate(0);
	body->items.safe_push(item);
	body->values.truncate(0);
	body->values.safe_grow_cleared(num_ssa_names + 1, true);
	body->names.empty();
	body->described.empty();
	body->locals.truncate(0);
	body->locals.safe_push(local);
	body->sets.truncate(0);
	body->sets.safe_push(set);
	body->ordinals = body->labels = body->now = body->memory = body->depth =
		0;
	body->assembly = NULL;
	kabi_fingerprint_init(&body->print, 0);
	kabi_body_lines_init(body);
}

uint64_t kabi_body_hash(struct kabi_body *body, tree decl)
{
	reset(body, decl);
	collect(body, gimple_body(decl));
	classify(body);
	find_next(body, false);
	lead_on(body);
	find_next(body, true);
	move_references(body);
	kabi_body_number_parameters(body, decl);
	kabi_body_add_effects(body);
	return kabi_fingerprint_value(&body->print);
}
