// SPDX-License-Identifier: GPL-2.0-or-later
/* Shell patterns. */
#include "glob.h"
#include "tap.h"

static const struct {
	const char *pattern;
	const char *string;
	bool matches;
} cases[] = {
	{ "include/*", "include/linux/foo.h", true },
	{ "include/*", "include/", true },
	{ "include/*", "include", false },
	{ "include/*", "drivers/include/x.h", false },
	{ "arch/*/include/*", "arch/x86/include/asm/a.h", true },
	{ "arch/*/include/*", "arch/x86/kernel/a.h", false },
	{ "arch/*/include/*", "arch/include/a.h", false },
	{ "*.c", "kernel/fork.c", true },
	{ "*.c", "kernel/fork.cc", false },
	{ "a?c", "abc", true },
	{ "a?c", "ac", false },
	{ "", "", true },
	{ "", "a", false },
	{ "*", "", true },
	{ "**", "a", true },
	{ "*ab*cd*", "xxabyycdzz", true },
	{ "*ab*cd", "abcdcd", true },
	{ "*ab*cd", "abcdce", false },
	{ "[a-c]x", "bx", true },
	{ "[a-c]x", "dx", false },
	{ "[!a-c]x", "dx", true },
	{ "[!a-c]x", "ax", false },
	{ "[]]x", "]x", true },
	{ "[a-]", "-", true },
	{ "[a", "[a", true },
	{ "[a", "a", false },
	{ "[", "[", true },
	{ "\\*", "*", true },
	{ "\\*", "a", false },
	{ "a\\", "a\\", true },
	{ "[\xc0-\xff]", "\xe9", true },
};

int main(void)
{
	char many[200], pattern[81];
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		tap_ok(kabi_glob_match(cases[i].pattern, cases[i].string) ==
			       cases[i].matches,
		       "\"%s\" %s \"%s\"", cases[i].pattern,
		       cases[i].matches ? "matches" : "does not match",
		       cases[i].string);

	/* All ways to share the string among the stars are very many. */
	memset(many, 'a', sizeof(many) - 1);
	many[sizeof(many) - 1] = '\0';
	for (i = 0; i < 80; i++)
		pattern[i] = i % 2 ? 'a' : '*';
	pattern[78] = 'b';
	pattern[80] = '\0';
	tap_ok(!kabi_glob_match(pattern, many), "many stars come to an end");
	return tap_finish();
}
