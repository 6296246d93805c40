// SPDX-License-Identifier: GPL-2.0-or-later
/* Each function is written in another way on the other side, and does the same. */
/* kabi-file: decls.h */
typedef unsigned int u32;
#define UNIQUE__(prefix, number) prefix##number
#define UNIQUE_(prefix, number) UNIQUE__(prefix, number)
#define UNIQUE(prefix) UNIQUE_(__UNIQUE_ID_##prefix, __COUNTER__)
#define STRING_(text) #text
#define STRING(text) STRING_(text)
#define likely(x) __builtin_expect(!!(x), 1)
#define INCREMENT(x) ((x) = (x) + 1)
void warn(const char *file, int line);
void lock(int *l), unlock(int *l);
int get(int n), put(int n);
#define WARN_ON(x) ({ if (x) warn(__FILE__, __LINE__); })
#define ONLY_LINE() warn("", __LINE__)
#define REACHED_(number) \
	asm volatile(STRING(number) ": nop; .long " STRING(number) "b - ." \
		     : : "i" (number))
#define REACHED() REACHED_(__COUNTER__)
#ifdef NEW
enum { LIMIT = 12 };
struct foo { struct { int a, b; }; int l; };
#else
struct foo { int a, b, l; };
#endif

/* kabi-file: new.h */
#include "decls.h"
int get(int n), put(int n);

static inline int comment(int n)
{
	/* what it does */
	return get(n); /* and how */
}

static inline int lines(int n)
{

	WARN_ON(n);

	return

		get(n);
}

static inline int local(int number)
{
	int another = get(number);

	return put(another);
}

static inline int label(int n)
{
	if (get(n))
		goto fail;
	put(n);
fail:
	return n;
}

static inline int layout(int n) { if (n) { return (get(n)); } return put(n); }

static inline int declarations(int n)
{
	int b, a;

	a = get(n);
	b = put(n);
	return a - b;
}

static inline int macro(int n) { INCREMENT(n); return n; }
static inline int operator_(int n) { n += 1; return n; }


static inline void line(int n)
{
	ONLY_LINE();
	WARN_ON(
		n);
}

static inline int hint(int n) { return likely(n > 3) ? get(n) : put(n); }
static inline u32 typedefs(unsigned char *p) { return (u32)*p * (u32)3; }
static inline int parentheses(int a, int b) { return ((a) + ((b) * 2)); }
static inline int unique(int n) { int UNIQUE(x) = get(n); return n; }
static inline int *statics(void) { static int count = 3; return &count; }
static inline void assembly(void) { REACHED(); REACHED(); }
static inline int zeroed(void) { static int n = 0, m[2] = { 0 }; return n++ + m[0]++; }
static inline void clobbers(void) { asm volatile("nop" : : : "cc", "memory"); }
static inline void local_labels(void) { asm volatile("771: jmp 772f; 772:"); }

static inline int operands(int n)
{
	int result;

	asm("add %[from], %[to]" : [to] "=r" (result) : [from] "r" (n));
	return result;
}

static inline int nameless(struct foo *foo) { return foo->b; }
static inline int enumerator(int n) { return n < LIMIT; }
static inline int number(int n) { return n & 0xff; }
static inline int arrow(struct foo *foo) { return (*foo).a; }
static inline int unused_label(int n) { out: __attribute__((unused)); return n; }
static inline int jump(int n) { if (!n) goto out; put(n); out: return n; }
static inline void one_line(int n) { if (n) get(n); else put(n); }

static inline int loop(int n)
{
	int sum = 0;

	for (int at = 0; at < n; at++)
		sum += get(at);
	return sum;
}

static inline int block(int n)
{
	{
		int m = get(n);

		return m;
	}
}

static inline int declared(int n)
{
	extern int get(int number);

	return get(n);
}

static inline int cast(int n) { return get((int)n); }
static inline int self(void) { return 12 + sizeof(*(struct foo *)0); }
static inline const char *named(void) { return __FILE__; }

/* kabi-file: old.h */
#include "decls.h"

static inline int comment(int n)
{
	return get(n);
}

static inline int lines(int n)
{
	WARN_ON(n);
	return get(n);
}

static inline int local(int n)
{
	int r = get(n);

	return put(r);
}

static inline int label(int n)
{
	if (get(n))
		goto out;
	put(n);
out:
	return n;
}

static inline int layout(int n)
{
	if (n)
		return get(n);
	return put(n);
}

static inline int declarations(int n)
{
	int a, b;

	a = get(n);
	b = put(n);
	return a - b;
}

static inline int macro(int n) { n = n + 1; return n; }
static inline int operator_(int n) { n = n + 1; return n; }

static inline void line(int n)
{
	ONLY_LINE();
	WARN_ON(n);
}

static inline int hint(int n) { return n > 3 ? get(n) : put(n); }
static inline unsigned int typedefs(unsigned char *p) { return *p * 3U; }
static inline int parentheses(int a, int b) { return a + b * 2; }
static inline int unique(int n) { int UNIQUE(y) = get(n); return n; }
static inline int *statics(void) { static int number = 3; return &number; }
static inline void assembly(void) { REACHED(); REACHED(); }
static inline int zeroed(void) { static int n, m[2]; return n++ + m[0]++; }
static inline void clobbers(void) { asm volatile("nop" : : : "memory", "cc"); }
static inline void local_labels(void) { asm volatile("1: jmp 2f; 2:"); }

static inline int operands(int n)
{
	int result;

	asm("add %[n], %[result]" : [result] "=r" (result) : [n] "r" (n));
	return result;
}

static inline int nameless(struct foo *foo) { return foo->b; }
static inline int enumerator(int n) { return n < 12; }
static inline int number(int n) { return n & 255; }
static inline int arrow(struct foo *foo) { return foo->a; }
static inline int unused_label(int n) { return n; }

static inline int jump(int n) { if (n) put(n); return n; }

static inline void one_line(int n)
{
	if (n)
		get(n);
	else
		put(n);
}

static inline int loop(int n)
{
	int i, sum = 0;

	for (i = 0; i < n; ++i)
		sum += get(i);
	return sum;
}

static inline int block(int n)
{
	int m = get(n);

	return m;
}

static inline int declared(int n)
{
	return get(n);
}

static inline int cast(int n) { return get(n); }
static inline int self(void) { return sizeof(struct foo) + 12; }
static inline const char *named(void) { return __FILE__; }

/* kabi-file: test.c */
#ifdef NEW
#include "new.h"
#else
#include "old.h"
#endif

int all(int n, struct foo *foo, unsigned char *p)
{
	line(n);
	assembly();
	clobbers();
	local_labels();
	one_line(n);
	return comment(n) + lines(n) + local(n) + label(n) + layout(n) +
	       declarations(n) + macro(n) + operator_(n) + hint(n) +
	       typedefs(p) + parentheses(n, n) + unique(n) + *statics() +
	       operands(n) + nameless(foo) + enumerator(n) + number(n) +
	       zeroed() + arrow(foo) + unused_label(n) + jump(n) + loop(n) + block(n) +
	       declared(n) + cast(n) + self() + *named();
}
/*
kabi-test: edits that leave what inline functions do
kabi-cflags: -Wno-unused
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
