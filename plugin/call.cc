// SPDX-License-Identifier: GPL-2.0-or-later
// What the compiler makes the object refer to: see call.h.

#include "gcc-compat.h"

#include "call.h"
#include "identifiers.h"
#include "record.h"
#include "scope.h"
#include "walk.h"

/* Identifiers that we made, kept until the end of the unit. */
static vec<tree> ours;

static void keep(const char *name)
{
	ours.safe_push(get_identifier(name));
}

/* PLUGIN_GGC_MARKING */
static void mark(void *, void *)
{
	unsigned int i;
	tree name;

	FOR_EACH_VEC_ELT(ours, i, name)
		gt_ggc_mx_tree_node(name);
}

#ifdef ix86_indirect_branch
/* The thunks of -mindirect-branch and -mfunction-return: i386.cc. */
static void keep_thunks(void)
{
	static const char *const prefixes[] = { "", "_nt" };
	char name[48];

	for (const char *prefix : prefixes) {
		for (int i = FIRST_INT_REG; i <= LAST_REX_INT_REG; i++) {
			const char *wide = TARGET_64BIT ? "r" : "e";

			if (!LEGACY_INT_REGNO_P(i) && !REX_INT_REGNO_P(i))
				continue;
			snprintf(name, sizeof(name),
				 "__x86_indirect_thunk%s_%s%s", prefix,
				 LEGACY_INT_REGNO_P(i) ? wide : "",
				 reg_names[i]);
			keep(name);
		}
	}
	keep("__x86_indirect_thunk");
	keep("__x86_return_thunk");
	keep(TARGET_64BIT ? "__x86_return_thunk_rcx"
			  : "__x86_return_thunk_ecx");
}
#endif

void kabi_calls_init(void)
{
#ifdef ix86_indirect_branch
	keep_thunks();
	keep("___tls_get_addr");
#endif
	keep("__tls_get_addr");
	keep("__morestack");
#ifdef MCOUNT_NAME
	keep(MCOUNT_NAME);
#endif
	/* -fstack-limit-symbol=: no declaration needs to be there. */
	if (stack_limit_rtx && GET_CODE(stack_limit_rtx) == SYMBOL_REF)
		keep(XSTR(stack_limit_rtx, 0));
	register_callback("kabi", PLUGIN_GGC_MARKING, mark, NULL);
}

/*
 * GCC marks the plain name, and from asm() has only one with a '*' in front.
 */
void kabi_calls_add_decl(tree decl)
{
	const char *name;

	if (TREE_CODE(decl) != FUNCTION_DECL ||
	    !fndecl_built_in_p(decl, BUILT_IN_NORMAL) ||
	    !DECL_ASSEMBLER_NAME_SET_P(decl))
		return;
	name = IDENTIFIER_POINTER(DECL_ASSEMBLER_NAME(decl));
	if (*name == '*')
		keep(name + 1);
}

bool kabi_call_is_injected(const_tree decl)
{
	if (DECL_SOURCE_LOCATION(decl) > BUILTINS_LOCATION)
		return false;
	/*
	 * UBSAN's variables have no place either. __builtin_memcpy() is
	 * memcpy() where the source declares that.
	 */
	return TREE_CODE(decl) != FUNCTION_DECL ||
	       !fndecl_built_in_p(decl, BUILT_IN_NORMAL) ||
	       !builtin_decl_declared_p(DECL_FUNCTION_CODE(decl));
}

static void add_known(hash_set<tree> *known, tree decl)
{
	tree name = maybe_get_identifier(kabi_walk_symbol_name(decl));

	if (name)
		known->add(name);
}

/* What has a record of its own, and what the TU defines. */
static void find_known(hash_set<tree> *known, const struct kabi_scope *scope)
{
	struct kabi_scope_symbol *symbol;
	symtab_node *node;
	unsigned int i;

	FOR_EACH_VEC_ELT(scope->symbols, i, symbol)
		add_known(known, symbol->decl);
	FOR_EACH_SYMBOL(node) {
		/* A name of no symbol that stands for one. */
		if (node->weakref)
			known->add(DECL_ASSEMBLER_NAME(node->decl));
		if (!DECL_EXTERNAL(node->decl) &&
		    DECL_ASSEMBLER_NAME_SET_P(node->decl))
			add_known(known, node->decl);
	}
}

#ifdef MCOUNT_NAME_BEFORE_PROLOGUE
/* x86 writes it as text: what x86_function_profiler() calls, or NULL. */
static const char *profiler_name(const_tree decl)
{
	tree found = lookup_attribute("fentry_name", DECL_ATTRIBUTES(decl));
	const char *name = flag_fentry ? MCOUNT_NAME_BEFORE_PROLOGUE
				       : MCOUNT_NAME;

	if (found)
		name = TREE_STRING_POINTER(TREE_VALUE(TREE_VALUE(found)));
	else if (fentry_name)
		name = fentry_name;
	/* Position-independent code has no place for a nop. */
	if (!flag_pic && (flag_nop_mcount || !strcmp(name, "nop")))
		return NULL;
	return name;
}

static void find_profilers(hash_set<tree> *found)
{
	cgraph_node *node;

	if (!profile_flag)
		return;
	FOR_EACH_FUNCTION(node)
	{
		const char *name;

		if (!TREE_ASM_WRITTEN(node->decl) || node->alias ||
		    DECL_NO_INSTRUMENT_FUNCTION_ENTRY_EXIT(node->decl))
			continue;
		name = profiler_name(node->decl);
		if (name)
			found->add(get_identifier(name));
	}
}
#else
static void find_profilers(hash_set<tree> *)
{
}
#endif

void kabi_calls_record(struct kabi_recorder *recorder,
		       const struct kabi_scope *scope,
		       const struct kabi_identifiers *identifiers)
{
	hash_set<tree> known;
	hash_set<tree> profilers;
	auto_vec<tree> names;
	unsigned int i;
	tree name;

	names.safe_splice(identifiers->written);
	find_profilers(&profilers);
	for (tree profiler : profilers)
		names.safe_push(profiler);
	if (names.is_empty())
		return;
	find_known(&known, scope);
	FOR_EACH_VEC_ELT(names, i, name) {
		const char *text = IDENTIFIER_POINTER(name);

		/* A dot: a part or a copy of a function of the TU. */
		if (strchr(text, '.') || known.contains(name))
			continue;
		kabi_record_begin(recorder, KABI_KIND_CALL, text);
		kabi_record_end(recorder);
	}
}
