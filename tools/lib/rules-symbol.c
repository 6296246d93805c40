// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rules that judge exported symbols: libabigail's [suppress_function],
 * [suppress_variable] and [suppress_file], and SUSE's severities. A change is
 * accepted when every symbol that it reaches passes.
 */
#include <string.h>

#include "ctype.h"
#include "glob.h"
#include "ptrmap.h"
#include "rules-private.h"

/* Asked of every symbol of a root. */
struct question {
	const struct kabi_rules_run *run;
	const struct kabi_change *root;
	struct kabi_rule *passed_by; /* a rule that let one pass */
	bool failed;		     /* one did not pass */
};

/*
 * What was asked before. In a kernel thousands of changes reach the same
 * thousands of symbols, and what a rule says of these depends on the change
 * only when it is about the symbol itself.
 */
struct kabi_symbol_answers {
	bool judged;		    /* there are rules about symbols */
	struct kabi_rule *severity; /* the first one, or NULL */
	/* A rule that lets it pass: its index, from 1; or 0. */
	struct kabi_ptrmap names, sets;
};

bool kabi_name_given(const struct kabi_name_test *test)
{
	return test->name || test->regexp || test->not_regexp;
}

bool kabi_name_matches(const struct kabi_name_test *test, const char *name)
{
	return (!test->name || !strcmp(test->name, name)) &&
	       (!test->regexp || kabi_regex_match(test->regexp, name)) &&
	       (!test->not_regexp || !kabi_regex_match(test->not_regexp, name));
}

/* In OLD, or in NEW when OLD does not have it. */
static const struct kabi_record *find_record(const struct kabi_rules_run *run,
					     enum kabi_kind kind,
					     const char *symbol)
{
	const struct kabi_record *record =
		kabi_model_find(run->models[KABI_OLD], kind, symbol);

	return record ? record
		      : kabi_model_find(run->models[KABI_NEW], kind, symbol);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/*
 * The binary that exports a symbol: "acme.ko", "vmlinux", or the input where no
 * module is known.
 */
static bool binary_matches(const struct kabi_rules_run *run,
			   const struct kabi_name_test *test,
			   const char *symbol)
{
	const struct kabi_record *export =
		find_record(run, KABI_KIND_EXPORT, symbol);
	const char *module = export ? export->module : NULL;
	kabi_cleanup(kabi_free_cleanup) char *file = NULL;

	if (!module) {
		const char *old_path = run->changes->old_side.path;
		const char *new_path = run->changes->new_side.path;

		return (old_path &&
			kabi_name_matches(test, base_name(old_path))) ||
		       (new_path &&
			kabi_name_matches(test, base_name(new_path)));
	}
	file = kabi_xasprintf("%s%s", base_name(module),
			      strcmp(module, "vmlinux") != 0 ? ".ko" : "");
	return kabi_name_matches(test, file);
}

struct binaries {
	const struct kabi_rules_run *run;
	const struct kabi_name_test *test;
};

static bool is_in_binary(void *context, const char *symbol)
{
	const struct binaries *binaries = context;

	return binary_matches(binaries->run, binaries->test, symbol);
}

bool kabi_file_matches(const struct kabi_rules_run *run,
		       const struct kabi_name_test *test,
		       const struct kabi_change *root)
{
	struct binaries binaries = { run, test };

	return !kabi_name_given(test) ||
	       kabi_change_every_symbol(run->changes, root, is_in_binary,
					&binaries);
}

/* As C writes it, and as libabigail does: without "struct", "foo*". */
static bool type_matches(const struct kabi_type *type,
			 bool (*holds)(const void *test, const char *name),
			 const void *test)
{
	static const char *const words[] = { "struct ", "union ", "enum " };
	kabi_cleanup(kabi_free_cleanup) char *name = kabi_ctype_name(type);
	char *to = name;

	if (holds(test, name))
		return true;
	for (const char *from = name; *from;) {
		size_t length = 0;

		for (size_t i = 0; i < 3; i++) {
			size_t n = strlen(words[i]);

			if ((from == name || !strchr("abcdefghijklmnopqrstuvw"
						     "xyzABCDEFGHIJKLMNOPQRSTU"
						     "VWXYZ0123456789_",
						     from[-1])) &&
			    !strncmp(from, words[i], n))
				length = n;
		}
		if (!length && from[0] == ' ' && from[1] == '*')
			length = 1;
		if (length)
			from += length;
		else
			*to++ = *from++;
	}
	*to = '\0';
	return holds(test, name);
}

static bool name_holds(const void *test, const char *name)
{
	return kabi_name_matches(test, name);
}

static bool parameter_holds(const void *context, const char *name)
{
	const struct kabi_parameter_test *test = context;

	return test->type ? !strcmp(test->type, name)
			  : kabi_regex_match(test->regex, name);
}

static bool function_matches(const struct kabi_suppress *suppress,
			     const struct kabi_record *thing)
{
	const struct kabi_type *type = kabi_type_strip(thing->type);

	if (type->kind != KABI_TYPE_FUNCTION)
		return !kabi_name_given(&suppress->type_name) &&
		       !suppress->n_parameters;
	if (kabi_name_given(&suppress->type_name) &&
	    !type_matches(type->target, name_holds, &suppress->type_name))
		return false;
	for (size_t i = 0; i < suppress->n_parameters; i++) {
		const struct kabi_parameter_test *test =
			&suppress->parameters[i];

		if (test->index >= type->n_params ||
		    !type_matches(type->params[test->index], parameter_holds,
				  test))
			return false;
	}
	return true;
}

static unsigned int change_kind(const struct kabi_change *change)
{
	if (change->verdict == KABI_VERDICT_SYMBOL_ADDED)
		return KABI_ADDED;
	if (change->verdict == KABI_VERDICT_SYMBOL_REMOVED)
		return KABI_DELETED;
	return KABI_SUBTYPE_CHANGE;
}

static bool suppresses(const struct question *question,
		       const struct kabi_rule *rule, const char *symbol)
{
	const struct kabi_suppress *suppress = rule->suppress;
	const struct kabi_rules_run *run = question->run;
	bool wants_type = kabi_name_given(&suppress->type_name) ||
			  suppress->n_parameters;
	bool function = rule->kind == KABI_RULE_FUNCTION;
	const struct kabi_record *thing, *other;

	if (rule->kind == KABI_RULE_FILE)
		return binary_matches(run, &suppress->file_name, symbol);
	if (!kabi_name_matches(&suppress->name, symbol) ||
	    !kabi_name_matches(&suppress->symbol_name, symbol) ||
	    !(suppress->change_kinds & change_kind(question->root)) ||
	    (kabi_name_given(&suppress->file_name) &&
	     !binary_matches(run, &suppress->file_name, symbol)))
		return false;
	thing = find_record(run,
			    function ? KABI_KIND_FUNCTION : KABI_KIND_VARIABLE,
			    symbol);
	if (!thing) {
		/* Of assembly nothing is known but the name. */
		other = find_record(
			run, function ? KABI_KIND_VARIABLE : KABI_KIND_FUNCTION,
			symbol);
		return function && !other && !wants_type;
	}
	if (function)
		return function_matches(suppress, thing);
	return !wants_type ||
	       type_matches(thing->type, name_holds, &suppress->type_name);
}

/* Rules see OLD; what OLD does not have is an addition. */
static bool severity_matches(const struct kabi_rules_run *run,
			     const struct kabi_severity *severity,
			     const char *symbol)
{
	const struct kabi_record *export = kabi_model_find(
		run->models[KABI_OLD], KABI_KIND_EXPORT, symbol);
	const char *text = symbol;

	if (severity->kind == KABI_SEVERITY_MODULE)
		text = export ? export->module : NULL;
	else if (severity->kind == KABI_SEVERITY_NAMESPACE)
		text = export ? export->ns : NULL;
	return text && kabi_glob_match(severity->pattern, text);
}

/*
 * The rule that lets it pass: any of libabigail's, or the first of a file of
 * severities that matches; or NULL.
 */
static struct kabi_rule *ask(const struct question *question,
			     const char *symbol)
{
	const struct kabi_rules *rules = question->run->rules;
	struct kabi_rule *ret = NULL;
	size_t decided = 0; /* the last file that had its say; from 1 */

	/* On after the first one: it tells which rules are used. */
	for (size_t i = 0; i < rules->n_rules; i++) {
		struct kabi_rule *rule = rules->rules[i];
		bool pass = true;

		if (rule->kind == KABI_RULE_SEVERITY) {
			if (rule->file == decided ||
			    !severity_matches(question->run, rule->severity,
					      symbol))
				continue;
			decided = rule->file;
			pass = rule->severity->pass;
		} else if (rule->kind == KABI_RULE_ACCEPT ||
			   rule->kind == KABI_RULE_TYPE ||
			   !suppresses(question, rule, symbol)) {
			continue;
		}
		rule->is_used = true;
		if (pass && !ret)
			ret = rule;
	}
	return ret;
}

/* Goes through all symbols, whatever the answers. */
static bool note_answer(void *context, const char *symbol)
{
	struct question *question = context;
	const struct kabi_rules_run *run = question->run;
	bool keeps = change_kind(question->root) == KABI_SUBTYPE_CHANGE;
	struct kabi_rule *rule = NULL;
	uint32_t answer;

	if (!keeps || !kabi_ptrmap_get(&run->answers->names, symbol, &answer)) {
		rule = ask(question, symbol);
		answer = rule ? rule->index + 1 : 0;
		if (keeps)
			kabi_ptrmap_set(&run->answers->names, symbol, answer);
	}
	if (!answer)
		question->failed = true;
	else if (!question->passed_by)
		question->passed_by = run->rules->rules[answer - 1];
	return true;
}

struct kabi_symbol_answers *
kabi_symbol_answers_create(const struct kabi_rules *rules)
{
	struct kabi_symbol_answers *answers = kabi_xcalloc(1, sizeof(*answers));

	kabi_ptrmap_init(&answers->names);
	kabi_ptrmap_init(&answers->sets);
	for (size_t i = 0; i < rules->n_rules; i++) {
		struct kabi_rule *rule = rules->rules[i];

		answers->judged |= rule->kind != KABI_RULE_ACCEPT &&
				   rule->kind != KABI_RULE_TYPE;
		if (rule->kind == KABI_RULE_SEVERITY && !answers->severity)
			answers->severity = rule;
	}
	return answers;
}

void kabi_symbol_answers_destroy(struct kabi_symbol_answers *answers)
{
	kabi_ptrmap_deinit(&answers->names);
	kabi_ptrmap_deinit(&answers->sets);
	free(answers);
}

struct kabi_rule *kabi_symbols_accept(const struct kabi_rules_run *run,
				      const struct kabi_change *root)
{
	struct question question = { .run = run, .root = root };
	struct kabi_symbol_answers *answers = run->answers;
	bool keeps = change_kind(root) == KABI_SUBTYPE_CHANGE;
	uint32_t answer;

	/* What severities tolerate of themselves. */
	if (answers->severity &&
	    (root->verdict == KABI_VERDICT_SYMBOL_ADDED ||
	     root->verdict == KABI_VERDICT_SYMBOL_LICENSE_RELAXED))
		return answers->severity;
	if (!answers->judged || !root->symbol_set)
		return NULL;
	if (keeps && kabi_ptrmap_get(&answers->sets, root->symbol_set, &answer))
		return answer ? run->rules->rules[answer - 1] : NULL;
	kabi_change_every_symbol(run->changes, root, note_answer, &question);
	if (question.failed)
		question.passed_by = NULL;
	if (keeps)
		kabi_ptrmap_set(
			&answers->sets, root->symbol_set,
			question.passed_by ? question.passed_by->index + 1 : 0);
	return question.passed_by;
}
