// SPDX-License-Identifier: GPL-2.0-or-later
/* UBSAN's bounds: a bad index is somebody's to tell. */
int f(int n)
{
	static const int table[4] = { 1, 2, 3, 4 };

	return table[n];
}
/*
kabi-test: calls of UBSAN
kabi-probe: ubsan-bounds
kabi-run: diff
kabi-new-cflags: -fsanitize=bounds
kabi-with: values
kabi-changes-start
break setting-changed setting sanitize | no -> bounds
note hidden-call-added call __ubsan_handle_out_of_bounds | - -> -
kabi-changes-end
*/
