// SPDX-License-Identifier: GPL-2.0-or-later
/* The names of verdicts and levels, and the levels that verdicts have. */
#include "change.h"

#include <string.h>

static const struct {
	const char *name;
	enum kabi_level level;
} verdicts[KABI_VERDICT_COUNT] = {
#define KABI_VERDICT(id, word, level) { word, KABI_LEVEL_##level },
#include "verdicts.def"
#undef KABI_VERDICT
};

static const char *const level_names[KABI_LEVEL_COUNT] = {
	[KABI_LEVEL_NOTE] = "note",
	[KABI_LEVEL_SOURCE] = "source",
	[KABI_LEVEL_RISK] = "risk",
	[KABI_LEVEL_BREAK] = "break",
};

const char *kabi_level_name(enum kabi_level level)
{
	return level_names[level];
}

bool kabi_level_parse(const char *word, enum kabi_level *ret)
{
	for (int i = 0; i < KABI_LEVEL_COUNT; i++) {
		if (!strcmp(word, level_names[i])) {
			*ret = i;
			return true;
		}
	}
	return false;
}

const char *kabi_verdict_name(enum kabi_verdict verdict)
{
	return verdicts[verdict].name;
}

enum kabi_level kabi_verdict_level(enum kabi_verdict verdict)
{
	return verdicts[verdict].level;
}
