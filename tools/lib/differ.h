/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside of the differ (diff*.c): what is known while two models are compared.
 *
 * diff.c		the order of things
 * diff-pair.c		which type of OLD is which type of NEW; untagged enums:
 *			diff-enum-match.c; several of one name: diff-variant.c
 * diff-type.c		is the type at one place another one? (repr.c: does it
 *			lie in memory the same way?)
 * diff-record.c	structs and unions: members that both sides have
 *   diff-member.c	their members as a flat list
 *   diff-convention.c	reserved slots and replaced members
 *   diff-order.c	members that are in the same order
 *   diff-layout.c	members that came, went, moved; size and alignment
 * diff-typedef.c diff-enum.c diff-macro.c diff-inline.c
 * diff-setting.c	how it was built; diff-build.c: sections, hidden calls
 * diff-constant.c	names of constants, wherever they are; sentinels
 * diff-opaque.c	tags that one side only declares
 * diff-scope.c		what one side only may not have recorded
 * diff-unreached.c	public types that are not compared
 * diff-prebuilt.c	what prebuilt objects ask of a kernel; diff-provided.c:
 *			what it has of them
 * diff-symbol.c	exports; diff-function.c: the types of what is exported
 * diff-change.c	changes in the making
 * diff-cause.c		options that a change depends on
 * diff-consumers.c	whom it hits; diff-uses.c: who depends on what
 * diff-finish.c	levels, exported symbols, order, counts
 */
#ifndef KABI_TOOLS_DIFFER_H
#define KABI_TOOLS_DIFFER_H

#include <string.h>

#include "diff.h"
#include "reach.h"

/* No change, or its level. */
enum kabi_diff_level {
	KABI_DIFF_SAME = -1,
	KABI_DIFF_SOURCE = KABI_LEVEL_SOURCE, /* const, volatile */
	KABI_DIFF_RISK = KABI_LEVEL_RISK,     /* of the same representation */
	KABI_DIFF_BREAK = KABI_LEVEL_BREAK,
};

/* A change in the making. */
struct kabi_diff_entry {
	struct kabi_change change;
	/* Whose exported symbols are the change's; or KABI_REACH_NO_NODE. */
	uint32_t nodes[KABI_SIDES];
	/* A symbol's own change: that symbol and its aliases. */
	const char **own_symbols;
	size_t n_own_symbols, room_own_symbols;
	size_t sequence; /* in the order of their making */
	/* Of the subject; either may be NULL. */
	const struct kabi_record *subjects[KABI_SIDES];
	enum kabi_level public_level; /* if it were not private */
	/* Of what was told of each side, for diff-cause.c. */
	int lines[KABI_SIDES]; /* relative to the record, or INT_MIN */
};

/*
 * A type on both sides, by the first variants of its records. A record that has
 * no counterpart is a pair with NULL on the other side.
 */
struct kabi_diff_pair {
	const struct kabi_record *records[KABI_SIDES];
	enum {
		KABI_PAIR_WAITING,
		KABI_PAIR_BUSY,
		KABI_PAIR_DONE,
	} state;
	/*
	 * The root of a change of its size, alignment or meaning, which those
	 * who hold the type by value feel; NULL: none.
	 */
	struct kabi_diff_entry *root;
	/* Not only the size: what is declared with the type now is another. */
	bool changes_users;
	enum kabi_diff_level level; /* of those users' change */
};

/* An enum, a macro, an inline function that a side does not have ... */
enum kabi_absence {
	KABI_ABSENCE_IS_REAL,	    /* ... is not in the sources */
	KABI_ABSENCE_IS_UNSURE,	    /* ... or nothing in the kernel uses it */
	KABI_ABSENCE_MEANS_NOTHING, /* the other side recorded what is unused */
};

struct kabi_differ {
	const struct kabi_diff_options *options;
	const struct kabi_model *models[KABI_SIDES];
	struct kabi_reach *reaches[KABI_SIDES];
	struct kabi_changes *changes; /* strings and entries live there */
	struct kabi_arena scratch;

	struct kabi_diff_pair *pairs;
	size_t n_pairs;
	uint32_t *pair_of[KABI_SIDES]; /* by record: its pair, from 1 */
	unsigned int depth;	       /* of pairs that are busy */
	size_t n_changed_users;	       /* pairs with changes_users set */
	unsigned int type_nesting, type_steps; /* diff-type.c */
	struct kabi_diff_type_cache *type_cache;

	struct kabi_diff_entry **roots;
	size_t n_roots, room_roots;
	size_t n_entries;

	enum kabi_absence absence[KABI_SIDES]; /* diff-scope.c */
	struct kabi_diff_constants *constants; /* diff-constant.c */
	struct kabi_diff_uses *uses;	       /* diff-uses.c; NULL: nobody's */
};

/* What a change is about: "struct foo", and where that stands. */
struct kabi_diff_subject {
	const char *name;
	const char *path; /* of members' types: "foo", "foo::member" */
	const struct kabi_record *records[KABI_SIDES];
	bool is_private;
	/* An inline function: who was compiled has a copy, only source sees. */
	bool is_source;
	struct kabi_diff_entry *root; /* its changes follow from that; or NULL
				       */
};

/* diff-change.c */

/*
 * A new change: a root, or folded under the root it follows from. Level and
 * symbols are settled at the end, what is private becomes a note.
 */
struct kabi_diff_entry *kabi_diff_add(struct kabi_differ *differ,
				      struct kabi_diff_entry *root,
				      const struct kabi_diff_subject *subject,
				      enum kabi_verdict verdict,
				      enum kabi_level level);

/*
 * What stands on one side: its text, and its place in the record's file; line
 * is relative to the record, INT_MIN when that is not known.
 */
void kabi_diff_set(struct kabi_differ *differ, struct kabi_diff_entry *entry,
		   enum kabi_diff_side side, const struct kabi_record *record,
		   int line, const char *format, ...) kabi_printf(6, 7);
void kabi_diff_set_type(struct kabi_differ *differ,
			struct kabi_diff_entry *entry, enum kabi_diff_side side,
			const struct kabi_record *record, int line,
			const struct kabi_type *type);
/* Where both say the same typedef: what it stands for. */
void kabi_diff_tell_meaning(struct kabi_differ *differ,
			    struct kabi_diff_entry *entry,
			    const struct kabi_type *old_type,
			    const struct kabi_type *new_type);
const char *kabi_diff_text(struct kabi_differ *differ, const char *format, ...)
	kabi_printf(2, 3);
void kabi_diff_add_symbol(struct kabi_differ *differ,
			  struct kabi_diff_entry *entry, const char *symbol);

/* diff-cause.c: of the change and of what follows from it. */
void kabi_diff_find_causes(struct kabi_differ *differ,
			   struct kabi_change *change);

/* Levels, symbols, order, counts: roots into differ->changes. */
void kabi_diff_finish(struct kabi_differ *differ);

/* diff-pair.c */

/* All types of both sides; untagged enums by what they hold. */
void kabi_diff_pairs_create(struct kabi_differ *differ);
struct kabi_diff_pair *kabi_diff_pair_of(const struct kabi_differ *differ,
					 enum kabi_diff_side side,
					 const struct kabi_record *record);
/* Is it to be compared: reached, asked for, or an enum of a header? */
bool kabi_diff_is_compared(const struct kabi_differ *differ,
			   const struct kabi_diff_pair *pair);
/* Compares the pair, unless that was done. */
void kabi_diff_pair(struct kabi_differ *differ, struct kabi_diff_pair *pair);
/*
 * "struct foo", "typedef foo_t", "enum { FIRST, ... }" of the pair, with the
 * given variants.
 */
struct kabi_diff_subject
kabi_diff_type_subject(struct kabi_differ *differ,
		       const struct kabi_record *old_record,
		       const struct kabi_record *new_record);
/* Is it defined in a file that others can include, as far as is known? */
bool kabi_diff_is_header(const struct kabi_record *record);
/* No consumer can have seen it; either record may be NULL. */
bool kabi_diff_is_private(const struct kabi_differ *differ,
			  const struct kabi_record *old_record,
			  const struct kabi_record *new_record);
/* It is another kind of type now; those who use it feel that. */
void kabi_diff_report_kind(struct kabi_differ *differ,
			   struct kabi_diff_pair *pair, const char *old_text,
			   const char *new_text);

/* diff-opaque.c: tags that were completed and tags that are opaque now. */
void kabi_diff_opaque(struct kabi_differ *differ);

/* diff-variant.c */

/*
 * Calls back for every pair of variants that differ: for none when each variant
 * of one side is on the other one too; what is left is paired, the same file
 * first, then the most common.
 */
void kabi_diff_variants(
	struct kabi_differ *differ, const struct kabi_record *old_record,
	const struct kabi_record *new_record,
	bool (*same)(struct kabi_differ *differ, const struct kabi_record *a,
		     const struct kabi_record *b),
	void (*differs)(struct kabi_differ *differ, void *context,
			const struct kabi_record *old_variant,
			const struct kabi_record *new_variant),
	void *context);
/* The first of the variants that consumers can have seen, else the first. */
const struct kabi_record *
kabi_diff_seen_variant(const struct kabi_model *model,
		       const struct kabi_record *record);

/* diff-type.c */

struct kabi_diff_type_cache *kabi_diff_type_cache_create(void); /* for free() */

/*
 * Is the type at a place another one? Not when only what it names has changed:
 * that is reported there.
 */
enum kabi_diff_level kabi_diff_type(struct kabi_differ *differ,
				    const struct kabi_type *old_type,
				    const struct kabi_type *new_type);
/* The same names at the same places with the same types. */
bool kabi_diff_same_body(struct kabi_differ *differ,
			 const struct kabi_body *old_body,
			 const struct kabi_body *new_body);
/* The body of a type that is a struct or union, past typedefs; or NULL. */
const struct kabi_body *kabi_diff_body_of(const struct kabi_type *type);
/* noreturn is a risk, every other attribute changes how one calls. */
enum kabi_diff_level kabi_diff_attributes(const struct kabi_type *old_type,
					  const struct kabi_type *new_type);

/* The pair whose change those feel who have the types by value; or NULL. */
const struct kabi_diff_pair *kabi_diff_felt(struct kabi_differ *differ,
					    const struct kabi_type *old_type,
					    const struct kabi_type *new_type);

/* diff-record.c */

/*
 * Compares two structs or unions; returns the root of a change of size or
 * alignment, NULL when there is none.
 */
struct kabi_diff_entry *kabi_diff_bodies(
	struct kabi_differ *differ, const struct kabi_diff_subject *subject,
	const struct kabi_body *old_body, const struct kabi_body *new_body);

/* diff-typedef.c, diff-enum.c: one side of an enum's pair may be NULL. */
void kabi_diff_typedef(struct kabi_differ *differ, struct kabi_diff_pair *pair);
void kabi_diff_enum(struct kabi_differ *differ, struct kabi_diff_pair *pair);

/* diff-enum-match.c: calls "add" once for each untagged enum of either side. */
void kabi_diff_match_enums(
	struct kabi_differ *differ,
	struct kabi_diff_pair *(*add)(struct kabi_differ *differ,
				      const struct kabi_record *old_record,
				      const struct kabi_record *new_record));

/* diff-constant.c, whose other functions are in diff-constant.h */
struct kabi_diff_constants *kabi_diff_constants_create(void);
void kabi_diff_constants_destroy(struct kabi_diff_constants *constants);

/* diff-symbol.c, diff-function.c */
void kabi_diff_symbols(struct kabi_differ *differ);
void kabi_diff_signature(struct kabi_differ *differ,
			 const struct kabi_diff_subject *subject);
void kabi_diff_variable(struct kabi_differ *differ,
			const struct kabi_diff_subject *subject);
/* How a function is compiled otherwise than the rest of its TU. */
void kabi_diff_deviations(struct kabi_differ *differ,
			  const struct kabi_diff_subject *subject);
bool kabi_diff_same_deviations(const struct kabi_record *a,
			       const struct kabi_record *b);

/* diff-macro.c, diff-inline.c, diff-setting.c, diff-build.c */
void kabi_diff_macros(struct kabi_differ *differ);
void kabi_diff_inlines(struct kabi_differ *differ);
void kabi_diff_settings(struct kabi_differ *differ);
/* A setting that does not differ as a record does; the texts are copied. */
void kabi_diff_report_setting(struct kabi_differ *differ, const char *name,
			      enum kabi_verdict verdict, enum kabi_level level,
			      const char *old_text, const char *new_text);
void kabi_diff_sections(struct kabi_differ *differ);
void kabi_diff_calls(struct kabi_differ *differ);

/* diff-prebuilt.c: with kabi_diff_options.prebuilt alone */

enum kabi_offer {
	KABI_OFFER_NONE,
	KABI_OFFER_INTERNAL, /* NEW has it, and does not export it */
	KABI_OFFER_GIVEN,
};

/* Has NEW that symbol for the objects? */
enum kabi_offer kabi_diff_offer(const struct kabi_differ *differ,
				const char *symbol);
/* diff-module.c: how modules are loaded, by what they say of themselves. */
void kabi_diff_modules(struct kabi_differ *differ);
/* diff-provided.c: what NEW has of the objects. */
void kabi_diff_provided(struct kabi_differ *differ);
/* Does somebody else have it for them? */
bool kabi_diff_is_provided(const struct kabi_differ *differ,
			   const char *symbol);
/* What it takes for another value of a setting to matter to them. */
enum kabi_setting_need {
	KABI_NEED_SAME,	   /* two values do not go together */
	KABI_NEED_NOTHING, /* what it calls, how types lie, is told by itself */
	KABI_NEED_GUARD,   /* only where the stack guard is looked at */
	KABI_NEED_SIGN,	   /* only of plain char; types that change are told */
	KABI_NEED_SHADOW,  /* only where code computes a shadow's address */
	KABI_NEED_PROTECTION, /* the kernel is less safe than it believes */
	KABI_NEED_LANDING,    /* a kernel that wants marks where calls land */
	KABI_NEED_PADDING,    /* room before functions, which others write to */
};

/* What it means for them that a setting that they have is another one in NEW.
 */
enum kabi_diff_level
kabi_diff_prebuilt_setting(const struct kabi_differ *differ,
			   enum kabi_setting_need need, const char *has,
			   const char *wanted);
void kabi_diff_prebuilt_unwinder(struct kabi_differ *differ);
/* Lowers its level where what it changes is not as bad to them. */
void kabi_diff_prebuilt_limit(struct kabi_change *change);

/* Either may be NULL, and only equals NULL then. */
static inline bool kabi_diff_same_string(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* diff-unreached.c: a remark on what is not compared for want of a symbol. */
void kabi_diff_tell_unreached(struct kabi_differ *differ);

/* diff-scope.c: what each side's units tell by not having something. */
void kabi_diff_scopes(struct kabi_differ *differ);
/* What stands for one that NEW does not have; NULL: it is not there. */
const char *kabi_diff_absence_text(const struct kabi_differ *differ,
				   enum kabi_diff_side side);

/* A remark: what is not compared, and why; it is copied. */
void kabi_diff_remark(struct kabi_differ *differ, const char *remark);
/* Of variants the one that most TUs have; NULL of NULL. */
const struct kabi_record *
kabi_diff_most_common(const struct kabi_record *record);
/* Are all TUs of both sides compiled by one major version? */
bool kabi_diff_same_compiler(const struct kabi_differ *differ);
/* What most TUs of a side have; NULL: no TU has the setting. */
const struct kabi_record *kabi_diff_setting(const struct kabi_model *model,
					    const char *name);

#endif /* KABI_TOOLS_DIFFER_H */
