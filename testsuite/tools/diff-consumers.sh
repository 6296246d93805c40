#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Whom changes hit: consumers that depend on a kernel in one way each. Who is hit
# is written down here, and held against what the compiler makes of them: the
# machine code of one that no change of layout hits is the same for OLD and NEW.
. "$(dirname "$0")/../tap.sh"

# Of a header that the source includes itself all enums count as used.
cat > modes.h <<'H'
enum mode { OFF, IF_NEW(IDLE,) ON };
enum { FIRST_IRQ = 3, LAST_IRQ = IF_OLD(9) IF_NEW(10) };
H
# Of a header that another one includes, a function counts when it is called.
cat > farther.h <<'H'
static inline int far_max(int n) { return n + DEVICE_MAX; }
static inline int far_min(int n) { return n + DEVICE_MIN; }
H
echo '#include "farther.h"' > far.h
cat > k.h <<'H'
#ifdef NEW
#define IF_NEW(...) __VA_ARGS__
#define IF_OLD(...)
#else
#define IF_NEW(...)
#define IF_OLD(...) __VA_ARGS__
#endif
typedef __SIZE_TYPE__ size_t;
#define offsetof(type, member) __builtin_offsetof(type, member)
#define container_of(pointer, type, member) \
	((type *)((char *)(pointer) - offsetof(type, member)))

struct node { struct node *next; };
struct device {
	struct node node;
	long state;
	IF_NEW(long added;)
	int id;
	int irq;
};
struct quiet { long a, b; };
struct outer {
	struct { int u; IF_NEW(int w;) int v; } in;
	struct { char c; IF_NEW(char d;) } list[3];
	int tail;
};
struct bits { unsigned first : IF_OLD(4) IF_NEW(5), second : 3; };
typedef struct { short one; IF_OLD(short) IF_NEW(long) two; } config_t;
struct ops {
	int (*open)(IF_OLD(int) IF_NEW(long));
	int (*close)(void);
};
struct handed { IF_NEW(long pad;) int value; };
#define DEVICE_MAX (IF_OLD(8) IF_NEW(16))
#define DEVICE_MIN 2
#define DEVICE_ON ON
struct slots { int first; int slot[DEVICE_MAX]; };
#include "modes.h"
static inline long device_twice(struct device *d)
{
	return d->state * IF_OLD(2) IF_NEW(3);
}
static inline long device_same(struct device *d)
{
	return d->state + 1;
}
int device_register(struct device *d, IF_OLD(int) IF_NEW(long) flags);
void device_put(struct device *d);
void outer_put(struct outer *outer, struct bits *bits, config_t *config);
int ops_register(const struct ops *ops, struct quiet *quiet);
void slots_put(struct slots *slots);
void *get(size_t size);
void hand_over(void *p);
extern int device_count;
extern IF_OLD(int) IF_NEW(long) device_sum;
H
cat > kernel.c <<'C'
#include "k.h"
int device_register(struct device *d, IF_OLD(int) IF_NEW(long) flags)
{
	return device_twice(d) + device_same(d) + flags;
}
void device_put(struct device *d) { d->id = DEVICE_MAX + DEVICE_MIN + ON; }
void outer_put(struct outer *outer, struct bits *bits, config_t *config)
{
	outer->tail = bits->second + config->two + LAST_IRQ;
}
int ops_register(const struct ops *ops, struct quiet *quiet)
{
	return ops->close() + quiet->a;
}
void slots_put(struct slots *slots) { slots->first = 0; }
void *get(size_t size) { return (void *)size; }
void hand_over(void *p) { ((struct handed *)p)->value = 1; }
int device_count;
IF_OLD(int) IF_NEW(long) device_sum;
C
record kernel.c
mv kernel.o old.o
record kernel.c -DNEW
mv kernel.o new.o

: > wanted
: > sources
# consumer NAME [HIT...]: what follows on standard input depends on the kernel;
# lines of "hits" that are wanted, in their order.
consumer() {
	{
		echo '#include "k.h"'
		cat
	} > "$1.c"
	echo "$1" >> sources
	record "$1.c"
	name=$1
	shift
	line=
	for hit; do
		line=$line${line:+; }$hit
	done
	[ -z "$line" ] || echo "$name.o: $line" >> wanted
}

device="member-added struct device added"
consumer pointer <<'C'
void f(struct device *d) { device_put(d); device_count++; }
C
consumer unmoved <<'C'
long f(struct device *d) { return d->state + (d->node.next != 0); }
C
consumer moved "$device (member irq)" <<'C'
int f(struct device *d) { return d->irq; }
C
consumer address "$device (offset id)" <<'C'
int *f(struct device *d) { return &d->id; }
C
consumer size "$device (size)" <<'C'
void *f(void) { return get(sizeof(struct device)); }
C
consumer index "$device (size)" <<'C'
long f(struct device *d) { return d[2].state; }
C
consumer static "$device (member irq, size)" <<'C'
struct device d = { .irq = 5 };
C
consumer embedding "$device (size)" <<'C'
struct acme { struct device device; int own; };
int f(struct acme *a) { return a->own; }
C
consumer embedding-twice "$device (size)" <<'C'
struct acme { struct device devices[2]; };
struct large { struct { long x; struct acme acme; } in; int own; };
int f(struct large *l) { return l->own; }
C
consumer embedding-behind <<'C'
struct acme { int own; struct device device; };
int f(struct acme *a) { return a->own; }
C
consumer allocating "$device (size)" <<'C'
struct acme { int own; struct device device; };
struct acme *f(void) { return get(sizeof(struct acme)); }
C
consumer container "$device (offset irq)" <<'C'
struct device *f(int *irq) { return container_of(irq, struct device, irq); }
C
consumer container-of-first <<'C'
struct device *f(struct node *n) { return container_of(n, struct device, node); }
C
consumer other-struct <<'C'
long f(struct quiet *q) { return q->b + (long)sizeof(*q); }
C
outer="member-added struct outer::in w"
list="member-added struct outer::list d"
consumer untagged-before <<'C'
int f(struct outer *o) { return o->in.u; }
C
consumer untagged "$outer (member in.v of struct outer)" <<'C'
int f(struct outer *o) { return o->in.v; }
C
consumer array-of-untagged \
	"$outer (member list of struct outer, member list.c of struct outer)" \
	"$list (member list of struct outer)" <<'C'
int f(struct outer *o, int i) { return o->list[i].c; }
C
consumer behind-untagged "$list (member tail of struct outer)" <<'C'
int f(struct outer *o) { return o->tail; }
C
consumer bit-field "member-size-changed struct bits first (member second)" <<'C'
int f(struct bits *b) { return b->second; }
C
consumer typedef "member-size-changed typedef config_t two (member two)" <<'C'
int f(config_t *c) { return c->two; }
C
consumer typedef-before <<'C'
int f(config_t *c) { return c->one; }
C
consumer callback "member-type-changed struct ops open (member open)" <<'C'
static int open(IF_OLD(int) IF_NEW(long) i) { return i / 3; }
static const struct ops ops = { .open = open };
int f(struct quiet *q) { return ops_register(&ops, q); }
C
consumer other-callback <<'C'
int f(struct ops *ops) { return ops->close(); }
C
consumer handing-over "member-added struct handed pad (member value, size)" <<'C'
void f(void) { struct handed h = { .value = 1 }; hand_over(&h); }
C
consumer macro "macro-value-changed macro DEVICE_MAX (macro DEVICE_MAX)" <<'C'
int f(void) { return DEVICE_MAX; }
C
consumer other-macro <<'C'
int f(void) { return DEVICE_MIN; }
C
consumer macro-of-inline "macro-value-changed macro DEVICE_MAX (macro DEVICE_MAX)" <<'C'
#include "far.h"
int f(void) { return far_max(1); }
C
consumer macro-of-other-inline <<'C'
#include "far.h"
int f(void) { return far_min(1); }
C
consumer macro-of-declaration "member-size-changed struct slots slot (member slot)" <<'C'
int f(struct slots *s) { return s->slot[3] + (int)sizeof(s->slot); }
C
consumer macro-of-other-declaration <<'C'
int f(struct slots *s) { return s->first; }
C
consumer enum "enumerator-value-changed enum mode ON (enumerator ON)" <<'C'
int f(void) { return ON; }
C
consumer enum-by-macro "enumerator-value-changed enum mode ON (enumerator ON)" <<'C'
int f(void) { return DEVICE_ON; }
C
consumer other-enumerator <<'C'
int f(void) { return OFF; }
C
irq="enum { FIRST_IRQ, ... }"
consumer untagged-enum "enumerator-value-changed $irq LAST_IRQ (enumerator LAST_IRQ)" <<'C'
int f(void) { return LAST_IRQ; }
C
consumer inline "inline-body-changed inline device_twice (inline device_twice)" <<'C'
long f(struct device *d) { return device_twice(d); }
C
consumer other-inline <<'C'
long f(struct device *d) { return device_same(d); }
C
consumer import \
	"parameter-type-changed function device_register parameter 2 (symbol device_register)" <<'C'
int f(struct device *d, int flags) { return device_register(d, flags); }
C
consumer variable "variable-size-changed variable device_sum (symbol device_sum)" <<'C'
long f(void) { return device_sum; }
C
consumer declared-only <<'C'
int f(struct device *d) { return sizeof(device_register(d, 1)); }
C
consumer own-type <<'C'
struct handle { int a, b; };
int f(struct handle *h) { return h->b; }
C

inputs=$(sed 's/.*/--consumers=&.o/' sources)
# shellcheck disable=SC2086 # words
expect "compares" 12 kabi-diff $inputs --format=json old.o new.o
cp out report
check "the report agrees with itself" sh -c "\"$tap_suite/hits\" < report > hit"
sort -o wanted wanted
check "who is hit, by what, and why" diff -u wanted hit
check "nobody is a stranger" has report '"not_compared":\[\]'

# The truth: what the compiler makes of a consumer with each header.
: > differ
while read -r name; do
	for side in OLD NEW; do
		$CC -O2 "-D$side" -c -o "$side.o" "$name.c" ||
			not_ok "compiles $name.c for $side"
	done
	cmp -s OLD.o NEW.o || echo "$name.o"
done < sources | sort > differ
"$tap_suite/hits" --names < report > names
check "who has other machine code is hit" \
	sh -c 'comm -23 differ names > missed; cat missed; test ! -s missed'
comm -13 differ names > unexplained
check "who is hit has other machine code" \
	sh -c 'cat unexplained; test ! -s unexplained'
check "some are not hit" test "$(wc -l < names)" -lt "$(wc -l < sources)"
finish
