/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The harness of the unit tests: TAP on stdout and a closing line, the way that
 * testsuite/total counts. A test program calls tap_* for every check and ends
 * with "return tap_finish();".
 */
#ifndef KABI_UNIT_TAP_H
#define KABI_UNIT_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <kabi/cleanup.h>

static unsigned int tap_passed, tap_failed;

/* One result; "what" says what holds when it is ok. Returns ok. */
static inline bool kabi_printf(2, 3) tap_ok(bool ok, const char *what, ...)
{
	va_list args;

	*(ok ? &tap_passed : &tap_failed) += 1;
	printf("%sok %u - ", ok ? "" : "not ", tap_passed + tap_failed);
	va_start(args, what);
	vprintf(what, args);
	va_end(args);
	putchar('\n');
	return ok;
}

/* A text as "# " lines. */
static inline void tap_diagnose(const char *title, const char *text)
{
	printf("# %s:\n#   ", title);
	for (; text && *text; text++) {
		if (*text == '\n')
			printf("\n#   ");
		else
			putchar(*text);
	}
	puts(text ? "" : "NULL");
}

static inline bool tap_string(const char *got, const char *expected,
			      const char *what)
{
	bool same = got && expected ? !strcmp(got, expected) : got == expected;

	if (!tap_ok(same, "%s", what)) {
		tap_diagnose("expected", expected);
		tap_diagnose("got", got);
	}
	return same;
}

static inline int tap_finish(void)
{
	printf("1..%u\n%u passed, %u failed\n", tap_passed + tap_failed,
	       tap_passed, tap_failed);
	return tap_failed || !tap_passed;
}

#endif /* KABI_UNIT_TAP_H */
