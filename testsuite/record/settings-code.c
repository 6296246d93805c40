// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: options that only decide about code
kabi-records: setting O, setting strict-aliasing, setting wrapv, setting align-functions, setting trivial-auto-var-init, setting zero-call-used-regs, setting conserve-stack, setting jump-tables
kabi-cflags: -Os -fno-strict-aliasing -fwrapv -falign-functions=32 -ftrivial-auto-var-init=zero -fzero-call-used-regs=used-gpr -fconserve-stack -fno-jump-tables
kabi-require: gcc>=12
kabi-except: opt -Os is what is tested
kabi-expect-start
setting O
	s
setting align-functions
	32
setting conserve-stack
	yes
setting jump-tables
	no
setting strict-aliasing
	no
setting trivial-auto-var-init
	zero
setting wrapv
	yes
setting zero-call-used-regs
	used-gpr
kabi-expect-end
*/
