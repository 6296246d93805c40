// SPDX-License-Identifier: GPL-2.0-or-later
/* What --level and --symbols do; counts and order; what is refused. */
#include "diff-table.h"

#include <stdlib.h>
#include <unistd.h>

static const char old_records[] = "export f license=any\n"
				  "export g license=any\n"
				  "export gone license=any\n"
				  "function f role=def\n"
				  "\tfunc(*struct foo) int\n"
				  "function g role=def\n"
				  "\tfunc(*struct foo, *struct bar) int\n"
				  "function gone role=def\n"
				  "\tfunc(void) int\n"
				  "macro M at=m.h:1\n"
				  "\t1\n"
				  "struct bar size=8 align=4\n"
				  "\t0 a int\n"
				  "\t4 b int\n"
				  "struct foo size=8 align=8\n"
				  "\t0 p *char\n";

static const char new_records[] = "export f license=any\n"
				  "export g license=any\n"
				  "function f role=def\n"
				  "\tfunc(*struct foo) int\n"
				  "function g role=def\n"
				  "\tfunc(*struct foo, *struct bar) int\n"
				  "macro M at=m.h:1\n"
				  "\t2\n"
				  "struct bar size=8 align=4\n"
				  "\t0 a unsigned int\n"
				  "\t4 c int\n"
				  "struct foo size=16 align=8\n"
				  "\t0 p *const char\n"
				  "\t8 q *char\n";

struct sides {
	struct kabi_model *old_model, *new_model;
};

static struct sides load(void)
{
	return (struct sides){ diff_model(old_records, 0),
			       diff_model(new_records, 0) };
}

static void unload(struct sides *sides)
{
	kabi_model_destroy(sides->old_model);
	kabi_model_destroy(sides->new_model);
}

static struct kabi_changes *compare(const struct sides *sides,
				    const struct kabi_diff_options *options)
{
	struct kabi_changes *changes = NULL;
	struct kabi_error *error = kabi_diff(sides->old_model, sides->new_model,
					     options, &changes);

	tap_ok(!error, "they can be compared");
	kabi_error_destroy(error);
	return changes;
}

static void check(const struct kabi_changes *changes, const char *expected,
		  const char *what)
{
	char *text = diff_text(changes, DIFF_SYMBOLS);

	tap_string(text, expected, what);
	free(text);
}

static void test_all(const struct sides *sides)
{
	struct kabi_diff_options options = { .old_path = "a", .new_path = "b" };
	struct kabi_changes *changes = compare(sides, &options);

	check(changes,
	      "break symbol-removed function gone | gone @0\n"
	      "break macro-value-changed macro M | @-\n"
	      "break member-added struct foo: q | f g @1\n"
	      "  break type-size-changed struct foo\n"
	      "risk member-type-changed struct bar: a | g @1\n"
	      "source member-renamed struct bar: b | g @1\n"
	      "source member-qualifiers-changed struct foo: p | f g @1\n",
	      "the worst first, then by subject and member");
	tap_ok(changes->by_level[KABI_LEVEL_BREAK] == 3 &&
		       changes->by_level[KABI_LEVEL_RISK] == 1 &&
		       changes->by_level[KABI_LEVEL_SOURCE] == 2 &&
		       changes->by_level[KABI_LEVEL_NOTE] == 0,
	       "roots are counted, not their children");
	tap_ok(changes->symbols_affected == 3, "each symbol counts once");
	tap_ok(!strcmp(changes->old_side.path, "a") &&
		       changes->old_side.exports == 3 &&
		       changes->new_side.exports == 2 &&
		       changes->new_side.types == 2,
	       "what the sides are");
	kabi_changes_destroy(changes);
}

static void test_level(const struct sides *sides)
{
	struct kabi_diff_options options = { .level = KABI_LEVEL_BREAK };
	struct kabi_changes *changes = compare(sides, &options);

	check(changes,
	      "break symbol-removed function gone | gone @0\n"
	      "break macro-value-changed macro M | @-\n"
	      "break member-added struct foo: q | f g @1\n"
	      "  break type-size-changed struct foo\n",
	      "--level hides what is below it");
	tap_ok(!changes->by_level[KABI_LEVEL_RISK] &&
		       !changes->by_level[KABI_LEVEL_SOURCE],
	       "and what it hides does not count");
	kabi_changes_destroy(changes);
}

/* Writes the list into a file of its own and reads it. */
static struct kabi_error *read_list(const char *text, size_t length,
				    struct kabi_symlist **ret)
{
	char path[] = "/tmp/kabi-symlist-XXXXXX";
	int fd = mkstemp(path);
	struct kabi_error *error;

	if (fd < 0 || write(fd, text, length) != (ssize_t)length)
		tap_ok(false, "writes a list");
	close(fd);
	error = kabi_symlist_read(path, ret);
	unlink(path);
	return error;
}

static void test_symbols(const struct sides *sides)
{
	static const char text[] = "[acme_9_stablelist]\n"
				   "  # commonly used\n"
				   "\n"
				   "\tf   # why\n"
				   "f\n"
				   "nowhere";
	struct kabi_symlist *list = NULL;
	struct kabi_error *error = read_list(text, sizeof(text) - 1, &list);
	struct kabi_diff_options options = { .symbols = list };
	struct kabi_changes *changes;

	tap_ok(!error && kabi_symlist_has(list, "f") &&
		       kabi_symlist_has(list, "nowhere") &&
		       !kabi_symlist_has(list, "g") &&
		       !kabi_symlist_has(list, "commonly"),
	       "an INI header, comments, blank lines");
	changes = compare(sides, &options);
	check(changes,
	      "break macro-value-changed macro M | @-\n"
	      "break member-added struct foo: q | f @1\n"
	      "  break type-size-changed struct foo\n"
	      "source member-qualifiers-changed struct foo: p | f @1\n",
	      "--symbols: what f reaches, and macros");
	kabi_changes_destroy(changes);
	kabi_symlist_destroy(list);
}

static void missing(void *context, const char *symbol)
{
	kabi_strbuf_add_format(context, "%s ", symbol);
}

static void test_filter(void)
{
	static const char text[] = "f\nnowhere\n";
	struct kabi_strbuf names = KABI_STRBUF_INIT;
	struct kabi_symlist *list = NULL;
	struct kabi_error *error = read_list(text, sizeof(text) - 1, &list);
	struct kabi_model *model = diff_model(old_records, 0);

	kabi_error_destroy(error);
	kabi_symlist_missing(list, &model, 1, missing, &names);
	tap_string(names.string, "nowhere ", "what the model does not export");
	kabi_symlist_filter(model, list);
	tap_ok(kabi_model_find(model, KABI_KIND_STRUCT, "foo") &&
		       kabi_model_find(model, KABI_KIND_EXPORT, "f") &&
		       kabi_model_find(model, KABI_KIND_MACRO, "M") &&
		       kabi_model_find(model, KABI_KIND_BASE, "int"),
	       "f, what it reaches, macros and base types are kept");
	tap_ok(!kabi_model_find(model, KABI_KIND_STRUCT, "bar") &&
		       !kabi_model_find(model, KABI_KIND_FUNCTION, "g") &&
		       !kabi_model_find(model, KABI_KIND_EXPORT, "g"),
	       "what only g reaches is not");
	kabi_strbuf_deinit(&names);
	kabi_symlist_destroy(list);
	kabi_model_destroy(model);
}

static void refused(const char *text, size_t length, const char *what)
{
	struct kabi_symlist *list = NULL;
	struct kabi_error *error = read_list(text, length, &list);

	tap_ok(error && strstr(error->message, ":2: "), "%s: %s", what,
	       error ? error->message : "no error");
	kabi_error_destroy(error);
	if (!error)
		kabi_symlist_destroy(list);
}

static void test_bad_lists(void)
{
	struct kabi_symlist *list;
	struct kabi_error *error = kabi_symlist_read("/nonexistent", &list);

	tap_ok(error && error->code == KABI_ERROR_IO, "a list that is missing");
	kabi_error_destroy(error);
	refused("f\ntwo words\n", 12, "a line that is no symbol");
	refused("f\ng\0h\n", 6, "a NUL byte");
}

static void test_architectures(struct sides *sides)
{
	struct kabi_diff_options options = { .level = KABI_LEVEL_NOTE };
	struct kabi_changes *changes;
	struct kabi_error *error;

	sides->old_model->arch = "x86_64";
	sides->new_model->arch = "aarch64";
	error = kabi_diff(sides->old_model, sides->new_model, &options,
			  &changes);
	tap_ok(error && strstr(error->message, "aarch64"),
	       "two architectures are not compared");
	kabi_error_destroy(error);
}

int main(void)
{
	struct sides sides = load();

	test_all(&sides);
	test_level(&sides);
	test_symbols(&sides);
	test_filter();
	test_bad_lists();
	test_architectures(&sides);
	unload(&sides);
	return tap_finish();
}
