// SPDX-License-Identifier: GPL-2.0-or-later
enum { A, B } chosen;
int sum;

int f(void)
{
#pragma omp target map(sum)
	sum += chosen;
	return sum;
}
/*
kabi-test: code for another device: GCC then strips enums early, as with -flto
kabi-cflags: -fopenmp -frandom-seed=1
kabi-except: neutral the options that GCC hands to the compiler of the other device name the plugin
kabi-records: enum, variable
kabi-expect-start
enum {A} size=4 signed=0 at=test.c:2
	A 0 +0
	B 1 +0
variable chosen role=def at=test.c:2 size=4
	enum {A}
variable sum role=def at=test.c:3 size=4
	int
kabi-expect-end
*/
