/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GCC trees to records: walk.cc follows what is in scope, walk-type.cc spells
 * types, walk-name.cc knows their names, walk-decl.cc writes the record of a
 * declaration. Reads trees, changes none, keeps none. Needs gcc-compat.h before
 * it.
 */
#ifndef KABI_PLUGIN_WALK_H
#define KABI_PLUGIN_WALK_H

#include "record.h"
#include "scope.h"
#include "where.h"

struct kabi_walk {
	struct kabi_recorder *recorder;
	const struct kabi_scope *scope;
	/*
	 * What has, or will have, a record: main variants of base types, tagged
	 * structs, unions and enums; the TYPE_DECLs of typedefs.
	 */
	hash_set<tree> seen;
	auto_vec<tree> queue;
	hash_set<tree> followed; /* typedefs whose types were */
	hash_set<tree> remote;	 /* types of which no record is needed so far */
	/* Only follow types, write nothing. */
	bool quiet;
	/* Of the open record: members' lines are relative to it. */
	struct kabi_where at;
	/* The typedef whose record is open: it is spelled as what it names. */
	tree self;
};

/* Everything in scope: symbols, types, and all that they lead to. */
void kabi_walk_scope(struct kabi_walk *walk);

/* A record of "node" is needed: see kabi_walk.seen. */
void kabi_walk_need(struct kabi_walk *walk, tree node);
/*
 * The same for a type with a tag; when only a pointer to it or the like is
 * known ("remote"), others tell what it is, unless it is near
 * (kabi_scope_is_near).
 */
void kabi_walk_mention(struct kabi_walk *walk, tree type, bool remote);

/*
 * walk-type.cc. Writes the type of a symbol in prefix notation; an untagged
 * body stands on further lines. All that it names is needed.
 */
void kabi_walk_type(struct kabi_walk *walk, tree type);
/* A function's type, and noreturn when the declaration says so. */
void kabi_walk_function_type(struct kabi_walk *walk, tree type, bool noreturn);
/* What a typedef is a name for: needed by who uses the typedef, or not. */
void kabi_walk_named_type(struct kabi_walk *walk, tree type);
/* Notes what a type leads to and writes nothing. */
void kabi_walk_follow(struct kabi_walk *walk, tree type);
/* " [+LINE|-LINE]" of a member or enumerator. */
void kabi_walk_line(struct kabi_walk *walk, location_t location);
/* Members of a struct or union, one a line. */
void kabi_walk_members(struct kabi_walk *walk, tree type);
/* Does this attribute of its type decide how a function is called? */
bool kabi_walk_is_call_attribute(const char *name);

/* walk-name.cc. NULL for an untagged type. */
const char *kabi_walk_tag(const_tree type);
/* Of an untagged enum: stands for its tag. */
const char *kabi_walk_first_enumerator(const_tree type);
/* The canonical name of an arithmetic type that is no typedef, or NULL. */
const char *kabi_walk_base_name(const_tree type);
/* The typedef through which the source named this very type, or NULL. */
tree kabi_walk_typedef_of(const_tree type);
/* The typedef in whose record the body of an untagged type stands, or NULL. */
tree kabi_walk_naming_typedef(tree type);

/* walk-decl.cc: one record each. */
void kabi_walk_base(struct kabi_walk *walk, tree type);
void kabi_walk_struct(struct kabi_walk *walk, tree type);
void kabi_walk_enum(struct kabi_walk *walk,
		    const struct kabi_scope_enum *entry);
void kabi_walk_typedef(struct kabi_walk *walk, tree decl);
void kabi_walk_symbol(struct kabi_walk *walk,
		      const struct kabi_scope_symbol *symbol);
/* Where a struct, union or enum is defined: at its keyword. */
location_t kabi_walk_tag_location(const_tree type);
/* The name of a symbol in the object file. */
const char *kabi_walk_symbol_name(tree decl);
/* The string that an attribute of the declaration has, or NULL. */
const char *kabi_walk_attribute_string(const_tree decl, const char *name);

#endif /* KABI_PLUGIN_WALK_H */
