// SPDX-License-Identifier: GPL-2.0-or-later
/* The reports of a few changes that are made here. */
#include <limits.h>

#include "alloc.h"
#include "report.h"
#include "tap.h"

static const char *symbols[] = { "acme_get",	  "acme_long_name_one",
				 "acme_put",	  "acme_long_name_two",
				 "acme_register", "zed" };

static struct kabi_change moved = {
	.verdict = KABI_VERDICT_MEMBER_MOVED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "struct foo",
	.member = "c",
	.old_text = "offset 4",
	.new_text = "offset 8",
	.old_location = "include/linux/foo.h:14",
	.new_location = "include/linux/foo.h:15",
	.distance = UINT_MAX,
};

static struct kabi_change holder = {
	.verdict = KABI_VERDICT_TYPE_SIZE_CHANGED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "struct holder",
	.old_text = "16",
	.new_text = "24",
	.old_location = "include/linux/holder.h:3",
	.new_location = "include/linux/holder.h:3",
	.distance = UINT_MAX,
};

static struct kabi_change *children[] = { &moved, &holder };

static const char *added_causes[] = { "CONFIG_BAR: n -> y",
				      "CONFIG_HZ: 100 -> 250" };

static struct kabi_change added = {
	.verdict = KABI_VERDICT_MEMBER_ADDED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "struct foo",
	.member = "b",
	.new_text = "int at offset 4",
	.new_location = "include/linux/foo.h:13",
	.causes = added_causes,
	.n_causes = 2,
	.symbols = symbols,
	.n_symbols = 6,
	.distance = 1,
	.children = children,
	.n_children = 2,
};

static struct kabi_change removed = {
	.verdict = KABI_VERDICT_MEMBER_REMOVED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "struct foo",
	.member = "old",
	.old_text = "char[16] at offset 40",
	.old_location = "include/linux/foo.h:20",
	.symbols = symbols,
	.n_symbols = 6,
	.distance = 1,
};

static const char *own[] = { "acme_put" };

static struct kabi_change license = {
	.verdict = KABI_VERDICT_SYMBOL_LICENSE_TIGHTENED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "function acme_put",
	.old_text = "EXPORT_SYMBOL",
	.new_text = "EXPORT_SYMBOL_GPL",
	.old_location = "drivers/acme.c:7",
	.new_location = "lib/acme.c:9",
	.symbols = own,
	.n_symbols = 1,
};

static struct kabi_change space = {
	.verdict = KABI_VERDICT_SYMBOL_NAMESPACE_CHANGED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "function acme_put",
	.new_text = "ACME",
	.old_location = "lib/acme.c:9",
	.new_location = "lib/acme.c:9",
	.symbols = own,
	.n_symbols = 1,
};

/* Not reached by what reaches the changes above. */
static struct kabi_change packed = {
	.verdict = KABI_VERDICT_TYPE_ALIGNMENT_CHANGED,
	.level = KABI_LEVEL_BREAK,
	.fails = true,
	.subject = "struct foo",
	.old_text = "8",
	.new_text = "1",
	.new_location = "include/linux/foo.h:11",
	.symbols = symbols,
	.n_symbols = 2,
	.distance = 0,
};

static struct kabi_change private = {
	.verdict = KABI_VERDICT_TYPE_SIZE_CHANGED,
	.level = KABI_LEVEL_NOTE,
	.subject = "struct inner",
	.old_text = "8",
	.new_text = "16",
	.is_private = true,
	.distance = UINT_MAX,
};

static struct kabi_change macro = {
	.verdict = KABI_VERDICT_MACRO_ADDED,
	.level = KABI_LEVEL_NOTE,
	.subject = "macro \xff",
	.new_text = "12",
	.new_location = "include/linux/foo.h:30",
	.distance = UINT_MAX,
};

static struct kabi_change other_macro = {
	.verdict = KABI_VERDICT_MACRO_ADDED,
	.level = KABI_LEVEL_NOTE,
	.subject = "macro ACME_MAX",
	.new_text = "3",
	.distance = UINT_MAX,
};

static struct kabi_change *all[] = { &license, &space,	     &added, &removed,
				     &packed,  &other_macro, &macro, &private };

static const struct kabi_changes changes = {
	.old_side = { "old.kabi", "x86_64", "6.12.1", "gcc 12.2.0", 10, 20, 3 },
	.new_side = { .path = "new.kabi", .exports = 11 },
	.changes = all,
	.n_changes = 8,
	.by_level = { [KABI_LEVEL_NOTE] = 3, [KABI_LEVEL_BREAK] = 5 },
	.n_failing = 5,
	.symbols_affected = 6,
	.suppressed = 1,
	.remarks = (const char *[]){ "bodies, for a reason" },
	.n_remarks = 1,
};

static const char expected_text[] =
	"--- old.kabi (x86_64, 6.12.1, gcc 12.2.0, 10 exports)\n"
	"+++ new.kabi (11 exports)\n"
	"8 changes: 5 break, 3 note; 6 exported symbols affected; "
	"1 suppressed\n"
	"\n"
	"break  function acme_put\n"
	"    symbol-license-tightened: EXPORT_SYMBOL -> EXPORT_SYMBOL_GPL "
	"(lib/acme.c:9, was drivers/acme.c:7)\n"
	"    symbol-namespace-changed: none -> ACME (lib/acme.c:9)\n"
	"\n"
	"break  struct foo\n"
	"    member-added: b: int at offset 4 (include/linux/foo.h:13)\n"
	"        because of CONFIG_BAR: n -> y, CONFIG_HZ: 100 -> 250\n"
	"        member-moved: c: offset 4 -> offset 8\n"
	"        struct holder: type-size-changed: 16 -> 24 "
	"(include/linux/holder.h:3)\n"
	"    member-removed: old: char[16] at offset 40 "
	"(was include/linux/foo.h:20)\n"
	"    reaches 6 exported symbols (distance 1): acme_get, "
	"acme_long_name_one,\n"
	"        acme_put ... and 3 more\n"
	"\n"
	"break  struct foo\n"
	"    type-alignment-changed: 8 -> 1 (include/linux/foo.h:11)\n"
	"    reaches 2 exported symbols (distance 0): acme_get, "
	"acme_long_name_one\n"
	"\n"
	"note   macro ACME_MAX: macro-added: 3\n"
	"note   macro \xc3\xbf: macro-added: 12 (include/linux/foo.h:30)\n"
	"\n"
	"note   struct inner\n"
	"    type-size-changed: 8 -> 16\n"
	"        private: no consumer can have been compiled with it\n"
	"\n"
	"not compared: bodies, for a reason\n"
	"8 changes: 5 break, 3 note; 6 exported symbols affected; "
	"1 suppressed\n";

/* The changes "added", with its children, and "macro", from the contract. */
static const char expected_json[] =
	"{\"format\":\"kabi-report\",\"version\":1,\n"
	"\"old\":{\"path\":\"old.kabi\",\"arch\":\"x86_64\","
	"\"release\":\"6.12.1\",\"compiler\":\"gcc 12.2.0\",\"exports\":10,"
	"\"types\":20,\"units\":3},\n"
	"\"new\":{\"path\":\"new.kabi\",\"arch\":null,\"release\":null,"
	"\"compiler\":null,\"exports\":11,\"types\":0,\"units\":0},\n"
	"\"summary\":{\"break\":1,\"risk\":0,\"source\":0,\"note\":1,"
	"\"symbols_affected\":6,\"suppressed\":0,\"failing\":1},\n"
	"\"not_compared\":[\"bodies, for a reason\"],\n"
	"\"changes\":[\n"
	"{\"id\":\"member-added\",\"level\":\"break\",\"subject\":\"struct "
	"foo\",\"member\":\"b\",\"old\":null,\"new\":\"int at offset 4\","
	"\"old_location\":null,\"new_location\":\"include/linux/foo.h:13\","
	"\"cause\":\"CONFIG_BAR: n -> y, CONFIG_HZ: 100 -> 250\","
	"\"symbols\":[\"acme_get\","
	"\"acme_long_name_one\",\"acme_put\",\"acme_long_name_two\","
	"\"acme_register\",\"zed\"],\"symbols_total\":6,\"distance\":1,"
	"\"children\":["
	"{\"id\":\"member-moved\",\"level\":\"break\",\"subject\":\"struct "
	"foo\",\"member\":\"c\",\"old\":\"offset 4\",\"new\":\"offset 8\","
	"\"old_location\":\"include/linux/foo.h:14\","
	"\"new_location\":\"include/linux/foo.h:15\",\"symbols\":[],"
	"\"symbols_total\":0,\"children\":[]},"
	"{\"id\":\"type-size-changed\",\"level\":\"break\",\"subject\":"
	"\"struct holder\",\"old\":\"16\",\"new\":\"24\","
	"\"old_location\":\"include/linux/holder.h:3\","
	"\"new_location\":\"include/linux/holder.h:3\",\"symbols\":[],"
	"\"symbols_total\":0,\"children\":[]}],\"fails\":true},\n"
	"{\"id\":\"macro-added\",\"level\":\"note\",\"subject\":\"macro "
	"\xc3\xbf\",\"old\":null,\"new\":\"12\",\"old_location\":null,"
	"\"new_location\":\"include/linux/foo.h:30\",\"symbols\":[],"
	"\"symbols_total\":0,\"children\":[],\"fails\":false}\n"
	"]}\n";

static char *report(const char *format, const struct kabi_changes *of,
		    const struct kabi_report_options *options)
{
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);
	struct kabi_error *error =
		kabi_report_find(format)->write(stream, of, options);

	tap_ok(!error, "%s: no error", format);
	kabi_error_destroy(error);
	fclose(stream);
	return text;
}

static void test_text(void)
{
	static const struct kabi_changes none = { .n_changes = 0 };
	struct kabi_report_options options = { .max_symbols = 3 };
	char *text = report("text", &changes, &options);

	tap_string(text, expected_text, "the text report");
	free(text);

	text = report("text", &none, &options);
	tap_string(text, "", "no change: nothing is said");
	free(text);

	options.max_symbols = 5;
	text = report("text", &changes, &options);
	tap_ok(strstr(text, "acme_register, zed\n"),
	       "the last symbol is not hidden behind \"and 1 more\"");
	free(text);

	options.max_symbols = 0;
	text = report("text", &changes, &options);
	tap_ok(strstr(text, "acme_register, zed\n"), "0 lists all symbols");
	tap_ok(!strchr(text, '\033'), "no colour unless asked for");
	free(text);

	options.colour = true;
	text = report("text", &changes, &options);
	tap_ok(strstr(text, "\033[1;31mbreak \033[m function acme_put\n"),
	       "a level in colour");
	free(text);
}

static void test_json(void)
{
	static struct kabi_change *few[] = { &added, &macro };
	static const struct kabi_changes none = { .n_changes = 0 };
	const struct kabi_report_options options = { .max_symbols = 1 };
	struct kabi_changes two = changes;
	char *text;

	two.changes = few;
	two.n_changes = 2;
	two.by_level[KABI_LEVEL_NOTE] = 1;
	two.by_level[KABI_LEVEL_BREAK] = 1;
	two.suppressed = 0;
	two.n_failing = 1;
	text = report("json", &two, &options);
	tap_string(text, expected_json, "the JSON report");
	free(text);

	text = report("json", &none, &options);
	tap_ok(strstr(text, "\"changes\":[]}\n"), "no change: an empty list");
	free(text);
}

/* What consumers, the gate and a way from a symbol look like. */
static void test_consumers(void)
{
	static const char *what[] = { "member b", "size" };
	static const char *path[] = { "acme_get", "struct acme", "member dev",
				      "struct inner" };
	static struct kabi_hit hit = { "acme.ko", what, 2 };
	static struct kabi_change change, *one[] = { &change };
	const struct kabi_report_options options = { .max_symbols = 3 };
	struct kabi_changes few = changes;
	char *text;

	change = private;
	change.hits = &hit;
	change.n_hits = 1;
	change.path = path;
	change.n_path = 4;
	change.fails = true;
	few.changes = one;
	few.n_changes = 1;
	few.by_level[KABI_LEVEL_BREAK] = 0;
	few.by_level[KABI_LEVEL_NOTE] = 1;
	few.n_failing = 1;
	few.n_consumers = 3;
	few.n_consumers_hit = 1;
	few.n_changes_hit = 1;
	few.suppressed = 0;
	text = report("text", &few, &options);
	tap_string(strchr(strchr(text, '\n') + 1, '\n'),
		   "\n\nnote   struct inner\n"
		   "    type-size-changed: 8 -> 16\n"
		   "        private: no consumer can have been compiled with "
		   "it\n"
		   "        fails the gate\n"
		   "        hits acme.ko: member b, size\n"
		   "    via acme_get -> struct acme -> member dev -> struct "
		   "inner\n"
		   "\n"
		   "not compared: bodies, for a reason\n"
		   "1 change, of which 1 hit 1 of your 3 modules: 1 note; "
		   "6 exported symbols affected; 1 failing\n",
		   "text: consumers, a way, the gate");
	free(text);
	text = report("json", &few, &options);
	tap_ok(strstr(text, "\"failing\":1,\"consumers\":3,"
			    "\"consumers_hit\":1,\"changes_hit\":1}"),
	       "JSON: a summary with consumers");
	tap_ok(strstr(text, "\"private\":true,"), "JSON: private");
	tap_ok(strstr(text,
		      "\"path\":[\"acme_get\",\"struct acme\",\"member dev\","
		      "\"struct inner\"],\"consumers\":[\"acme.ko\"],"
		      "\"consumers_total\":1,\"hits\":[{\"consumer\":"
		      "\"acme.ko\",\"depends_on\":[\"member b\",\"size\"]}]"),
	       "JSON: a way and consumers");
	free(text);
	text = report("short", &few, &options);
	tap_string(text,
		   "note type-size-changed struct inner: 8 -> 16 "
		   "(1 module, private, fails)\n",
		   "short: the same");
	free(text);
}

int main(void)
{
	test_text();
	test_json();
	test_consumers();
	tap_ok(!kabi_report_find("nonsense"), "no such format");
	tap_string(kabi_report_formats[0].name, "text", "text is the default");
	return tap_finish();
}
