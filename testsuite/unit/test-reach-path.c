// SPDX-License-Identifier: GPL-2.0-or-later
/* One of the shortest ways from an export to what it reaches, in words. */
#include "build.h"
#include "reach-path.h"

static const char *const records[] = {
	"base int size=4 align=4 encoding=signed",
	"struct device size=8 align=8\n"
	"\t0 parent *struct device",
	"struct direct size=4 align=4\n"
	"\t0 x int",
	"struct far size=4 align=4\n"
	"\t0 x int",
	"struct inode size=16 align=8\n"
	"\t0 - union size=8 align=8 {\n"
	"\t\t0 a struct size=8 align=8 {\n"
	"\t\t\t0 b [2]*struct leaf\n"
	"\t\t}\n"
	"\t}\n"
	"\t8 last *struct undefined",
	"struct leaf size=4 align=4\n"
	"\t0 e enum e",
	"struct lonely size=4 align=4\n"
	"\t0 x int",
	/* Two variants: only the second one has the way to it. */
	"struct net_device size=4 align=4 at=a.c:1\n"
	"\t0 x int\n"
	"\tin 1 a.c",
	"struct net_device size=8 align=8 at=b.c:1\n"
	"\t0 dev struct device\n"
	"\tin 1 b.c",
	"struct ops size=24 align=8\n"
	"\t0 release *func(int) void\n"
	"\t8 open *func(*struct inode, **struct far) *struct result\n"
	"\t16 cb cb_t",
	"struct result size=4 align=4\n"
	"\t0 x int",
	"struct seen size=4 align=4\n"
	"\t0 x int",
	"struct top size=8 align=8\n"
	"\t0 x *inner_t",
	"enum e size=4 signed=0\n"
	"\tA 0",
	"typedef cb_t\n"
	"\t*func(int, *struct seen) int",
	"typedef inner_t\n"
	"\tstruct size=8 align=8 {\n"
	"\t\t0 deep struct direct\n"
	"\t\t4 value int_t\n"
	"\t}",
	"typedef int_t\n"
	"\tint",
	"typedef leaf_t\n"
	"\tstruct leaf",
	"function register_netdevice role=def\n"
	"\tfunc(int, *struct net_device) int",
	"function register_ops role=def\n"
	"\tfunc(*const struct ops) *leaf_t",
	"function asm_too role=ref\n"
	"\tfunc(*struct lonely) int",
	"variable the_top role=def size=8\n"
	"\tstruct top",
	"export asm license=any",
	"export register_netdevice license=any",
	"export register_ops license=any",
	"export the_top license=any",
};

static const struct {
	enum kabi_kind kind;
	const char *name;
	const char *path;
} cases[] = {
	{ KABI_KIND_STRUCT, "device",
	  "register_netdevice, struct net_device, member dev, struct device" },
	{ KABI_KIND_STRUCT, "net_device",
	  "register_netdevice, struct net_device" },
	{ KABI_KIND_STRUCT, "ops", "register_ops, struct ops" },
	{ KABI_KIND_STRUCT, "inode",
	  "register_ops, struct ops, member open, parameter 1, struct inode" },
	{ KABI_KIND_STRUCT, "far",
	  "register_ops, struct ops, member open, parameter 2, struct far" },
	{ KABI_KIND_STRUCT, "result",
	  "register_ops, struct ops, member open, return value, "
	  "struct result" },
	{ KABI_KIND_STRUCT, "seen",
	  "register_ops, struct ops, member cb, typedef cb_t, parameter 2, "
	  "struct seen" },
	/* A typedef of the next step is not told, unless it is the last. */
	{ KABI_KIND_STRUCT, "leaf", "register_ops, struct leaf" },
	{ KABI_KIND_TYPEDEF, "leaf_t", "register_ops, typedef leaf_t" },
	{ KABI_KIND_ENUM, "e", "register_ops, struct leaf, member e, enum e" },
	/* A typedef of a struct that has no tag is that struct. */
	{ KABI_KIND_STRUCT, "direct",
	  "the_top, struct top, member x, typedef inner_t, member deep, "
	  "struct direct" },
	{ KABI_KIND_TYPEDEF, "int_t",
	  "the_top, struct top, member x, typedef inner_t, member value, "
	  "typedef int_t" },
	{ KABI_KIND_STRUCT, "lonely", "" },
	/* Symbols have no way to themselves. */
	{ KABI_KIND_FUNCTION, "register_ops", "" },
	{ KABI_KIND_EXPORT, "asm", "" },
};

static void check(struct kabi_reach *reach, uint32_t node, const char *expected,
		  const char *name)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	struct kabi_arena arena;
	const char **steps = NULL;
	size_t n;

	kabi_arena_init(&arena);
	n = kabi_reach_path(reach, node, &arena, &steps);
	for (size_t i = 0; i < n; i++)
		kabi_strbuf_add_format(&text, "%s%s", i ? ", " : "", steps[i]);
	tap_string(text.length ? text.string : "", expected, name);
	kabi_arena_deinit(&arena);
}

/* Among equal ways the fewest steps, then the first symbol by name. */
static const char *const equal[] = {
	"struct a size=8 align=8\n"
	"\t0 b *struct b",
	"struct b size=8 align=8\n"
	"\t0 c struct c",
	"struct c size=8 align=8\n"
	"\t0 t *struct t",
	"struct short size=8 align=8\n"
	"\t0 p **struct t",
	"struct t size=1 align=1",
	/* Fewer steps, but more pointers; and the nearer of two members. */
	"struct chain size=16 align=8\n"
	"\t0 far **struct u\n"
	"\t8 near *struct u",
	"struct u size=1 align=1",
	"function d role=def\n"
	"\tfunc(***struct u) void",
	"function e role=def\n"
	"\tfunc(*struct chain) void",
	"function m role=def\n"
	"\tfunc(*struct a) void",
	"function y role=def\n"
	"\tfunc(*struct short) void",
	"function z role=def\n"
	"\tfunc(*struct short) void",
	"export d license=any",
	"export e license=any",
	"export m license=any",
	"export y license=any",
	"export z license=any",
};

/* A long chain: nothing may recurse as deep as the graph. */
static void test_chain(size_t n)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_reach *reach;
	struct kabi_arena arena;
	const char **steps;
	char text[128];

	for (size_t i = 0; i < n; i++) {
		snprintf(text, sizeof(text),
			 "struct s%zu size=8 align=8\n\t0 n *struct s%zu", i,
			 i + 1);
		kabi_error_destroy(
			kabi_model_add(model, text, strlen(text), NULL));
	}
	snprintf(text, sizeof(text), "export f license=any");
	kabi_error_destroy(kabi_model_add(model, text, strlen(text), NULL));
	snprintf(text, sizeof(text),
		 "function f role=def\n\tfunc(*struct s0) int");
	kabi_error_destroy(kabi_model_add(model, text, strlen(text), NULL));
	kabi_error_destroy(kabi_model_finish(model));
	reach = kabi_reach_create(model);
	snprintf(text, sizeof(text), "s%zu", n - 1);
	kabi_arena_init(&arena);
	tap_ok(kabi_reach_path(reach,
			       kabi_reach_node(reach,
					       kabi_model_find(model,
							       KABI_KIND_STRUCT,
							       text)),
			       &arena, &steps) == 2 * n &&
		       !strcmp(steps[0], "f") &&
		       !strcmp(steps[2 * n - 2], "member n"),
	       "a way of %zu steps", 2 * n);
	kabi_arena_deinit(&arena);
	kabi_reach_destroy(reach);
	kabi_model_destroy(model);
}

int main(void)
{
	struct kabi_model *model = build_model(records, BUILD_COUNT(records));
	struct kabi_model *ways = build_model(equal, BUILD_COUNT(equal));
	struct kabi_reach *reach = kabi_reach_create(model);
	struct kabi_reach *of_ways = kabi_reach_create(ways);
	const struct kabi_reach_opaque *opaques;

	for (size_t i = 0; i < BUILD_COUNT(cases); i++)
		check(reach,
		      kabi_reach_node(reach,
				      kabi_model_find(model, cases[i].kind,
						      cases[i].name)),
		      cases[i].path, cases[i].name);
	kabi_reach_opaques(reach, &opaques);
	check(reach, opaques[0].node,
	      "register_ops, struct ops, member open, parameter 1, "
	      "struct inode, member last, struct undefined",
	      "a tag that is only declared");
	check(reach,
	      kabi_reach_node(reach,
			      kabi_model_find(model, KABI_KIND_ENUM, "e")),
	      "register_ops, struct leaf, member e, enum e", "asked again");
	check(reach, KABI_REACH_NO_NODE, "", "no node");
	check(of_ways,
	      kabi_reach_node(of_ways,
			      kabi_model_find(ways, KABI_KIND_STRUCT, "t")),
	      "y, struct short, member p, struct t", "of several ways one");
	check(of_ways,
	      kabi_reach_node(of_ways,
			      kabi_model_find(ways, KABI_KIND_STRUCT, "u")),
	      "e, struct chain, member near, struct u",
	      "pointers count, not steps");
	test_chain(100000);
	kabi_reach_destroy(reach);
	kabi_reach_destroy(of_ways);
	kabi_model_destroy(model);
	kabi_model_destroy(ways);
	return tap_finish();
}
