/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Values of libabigail's keys, for rules-abigail*.c. */
#ifndef KABI_TOOLS_RULES_ABIGAIL_H
#define KABI_TOOLS_RULES_ABIGAIL_H

#include "rules-private.h"

struct kabi_abigail_reader {
	struct kabi_rules *rules;
	struct kabi_ini *ini;
	struct kabi_rule *rule; /* of the section at hand */
	size_t at;		/* where the key's value goes */
};

/* Without the backslashes of the file format; in the arena. */
const char *kabi_abigail_unescape(struct kabi_abigail_reader *reader,
				  const char *text);

/* "a, b" and "{a, b}": lists. */
struct kabi_error *kabi_abigail_enumerators(struct kabi_abigail_reader *reader)
	kabi_must_check;
struct kabi_error *
kabi_abigail_enumerator_regexes(struct kabi_abigail_reader *reader)
	kabi_must_check;
struct kabi_error *kabi_abigail_members(struct kabi_abigail_reader *reader)
	kabi_must_check;
struct kabi_error *kabi_abigail_sources(struct kabi_abigail_reader *reader)
	kabi_must_check;

/* A position; "{P, P}"; "{{P, P}, {P, P}}". */
struct kabi_error *kabi_abigail_inserted_at(struct kabi_abigail_reader *reader)
	kabi_must_check;
struct kabi_error *
kabi_abigail_inserted_between(struct kabi_abigail_reader *reader)
	kabi_must_check;

/* "'2 /REGEX/", "'0 TYPE" */
struct kabi_error *kabi_abigail_parameter(struct kabi_abigail_reader *reader)
	kabi_must_check;

#endif /* KABI_TOOLS_RULES_ABIGAIL_H */
