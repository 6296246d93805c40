// SPDX-License-Identifier: GPL-2.0-or-later
/* From #if to #endif: which lines of a header depend on which options. */
#include <stdlib.h>

#include "alloc.h"
#include "conditions.h"
#include "strbuf.h"
#include "tap.h"

static const struct {
	const char *what;
	const char *text;
	const char *expected; /* "FIRST LAST OPTION...;" or "!ERROR" */
} cases[] = {
	{ "nothing", "", "" },
	{ "no directive", "int a;\n", "" },
	{ "an include guard",
	  "#ifndef _FOO_H\n#define _FOO_H\nint a;\n#endif\n", "" },
	{ "#ifdef", "#ifdef CONFIG_A\nint a;\n#endif\n", "1 3 CONFIG_A;" },
	{ "#ifndef", "\n#ifndef CONFIG_A\n#endif\n", "2 3 CONFIG_A;" },
	{ "without a newline at the end", "#ifdef CONFIG_A\n#endif",
	  "1 2 CONFIG_A;" },
	{ "carriage returns", "#ifdef CONFIG_A\r\nint a;\r\n#endif\r\n",
	  "1 3 CONFIG_A;" },
	{ "defined, with and without parentheses",
	  "#if defined(CONFIG_B) && defined CONFIG_A\n#endif\n",
	  "1 2 CONFIG_A CONFIG_B;" },
	{ "IS_ENABLED and its like",
	  "#if IS_ENABLED(CONFIG_A) || IS_BUILTIN( CONFIG_B )\n#endif\n",
	  "1 2 CONFIG_A CONFIG_B;" },
	{ "a number", "#if CONFIG_HZ > 100\n#endif\n", "1 2 CONFIG_HZ;" },
	{ "an option named twice",
	  "#if CONFIG_HZ > 1 && CONFIG_HZ < 9\n#endif\n", "1 2 CONFIG_HZ;" },
	{ "a tristate's other name", "#ifdef CONFIG_A_MODULE\n#endif\n",
	  "1 2 CONFIG_A_MODULE;" },
	{ "names that only look like options",
	  "#if MY_CONFIG_A || CONFIG || CONFIG_ || XCONFIG_B\n#endif\n", "" },
	{ "digits and small letters", "#ifdef CONFIG_x86_64_V2\n#endif\n",
	  "1 2 CONFIG_x86_64_V2;" },
	{ "all branches are one range",
	  "#if A\n#elif defined(CONFIG_B)\n#elif CONFIG_A\n#else\n#endif\n",
	  "1 5 CONFIG_A CONFIG_B;" },
	{ "C23's branches",
	  "#if A\n#elifdef CONFIG_B\n#elifndef CONFIG_A\n#endif\n",
	  "1 4 CONFIG_A CONFIG_B;" },
	{ "nested, the outer one first",
	  "#ifdef CONFIG_A\n#ifdef CONFIG_B\n#endif\n#endif\n",
	  "1 4 CONFIG_A;2 3 CONFIG_B;" },
	{ "an outer one without options",
	  "#ifndef G\n#ifdef CONFIG_B\n#endif\n#ifdef CONFIG_A\n#endif\n"
	  "#endif\n",
	  "2 3 CONFIG_B;4 5 CONFIG_A;" },
	{ "an inner one without options",
	  "#ifdef CONFIG_A\n#if X\n#else\n#endif\n#elif CONFIG_C\n#endif\n",
	  "1 6 CONFIG_A CONFIG_C;" },
	{ "the outer one's later branch, behind an inner one",
	  "#if CONFIG_A\n#if CONFIG_B\n#endif\n#elif CONFIG_C\n#endif\n",
	  "1 5 CONFIG_A CONFIG_C;2 3 CONFIG_B;" },
	{ "in a function, by its name",
	  "int a;\nstatic inline int f(void)\n{\n"
	  "\treturn IS_ENABLED(CONFIG_B) && CONFIG_A;\n}\nint b;\n",
	  "2 5 CONFIG_A CONFIG_B;" },
	{ "in a function, in a condition",
	  "static int f(int a)\n{\n#ifdef CONFIG_A\n\treturn 1;\n#endif\n"
	  "\tif (a) { }\n}\n",
	  "1 7 CONFIG_A;3 5 CONFIG_A;" },
	{ "in the head of a function",
	  "static __always_inline\n#ifdef CONFIG_A\nint\n#else\nlong\n#endif\n"
	  "f(void) { }\n",
	  "1 7 CONFIG_A;2 6 CONFIG_A;" },
	{ "a function that two branches open",
	  "inline int f(int i)\n{\n#ifdef CONFIG_A\n\tif (i) {\n#else\n"
	  "\tif (!i) {\n#endif\n\t}\n}\nint c = CONFIG_C;\n",
	  "1 9 CONFIG_A;3 7 CONFIG_A;" },
	{ "two functions of one line",
	  "static int f(void) { return CONFIG_B; } "
	  "static int g(void) { return CONFIG_A; }\n",
	  "1 1 CONFIG_A CONFIG_B;" },
	{ "functions of extern \"C\"",
	  "extern \"C\" {\nstatic int f(void)\n{ return CONFIG_A; }\n}\n"
	  "static int g(void)\n{ return CONFIG_B; }\n",
	  "2 3 CONFIG_A;5 6 CONFIG_B;" },
	{ "braces in strings",
	  "static int f(void)\n{ return \"}\"[CONFIG_A] + '}'; }\n"
	  "static int g(void)\n{ return CONFIG_B; }\n",
	  "1 2 CONFIG_A;3 4 CONFIG_B;" },
	{ "a structure, data, a prototype, a macro: no functions",
	  "static struct s { int a[CONFIG_A]; } s;\n"
	  "static int (*p)(void) = { CONFIG_A };\n"
	  "static inline int f(int a[CONFIG_A]);\n"
	  "#define G() static int g(void) { return CONFIG_A; }\n",
	  "" },
	{ "blanks around the sign", " \t# \t ifdef\tCONFIG_A\n\t#\tendif\n",
	  "1 2 CONFIG_A;" },
	{ "no blank at all", "#if(CONFIG_A)\n#endif\n", "1 2 CONFIG_A;" },
	{ "comments around the sign",
	  "/* a */ # /* b */ ifdef /* CONFIG_X */ CONFIG_A // CONFIG_Y\n"
	  "#endif /* CONFIG_Z */\n",
	  "1 2 CONFIG_A;" },
	{ "a comment of several lines in front",
	  "/* a\n b */ #ifdef CONFIG_A\n#endif\n", "2 3 CONFIG_A;" },
	{ "a comment of several lines inside",
	  "#if /* a\n b */ CONFIG_A\n#endif\n", "1 3 CONFIG_A;" },
	{ "a condition of several lines",
	  "#if defined(CONFIG_A) || \\\n    defined(CONFIG_B)\n#endif\n",
	  "1 3 CONFIG_A CONFIG_B;" },
	{ "a blank behind the backslash",
	  "#if CONFIG_A || \\ \n CONFIG_B\n#endif\n",
	  "1 3 CONFIG_A CONFIG_B;" },
	{ "a directive of several lines", "#\\\nifdef \\\nCONFIG_A\n#endif\n",
	  "1 4 CONFIG_A;" },
	{ "a directive in a comment",
	  "/*\n#ifdef CONFIG_A\n*/\n// \\\n#ifdef CONFIG_B\n", "" },
	{ "a comment's end that is none", "/*/\n#ifdef CONFIG_A\n*/\n", "" },
	{ "a directive in a macro",
	  "#define A \\\n#ifdef CONFIG_A\n#ifdef CONFIG_B\n#endif\n",
	  "3 4 CONFIG_B;" },
	{ "a directive in a string", "char *a = \"\\\n#ifdef CONFIG_A\";\n",
	  "" },
	{ "a comment in a string",
	  "char *a = \"/*\";\n#ifdef CONFIG_A\n#endif\n", "2 3 CONFIG_A;" },
	{ "a quote in a string",
	  "char *a = \"\\\"/*\";\n#ifdef CONFIG_A\n#endif\n", "2 3 CONFIG_A;" },
	{ "a backslash at a string's end",
	  "char *a = \"\\\\\"; /*\n#ifdef CONFIG_A\n*/\n", "" },
	{ "a quote as a character",
	  "char a = '\"', b = '\\'', c = '/'; /*\n#ifdef CONFIG_A\n*/\n", "" },
	{ "an option in a string or a character",
	  "#if F(\"CONFIG_A\", 'CONFIG_B') && CONFIG_C\n#endif\n",
	  "1 2 CONFIG_C;" },
	{ "a lonely apostrophe ends with its line",
	  "#error don't\n#ifdef CONFIG_A\n#endif\n", "2 3 CONFIG_A;" },
	{ "a lonely quote too",
	  "#if 0\n \" /* no comment\n#endif\n#if CONFIG_A\n#endif\n",
	  "4 5 CONFIG_A;" },
	{ "a sign that begins no line",
	  "a #ifdef CONFIG_A\n#define B(x) #if CONFIG_A\n", "" },
	{ "what is no condition",
	  "#define CONFIG_A 1\n#undef CONFIG_A\n#include CONFIG_A\n"
	  "#if 1\n#line 3\n#\n#pragma CONFIG_A\n#endif CONFIG_A\n"
	  "#if 0\n#else CONFIG_A\n#endif\n",
	  "" },
	{ "names that only begin like a directive",
	  "#iff CONFIG_A\n#ifdefined CONFIG_A\n#endiff\n#elsewhere\n", "" },
	{ "skipped text counts", "#if 0\n#ifdef CONFIG_A\n#endif\n#endif\n",
	  "2 3 CONFIG_A;" },
	{ "NUL bytes", "#if \1 CONFIG_A\n\1\n#endif\n", "1 3 CONFIG_A;" },

	{ "#if without #endif", "\n#if A\n", "!2: #if without #endif" },
	{ "the innermost one is told", "#if A\n#if B\n\n",
	  "!2: #if without #endif" },
	{ "#endif without #if", "\n\n#endif\n", "!3: #endif without #if" },
	{ "#else without #if", "#else\n", "!1: #else without #if" },
	{ "#elif without #if", "#elif CONFIG_A\n", "!1: #elif without #if" },
	{ "#else twice", "#if A\n#else\n#else\n#endif\n",
	  "!3: #else after #else" },
	{ "#elif behind #else", "#if A\n#else\n#elif B\n#endif\n",
	  "!3: #elif after #else" },
	{ "a comment without end", "#if A\n#endif\n /* a\n\n",
	  "!3: a comment without end" },
	{ "a comment without end behind a sign", "#/*",
	  "!1: a comment without end" },
};

/* As a message shows it; the text is in memory of just its size. */
static char *scan(const char *text, size_t length)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model =
		kabi_model_create();
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	char *copy = kabi_xmalloc(length ? length : 1);
	struct kabi_range *ranges;
	struct kabi_error *error;
	size_t count;

	memcpy(copy, text, length);
	/* C has no NUL in its strings. */
	for (size_t i = 0; i < length; i++)
		if (copy[i] == '\1')
			copy[i] = '\0';
	error = kabi_conditions_scan(model, copy, length, &ranges, &count);
	free(copy);
	kabi_strbuf_add(&buf, "");
	if (error)
		kabi_strbuf_add_format(&buf, "!%s%s", error->message,
				       count ? ", but ranges" : "");
	kabi_error_destroy(error);
	for (size_t i = 0; i < count; i++) {
		kabi_strbuf_add_format(&buf, "%u %u", ranges[i].first,
				       ranges[i].last);
		for (size_t j = 0; j < ranges[i].n_options; j++)
			kabi_strbuf_add_format(&buf, " %s",
					       ranges[i].options[j]);
		kabi_strbuf_add_char(&buf, ';');
	}
	return kabi_strbuf_steal(&buf);
}

/* Wherever a file was cut off: an answer, and nothing else. */
static void test_cuts(void)
{
	static const char text[] =
		"/* a */ #if defined(CONFIG_A) /* b\n */ && \"c\\\"\" \\\n"
		"|| 'd' // e \\\nf\n# elif CONFIG_B\\\n\n#endif \\";
	size_t bad = 0;

	for (size_t length = 0; length < sizeof(text); length++) {
		char *got = scan(text, length);

		bad += !got;
		free(got);
	}
	tap_ok(!bad, "a file that is cut off anywhere");
}

static char *nest(unsigned int depth)
{
	struct kabi_strbuf text = KABI_STRBUF_INIT;
	char *ret;

	for (unsigned int i = 0; i < depth; i++)
		kabi_strbuf_add(&text, "#if CONFIG_A\n");
	for (unsigned int i = 0; i < depth; i++)
		kabi_strbuf_add(&text, "#endif\n");
	ret = scan(text.string, text.length);
	kabi_strbuf_deinit(&text);
	return ret;
}

static void test_depth(void)
{
	char *deep = nest(256);
	char *deeper = nest(257);
	size_t n = 0;

	for (const char *at = deep; (at = strchr(at, ';')); at++)
		n++;
	tap_ok(n == 256, "256 levels");
	tap_string(deeper, "!257: #if is nested too deeply", "257 levels");
	free(deep);
	free(deeper);
}

int main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *got = scan(cases[i].text, strlen(cases[i].text));

		tap_string(got, cases[i].expected, cases[i].what);
		free(got);
	}
	test_cuts();
	test_depth();
	return tap_finish();
}
