// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: what a kernel does at the entry of functions
kabi-records: setting pg, setting fentry, setting record-mcount, setting patchable-function-entry, setting cf-protection, setting function-return, setting indirect-branch, setting indirect-branch-register
kabi-cflags: -pg -mfentry -mrecord-mcount -fno-pie -fpatchable-function-entry=16,8 -fcf-protection=branch -mmanual-endbr
kabi-require: machine x86_64
kabi-expect-start
setting cf-protection
	branch
setting fentry
	yes
setting function-return
	keep
setting indirect-branch
	keep
setting indirect-branch-register
	no
setting patchable-function-entry
	16,8
setting pg
	yes
setting record-mcount
	yes
kabi-expect-end
*/
