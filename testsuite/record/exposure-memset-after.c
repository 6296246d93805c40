// SPDX-License-Identifier: GPL-2.0-or-later
/* As the kernel's memset_after(): sizes and an offset make one constant. */
/* kabi-file: foo.h */
#define offsetof(type, member) __builtin_offsetof(type, member)
#define sizeof_field(type, member) sizeof((((type *)0)->member))
#define offsetofend(type, member) \
	(offsetof(type, member) + sizeof_field(type, member))
#define memset_after(object, value, member) ({                            \
	unsigned char *start = (unsigned char *)(object);                 \
	__builtin_memset(start + offsetofend(typeof(*(object)), member), \
			 value, sizeof(*(object)) -                       \
			 offsetofend(typeof(*(object)), member)); })
struct foo { long a, b; int c; long rest[9]; };

/* kabi-file: test.c */
#include "foo.h"

void f(struct foo *foo)
{
	memset_after(foo, 0, b);
}
/*
kabi-test: what is behind a member, up to the end of the struct
kabi-run: show
kabi-contains: ^exposure struct foo \{
kabi-contains: ^	access b;
kabi-contains: ^	size;
*/
