// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * From the texts of TUs to the records that stand in a baseline: equal texts
 * are one, and what is kept does not depend on the order of reading or on how
 * many pools shared the work.
 */
#include "pool.h"
#include "resolve.h"
#include "sightings.h"
#include "strbuf.h"
#include "tap.h"

#include <stdlib.h>

enum {
	MANY = 50000
};

struct unit {
	const char *texts[8]; /* the first one is the unit's record */
};

static const char *const globs[] = { "include/*" };

static void add_unit(struct kabi_pool *pool, const struct unit *unit,
		     uint64_t position)
{
	kabi_pool_begin(pool, position,
			kabi_pool_intern(pool, unit->texts[0],
					 strlen(unit->texts[0])));
	for (size_t i = 0; unit->texts[i]; i++)
		kabi_pool_add(pool, kabi_pool_intern(pool, unit->texts[i],
						     strlen(unit->texts[i])));
}

static void describe(struct kabi_strbuf *buf,
		     const struct kabi_sightings *sightings, uint32_t number,
		     unsigned int flags)
{
	const uint32_t *ranks;
	size_t total;
	size_t count = kabi_sightings_of(sightings, number, &ranks, &total);

	if (flags & KABI_RESOLVED_CONFLICT)
		kabi_strbuf_add(buf, " CONFLICT");
	if (flags & KABI_RESOLVED_PROBLEM)
		kabi_strbuf_add(buf, " PROBLEM");
	if (flags & KABI_RESOLVED_VARIANT)
		kabi_strbuf_add_format(buf, " in %zu", total);
	for (size_t i = 0; i < count && flags & KABI_RESOLVED_VARIANT; i++) {
		struct kabi_slice name =
			kabi_sightings_unit(sightings, ranks[i]);

		kabi_strbuf_add_format(buf, " %.*s", (int)name.length, name.at);
	}
	kabi_strbuf_add(buf, "\n");
}

/* All kept texts but units, a line each with what is known of it. */
static char *resolve(const struct kabi_pool *pool)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	struct kabi_resolution *resolution;
	struct kabi_sightings *sightings;
	uint32_t culprit;
	struct kabi_error *error =
		kabi_resolve(pool, globs, 1, &resolution, &culprit);

	if (error) {
		kabi_strbuf_add(&buf, error->message);
		kabi_error_destroy(error);
		return kabi_strbuf_steal(&buf);
	}
	sightings = kabi_sightings_create(pool, resolution,
					  KABI_RESOLVED_VARIANT, NULL, 0);
	for (size_t i = 0; i < resolution->n_kept; i++) {
		uint32_t number = resolution->kept[i];
		const char *text = kabi_pool_text(pool, number, NULL);

		if (!strncmp(text, "unit ", 5))
			continue;
		for (; *text; text++)
			kabi_strbuf_add_char(&buf, *text == '\n' ? '|' : *text);
		describe(&buf, sightings, number, resolution->flags[number]);
	}
	kabi_sightings_destroy(sightings);
	kabi_resolution_destroy(resolution);
	return kabi_strbuf_steal(&buf);
}

/* In one pool, backwards, and shared between two pools that are merged. */
static void test_units(const struct unit *units, size_t count,
		       const char *expected, const char *what)
{
	for (int order = 0; order < 3; order++) {
		static const char *const orders[] = { "", ", backwards",
						      ", in two pools" };
		struct kabi_pool *pools[2] = { kabi_pool_create(),
					       kabi_pool_create() };
		uint32_t *numbers = NULL;
		char *got;

		for (size_t i = 0; i < count; i++)
			add_unit(pools[order == 2 && i % 2],
				 &units[order == 1 ? count - 1 - i : i], i);
		kabi_pool_merge(pools[0], pools[1], &numbers);
		got = resolve(pools[0]);
		if (!tap_ok(!strcmp(got, expected), "%s%s", what,
			    orders[order])) {
			tap_diagnose("expected", expected);
			tap_diagnose("got", got);
		}
		free(got);
		free(numbers);
		kabi_pool_destroy(pools[0]);
		kabi_pool_destroy(pools[1]);
	}
}

#define TEST(expected, what, ...)                                           \
	do {                                                                \
		static const struct unit units[] = { __VA_ARGS__ };         \
		test_units(units, sizeof(units) / sizeof(*units), expected, \
			   what);                                           \
	} while (0)

#define A "unit a.c scope=used"
#define B "unit b.c scope=used"
#define C "unit c.c scope=used"
#define INT "base int size=4 align=4 encoding=signed"
#define UINT "base unsigned int size=4 align=4 encoding=unsigned"
#define LONG "base long size=8 align=8 encoding=signed"

static void test_tags(void)
{
	TEST("struct s size=4 align=4 at=h.h:1|\t0 a +1 int\n",
	     "what all agree on stands once",
	     { { A, "struct s size=4 align=4 at=h.h:1\n\t0 a +1 int" } },
	     { { B, "struct s size=4 align=4 at=h.h:1\n\t0 a +1 int" } });
	TEST("struct s size=4 align=4 at=h.h:1|\t0 a +1 int CONFLICT in 1 b.c\n"
	     "struct s size=8 align=8 at=h.h:1|\t0 a +1 long CONFLICT in 2 a.c "
	     "c.c\n",
	     "two layouts of a tag are a conflict",
	     { { A, "struct s size=8 align=8 at=h.h:1\n\t0 a +1 long" } },
	     { { B, "struct s size=4 align=4 at=h.h:1\n\t0 a +1 int" } },
	     { { C, "struct s size=8 align=8 at=h.h:1\n\t0 a +1 long" } });
	TEST("struct s size=4 align=4 at=include/h.h:9|\t0 a -3 int\n",
	     "one layout at two places is one, and the public place is kept",
	     { { A, "struct s size=4 align=4 at=arch/h.h:1\n\t0 a +1 int" } },
	     { { B,
		 "struct s size=4 align=4 at=include/h.h:9\n\t0 a -3 int" } });
	TEST("struct s size=4 align=4 at=h.h:1|\t0 a int in 1 a.c\n"
	     "struct s size=8 align=8 local=1|\t0 a long in 1 b.c\n",
	     "a tag of block scope contradicts nobody",
	     { { A, "struct s size=4 align=4 at=h.h:1\n\t0 a int" } },
	     { { B, "struct s size=8 align=8 local=1\n\t0 a long" } });
	TEST("enum e size=4 signed=0|\tX 1 CONFLICT in 1 a.c\n"
	     "enum e size=4 signed=0|\tX 2 +7 CONFLICT in 2 b.c c.c\n",
	     "enumerators' values count, their lines do not",
	     { { A, "enum e size=4 signed=0\n\tX 1" } },
	     { { B, "enum e size=4 signed=0\n\tX 2 +7" } },
	     { { C, "enum e size=4 signed=0\n\tX 2 +8" } });
}

static void test_values(void)
{
	TEST("setting O|\t2 in 2 a.c c.c\nsetting O|\ts in 1 b.c\n",
	     "settings may differ", { { A, "setting O\n\t2" } },
	     { { B, "setting O\n\ts" } }, { { C, "setting O\n\t2" } });
	TEST("macro M at=h.h:1|\t\"a b +1\" in 1 a.c\n"
	     "macro M at=h.h:1|\t\"a b +2\" in 1 b.c\n",
	     "what looks like a line number in a string is none",
	     { { A, "macro M at=h.h:1\n\t\"a b +1\"" } },
	     { { B, "macro M at=h.h:1\n\t\"a b +2\"" } });
	TEST("macro M at=h.h:1|\t1\n", "a macro of one value at two places",
	     { { A, "macro M at=h.h:1\n\t1" } },
	     { { B, "macro M at=i.h:1\n\t1" } });
	TEST("macro M|\t! odd PROBLEM\n",
	     "what could not be recorded is marked",
	     { { A, "macro M\n\t! odd" } });
}

static void test_symbols(void)
{
	TEST("function f role=def at=a.c:9|\tfunc(int) int\n",
	     "a definition stands for its declarations",
	     { { A, "function f role=def at=a.c:9\n\tfunc(int) int" } },
	     { { B, "function f role=ref at=h.h:1\n\tfunc(int) int" } },
	     { { C, "function f role=ref at=c.c:5 vis=hidden\n\tfunc(int) "
		    "int" } });
	TEST("base int size=4 align=4 encoding=signed\n"
	     "base unsigned int size=4 align=4 encoding=unsigned\n"
	     "typedef u32 at=t.h:1|\tunsigned int\n"
	     "function f role=def at=a.c:9|\tfunc(unsigned int) int\n",
	     "a typedef in the declaration is no difference",
	     { { A, INT, UINT,
		 "function f role=def at=a.c:9\n\tfunc(unsigned int) int" } },
	     { { B, INT, UINT, "typedef u32 at=t.h:1\n\tunsigned int",
		 "function f role=ref at=h.h:1\n\tfunc(u32) int" } });
	TEST("base int size=4 align=4 encoding=signed\n"
	     "base long size=8 align=8 encoding=signed\n"
	     "function f role=def at=a.c:9|\tfunc(int) int CONFLICT in 1 a.c\n"
	     "function f role=ref at=h.h:1|\tfunc(long) int CONFLICT in 1 "
	     "b.c\n",
	     "another type is a conflict",
	     { { A, INT, "function f role=def at=a.c:9\n\tfunc(int) int" } },
	     { { B, INT, LONG,
		 "function f role=ref at=h.h:1\n\tfunc(long) int" } });
	TEST("variable v role=def at=a.c:1 size=16|\t[4]int\n",
	     "an array without a bound fits the one that has it",
	     { { A, "variable v role=def at=a.c:1 size=16\n\t[4]int" } },
	     { { B, "variable v role=ref at=h.h:1\n\t[]int" } });
	TEST("base int size=4 align=4 encoding=signed\n"
	     "variable v role=def at=a.c:1 size=8|\t*[4]int CONFLICT in 1 "
	     "a.c\n"
	     "variable v role=ref at=h.h:1 size=8|\t*[8]int CONFLICT in 1 "
	     "b.c\n",
	     "another bound does not fit",
	     { { A, INT, "variable v role=def at=a.c:1 size=8\n\t*[4]int" } },
	     { { B, INT, "variable v role=ref at=h.h:1 size=8\n\t*[8]int" } });
	TEST("variable v role=def at=a.c:1 size=4|\tint in 1 a.c\n"
	     "variable v role=def at=b.c:1 size=8|\tlong in 1 b.c\n",
	     "two definitions are in two modules and no conflict",
	     { { A, "variable v role=def at=a.c:1 size=4\n\tint" } },
	     { { B, "variable v role=def at=b.c:1 size=8\n\tlong" } });
	TEST("function f role=def at=b.c:1|\tfunc(void) void\n",
	     "a strong definition stands for a weak one",
	     { { A, "function f role=def at=a.c:1 bind=weak\n\tfunc(void) "
		    "void" } },
	     { { B, "function f role=def at=b.c:1\n\tfunc(void) void" } });
	TEST("typedef t at=t.h:1|\tvoid\n"
	     "function f role=def at=b.c:1|\tfunc(*void) void\n",
	     "a strong definition stands for a weak one spelled otherwise",
	     { { A, "typedef t at=t.h:1\n\tvoid",
		 "function f role=def at=a.c:1 bind=weak\n\tfunc(*t) void" } },
	     { { B, "function f role=def at=b.c:1\n\tfunc(*void) void" } });
	TEST("function f role=ref at=h.h:1|\tfunc(int) int\n",
	     "a prototype says more than none",
	     { { A, "function f role=ref at=a.h:1\n\tfunc(?) int" } },
	     { { B, "function f role=ref at=h.h:1\n\tfunc(int) int" } });
}

static void test_damaged(void)
{
	TEST("\"no such kind\" is no record", "a text that is no record",
	     { { A, "no such kind" } }, { { B, "zzz" } });
	TEST("\"\" is no record", "an empty text", { { A, "" } });
}

/* So many that the table grows, and lengths around the chunk's. */
static void test_many(void)
{
	struct kabi_pool *pool = kabi_pool_create();
	static char text[2 << 20];
	unsigned int wrong = 0;

	for (uint32_t i = 0; i < MANY; i++) {
		int length = snprintf(text, sizeof(text), "macro M%u", i);

		wrong += kabi_pool_intern(pool, text, length) != i;
	}
	for (uint32_t i = 0; i < MANY; i++) {
		int length = snprintf(text, sizeof(text), "macro M%u", i);

		wrong += kabi_pool_intern(pool, text, length) != i;
		wrong += strcmp(kabi_pool_text(pool, i, NULL), text) != 0;
	}
	tap_ok(!wrong, "%d texts are found again", MANY);
	memset(text, 'x', sizeof(text));
	for (size_t length = 1000; length < sizeof(text);
	     length = length * 9 / 8) {
		uint32_t number = kabi_pool_intern(pool, text, length);
		size_t got;
		const char *copy = kabi_pool_text(pool, number, &got);

		wrong += got != length || memcmp(copy, text, length) ||
			 copy[length];
	}
	tap_ok(!wrong, "long texts are whole");
	kabi_pool_destroy(pool);
}

static void sum(void *context, uint32_t number)
{
	*(uint64_t *)context = *(uint64_t *)context * 31 + number;
}

/* Steps of all sizes in both directions. */
static void test_log(void)
{
	static const uint32_t numbers[] = { 0, 1,	 0,    63,   64, 128,
					    0, MANY - 1, 8191, 8192, 0 };
	struct kabi_pool *pool = kabi_pool_create();
	uint64_t expected = 0;
	uint64_t got = 0;

	for (uint32_t i = 0; i < MANY; i++) {
		char text[32];

		kabi_pool_intern(pool, text,
				 snprintf(text, sizeof(text), "%u", i));
	}
	kabi_pool_begin(pool, 7, 0);
	kabi_pool_begin(pool, 8, 1);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		kabi_pool_add(pool, numbers[i]);
		sum(&expected, numbers[i]);
	}
	kabi_pool_begin(pool, 9, 2);
	kabi_pool_for_each(pool, kabi_pool_owner(pool, 1), sum, &got);
	tap_ok(got == expected, "the log gives back what was added");
	tap_ok(kabi_pool_owners(pool) == 3 &&
		       kabi_pool_owner(pool, 1)->position == 8,
	       "owners are counted");
	kabi_pool_destroy(pool);
}

int main(void)
{
	test_tags();
	test_values();
	test_symbols();
	test_damaged();
	test_many();
	test_log();
	return tap_finish();
}
