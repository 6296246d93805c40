/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside of override.c: what a rule of gendwarfksyms is about. A tag is named
 * "foo", or "struct foo" when only that one is meant; an enumerator
 * "foo ENUMERATOR"; the text of a type "s#foo", "u#foo", "e#foo", "t#foo", the
 * name also in single quotes, and that of a symbol by its name.
 */
#ifndef KABI_TOOLS_OVERRIDE_TARGET_H
#define KABI_TOOLS_OVERRIDE_TARGET_H

#include "model.h"

enum kabi_rule_type {
	KABI_RULE_DECLONLY,
	KABI_RULE_ENUMERATOR_IGNORE,
	KABI_RULE_ENUMERATOR_VALUE,
	KABI_RULE_BYTE_SIZE,
	KABI_RULE_TYPE_STRING,
	KABI_RULE_UNKNOWN, /* the plugin records none */
};

struct kabi_rule {
	const struct kabi_record *record;
	int side; /* 0: OLD, 1: NEW */
	enum kabi_rule_type type;
	/* Of the record's name, in the arena. */
	const char *name;
	const char *enumerator; /* ENUMERATOR_*: "" when there is none */
	unsigned int kinds;	/* 1 << enum kabi_kind: that it may be */
	const char *value;	/* a string, or NULL */
	/* Some record that it hid. */
	const struct kabi_record *found;
	bool differs; /* the sides differ in what it is about, but for places */
};

void kabi_rule_init(struct kabi_rule *rule, const struct kabi_record *record,
		    int side, struct kabi_arena *arena);

/* Do the two models have something else by the rule's name? */
bool kabi_rule_differs(const struct kabi_rule *rule,
		       const struct kabi_model *old_model,
		       const struct kabi_model *new_model);

/* Its number: -2^63 .. 2^64 - 1, in decimal; of byte_size not below 0. */
bool kabi_rule_number(const struct kabi_rule *rule, __int128 *ret);

/* As kabi_model_find(), and the next variant: the model's own, to be changed.
 */
struct kabi_record *kabi_rule_find(const struct kabi_model *model,
				   enum kabi_kind kind, const char *name);
struct kabi_record *kabi_rule_next(const struct kabi_model *model,
				   const struct kabi_record *record);

#endif /* KABI_TOOLS_OVERRIDE_TARGET_H */
