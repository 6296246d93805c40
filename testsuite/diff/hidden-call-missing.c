// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * No source mentions it: OLD's objects call the hook in every function, and NEW
 * has none.
 */
int f(int n)
{
	return n;
}

/* kabi-file: hook.c */
#ifdef NEW
int no_hook;
#else
__attribute__((no_instrument_function)) void __fentry__(void)
{
}
#endif
/*
kabi-test: a function that the compiler calls is not provided any more
kabi-run: diff
kabi-require: machine x86_64
kabi-cflags: -fno-pie
kabi-old-cflags: -pg -mfentry
kabi-with: values
kabi-changes-start
break hidden-call-missing call __fentry__ | provided -> not provided
break symbol-removed function __fentry__ | void (void) -> -
break setting-changed setting fentry | yes -> no
break setting-changed setting pg | yes -> no
note symbol-added variable no_hook | - -> int
kabi-changes-end
*/
