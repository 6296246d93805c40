// SPDX-License-Identifier: GPL-2.0-or-later
/* Indirect calls and returns go through thunks that somebody has to provide. */
int f(int (*callback)(int), int n)
{
	register int (*target)(int) asm("rax") = callback;

	/* One register, whatever the compiler. */
	asm volatile("" : "+r"(target));
	return target(n) + 1;
}
/*
kabi-test: retpolines and return thunks
kabi-probe: retpoline-rethunk
kabi-run: diff
kabi-require: machine x86_64
kabi-cflags: -fcf-protection=none
kabi-new-cflags: -mindirect-branch=thunk-extern -mindirect-branch-register -mfunction-return=thunk-extern
kabi-with: values
kabi-changes-start
break setting-changed setting function-return | keep -> thunk-extern
break setting-changed setting indirect-branch | keep -> thunk-extern
break setting-changed setting indirect-branch-register | no -> yes
risk setting-changed setting jump-tables | yes -> no
note hidden-call-added call __x86_indirect_thunk_rax | - -> -
note hidden-call-added call __x86_return_thunk | - -> -
kabi-changes-end
*/
