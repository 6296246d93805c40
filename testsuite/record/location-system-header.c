// SPDX-License-Identifier: GPL-2.0-or-later
#include <stdarg.h>
#include <stddef.h>

typedef struct {
	va_list list;
} holder;

ptrdiff_t f(holder *h, max_align_t *m)
{
	return (char *)h - (char *)m;
}
/*
kabi-test: a system header is named as it was included
kabi-records: typedef ptrdiff_t, typedef max_align_t, typedef va_list
kabi-require: machine x86_64
kabi-contains: ^typedef ptrdiff_t at=<stddef\.h>:[0-9]+$
kabi-contains: ^typedef max_align_t at=<stddef\.h>:[0-9]+$
kabi-contains: ^typedef va_list at=<stdarg\.h>:[0-9]+$
kabi-excludes: /
*/
