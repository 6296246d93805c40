// SPDX-License-Identifier: GPL-2.0-or-later
/* Interned strings, and the arena that they lie in. */
#include "alloc.h"
#include "strtab.h"
#include "tap.h"

#include <stdint.h>

#define MANY 20000

static void test_equal(struct kabi_strtab *table)
{
	char copy[] = "member";
	const char *one = kabi_strtab_intern(table, "member", 6);

	tap_ok(kabi_strtab_intern(table, copy, 6) == one,
	       "equal strings are one");
	tap_ok(kabi_strtab_intern(table, "members", 7) != one,
	       "a longer string is another");
	tap_ok(kabi_strtab_intern(table, "members", 6) == one,
	       "what is behind the string does not count");
	tap_string(kabi_strtab_intern(table, "members", 3), "mem",
		   "a part of a string is closed by a NUL");
}

static void test_nul(struct kabi_strtab *table)
{
	const char *a = kabi_strtab_intern(table, "a\0b", 3);
	const char *b = kabi_strtab_intern(table, "a\0c", 3);

	tap_ok(a != b, "NULs are bytes like others");
	tap_ok(kabi_strtab_intern(table, "a", 1) != a, "lengths count");
	tap_ok(!*kabi_strtab_intern(table, "", 0), "the empty string");
}

static void test_find(struct kabi_strtab *table)
{
	const char *found;

	tap_ok(!kabi_strtab_find(table, "absent", 6), "nothing is found");
	found = kabi_strtab_intern(table, "absent", 6);
	tap_ok(kabi_strtab_find(table, "absent", 6) == found,
	       "what was interned is found");
}

static void test_many(struct kabi_strtab *table)
{
	static const char *strings[MANY];
	bool same = true, values = true;
	char name[32];
	int i;

	for (i = 0; i < MANY; i++) {
		int length = snprintf(name, sizeof(name), "name_%d", i);

		strings[i] = kabi_strtab_intern(table, name, length);
		*kabi_strtab_value(table, name, length) = (void *)strings[i];
	}
	for (i = 0; i < MANY; i++) {
		int length = snprintf(name, sizeof(name), "name_%d", i);
		void **value = kabi_strtab_value(table, name, length);

		same &= kabi_strtab_find(table, name, length) == strings[i] &&
			!strcmp(strings[i], name);
		values &= *value == strings[i];
	}
	tap_ok(same, "%d strings stay where they are while it grows", MANY);
	tap_ok(values, "and keep their values");
	tap_ok(!*kabi_strtab_value(table, "new", 3), "a value is NULL first");
}

static void test_arena(struct kabi_arena *arena)
{
	static const size_t sizes[] = { 1,	3,	  8,	   100, 5000,
					100000, 16 << 20, 2 << 20, 7,	0 };
	bool aligned = true, zeroed = true;
	size_t i, j;

	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		unsigned char *memory;

		kabi_arena_strndup(arena, "odd bytes in it", i);
		memory = kabi_arena_alloc(arena, sizes[i]);
		aligned &= !((uintptr_t)memory % _Alignof(max_align_t));
		for (j = 0; j < sizes[i]; j++)
			zeroed &= !memory[j];
		memset(memory, 0xff, sizes[i]);
	}
	tap_ok(aligned, "memory of an arena is aligned, strings among it");
	tap_ok(zeroed, "and zeroed");
}

int main(void)
{
	struct kabi_strtab *table;
	struct kabi_arena arena;

	kabi_arena_init(&arena);
	table = kabi_strtab_create(&arena);
	test_equal(table);
	test_nul(table);
	test_find(table);
	test_many(table);
	test_arena(&arena);
	kabi_strtab_destroy(table);
	kabi_strtab_destroy(NULL);
	kabi_arena_deinit(&arena);
	return tap_finish();
}
