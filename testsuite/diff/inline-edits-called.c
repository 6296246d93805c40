// SPDX-License-Identifier: GPL-2.0-or-later
/* How a function is called of which only the address is known. */
/* kabi-file: edits.h */
typedef int (*stops)(int) __attribute__((noreturn));


#ifdef NEW
#define EDIT(name, type, old, new) static inline int name(type) new
#else
#define EDIT(name, type, old, new) static inline int name(type) old
#endif

EDIT(attribute, int (*f)(int),
     { return f(1); },
     { return ((int (__attribute__((ms_abi)) *)(int))f)(1); })
EDIT(ellipsis, int (*f)(int),
     { return f(1); },
     { return ((int (*)(int, ...))f)(1); })
EDIT(no_prototype, int (*f)(int),
     { return f(1); },
     { return ((int (*)())f)(1); })
EDIT(noreturn, int (*f)(int),
     { return f(1); },
     { return ((stops)f)(1); })
EDIT(parameter, int (*f)(int),
     { return f(1); },
     { return ((int (*)(long))f)(1); })
EDIT(result, int (*f)(int),
     { return f(1); },
     { return ((signed char (*)(int))f)(1); })

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = {
	attribute, ellipsis, no_prototype, noreturn, parameter, result,
};
/*
kabi-test: signatures through which inline functions call
kabi-cflags: -Wno-unused
kabi-require: machine x86_64
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline attribute
risk inline-body-changed inline ellipsis
risk inline-body-changed inline no_prototype
risk inline-body-changed inline noreturn
risk inline-body-changed inline parameter
risk inline-body-changed inline result
kabi-changes-end
*/
