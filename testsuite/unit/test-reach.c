// SPDX-License-Identifier: GPL-2.0-or-later
/* Which exports reach which types, and how far away they are. */
#include "build.h"
#include "reach.h"

#include <limits.h>

static const char *const records[] = {
	"base int size=4 align=4 encoding=signed",
	"struct a size=8 align=8\n"
	"\t0 b *struct b",
	"struct b size=24 align=8\n"
	"\t0 c *struct c\n"
	"\t8 in struct inner\n"
	"\t16 cb *func(*struct deep) int",
	/* A cycle of three, which only the first export reaches. */
	"struct c size=8 align=8\n"
	"\t0 a *struct a",
	"struct deep size=4 align=4\n"
	"\t0 e enum e",
	"struct inner size=8 align=8\n"
	"\t0 p **struct opaque",
	"struct lonely size=4 align=4\n"
	"\t0 x int",
	"struct second size=8 align=8\n"
	"\t0 d d_t",
	"enum e size=4 signed=0\n"
	"\tA 0",
	"typedef d_t\n"
	"\t*struct deep",
	"function first role=def\n"
	"\tfunc(*struct a) int",
	"function hidden role=def\n"
	"\tfunc(*struct lonely) int",
	"variable second role=def size=8\n"
	"\tstruct second",
	"export asm license=any",
	"export first license=any",
	"export second license=any",
};

static void check_names(const struct kabi_reach *reach,
			const struct kabi_record *record, const char *expected,
			unsigned int expected_distance)
{
	const struct kabi_record **symbols;
	unsigned int distance;
	size_t n = kabi_reach_symbols(reach, record, &symbols, &distance);
	struct kabi_strbuf names = KABI_STRBUF_INIT;

	for (size_t i = 0; i < n; i++)
		kabi_strbuf_add_format(&names, "%s ", symbols[i]->name);
	tap_string(names.length ? names.string : "", expected, record->name);
	tap_ok(distance == expected_distance, "%s is %u hops away, not %u",
	       record->name, expected_distance, distance);
	tap_ok(kabi_reach_any(reach, record) == (n > 0), "%s: reached",
	       record->name);
	kabi_strbuf_deinit(&names);
	free(symbols);
}

static void check(const struct kabi_reach *reach,
		  const struct kabi_model *model, enum kabi_kind kind,
		  const char *name, const char *expected,
		  unsigned int expected_distance)
{
	check_names(reach, kabi_model_find(model, kind, name), expected,
		    expected_distance);
}

static void test_small(void)
{
	struct kabi_model *model = build_model(records, BUILD_COUNT(records));
	struct kabi_reach *reach = kabi_reach_create(model);
	const struct kabi_reach_opaque *opaques;

	check(reach, model, KABI_KIND_STRUCT, "a", "first ", 1);
	check(reach, model, KABI_KIND_STRUCT, "b", "first ", 2);
	check(reach, model, KABI_KIND_STRUCT, "c", "first ", 3);
	check(reach, model, KABI_KIND_STRUCT, "inner", "first ", 2);
	check(reach, model, KABI_KIND_STRUCT, "deep", "first second ", 1);
	check(reach, model, KABI_KIND_STRUCT, "second", "second ", 0);
	check(reach, model, KABI_KIND_STRUCT, "lonely", "", UINT_MAX);
	check(reach, model, KABI_KIND_ENUM, "e", "first second ", 1);
	check(reach, model, KABI_KIND_TYPEDEF, "d_t", "second ", 0);
	check(reach, model, KABI_KIND_FUNCTION, "first", "first ", 0);
	check(reach, model, KABI_KIND_FUNCTION, "hidden", "", UINT_MAX);
	check(reach, model, KABI_KIND_EXPORT, "asm", "asm ", 0);

	tap_ok(kabi_reach_opaques(reach, &opaques) == 1 &&
		       !strcmp(opaques[0].name, "opaque") &&
		       kabi_reach_distance(reach, opaques[0].node) == 4,
	       "what is declared only is reached too");
	kabi_reach_destroy(reach);
	kabi_model_destroy(model);
}

/* One long chain: no recursion may be as deep as the graph. */
static void test_chain(size_t n)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_reach *reach;
	struct kabi_error *error;
	char text[128];

	for (size_t i = 0; i < n; i++) {
		snprintf(text, sizeof(text),
			 "struct s%zu size=8 align=8\n\t0 n *struct s%zu", i,
			 i + 1);
		error = kabi_model_add(model, text, strlen(text), NULL);
		kabi_error_destroy(error);
	}
	snprintf(text, sizeof(text), "export f license=any");
	kabi_error_destroy(kabi_model_add(model, text, strlen(text), NULL));
	snprintf(text, sizeof(text),
		 "function f role=def\n\tfunc(*struct s0) int");
	kabi_error_destroy(kabi_model_add(model, text, strlen(text), NULL));
	kabi_error_destroy(kabi_model_finish(model));
	reach = kabi_reach_create(model);
	snprintf(text, sizeof(text), "s%zu", n - 1);
	check(reach, model, KABI_KIND_STRUCT, text, "f ", n);
	kabi_reach_destroy(reach);
	kabi_model_destroy(model);
}

int main(void)
{
	test_small();
	test_chain(100000);
	return tap_finish();
}
