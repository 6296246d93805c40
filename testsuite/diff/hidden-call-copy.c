// SPDX-License-Identifier: GPL-2.0-or-later
/* The compiler copies by calling, and the source says "=". */
struct large { char bytes[1 << 16]; };
struct small { long a; };

#ifdef NEW
void f(struct small *to, const struct small *from)
#else
void f(struct large *to, const struct large *from)
#endif
{
	*to = *from;
}
/*
kabi-test: a struct that is copied by a function
kabi-run: diff
kabi-contains: ^note   call memcpy: hidden-call-removed$
kabi-contains: parameter-type-changed
*/
