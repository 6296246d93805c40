// SPDX-License-Identifier: GPL-2.0-or-later
/* A kernel with IBT does not jump to what has no endbr64. */
int f(int n)
{
	return n;
}
/*
kabi-test: indirect branch tracking
kabi-probe: cf-protection
kabi-run: diff
kabi-require: machine x86_64
kabi-old-cflags: -fcf-protection=none
kabi-new-cflags: -fcf-protection=branch
kabi-with: values
kabi-changes-start
break setting-changed setting cf-protection | none -> branch
kabi-changes-end
*/
