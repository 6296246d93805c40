// SPDX-License-Identifier: GPL-2.0-or-later
/* From options to accepted and failing changes. */
#include "rules-gate.h"

#include <stdarg.h>
#include <string.h>

#include "policy.h"
#include "rules-date.h"
#include "rules.h"

struct kabi_gate {
	const struct kabi_gate_options *options;
	const struct kabi_symlist *list;
	struct kabi_rules *rules;
	const struct kabi_policy *policy;
	char today[KABI_DATE_SIZE];
};

static void notice(const struct kabi_gate *gate, const char *format, ...)
	kabi_printf(2, 3);

static void notice(const struct kabi_gate *gate, const char *format, ...)
{
	const struct kabi_gate_options *options = gate->options;
	kabi_cleanup(kabi_free_cleanup) char *message = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&message, format, args) < 0)
		message = NULL;
	va_end(args);
	if (!message || !options->notice)
		return;
	/* One line, and no command to a terminal, whatever the rules hold. */
	for (char *at = message; *at; at++) {
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			*at = '?';
	}
	options->notice(options->notice_context, message);
}

static struct kabi_error *find_today(struct kabi_gate *gate)
{
	const char *date = gate->options->date;

	if (!date)
		return kabi_date_today(gate->today);
	if (!kabi_date_is_valid(date))
		return kabi_error_create(KABI_ERROR_USAGE,
					 "--date: '%s' is no day (YYYY-MM-DD)",
					 date);
	memcpy(gate->today, date, sizeof(gate->today));
	return NULL;
}

static struct kabi_error *find_policy(struct kabi_gate *gate)
{
	const char *name = gate->options->policy;

	if (!name)
		name = "full";
	gate->policy = kabi_policy_find(gate->rules, name);
	if (!gate->policy)
		return kabi_error_create(KABI_ERROR_USAGE,
					 "no such policy: '%s'", name);
	if (strcmp(name, "full") != 0 &&
	    gate->options->fail_on != KABI_LEVEL_COUNT)
		return kabi_error_create(KABI_ERROR_USAGE,
					 "--fail-on and --policy=%s both say "
					 "what fails",
					 name);
	if (kabi_policy_is_listed(gate->policy) && !gate->list)
		return kabi_error_create(KABI_ERROR_USAGE,
					 "--policy=%s needs a list: --symbols",
					 name);
	return NULL;
}

/* Expired rules one by one; of those that wait for a reason how many. */
static void tell_of_rules(const struct kabi_gate *gate)
{
	const struct kabi_rules *rules = gate->rules;
	size_t n = 0;

	for (size_t i = 0; i < rules->n_rules; i++) {
		const struct kabi_rule *rule = rules->rules[i];

		if (rule->is_expired)
			notice(gate,
			       "%s:%lu: expired on %s and counts as none: %s "
			       "(%s, %s)",
			       rule->path, rule->line, rule->expires,
			       rule->what, rule->reason, rule->author);
	}
	for (size_t i = 0; i < rules->n_rules; i++) {
		const struct kabi_rule *rule = rules->rules[i];
		bool is_last = i + 1 == rules->n_rules ||
			       rules->rules[i + 1]->file != rule->file;

		n += kabi_rule_lacks_reason(rule);
		if (is_last && n)
			notice(gate, "%s: %zu rule%s without a reason (TODO)",
			       rule->path, n, n == 1 ? "" : "s");
		if (is_last)
			n = 0;
	}
}

struct kabi_error *kabi_gate_create(const struct kabi_gate_options *options,
				    const struct kabi_symlist *list,
				    struct kabi_gate **ret)
{
	kabi_cleanup(kabi_gate_cleanup) struct kabi_gate *gate =
		kabi_xcalloc(1, sizeof(*gate));
	struct kabi_error *error;

	gate->options = options;
	gate->list = list;
	gate->rules = kabi_rules_create();
	error = find_today(gate);
	for (size_t i = 0; !error && i < options->n_suppress; i++)
		error = kabi_rules_read(gate->rules, options->suppress[i],
					gate->today);
	if (!error)
		error = find_policy(gate);
	if (error)
		return error;
	tell_of_rules(gate);
	*ret = kabi_steal(&gate);
	return NULL;
}

void kabi_gate_destroy(struct kabi_gate *gate)
{
	if (!gate)
		return;
	kabi_rules_destroy(gate->rules);
	free(gate);
}

bool kabi_gate_wants_all(const struct kabi_gate *gate)
{
	return kabi_policy_is_listed(gate->policy);
}

void kabi_gate_judge(struct kabi_gate *gate, struct kabi_changes *changes,
		     const struct kabi_model *old_model,
		     const struct kabi_model *new_model)
{
	kabi_rules_apply(gate->rules, changes, old_model, new_model);
	kabi_policy_judge(gate->policy, changes, gate->options->fail_on,
			  gate->list);
}

void kabi_gate_tell_unused(const struct kabi_gate *gate)
{
	for (size_t i = 0; i < gate->rules->n_rules; i++) {
		const struct kabi_rule *rule = gate->rules->rules[i];

		if (!rule->is_used && !rule->is_expired)
			notice(gate, "%s:%lu: matched nothing: %s", rule->path,
			       rule->line, rule->what);
	}
}
