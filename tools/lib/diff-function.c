// SPDX-License-Identifier: GPL-2.0-or-later
/* The types of exported functions and variables. */
#include <limits.h>
#include <string.h>

#include "differ.h"
#include "strbuf.h"

static const struct kabi_type *type_of(const struct kabi_diff_subject *subject,
				       enum kabi_diff_side side)
{
	return subject->records[side]->type;
}

/* Either type may be NULL: nothing there. */
static struct kabi_diff_entry *
report_types(struct kabi_differ *differ, struct kabi_diff_entry *root,
	     const struct kabi_diff_subject *subject, enum kabi_verdict verdict,
	     enum kabi_diff_level level, const struct kabi_type *old_type,
	     const struct kabi_type *new_type)
{
	const struct kabi_type *types[KABI_SIDES] = { old_type, new_type };
	struct kabi_diff_entry *entry = kabi_diff_add(
		differ, root, subject, verdict, (enum kabi_level)level);

	for (int side = 0; side < KABI_SIDES; side++) {
		if (types[side])
			kabi_diff_set_type(differ, entry, side,
					   subject->records[side], INT_MIN,
					   types[side]);
	}
	return entry;
}

static void report_words(struct kabi_differ *differ,
			 const struct kabi_diff_subject *subject,
			 enum kabi_verdict verdict, enum kabi_level level,
			 const char *old_text, const char *new_text)
{
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, NULL, subject, verdict, level);

	kabi_diff_set(differ, entry, KABI_OLD, subject->records[KABI_OLD],
		      INT_MIN, "%s", old_text);
	kabi_diff_set(differ, entry, KABI_NEW, subject->records[KABI_NEW],
		      INT_MIN, "%s", new_text);
}

static const char *parameter(struct kabi_differ *differ, size_t i)
{
	return kabi_diff_text(differ, "parameter %zu", i + 1);
}

/* A type that is used by value; NULL when nothing is to be told. */
static struct kabi_diff_entry *
compare_types(struct kabi_differ *differ,
	      const struct kabi_diff_subject *subject,
	      enum kabi_verdict verdict, const struct kabi_type *old_type,
	      const struct kabi_type *new_type)
{
	enum kabi_diff_level level = kabi_diff_type(differ, old_type, new_type);
	struct kabi_diff_entry *root = NULL, *entry;

	if (level == KABI_DIFF_SAME) {
		const struct kabi_diff_pair *felt =
			kabi_diff_felt(differ, old_type, new_type);

		if (!felt || !felt->changes_users || subject->is_source)
			return NULL;
		level = felt->level;
		root = felt->root;
	}
	entry = report_types(differ, root, subject, verdict, level, old_type,
			     new_type);
	if (root)
		kabi_diff_tell_meaning(differ, entry, old_type, new_type);
	return entry;
}

static bool same_parameter(struct kabi_differ *differ,
			   const struct kabi_type *a, size_t i,
			   const struct kabi_type *b, size_t j)
{
	return kabi_diff_type(differ, a->params[i], b->params[j]) ==
	       KABI_DIFF_SAME;
}

/*
 * Where there are more or fewer of them now, those that are the same at both
 * ends are taken for the same ones; what is left between differs.
 */
static void compare_parameters(struct kabi_differ *differ,
			       const struct kabi_diff_subject *subject,
			       const struct kabi_type *a,
			       const struct kabi_type *b)
{
	size_t i = 0, a_end = a->n_params, b_end = b->n_params;

	if (a_end != b_end) {
		while (i < a_end && i < b_end &&
		       same_parameter(differ, a, i, b, i))
			i++;
		while (a_end > i && b_end > i &&
		       same_parameter(differ, a, a_end - 1, b, b_end - 1)) {
			a_end--;
			b_end--;
		}
	}
	/* Those before may still feel a change of their typedefs. */
	for (size_t j = 0; j < a_end && j < b_end; j++) {
		struct kabi_diff_entry *entry = compare_types(
			differ, subject, KABI_VERDICT_PARAMETER_TYPE_CHANGED,
			a->params[j], b->params[j]);

		if (entry)
			entry->change.member = parameter(differ, j);
	}
	for (i = a_end; i < b_end; i++)
		report_types(differ, NULL, subject,
			     KABI_VERDICT_PARAMETER_ADDED, KABI_DIFF_BREAK,
			     NULL, b->params[i])
			->change.member = parameter(differ, i);
	for (i = b_end; i < a_end; i++)
		report_types(differ, NULL, subject,
			     KABI_VERDICT_PARAMETER_REMOVED, KABI_DIFF_BREAK,
			     a->params[i], NULL)
			->change.member = parameter(differ, i);
}

static void set_attributes(struct kabi_differ *differ,
			   struct kabi_diff_entry *entry,
			   enum kabi_diff_side side,
			   const struct kabi_record *record,
			   const struct kabi_type *type)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf words =
		KABI_STRBUF_INIT;

	for (size_t i = 0; i < type->n_attributes; i++) {
		if (i)
			kabi_strbuf_add_char(&words, ' ');
		kabi_strbuf_add(&words, type->attributes[i]);
	}
	if (!type->n_attributes && type->quals & KABI_QUAL_VOLATILE)
		kabi_strbuf_add(&words, "noreturn");
	kabi_diff_set(differ, entry, side, record, INT_MIN, "%s",
		      words.length ? words.string : "none");
}

static void compare_attributes(struct kabi_differ *differ,
			       const struct kabi_diff_subject *subject,
			       const struct kabi_type *a,
			       const struct kabi_type *b)
{
	enum kabi_diff_level level = kabi_diff_attributes(a, b);
	struct kabi_diff_entry *entry;

	if (level == KABI_DIFF_SAME)
		return;
	entry = kabi_diff_add(differ, NULL, subject,
			      KABI_VERDICT_FUNCTION_ATTRIBUTE_CHANGED,
			      (enum kabi_level)level);
	set_attributes(differ, entry, KABI_OLD, subject->records[KABI_OLD], a);
	set_attributes(differ, entry, KABI_NEW, subject->records[KABI_NEW], b);
}

void kabi_diff_signature(struct kabi_differ *differ,
			 const struct kabi_diff_subject *subject)
{
	const struct kabi_type *a = kabi_type_strip(type_of(subject, KABI_OLD));
	const struct kabi_type *b = kabi_type_strip(type_of(subject, KABI_NEW));
	bool a_variadic, b_variadic;

	if (a->kind != KABI_TYPE_FUNCTION || b->kind != KABI_TYPE_FUNCTION)
		return;
	compare_types(differ, subject, KABI_VERDICT_RETURN_TYPE_CHANGED,
		      a->target, b->target);
	compare_parameters(differ, subject, a, b);
	a_variadic = a->prototype == KABI_PROTOTYPE_VARIADIC;
	b_variadic = b->prototype == KABI_PROTOTYPE_VARIADIC;
	if (a_variadic != b_variadic)
		report_words(differ, subject, KABI_VERDICT_VARIADIC_CHANGED,
			     KABI_LEVEL_BREAK,
			     a_variadic ? "variadic" : "not variadic",
			     b_variadic ? "variadic" : "not variadic");
	compare_attributes(differ, subject, a, b);
	kabi_diff_deviations(differ, subject);
}

/* An array is const when its elements are. */
static bool is_const(const struct kabi_type *type)
{
	while (!(type->quals & KABI_QUAL_CONST)) {
		if (type->kind == KABI_TYPE_ARRAY)
			type = type->target;
		else if (type->kind == KABI_TYPE_NAMED && type->decl &&
			 type->decl->kind == KABI_KIND_TYPEDEF)
			type = type->decl->type;
		else
			return false;
	}
	return true;
}

static const char *storage(const struct kabi_record *record)
{
	static const char percpu[] = ".data..percpu";

	if (record->tls)
		return "thread-local";
	if (record->section &&
	    !strncmp(record->section, percpu, sizeof(percpu) - 1))
		return "per-CPU";
	return "global";
}

/* A declaration without a bound says nothing about the bound. */
static void skip_unknown_bound(const struct kabi_type **a,
			       const struct kabi_type **b)
{
	const struct kabi_type *x = kabi_type_strip(*a);
	const struct kabi_type *y = kabi_type_strip(*b);

	if (x->kind == KABI_TYPE_ARRAY && y->kind == KABI_TYPE_ARRAY &&
	    (x->bound == KABI_BOUND_NONE || y->bound == KABI_BOUND_NONE)) {
		*a = x->target;
		*b = y->target;
	}
}

static void report_size(struct kabi_differ *differ,
			struct kabi_diff_entry *root,
			const struct kabi_diff_subject *subject)
{
	struct kabi_diff_entry *entry = kabi_diff_add(
		differ, root, subject, KABI_VERDICT_VARIABLE_SIZE_CHANGED,
		KABI_LEVEL_BREAK);

	for (int side = 0; side < KABI_SIDES; side++)
		kabi_diff_set(differ, entry, side, subject->records[side],
			      INT_MIN, "size %llu",
			      (unsigned long long)subject->records[side]->size);
}

static void compare_variable_type(struct kabi_differ *differ,
				  const struct kabi_diff_subject *subject,
				  bool const_changed)
{
	const struct kabi_record *const *records = subject->records;
	const struct kabi_type *a = type_of(subject, KABI_OLD);
	const struct kabi_type *b = type_of(subject, KABI_NEW);
	enum kabi_diff_level level;

	skip_unknown_bound(&a, &b);
	level = kabi_diff_type(differ, a, b);
	if (records[KABI_OLD]->has_size && records[KABI_NEW]->has_size &&
	    records[KABI_OLD]->size != records[KABI_NEW]->size) {
		const struct kabi_diff_pair *felt = NULL;

		if (level <= KABI_DIFF_SOURCE)
			felt = kabi_diff_felt(differ, a, b);
		report_size(differ, felt ? felt->root : NULL, subject);
		return;
	}
	/* Its const has an id of its own. */
	if (level == KABI_DIFF_SOURCE && const_changed)
		return;
	compare_types(differ, subject, KABI_VERDICT_VARIABLE_TYPE_CHANGED, a,
		      b);
}

void kabi_diff_variable(struct kabi_differ *differ,
			const struct kabi_diff_subject *subject)
{
	const struct kabi_record *const *records = subject->records;
	const char *old_storage = storage(records[KABI_OLD]);
	const char *new_storage = storage(records[KABI_NEW]);
	bool const_changed = is_const(type_of(subject, KABI_OLD)) !=
			     is_const(type_of(subject, KABI_NEW));

	compare_variable_type(differ, subject, const_changed);
	if (const_changed)
		report_types(differ, NULL, subject,
			     KABI_VERDICT_VARIABLE_CONST_CHANGED,
			     KABI_DIFF_RISK, type_of(subject, KABI_OLD),
			     type_of(subject, KABI_NEW));
	if (strcmp(old_storage, new_storage) != 0)
		report_words(differ, subject,
			     KABI_VERDICT_VARIABLE_STORAGE_CHANGED,
			     KABI_LEVEL_BREAK, old_storage, new_storage);
}
