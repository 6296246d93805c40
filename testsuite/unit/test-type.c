// SPDX-License-Identifier: GPL-2.0-or-later
/* Types: their shapes in the model, their sizes, how deep they may nest. */
#include "build.h"

#define POINTERS_16 "****************"
#define POINTERS_60 POINTERS_16 POINTERS_16 POINTERS_16 "************"

static const char *const base[] = {
	"base char size=1 align=1 encoding=char",
	"base double size=8 align=8 encoding=float",
	"base int size=4 align=4 encoding=signed",
	"base long size=8 align=8 encoding=signed",
	"base unsigned long size=8 align=8 encoding=unsigned",
	"struct foo size=24 align=8",
	"union u size=3 align=1",
	"enum e size=2 signed=0",
	"enum {A} size=8 signed=0\n\tA 1",
	"typedef t0\n\tint",
	"typedef t1\n\tt0",
	"typedef vec_t\n\t[4]t1",
	"typedef func\n\tlong",
	"typedef vector\n\tchar",
	"typedef opaque_t\n\tstruct opaque",
};

/* Sizes as x86-64 has them; -1: none. */
static const struct {
	const char *type;
	int64_t size;
} sizes[] = {
	{ "int", 4 },
	{ "const volatile int", 4 },
	{ "unsigned long", 8 },
	{ "void", -1 },
	{ "*void", 8 },
	{ "const __seg_gs int", 4 },
	{ "func(void) int", -1 },
	{ "*func(void) int", 8 },
	{ "[3]int", 12 },
	{ "[2][3]int", 24 },
	{ "[0]int", 0 },
	{ "[]int", 0 },
	{ "[2][]int", 0 },
	{ "[*]int", -1 },
	{ "[2][*]int", -1 },
	{ "[3]*func(?) void", 24 },
	{ "[2]t1", 8 },
	{ "[2]vec_t", 32 },
	{ "vec_t", 16 },
	{ "vector(4) int", 16 },
	{ "vector(0) int", 0 },
	{ "_Complex double", 16 },
	{ "struct foo", 24 },
	{ "[2]struct foo", 48 },
	{ "union u", 3 },
	{ "enum e", 2 },
	{ "enum {A}", 8 },
	{ "struct nowhere", -1 },
	{ "[2]struct nowhere", -1 },
	{ "union foo", -1 },
	{ "enum foo", -1 },
	{ "nowhere_t", -1 },
	{ "opaque_t", -1 },
	{ "struct size=5 align=1 {\n}", 5 },
	{ "[2]struct size=5 align=1 {\n}", 10 },
	{ "?something", -1 },
	{ "func", 8 },
	{ "vector", 1 },
	{ "[2305843009213693951]int", 9223372036854775804 },
	{ "[2305843009213693952]int", -1 },
	{ "[4611686018427387904]int", -1 },
	{ "[18446744073709551615]int", -1 },
	{ "[4294967296][4294967296]int", -1 },
	{ "[18446744073709551615]char", -1 },
};

static void test_sizes(void)
{
	struct kabi_model *model = build_unfinished(base, BUILD_COUNT(base));
	const struct kabi_type *types[BUILD_COUNT(sizes)];
	struct kabi_record *record;
	struct kabi_error *error;
	char name[32];
	uint64_t size;
	size_t i;

	for (i = 0; i < BUILD_COUNT(sizes); i++) {
		error = kabi_model_add_type(model, sizes[i].type,
					    strlen(sizes[i].type), &types[i]);
		if (error)
			tap_ok(false, "%s", error->message);
		/* Records that nobody parsed get their names resolved too. */
		snprintf(name, sizeof(name), "size_%zu", i);
		record = kabi_model_add_empty(model, KABI_KIND_TYPEDEF, name);
		record->type = types[i];
	}
	error = kabi_model_finish(model);
	if (!tap_ok(!error, "records filled by hand are finished"))
		return;
	for (i = 0; i < BUILD_COUNT(sizes); i++) {
		bool known = kabi_type_size(model, types[i], &size);

		tap_ok(known == (sizes[i].size >= 0) &&
			       (!known || size == (uint64_t)sizes[i].size),
		       "size of %.*s", (int)strcspn(sizes[i].type, "\n"),
		       sizes[i].type);
	}
	kabi_model_destroy(model);
}

/* "expected": NULL when well-formed, else what the message holds. */
static const struct {
	const char *type;
	const char *error;
} grammar[] = {
	{ "const func(void) int", NULL },
	{ "**[3]*const *int", NULL },
	{ "func(func, func(func) func) func", NULL },
	{ "func(vector(2) int, vector, vector) vector", NULL },
	{ "func(?unknown, ?x-y) ?z", NULL },
	{ "struct size", NULL },
	{ "union func", NULL },
	{ "union vector", NULL },
	{ "enum vector", NULL },
	{ "structure", NULL },
	{ "voids", NULL },
	{ "func(voids) void", NULL },
	{ "_Complex_t", NULL },
	{ "constant", NULL },
	{ "signed char", NULL },
	{ "int ", "nothing more" },
	{ "int*", "nothing more" },
	{ "unsigned  long", "nothing more" },
	{ "const", "expected \" \"" },
	{ "const ", "expected a type" },
	{ "const const int", "not sorted" },
	{ "volatile const int", "not sorted" },
	{ "__seg_gs const int", "not sorted" },
	{ "__seg_gs __seg_fs int", "not sorted" },
	{ "struct", "expected \" \"" },
	{ "struct ", "expected a tag" },
	{ "struct {", "expected a tag" },
	{ "enum {A", "expected \"}\"" },
	{ "enum {}", "expected a tag" },
	{ "struct {A}", "expected a tag" },
	{ "struct size=1 {", "expected \" align=\"" },
	{ "struct align=1 size=1 {", "expected \"size=\"" },
	{ "struct size=1 align=1", "expected \" {\"" },
	{ "struct size=1 align=1 {", "expected a new line" },
	{ "struct size=1 align=1 {\n", "expected \"}\"" },
	{ "struct size=1 align=1 {\n\t}", "expected \"}\"" },
	{ "struct size=1 align=1 {\n\t0 a int", "expected a new line" },
	{ "struct size=1 align=1 {\n0 a int\n}", "expected \"}\"" },
	{ "struct size=1 align=3 {\n}", "no power of two" },
	{ "struct size=1 align=1 transparent=1 {\n}", "expected \" {\"" },
	{ "union size=1 align=1 transparent=0 {\n}", "expected \" {\"" },
	{ "[", "expected a number" },
	{ "[]", "expected a type" },
	{ "[-1]int", "expected a number" },
	{ "[01]int", "leading zero" },
	{ "[18446744073709551616]int", "out of range" },
	{ "[*1]int", "expected \"]\"" },
	{ "vector(", "expected a number" },
	{ "vector(2)int", "expected \") \"" },
	{ "vector(2) ", "expected a type" },
	{ "_Complex", "expected \" \"" },
	{ "_Complex ", "expected a type" },
	{ "?", "expected a word" },
	{ "func(", "expected a type" },
	{ "func()", "expected a type" },
	{ "func() int", "expected a type" },
	{ "func(void)", "expected \") \"" },
	{ "func(void)int", "expected \") \"" },
	{ "func(void) ", "expected a type" },
	{ "func(int,int) int", "expected \", \"" },
	{ "func(int, ) int", "expected a type" },
	{ "func(..., int) int", "expected \") \"" },
	{ "func[](void) int", "expected an attribute" },
	{ "func[b,a](void) int", "not sorted" },
	{ "func[a,a](void) int", "not sorted" },
	{ "func[a, b](void) int", "expected an attribute" },
	{ "func[a (void) int", "expected \"]\"" },
	{ POINTERS_60 "***int", NULL },
	{ POINTERS_60 "****int", "too deep" },
	{ POINTERS_60 POINTERS_60 "int", "too deep" },
};

static void test_grammar(void)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	const struct kabi_type *type, *again;
	struct kabi_error *error;
	size_t i;

	for (i = 0; i < BUILD_COUNT(grammar); i++) {
		const char *text = grammar[i].type;
		int line = strcspn(text, "\n");

		error = kabi_model_add_type(model, text, strlen(text), &type);
		if (grammar[i].error) {
			if (!tap_ok(error && strstr(error->message,
						    grammar[i].error),
				    "no type: %.*s", line, text))
				tap_diagnose("error",
					     error ? error->message : NULL);
			kabi_error_destroy(error);
			continue;
		}
		if (error) {
			tap_ok(false, "%s: %s", text, error->message);
			kabi_error_destroy(error);
			continue;
		}
		kabi_strbuf_truncate(&buf, 0);
		kabi_write_type(&buf, type, 0);
		tap_string(buf.string, text, text);
		error = kabi_model_add_type(model, text, strlen(text), &again);
		tap_ok(!error && type == again, "%s is shared", text);
	}
	kabi_strbuf_deinit(&buf);
	kabi_model_destroy(model);
}

/* A member in so many bodies, and a pointer in front of its type. */
static char *nested_bodies(unsigned int depth, const char *type)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	unsigned int i, j;

	kabi_strbuf_add(&buf, "struct deep size=8 align=8");
	for (i = 0; i <= depth; i++) {
		kabi_strbuf_add_char(&buf, '\n');
		for (j = 0; j <= i; j++)
			kabi_strbuf_add_char(&buf, '\t');
		kabi_strbuf_add(&buf, "0 a ");
		kabi_strbuf_add(&buf,
				i < depth ? "struct size=8 align=8 {" : type);
	}
	for (i = depth; i-- > 0;) {
		kabi_strbuf_add_char(&buf, '\n');
		for (j = 0; j <= i; j++)
			kabi_strbuf_add_char(&buf, '\t');
		kabi_strbuf_add_char(&buf, '}');
	}
	return kabi_strbuf_steal(&buf);
}

static void test_depth(void)
{
	struct kabi_model *model = kabi_model_create();
	char *fits = nested_bodies(60, "***int");
	char *deeper = nested_bodies(60, "****int");
	char *deepest = nested_bodies(100000 / 64, "int");
	struct kabi_error *error;

	/* The type alone is no deeper than others; where it stands, it is. */
	error = kabi_model_add(model, "typedef t\n\t****int",
			       strlen("typedef t\n\t****int"), NULL);
	tap_ok(!error, "four pointers");
	error = kabi_model_add(model, fits, strlen(fits), NULL);
	tap_ok(!error, "64 levels of bodies and types");
	kabi_error_destroy(error);
	error = kabi_model_add(model, deeper, strlen(deeper), NULL);
	tap_ok(error && strstr(error->message, "too deep"), "not 65");
	kabi_error_destroy(error);
	error = kabi_model_add(model, deepest, strlen(deepest), NULL);
	tap_ok(error && strstr(error->message, "too deep"), "nor 1500");
	kabi_error_destroy(error);
	error = kabi_model_finish(model);
	tap_ok(!error, "what was parsed is finished");
	kabi_error_destroy(error);
	free(fits);
	free(deeper);
	free(deepest);
	kabi_model_destroy(model);
}

/* Where a type stands counts, also when it was parsed before. */
static void test_shared_depth(void)
{
	static const char *const types[] = {
		"func(" POINTERS_60 "int) void",
		"func(void) " POINTERS_60 "int",
		"[3]" POINTERS_60 "int",
		"vector(3) " POINTERS_60 "int",
	};
	struct kabi_model *model = kabi_model_create();
	size_t i;

	for (i = 0; i < BUILD_COUNT(types); i++) {
		char *fits = nested_bodies(2, types[i]);
		char *deeper = nested_bodies(3, types[i]);
		struct kabi_error *error;

		error = kabi_model_add(model, fits, strlen(fits), NULL);
		tap_ok(!error, "%.9s... nests 62 deep", types[i]);
		kabi_error_destroy(error);
		error = kabi_model_add(model, deeper, strlen(deeper), NULL);
		tap_ok(error && strstr(error->message, "too deep"),
		       "and not in three bodies");
		kabi_error_destroy(error);
		free(fits);
		free(deeper);
	}
	kabi_model_destroy(model);
}

/* Those who fill records themselves may nest without an end. */
static void test_filled_depth(void)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_record *record =
		kabi_model_add_empty(model, KABI_KIND_TYPEDEF, "deep_t");
	struct kabi_type *type;
	struct kabi_error *error;
	int i;

	for (i = 0; i < 100; i++) {
		type = kabi_arena_alloc(&model->arena, sizeof(*type));
		type->kind = KABI_TYPE_POINTER;
		type->target = record->type;
		record->type = type;
	}
	error = kabi_model_finish(model);
	tap_ok(error && strstr(error->message,
			       "typedef deep_t: types nested too deep"),
	       "types filled by hand nest 64 deep at most too");
	kabi_error_destroy(error);
	kabi_model_destroy(model);
}

static void test_ilp32(void)
{
	static const char *const records[] = {
		"base long size=4 align=4 encoding=signed\n\tin 2 a.c b.c",
		"base long size=8 align=8 encoding=signed\n"
		"\tin 3 c.c d.c e.c",
	};
	struct kabi_model *model;

	model = build_model(NULL, 0);
	tap_ok(kabi_model_pointer_size(model) == 8, "a pointer has 8 bytes");
	kabi_model_destroy(model);
	model = build_model(records, 1);
	tap_ok(kabi_model_pointer_size(model) == 4, "or 4 if long has");
	kabi_model_destroy(model);
	model = build_model(records, 2);
	tap_ok(kabi_model_pointer_size(model) == 8, "or what most TUs say");
	kabi_model_destroy(model);
}

int main(void)
{
	test_sizes();
	test_grammar();
	test_depth();
	test_shared_depth();
	test_filled_depth();
	test_ilp32();
	return tap_finish();
}
