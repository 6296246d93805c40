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

/* Is there a symbol of which the test says so? */
static bool find_symbol(const struct kabi_changes *changes,
			const struct kabi_change *change,
			kabi_symbol_test holds, void *context, bool wanted)
{
	for (size_t i = 0; i < (changes->n_symbol_names + 63) / 64; i++) {
		uint64_t bits = change->symbol_set[i];

		for (; bits; bits &= bits - 1) {
			size_t name = i * 64 + __builtin_ctzll(bits);

			if (holds(context, changes->symbol_names[name]) ==
			    wanted)
				return true;
		}
	}
	return false;
}

bool kabi_change_every_symbol(const struct kabi_changes *changes,
			      const struct kabi_change *change,
			      kabi_symbol_test holds, void *context)
{
	return change->n_symbols && change->symbol_set &&
	       !find_symbol(changes, change, holds, context, false);
}

bool kabi_change_any_symbol(const struct kabi_changes *changes,
			    const struct kabi_change *change,
			    kabi_symbol_test holds, void *context)
{
	return change->n_symbols && change->symbol_set &&
	       find_symbol(changes, change, holds, context, true);
}
