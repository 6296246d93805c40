// SPDX-License-Identifier: GPL-2.0-or-later
/* Functions begin with a call. */
int f(int n)
{
	return n;
}
/*
kabi-test: ftrace hooks
kabi-probe: fentry
kabi-run: diff
kabi-require: machine x86_64
kabi-cflags: -fno-pie
kabi-new-cflags: -pg -mfentry
kabi-with: values
kabi-changes-start
break setting-changed setting fentry | no -> yes
break setting-changed setting pg | no -> yes
note hidden-call-added call __fentry__ | - -> -
kabi-changes-end
*/
