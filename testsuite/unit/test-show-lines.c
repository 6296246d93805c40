// SPDX-License-Identifier: GPL-2.0-or-later
/* What kabi-show prints of inline functions and of how things were built. */
#include "alloc.h"
#include "build.h"
#include "show.h"

static const char *const records[] = {
	"unit a.c scope=used unvalued=7",
	"struct foo size=4 align=4\n\t0 a int",
	"function f role=def attributes=cold,target=avx2:bmi\n\tfunc(void) int",
	"inline g at=include/g.h:3 attributes=no_sanitize=kernel-address\n"
	"\tfunc(int) *char\n\tbody 0123456789abcdef\n\t!a bit\n\tin 2 a.c b.c",
	"macro M at=include/g.h:9 config=CONFIG_A,CONFIG_B\n\t3",
	"config CONFIG_A\n\t1",
	"config CONFIG_B",
	"config CONFIG_C\n\t\"a\\\"b\"",
	"section .a%20b\n\tasm\n\tdata",
	"call __fentry__",
	"exposure struct.foo\n\taccess a\n\taccess a.b\n\toffset c\n\tsize",
	"exposure typedef.foo\n\tunknown\n\t!why",
	"conditions include/a%20b.h\n\t1 20 CONFIG_A CONFIG_B\n\t3 4 CONFIG_C",
};

static const struct {
	const char *name;
	const char *text;
	const char *json;
} cases[] = {
	{ "a.c",
	  "unit a.c                                                "
	  "/* scope used, macros without a value: 7 */\n",
	  "{\"kind\":\"unit\",\"name\":\"a.c\",\"scope\":\"used\","
	  "\"macros\":true,\"unvalued\":7}\n" },
	{ "f",
	  "int f(void);                                            "
	  "/* not exported, attributes cold,target=avx2:bmi */\n",
	  "{\"kind\":\"function\",\"name\":\"f\",\"type\":\"int (void)\","
	  "\"export\":null,\"namespace\":null,\"module\":null,"
	  "\"location\":null,\"attributes\":[\"cold\",\"target=avx2:bmi\"]}\n" },
	{ "inline g",
	  "inline char *g(int);                                    "
	  "/* body 0123456789abcdef, attributes no_sanitize=kernel-address, "
	  "include/g.h:3, in 2 units: a.c b.c */\n"
	  "	/* not recorded: a bit */\n",
	  "{\"kind\":\"inline\",\"name\":\"g\",\"type\":\"char *(int)\","
	  "\"body\":\"0123456789abcdef\",\"location\":\"include/g.h:3\","
	  "\"attributes\":[\"no_sanitize=kernel-address\"],"
	  "\"units\":[\"a.c\",\"b.c\"],\"units_total\":2,"
	  "\"problems\":[\"a bit\"]}\n" },
	{ "M",
	  "#define M 3                                             "
	  "/* made from CONFIG_A,CONFIG_B, include/g.h:9 */\n",
	  "{\"kind\":\"macro\",\"name\":\"M\",\"value\":3,"
	  "\"location\":\"include/g.h:9\",\"config\":[\"CONFIG_A\","
	  "\"CONFIG_B\"]}\n" },
	{ "CONFIG_A", "#define CONFIG_A 1\n",
	  "{\"kind\":\"config\",\"name\":\"CONFIG_A\",\"value\":1}\n" },
	{ "config CONFIG_B", "#undef CONFIG_B\n",
	  "{\"kind\":\"config\",\"name\":\"CONFIG_B\",\"value\":null}\n" },
	{ "CONFIG_C", "#define CONFIG_C \"a\\\"b\"\n",
	  "{\"kind\":\"config\",\"name\":\"CONFIG_C\",\"value\":\"a\\\"b\"}\n" },
	{ "section .a b", "section .a%20b asm data\n",
	  "{\"kind\":\"section\",\"name\":\".a b\","
	  "\"contents\":[\"asm\",\"data\"]}\n" },
	{ "__fentry__", "call __fentry__\n",
	  "{\"kind\":\"call\",\"name\":\"__fentry__\"}\n" },
	{ "exposure struct.foo",
	  "exposure struct foo {\n	access a;\n	access a.b;\n"
	  "	offset c;\n	size;\n};\n",
	  "{\"kind\":\"exposure\",\"name\":\"struct.foo\","
	  "\"access\":[\"a\",\"a.b\"],\"offset\":[\"c\"],\"size\":true,"
	  "\"unknown\":false}\n" },
	{ "typedef foo",
	  "exposure typedef foo {\n	unknown;\n};\n"
	  "	/* not recorded: why */\n",
	  "{\"kind\":\"exposure\",\"name\":\"typedef.foo\",\"access\":[],"
	  "\"offset\":[],\"size\":false,\"unknown\":true,"
	  "\"problems\":[\"why\"]}\n" },
	{ "conditions include/a b.h",
	  "conditions include/a%20b.h {\n	1-20 CONFIG_A CONFIG_B;\n"
	  "	3-4 CONFIG_C;\n};\n",
	  "{\"kind\":\"conditions\",\"name\":\"include/a b.h\","
	  "\"ranges\":[{\"first\":1,\"last\":20,\"options\":[\"CONFIG_A\","
	  "\"CONFIG_B\"]},{\"first\":3,\"last\":4,"
	  "\"options\":[\"CONFIG_C\"]}]}\n" },
};

static char *show(const struct kabi_model *model, const char *name, bool json)
{
	struct kabi_show *show = kabi_show_create(model);
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);

	tap_ok(kabi_show_choose(show, name), "%s is there", name);
	kabi_show_finish(show);
	(json ? kabi_show_json : kabi_show_text)(stream, show,
						 KABI_SHOW_RECORDS);
	fclose(stream);
	kabi_show_destroy(show);
	return text;
}

int main(void)
{
	struct kabi_model *model = build_model(records, BUILD_COUNT(records));

	for (size_t i = 0; i < BUILD_COUNT(cases); i++) {
		char *text = show(model, cases[i].name, false);
		char *json = show(model, cases[i].name, true);

		tap_string(text, cases[i].text, cases[i].name);
		tap_string(json, cases[i].json, cases[i].name);
		free(text);
		free(json);
	}
	/* A type, and what depends on it. */
	char *both = show(model, "struct foo", false);

	tap_ok(strstr(both, "struct foo {\n") == strstr(both, "struct foo") &&
		       strstr(both, "exposure struct foo {\n") &&
		       !strstr(both, "typedef"),
	       "struct foo: its layout and what depends on it");
	free(both);
	kabi_model_destroy(model);
	return tap_finish();
}
