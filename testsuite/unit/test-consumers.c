// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Whom changes hit, from records: every kind of change, variants of a name,
 * types that the consumer has otherwise or of its own, private types.
 */
#include "diff-table.h"

struct hit_case {
	const char *name;
	const char *old_records;
	const char *new_records;
	const char *consumer; /* its records */
	const char *imports;  /* undefined symbols, with blanks between */
	/* A line a root that hits: LEVEL ID SUBJECT[: MEMBER] | WHAT, WHAT */
	const char *hits;
	unsigned int flags;
};

#define FOO_OLD \
	"struct foo size=8 align=4 at=include/a.h:1\n\t0 a int\n\t4 b int\n"
#define FOO_NEW                                                    \
	"struct foo size=12 align=4 at=include/a.h:1\n\t0 a int\n" \
	"\t4 n int\n\t8 b int\n"
#define BY_F                             \
	"function f role=def at=k.c:1\n" \
	"\tfunc(*struct foo) int\n"      \
	"export f license=any\n"
#define FOO_MEMBER "break member-added struct foo: n | "

static const struct hit_case cases[] = {
	{ "an access", FOO_OLD BY_F, FOO_NEW BY_F,
	  FOO_OLD "exposure struct.foo\n\taccess b\n", "",
	  FOO_MEMBER "member b\n", 0 },
	{ "of what did not move", FOO_OLD BY_F, FOO_NEW BY_F,
	  FOO_OLD "exposure struct.foo\n\taccess a\n", "f", "", 0 },
	{ "an offset, and the size", FOO_OLD BY_F, FOO_NEW BY_F,
	  FOO_OLD "exposure struct.foo\n\toffset b\n\tsize\n", "",
	  FOO_MEMBER "offset b, size\n", 0 },
	{ "nobody knows of what", FOO_OLD BY_F, FOO_NEW BY_F,
	  FOO_OLD "exposure struct.foo\n\tunknown\n", "",
	  FOO_MEMBER "unknown\n", 0 },
	{ "a pointer only", FOO_OLD BY_F, FOO_NEW BY_F, FOO_OLD, "f", "", 0 },
	{ "whose layout was not recorded", FOO_OLD BY_F, FOO_NEW BY_F,
	  "exposure struct.foo\n\taccess b\n", "", FOO_MEMBER "member b\n", 0 },
	{ "of its own source file", FOO_OLD BY_F, FOO_NEW BY_F,
	  "unit mod.c scope=used\n"
	  "struct foo size=8 align=4 at=mod.c:1\n\t0 a int\n\t4 b int\n"
	  "exposure struct.foo\n\taccess b\n",
	  "", "", 0 },
	{ "of a header of its own", FOO_OLD BY_F, FOO_NEW BY_F,
	  "struct foo size=1 align=1 at=acme/own.h:1\n\t0 b char\n"
	  "exposure struct.foo\n\taccess b\n",
	  "", "", 0 },
	{ "the same, found elsewhere", FOO_OLD BY_F, FOO_NEW BY_F,
	  "struct foo size=8 align=4 at=../k/include/b.h:9\n\t0 a int\n"
	  "\t4 b int\n"
	  "exposure struct.foo\n\taccess b\n",
	  "", FOO_MEMBER "member b\n", 0 },
	{ "of another kernel", FOO_OLD BY_F, FOO_NEW BY_F,
	  "struct foo size=8 align=8 at=/usr/src/include/a.h:1\n\t0 b long\n"
	  "exposure struct.foo\n\taccess b\n",
	  "", FOO_MEMBER "member b\nstranger struct foo\n", 0 },
	{ "a name in a name", FOO_OLD BY_F, FOO_NEW BY_F,
	  FOO_OLD "exposure struct.foo\n\taccess bb\n", "", "", 0 },
	{ "of one variant of two",
	  "struct s size=8 align=4 at=one.c:1\n\t0 a int\n\t4 b int\n\tin 1 one.c\n"
	  "struct s size=4 align=4 at=include/two.h:1\n\t0 b int\n\tin 1 two.c\n"
	  "function f role=def\n\tfunc(*struct s) int\nexport f license=any\n",
	  "struct s size=8 align=4 at=one.c:1\n\t0 b int\n\t4 a int\n\tin 1 one.c\n"
	  "struct s size=4 align=4 at=include/two.h:1\n\t0 b int\n\tin 1 two.c\n"
	  "function f role=def\n\tfunc(*struct s) int\nexport f license=any\n",
	  "struct s size=4 align=4 at=include/two.h:1\n\t0 b int\n"
	  "exposure struct.s\n\taccess b\n",
	  "", "", 0 },
	{ "of a holder",
	  "struct holder size=12 align=4\n\t0 foo struct foo\n\t8 z int\n" FOO_OLD
	  "function f role=def\n\tfunc(*struct holder) int\n"
	  "export f license=any\n",
	  "struct holder size=16 align=4\n\t0 foo struct foo\n\t12 z int\n" FOO_NEW
	  "function f role=def\n\tfunc(*struct holder) int\n"
	  "export f license=any\n",
	  "struct holder size=12 align=4\n\t0 foo struct foo\n\t8 z int\n" FOO_OLD
	  "exposure struct.holder\n\taccess z\n",
	  "", FOO_MEMBER "member z of struct holder\n", 0 },
	{ "without a tag",
	  "typedef t\n\tstruct size=12 align=4 {\n"
	  "\t\t0 m struct size=8 align=4 {\n\t\t\t0 a int\n\t\t\t4 b int\n\t\t}\n"
	  "\t\t8 z int\n\t}\n"
	  "function f role=def\n\tfunc(*t) int\nexport f license=any\n",
	  "typedef t\n\tstruct size=12 align=4 {\n"
	  "\t\t0 m struct size=8 align=4 {\n\t\t\t0 b int\n\t\t\t4 a int\n\t\t}\n"
	  "\t\t8 z int\n\t}\n"
	  "function f role=def\n\tfunc(*t) int\nexport f license=any\n",
	  "typedef t\n\tstruct size=12 align=4 {\n"
	  "\t\t0 m struct size=8 align=4 {\n\t\t\t0 a int\n\t\t\t4 b int\n\t\t}\n"
	  "\t\t8 z int\n\t}\n"
	  "exposure typedef.t\n\taccess m.a\n\taccess z\n",
	  "", "break member-moved struct t::m: a | member m.a of typedef t\n",
	  0 },
	{ "what has a padding that is used",
	  "struct p size=8 align=4\n\t0 a char\n\t4 b int\n"
	  "function f role=def\n\tfunc(*struct p) int\nexport f license=any\n",
	  "struct p size=8 align=4\n\t0 a char\n\t1 n char\n\t4 b int\n"
	  "function f role=def\n\tfunc(*struct p) int\nexport f license=any\n",
	  "struct p size=8 align=4\n\t0 a char\n\t4 b int\n"
	  "exposure struct.p\n\taccess a\n\taccess b\n\tsize\n",
	  "", "risk padding-used struct p: n | size\n", 0 },
	{ "a reserved slot",
	  "struct p size=16 align=8\n\t0 a long\n\t8 __kabi_reserved1 long\n"
	  "function f role=def\n\tfunc(*struct p) int\nexport f license=any\n",
	  "struct p size=16 align=8\n\t0 a long\n\t8 n long\n"
	  "function f role=def\n\tfunc(*struct p) int\nexport f license=any\n",
	  "struct p size=16 align=8\n\t0 a long\n\t8 __kabi_reserved1 long\n"
	  "exposure struct.p\n\taccess __kabi_reserved1\n\taccess a\n\tsize\n",
	  "",
	  "note reserve-used struct p: __kabi_reserved1 | "
	  "member __kabi_reserved1\n",
	  0 },
	{ "another kind of type", FOO_OLD BY_F,
	  "union foo size=4 align=4\n\t0 a int\n\t0 b int\n"
	  "function f role=def\n\tfunc(*union foo) int\nexport f license=any\n",
	  FOO_OLD "exposure struct.foo\n\taccess a\n", "f",
	  "break type-kind-changed struct foo | member a\n", 0 },
	{ "declared only", FOO_OLD BY_F, BY_F,
	  FOO_OLD "exposure struct.foo\n\taccess a\n", "",
	  "source type-hidden struct foo | member a\n", 0 },
	{ "what came", BY_F, FOO_OLD BY_F "macro NEW_ONE\n\t1\n",
	  FOO_OLD "exposure struct.foo\n\taccess a\nmacro NEW_ONE\n\t1\n", "f",
	  "", 0 },
	{ "symbols",
	  "function f role=def\n\tfunc(void) int\nexport f license=any\n"
	  "function g role=def\n\tfunc(void) int\nexport g license=any\n",
	  "function h role=def\n\tfunc(void) int\nexport h license=any\n",
	  "function f role=ref\n\tfunc(void) int\n"
	  "function g role=ref\n\tfunc(void) int\n",
	  "f h unknown_one", "break symbol-removed function f | symbol f\n",
	  0 },
	{ "an alias",
	  "function f role=def\n\tfunc(int) int\nexport f license=any\n"
	  "function g role=def alias=f\n\tfunc(int) int\nexport g license=any\n",
	  "function f role=def\n\tfunc(long) int\nexport f license=any\n"
	  "function g role=def alias=f\n\tfunc(long) int\nexport g license=any\n",
	  "", "g",
	  "break parameter-type-changed function f: parameter 1 | symbol g\n",
	  0 },
	{ "from assembly", "export a license=any\n", "", "", "a",
	  "break symbol-removed function a | symbol a\n", 0 },
	{ "a typedef",
	  "typedef n_t\n\tint\nstruct p size=4 align=4\n\t0 a n_t\n"
	  "function f role=def\n\tfunc(n_t, *struct p) int\nexport f license=any\n",
	  "typedef n_t\n\tfloat\nstruct p size=4 align=4\n\t0 a n_t\n"
	  "function f role=def\n\tfunc(n_t, *struct p) int\nexport f license=any\n",
	  "typedef n_t\n\tint\nstruct p size=4 align=4\n\t0 a n_t\n"
	  "exposure struct.p\n\taccess a\n",
	  "f",
	  "break typedef-changed typedef n_t | member a of struct p, symbol f, "
	  "typedef n_t\n",
	  0 },
	{ "constants",
	  "macro M at=include/m.h:1\n\t1\nmacro N at=include/m.h:2\n\t1\n"
	  "enum e size=4 signed=0 at=include/m.h:3\n\tE 0\n"
	  "enum {A} size=4 signed=0 at=include/m.h:4\n\tA 0\n\tB 1\n",
	  "macro M at=include/m.h:1\n\t2\nmacro N at=include/m.h:2\n\t2\n"
	  "enum e size=4 signed=0 at=include/m.h:3\n\tE 1\n"
	  "enum {A} size=4 signed=0 at=include/m.h:4\n\tA 0\n\tB 2\n",
	  "macro M at=include/m.h:1\n\t1\n"
	  "enum {A} size=4 signed=0 at=include/m.h:4\n\tA 0\n\tB 1\n",
	  "",
	  "break enumerator-value-changed enum { A, ... }: B | enum { A, ... }\n"
	  "break macro-value-changed macro M | macro M\n",
	  0 },
	{ "a macro of its own", "macro M at=include/m.h:1\n\t1\n",
	  "macro M at=include/m.h:1\n\t2\n", "macro M at=own.h:1\n\t7\n", "",
	  "", 0 },
	{ "one of the variants of a macro",
	  "macro M at=include/m.h:1\n\t1\n\tin 1 a.c\n"
	  "macro M at=include/m.h:2\n\t2\n\tin 3 b.c c.c d.c\n",
	  "macro M at=include/m.h:1\n\t3\n\tin 1 a.c\n"
	  "macro M at=include/m.h:2\n\t2\n\tin 3 b.c c.c d.c\n",
	  "macro M at=include/m.h:2\n\t2\n", "", "", 0 },
	{ "inline functions",
	  "inline i at=include/i.h:1\n\tfunc(void) int\n\tbody 0000000000000001\n"
	  "inline j at=include/i.h:2\n\tfunc(void) int\n\tbody 0000000000000001\n",
	  "inline i at=include/i.h:1\n\tfunc(void) int\n\tbody 0000000000000002\n",
	  "inline i at=include/i.h:1\n\tfunc(void) int\n\tbody 0000000000000001\n"
	  "inline j at=include/i.h:2\n\tfunc(void) int\n\tbody 0000000000000001\n",
	  "",
	  "risk inline-body-changed inline i | inline i\n"
	  "source inline-removed inline j | inline j\n",
	  0 },
	{ "settings",
	  "setting compiler\n\tGCC 12.2.0\nsetting pg\n\tno\nsetting rtd\n\tno\n",
	  "setting compiler\n\tGCC 13.1.0\nsetting pg\n\tyes\nsetting rtd\n\tyes\n",
	  "setting compiler\n\tGCC 12.2.0\nsetting pg\n\tyes\n"
	  "setting rtd\n\tno\n\tin 1 a.c\nsetting rtd\n\tyes\n\tin 1 b.c\n",
	  "",
	  "break setting-changed setting rtd | setting rtd\n"
	  "risk compiler-changed setting compiler | setting compiler\n",
	  0 },
	{ "hidden calls and sections",
	  "call c\ncall d\nsection .s\n\tdata\nsection .t\n\tdata\n"
	  "export c license=any\nexport d license=any\n",
	  "", "call c\nsection .t\n\tdata\n", "",
	  "break hidden-call-missing call c | call c\n"
	  "risk section-removed section .t | section .t\n",
	  0 },
	{ "a hidden call that is known by the symbol alone",
	  "call c\nexport c license=any\n", "export x license=any\n", "", "c",
	  "break hidden-call-missing call c | call c\n"
	  "break symbol-removed function c | symbol c\n",
	  0 },
	{ "a private type",
	  "struct foo size=4 align=4 at=kernel/a.h:1\n\t0 b int\n" BY_F,
	  "struct foo size=8 align=8 at=kernel/a.h:1\n\t0 b long\n" BY_F,
	  "struct foo size=4 align=4 at=kernel/a.h:1\n\t0 b int\n"
	  "exposure struct.foo\n\taccess b\n",
	  "", "break member-size-changed struct foo: b | member b\n",
	  DIFF_BUILD },
	{ "a private type that is only pointed to",
	  "struct foo size=4 align=4 at=kernel/a.h:1\n\t0 b int\n" BY_F,
	  "struct foo size=8 align=8 at=kernel/a.h:1\n\t0 b long\n" BY_F,
	  "struct foo size=4 align=4 at=kernel/a.h:1\n\t0 b int\n", "f", "",
	  DIFF_BUILD },
	{ "what no symbol reaches", FOO_OLD, FOO_NEW,
	  FOO_OLD "exposure struct.foo\n\taccess b\n", "",
	  FOO_MEMBER "member b\n", 0 },
	{ "what no symbol reaches and is private",
	  "struct foo size=4 align=4 at=kernel/a.h:1\n\t0 b int\n",
	  "struct foo size=8 align=8 at=kernel/a.h:1\n\t0 b long\n",
	  "struct foo size=4 align=4 at=kernel/a.h:1\n\t0 b int\n"
	  "exposure struct.foo\n\taccess b\n",
	  "", "", DIFF_BUILD },
};

static void add_hit(struct kabi_strbuf *text, const struct kabi_change *change)
{
	kabi_strbuf_add_format(text, "%s %s %s%s%s | ",
			       kabi_level_name(change->level),
			       kabi_verdict_name(change->verdict),
			       change->subject, change->member ? ": " : "",
			       change->member ? change->member : "");
	for (size_t i = 0; i < change->hits[0].n_what; i++)
		kabi_strbuf_add_format(text, "%s%s", i ? ", " : "",
				       change->hits[0].what[i]);
	kabi_strbuf_add(text, "\n");
}

static struct kabi_consumers *consumers_of(const struct hit_case *test,
					   const struct kabi_model *old_model)
{
	struct kabi_consumers *consumers = kabi_consumers_create();
	struct kabi_model *model = diff_model(test->consumer, 0);
	kabi_cleanup(kabi_free_cleanup) char *words =
		kabi_xstrdup(test->imports);
	const char *imports[8];
	char *rest = words, *word;
	size_t n = 0;

	while ((word = strsep(&rest, " ")))
		imports[n++] = word;
	kabi_consumers_add(consumers, "x.ko", model, imports, n, old_model);
	kabi_model_destroy(model);
	return consumers;
}

static void run(const struct hit_case *test)
{
	struct kabi_model *old_model =
		diff_model(test->old_records, test->flags);
	struct kabi_model *new_model =
		diff_model(test->new_records, test->flags);
	struct kabi_consumers *consumers = consumers_of(test, old_model);
	struct kabi_diff_options options = { .consumers = consumers };
	struct kabi_strbuf text = KABI_STRBUF_INIT;
	struct kabi_changes *changes;
	size_t n_hit = 0;

	kabi_error_destroy(kabi_diff(old_model, new_model, &options, &changes));
	for (size_t i = 0; i < changes->n_changes; i++) {
		if (!changes->changes[i]->n_hits)
			continue;
		n_hit++;
		add_hit(&text, changes->changes[i]);
		if (changes->changes[i]->is_private)
			tap_ok(false, "%s: private, and hits", test->name);
	}
	for (size_t i = 0; i < consumers->list[0].n_strangers; i++)
		kabi_strbuf_add_format(&text, "stranger %s\n",
				       consumers->list[0].strangers[i]);
	tap_string(text.length ? text.string : "", test->hits, test->name);
	tap_ok(changes->n_changes_hit == n_hit && changes->n_consumers == 1 &&
		       changes->n_consumers_hit == (n_hit > 0) &&
		       changes->n_remarks ==
			       (consumers->list[0].n_strangers > 0),
	       "%s: counts", test->name);
	kabi_changes_destroy(changes);

	/* Only what hits; and nothing of itself. */
	options.consumers_only = true;
	kabi_error_destroy(kabi_diff(old_model, new_model, &options, &changes));
	if (changes->n_changes != n_hit)
		tap_ok(false, "%s: %zu changes that hit", test->name,
		       changes->n_changes);
	kabi_changes_destroy(changes);
	kabi_error_destroy(kabi_diff(old_model, old_model, &options, &changes));
	if (changes->n_changes)
		tap_ok(false, "%s: of itself", test->name);
	kabi_changes_destroy(changes);
	kabi_strbuf_deinit(&text);
	kabi_consumers_destroy(consumers);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
}

/* Names in order, each with its own. */
static void test_several(void)
{
	struct hit_case test = {
		.old_records = FOO_OLD BY_F,
		.new_records = FOO_NEW BY_F,
		.imports = "",
	};
	struct kabi_model *old_model = diff_model(test.old_records, 0);
	struct kabi_model *new_model = diff_model(test.new_records, 0);
	struct kabi_model *member =
		diff_model(FOO_OLD "exposure struct.foo\n\taccess b\n", 0);
	struct kabi_model *size =
		diff_model(FOO_OLD "exposure struct.foo\n\tsize\n", 0);
	struct kabi_model *none = diff_model(FOO_OLD, 0);
	struct kabi_consumers *consumers = kabi_consumers_create();
	struct kabi_diff_options options = { .consumers = consumers };
	const struct kabi_change *change;
	struct kabi_changes *changes;

	kabi_consumers_add(consumers, "z.ko", member, NULL, 0, old_model);
	kabi_consumers_add(consumers, "m.ko", none, NULL, 0, old_model);
	kabi_consumers_add(consumers, "a.ko", size, NULL, 0, old_model);
	kabi_error_destroy(kabi_diff(old_model, new_model, &options, &changes));
	change = changes->changes[0];
	tap_ok(change->n_hits == 2 &&
		       !strcmp(change->hits[0].consumer, "a.ko") &&
		       !strcmp(change->hits[0].what[0], "size") &&
		       !strcmp(change->hits[1].consumer, "z.ko") &&
		       !strcmp(change->hits[1].what[0], "member b"),
	       "several, by name");
	tap_ok(changes->n_consumers == 3 && changes->n_consumers_hit == 2,
	       "two of three");
	kabi_changes_destroy(changes);
	kabi_consumers_destroy(consumers);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
	kabi_model_destroy(member);
	kabi_model_destroy(size);
	kabi_model_destroy(none);
}

int main(void)
{
	for (size_t i = 0; i < BUILD_COUNT(cases); i++)
		run(&cases[i]);
	test_several();
	return tap_finish();
}
