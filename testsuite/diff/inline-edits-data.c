// SPDX-License-Identifier: GPL-2.0-or-later
/* No symbol tells what is in static data: the functions that use it do. */
/* kabi-file: edits.h */
extern int other;
void sink(const void *data);
struct foo { int a, b; };
#ifdef NEW
static const int table[] = { 1, 2, 5 };
static const char *const names[] = { "a", "c" };
static const char *const *pointer = &names[0];
static int counter = 5;
static const struct foo foo = { .b = 5 };
#else
static const int table[] = { 1, 2, 4 };
static const char *const names[] = { "a", "b" };
static const char *const *pointer = &names[1];
static int counter = 4;
static const struct foo foo = { .b = 4 };
#endif
static const int *const indirect[] = { table, &other };
#ifdef NEW
#define EDIT(name, type, old, new) static inline int name(type) new
#else
#define EDIT(name, type, old, new) static inline int name(type) old
#endif

EDIT(address, int n,
     { sink(&foo); return 0; },
     { sink(&foo); return 0; })
EDIT(counter_, int n,
     { return counter++; },
     { return counter++; })
EDIT(indirect_, int n,
     { return *indirect[n]; },
     { return *indirect[n]; })
EDIT(names_, int n,
     { return *names[n]; },
     { return *names[n]; })
EDIT(pointer_, int n,
     { return *pointer[n]; },
     { return *pointer[n]; })
EDIT(section, int n,
     { static int m __attribute__((section(".data.one"))); return m++; },
     { static int m __attribute__((section(".data.two"))); return m++; })
EDIT(table_, int n,
     { return table[n]; },
     { return table[n]; })
EDIT(volatile_, int n,
     { static int m; m = n; return 0; },
     { static volatile int m; m = n; return 0; })

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = {
	address, counter_, indirect_, names_, pointer_, section, table_,
	volatile_,
};
/*
kabi-test: static data that inline functions use
kabi-cflags: -Wno-unused
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline address
risk inline-body-changed inline counter_
risk inline-body-changed inline indirect_
risk inline-body-changed inline names_
risk inline-body-changed inline pointer_
risk inline-body-changed inline section
risk inline-body-changed inline table_
risk inline-body-changed inline volatile_
risk section-removed section .data.one
note section-added section .data.two
kabi-changes-end
*/
