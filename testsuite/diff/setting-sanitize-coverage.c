// SPDX-License-Identifier: GPL-2.0-or-later
/* KCOV: every basic block tells that it was there. */
int f(int n)
{
	return n ? n * 3 : 1;
}
/*
kabi-test: calls of KCOV
kabi-probe: kcov
kabi-run: diff
kabi-new-cflags: -fsanitize-coverage=trace-pc
kabi-with: values
kabi-changes-start
break setting-changed setting sanitize-coverage | no -> trace-pc
note hidden-call-added call __sanitizer_cov_trace_pc | - -> -
kabi-changes-end
*/
