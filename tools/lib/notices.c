// SPDX-License-Identifier: GPL-2.0-or-later
/* Notices, not more than one wants to read; see notices.h. */
#include "notices.h"

#include <stdarg.h>
#include <stdio.h>

#include "alloc.h"

enum {
	TOLD_PER_TOPIC = 20
};

static const char *const what_more[KABI_TOPIC_COUNT] = {
	[KABI_TOPIC_INPUT] = "inputs replaced",
	[KABI_TOPIC_VARIANT] = "names with variants",
	[KABI_TOPIC_COVERAGE] = "files without records",
	[KABI_TOPIC_PROBLEM] = "records that could not be made in full",
	[KABI_TOPIC_CONFLICT] = "names with several meanings",
	[KABI_TOPIC_EXPORT] = "contradictions between export tables",
};

void kabi_notices_add(struct kabi_notices *notices, enum kabi_topic topic,
		      const char *format, ...)
{
	va_list args;
	char *message;

	bool seldom = topic == KABI_TOPIC_INPUT || topic == KABI_TOPIC_VARIANT;

	if (!notices->notice || (seldom && !notices->verbose))
		return;
	if (notices->counts[topic]++ >= TOLD_PER_TOPIC && !notices->verbose)
		return;
	va_start(args, format);
	if (vasprintf(&message, format, args) < 0)
		message = NULL;
	va_end(args);
	if (message)
		notices->notice(notices->context, message);
	free(message);
}

void kabi_notices_finish(struct kabi_notices *notices)
{
	if (!notices->notice || notices->verbose)
		return;
	for (int i = 0; i < KABI_TOPIC_COUNT; i++) {
		char message[128];

		if (notices->counts[i] <= TOLD_PER_TOPIC)
			continue;
		snprintf(message, sizeof(message),
			 "and %zu more %s (-v names them all)",
			 notices->counts[i] - TOLD_PER_TOPIC, what_more[i]);
		notices->notice(notices->context, message);
	}
}
