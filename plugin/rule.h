/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rules for gendwarfksyms (docs/format.md, "Rules"): strings in a section of
 * their own that tell what to take instead of what was compiled. They are read
 * from the initialisers, since the link of a module drops the section. Needs
 * gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_RULE_H
#define KABI_PLUGIN_RULE_H

struct kabi_recorder;

/* PLUGIN_ALL_IPA_PASSES_START: writes a `rule` record for each. */
void kabi_rules_record(struct kabi_recorder *recorder);

/* In the `unit` record, which is open: what is no rule, as `!` lines. */
void kabi_rules_record_problems(struct kabi_recorder *recorder);

#endif /* KABI_PLUGIN_RULE_H */
