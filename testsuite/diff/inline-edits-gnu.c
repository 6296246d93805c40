// SPDX-License-Identifier: GPL-2.0-or-later
/* Each function does something else on the other side: what GNU C has besides C. */
/* kabi-file: edits.h */
struct foo { int a, b; unsigned int f1 : 3, f2 : 5; };
typedef int vec __attribute__((vector_size(16)));
void sink(const void *data), drop(int *n), leave(int *n);
int get(int n), put(int n);
#ifdef NEW
#define EDIT(name, type, old, new) static inline int name(type) new
#else
#define EDIT(name, type, old, new) static inline int name(type) old
#endif

EDIT(aligned_local, int n,
     { char m[16]; sink(m); return 0; },
     { char m[16] __attribute__((aligned(64))); sink(m); return 0; })
EDIT(asm_early, int n,
     { int r; asm("nop" : "=r" (r) : "r" (n)); return r; },
     { int r; asm("nop" : "=&r" (r) : "r" (n)); return r; })
EDIT(asm_goto, int n,
     { asm goto("" : : : : a, b); return 0; a: return 1; b: return 2; },
     { asm goto("" : : : : b, a); return 0; a: return 1; b: return 2; })
EDIT(asm_tied, int n,
     { int r; asm("nop" : "=r" (r) : "0" (n)); return r; },
     { int r; asm("nop" : "=r" (r) : "r" (n)); return r; })
EDIT(atomic, int *p,
     { return __atomic_load_n(p, __ATOMIC_RELAXED); },
     { return __atomic_load_n(p, __ATOMIC_ACQUIRE); })
EDIT(bit_field, struct foo *foo,
     { foo->f1 = 1; return 0; },
     { foo->f2 = 1; return 0; })
EDIT(case_range, int n,
     { switch (n) { case 1 ... 5: return get(n); } return n; },
     { switch (n) { case 1 ... 6: return get(n); } return n; })
EDIT(cleanup_order, int n,
     { int a __attribute__((cleanup(drop))) = 1; int b __attribute__((cleanup(leave))) = 2; return n; },
     { int a __attribute__((cleanup(leave))) = 1; int b __attribute__((cleanup(drop))) = 2; return n; })
EDIT(cleanup_scope, int n,
     { { int a __attribute__((cleanup(drop))) = n; } return get(n); },
     { int a __attribute__((cleanup(drop))) = n; return get(n); })
EDIT(computed_goto, int n,
     { static void *const to = &&a; goto *(to + n); a: return 1; b: return 2; },
     { static void *const to = &&b; goto *(to + n); a: return 1; b: return 2; })
EDIT(designated, int n,
     { struct foo m = { .a = n }; sink(&m); return 0; },
     { struct foo m = { .b = n }; sink(&m); return 0; })
EDIT(designated_constant, int n,
     { int m[40] = { [1] = 7 }; sink(m); return 0; },
     { int m[40] = { [2] = 7 }; sink(m); return 0; })
EDIT(elvis, int n,
     { return get(n) ?: 1; },
     { return get(n) ? get(n) : 1; })
EDIT(generic, int n,
     { return _Generic(n, int: get(n), default: put(n)); },
     { return _Generic(n, int: put(n), default: get(n)); })
EDIT(int128, long n,
     { return (__int128)n * n >> 64; },
     { return (__int128)n * n >> 32; })
EDIT(literal, int n,
     { sink(&(struct foo){ .a = 1 }); return 0; },
     { sink(&(struct foo){ .b = 1 }); return 0; })
EDIT(overflow, int n,
     { int m; return __builtin_add_overflow(n, 1, &m) ? 0 : m; },
     { long m; return __builtin_add_overflow(n, 1, &m) ? 0 : m; })
EDIT(prefetch, void *p,
     { __builtin_prefetch(p, 0); return 0; },
     { __builtin_prefetch(p, 1); return 0; })
EDIT(statement_expression, int n,
     { return ({ int m = get(n); put(n); m; }); },
     { return ({ put(n); int m = get(n); m; }); })
EDIT(unreachable, int n,
     { if (n) __builtin_unreachable(); return get(n); },
     { return get(n); })
EDIT(variable_length, int n,
     { int m[n]; sink(m); return 0; },
     { long m[n]; sink(m); return 0; })
EDIT(vector, vec v,
     { return __builtin_shuffle(v, (vec){ 0, 1, 2, 3 })[0]; },
     { return __builtin_shuffle(v, (vec){ 3, 1, 2, 0 })[0]; })

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = {
	aligned_local, asm_early, asm_goto, asm_tied, atomic, bit_field,
	case_range, cleanup_order, cleanup_scope, computed_goto,
	designated, designated_constant, elvis, generic, int128, literal,
	overflow, prefetch, statement_expression, unreachable,
	variable_length, vector,
};
/*
kabi-test: edits of what GNU C has besides C
kabi-cflags: -Wno-unused
kabi-require: machine x86_64
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline aligned_local
risk inline-body-changed inline asm_early
risk inline-body-changed inline asm_goto
risk inline-body-changed inline asm_tied
risk inline-body-changed inline atomic
risk inline-body-changed inline bit_field
risk inline-body-changed inline case_range
risk inline-body-changed inline cleanup_order
risk inline-body-changed inline cleanup_scope
risk inline-body-changed inline computed_goto
risk inline-body-changed inline designated
risk inline-body-changed inline designated_constant
risk inline-body-changed inline elvis
risk inline-body-changed inline generic
risk inline-body-changed inline int128
risk inline-body-changed inline literal
risk inline-body-changed inline overflow
risk inline-body-changed inline prefetch
risk inline-body-changed inline statement_expression
risk inline-body-changed inline unreachable
risk inline-body-changed inline variable_length
risk inline-body-changed inline vector
kabi-changes-end
*/
