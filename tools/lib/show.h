/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What kabi-show shows: a choice of a model's records, joined with what other
 * records say about them, in the order of records.def, then by name. One
 * function a format, which may leave errors of the stream to the caller.
 */
#ifndef KABI_TOOLS_SHOW_H
#define KABI_TOOLS_SHOW_H

#include <stdio.h>

#include "model.h"

struct kabi_show_item {
	/*
	 * As the record's. A symbol that is exported but of which no C source
	 * tells (assembly) is a FUNCTION whose record is the EXPORT.
	 */
	enum kabi_kind kind;
	const struct kabi_record *record;
	const struct kabi_record *export; /* FUNCTION, VARIABLE; or NULL */
	bool exported; /* types: an exported symbol reaches it */
	size_t order;  /* index into the model's records */
};

struct kabi_show {
	const struct kabi_model *model;
	struct kabi_show_item *items;
	size_t n_items;
	bool *chosen; /* by index into the model's records */
};

/* Of a finished model, which must live as long. Nothing is chosen yet. */
struct kabi_show *kabi_show_create(const struct kabi_model *model);
void kabi_show_destroy(struct kabi_show *show);

static inline void kabi_show_cleanup(struct kabi_show **show)
{
	kabi_show_destroy(*show);
}

/*
 * Chooses what is called "foo", of any kind, or "struct foo". An enumerator's
 * name chooses its enum, and the subjects of a report ("enum { A, ... }",
 * "struct foo::bar") what they stand in. false when there is no such thing.
 */
bool kabi_show_choose(struct kabi_show *show, const char *name);
/* Base types and what stands elsewhere (exports, as a rule) are not shown. */
void kabi_show_choose_kind(struct kabi_show *show, enum kabi_kind kind);

/* After the last choice, before any writer: makes the items. */
void kabi_show_finish(struct kabi_show *show);

/* A type's layout: of a struct, a union, a typedef of an untagged one; NULL. */
const struct kabi_body *kabi_show_body(const struct kabi_record *record);
/* The untagged struct or union in a type, through pointers, arrays and what
 * functions return; NULL. */
const struct kabi_body *kabi_show_untagged(const struct kabi_type *type);

enum kabi_show_what {
	KABI_SHOW_RECORDS,
	KABI_SHOW_RESERVED, /* reserved slots left, a type that has some each */
	KABI_SHOW_UNITS,    /* of what is chosen units and settings only */
};

void kabi_show_text(FILE *stream, const struct kabi_show *show,
		    enum kabi_show_what what);
void kabi_show_json(FILE *stream, const struct kabi_show *show,
		    enum kabi_show_what what);

/*
 * Calls back for every setting whose complete list of units names this one: on
 * which it differs from the rest.
 */
void kabi_show_unit_settings(const struct kabi_model *model, const char *unit,
			     void (*found)(void *context,
					   const struct kabi_record *setting),
			     void *context);

#endif /* KABI_TOOLS_SHOW_H */
