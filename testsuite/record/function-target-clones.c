// SPDX-License-Identifier: GPL-2.0-or-later
__attribute__((target_clones("avx2", "default"))) int f(int a)
{
	return a * 3;
}
/*
kabi-test: a symbol that chooses among clones of a function has its own name
kabi-require: machine x86_64
kabi-records: function
kabi-expect-start
function f role=def at=test.c:2 attributes=target=default,target_clones=avx2:default
	func(int) int
kabi-expect-end
*/
