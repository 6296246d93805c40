/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ABI of a kernel in memory: the records of docs/format.md, parsed and
 * linked. A model is filled record by record (from frames, a baseline or XML),
 * finished once, and only read after that. Everything that hangs on a model
 * lives in its arena and goes with it; strings are interned, so that equal
 * names are equal pointers *within one model*.
 *
 * Units: sizes, alignments and offsets are bytes; bit_offset and bits are bits.
 */
#ifndef KABI_TOOLS_MODEL_H
#define KABI_TOOLS_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kabi/format.h>

#include "alloc.h"
#include "error.h"

struct kabi_record;

enum kabi_type_kind {
	KABI_TYPE_VOID,
	KABI_TYPE_POINTER,  /* target */
	KABI_TYPE_ARRAY,    /* target, bound, count */
	KABI_TYPE_FUNCTION, /* target (returned), params, prototype ... */
	KABI_TYPE_VECTOR,   /* target, count */
	KABI_TYPE_COMPLEX,  /* target */
	KABI_TYPE_NAMED,    /* name, decl: a base type or a typedef */
	KABI_TYPE_TAGGED,   /* name, tag_kind, decl: struct, union, enum */
	KABI_TYPE_UNTAGGED, /* body: a struct or union that stands here */
	KABI_TYPE_UNKNOWN,  /* name: what kabi does not know */
};

/* Standard qualifiers; others (address spaces) are in kabi_type.space. */
enum kabi_qualifiers {
	KABI_QUAL_CONST = 1 << 0,
	KABI_QUAL_VOLATILE = 1 << 1,
	KABI_QUAL_RESTRICT = 1 << 2,
	KABI_QUAL_ATOMIC = 1 << 3,
};

enum kabi_array_bound {
	KABI_BOUND_CONSTANT, /* [N]; N = 0 for [0] */
	KABI_BOUND_NONE,     /* [] */
	KABI_BOUND_VARIABLE, /* [*] */
};

enum kabi_prototype {
	KABI_PROTOTYPE_FIXED,	 /* (void) or (A, B) */
	KABI_PROTOTYPE_VARIADIC, /* (A, ...) or (...) */
	KABI_PROTOTYPE_NONE,	 /* () in C before C23 */
};

struct kabi_type {
	enum kabi_type_kind kind;
	unsigned int quals;	 /* enum kabi_qualifiers */
	const char *space;	 /* named address space or NULL */
	const char *name;	 /* NAMED, TAGGED ("{FIRST}"), UNKNOWN */
	enum kabi_kind tag_kind; /* TAGGED: STRUCT, UNION or ENUM */
	const struct kabi_type *target;
	enum kabi_array_bound bound;
	enum kabi_prototype prototype;
	uint64_t count; /* ARRAY, VECTOR: elements */
	const struct kabi_type **params;
	size_t n_params;
	const char **attributes; /* FUNCTION: "noreturn" ..., sorted */
	size_t n_attributes;
	const struct kabi_body *body; /* UNTAGGED */
	/*
	 * NAMED, TAGGED, once the model is finished: the first variant of the
	 * record that the name stands for; NULL when no TU defined it (an
	 * opaque type). Of a typedef whose variants name each other it is the
	 * first variant with which no typedef stands for itself. Types are
	 * shared: equal ones may be one, so they are never changed.
	 */
	const struct kabi_record *decl;
	/* For parse-type.c and model-link.c alone. */
	unsigned int height; /* levels of nesting, this one included */
	unsigned int linked; /* which time decl was set last */
};

struct kabi_member {
	const char *name;	 /* NULL: nameless */
	uint64_t offset;	 /* in the enclosing struct or union */
	unsigned int bit_offset; /* bit-field: 0..7 within that byte */
	unsigned int bits;	 /* bit-field: its width; 0: none */
	int line; /* relative to the record's; INT_MIN: unknown */
	const struct kabi_type *type;
};

/* What struct and union records and untagged structs and unions have. */
struct kabi_body {
	enum kabi_kind kind; /* KABI_KIND_STRUCT or _UNION */
	uint64_t size;
	uint64_t align;
	bool transparent;
	struct kabi_member *members; /* in the order of the declaration */
	size_t n_members;
	/* UNTAGGED: what could not be recorded; else it is the record's. */
	const char **problems;
	size_t n_problems;
};

struct kabi_enumerator {
	const char *name;
	__int128 value; /* -2^63 .. 2^64 - 1 */
	int line;	/* as kabi_member.line */
};

enum kabi_encoding {
	KABI_ENCODING_SIGNED,
	KABI_ENCODING_UNSIGNED,
	KABI_ENCODING_BOOL,
	KABI_ENCODING_CHAR,
	KABI_ENCODING_FLOAT,
	KABI_ENCODING_DECIMAL,
	KABI_ENCODING_VOID,
};

enum kabi_role {
	KABI_ROLE_DEFINITION,
	KABI_ROLE_REFERENCE,
};

enum kabi_visibility {
	KABI_VISIBILITY_DEFAULT,
	KABI_VISIBILITY_HIDDEN,
	KABI_VISIBILITY_INTERNAL,
	KABI_VISIBILITY_PROTECTED,
};

enum kabi_license {
	KABI_LICENSE_ANY,      /* EXPORT_SYMBOL */
	KABI_LICENSE_GPL,      /* EXPORT_SYMBOL_GPL */
	KABI_LICENSE_EXTERNAL, /* no export table: an external definition */
};

/* What the source puts into a section. */
enum kabi_contents {
	KABI_CONTENTS_ASM = 1 << 0,
	KABI_CONTENTS_CODE = 1 << 1,
	KABI_CONTENTS_DATA = 1 << 2,
};

/* How code depends on a type. */
enum kabi_dependence {
	KABI_DEPENDS_ACCESS, /* offset, size and type of a member */
	KABI_DEPENDS_OFFSET, /* only the member's offset */
	KABI_DEPENDS_SIZE,
	KABI_DEPENDS_UNKNOWN,
};

struct kabi_exposed {
	enum kabi_dependence how;
	const char *member; /* ACCESS, OFFSET: a path ("a.b") */
};

/* Lines of a header, from an #if to its #endif, and what they depend on. */
struct kabi_range {
	unsigned int first;
	unsigned int last;
	const char **options; /* "CONFIG_...", sorted */
	size_t n_options;
};

struct kabi_record {
	enum kabi_kind kind;
	const char *name;
	const char *file; /* at=FILE:LINE; NULL: unknown */
	unsigned int line;
	bool local;			  /* a tag or typedef of block scope */
	struct kabi_record *next_variant; /* same kind and name, or NULL */
	size_t index; /* its place in the records of a finished model */

	uint64_t size; /* BASE, ENUM, VARIABLE (see has_size) */
	bool has_size;
	uint64_t align;		     /* BASE */
	enum kabi_encoding encoding; /* BASE */

	struct kabi_body *body; /* STRUCT, UNION */

	struct kabi_enumerator *enumerators; /* ENUM, in order */
	size_t n_enumerators;
	bool is_signed;		  /* ENUM */
	const char *typedef_name; /* ENUM, untagged: or NULL */

	const struct kabi_type *type; /* TYPEDEF, FUNCTION, VARIABLE, INLINE */
	enum kabi_role role;	      /* FUNCTION, VARIABLE, and below */
	enum kabi_visibility visibility;
	bool weak;
	bool tls;	     /* VARIABLE */
	const char *alias;   /* target or NULL */
	const char *section; /* named by the source, or NULL */

	const char **attributes; /* FUNCTION, INLINE: deviations, sorted */
	size_t n_attributes;
	uint64_t fingerprint; /* INLINE: of the body */
	bool perhaps_line;    /* INLINE: it counts a number that may be
			       * __LINE__, in preprocessed input */

	bool is_string;	      /* MACRO, CONFIG */
	bool is_unset;	      /* CONFIG, RULE: it has no value */
	__int128 value;	      /* MACRO, CONFIG, RULE: an integer */
	const char *string;   /* MACRO, CONFIG, RULE: unescaped; SETTING: its
				 value */
	size_t string_length; /* strings of macros may hold NULs */
	const char **options; /* MACRO: "CONFIG_..." it is made from, sorted */
	size_t n_options;

	unsigned int contents; /* SECTION: enum kabi_contents */

	struct kabi_exposed *exposed; /* EXPOSURE: sorted as in the text */
	size_t n_exposed;

	struct kabi_range *ranges; /* CONDITIONS: by first and last line */
	size_t n_ranges;

	const char *scope; /* UNIT: "used", "all" */
	bool no_macros;	   /* UNIT: preprocessed input */
	uint64_t unvalued; /* UNIT: macros that have no constant value */

	enum kabi_license license; /* EXPORT */
	const char *module;	   /* EXPORT: "vmlinux", "drivers/a/b" */
	const char *ns;		   /* EXPORT: namespace or NULL */

	const char **problems; /* what could not be recorded */
	size_t n_problems;

	const char **units; /* variants only: sorted TU names */
	size_t n_units;	    /* how many of them are listed */
	size_t units_total; /* 0: all TUs agree */

	bool hidden; /* set by override.h alone: the source wants it left alone
		      */

	/* For model-link.c alone. */
	bool filled; /* made by kabi_model_add_empty() */
	/* TYPEDEF, first variant: */
	const struct kabi_record *stands_for; /* what decl shall be */
	unsigned int level; /* of typedefs below it; 0: not known yet */
};

enum kabi_origin {
	KABI_ORIGIN_OBJECTS,
	KABI_ORIGIN_BUILD,
};

struct kabi_model {
	struct kabi_arena arena;
	struct kabi_strtab *strings;

	/* The header: NULL when unknown. Interned. */
	const char *arch;
	const char *release;
	enum kabi_origin origin;
	bool exports_external; /* no export table in the inputs */
	const char **public_globs;
	size_t n_public_globs;

	/*
	 * Sorted by kind, then name, then text. by_kind[K] is the first record
	 * of kind K, by_kind[K + 1] one past its last. Every variant is an
	 * element of its own and also linked from the first of its name.
	 */
	struct kabi_record **records;
	size_t n_records;
	size_t room_records;
	size_t by_kind[KABI_KIND_COUNT + 1];
	bool finished;

	/* Of the files that implement the model, and nobody else. */
	struct kabi_parser *parser;
	bool lent_strings;	    /* they are another model's */
	struct kabi_strtab *types;  /* text of a type -> struct kabi_type */
	struct kabi_record **index; /* hash table of first variants */
	size_t room_index;	    /* a power of two */
};

struct kabi_model *kabi_model_create(void);
/*
 * A model that has its strings in common with another one, which must live
 * longer. Equal names of the two are equal pointers.
 */
struct kabi_model *kabi_model_create_beside(struct kabi_model *other);
void kabi_model_destroy(struct kabi_model *model);
static inline void kabi_model_cleanup(struct kabi_model **model)
{
	kabi_model_destroy(*model);
}

const char *kabi_model_intern(struct kabi_model *model, const char *string,
			      size_t length);

/*
 * Parses one record (docs/format.md 2; lines separated by newlines, no NUL, no
 * newline at the end) and adds it. The text is not kept. On an error the model
 * is unchanged and the message names the record.
 */
struct kabi_error *kabi_model_add(struct kabi_model *model, const char *text,
				  size_t length, struct kabi_record **ret)
	kabi_must_check;

/* Parses one type (docs/format.md 3) into the model, which it is shared in. */
struct kabi_error *kabi_model_add_type(struct kabi_model *model,
				       const char *text, size_t length,
				       const struct kabi_type **ret)
	kabi_must_check;

/*
 * A zeroed record of the model, for those who fill it themselves (XML). Every
 * string put into it must be interned, but for kabi_record.string.
 */
struct kabi_record *kabi_model_add_empty(struct kabi_model *model,
					 enum kabi_kind kind, const char *name);

/*
 * Sorts, links variants and resolves names; nothing may be added after that.
 * Fails on what a well-formed record cannot say: a typedef that names itself,
 * untagged nesting or typedef chains deeper than KABI_MAX_DEPTH.
 */
struct kabi_error *kabi_model_finish(struct kabi_model *model) kabi_must_check;

/*
 * Removes from a finished model every record for which "keep" is false. The
 * others are still sorted and linked among each other; what they name still
 * has its decl.
 */
void kabi_model_filter(struct kabi_model *model,
		       bool (*keep)(void *context,
				    const struct kabi_record *record),
		       void *context);

/* The first variant, or NULL. Of a finished model. */
const struct kabi_record *kabi_model_find(const struct kabi_model *model,
					  enum kabi_kind kind,
					  const char *name);

/* "struct" ... of docs/format.md. */
const char *kabi_kind_name(enum kabi_kind kind);
/* false when there is no such kind. */
bool kabi_kind_parse(const char *word, size_t length, enum kabi_kind *ret);

/* Past typedefs, to what they stand for; quals are not carried along. */
const struct kabi_type *kabi_type_strip(const struct kabi_type *type);

/*
 * Size in bytes, by kind of type; false where there is none (void, functions,
 * opaque types), where it is unknown, differs between the variants of a name,
 * or does not fit. An array without a bound has size 0.
 */
bool kabi_type_size(const struct kabi_model *model,
		    const struct kabi_type *type, uint64_t *ret);

/*
 * The size of a pointer on the model's machine, from the `base` record of long
 * (of its variants the one that most TUs have), or 8 when there is none: the
 * Linux kernel is ILP32 or LP64 everywhere.
 */
uint64_t kabi_model_pointer_size(const struct kabi_model *model);

/*
 * A type is private when no consumer can have compiled its layout: defined in a
 * file that matches none of the public globs. Only in models made from a kernel
 * build (verdicts.md); of unknown location: public.
 */
bool kabi_model_is_private(const struct kabi_model *model,
			   const struct kabi_record *record);

#endif /* KABI_TOOLS_MODEL_H */
