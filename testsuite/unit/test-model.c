// SPDX-License-Identifier: GPL-2.0-or-later
/* What finishing makes of records: order, variants, names, typedefs. */
#include "build.h"

static const char *const unsorted[] = {
	"export f license=any",
	"macro Z\n\t1",
	"struct b size=1 align=1\n\t0 x char",
	"struct c size=4 align=4\n\t0 x u32\n\t0 y *struct opaque",
	"struct b size=2 align=1\n\t0 x [2]char\n\tin 1 b.c",
	"struct a size=1 align=1\n\t0 b struct b",
	"struct b size=12 align=1\n\tin 1 a.c",
	"base int size=4 align=4 encoding=signed",
	"typedef u32\n\tint",
	"macro A\n\t2",
	"union a size=1 align=1",
};

static const char *const sorted_heads[] = {
	"base int",	    "struct a",	       "struct b size=1 align=1\n",
	"struct b size=12", "struct b size=2", "struct c",
	"union a",	    "typedef u32",     "macro A",
	"macro Z",	    "export f",
};

static void test_order(void)
{
	struct kabi_model *model = build_model(unsorted, BUILD_COUNT(unsorted));
	bool sorted = model->n_records == BUILD_COUNT(unsorted);
	size_t i;

	for (i = 0; sorted && i < model->n_records; i++) {
		char *text = build_text(model->records[i]);

		sorted = !strncmp(text, sorted_heads[i],
				  strlen(sorted_heads[i]));
		sorted = sorted && model->records[i]->index == i;
		free(text);
	}
	tap_ok(sorted, "sorted by kind, name and text");
	tap_ok(model->by_kind[KABI_KIND_UNIT] == 0 &&
		       model->by_kind[KABI_KIND_BASE] == 0 &&
		       model->by_kind[KABI_KIND_STRUCT] == 1 &&
		       model->by_kind[KABI_KIND_UNION] == 6 &&
		       model->by_kind[KABI_KIND_ENUM] == 7 &&
		       model->by_kind[KABI_KIND_TYPEDEF] == 7 &&
		       model->by_kind[KABI_KIND_FUNCTION] == 8 &&
		       model->by_kind[KABI_KIND_MACRO] == 8 &&
		       model->by_kind[KABI_KIND_EXPORT] == 10 &&
		       model->by_kind[KABI_KIND_COUNT] == 11,
	       "by_kind");
	kabi_model_destroy(model);
}

static void test_links(void)
{
	struct kabi_model *model = build_model(unsorted, BUILD_COUNT(unsorted));
	const struct kabi_record *a, *b, *c, *typedef_;
	char name[] = "b";

	a = kabi_model_find(model, KABI_KIND_STRUCT, "a");
	b = kabi_model_find(model, KABI_KIND_STRUCT, name);
	c = kabi_model_find(model, KABI_KIND_STRUCT, "c");
	typedef_ = kabi_model_find(model, KABI_KIND_TYPEDEF, "u32");
	tap_ok(b && b->body->size == 1, "found by name: the first variant");
	tap_ok(b->next_variant->body->size == 12 &&
		       b->next_variant->next_variant->body->size == 2 &&
		       !b->next_variant->next_variant->next_variant,
	       "the other variants follow");
	tap_ok(!a->next_variant &&
		       kabi_model_find(model, KABI_KIND_UNION, "a") != a,
	       "one name of two kinds is no variant");
	tap_ok(!kabi_model_find(model, KABI_KIND_UNION, "b") &&
		       !kabi_model_find(model, KABI_KIND_STRUCT, "nowhere") &&
		       !kabi_model_find(model, KABI_KIND_STRUCT, ""),
	       "what is not there is not found");

	tap_ok(a->body->members[0].type->decl == b, "a tag is resolved");
	tap_ok(c->body->members[0].type->decl == typedef_,
	       "a typedef is resolved");
	tap_ok(typedef_->type->decl ==
		       kabi_model_find(model, KABI_KIND_BASE, "int"),
	       "a base type is resolved");
	tap_ok(!c->body->members[1].type->target->decl, "an opaque tag is not");
	tap_ok(kabi_type_strip(c->body->members[0].type) == typedef_->type,
	       "strip goes past typedefs");
	kabi_model_destroy(model);
}

static bool is_no_struct(void *context, const struct kabi_record *record)
{
	++*(size_t *)context;
	return record->kind != KABI_KIND_STRUCT ||
	       (record->name[0] == 'b' && record->body->size != 1);
}

static void test_filter(void)
{
	struct kabi_model *model = build_model(unsorted, BUILD_COUNT(unsorted));
	const struct kabi_record *b;
	size_t asked = 0;

	kabi_model_filter(model, is_no_struct, &asked);
	b = kabi_model_find(model, KABI_KIND_STRUCT, "b");
	tap_ok(asked == 11 && model->n_records == 8, "filtered");
	tap_ok(b && b->index == 1 && b->body->size == 12 && b->next_variant &&
		       !b->next_variant->next_variant &&
		       !kabi_model_find(model, KABI_KIND_STRUCT, "a"),
	       "what is left is linked");
	tap_ok(model->by_kind[KABI_KIND_STRUCT] == 1 &&
		       model->by_kind[KABI_KIND_UNION] == 3,
	       "by_kind is true again");
	kabi_model_destroy(model);
}

static void test_private(void)
{
	static const char *const records[] = {
		"struct a size=1 align=1 at=include/linux/a.h:1",
		"struct b size=1 align=1 at=drivers/b.h:1",
		"struct c size=1 align=1",
		"struct d size=1 align=1 at=arch/x86/include/asm/d.h:1",
		"struct e size=1 align=1 at=kernel/e.c:1",
	};
	static const bool private[] = { false, true, false, false, true };
	const char *globs[] = { "include/*", "arch/*/include/*" };
	struct kabi_model *model = build_model(records, BUILD_COUNT(records));
	bool as_expected = true, none = true;
	size_t i;

	model->public_globs = globs;
	model->n_public_globs = BUILD_COUNT(globs);
	for (i = 0; i < model->n_records; i++)
		none &= !kabi_model_is_private(model, model->records[i]);
	tap_ok(none, "of loose objects nothing is private");
	model->origin = KABI_ORIGIN_BUILD;
	for (i = 0; i < model->n_records; i++)
		as_expected &= kabi_model_is_private(
				       model, model->records[i]) == private[i];
	tap_ok(as_expected, "of a build what no public glob matches");
	kabi_model_destroy(model);
}

static void test_typedefs_fail(const char *const *records, size_t n_records,
			       const char *message)
{
	struct kabi_model *model = build_unfinished(records, n_records);
	struct kabi_error *error = kabi_model_finish(model);

	tap_ok(error != NULL, "refused: %s", message);
	tap_string(error ? error->message : NULL, message, "and says so");
	kabi_error_destroy(error);
	kabi_model_destroy(model);
}

static void test_cycles(void)
{
	static const char *const self[] = { "typedef a\n\t*a" };
	static const char *const pair[] = {
		"typedef a\n\tconst b",
		"typedef b\n\tfunc(*a) int",
		"typedef z\n\tint",
	};
	static const char *const body[] = {
		"typedef a\n\tstruct size=8 align=8 {\n\t\t0 x *a\n\t}",
	};
	static const char *const variants[] = {
		"typedef a\n\tb\n\tin 1 a.c",
		"typedef a\n\t*b\n\tin 1 b.c",
		"typedef b\n\ta",
	};

	test_typedefs_fail(self, BUILD_COUNT(self),
			   "typedef a: it or what it names stands for itself");
	test_typedefs_fail(pair, BUILD_COUNT(pair),
			   "typedef a: it or what it names stands for itself");
	test_typedefs_fail(body, BUILD_COUNT(body),
			   "typedef a: it or what it names stands for itself");
	test_typedefs_fail(variants, BUILD_COUNT(variants),
			   "typedef a: it or what it names stands for itself");
}

/* Structs may name themselves, and typedefs of them too. */
static void test_no_cycles(void)
{
	static const char *const records[] = {
		"struct list size=8 align=8\n\t0 next *list_t",
		"typedef list_t\n\tstruct list",
	};

	kabi_model_destroy(build_model(records, BUILD_COUNT(records)));
	tap_ok(true, "a typedef of a struct that names it");
}

/*
 * One TU: typedef int a; typedef a b;
 * Another: typedef int b; typedef b a; typedef a c;
 */
static void test_crossed_variants(void)
{
	static const char *const records[] = {
		"base int size=4 align=4 encoding=signed",
		"typedef a\n\tb\n\tin 1 y.c",
		"typedef a\n\tint\n\tin 1 x.c",
		"typedef b\n\ta\n\tin 1 x.c",
		"typedef b\n\tint\n\tin 1 y.c",
		"typedef c\n\ta",
		"struct s size=4 align=4\n\t0 m c",
	};
	struct kabi_model *model = build_model(records, BUILD_COUNT(records));
	const struct kabi_record *s;
	const struct kabi_type *type;

	s = kabi_model_find(model, KABI_KIND_STRUCT, "s");
	type = kabi_type_strip(s->body->members[0].type);
	tap_string(type->name, "int",
		   "variants that name each other have an end");
	tap_ok(kabi_model_find(model, KABI_KIND_TYPEDEF, "a")->next_variant,
	       "and are all there");
	kabi_model_destroy(model);
}

/* A chain of so many typedefs, each of the next one or the one before. */
static char *finish_chain(unsigned int length, bool backwards)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_error *error = NULL;
	char text[64], *message;
	unsigned int i;

	for (i = 0; i < length && !error; i++) {
		unsigned int name = backwards ? 100 + length - i : 100 + i;

		snprintf(text, sizeof(text), "typedef t%u\n\t%s%u", name,
			 i + 1 < length ? "t" : "int",
			 backwards ? name - 1 : name + 1);
		error = kabi_model_add(model, text, strlen(text), NULL);
	}
	if (!error)
		error = kabi_model_finish(model);
	message = strdup(error ? error->message : "");
	kabi_error_destroy(error);
	kabi_model_destroy(model);
	return message;
}

static void test_chains(void)
{
	static const struct {
		unsigned int length;
		bool backwards;
		const char *message;
		const char *what;
	} chains[] = {
		{ 64, false, "", "64 typedefs of each other" },
		{ 64, true, "", "64 the other way round" },
		{ 65, false, "typedef t100: names more than 64 typedefs deep",
		  "65 are too many" },
		{ 65, true, "typedef t165: names more than 64 typedefs deep",
		  "65 the other way round" },
		{ 20000, false,
		  "typedef t100: names more than 64 typedefs deep",
		  "20000 too, and at once" },
	};
	size_t i;

	for (i = 0; i < BUILD_COUNT(chains); i++) {
		char *message =
			finish_chain(chains[i].length, chains[i].backwards);

		tap_string(message, chains[i].message, chains[i].what);
		free(message);
	}
}

int main(void)
{
	test_order();
	test_links();
	test_filter();
	test_private();
	test_cycles();
	test_no_cycles();
	test_crossed_variants();
	test_chains();
	return tap_finish();
}
