// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Any bytes as rules: an error that names a line, or rules, which are held
 * against changes. None gets lost.
 */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#include "baseline.h"
#include "diff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HEAD                                                                  \
	"kabi-baseline 1\n\tarch x86_64\n\torigin objects\n\texports table\n" \
	"base int size=4 align=4 encoding=signed\n"
#define TAIL(type)                                                           \
	"enum mode size=4 signed=0 at=include/mode.h:1\n\tA 0 +1\n"          \
	"function f role=def at=a.c:1\n\tfunc(*struct foo, enum mode) int\n" \
	"variable v role=def at=a.c:2 size=4\n\t" type "\n"                  \
	"export f license=any module=vmlinux\n"                              \
	"export v license=any module=drivers/acme/acme ns=ACME\nend 7\n"

static const char old_text[] = HEAD
	"struct foo size=8 align=4 at=include/foo.h:1\n"
	"\t0 a +1 int\n\t4 b +2 [1]int\n" TAIL("int");
static const char new_text[] = HEAD
	"struct foo size=12 align=4 at=include/foo.h:1\n"
	"\t0 a +1 int\n\t4 b +2 []int\n\t8 c +3 int\n" TAIL("*int");

static struct kabi_model *read_model(const char *text)
{
	struct kabi_model *model;
	struct kabi_error *error =
		kabi_baseline_read("model", text, strlen(text), &model);

	if (error) {
		fprintf(stderr, "%s\n", error->message);
		abort();
	}
	return model;
}

static void apply(struct kabi_rules *rules)
{
	struct kabi_model *old_model = read_model(old_text);
	struct kabi_model *new_model = read_model(new_text);
	struct kabi_diff_options options = { .old_path = "old" };
	struct kabi_changes *changes;
	struct kabi_error *error =
		kabi_diff(old_model, new_model, &options, &changes);
	size_t n;

	if (error)
		abort();
	n = changes->n_changes;
	kabi_rules_apply(rules, changes, old_model, new_model);
	if (!n || changes->n_changes + changes->n_accepted != n)
		abort();
	kabi_changes_destroy(changes);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kabi_rules *rules = kabi_rules_create();
	struct kabi_error *error = kabi_rules_read_text(
		rules, "rules", (const char *)data, size, "2026-01-01");

	if (!error)
		apply(rules);
	else if (strncmp(error->message, "rules:", 6) != 0)
		abort();
	kabi_error_destroy(error);
	kabi_rules_destroy(rules);
	return 0;
}
