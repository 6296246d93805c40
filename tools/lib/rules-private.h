/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between the files of rules*.c and policy*.c. */
#ifndef KABI_TOOLS_RULES_PRIVATE_H
#define KABI_TOOLS_RULES_PRIVATE_H

#include <regex.h>

#include "policy.h"
#include "rules-ini.h"
#include "rules.h"
#include "strtab.h"

/* Shell patterns, one of which has to match; n == 0: whatever it is. */
struct kabi_patterns {
	const char **globs;
	size_t n, room;
	bool none; /* "none": also when there is nothing */
};

/* Which ids: the key was given, and a flag for each verdict. */
struct kabi_ids {
	bool given;
	bool has[KABI_VERDICT_COUNT];
};

/* A text that has to be that; or, given as NULL, no text. */
struct kabi_exactly {
	bool given;
	const char *text;
};

/* [accept] */
struct kabi_accept {
	struct kabi_ids ids;
	struct kabi_patterns subject, member, symbol, file;
	struct kabi_patterns also; /* subjects of what follows */
	struct kabi_exactly old_text, new_text;
	bool has_most;
	enum kabi_level most; /* level-at-most */
};

/* Of a rule, to be freed with it. */
struct kabi_regex {
	regex_t regex;
	struct kabi_regex *next;
};

/* How libabigail's rules name something: any of these that are there. */
struct kabi_name_test {
	const char *name;
	const struct kabi_regex *regexp;
	const struct kabi_regex *not_regexp;
};

/* Where a member may be inserted, in bits. */
struct kabi_position {
	enum {
		KABI_AT_BIT,		/* bit */
		KABI_AT_END,		/* of the type */
		KABI_AT_FLEXIBLE,	/* the flexible array at the end */
		KABI_AT_MEMBER,		/* where "name" begins ... */
		KABI_AT_MEMBER_END,	/* ... and ends */
		KABI_AT_FIRST_MATCHING, /* first member that regex matches */
		KABI_AT_LAST_MATCHING,
	} kind;
	uint64_t bit;
	const char *name;
	const struct kabi_regex *regex;
};

struct kabi_insertion {
	struct kabi_position first, last; /* both count */
};

enum kabi_type_kinds {
	KABI_ANY_TYPE,
	KABI_STRUCT_TYPE,
	KABI_UNION_TYPE,
	KABI_ENUM_TYPE,
	KABI_TYPEDEF_TYPE,
};

/* A parameter: "'2 /REGEX/", "'0 TYPE"; index counts from 0. */
struct kabi_parameter_test {
	size_t index;
	const char *type;
	const struct kabi_regex *regex;
};

/* libabigail's change_kind. */
enum kabi_change_kinds {
	KABI_SUBTYPE_CHANGE = 1 << 0,
	KABI_ADDED = 1 << 1,
	KABI_DELETED = 1 << 2,
	KABI_ANY_CHANGE = 7,
};

/* [suppress_type], [suppress_function], [suppress_variable], [suppress_file] */
struct kabi_suppress {
	struct kabi_name_test name;
	struct kabi_name_test symbol_name;
	struct kabi_name_test file_name;
	const char *label;
	bool drop; /* a hint to save memory; what it names is suppressed */
	/* types */
	enum kabi_type_kinds type_kind;
	bool through_pointer;
	const char **enumerators; /* changed_enumerators */
	size_t n_enumerators;
	const struct kabi_regex **enumerator_regexes;
	size_t n_enumerator_regexes;
	const char **members; /* has_data_member: all of them */
	size_t n_members;
	const struct kabi_regex *member_regex;
	struct kabi_insertion *insertions;
	size_t n_insertions, room_insertions;
	bool has_size_change;
	bool flexible_conversion;
	const char **sources; /* source_location_not_in */
	size_t n_sources;
	const struct kabi_regex *source_regex;
	/* functions, variables */
	unsigned int change_kinds;
	struct kabi_name_test type_name; /* returned, or the variable's */
	struct kabi_parameter_test *parameters;
	size_t n_parameters;
};

/* One line of SUSE's severities. */
struct kabi_severity {
	enum {
		KABI_SEVERITY_MODULE,
		KABI_SEVERITY_NAMESPACE,
		KABI_SEVERITY_SYMBOL,
	} kind;
	const char *pattern;
	bool pass;
};

/* What a rule is held against. */
struct kabi_rules_run {
	struct kabi_rules *rules;
	const struct kabi_rules_index *index;
	struct kabi_symbol_answers *answers;
	/* Types that either side has by value, once anybody has asked. */
	struct kabi_strtab *held;
	bool *has_held;
	const struct kabi_changes *changes;
	const struct kabi_model *models[KABI_SIDES];
};

/* Reads the text of one file. */
struct kabi_error *kabi_rules_read_own(struct kabi_rules *rules,
				       struct kabi_ini *ini, const char *today)
	kabi_must_check;
struct kabi_error *kabi_rules_read_abigail(struct kabi_rules *rules,
					   struct kabi_ini *ini)
	kabi_must_check;
struct kabi_error *kabi_rules_read_severities(struct kabi_rules *rules,
					      struct kabi_ini *ini)
	kabi_must_check;

/* A new rule at a line of the text at hand. */
struct kabi_rule *kabi_rules_add(struct kabi_rules *rules,
				 enum kabi_rule_kind kind,
				 const struct kabi_ini *ini,
				 unsigned long line);
/* Compiles a POSIX extended regular expression; the rules own it. */
struct kabi_error *
kabi_rules_regex(struct kabi_rules *rules, const struct kabi_ini *ini,
		 const char *text, const struct kabi_regex **ret)
	kabi_must_check;
bool kabi_regex_match(const struct kabi_regex *regex, const char *text);

/* policy-read.c: keys of [policy NAME]; ids as [accept] has them. */
struct kabi_error *kabi_policy_begin(struct kabi_rules *rules,
				     const struct kabi_ini *ini,
				     struct kabi_policy **ret) kabi_must_check;
struct kabi_error *kabi_policy_key(struct kabi_policy *policy,
				   struct kabi_rules *rules,
				   const struct kabi_ini *ini) kabi_must_check;
struct kabi_error *kabi_policy_end(struct kabi_policy *policy,
				   const struct kabi_ini *ini) kabi_must_check;
/* "ID-PATTERN, ID-PATTERN": each must be that of an id. */
struct kabi_error *kabi_ids_parse(struct kabi_ids *ids,
				  const struct kabi_ini *ini, const char *text)
	kabi_must_check;

/* Rules, in their order. */
struct kabi_rules_list {
	struct kabi_rule **rules;
	size_t n, room;
};

/*
 * rules-index.c: of the rules about changes, those that name one subject
 * ("struct foo") apart from those that may match any. A kernel can have as many
 * rules as changes, and each change need not be held against each rule.
 */
struct kabi_rules_index *kabi_rules_index_create(struct kabi_rules *rules);
void kabi_rules_index_destroy(struct kabi_rules_index *index);
/* ret[0] names the subject, ret[1] may match any; the index keeps them. */
void kabi_rules_index_find(const struct kabi_rules_index *index,
			   const char *subject,
			   const struct kabi_rules_list *ret[2]);

/* rules-match.c */
bool kabi_accept_matches(const struct kabi_rules_run *run,
			 const struct kabi_rule *rule,
			 const struct kabi_change *change,
			 const struct kabi_change *root);
/* Does a rule that matched the root speak of this, which follows from it? */
bool kabi_accept_covers(const struct kabi_accept *accept,
			const struct kabi_change *root,
			const struct kabi_change *child);

/* rules-type.c */
bool kabi_suppress_matches(const struct kabi_rules_run *run,
			   const struct kabi_rule *rule,
			   const struct kabi_change *change,
			   const struct kabi_change *root);
bool kabi_suppress_covers(const struct kabi_change *root,
			  const struct kabi_change *child);

/*
 * rules-symbol.c: is each symbol that the root reaches one that rules about
 * symbols let pass? Returns one of these rules, or NULL.
 */
struct kabi_rule *kabi_symbols_accept(const struct kabi_rules_run *run,
				      const struct kabi_change *root);
struct kabi_symbol_answers *
kabi_symbol_answers_create(const struct kabi_rules *rules);
void kabi_symbol_answers_destroy(struct kabi_symbol_answers *answers);
/* libabigail's file_name_*: of every symbol that the root reaches. */
bool kabi_file_matches(const struct kabi_rules_run *run,
		       const struct kabi_name_test *test,
		       const struct kabi_change *root);
bool kabi_name_given(const struct kabi_name_test *test);
/* All that is given holds. */
bool kabi_name_matches(const struct kabi_name_test *test, const char *name);

/*
 * rules-body.c: the body of the struct or union that a subject names ("struct
 * foo", "typedef foo_t", "struct foo::member"), or NULL.
 */
const struct kabi_body *kabi_subject_body(const struct kabi_model *model,
					  const char *subject);
/*
 * Which types something has by value: adds those of a model ("struct foo"), and
 * asks. A typedef is had by value by those who name it.
 */
void kabi_held_add(struct kabi_strtab *held, const struct kabi_model *model);
bool kabi_held_has(const struct kabi_strtab *held, const char *subject);

#endif /* KABI_TOOLS_RULES_PRIVATE_H */
