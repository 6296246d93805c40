// SPDX-License-Identifier: GPL-2.0-or-later
/* Each function does something else on the other side, for one reason. */
/* kabi-file: edits.h */
struct foo;
struct ops { int (*one)(struct foo *foo), (*two)(struct foo *foo); };
struct foo { int a, b; const struct ops *ops; };
struct bar { int a; };
extern int global, other, array[8];
int get(int n), fetch(int n), put(int n, int m);
void lock(int *l), unlock(int *l), drop(int *n), print(const char *text);
#define barrier() asm volatile("" : : : "memory")
#ifdef NEW
#define EDIT(name, type, old, new) static inline int name(type) new
#else
#define EDIT(name, type, old, new) static inline int name(type) old
#endif

EDIT(argument_order, int n,
     { return put(n, 1); },
     { return put(1, n); })
EDIT(assembly_clobber, int n,
     { asm volatile("nop"); return get(n); },
     { asm volatile("nop" : : : "memory"); return get(n); })
EDIT(assembly_constraint, int n,
     { asm volatile("nop" : : "r" (n)); return n; },
     { asm volatile("nop" : : "m" (n)); return n; })
EDIT(assembly_text, int n,
     { asm volatile("nop"); return n; },
     { asm volatile("cli"); return n; })
EDIT(assembly_volatile, int n,
     { asm("neg %0" : "+r" (n)); return n; },
     { asm volatile("neg %0" : "+r" (n)); return n; })
EDIT(barrier_, struct foo *foo,
     { foo->a = 1; barrier(); foo->b = 1; return 0; },
     { foo->a = 1; foo->b = 1; return 0; })
EDIT(call_order, int n,
     { get(n); put(n, n); return n; },
     { put(n, n); get(n); return n; })
EDIT(callee, int n,
     { return get(n); },
     { return fetch(n); })
EDIT(case_value, int n,
     { switch (n) { case 1: return get(n); default: return n; } },
     { switch (n) { case 2: return get(n); default: return n; } })
EDIT(cast_sign, int n,
     { return get((signed char)n); },
     { return get((unsigned char)n); })
EDIT(cast_width, int n,
     { return get((unsigned char)n); },
     { return get((unsigned short)n); })
EDIT(cleanup, int n,
     { int m = n; return get(m); },
     { int m __attribute__((cleanup(drop))) = n; return get(m); })
EDIT(comparison, int n,
     { return n < 3; },
     { return n <= 3; })
EDIT(condition, int n,
     { if (n) get(n); return n; },
     { if (!n) get(n); return n; })
EDIT(connective, int n,
     { if (n && get(n)) return 1; return 0; },
     { if (n || get(n)) return 1; return 0; })
EDIT(constant, int n,
     { return n & 7; },
     { return n & 3; })
EDIT(default_removed, int n,
     { switch (n) { case 1: return get(n); default: n++; } return n; },
     { switch (n) { case 1: return get(n); } return n; })
EDIT(dereference, int n,
     { return get(*(unsigned char *)&global + n); },
     { return get(*(unsigned short *)&global + n); })
EDIT(early_return, int n,
     { if (n > 5) return 0; return get(n); },
     { return get(n); })
EDIT(element, int n,
     { return array[n]; },
     { return array[n + 1]; })
EDIT(fall_through, int n,
     { switch (n) { case 1: get(n); break; case 2: put(n, n); } return n; },
     { switch (n) { case 1: get(n); case 2: put(n, n); } return n; })
EDIT(file_text, int n,
     { return get(n) + *"old.h"; },
     { return get(n) + *"new.h"; })
EDIT(jump_target, int n,
     { if (get(n)) goto one; put(n, 1); one: put(n, 2); two: return n; },
     { if (get(n)) goto two; put(n, 1); one: put(n, 2); two: return n; })
EDIT(line_number, int n,
     { return get(n) + 1000; },
     { return get(n) + 1001; })
EDIT(local_type, int n,
     { unsigned char m = get(n); return m; },
     { signed char m = get(n); return m; })
EDIT(lock_order, struct foo *foo,
     { lock(&foo->a); lock(&foo->b); return 0; },
     { lock(&foo->b); lock(&foo->a); return 0; })
EDIT(loop_bound, int n,
     { int i; for (i = 0; i < n; i++) get(i); return i; },
     { int i; for (i = 0; i <= n; i++) get(i); return i; })
EDIT(loop_kind, int n,
     { while (get(n)) n--; return n; },
     { do n--; while (get(n)); return n; })
EDIT(loop_step, int n,
     { int i; for (i = 0; i < n; i++) get(i); return i; },
     { int i; for (i = 0; i < n; i += 2) get(i); return i; })
EDIT(member, struct foo *foo,
     { return foo->a; },
     { return foo->b; })
EDIT(member_of_other, struct foo *foo,
     { return foo->a; },
     { return ((struct bar *)foo)->a; })
EDIT(operator_, int n,
     { return n >> 2; },
     { return n << 2; })
EDIT(read_after_call, struct foo *foo,
     { int a = foo->a; get(1); return a; },
     { get(1); return foo->a; })
EDIT(read_after_set, int n,
     { int m = n; n++; get(n); return m; },
     { n++; int m = n; get(n); return m; })
EDIT(read_after_store, struct foo *foo,
     { int a = foo->a; foo->a = 1; return a; },
     { foo->a = 1; return foo->a; })
EDIT(register_, int n,
     { register int r asm("eax") = n; asm volatile("nop" : : "r" (r)); return n; },
     { register int r asm("edx") = n; asm volatile("nop" : : "r" (r)); return n; })
EDIT(returned, int n,
     { get(n); return n; },
     { return get(n); })
EDIT(static_added, int n,
     { int m = 0; return m += n; },
     { static int m = 0; return m += n; })
EDIT(static_value, int n,
     { static int m = 1; return m += n; },
     { static int m = 2; return m += n; })
EDIT(string, int n,
     { print("old"); return n; },
     { print("new"); return n; })
EDIT(ternary, int n,
     { return n ? get(n) : put(n, 1); },
     { return n ? put(n, 1) : get(n); })
EDIT(through_pointer, struct foo *foo,
     { return foo->ops->one(foo); },
     { return foo->ops->two(foo); })
EDIT(unlocked, struct foo *foo,
     { lock(&foo->a); if (get(1)) { unlock(&foo->a); return 1; } unlock(&foo->a); return 0; },
     { lock(&foo->a); if (get(1)) return 1; unlock(&foo->a); return 0; })
EDIT(unsigned_, int n,
     { return n / 2; },
     { return (unsigned int)n / 2; })
EDIT(variable, int n,
     { return get(global); },
     { return get(other); })
EDIT(volatile_, struct foo *foo,
     { return foo->a + foo->b; },
     { return *(volatile int *)&foo->a + foo->b; })
EDIT(written, struct foo *foo,
     { foo->a = 1; return 0; },
     { foo->a = 1; foo->b = 0; return 0; })

/* kabi-file: test.c */
#include "edits.h"

int all(int n, struct foo *foo)
{
	return argument_order(n) + assembly_clobber(n) +
	       assembly_constraint(n) + assembly_text(n) +
	       assembly_volatile(n) + barrier_(foo) + call_order(n) +
	       callee(n) + case_value(n) + cast_sign(n) + cast_width(n) +
	       cleanup(n) + comparison(n) + condition(n) + connective(n) +
	       constant(n) + default_removed(n) + dereference(n) +
	       early_return(n) + element(n) + fall_through(n) +
	       file_text(n) + jump_target(n) + line_number(n) +
	       local_type(n) + lock_order(foo) + loop_bound(n) +
	       loop_kind(n) + loop_step(n) + member(foo) +
	       member_of_other(foo) + operator_(n) + read_after_call(foo) +
	       read_after_set(n) + read_after_store(foo) + register_(n) +
	       returned(n) + static_added(n) + static_value(n) + string(n) +
	       ternary(n) + through_pointer(foo) + unlocked(foo) +
	       unsigned_(n) + variable(n) + volatile_(foo) + written(foo);
}
/*
kabi-test: edits that change what inline functions do
kabi-cflags: -Wno-unused
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline argument_order
risk inline-body-changed inline assembly_clobber
risk inline-body-changed inline assembly_constraint
risk inline-body-changed inline assembly_text
risk inline-body-changed inline assembly_volatile
risk inline-body-changed inline barrier_
risk inline-body-changed inline call_order
risk inline-body-changed inline callee
risk inline-body-changed inline case_value
risk inline-body-changed inline cast_sign
risk inline-body-changed inline cast_width
risk inline-body-changed inline cleanup
risk inline-body-changed inline comparison
risk inline-body-changed inline condition
risk inline-body-changed inline connective
risk inline-body-changed inline constant
risk inline-body-changed inline default_removed
risk inline-body-changed inline dereference
risk inline-body-changed inline early_return
risk inline-body-changed inline element
risk inline-body-changed inline fall_through
risk inline-body-changed inline file_text
risk inline-body-changed inline jump_target
risk inline-body-changed inline line_number
risk inline-body-changed inline local_type
risk inline-body-changed inline lock_order
risk inline-body-changed inline loop_bound
risk inline-body-changed inline loop_kind
risk inline-body-changed inline loop_step
risk inline-body-changed inline member
risk inline-body-changed inline member_of_other
risk inline-body-changed inline operator_
risk inline-body-changed inline read_after_call
risk inline-body-changed inline read_after_set
risk inline-body-changed inline read_after_store
risk inline-body-changed inline register_
risk inline-body-changed inline returned
risk inline-body-changed inline static_added
risk inline-body-changed inline static_value
risk inline-body-changed inline string
risk inline-body-changed inline ternary
risk inline-body-changed inline through_pointer
risk inline-body-changed inline unlocked
risk inline-body-changed inline unsigned_
risk inline-body-changed inline variable
risk inline-body-changed inline volatile_
risk inline-body-changed inline written
kabi-changes-end
*/
