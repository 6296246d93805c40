// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Why something changed, as far as .config tells: options that the lines depend
 * on where it stands, or that a macro's value is made from, and that are not
 * what they were. Nothing is said about an option of which one side knows
 * nothing: no unit there asked for it.
 */
#include <limits.h>
#include <string.h>

#include "differ.h"
#include "strbuf.h"
#include "write.h"

/* A kernel's headers have a handful around one line. */
#define MAX_OPTIONS 64

/* Names are the models', whichever has them. */
struct options {
	const char *names[MAX_OPTIONS];
	size_t n;
};

static void add_option(struct options *options, const char *name)
{
	size_t i = 0;

	while (i < options->n && strcmp(options->names[i], name) < 0)
		i++;
	if (options->n == MAX_OPTIONS ||
	    (i < options->n && !strcmp(options->names[i], name)))
		return;
	memmove(&options->names[i + 1], &options->names[i],
		(options->n - i) * sizeof(options->names[0]));
	options->names[i] = name;
	options->n++;
}

static void add_ranges(struct options *options, const struct kabi_model *model,
		       const char *file, unsigned int line)
{
	const struct kabi_record *conditions =
		kabi_model_find(model, KABI_KIND_CONDITIONS, file);

	for (size_t i = 0; conditions && i < conditions->n_ranges; i++) {
		const struct kabi_range *range = &conditions->ranges[i];

		for (size_t j = 0; range->first <= line &&
				   line <= range->last && j < range->n_options;
		     j++)
			add_option(options, range->options[j]);
	}
}

static unsigned int line_of(const struct kabi_diff_entry *entry,
			    enum kabi_diff_side side)
{
	int64_t line = entry->change.records[side]->line;

	if (entry->lines[side] != INT_MIN && line + entry->lines[side] > 0)
		line += entry->lines[side];
	return line > UINT_MAX ? UINT_MAX : (unsigned int)line;
}

static void collect(struct kabi_differ *differ,
		    const struct kabi_diff_entry *entry,
		    struct options *options)
{
	for (int side = 0; side < KABI_SIDES; side++) {
		const struct kabi_record *record = entry->change.records[side];

		if (!record)
			continue;
		if (record->file)
			add_ranges(options, differ->models[side], record->file,
				   line_of(entry, side));
		for (size_t i = 0; i < record->n_options; i++)
			add_option(options, record->options[i]);
	}
}

static const struct kabi_record *find(const struct kabi_differ *differ,
				      int side, const char *name)
{
	return kabi_diff_most_common(
		kabi_model_find(differ->models[side], KABI_KIND_CONFIG, name));
}

static bool is_yes(const struct kabi_record *option)
{
	return option && !option->is_unset && !option->is_string &&
	       option->value == 1;
}

/*
 * What an option is on a side, in the words of .config: CONFIG_FOO=m is a
 * CONFIG_FOO_MODULE of 1. NULL: not known.
 */
static const char *state_of(struct kabi_differ *differ, int side,
			    const char *name)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const struct kabi_record *option = find(differ, side, name);

	if (!option || option->is_unset) {
		kabi_strbuf_add_format(&text, "%s_MODULE", name);
		if (is_yes(find(differ, side, text.string)))
			return "m";
		return option ? "n" : NULL;
	}
	if (is_yes(option))
		return "y";
	kabi_write_value(&text, option);
	return kabi_diff_text(differ, "%s", text.string);
}

static bool is_tristate(const char *state)
{
	return !strcmp(state, "n") || !strcmp(state, "m") ||
	       !strcmp(state, "y");
}

/* What is a number on one side is no answer on the other. */
static const char *as_number(const char *state)
{
	return !strcmp(state, "y")   ? "1"
	       : !strcmp(state, "n") ? "not set"
				     : state;
}

/* "CONFIG_FOO: n -> y", or NULL when it is the same, as far as is known. */
static const char *describe(struct kabi_differ *differ, const char *name)
{
	const char *a = state_of(differ, KABI_OLD, name);
	const char *b = state_of(differ, KABI_NEW, name);

	if (!a || !b || !strcmp(a, b))
		return NULL;
	if (!is_tristate(a) || !is_tristate(b)) {
		a = as_number(a);
		b = as_number(b);
	}
	return kabi_diff_text(differ, "%s: %s -> %s", name, a, b);
}

/* CONFIG_FOO_MODULE is a state of CONFIG_FOO, where there is such an option. */
static const char *option_of(struct kabi_differ *differ, const char *name)
{
	static const char suffix[] = "_MODULE";
	size_t length = strlen(name), cut = strlen(suffix);
	const char *stem;

	if (length <= cut || strcmp(name + length - cut, suffix) != 0)
		return name;
	stem = kabi_diff_text(differ, "%.*s", (int)(length - cut), name);
	return find(differ, KABI_OLD, stem) || find(differ, KABI_NEW, stem)
		       ? stem
		       : name;
}

static void set_causes(struct kabi_differ *differ, struct kabi_change *change,
		       const struct options *options)
{
	struct options asked = { .n = 0 };

	for (size_t i = 0; i < options->n; i++)
		add_option(&asked, option_of(differ, options->names[i]));
	if (!asked.n)
		return;
	change->causes = kabi_arena_alloc(&differ->changes->arena,
					  asked.n * sizeof(char *));
	for (size_t i = 0; i < asked.n; i++) {
		const char *cause = describe(differ, asked.names[i]);

		if (cause)
			change->causes[change->n_causes++] = cause;
	}
}

void kabi_diff_find_causes(struct kabi_differ *differ,
			   struct kabi_change *change)
{
	/* Every change is the beginning of its entry. */
	const struct kabi_diff_entry *entry =
		(const struct kabi_diff_entry *)change;
	struct options options = { .n = 0 };

	collect(differ, entry, &options);
	set_causes(differ, change, &options);
	for (size_t i = 0; i < change->n_children; i++)
		kabi_diff_find_causes(differ, change->children[i]);
}
