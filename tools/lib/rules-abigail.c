// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads libabigail's suppression files. What libabigail passes over without a
 * word is an error here: a key that it does not know, a section that says not
 * what to suppress. So is a key that we cannot honour.
 */
#include <ctype.h>
#include <string.h>

#include "rules-abigail.h"
#include "strbuf.h"

enum sections {
	IN_TYPE = 1 << 0,
	IN_FUNCTION = 1 << 1,
	IN_VARIABLE = 1 << 2,
	IN_FILE = 1 << 3,
	IN_SYMBOL = IN_FUNCTION | IN_VARIABLE,
	IN_ANY = 15,
};

typedef struct kabi_error *(*key_reader)(struct kabi_abigail_reader *reader);

struct key {
	const char *name;
	unsigned int sections;
	/* It says what to suppress; sections without such a key do not. */
	bool suffices;
	key_reader read;
	/* Of a name test or expression: where it is in the kabi_suppress. */
	size_t at;
};

static void *field(struct kabi_abigail_reader *reader)
{
	return (char *)reader->rule->suppress + reader->at;
}

static struct kabi_error *read_string(struct kabi_abigail_reader *reader)
{
	*(const char **)field(reader) =
		kabi_abigail_unescape(reader, reader->ini->value);
	return NULL;
}

static struct kabi_error *read_regex(struct kabi_abigail_reader *reader)
{
	return kabi_rules_regex(reader->rules, reader->ini,
				kabi_abigail_unescape(reader,
						      reader->ini->value),
				field(reader));
}

static struct kabi_error *read_yes(struct kabi_abigail_reader *reader)
{
	const char *value = reader->ini->value;
	bool yes = !strcmp(value, "yes") || !strcmp(value, "true");

	if (!yes && strcmp(value, "no") != 0 && strcmp(value, "false") != 0)
		return kabi_ini_error(reader->ini,
				      "%s: '%.60s' is neither yes nor no",
				      reader->ini->key, value);
	*(bool *)field(reader) = yes;
	return NULL;
}

static struct kabi_error *refuse_soname(struct kabi_abigail_reader *reader)
{
	return kabi_ini_error(reader->ini,
			      "%s cannot be honoured: neither a kernel nor a "
			      "module has a SONAME",
			      reader->ini->key);
}

static struct kabi_error *refuse_version(struct kabi_abigail_reader *reader)
{
	return kabi_ini_error(reader->ini,
			      "%s cannot be honoured: symbols of a kernel have "
			      "no versions",
			      reader->ini->key);
}

static struct kabi_error *read_type_kind(struct kabi_abigail_reader *reader)
{
	static const struct {
		const char *word;
		enum kabi_type_kinds kind;
	} kinds[] = {
		{ "class", KABI_STRUCT_TYPE },
		{ "struct", KABI_STRUCT_TYPE },
		{ "union", KABI_UNION_TYPE },
		{ "enum", KABI_ENUM_TYPE },
		{ "typedef", KABI_TYPEDEF_TYPE },
	};
	const char *value = reader->ini->value;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!strcmp(value, kinds[i].word)) {
			reader->rule->suppress->type_kind = kinds[i].kind;
			return NULL;
		}
	}
	if (!strcmp(value, "array") || !strcmp(value, "builtin"))
		return kabi_ini_error(
			reader->ini,
			"type_kind = %s cannot be honoured: such "
			"a change is reported at who uses the type",
			value);
	return kabi_ini_error(reader->ini, "type_kind: no such kind: '%.60s'",
			      value);
}

static struct kabi_error *read_access(struct kabi_abigail_reader *reader)
{
	const char *value = reader->ini->value;

	if (!strcmp(value, "pointer") ||
	    !strcmp(value, "reference-or-pointer")) {
		reader->rule->suppress->through_pointer = true;
		return NULL;
	}
	if (!strcmp(value, "direct"))
		return kabi_ini_error(reader->ini,
				      "accessed_through = direct cannot be "
				      "honoured: a change is reported once for "
				      "all who use the type, by pointers too");
	if (!strcmp(value, "reference"))
		return kabi_ini_error(reader->ini,
				      "accessed_through = reference cannot be "
				      "honoured: C has no references");
	return kabi_ini_error(reader->ini,
			      "accessed_through: '%.60s' is none "
			      "of direct, pointer, reference, "
			      "reference-or-pointer",
			      value);
}

static struct kabi_error *read_change_kind(struct kabi_abigail_reader *reader)
{
	bool function = reader->rule->kind == KABI_RULE_FUNCTION;
	const char *value = reader->ini->value;
	unsigned int *kinds = &reader->rule->suppress->change_kinds;

	if (!strcmp(value, "all"))
		*kinds = KABI_ANY_CHANGE;
	else if (!strcmp(value, function ? "function-subtype-change"
					 : "variable-subtype-change"))
		*kinds = KABI_SUBTYPE_CHANGE;
	else if (!strcmp(value, function ? "added-function" : "added-variable"))
		*kinds = KABI_ADDED;
	else if (!strcmp(value,
			 function ? "deleted-function" : "deleted-variable"))
		*kinds = KABI_DELETED;
	else
		return kabi_ini_error(reader->ini,
				      "change_kind: no such kind: '%.60s'",
				      value);
	return NULL;
}

#define AT(member) offsetof(struct kabi_suppress, member)

static const struct key keys[] = {
	{ "label", IN_ANY, false, read_string, AT(label) },
	{ "drop", IN_TYPE | IN_SYMBOL, false, read_yes, AT(drop) },
	{ "file_name_regexp", IN_ANY, true, read_regex, AT(file_name.regexp) },
	{ "file_name_not_regexp", IN_ANY, true, read_regex,
	  AT(file_name.not_regexp) },
	{ "soname_regexp", IN_ANY, true, refuse_soname, 0 },
	{ "soname_not_regexp", IN_ANY, true, refuse_soname, 0 },
	{ "name", IN_TYPE | IN_SYMBOL, true, read_string, AT(name.name) },
	{ "name_regexp", IN_TYPE | IN_SYMBOL, true, read_regex,
	  AT(name.regexp) },
	{ "name_not_regexp", IN_TYPE | IN_SYMBOL, true, read_regex,
	  AT(name.not_regexp) },
	{ "type_kind", IN_TYPE, true, read_type_kind, 0 },
	{ "accessed_through", IN_TYPE, false, read_access, 0 },
	{ "changed_enumerators", IN_TYPE, false, kabi_abigail_enumerators, 0 },
	{ "changed_enumerators_regexp", IN_TYPE, false,
	  kabi_abigail_enumerator_regexes, 0 },
	{ "has_data_member", IN_TYPE, false, kabi_abigail_members, 0 },
	{ "has_data_member_regexp", IN_TYPE, false, read_regex,
	  AT(member_regex) },
	{ "has_data_member_inserted_at", IN_TYPE, false,
	  kabi_abigail_inserted_at, 0 },
	{ "has_data_member_inserted_between", IN_TYPE, false,
	  kabi_abigail_inserted_between, 0 },
	{ "has_data_members_inserted_between", IN_TYPE, false,
	  kabi_abigail_inserted_between, 0 },
	{ "has_size_change", IN_TYPE, false, read_yes, AT(has_size_change) },
	{ "has_strict_flexible_array_data_member_conversion", IN_TYPE, false,
	  read_yes, AT(flexible_conversion) },
	{ "source_location_not_in", IN_TYPE, true, kabi_abigail_sources, 0 },
	{ "source_location_not_regexp", IN_TYPE, true, read_regex,
	  AT(source_regex) },
	{ "symbol_name", IN_SYMBOL, true, read_string, AT(symbol_name.name) },
	{ "symbol_name_regexp", IN_SYMBOL, true, read_regex,
	  AT(symbol_name.regexp) },
	{ "symbol_name_not_regexp", IN_SYMBOL, true, read_regex,
	  AT(symbol_name.not_regexp) },
	{ "symbol_version", IN_SYMBOL, true, refuse_version, 0 },
	{ "symbol_version_regexp", IN_SYMBOL, true, refuse_version, 0 },
	{ "change_kind", IN_SYMBOL, false, read_change_kind, 0 },
	{ "parameter", IN_FUNCTION, true, kabi_abigail_parameter, 0 },
	{ "return_type_name", IN_FUNCTION, true, read_string,
	  AT(type_name.name) },
	{ "return_type_regexp", IN_FUNCTION, true, read_regex,
	  AT(type_name.regexp) },
	{ "type_name", IN_VARIABLE, true, read_string, AT(type_name.name) },
	{ "type_name_regexp", IN_VARIABLE, true, read_regex,
	  AT(type_name.regexp) },
};

enum {
	N_KEYS = sizeof(keys) / sizeof(*keys)
};

/* What the section at hand has. */
struct section {
	unsigned int bit;
	bool has[N_KEYS];
};

static struct kabi_error *read_key(struct kabi_abigail_reader *reader,
				   struct section *section)
{
	const struct kabi_ini *ini = reader->ini;

	for (size_t i = 0; i < N_KEYS; i++) {
		if (strcmp(ini->key, keys[i].name) != 0 ||
		    !(keys[i].sections & section->bit))
			continue;
		if (!*ini->value)
			return kabi_ini_error(ini, "%s has no value", ini->key);
		if (section->has[i] && strcmp(ini->key, "parameter") != 0)
			return kabi_ini_error(ini, "%s is there twice",
					      ini->key);
		section->has[i] = true;
		reader->at = keys[i].at;
		return keys[i].read(reader);
	}
	return kabi_ini_error(ini, "[%s] has no key '%.60s'", ini->section,
			      ini->key);
}

static bool asks_for(const struct kabi_suppress *suppress)
{
	return suppress->n_insertions || suppress->flexible_conversion;
}

static struct kabi_error *end_section(struct kabi_abigail_reader *reader,
				      const struct section *section)
{
	struct kabi_rule *rule = reader->rule;
	struct kabi_suppress *suppress;
	bool suffices = false;

	if (!rule)
		return NULL;
	suppress = rule->suppress;
	for (size_t i = 0; i < N_KEYS; i++)
		suffices |= section->has[i] && keys[i].suffices;
	if (!suffices)
		return kabi_ini_section_error(reader->ini,
					      "the section does not say what "
					      "to suppress: it needs a name, "
					      "a kind or a place");
	if ((suppress->n_enumerators || suppress->n_enumerator_regexes) &&
	    suppress->type_kind != KABI_ENUM_TYPE)
		return kabi_ini_section_error(
			reader->ini,
			"changed_enumerators needs type_kind = enum");
	if (suppress->has_size_change && !asks_for(suppress))
		return kabi_ini_section_error(
			reader->ini,
			"has_size_change needs a has_data_member_inserted_at "
			"or the like");
	rule->reason = suppress->label ? suppress->label : "suppressed";
	rule->what = suppress->label	   ? suppress->label
		     : suppress->name.name ? suppress->name.name
					   : reader->ini->section;
	reader->rule = NULL;
	return NULL;
}

static struct kabi_error *begin_section(struct kabi_abigail_reader *reader,
					struct section *section)
{
	static const struct {
		const char *name;
		enum sections bit;
		enum kabi_rule_kind kind;
	} sections[] = {
		{ "suppress_type", IN_TYPE, KABI_RULE_TYPE },
		{ "suppress_function", IN_FUNCTION, KABI_RULE_FUNCTION },
		{ "suppress_variable", IN_VARIABLE, KABI_RULE_VARIABLE },
		{ "suppress_file", IN_FILE, KABI_RULE_FILE },
	};
	struct kabi_ini *ini = reader->ini;

	*section = (struct section){ 0 };
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		if (strcmp(ini->section, sections[i].name) != 0)
			continue;
		section->bit = sections[i].bit;
		reader->rule = kabi_rules_add(reader->rules, sections[i].kind,
					      ini, ini->line);
		reader->rule->suppress = kabi_arena_alloc(
			&reader->rules->arena, sizeof(struct kabi_suppress));
		reader->rule->suppress->change_kinds = KABI_ANY_CHANGE;
		return NULL;
	}
	return kabi_ini_error(ini, "unknown section [%.60s]", ini->section);
}

struct kabi_error *kabi_rules_read_abigail(struct kabi_rules *rules,
					   struct kabi_ini *ini)
{
	struct kabi_abigail_reader reader = { .rules = rules, .ini = ini };
	struct section section = { 0 };
	unsigned long previous;
	enum kabi_ini_item item;
	struct kabi_error *error;

	do {
		const char *name = ini->section;

		previous = ini->section_line;
		error = kabi_ini_next(ini, &item);
		if (!error && item == KABI_INI_KEY) {
			error = read_key(&reader, &section);
			continue;
		}
		/* What ends is told at its own line. */
		unsigned long begun = ini->section_line;
		const char *next = ini->section;

		ini->section_line = previous;
		ini->section = name;
		if (!error)
			error = end_section(&reader, &section);
		ini->section_line = begun;
		ini->section = next;
		if (!error && item == KABI_INI_SECTION)
			error = begin_section(&reader, &section);
	} while (!error && item != KABI_INI_END);
	return error;
}
