// SPDX-License-Identifier: GPL-2.0-or-later
/* What a rule covers of a change that has others below it. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "build.h"
#include "rules.h"
#include "tap.h"

static struct kabi_change deep = {
	.verdict = KABI_VERDICT_MEMBER_MOVED,
	.level = KABI_LEVEL_BREAK,
	.subject = "struct far",
	.member = "z",
	.distance = UINT_MAX,
};
static struct kabi_change *deep_children[] = { &deep };

static struct kabi_change moved = {
	.verdict = KABI_VERDICT_MEMBER_MOVED,
	.level = KABI_LEVEL_BREAK,
	.subject = "struct foo",
	.member = "b",
	.distance = UINT_MAX,
};
static struct kabi_change *moved_children[] = { &moved };

/* A matter of source, and something worse below. */
static struct kabi_change renamed = {
	.verdict = KABI_VERDICT_MEMBER_RENAMED,
	.level = KABI_LEVEL_BREAK,
	.subject = "struct foo",
	.member = "a",
	.old_text = "a\n\"quoted\" \\ \x1b",
	.distance = UINT_MAX,
	.children = moved_children,
	.n_children = 1,
};

static const struct {
	const char *name;
	const char *keys;
	bool nested; /* what moved is in turn followed by something */
	bool accepted;
} cases[] = {
	{ "what is worse than the id can be is not covered",
	  "id = member-renamed\n", false, false },
	{ "unless its id is there too", "id = member-renamed, member-moved\n",
	  false, true },
	{ "or no id is asked for", "subject = struct foo\n", false, true },
	{ "but not beyond level-at-most",
	  "subject = struct foo\nlevel-at-most = risk\n", false, false },
	{ "a rule for the child is none for the root", "id = member-moved\n",
	  false, false },
	{ "what follows at second hand has to be covered",
	  "subject = struct foo\n", true, false },
	{ "and can be", "subject = struct foo\nalso = struct f?r\n", true,
	  true },
};

static struct kabi_changes *make_changes(void)
{
	struct kabi_changes *changes = kabi_xcalloc(1, sizeof(*changes));

	kabi_arena_init(&changes->arena);
	changes->changes = kabi_arena_alloc(&changes->arena, sizeof(void *));
	changes->changes[0] = &renamed;
	changes->n_changes = 1;
	changes->by_level[KABI_LEVEL_BREAK] = 1;
	return changes;
}

/* Is the change accepted? The text is freed. */
static bool accepts(const char *text)
{
	struct kabi_rules *rules = kabi_rules_create();
	struct kabi_model *model = build_model(NULL, 0);
	struct kabi_changes *changes = make_changes();
	struct kabi_error *error = kabi_rules_read_text(
		rules, "rules", text, strlen(text), "2026-01-01");
	bool ret;

	if (error)
		tap_ok(false, "%s", error->message);
	kabi_error_destroy(error);
	kabi_rules_apply(rules, changes, model, model);
	ret = changes->n_accepted == 1 && changes->suppressed == 1 &&
	      !changes->n_changes && !changes->by_level[KABI_LEVEL_BREAK];
	if (!ret && (changes->n_changes != 1 || changes->n_accepted))
		tap_ok(false, "neither accepted nor left");
	kabi_arena_deinit(&changes->arena);
	free(changes);
	kabi_model_destroy(model);
	kabi_rules_destroy(rules);
	return ret;
}

static void test_covers(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *text = kabi_xasprintf(
			"[accept]\n%sreason = x\nauthor = y\n", cases[i].keys);

		moved.children = deep_children;
		moved.n_children = cases[i].nested;
		tap_ok(accepts(text) == cases[i].accepted, "%s", cases[i].name);
		free(text);
	}
}

/* What is written accepts this, and not what differs in anything. */
static void test_write(void)
{
	struct kabi_changes *changes = make_changes();
	struct kabi_change saved = renamed, saved_child = moved;
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);

	moved.n_children = 1;
	kabi_rules_write(stream, changes);
	fclose(stream);
	tap_ok(accepts(text), "what was written accepts it");
	renamed.old_text = "a";
	tap_ok(!accepts(text), "not another old text");
	renamed.old_text = saved.old_text;
	renamed.new_text = "";
	tap_ok(!accepts(text), "not a text where there was none");
	renamed.new_text = NULL;
	renamed.member = "a*";
	tap_ok(!accepts(text), "not another member");
	renamed.member = NULL;
	tap_ok(!accepts(text), "not no member");
	renamed.member = saved.member;
	renamed.verdict = KABI_VERDICT_MEMBER_ADDED;
	tap_ok(!accepts(text), "not another id");
	renamed.verdict = saved.verdict;
	moved.verdict = KABI_VERDICT_MEMBER_REMOVED;
	tap_ok(!accepts(text), "not something else that follows");
	moved.verdict = saved_child.verdict;
	deep.subject = "struct farther";
	tap_ok(!accepts(text), "not where else something follows");
	deep.subject = "struct far";
	tap_ok(accepts(text), "and still what it was");
	free(text);

	/* Names that are patterns, words of the format, hardly names. */
	static const char *const odd[] = { "none", "*", "[a]",	"\\", "",
					   " a ",  "#", "\xff", "\"" };

	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		renamed.member = odd[i];
		stream = open_memstream(&text, &length);
		kabi_rules_write(stream, changes);
		fclose(stream);
		tap_ok(accepts(text), "a member called '%s' is accepted",
		       i == 7 ? "0xff" : odd[i]);
		renamed.member = "other";
		tap_ok(!accepts(text), "and no other one");
		free(text);
	}
	renamed.member = saved.member;
	kabi_arena_deinit(&changes->arena);
	free(changes);
}

int main(void)
{
	test_covers();
	test_write();
	return tap_finish();
}
