// SPDX-License-Identifier: GPL-2.0-or-later
/* On i386: from the stack, or from registers. */
#ifdef NEW
#define REGPARM 3
#else
#define REGPARM 0
#endif

int __attribute__((regparm(REGPARM))) f(int n)
{
	return n;
}

int g(int n) __attribute__((regparm(REGPARM)));

int __attribute__((regparm(REGPARM))) g(int n)
{
	return n;
}
/*
kabi-test: regparm, before and behind the declaration
kabi-probe: regparm
kabi-run: diff
kabi-require: machine x86_64
kabi-require: cflags -m32
kabi-cflags: -m32
kabi-with: values
kabi-changes-start
break function-attribute-changed function f | regparm=0 -> regparm=3
break function-attribute-changed function g | regparm=0 -> regparm=3
kabi-changes-end
*/
