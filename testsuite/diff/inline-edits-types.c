// SPDX-License-Identifier: GPL-2.0-or-later
/* Types without a record that tells of their change. */
/* kabi-file: edits.h */
typedef struct { int a, b; } one;
typedef struct { int b, a; } two;
typedef int unaligned __attribute__((aligned(1)));
void sink(void *data);
#ifdef NEW
#define EDIT(name, type, old, new) static inline int name(type) new
#else
#define EDIT(name, type, old, new) static inline int name(type) old
#endif

EDIT(asm_size, void *p,
     { asm("nop" : : "m" (*(struct { char c[16]; } *)p)); return 0; },
     { asm("nop" : : "m" (*(struct { char c[64]; } *)p)); return 0; })
EDIT(hole, int n,
     { struct { char c; int a; } m = { .a = n }; sink(&m); return 0; },
     { struct { char c; long : 0; int a; } m = { .a = n }; sink(&m); return 0; })
EDIT(order, int n,
     { struct { int a; int b; } m; m.a = m.b = n; sink(&m); return 0; },
     { struct { int b; int a; } m; m.a = m.b = n; sink(&m); return 0; })
EDIT(order_inside, int n,
     { struct { union { int a; struct { int b; int c; }; }; } m; m.b = n; sink(&m); return 0; },
     { struct { union { int a; struct { int c; int b; }; }; } m; m.b = n; sink(&m); return 0; })
EDIT(packed, void *p,
     { return ((struct { char c; int a; } *)p)->a; },
     { return ((struct { char c; int a; } __attribute__((packed)) *)p)->a; })
EDIT(packed_alone, void *p,
     { struct { int a; } *q = p; return q->a; },
     { struct { int a; } __attribute__((packed)) *q = p; return q->a; })
EDIT(tagged, int n,
     { struct foo { int a; int b; } m; m.a = n; sink(&m); return 0; },
     { struct foo { int b; int a; } m; m.a = n; sink(&m); return 0; })
EDIT(typedef_, void *p,
     { return ((one *)p)->a; },
     { return ((two *)p)->a; })
EDIT(typedef_aligned, int *p,
     { return *p; },
     { return *(unaligned *)p; })

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = {
	asm_size, hole, order, order_inside, packed,
	packed_alone, tagged, typedef_, typedef_aligned,
};
/*
kabi-test: types that only the bodies of inline functions know
kabi-cflags: -Wno-unused
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline asm_size
risk inline-body-changed inline hole
risk inline-body-changed inline order
risk inline-body-changed inline order_inside
risk inline-body-changed inline packed
risk inline-body-changed inline packed_alone
risk inline-body-changed inline tagged
risk inline-body-changed inline typedef_
risk inline-body-changed inline typedef_aligned
kabi-changes-end
*/
