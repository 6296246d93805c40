/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a policy is, for policy*.c. */
#ifndef KABI_TOOLS_POLICY_PRIVATE_H
#define KABI_TOOLS_POLICY_PRIVATE_H

#include "rules-private.h"

/* "fail = LEVEL [ID ...]" */
struct kabi_policy_clause {
	enum kabi_level level; /* from this one on */
	struct kabi_ids ids;   /* not given: all */
};

struct kabi_policy {
	const char *name;
	const char *description; /* or NULL */
	struct kabi_policy_clause *clauses;
	size_t n_clauses, room_clauses;
	bool only_listed, has_only_listed;
};

#endif /* KABI_TOOLS_POLICY_PRIVATE_H */
