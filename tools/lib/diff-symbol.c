// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Exported symbols: which came and went, how they are exported, and whose types
 * are to be compared.
 *
 * Aliases are names of one thing. One of them (the thing itself, when it is
 * exported) leads: what happens to all of them alike is reported once, at the
 * leader, with the others' names among its symbols.
 */
#include <limits.h>
#include <string.h>

#include "ctype.h"
#include "differ.h"

struct symbol {
	const char *name;
	const struct kabi_record *exports[KABI_SIDES];
	/* The function or variable; NULL: from assembly, nothing is known. */
	const struct kabi_record *things[KABI_SIDES];
	struct kabi_diff_subject subject;
	struct symbol *leader; /* NULL: it leads, or has no aliases */
	/* Its roots: differ->roots[first_root..end_root]. */
	size_t first_root, end_root;
};

struct symbols {
	struct kabi_differ *differ;
	struct symbol *symbols; /* sorted by name */
	size_t n;
};

/* Of variants: a definition if there is one, else the most common. */
static const struct kabi_record *best_variant(const struct kabi_record *record)
{
	const struct kabi_record *best = record;

	for (; record; record = record->next_variant) {
		bool defines = record->role == KABI_ROLE_DEFINITION;
		bool best_defines = best->role == KABI_ROLE_DEFINITION;

		if (defines != best_defines
			    ? defines
			    : record->units_total > best->units_total)
			best = record;
	}
	return best;
}

static const struct kabi_record *find_thing(const struct kabi_model *model,
					    const char *name)
{
	const struct kabi_record *function =
		best_variant(kabi_model_find(model, KABI_KIND_FUNCTION, name));
	const struct kabi_record *variable =
		best_variant(kabi_model_find(model, KABI_KIND_VARIABLE, name));

	if (function && variable)
		return variable->role == KABI_ROLE_DEFINITION &&
				       function->role != KABI_ROLE_DEFINITION
			       ? variable
			       : function;
	return function ? function : variable;
}

static void set_subject(struct kabi_differ *differ, struct symbol *symbol)
{
	const struct kabi_record *const *things = symbol->things;
	const struct kabi_record *thing = things[KABI_OLD] ? things[KABI_OLD]
							   : things[KABI_NEW];

	symbol->subject.name = kabi_diff_text(
		differ, "%s %s",
		kabi_kind_name(thing ? thing->kind : KABI_KIND_FUNCTION),
		symbol->name);
	symbol->subject.path = symbol->name;
	for (int side = 0; side < KABI_SIDES; side++)
		symbol->subject.records[side] = symbol->things[side];
}

static void merge_exports(struct symbols *symbols)
{
	struct kabi_differ *differ = symbols->differ;
	const struct kabi_record *const *exports[KABI_SIDES];
	size_t n[KABI_SIDES], i = 0, j = 0;

	for (int side = 0; side < KABI_SIDES; side++)
		n[side] = kabi_reach_exports(differ->reaches[side],
					     &exports[side]);
	symbols->symbols = kabi_xcalloc(n[KABI_OLD] + n[KABI_NEW] + 1,
					sizeof(*symbols->symbols));
	while (i < n[KABI_OLD] || j < n[KABI_NEW]) {
		struct symbol *symbol = &symbols->symbols[symbols->n++];
		const struct kabi_record *a =
			i < n[KABI_OLD] ? exports[KABI_OLD][i] : NULL;
		const struct kabi_record *b =
			j < n[KABI_NEW] ? exports[KABI_NEW][j] : NULL;
		int order = !a ? 1 : !b ? -1 : strcmp(a->name, b->name);

		symbol->exports[KABI_OLD] = order <= 0 ? a : NULL;
		symbol->exports[KABI_NEW] = order >= 0 ? b : NULL;
		symbol->name = order <= 0 ? a->name : b->name;
		i += order <= 0;
		j += order >= 0;
		for (int side = 0; side < KABI_SIDES; side++) {
			if (symbol->exports[side])
				symbol->things[side] = find_thing(
					differ->models[side], symbol->name);
		}
		set_subject(differ, symbol);
	}
}

static int compare_with_name(const void *name, const void *symbol)
{
	return strcmp(name, ((const struct symbol *)symbol)->name);
}

static struct symbol *find_symbol(const struct symbols *symbols,
				  const char *name)
{
	return bsearch(name, symbols->symbols, symbols->n,
		       sizeof(*symbols->symbols), compare_with_name);
}

/* What the symbol is an alias of on that side, or NULL. */
static const char *target_on(const struct symbol *symbol,
			     enum kabi_diff_side side)
{
	return symbol->things[side] ? symbol->things[side]->alias : NULL;
}

/* The same on all sides that have the symbol, or NULL. */
static const char *target_of(const struct symbol *symbol)
{
	const char *a = target_on(symbol, KABI_OLD);
	const char *b = target_on(symbol, KABI_NEW);

	if (!symbol->exports[KABI_OLD])
		return b;
	if (!symbol->exports[KABI_NEW])
		return a;
	return a && b && !strcmp(a, b) ? a : NULL;
}

/* On whatever sides the symbol is, the leader is. */
static bool can_lead(const struct symbol *leader, const struct symbol *symbol)
{
	for (int side = 0; side < KABI_SIDES; side++) {
		if (!symbol->exports[side])
			continue;
		if (!leader->things[side] || !symbol->things[side] ||
		    leader->things[side]->kind != symbol->things[side]->kind)
			return false;
	}
	return leader != symbol;
}

static int compare_targets(const void *a, const void *b)
{
	const struct symbol *x = *(struct symbol *const *)a;
	const struct symbol *y = *(struct symbol *const *)b;
	int order = strcmp(target_of(x), target_of(y));

	return order ? order : strcmp(x->name, y->name);
}

static void find_leaders(struct symbols *symbols)
{
	struct symbol **aliases =
		kabi_xcalloc(symbols->n + 1, sizeof(*aliases));
	size_t n = 0, first = 0;

	for (size_t i = 0; i < symbols->n; i++) {
		if (target_of(&symbols->symbols[i]))
			aliases[n++] = &symbols->symbols[i];
	}
	if (n)
		qsort(aliases, n, sizeof(*aliases), compare_targets);
	for (size_t i = 0; i < n; i++) {
		const char *target = target_of(aliases[i]);
		struct symbol *leader = find_symbol(symbols, target);

		if (strcmp(target, target_of(aliases[first])) != 0)
			first = i;
		/* The thing itself need not be exported. */
		if (!leader || target_of(leader))
			leader = aliases[first];
		if (can_lead(leader, aliases[i]))
			aliases[i]->leader = leader;
	}
	free(aliases);
}

/* The leader's change that is the same as this one. */
static struct kabi_diff_entry *find_at_leader(const struct symbols *symbols,
					      const struct symbol *symbol,
					      enum kabi_verdict verdict,
					      const char *old_text,
					      const char *new_text)
{
	const struct symbol *leader = symbol->leader;

	for (size_t i = leader ? leader->first_root : 0;
	     leader && i < leader->end_root; i++) {
		struct kabi_diff_entry *entry = symbols->differ->roots[i];

		if (entry->change.verdict == verdict &&
		    kabi_diff_same_string(entry->change.old_text, old_text) &&
		    kabi_diff_same_string(entry->change.new_text, new_text))
			return entry;
	}
	return NULL;
}

/* A text that is NULL: nothing there. */
static void report(struct symbols *symbols, struct symbol *symbol,
		   enum kabi_verdict verdict, const char *old_text,
		   const char *new_text)
{
	const char *texts[KABI_SIDES] = { old_text, new_text };
	struct kabi_differ *differ = symbols->differ;
	struct kabi_diff_entry *entry =
		find_at_leader(symbols, symbol, verdict, old_text, new_text);

	if (entry) {
		kabi_diff_add_symbol(differ, entry, symbol->name);
		return;
	}
	entry = kabi_diff_add(differ, NULL, &symbol->subject, verdict,
			      kabi_verdict_level(verdict));
	for (int side = 0; side < KABI_SIDES; side++) {
		if (texts[side])
			kabi_diff_set(differ, entry, side, symbol->things[side],
				      INT_MIN, "%s", texts[side]);
	}
	kabi_diff_add_symbol(differ, entry, symbol->name);
}

static const char *type_text(struct kabi_differ *differ,
			     const struct kabi_record *thing)
{
	kabi_cleanup(kabi_free_cleanup) char *name = NULL;

	if (!thing)
		return "of unknown type";
	name = kabi_ctype_name(thing->type);
	return kabi_diff_text(differ, "%s", name);
}

static void compare_licenses(struct symbols *symbols, struct symbol *symbol)
{
	enum kabi_license a = symbol->exports[KABI_OLD]->license;
	enum kabi_license b = symbol->exports[KABI_NEW]->license;

	if (a == KABI_LICENSE_ANY && b == KABI_LICENSE_GPL)
		report(symbols, symbol, KABI_VERDICT_SYMBOL_LICENSE_TIGHTENED,
		       "any license", "GPL-only");
	else if (a == KABI_LICENSE_GPL && b == KABI_LICENSE_ANY)
		report(symbols, symbol, KABI_VERDICT_SYMBOL_LICENSE_RELAXED,
		       "GPL-only", "any license");
}

static void compare_exports(struct symbols *symbols, struct symbol *symbol)
{
	const struct kabi_record *a = symbol->exports[KABI_OLD];
	const struct kabi_record *b = symbol->exports[KABI_NEW];

	compare_licenses(symbols, symbol);
	if (!kabi_diff_same_string(a->ns, b->ns))
		report(symbols, symbol,
		       b->ns ? KABI_VERDICT_SYMBOL_NAMESPACE_CHANGED
			     : KABI_VERDICT_SYMBOL_NAMESPACE_DROPPED,
		       a->ns, b->ns);
	if (a->module && b->module && strcmp(a->module, b->module) != 0)
		report(symbols, symbol, KABI_VERDICT_SYMBOL_MOVED, a->module,
		       b->module);
}

/* Is the alias' type its leader's on both sides? */
static bool same_as_leader(struct symbols *symbols, const struct symbol *symbol)
{
	for (int side = 0; side < KABI_SIDES; side++) {
		if (kabi_diff_type(symbols->differ, symbol->things[side]->type,
				   symbol->leader->things[side]->type) !=
		    KABI_DIFF_SAME)
			return false;
	}
	return true;
}

static bool is_about_type(enum kabi_verdict verdict)
{
	return verdict >= KABI_VERDICT_RETURN_TYPE_CHANGED &&
	       verdict <= KABI_VERDICT_VARIABLE_CONST_CHANGED;
}

static void compare_things(struct symbols *symbols, struct symbol *symbol)
{
	const struct kabi_record *const *things = symbol->things;
	struct kabi_differ *differ = symbols->differ;
	const struct symbol *leader = symbol->leader;
	size_t first = differ->n_roots;

	if (!things[KABI_OLD] || !things[KABI_NEW] ||
	    things[KABI_OLD]->hidden || things[KABI_NEW]->hidden)
		return;
	if (things[KABI_OLD]->kind != things[KABI_NEW]->kind) {
		report(symbols, symbol, KABI_VERDICT_SYMBOL_KIND_CHANGED,
		       kabi_kind_name(things[KABI_OLD]->kind),
		       kabi_kind_name(things[KABI_NEW]->kind));
		return;
	}
	if (leader && same_as_leader(symbols, symbol)) {
		for (size_t i = leader->first_root; i < leader->end_root; i++) {
			struct kabi_diff_entry *entry = differ->roots[i];

			if (is_about_type(entry->change.verdict))
				kabi_diff_add_symbol(differ, entry,
						     symbol->name);
		}
		return;
	}
	if (things[KABI_OLD]->kind == KABI_KIND_FUNCTION)
		kabi_diff_signature(differ, &symbol->subject);
	else
		kabi_diff_variable(differ, &symbol->subject);
	for (size_t i = first; i < differ->n_roots; i++)
		kabi_diff_add_symbol(differ, differ->roots[i], symbol->name);
}

/* How a module has to be, to use what is exported that way. */
static void compare_terms(struct symbols *symbols, struct symbol *symbol)
{
	const struct kabi_prebuilt *prebuilt =
		symbols->differ->options->prebuilt;
	const struct kabi_record *export = symbol->exports[KABI_NEW];

	if (!export || !prebuilt->license)
		return;
	if (export->license == KABI_LICENSE_GPL &&
	    !kabi_prebuilt_is_gpl(prebuilt))
		report(symbols, symbol, KABI_VERDICT_SYMBOL_LICENSE_TIGHTENED,
		       prebuilt->license, "GPL-only");
	if (export->ns && !kabi_prebuilt_has(&prebuilt->namespaces, export->ns))
		report(symbols, symbol, KABI_VERDICT_SYMBOL_NAMESPACE_CHANGED,
		       NULL, export->ns);
}

/* What prebuilt objects import. */
static void compare_import(struct symbols *symbols, struct symbol *symbol)
{
	struct kabi_differ *differ = symbols->differ;
	enum kabi_offer offer = kabi_diff_offer(differ, symbol->name);

	if (!symbol->exports[KABI_OLD] ||
	    kabi_diff_is_provided(differ, symbol->name))
		return;
	if (offer == KABI_OFFER_GIVEN) {
		symbol->things[KABI_NEW] = symbol->subject.records[KABI_NEW] =
			find_thing(differ->models[KABI_NEW], symbol->name);
		compare_terms(symbols, symbol);
		compare_things(symbols, symbol);
	} else if (!symbol->exports[KABI_OLD]->weak &&
		   !kabi_model_find(differ->models[KABI_OLD], KABI_KIND_CALL,
				    symbol->name)) {
		report(symbols, symbol, KABI_VERDICT_SYMBOL_REMOVED,
		       type_text(differ, symbol->things[KABI_OLD]),
		       offer == KABI_OFFER_INTERNAL ? "not exported" : NULL);
	}
}

static void compare_symbol(struct symbols *symbols, struct symbol *symbol)
{
	struct kabi_differ *differ = symbols->differ;

	symbol->first_root = differ->n_roots;
	if (differ->options->prebuilt) {
		compare_import(symbols, symbol);
	} else if (!symbol->exports[KABI_NEW]) {
		report(symbols, symbol, KABI_VERDICT_SYMBOL_REMOVED,
		       type_text(differ, symbol->things[KABI_OLD]), NULL);
	} else if (!symbol->exports[KABI_OLD]) {
		report(symbols, symbol, KABI_VERDICT_SYMBOL_ADDED, NULL,
		       type_text(differ, symbol->things[KABI_NEW]));
	} else {
		compare_exports(symbols, symbol);
		compare_things(symbols, symbol);
	}
	symbol->end_root = differ->n_roots;
}

void kabi_diff_symbols(struct kabi_differ *differ)
{
	struct symbols symbols = { .differ = differ };

	merge_exports(&symbols);
	find_leaders(&symbols);
	for (size_t i = 0; i < symbols.n; i++) {
		if (!symbols.symbols[i].leader)
			compare_symbol(&symbols, &symbols.symbols[i]);
	}
	for (size_t i = 0; i < symbols.n; i++) {
		if (symbols.symbols[i].leader)
			compare_symbol(&symbols, &symbols.symbols[i]);
	}
	free(symbols.symbols);
}
