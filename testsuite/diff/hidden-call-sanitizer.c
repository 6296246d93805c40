// SPDX-License-Identifier: GPL-2.0-or-later
/* Every access asks first. */
int f(int *p)
{
	return *p;
}
/*
kabi-test: the kernel's address sanitizer calls something
kabi-probe: kasan
kabi-run: diff
kabi-require: machine x86_64
kabi-new-cflags: -fsanitize=kernel-address --param asan-instrumentation-with-call-threshold=0
kabi-with: values
kabi-changes-start
break setting-changed setting sanitize | no -> kernel-address
note hidden-call-added call __asan_load4_noabort | - -> -
kabi-changes-end
*/
