# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# The fingerprint of an inline function is the same whatever else a TU has, and
# whatever the compiler is asked to do with it.
. "$(dirname "$0")/../tap.sh"

cat > inline.h << 'EOF'
struct foo { int a, b; unsigned char array[10]; unsigned long flags; };
extern int get(int n), state[4];
void warn(const char *file, int line), lock(struct foo *foo);
#define WARN_ON(x) ({ if (__builtin_expect(!!(x), 0)) warn(__FILE__, __LINE__); })

static inline int branches(struct foo *foo, int n)
{
	if (foo->a && foo->b > n)
		return get(n);
	if (foo->a > 3 || get(foo->b) == 5)
		return -1;
	return foo->a ? foo->b : n;
}

static inline int loops(struct foo *foo, int n)
{
	int i, sum = 0;

	for (i = 0; i < n; i++) {
		if (foo->array[i] == 7)
			continue;
		sum += foo->array[i];
		if (sum > 100)
			break;
	}
	while (get(sum) || get(n))
		sum--;
	do {
		sum = get(sum);
	} while (sum);
	return sum;
}

static inline int cases(int n)
{
	switch (n) {
	case 1:
		return get(1);
	case 3 ... 5:
		n++;
		break;
	case 6:
		n = state[n & 3];
		/* fall through */
	default:
		n--;
	}
	return n;
}

static inline unsigned long arithmetic(struct foo *foo, int n, unsigned int m)
{
	unsigned long sum = foo->flags >> 3;

	sum += foo->a << n;
	sum |= 1UL << m;
	sum += n / foo->b + m % 10;
	foo->flags = ~sum;
	foo->array[n] = foo->array[m] + state[n];
	return sum;
}

static inline void asserts(struct foo *foo)
{
	static int once;
	struct foo copy = *foo;
	int local[4] = { 1, 2 };

	WARN_ON(foo->a);
	if (!once++)
		lock(&copy);
	get(local[foo->b & 3]);
	WARN_ON(!__builtin_constant_p(3));
}

static inline int jumps(struct foo *foo)
{
	lock(foo);
	if (get(1))
		goto fail;
	foo->a = 2;
	if (get(2))
		goto fail;
	return 0;
fail:
	foo->a = 3;
	return -1;
}

static inline void assembly(struct foo *foo)
{
	asm volatile("771: nop; 772: .long 771b" : "+m" (foo->flags)
		     : "r" (foo->a) : "memory");
	asm goto("/* %0 %l1 */" : : "r" (foo->b) : : out);
	foo->b = 1;
out:
	foo->a = 1;
}

typedef struct { int a; } named;
static const char *const words[] = { "a", "b" };
static const struct foo *last, **end = &last;

static inline int data(void *at, int n)
{
	static const char *const more[] = { "c", "d" };
	struct { char c; short s; } __attribute__((packed)) local = { 1, n };

	warn(words[n], n);
	warn(more[n], ((named *)at)->a);
	end[0] = at;
	return get(local.s);
}

/* Each .c file's own, which may define it. */
static int level;

/* What UBSAN keeps GCC from folding. */
static inline unsigned long bits(long n, const unsigned long *from, unsigned int m)
{
	unsigned long sum = (m + 63 & ~63) / 8 + level;
	_Bool set = ((1UL << (n & 63)) & from[n >> 6]) != 0;

	sum += set;
	sum += *from & (~0UL >> (-m & 63));
	return sum + ((*from & 0xffffffffff000UL) >> 12);
}

static inline long use(struct foo *foo, int n)
{
	data(foo, n);
	foo->flags += bits(n, &foo->flags, n);
	asserts(foo);
	assembly(foo);
	return branches(foo, n) + loops(foo, n) + cases(n) +
	       arithmetic(foo, n, n) + jumps(foo);
}
EOF

cat > plain.c << 'EOF'
#include "inline.h"
long f(struct foo *foo, int n) { return use(foo, n); }
EOF

# Names, types, attributes, counters and temporaries before it are others.
cat > other.c << 'EOF'
static int counter[__COUNTER__ + __COUNTER__ + 1] __attribute__((unused));
enum { before, header };
int get(int n) __attribute__((noinline, warn_unused_result));
const int table[] = { 1, 2, 3 };
void warn(const char *file, int line) __attribute__((cold));
static inline int first(int n) { int a = n * 3; return a << a; }
#include "inline.h"
int get(int n) __attribute__((nothrow, pure));
void warn(const char *file, int line) __attribute__((noreturn));
int state[4] = { 1, 2, 3, 4 };
static int level = 3;
long g(struct foo *foo, int n) { return arithmetic(foo, n, n) + first(n); }
long f(struct foo *foo, int n) { return use(foo, n); }
EOF

# bodies FILE: the names and fingerprints in it.
bodies() {
	kabi-collect -o - "$1" | awk '
		/^inline / { name = $2 }
		/^\tbody / && name != "" { print name, $2; name = "" }
		!/^(\t|inline )/ { name = "" }'
}

# same NAME FILE.c FLAGS...: its fingerprints are the ones of plain.o.
same() {
	name=$1
	cp "$2" try.c
	shift 2
	record try.c -w "$@"
	bodies try.o > try.bodies
	check "$name" diff plain.bodies try.bodies
}

record plain.c
bodies plain.o > plain.bodies
check 'there are ten' [ "$(wc -l < plain.bodies)" = 10 ]

same 'another TU' other.c
for flags in -O0 -O1 -Os -O3 -Og -g -pg -ffreestanding -fno-inline -flto \
	-fstack-protector-all -fpatchable-function-entry=16 -fno-plt \
	-std=gnu89 -std=gnu2x -fshort-enums -ftrack-macro-expansion=0; do
	same "$flags" plain.c "$flags"
done
same 'optimised, another TU, -g' other.c -O3 -g3
for sanitizer in address kernel-address thread; do
	same "-fsanitize=$sanitizer" other.c "-fsanitize=$sanitizer"
done
same 'UBSAN' other.c -fsanitize=shift,integer-divide-by-zero,bounds,null,alignment
same 'UBSAN, aborting' other.c \
	-fsanitize=shift,integer-divide-by-zero,bounds -fno-sanitize-recover
same 'KCOV' other.c -fsanitize-coverage=trace-pc,trace-cmp
if "$CC" -ftrivial-auto-var-init=zero -E - < /dev/null > /dev/null 2>&1; then
	same 'zeroed variables' plain.c -ftrivial-auto-var-init=zero
	same 'variables with a pattern' plain.c -ftrivial-auto-var-init=pattern
else
	skip 'zeroed variables' 'the compiler does not have it'
	skip 'variables with a pattern' 'the compiler does not have it'
fi

"$CC" -E -o pre.i plain.c
cp pre.i pre.c
same 'preprocessed before' pre.c -fpreprocessed

# The test can fail.
sed 's/sum += foo->a << n/sum += foo->a << (n + 1)/' inline.h > changed.h
sed 's/inline.h/changed.h/' plain.c > changed.c
record changed.c
bodies changed.o > changed.bodies
check 'another body has another one' [ "$(diff plain.bodies changed.bodies |
	grep -c '^[<>] arithmetic')" = 2 ]
check 'and only that' [ "$(diff plain.bodies changed.bodies |
	grep -c '^[<>]')" = 2 ]
finish
