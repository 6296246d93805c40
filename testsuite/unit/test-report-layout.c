// SPDX-License-Identifier: GPL-2.0-or-later
/* Layouts old against new: which row each member and hole comes to stand in. */
#include "diff-table.h"
#include "report-side.h"

struct layout_case {
	const char *name;
	const char *subject;
	const char *old_records, *new_records;
	/* STATE OFFSET SIZE TEXT | OFFSET SIZE TEXT; "-": nothing there */
	const char *rows;
};

static const struct layout_case cases[] = {
	{ "nothing changed", "struct foo",
	  "struct foo size=8 align=4\n\t0 a int\n\t4 b int",
	  "struct foo size=8 align=4\n\t0 a int\n\t4 b int",
	  "same 0 4 int a | 0 4 int a\n"
	  "same 4 4 int b | 4 4 int b\n" },
	{ "in a hole, at the end of one", "struct foo",
	  "struct foo size=16 align=8\n\t0 a char\n\t8 b long",
	  "struct foo size=16 align=8\n\t0 a char\n\t4 c int\n\t8 b long",
	  "same 0 1 char a | 0 1 char a\n"
	  "changed 1 7 [hole] | 1 3 [hole]\n"
	  "added - | 4 4 int c\n"
	  "same 8 8 long b | 8 8 long b\n" },
	{ "in a hole, all of it", "struct foo",
	  "struct foo size=16 align=8\n\t0 a int\n\t8 b long",
	  "struct foo size=16 align=8\n\t0 a int\n\t4 c int\n\t8 b long",
	  "same 0 4 int a | 0 4 int a\n"
	  "added 4 4 [hole] | 4 4 int c\n"
	  "same 8 8 long b | 8 8 long b\n" },
	{ "removed, which leaves a hole", "struct foo",
	  "struct foo size=16 align=8\n\t0 a int\n\t4 c int\n\t8 b long",
	  "struct foo size=16 align=8\n\t0 a int\n\t8 b long",
	  "same 0 4 int a | 0 4 int a\n"
	  "removed 4 4 int c | 4 4 [hole]\n"
	  "same 8 8 long b | 8 8 long b\n" },
	{ "in the middle: the others move", "struct foo",
	  "struct foo size=8 align=4\n\t0 a int\n\t4 b int",
	  "struct foo size=12 align=4\n\t0 a int\n\t4 c int\n\t8 b int",
	  "same 0 4 int a | 0 4 int a\n"
	  "added - | 4 4 int c\n"
	  "moved 4 4 int b | 8 4 int b\n" },
	{ "another name, another type", "struct foo",
	  "struct foo size=8 align=4\n\t0 a int\n\t4 b int",
	  "struct foo size=8 align=4\n\t0 a unsigned int\n\t4 c int",
	  "changed 0 4 int a | 0 4 unsigned int a\n"
	  "changed 4 4 int b | 4 4 int c\n" },
	{ "one is put elsewhere, the others stand still", "struct foo",
	  "struct foo size=12 align=4\n\t0 a int\n\t4 b int\n\t8 c int",
	  "struct foo size=12 align=4\n\t0 b int\n\t4 c int\n\t8 a int",
	  "moved 0 4 int a | -\n"
	  "moved 4 4 int b | 0 4 int b\n"
	  "moved 8 4 int c | 4 4 int c\n"
	  "moved - | 8 4 int a\n" },
	{ "bit-fields, and the bits between them", "struct foo",
	  "struct foo size=4 align=4\n\t0:0 a:3 int\n\t1 b char",
	  "struct foo size=4 align=4\n\t0:0 a:4 int\n\t1 b char",
	  "changed 0:0 4 int a:3 | 0:0 4 int a:4\n"
	  "changed 0:3 0:5 [hole] | 0:4 0:4 [hole]\n"
	  "same 1 1 char b | 1 1 char b\n"
	  "same 2 2 [hole] | 2 2 [hole]\n" },
	{ "a hole of bits and bytes before a bit-field", "struct foo",
	  "struct foo size=4 align=4\n\t0:0 a:3 int\n\t2:4 b:2 int",
	  "struct foo size=4 align=4\n\t0:0 a:3 int\n\t2:4 b:2 int",
	  "same 0:0 4 int a:3 | 0:0 4 int a:3\n"
	  "same 0:3 2:1 [hole] | 0:3 2:1 [hole]\n"
	  "same 2:4 4 int b:2 | 2:4 4 int b:2\n"
	  "same 2:6 1:2 [hole] | 2:6 1:2 [hole]\n" },
	{ "wrapped into a nameless struct: it is where it was", "struct foo",
	  "struct foo size=8 align=4\n\t0 a int\n\t4 b int",
	  "struct foo size=8 align=4\n"
	  "\t0 - struct size=8 align=4 {\n\t\t0 a int\n\t\t4 b int\n\t}",
	  "added - | 0 8 struct { ... }\n"
	  "same 0 4 int a | 0 4   int a\n"
	  "same 4 4 int b | 4 4   int b\n" },
	{ "shuffled: in the order of memory", "struct foo",
	  "struct foo size=8 align=4\n\t4 b int\n\t0 a int",
	  "struct foo size=8 align=4\n\t0 a int\n\t4 b int",
	  "same 0 4 int a | 0 4 int a\n"
	  "same 4 4 int b | 4 4 int b\n" },
	{ "inside of a member", "struct foo::in",
	  "struct foo size=8 align=4\n\t0 a int\n"
	  "\t4 in struct size=4 align=4 {\n\t\t0 x int\n\t}",
	  "struct foo size=12 align=4\n\t0 a int\n"
	  "\t4 in struct size=8 align=4 {\n\t\t0 x int\n\t\t4 y int\n\t}",
	  "same 0 4 int x | 0 4 int x\n"
	  "added - | 4 4 int y\n" },
	{ "a flexible array has no hole behind it", "struct foo",
	  "struct foo size=4 align=4\n\t0 a int\n\t4 data []char",
	  "struct foo size=4 align=4\n\t0 a int\n\t4 data []int",
	  "same 0 4 int a | 0 4 int a\n"
	  "changed 4 0 char data[] | 4 0 int data[]\n" },
};

static void add_cell(struct kabi_strbuf *buf,
		     const struct kabi_layout_cell *cell)
{
	if (!cell) {
		kabi_strbuf_add(buf, "-");
		return;
	}
	kabi_report_add_cell_offset(buf, cell);
	kabi_strbuf_add(buf, " ");
	kabi_report_add_cell_size(buf, cell);
	kabi_strbuf_add(buf, " ");
	kabi_report_add_cell_text(buf, cell);
}

static void test_case(const struct layout_case *c)
{
	struct kabi_model *olds = diff_model(c->old_records, 0);
	struct kabi_model *news = diff_model(c->new_records, 0);
	const struct kabi_model *const models[] = { olds, news };
	const struct kabi_change change = {
		.verdict = KABI_VERDICT_MEMBER_ADDED,
		.subject = c->subject,
		/* OLD's is to be found by name. */
		.records = { NULL,
			     kabi_model_find(news, KABI_KIND_STRUCT, "foo") },
	};
	struct kabi_layout *layout = kabi_layout_create(&change, models);
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf rows =
		KABI_STRBUF_INIT;

	kabi_strbuf_add(&rows, "");
	for (size_t i = 0; layout && i < layout->n_rows; i++) {
		const struct kabi_layout_row *row = &layout->rows[i];

		kabi_strbuf_add(&rows, kabi_layout_state_name(row->state));
		kabi_strbuf_add(&rows, " ");
		add_cell(&rows, row->cells[KABI_OLD]);
		kabi_strbuf_add(&rows, " | ");
		add_cell(&rows, row->cells[KABI_NEW]);
		kabi_strbuf_add(&rows, "\n");
	}
	tap_string(rows.string, c->rows, c->name);
	kabi_layout_destroy(layout);
	kabi_model_destroy(olds);
	kabi_model_destroy(news);
}

static void test_none(void)
{
	struct kabi_model *model =
		diff_model("struct foo size=4 align=4\n\t0 a int", 0);
	const struct kabi_model *const models[] = { model, model };
	const struct kabi_model *const nothing[] = { NULL, NULL };
	struct kabi_change change = {
		.verdict = KABI_VERDICT_MEMBER_ADDED,
		.subject = "struct foo",
		.records = { NULL,
			     kabi_model_find(model, KABI_KIND_STRUCT, "foo") },
	};

	tap_ok(!kabi_layout_create(&change, nothing), "nobody said of what");
	change.subject = "struct foo::b";
	tap_ok(!kabi_layout_create(&change, models), "no such member");
	change.subject = "struct foo";
	change.verdict = KABI_VERDICT_TYPE_HIDDEN;
	tap_ok(!kabi_layout_create(&change, models), "not about a layout");
	change.verdict = KABI_VERDICT_MEMBER_ADDED;
	change.records[KABI_NEW] = NULL;
	tap_ok(!kabi_layout_create(&change, models), "no record is known");
	kabi_model_destroy(model);
}

int main(void)
{
	for (size_t i = 0; i < BUILD_COUNT(cases); i++)
		test_case(&cases[i]);
	test_none();
	return tap_finish();
}
