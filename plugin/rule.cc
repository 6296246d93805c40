// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Rules for gendwarfksyms: see rule.h. A rule is four strings, each closed by a
 * NUL: version, type, target, value. Linux makes one variable of each
 * (include/linux/... or tools of a distribution: __KABI_RULE), but the section
 * is only bytes, so a variable may hold several.
 */
#include "gcc-compat.h"

#include "record.h"
#include "rule.h"
#include "where.h"

#define SECTION ".discard.gendwarfksyms.kabi_rules"

enum field {
	FIELD_VERSION,
	FIELD_TYPE,
	FIELD_TARGET,
	FIELD_VALUE,
	FIELD_COUNT
};

enum problem {
	PROBLEM_NO_TEXT,
	PROBLEM_CUT_SHORT,
	PROBLEM_VERSION,
	PROBLEM_TYPE,
	PROBLEM_TARGET,
	PROBLEM_COUNT
};

static const char *const problem_words[] = {
	"not initialised with a string",
	"not four strings, each closed by a NUL",
	"of another version than 1",
	"of an unknown type",
	"without a target",
};

/* How many, and where one is, since variables come in GCC's order. */
static struct {
	unsigned int count;
	struct kabi_where where;
} problems[PROBLEM_COUNT];

static const struct rule_type {
	const char *name;
	bool has_value;
} types[] = {
	{ "declonly", false },	      { "enumerator_ignore", false },
	{ "enumerator_value", true }, { "byte_size", true },
	{ "type_string", true },
};

static void add_problem(enum problem problem, struct kabi_where where)
{
	if (!problems[problem].count++ ||
	    where.line < problems[problem].where.line)
		problems[problem].where = where;
}

static const struct rule_type *find_type(const char *name)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		if (!strcmp(types[i].name, name))
			return &types[i];
	}
	return NULL;
}

static void record_rule(struct kabi_recorder *recorder,
			const char *const fields[FIELD_COUNT],
			struct kabi_where where)
{
	const struct rule_type *type = find_type(fields[FIELD_TYPE]);
	const char *value = fields[FIELD_VALUE];
	char *name;

	if (strcmp(fields[FIELD_VERSION], "1")) {
		add_problem(PROBLEM_VERSION, where);
		return;
	}
	if (!type || !*fields[FIELD_TARGET]) {
		add_problem(type ? PROBLEM_TARGET : PROBLEM_TYPE, where);
		return;
	}
	name = concat(type->name, ":", fields[FIELD_TARGET], NULL);
	kabi_record_begin(recorder, KABI_KIND_RULE, name);
	free(name);
	kabi_record_at(recorder, where.file, where.line);
	if (type->has_value) {
		kabi_record_line(recorder, 1);
		kabi_record_string(recorder, value, strlen(value));
	}
	kabi_record_end(recorder);
}

/* One after the other, up to the end of the variable. */
static void record_bytes(struct kabi_recorder *recorder, const char *at,
			 size_t length, struct kabi_where where)
{
	const char *end = at + length;

	while (at < end) {
		const char *fields[FIELD_COUNT];

		for (int i = 0; i < FIELD_COUNT; i++) {
			size_t size = strnlen(at, end - at);

			if (at + size == end) {
				add_problem(PROBLEM_CUT_SHORT, where);
				return;
			}
			fields[i] = at;
			at += size + 1;
		}
		record_rule(recorder, fields, where);
	}
}

static bool is_rule(const_tree decl)
{
	tree found = lookup_attribute("section", DECL_ATTRIBUTES(decl));

	return found &&
	       !strcmp(TREE_STRING_POINTER(TREE_VALUE(TREE_VALUE(found))),
		       SECTION);
}

void kabi_rules_record(struct kabi_recorder *recorder)
{
	varpool_node *node;

	FOR_EACH_DEFINED_VARIABLE(node)
	{
		tree text = DECL_INITIAL(node->decl);
		tree size = DECL_SIZE_UNIT(node->decl);
		struct kabi_where where;

		if (!is_rule(node->decl))
			continue;
		where = kabi_where_get(DECL_SOURCE_LOCATION(node->decl));
		if (!text || TREE_CODE(text) != STRING_CST || !size ||
		    !tree_fits_uhwi_p(size) ||
		    tree_to_uhwi(size) >
			    (unsigned HOST_WIDE_INT)TREE_STRING_LENGTH(text)) {
			add_problem(PROBLEM_NO_TEXT, where);
			continue;
		}
		record_bytes(recorder, TREE_STRING_POINTER(text),
			     tree_to_uhwi(size), where);
	}
}

void kabi_rules_record_problems(struct kabi_recorder *recorder)
{
	for (int i = 0; i < PROBLEM_COUNT; i++) {
		if (!problems[i].count)
			continue;
		kabi_record_problem(recorder, 1,
				    "%u rules for gendwarfksyms: %s, one of "
				    "them in line %u",
				    problems[i].count, problem_words[i],
				    problems[i].where.line);
	}
}
