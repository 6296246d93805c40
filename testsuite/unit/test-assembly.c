// SPDX-License-Identifier: GPL-2.0-or-later
/* The sections that assembly names. */
#include <stdlib.h>

#include "assembly.h"
#include "tap.h"

static const struct {
	const char *what;
	const char *text;
	const char *expected; /* "NAME;" each, "?;" for one without */
} cases[] = {
	{ "nothing", "", "" },
	{ "no directive", "nop", "" },
	{ ".section", ".section .a", ".a;" },
	{ "with flags", "\t.section .a,\"ax\",@progbits\n", ".a;" },
	{ ".pushsection, .popsection",
	  ".pushsection .a, \"a\"; .long 1; .popsection", ".a;" },
	{ "ELF's other word", ".sect .a", ".a;" },
	{ "implied names", ".text\n.data 1\n.bss;", ".text;.data;.bss;" },
	{ "names that only begin so",
	  ".sectional .a\n.textual\n.pushsection_t .b\n.text.hot", "" },
	{ "in quotes", ".section \".a b;c\", \"a\"\n.section \".d\"",
	  ".a b;c;.d;" },
	{ "several in a line", ".section a; .section b\n.section c", "a;b;c;" },
	{ "behind labels", "1:\t.section a\nfoo: 2: .pushsection b", "a;b;" },
	{ "behind labels with operands",
	  "%l0:.section a\n.L%=: .section b\n%l[yes]: .section c;m\\@:.section d",
	  "a;b;c;d;" },
	{ "behind a comment", "/* x */ .section a /* y */\n/**/.section b",
	  "a;b;" },
	{ "a comment of several lines", "/*\n.section a\n*/\n.section b",
	  "b;" },
	{ "in a comment to the end of the line",
	  "nop # x; .section a\n# .section b\n.section c", "c;" },
	{ "in a string", ".ascii \"a\\\"; .section b\"; .section c\n", "c;" },
	{ "a character", ".byte '\"; .section a\n.byte '\\\"; .section b",
	  "a;b;" },
	{ "not the first word", "call .section\nfoo .section a", "" },
	{ "an operand in the name", ".pushsection a_%c0,\"a\"", "?;" },
	{ "a macro's argument", ".macro m n\n.section .a.\\n\n.endm", "?;" },
	{ "no name", ".section\n.section ,\"a\"\n.section \"\"", "" },
	{ "a string without end", ".section \"a", "a;" },
	{ "another one", ".ascii \"a\n.section b", "" },
	{ "a comment without end", ".section a /* b", "a;" },
	{ "one that hardly begins", ".section a /*", "a;" },
};

static void visit(void *context, const char *name, size_t length)
{
	size_t used = strlen(context);

	if (used + length + 2 < 200)
		sprintf((char *)context + used, "%.*s;", name ? (int)length : 1,
			name ? name : "?");
}

static void check(const char *text, const char *comment, const char *expected,
		  const char *what)
{
	/* Memory of just its size: nothing is read behind the end. */
	char *copy = strdup(text);
	char found[200] = "";

	kabi_assembly_sections(copy, comment, visit, found);
	tap_string(found, expected, what);
	free(copy);
}

static void test_cuts(void)
{
	static const char text[] =
		"l: .pushsection \"a\\\"\", '\\n /* c */ # d\n.section .b,";
	char found[200];

	for (size_t length = 0; length < sizeof(text); length++) {
		char *copy = strndup(text, length);

		*found = '\0';
		kabi_assembly_sections(copy, "#", visit, found);
		free(copy);
	}
	tap_ok(true, "assembly that is cut off anywhere");
}

int main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(cases[i].text, "#", cases[i].expected, cases[i].what);
	check("mov #1; .section a // .section b\n.section c", "//", "a;c;",
	      "another target's comments");
	check("mov #1; .section a", "", "a;", "a target without comments");
	test_cuts();
	return tap_finish();
}
