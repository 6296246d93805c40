// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Shell patterns. fnmatch(3) tries all ways to share the string among several
 * stars, which some patterns make last for years. The last star can always make
 * do with the shortest match, so only it needs to be tried again.
 */
#include "glob.h"

#include <stddef.h>
#include <string.h>

/* The end of a set, the "]", from behind its "["; NULL when there is none. */
static const char *find_set_end(const char *set)
{
	if (*set == '!' || *set == '^')
		set++;
	/* A "]" in front is one of the bytes. */
	return *set ? strchr(set + 1, ']') : NULL;
}

static bool is_in_set(const char *set, const char *end, unsigned char c)
{
	bool negated = *set == '!' || *set == '^', found = false;

	for (set += negated; set < end; set++) {
		unsigned char first = *set, last = first;

		if (end - set > 2 && set[1] == '-') {
			last = set[2];
			set += 2;
		}
		if (c >= first && c <= last)
			found = true;
	}
	return found != negated;
}

/* Matches what is no star; moves the pattern on if it matches. */
static bool match_one(const char **pattern, unsigned char c)
{
	const char *at = *pattern, *end;

	switch (*at) {
	case '\0':
		return false;
	case '?':
		break;
	case '[':
		end = find_set_end(at + 1);
		if (end) {
			if (!is_in_set(at + 1, end, c))
				return false;
			at = end;
			break;
		}
		if (c != '[')
			return false;
		break;
	case '\\':
		if (at[1])
			at++;
		/* fall through */
	default:
		if ((unsigned char)*at != c)
			return false;
		break;
	}
	*pattern = at + 1;
	return true;
}

bool kabi_glob_match(const char *pattern, const char *string)
{
	const char *star = NULL, *retry = NULL;

	while (*string) {
		if (*pattern == '*') {
			star = ++pattern;
			retry = string;
		} else if (match_one(&pattern, *string)) {
			string++;
		} else if (star) {
			pattern = star;
			string = ++retry;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return !*pattern;
}
