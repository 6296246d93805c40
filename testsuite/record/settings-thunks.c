// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: return and branch thunks
kabi-records: setting cf-protection, setting function-return, setting indirect-branch, setting indirect-branch-register
kabi-cflags: -fcf-protection=none -mfunction-return=thunk-extern -mindirect-branch=thunk-extern -mindirect-branch-register
kabi-require: machine x86_64
kabi-expect-start
setting cf-protection
	none
setting function-return
	thunk-extern
setting indirect-branch
	thunk-extern
setting indirect-branch-register
	yes
kabi-expect-end
*/
