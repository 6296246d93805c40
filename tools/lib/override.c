// SPDX-License-Identifier: GPL-2.0-or-later
/* gendwarfksyms' rules, applied to two models; see override.h. */
#include "override.h"

#include <string.h>

#include "escape.h"
#include "override-target.h"

enum {
	/* Of a side; kernels have some dozens. */
	MAX_RULES = 10000
};

enum {
	OLD,
	NEW,
	SIDES
};

static const char *const side_names[] = { "OLD", "NEW" };

struct kabi_overrides {
	struct kabi_arena arena;
	struct kabi_model *models[SIDES];
	struct kabi_rule *rules;
	size_t n_rules, room_rules;
	const char **remarks;
	size_t n_remarks, room_remarks;
	bool hid_something;
};

/*
 * "WHAT rule byte_size:foo of NEW (FILE:LINE)"; takes WHAT. Names are escaped:
 * they come from strings, which may hold anything.
 */
static void add_remark(struct kabi_overrides *overrides,
		       const struct kabi_rule *rule, char *what)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const struct kabi_record *record = rule->record;

	kabi_strbuf_add_format(&text, "%s rule ", what);
	free(what);
	kabi_escape_add(&text, record->name, KABI_ESCAPE_FILE);
	kabi_strbuf_add_format(&text, " of %s", side_names[rule->side]);
	if (record->file) {
		kabi_strbuf_add(&text, " (");
		kabi_escape_add(&text, record->file, KABI_ESCAPE_VALUE);
		kabi_strbuf_add_format(&text, ":%u)", record->line);
	}
	kabi_array_reserve(&overrides->remarks, overrides->n_remarks,
			   &overrides->room_remarks,
			   sizeof(*overrides->remarks));
	overrides->remarks[overrides->n_remarks++] =
		kabi_arena_strndup(&overrides->arena, text.string, text.length);
}

/* Only worth a word when there was something to hide; takes WHAT too. */
static void add_hiding(struct kabi_overrides *overrides,
		       const struct kabi_rule *rule, char *what)
{
	if (!rule->differs) {
		free(what);
		return;
	}
	overrides->hid_something = true;
	add_remark(overrides, rule, what);
}

typedef bool visit_record(struct kabi_overrides *overrides,
			  struct kabi_rule *rule, struct kabi_record *record);

/* Calls back for all that the rule may be about; did one of them take it? */
static bool for_each_record(struct kabi_overrides *overrides,
			    struct kabi_rule *rule, int side,
			    visit_record *visit)
{
	const struct kabi_model *model = overrides->models[side];
	bool found = false;

	for (enum kabi_kind kind = 0; kind < KABI_KIND_COUNT; kind++) {
		struct kabi_record *record;

		if (!(rule->kinds & 1u << kind))
			continue;
		record = kabi_rule_find(model, kind, rule->name);
		for (; record; record = kabi_rule_next(model, record))
			found |= visit(overrides, rule, record);
	}
	return found;
}

static bool hide(struct kabi_overrides *overrides, struct kabi_rule *rule,
		 struct kabi_record *record)
{
	(void)overrides;
	rule->found = record;
	record->hidden = true;
	return true;
}

/* What it holds is nobody's business; its size stays, for those who hold it. */
static bool make_declared(struct kabi_overrides *overrides,
			  struct kabi_rule *rule, struct kabi_record *record)
{
	record->n_enumerators = 0;
	if (record->body)
		record->body->n_members = 0;
	return hide(overrides, rule, record);
}

static struct kabi_enumerator *find_enumerator(const struct kabi_rule *rule,
					       struct kabi_record *record)
{
	for (size_t i = 0; i < record->n_enumerators; i++) {
		if (!strcmp(record->enumerators[i].name, rule->enumerator))
			return &record->enumerators[i];
	}
	return NULL;
}

static bool remove_enumerator(struct kabi_overrides *overrides,
			      struct kabi_rule *rule,
			      struct kabi_record *record)
{
	struct kabi_enumerator *found = find_enumerator(rule, record);
	size_t behind;

	(void)overrides;
	if (!found)
		return false;
	behind = record->enumerators + record->n_enumerators - found - 1;
	memmove(found, found + 1, behind * sizeof(*found));
	record->n_enumerators--;
	return true;
}

static bool set_enumerator(struct kabi_overrides *overrides,
			   struct kabi_rule *rule, struct kabi_record *record)
{
	struct kabi_enumerator *found = find_enumerator(rule, record);
	__int128 value;

	if (!found || !kabi_rule_number(rule, &value))
		return found;
	if (found->value != value)
		add_hiding(overrides, rule,
			   kabi_xasprintf("the true value of %s, set by",
					  found->name));
	found->value = value;
	return true;
}

static bool set_size(struct kabi_overrides *overrides, struct kabi_rule *rule,
		     struct kabi_record *record)
{
	struct kabi_body *body = record->body;
	__int128 number;
	uint64_t size;
	size_t kept = 0;

	if (!kabi_rule_number(rule, &number))
		return true;
	size = number;
	if (body->size == size)
		return true;
	add_hiding(overrides, rule,
		   kabi_xasprintf("%s %s beyond %llu bytes (it has %llu), by",
				  kabi_kind_name(record->kind), record->name,
				  (unsigned long long)size,
				  (unsigned long long)body->size));
	for (size_t i = 0; i < body->n_members; i++) {
		if (body->members[i].offset < size || body->size < size)
			body->members[kept++] = body->members[i];
	}
	body->n_members = kept;
	body->size = size;
	return true;
}

/* What both sides say of one target is the same, or one says nothing. */
static bool agrees(const struct kabi_overrides *overrides,
		   const struct kabi_rule *rule)
{
	const struct kabi_record *other =
		kabi_model_find(overrides->models[!rule->side], KABI_KIND_RULE,
				rule->record->name);

	return !other || !rule->value || !other->string ||
	       !strcmp(other->string, rule->value);
}

/* OLD's did it for both. */
static bool is_done(const struct kabi_overrides *overrides,
		    const struct kabi_rule *rule)
{
	return rule->side == NEW &&
	       kabi_model_find(overrides->models[OLD], KABI_KIND_RULE,
			       rule->record->name);
}

static bool apply_to_both(struct kabi_overrides *overrides,
			  struct kabi_rule *rule, visit_record *visit)
{
	bool found = for_each_record(overrides, rule, OLD, visit);

	return for_each_record(overrides, rule, NEW, visit) || found;
}

static bool apply_declonly(struct kabi_overrides *overrides,
			   struct kabi_rule *rule)
{
	if (is_done(overrides, rule))
		return true;
	if (!apply_to_both(overrides, rule, make_declared))
		return false;
	add_hiding(overrides, rule,
		   kabi_xasprintf("%s %s, only declared by",
				  kabi_kind_name(rule->found->kind),
				  rule->found->name));
	return true;
}

static bool apply_ignore(struct kabi_overrides *overrides,
			 struct kabi_rule *rule)
{
	if (is_done(overrides, rule))
		return true;
	if (!apply_to_both(overrides, rule, remove_enumerator))
		return false;
	add_hiding(overrides, rule,
		   kabi_xasprintf("%s, ignored by", rule->enumerator));
	return true;
}

static bool apply_string(struct kabi_overrides *overrides,
			 struct kabi_rule *rule)
{
	if (!agrees(overrides, rule)) {
		/* Once is enough. */
		if (rule->side == NEW)
			add_remark(overrides, rule,
				   kabi_xstrdup("the texts, which OLD has "
						"otherwise than"));
		return true;
	}
	if (is_done(overrides, rule))
		return true;
	if (!apply_to_both(overrides, rule, hide))
		return false;
	add_hiding(overrides, rule,
		   kabi_xasprintf("%s %s, told by",
				  kabi_kind_name(rule->found->kind),
				  rule->found->name));
	return true;
}

/* Does the rule name something? */
static bool apply(struct kabi_overrides *overrides, struct kabi_rule *rule)
{
	__int128 number;

	switch (rule->type) {
	case KABI_RULE_DECLONLY:
		return apply_declonly(overrides, rule);
	case KABI_RULE_ENUMERATOR_IGNORE:
		return apply_ignore(overrides, rule);
	case KABI_RULE_TYPE_STRING:
		return apply_string(overrides, rule);
	case KABI_RULE_UNKNOWN:
		return false;
	default:
		break;
	}
	if (!kabi_rule_number(rule, &number)) {
		add_remark(overrides, rule,
			   kabi_xstrdup("what was meant (it has no number) "
					"by"));
		return true;
	}
	return for_each_record(
		overrides, rule, rule->side,
		rule->type == KABI_RULE_BYTE_SIZE ? set_size : set_enumerator);
}

static void add_rules(struct kabi_overrides *overrides, int side)
{
	const struct kabi_model *model = overrides->models[side];
	const struct kabi_rule *last = NULL;
	size_t first = overrides->n_rules;

	for (size_t i = model->by_kind[KABI_KIND_RULE];
	     i < model->by_kind[KABI_KIND_RULE + 1]; i++) {
		const struct kabi_record *record = model->records[i];
		struct kabi_rule rule;

		/* Further variants are told with the first. */
		if (kabi_model_find(model, KABI_KIND_RULE, record->name) !=
		    record)
			continue;
		kabi_rule_init(&rule, record, side, &overrides->arena);
		if (overrides->n_rules >= first + MAX_RULES) {
			add_remark(overrides, &rule,
				   kabi_xstrdup("what was meant (there are too "
						"many rules) from here on by"));
			return;
		}
		/* Those of one enum stand together, and there may be many. */
		rule.differs = last && last->kinds == rule.kinds &&
					       !strcmp(last->name, rule.name)
				       ? last->differs
				       : kabi_rule_differs(
						 &rule, overrides->models[OLD],
						 overrides->models[NEW]);
		kabi_array_reserve(&overrides->rules, overrides->n_rules,
				   &overrides->room_rules, sizeof(rule));
		last = &overrides->rules[overrides->n_rules++];
		overrides->rules[overrides->n_rules - 1] = rule;
	}
}

struct kabi_overrides *kabi_overrides_apply(struct kabi_model *old_model,
					    struct kabi_model *new_model)
{
	struct kabi_overrides *overrides = kabi_xcalloc(1, sizeof(*overrides));

	kabi_arena_init(&overrides->arena);
	overrides->models[OLD] = old_model;
	overrides->models[NEW] = new_model;
	/* What differs is asked for before the first one is applied. */
	add_rules(overrides, OLD);
	add_rules(overrides, NEW);
	for (size_t i = 0; i < overrides->n_rules; i++) {
		struct kabi_rule *rule = &overrides->rules[i];

		if (rule->record->next_variant)
			add_remark(overrides, rule,
				   kabi_xstrdup("what was meant (it contradicts"
						" itself) by"));
		else if (!apply(overrides, rule))
			add_remark(overrides, rule,
				   kabi_xstrdup(
					   "what was meant (nothing of that "
					   "name is defined) by"));
	}
	return overrides;
}

void kabi_overrides_destroy(struct kabi_overrides *overrides)
{
	if (!overrides)
		return;
	free(overrides->rules);
	free(overrides->remarks);
	kabi_arena_deinit(&overrides->arena);
	free(overrides);
}

const char *const *
kabi_overrides_remarks(const struct kabi_overrides *overrides, size_t *count)
{
	*count = overrides ? overrides->n_remarks : 0;
	return overrides ? overrides->remarks : NULL;
}

bool kabi_overrides_hid_something(const struct kabi_overrides *overrides)
{
	return overrides && overrides->hid_something;
}
