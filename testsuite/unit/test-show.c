// SPDX-License-Identifier: GPL-2.0-or-later
/* What kabi-show prints, from records that are given here. */
#include "alloc.h"
#include "build.h"
#include "convention.h"
#include "show.h"

static const char *const records[] = {
	"unit a.c scope=used",
	"unit dir/b%20b.c scope=all macros=no\n\t! no macros, they say",
	"setting O\n\t2\n\tin 1 a.c",
	"setting O\n\t3\n\tin 20 b.c c.c",
	"setting regparm\n\t3",
	"base char size=1 align=1 encoding=char",
	"base int size=4 align=4 encoding=signed",
	"base long size=8 align=8 encoding=signed",
	"base unsigned int size=4 align=4 encoding=unsigned",
	"struct foo size=24 align=8 at=include/linux/foo.h:12\n"
	"\t0 a +1 int\n"
	"\t4:3 f:2 +2 unsigned int\n"
	"\t8 - +3 union size=16 align=8 {\n"
	"\t\t0 p +4 *void\n"
	"\t\t0 - +5 struct size=16 align=8 {\n"
	"\t\t\t0 x +5 char\n"
	"\t\t\t8 y +5 long\n"
	"\t\t\t! one more\n"
	"\t\t}\n"
	"\t}",
	"struct holes size=144 align=8 at=include/linux/foo.h:30\n"
	"\t0 c +1 char\n"
	"\t4:0 a:3 +2 int\n"
	"\t5:0 b:1 +3 int\n"
	"\t8 line +4 [48]char\n"
	"\t56 next +5 *struct holes\n"
	"\t64 s +6 struct size=60 align=4 {\n"
	"\t\t0 t [56]char\n"
	"\t}\n"
	"\t124 pair +7 [2]struct size=4 align=4 {\n"
	"\t\t0 q int\n"
	"\t}\n"
	"\t132 odd ?offset_type\n"
	"\t136 last +8 char\n"
	"\t! an attribute",
	"struct points size=16 align=8\n"
	"\t0 a long\n"
	"\t8 p *const struct size=8 align=4 {\n"
	"\t\t0 q int\n"
	"\t\t4 r int\n"
	"\t}",
	/* What RANDSTRUCT makes of "a, b". */
	"struct shuffled size=8 align=4\n\t4 a int\n\t0 b int",
	"struct slots size=48 align=8 at=include/linux/foo.h:50\n"
	"\t0 __kabi_reserved1 long\n"
	"\t8 - union size=8 align=8 {\n"
	"\t\t0 used long\n"
	"\t\t0 - struct size=8 align=8 {\n"
	"\t\t\t0 __kabi_reserved2 long\n"
	"\t\t}\n"
	"\t}\n"
	"\t16 - struct size=24 align=8 {\n"
	"\t\t0 a long\n"
	"\t\t8 RH_RESERVED3 [2]long\n"
	"\t}\n"
	"\t40 reserved long",
	"struct twice size=4 align=4\n\t0 a int\n\tin 1 a.c",
	"struct twice size=8 align=8\n\t0 a long\n\tin 20 b.c c.c",
	"union small size=4 align=4 transparent=1\n\t0 i int\n\t0 c [2]char",
	"enum color size=4 signed=0 at=include/linux/foo.h:60\n"
	"\tRED 0 +1\n"
	"\tGREEN 18446744073709551615 +2",
	"enum {OFF} size=4 signed=1 typedef=state_t\n"
	"\tOFF -9223372036854775808",
	"typedef anon_t at=include/linux/foo.h:70\n"
	"\tstruct size=4 align=4 {\n"
	"\t\t0 z int\n"
	"\t}",
	"typedef foo_t\n\tstruct foo",
	"function hidden role=ref vis=hidden bind=weak alias=f\n\tfunc(?) int",
	"function kfoo role=def at=kernel/foo.c:7\n"
	"\tfunc(*struct foo, long) int",
	"variable counter role=def section=.data..percpu size=4 tls=1\n\tint",
	"macro BIG at=include/linux/foo.h:80\n\t18446744073709551615",
	"macro TEXT\n\t\"a\\tb\\xe9\"",
	"export asm_entry license=any module=vmlinux",
	"export counter license=external",
	"export kfoo license=GPL module=drivers/a/b ns=FOO",
};

static char *show(const struct kabi_model *model, const char *name,
		  enum kabi_show_what what, bool json)
{
	struct kabi_show *chosen = kabi_show_create(model);
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);

	if (name && !kabi_show_choose(chosen, name))
		fprintf(stream, "none");
	for (int kind = 0; !name && kind < KABI_KIND_COUNT; kind++)
		kabi_show_choose_kind(chosen, kind);
	kabi_show_finish(chosen);
	if (json)
		kabi_show_json(stream, chosen, what);
	else
		kabi_show_text(stream, chosen, what);
	kabi_show_destroy(chosen);
	fclose(stream);
	return text;
}

static const struct {
	const char *name;
	const char *text;
} texts[] = {
	{ "struct holes",
	  "/* include/linux/foo.h:30, not exported */\n"
	  "struct holes {\n"
	  "	char c;                                         "
	  "/*     0     1 */\n"
	  "\n"
	  "	/* XXX 3 bytes hole */\n"
	  "\n"
	  "	int a:3;                                        "
	  "/*     4: 0  4 */\n"
	  "\n"
	  "	/* XXX 5 bits hole */\n"
	  "\n"
	  "	int b:1;                                        "
	  "/*     5: 0  4 */\n"
	  "\n"
	  "	/* XXX 7 bits hole */\n"
	  "	/* XXX 2 bytes hole */\n"
	  "\n"
	  "	char line[48];                                  "
	  "/*     8    48 */\n"
	  "	struct holes *next;                             "
	  "/*    56     8 */\n"
	  "	/* --- cacheline 1 boundary (64 bytes) --- */\n"
	  "	struct {\n"
	  "		char t[56];                             "
	  "/*    64    56 */\n"
	  "		/* XXX 4 bytes padding */\n"
	  "	} s;                                            "
	  "/*    64    60 */\n"
	  "	struct {\n"
	  "		int q;                                  "
	  "/*   124     4 */\n"
	  "	} pair[2];                                      "
	  "/*   124     8 */\n"
	  "	/* --- cacheline 2 boundary (128 bytes) was 4 bytes ago --- */\n"
	  "	?offset_type odd;                               "
	  "/*   132     ? */\n"
	  "	char last;                                      "
	  "/*   136     1 */\n"
	  "\n"
	  "	/* size: 144, align: 8, cachelines: 3, members: 9 */\n"
	  "	/* sum members: 126, holes: 2, sum holes: 5 */\n"
	  "	/* sum bit-fields: 4 bits, bit holes: 2, sum bit holes: 12 "
	  "bits */\n"
	  "	/* padding: 7 */\n"
	  "	/* last cacheline: 16 bytes */\n"
	  "	/* not recorded: an attribute */\n"
	  "};\n" },
	/* What a pointer points to begins at 0. */
	{ "points", "/* not exported */\n"
		    "struct points {\n"
		    "	long a;                                         "
		    "/*     0     8 */\n"
		    "	const struct {\n"
		    "		int q;                                  "
		    "/*     0     4 */\n"
		    "		int r;                                  "
		    "/*     4     4 */\n"
		    "	} *p;                                           "
		    "/*     8     8 */\n"
		    "\n"
		    "	/* size: 16, align: 8, cachelines: 1, members: 2 */\n"
		    "	/* last cacheline: 16 bytes */\n"
		    "};\n" },
	{ "shuffled", "/* not exported */\n"
		      "struct shuffled {\n"
		      "	int b;                                          "
		      "/*     0     4 */\n"
		      "	int a;                                          "
		      "/*     4     4 */\n"
		      "\n"
		      "	/* size: 8, align: 4, cachelines: 1, members: 2 */\n"
		      "	/* last cacheline: 8 bytes */\n"
		      "};\n" },
	{ "small", "/* not exported */\n"
		   "union small {\n"
		   "	int i;                                          "
		   "/*     0     4 */\n"
		   "	char c[2];                                      "
		   "/*     0     2 */\n"
		   "\n"
		   "	/* size: 4, align: 4, cachelines: 1, members: 2 */\n"
		   "} __attribute__((transparent_union));\n" },
	{ "color", "/* include/linux/foo.h:60, size 4, not exported */\n"
		   "enum color {\n"
		   "	RED = 0,\n"
		   "	GREEN = 18446744073709551615,\n"
		   "};\n" },
	{ "typedef state_t", "/* size 4, not exported */\n"
			     "typedef enum {\n"
			     "	OFF = -9223372036854775808,\n"
			     "} state_t;\n" },
	{ "anon_t", "/* include/linux/foo.h:70, not exported */\n"
		    "typedef struct {\n"
		    "	int z;                                          "
		    "/*     0     4 */\n"
		    "\n"
		    "	/* size: 4, align: 4, cachelines: 1, members: 1 */\n"
		    "	/* last cacheline: 4 bytes */\n"
		    "} anon_t;\n" },
	{ "foo_t", "typedef struct foo foo_t;\n" },
	{ "hidden",
	  "int hidden();                                           "
	  "/* not exported, declared, hidden, weak, alias of f */\n" },
	{ "function kfoo",
	  "int kfoo(struct foo *, long);                           "
	  "/* EXPORT_SYMBOL_GPL, namespace FOO, module drivers/a/b, "
	  "kernel/foo.c:7 */\n" },
	{ "counter", "__thread int counter;                                   "
		     "/* external, size 4, section .data..percpu */\n" },
	{ "asm_entry",
	  "asm_entry;                                              "
	  "/* EXPORT_SYMBOL, module vmlinux, no type known */\n" },
	{ "BIG", "#define BIG 18446744073709551615                        "
		 "/* include/linux/foo.h:80 */\n" },
	{ "macro TEXT", "#define TEXT \"a\\tb\\xe9\"\n" },
	{ "unit dir/b b.c",
	  "unit dir/b%20b.c                                        "
	  "/* scope all, no macros */\n"
	  "	/* not recorded: no macros, they say */\n" },
	{ "O", "setting O 2                                             "
	       "/* in 1 unit: a.c */\n"
	       "setting O 3                                             "
	       "/* in 20 units: b.c c.c ... */\n" },
	{ "int", "none" },
	{ "struct color", "none" },
	{ "typedef color", "none" },
	{ "nothing", "none" },
};

static const struct {
	const char *name;
	const char *json;
} jsons[] = {
	{ "foo",
	  "{\"kind\":\"struct\",\"name\":\"foo\",\"size\":24,\"align\":8,"
	  "\"location\":\"include/linux/foo.h:12\",\"exported\":true,"
	  "\"members\":[{\"name\":\"a\",\"offset\":0,\"size\":4,"
	  "\"type\":\"int\"},"
	  "{\"name\":\"f\",\"offset\":4,\"bit_offset\":3,\"bits\":2,"
	  "\"type\":\"unsigned int\"},"
	  "{\"name\":null,\"offset\":8,\"size\":16,\"type\":\"union\","
	  "\"members\":[{\"name\":\"p\",\"offset\":8,\"size\":8,"
	  "\"type\":\"void *\"},"
	  "{\"name\":null,\"offset\":8,\"size\":16,\"type\":\"struct\","
	  "\"members\":[{\"name\":\"x\",\"offset\":8,\"size\":1,"
	  "\"type\":\"char\"},"
	  "{\"name\":\"y\",\"offset\":16,\"size\":8,\"type\":\"long\"}],"
	  "\"problems\":[\"one more\"]}]}]}\n" },
	{ "points", "{\"kind\":\"struct\",\"name\":\"points\",\"size\":16,"
		    "\"align\":8,\"location\":null,\"exported\":false,"
		    "\"members\":[{\"name\":\"a\",\"offset\":0,\"size\":8,"
		    "\"type\":\"long\"},{\"name\":\"p\",\"offset\":8,"
		    "\"size\":8,\"type\":\"const struct *\",\"members\":["
		    "{\"name\":\"q\",\"offset\":0,\"size\":4,"
		    "\"type\":\"int\"},{\"name\":\"r\",\"offset\":4,"
		    "\"size\":4,\"type\":\"int\"}]}]}\n" },
	{ "twice", "{\"kind\":\"struct\",\"name\":\"twice\",\"size\":4,"
		   "\"align\":4,\"location\":null,\"exported\":false,"
		   "\"members\":[{\"name\":\"a\",\"offset\":0,\"size\":4,"
		   "\"type\":\"int\"}],\"units\":[\"a.c\"],"
		   "\"units_total\":1}\n"
		   "{\"kind\":\"struct\",\"name\":\"twice\",\"size\":8,"
		   "\"align\":8,\"location\":null,\"exported\":false,"
		   "\"members\":[{\"name\":\"a\",\"offset\":0,\"size\":8,"
		   "\"type\":\"long\"}],\"units\":[\"b.c\",\"c.c\"],"
		   "\"units_total\":20}\n" },
	{ "enum color",
	  "{\"kind\":\"enum\",\"name\":\"color\",\"size\":4,\"signed\":false,"
	  "\"enumerators\":[{\"name\":\"RED\",\"value\":0},"
	  "{\"name\":\"GREEN\",\"value\":18446744073709551615}],"
	  "\"location\":\"include/linux/foo.h:60\",\"exported\":false}\n" },
	{ "enum { OFF }",
	  "{\"kind\":\"enum\",\"name\":null,\"typedef\":\"state_t\","
	  "\"size\":4,\"signed\":true,\"enumerators\":[{\"name\":\"OFF\","
	  "\"value\":-9223372036854775808}],\"location\":null,"
	  "\"exported\":false}\n" },
	{ "kfoo", "{\"kind\":\"function\",\"name\":\"kfoo\","
		  "\"type\":\"int (struct foo *, long)\",\"export\":\"GPL\","
		  "\"namespace\":\"FOO\",\"module\":\"drivers/a/b\","
		  "\"location\":\"kernel/foo.c:7\"}\n" },
	{ "hidden", "{\"kind\":\"function\",\"name\":\"hidden\","
		    "\"type\":\"int ()\",\"export\":null,\"namespace\":null,"
		    "\"module\":null,\"location\":null,\"role\":\"ref\","
		    "\"visibility\":\"hidden\",\"weak\":true,"
		    "\"alias\":\"f\"}\n" },
	{ "asm_entry", "{\"kind\":\"function\",\"name\":\"asm_entry\","
		       "\"type\":null,\"export\":\"any\",\"namespace\":null,"
		       "\"module\":\"vmlinux\",\"location\":null}\n" },
	{ "variable counter",
	  "{\"kind\":\"variable\",\"name\":\"counter\",\"type\":\"int\","
	  "\"size\":4,\"export\":\"external\",\"namespace\":null,"
	  "\"module\":null,\"location\":null,\"tls\":true,"
	  "\"section\":\".data..percpu\"}\n" },
	{ "BIG", "{\"kind\":\"macro\",\"name\":\"BIG\","
		 "\"value\":18446744073709551615,"
		 "\"location\":\"include/linux/foo.h:80\"}\n" },
	{ "TEXT", "{\"kind\":\"macro\",\"name\":\"TEXT\","
		  "\"value\":\"a\\tb\xc3\xa9\",\"location\":null}\n" },
	{ "anon_t", "{\"kind\":\"typedef\",\"name\":\"anon_t\","
		    "\"type\":\"struct\",\"size\":4,\"align\":4,"
		    "\"location\":\"include/linux/foo.h:70\","
		    "\"exported\":false,\"members\":[{\"name\":\"z\","
		    "\"offset\":0,\"size\":4,\"type\":\"int\"}]}\n" },
	{ "regparm", "{\"kind\":\"setting\",\"name\":\"regparm\","
		     "\"value\":\"3\"}\n" },
	{ "a.c", "{\"kind\":\"unit\",\"name\":\"a.c\",\"scope\":\"used\","
		 "\"macros\":true,\"unvalued\":0}\n" },
};

/* Names that choose what they stand in. */
static void test_choose(const struct kabi_model *model)
{
	static const char *const same[][2] = {
		{ "RED", "enum color" },
		{ "enum RED", "enum color" },
		{ "state_t", "enum {OFF}" },
		{ "enum { OFF, ... }", "enum {OFF}" },
		{ "struct foo::bar", "struct foo" },
	};

	for (size_t i = 0; i < BUILD_COUNT(same); i++) {
		char *a = show(model, same[i][0], KABI_SHOW_RECORDS, false);
		char *b = show(model, same[i][1], KABI_SHOW_RECORDS, false);

		tap_string(a, b, same[i][0]);
		free(a);
		free(b);
	}
}

/* Every record once, in order of kind and name, exports with their symbols. */
static void test_all(const struct kabi_model *model)
{
	static const char *const kinds[] = { "unit",	 "setting",  "struct",
					     "union",	 "enum",     "typedef",
					     "function", "variable", "macro" };
	char *text = show(model, NULL, KABI_SHOW_RECORDS, true);
	size_t lines = 0, kind = 0;
	bool sorted = true;

	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		lines++;
		while (kind < BUILD_COUNT(kinds) &&
		       strncmp(line + strlen("{\"kind\":\""), kinds[kind],
			       strlen(kinds[kind])))
			kind++;
		sorted &= kind < BUILD_COUNT(kinds);
	}
	tap_ok(sorted, "kinds come in the order of the records");
	/* Base types and exports that belong to a symbol have no line. */
	tap_ok(lines == BUILD_COUNT(records) - 4 - 2, "%zu lines", lines);
	free(text);
}

static void test_reserved(const struct kabi_model *model)
{
	char *text = show(model, NULL, KABI_SHOW_RESERVED, false);

	tap_string(text,
		   "struct slots: 3 slots left, 24 bytes; 1 slot used, 8 bytes "
		   "(include/linux/foo.h:50)\n"
		   "\t__kabi_reserved1: offset 0, 8 bytes\n"
		   "\t__kabi_reserved2: offset 8, 8 bytes, used\n"
		   "\tRH_RESERVED3[2]: offset 24, 16 bytes\n"
		   "total: 3 slots left, 24 bytes; 1 slot used, 8 bytes, "
		   "in 1 type\n",
		   "reserved slots");
	free(text);
	text = show(model, "slots", KABI_SHOW_RESERVED, true);
	tap_string(text,
		   "{\"kind\":\"struct\",\"name\":\"slots\","
		   "\"location\":\"include/linux/foo.h:50\",\"slots\":3,"
		   "\"bytes\":24,\"slots_used\":1,\"bytes_used\":8,"
		   "\"reserved\":[{\"name\":\"__kabi_reserved1\","
		   "\"offset\":0,\"size\":8,\"count\":1,\"used\":false},"
		   "{\"name\":\"__kabi_reserved2\","
		   "\"offset\":8,\"size\":8,\"count\":1,\"used\":true},"
		   "{\"name\":\"RH_RESERVED3\",\"offset\":24,\"size\":16,"
		   "\"count\":2,\"used\":false}]}\n"
		   "{\"kind\":\"total\",\"types\":1,\"slots\":3,\"bytes\":24,"
		   "\"slots_used\":1,\"bytes_used\":8}\n",
		   "reserved slots in JSON");
	free(text);
	tap_ok(kabi_convention_is_reserved("SUSE_KABI_PADDING") &&
		       !kabi_convention_is_reserved("reserved") &&
		       !kabi_convention_is_reserved(NULL),
	       "names of reserved members");
}

static void test_units(const struct kabi_model *model)
{
	char *text = show(model, "a.c", KABI_SHOW_UNITS, false);

	tap_string(text,
		   "unit a.c                                                "
		   "/* scope used */\n"
		   "\tsetting O 2\n",
		   "a unit and what it has of its own");
	free(text);
}

int main(void)
{
	struct kabi_model *model = build_model(records, BUILD_COUNT(records));
	char *text;

	for (size_t i = 0; i < BUILD_COUNT(texts); i++) {
		text = show(model, texts[i].name, KABI_SHOW_RECORDS, false);
		tap_string(text, texts[i].text, texts[i].name);
		free(text);
	}
	for (size_t i = 0; i < BUILD_COUNT(jsons); i++) {
		text = show(model, jsons[i].name, KABI_SHOW_RECORDS, true);
		tap_string(text, jsons[i].json, jsons[i].name);
		free(text);
	}
	test_choose(model);
	test_all(model);
	test_reserved(model);
	test_units(model);
	kabi_model_destroy(model);
	return tap_finish();
}
