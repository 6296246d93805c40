/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The gate: rules and a policy over the result of a comparison, as kabi-diff's
 * options ask for it.
 */
#ifndef KABI_TOOLS_RULES_GATE_H
#define KABI_TOOLS_RULES_GATE_H

#include "change.h"
#include "symlist.h"

struct kabi_gate;

struct kabi_gate_options {
	const char **suppress; /* files of rules */
	size_t n_suppress, room_suppress;
	const char *policy;	 /* or NULL: "full" */
	const char *date;	 /* "YYYY-MM-DD" or NULL: today */
	enum kabi_level fail_on; /* KABI_LEVEL_COUNT: as the policy says */
	/* What the user has to know: expired rules, those without a reason. */
	void (*notice)(void *context, const char *message);
	void *notice_context;
};

/*
 * Reads the rules. KABI_ERROR_USAGE when the options make no sense together or
 * name no policy. The options must live as long as the gate.
 */
struct kabi_error *kabi_gate_create(const struct kabi_gate_options *options,
				    const struct kabi_symlist *list,
				    struct kabi_gate **ret) kabi_must_check;
void kabi_gate_destroy(struct kabi_gate *gate);
static inline void kabi_gate_cleanup(struct kabi_gate **gate)
{
	kabi_gate_destroy(*gate);
}

/* Is the list what the policy asks about, and no limit of the comparison? */
bool kabi_gate_wants_all(const struct kabi_gate *gate);

/* Takes out what is accepted and marks what fails. */
void kabi_gate_judge(struct kabi_gate *gate, struct kabi_changes *changes,
		     const struct kabi_model *old_model,
		     const struct kabi_model *new_model);

/* One notice for each rule that matched nothing; after kabi_gate_judge(). */
void kabi_gate_tell_unused(const struct kabi_gate *gate);

#endif /* KABI_TOOLS_RULES_GATE_H */
