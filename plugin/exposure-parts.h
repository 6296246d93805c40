/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the exposure*.cc files share: see exposure.h. A "struct" is a struct or
 * union here; types are given by their main variant. Needs gcc-compat.h before
 * it.
 */
#ifndef KABI_PLUGIN_EXPOSURE_PARTS_H
#define KABI_PLUGIN_EXPOSURE_PARTS_H

#include "exposure.h"
#include "record.h"

/* What the source names in a function, or outside of all. */
enum kabi_naming_kind {
	KABI_NAMED,	 /* struct TAG */
	KABI_NAMED_SIZE, /* struct TAG, somewhere in a sizeof or alignof */
	KABI_MEASURED, /* the operand of a sizeof: a type, or a COMPONENT_REF */
};

struct kabi_naming {
	tree what;
	location_t location;
	enum kabi_naming_kind kind;
};

/* Of one function: ranges of namings and of macro expansions. */
struct kabi_named {
	tree function;
	unsigned int first;
	unsigned int end;
	unsigned int first_map;
	unsigned int end_map;
};

/* exposure-name.cc */
void kabi_named_init(void);
void kabi_named_deinit(void);
/* What stands in a function; NULL: nothing is known of it. */
const struct kabi_named *kabi_named_in(tree function);
/* What the main file names outside of functions; never NULL. */
const struct kabi_named *kabi_named_outside(void);
const struct kabi_naming *kabi_naming_at(unsigned int i);
/* Those of structs, used or not, up to NULL: their uses are not noted. */
tree kabi_named_typedef(unsigned int i);
/* Is it within a macro that only compares constants, such as static_assert? */
bool kabi_named_in_assertion(location_t location);
/* Is it within an offsetof? */
bool kabi_named_in_offsetof(location_t location);
/* Is it in the text of a function, and not in that of a macro? */
bool kabi_named_is_written_in(location_t location, tree function);
/* Do locations tell macros at all? Not for preprocessed input. */
bool kabi_named_has_macros(void);
/* How many offsetof the macros of a function have, but for assertions. */
unsigned int kabi_named_count_offsetof(const struct kabi_named *named);

/* exposure-set.cc: how a member is depended on. */
enum kabi_how {
	KABI_HOW_NOT = 0,
	KABI_HOW_OFFSET = 1,
	KABI_HOW_ACCESS = 2,
};

/* A member, by its path from a type that has a name. */
typedef int kabi_member;
/* As "outer": the field's struct has a name. As member: nobody can name it. */
#define KABI_MEMBER_NONE (-1)

void kabi_exposed_init(void);
void kabi_exposed_deinit(void);
/* Does a path begin with it: has the struct that it is in a name? */
bool kabi_exposed_is_first(tree field);
/* The same of all fields of a struct. */
bool kabi_exposed_is_root(tree type);
/* The member "field" of the untagged struct that "outer" is of. */
kabi_member kabi_exposed_member(kabi_member outer, tree field);
void kabi_exposed_note(kabi_member member, enum kabi_how how);
/* Any type: of an array, its elements count; what is no struct does not. */
void kabi_exposed_size(tree type);
/* As an argument or a result: how it is passed depends on all its members. */
void kabi_exposed_passed(tree type);
void kabi_exposed_unknown(tree type);
void kabi_exposed_write(struct kabi_recorder *recorder);

/* exposure-place.cc: what lies where in a struct. */
tree kabi_place_struct(tree type); /* of a (array of a) struct, or NULL */
/* What a pointer points to, through arrays; NULL when it is no pointer. */
tree kabi_place_pointed(tree pointer);
/* In bytes; false where it is known at run time only. */
bool kabi_place_of(const_tree field, HOST_WIDE_INT *ret);
/*
 * Notes the offsets of what begins "offset" bytes from the start of a struct:
 * what is of type "want" if there is such, else everything. "only": only such.
 */
bool kabi_place_note(tree type, HOST_WIDE_INT offset, tree want, bool only);
/* The same for a member that ends there, as access. */
bool kabi_place_note_end(tree type, HOST_WIDE_INT offset);
/* Notes an access to these bits of a struct. */
void kabi_place_note_bits(tree type, HOST_WIDE_INT first, HOST_WIDE_INT count);

/* exposure-fold.cc: what a body shows, for what it does not show. */
struct kabi_constant {
	HOST_WIDE_INT value;
	bool wide; /* of the type that sizes have */
};

struct kabi_source {
	tree variable; /* a pointer to void */
	tree from;     /* what the pointers that are put into it point to */
};

struct kabi_exposed_body {
	const struct kabi_named *named;
	bool collects; /* constants and types are asked for */
	bool measures; /* there is a sizeof */
	auto_vec<kabi_constant> constants;
	auto_vec<tree> types; /* structs that it handles, often repeated */
	/* Structs, once for every conversion from a pointer to their member. */
	auto_vec<tree> contained;
	auto_vec<kabi_source> sources;
};

void kabi_fold_begin(struct kabi_exposed_body *body, tree function);
void kabi_fold_constant(struct kabi_exposed_body *body, tree constant,
			enum tree_code code);
/* What the body names and does not show. */
void kabi_fold_end(struct kabi_exposed_body *body, tree function);
/* Does the main file have an offsetof outside of functions? */
bool kabi_fold_wants_data(void);
/* What it names there; the constants are those of all initialisers. */
void kabi_fold_outside(struct kabi_exposed_body *body);

/* exposure-code.cc: a reference, or the address of one, as an operand. */
void kabi_code_reference(struct kabi_exposed_body *body, tree ref,
			 enum kabi_how how);
void kabi_code_pointer_plus(struct kabi_exposed_body *body, tree to, tree base,
			    tree offset);
void kabi_code_function(tree function);

/* exposure-data.cc: a variable that the TU defines. */
void kabi_data_variable(struct kabi_exposed_body *body, tree variable);
/* The constants in an initialiser, for exposure-fold.cc. */
void kabi_data_constants(struct kabi_exposed_body *body, tree initial);

/* exposure-table.cc: all members of what tables are made of. */
void kabi_tables_init(void);
void kabi_tables_note(struct kabi_scope *scope);

#endif /* KABI_PLUGIN_EXPOSURE_PARTS_H */
