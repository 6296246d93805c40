/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a reader should know although the work goes on. A kernel where one thing
 * is odd often has it a thousand times: unless all are wanted, the first few of
 * each topic are told and the others counted.
 */
#ifndef KABI_TOOLS_NOTICES_H
#define KABI_TOOLS_NOTICES_H

#include <stdbool.h>
#include <stddef.h>

#include <kabi/cleanup.h>

enum kabi_topic {
	KABI_TOPIC_INPUT,    /* what was read instead of what: verbose only */
	KABI_TOPIC_VARIANT,  /* good reasons to differ: verbose only */
	KABI_TOPIC_COVERAGE, /* files without records */
	KABI_TOPIC_PROBLEM,  /* what the plugin could not record */
	KABI_TOPIC_CONFLICT, /* variants that contradict each other */
	KABI_TOPIC_EXPORT,   /* export tables that contradict each other */
	KABI_TOPIC_COUNT
};

struct kabi_notices {
	void (*notice)(void *context, const char *message); /* NULL: none */
	void *context;
	bool verbose; /* all of them */
	size_t counts[KABI_TOPIC_COUNT];
};

void kabi_notices_add(struct kabi_notices *notices, enum kabi_topic topic,
		      const char *format, ...) kabi_printf(3, 4);

/* The last word: how many were not told. */
void kabi_notices_finish(struct kabi_notices *notices);

#endif /* KABI_TOOLS_NOTICES_H */
