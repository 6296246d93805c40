// SPDX-License-Identifier: GPL-2.0-or-later
/* Room before and behind every entry, which somebody is going to write to. */
int f(int n)
{
	return n;
}
/*
kabi-test: patchable entries of functions
kabi-probe: patchable-function-entry
kabi-run: diff
kabi-require: machine x86_64
kabi-new-cflags: -fpatchable-function-entry=16,16
kabi-with: values
kabi-changes-start
break setting-changed setting patchable-function-entry | no -> 16,16
kabi-changes-end
*/
