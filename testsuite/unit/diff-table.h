/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tables of comparisons: the records of OLD and NEW, and the changes as lines
 *
 *	LEVEL ID SUBJECT[: MEMBER][ | OLD -> NEW][ | SYMBOL ...][ | CAUSE ...]
 *
 * with the children below their root, two blanks further right. In records a
 * line that begins without a TAB begins another record. Base types need not be
 * written. "export" records without keys become license=any.
 */
#ifndef KABI_UNIT_DIFF_TABLE_H
#define KABI_UNIT_DIFF_TABLE_H

#include <limits.h>

#include "build.h"
#include "diff.h"

enum diff_flags {
	DIFF_VALUES = 1 << 0,
	DIFF_SYMBOLS = 1 << 1,
	DIFF_ALL_TYPES = 1 << 2,
	DIFF_BUILD = 1 << 3, /* models of a kernel build: types can be private
			      */
	DIFF_PLACES = 1 << 4,
	DIFF_CAUSES = 1 << 5,
};

struct diff_case {
	const char *name;
	const char *old_records;
	const char *new_records;
	const char *changes;
	unsigned int flags;
};

static const char *const diff_bases[] = {
	"base _Bool size=1 align=1 encoding=bool",
	"base char size=1 align=1 encoding=char",
	"base double size=8 align=8 encoding=float",
	"base float size=4 align=4 encoding=float",
	"base int size=4 align=4 encoding=signed",
	"base long size=8 align=8 encoding=signed",
	"base long long size=8 align=8 encoding=signed",
	"base short size=2 align=2 encoding=signed",
	"base unsigned char size=1 align=1 encoding=unsigned",
	"base unsigned int size=4 align=4 encoding=unsigned",
	"base unsigned long size=8 align=8 encoding=unsigned",
};

static inline void diff_add_record(struct kabi_model *model, const char *text,
				   size_t length)
{
	struct kabi_error *error = kabi_model_add(model, text, length, NULL);

	if (error) {
		tap_ok(false, "%s", error->message);
		kabi_error_destroy(error);
	}
}

static inline struct kabi_model *diff_model(const char *records,
					    unsigned int flags)
{
	struct kabi_model *model =
		build_unfinished(diff_bases, BUILD_COUNT(diff_bases));
	struct kabi_error *error;
	static const char *globs[] = { "include/*", "arch/*/include/*" };

	if (flags & DIFF_BUILD) {
		model->origin = KABI_ORIGIN_BUILD;
		model->public_globs = globs;
		model->n_public_globs = 2;
	}
	while (*records) {
		const char *end = records;

		do {
			end += strcspn(end, "\n");
			end += *end != '\0';
		} while (*end == '\t');
		diff_add_record(model, records,
				end - records - (end[-1] == '\n'));
		records = end;
	}
	error = kabi_model_finish(model);
	if (error) {
		tap_ok(false, "%s", error->message);
		kabi_error_destroy(error);
	}
	return model;
}

static inline void diff_add_line(struct kabi_strbuf *buf,
				 const struct kabi_change *change, int indent,
				 unsigned int flags)
{
	kabi_strbuf_add_format(buf, "%*s%s %s %s", indent, "",
			       kabi_level_name(change->level),
			       kabi_verdict_name(change->verdict),
			       change->subject);
	if (change->member)
		kabi_strbuf_add_format(buf, ": %s", change->member);
	if (flags & DIFF_VALUES)
		kabi_strbuf_add_format(
			buf, " | %s -> %s",
			change->old_text ? change->old_text : "-",
			change->new_text ? change->new_text : "-");
	if (flags & DIFF_PLACES)
		kabi_strbuf_add_format(
			buf, " | %s -> %s",
			change->old_location ? change->old_location : "-",
			change->new_location ? change->new_location : "-");
	if (flags & DIFF_SYMBOLS && !indent) {
		kabi_strbuf_add(buf, " |");
		for (size_t i = 0; i < change->n_symbols; i++)
			kabi_strbuf_add_format(buf, " %s", change->symbols[i]);
		if (change->distance == UINT_MAX)
			kabi_strbuf_add(buf, " @-");
		else
			kabi_strbuf_add_format(buf, " @%u", change->distance);
	}
	for (size_t i = 0; flags & DIFF_CAUSES && i < change->n_causes; i++)
		kabi_strbuf_add_format(buf, "%s%s", i ? ", " : " | ",
				       change->causes[i]);
	kabi_strbuf_add(buf, "\n");
	for (size_t i = 0; i < change->n_children; i++)
		diff_add_line(buf, change->children[i], indent + 2, flags);
}

static inline char *diff_text(const struct kabi_changes *changes,
			      unsigned int flags)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	for (size_t i = 0; i < changes->n_changes; i++)
		diff_add_line(&buf, changes->changes[i], 0, flags);
	return kabi_strbuf_steal(&buf);
}

/* The caller frees it; NULL with a failure when they cannot be compared. */
static inline char *diff_models(const struct kabi_model *old_model,
				const struct kabi_model *new_model,
				unsigned int flags)
{
	struct kabi_diff_options options = {
		.all_types = flags & DIFF_ALL_TYPES,
	};
	struct kabi_changes *changes;
	struct kabi_error *error =
		kabi_diff(old_model, new_model, &options, &changes);
	char *text;

	if (error) {
		tap_ok(false, "%s", error->message);
		kabi_error_destroy(error);
		return NULL;
	}
	text = diff_text(changes, flags);
	kabi_changes_destroy(changes);
	return text;
}

static inline void diff_run(const struct diff_case *test)
{
	struct kabi_model *old_model =
		diff_model(test->old_records, test->flags);
	struct kabi_model *new_model =
		diff_model(test->new_records, test->flags);
	char *text = diff_models(old_model, new_model, test->flags);
	char *old_self = diff_models(old_model, old_model, test->flags);
	char *new_self = diff_models(new_model, new_model, test->flags);
	char *mirror = diff_models(new_model, old_model, test->flags);

	tap_string(text, test->changes, test->name);
	if (strcmp(old_self, "") != 0 || strcmp(new_self, "") != 0)
		tap_ok(false, "%s: nothing to report of itself", test->name);
	if (!*mirror != !*text) {
		tap_ok(false, "%s: swapped", test->name);
		tap_diagnose("got", mirror);
	}
	free(text);
	free(old_self);
	free(new_self);
	free(mirror);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
}

#define DIFF_RUN(cases)                                            \
	do {                                                       \
		for (size_t i_ = 0; i_ < BUILD_COUNT(cases); i_++) \
			diff_run(&(cases)[i_]);                    \
	} while (0)

#endif /* KABI_UNIT_DIFF_TABLE_H */
