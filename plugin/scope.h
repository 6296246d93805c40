/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What of a TU is worth recording (docs/design.md, "Scope"): notes types and
 * enumerators while the file is parsed and, when that is over, the symbols and
 * the types that code which can be emitted touches. Keeps trees alive, changes
 * none. Needs gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_SCOPE_H
#define KABI_PLUGIN_SCOPE_H

/* A function or variable with linkage. */
struct kabi_scope_symbol {
	tree decl;
	bool definition;
	bool noreturn; /* declared so: GCC also finds it out by itself, later */
};

/* An enumeration that was completed. */
struct kabi_scope_enum {
	tree type;
	unsigned int first; /* of its enumerators in kabi_scope.enumerators */
	bool direct;	    /* in a header that the main file itself includes */
	/* Some enumerator is, outside of headers; after kabi_scope_close(). */
	bool used;
};

struct kabi_scope {
	bool all;	      /* scope=all */
	auto_vec<tree> types; /* types, and the TYPE_DECLs of typedefs */
	auto_vec<kabi_scope_symbol> symbols;
	auto_vec<kabi_scope_enum> enums;
	/*
	 * CONST_DECLs, as many as each enumeration has, in the order of
	 * TYPE_VALUES; NULL_TREE where it is unknown.
	 */
	auto_vec<tree> enumerators;

	/* Private to scope.cc. */
	hash_set<tree> seen; /* what is in types */
	hash_set<tree> seen_enums;
	auto_vec<tree> mentions; /* a function, then types its body mentions */
	tree mention_function;
	auto_vec<tree> typedefs; /* that are near: see kabi_scope_add_decl() */
	bool in_header;		 /* what is being read is in one, */
	bool is_far;		 /* and in none that code itself includes */
	bool read_header;	 /* the last line that was read was in one */
	auto_vec<tree> used_by_headers; /* enumerators */
};

/* Is it in a file of code, or in a header that such a file includes itself? */
bool kabi_scope_is_near(location_t location);

/* At PLUGIN_START_UNIT: the scope lives until kabi_scope_close(). */
void kabi_scope_init(struct kabi_scope *scope);

/* Is what is being read in a header, and in one that is not near? */
bool kabi_scope_in_header(void);
bool kabi_scope_in_far_header(void);

/* Callbacks: PLUGIN_FINISH_TYPE, PLUGIN_FINISH_DECL. */
void kabi_scope_add_type(struct kabi_scope *scope, tree type);
void kabi_scope_add_decl(struct kabi_scope *scope, tree decl);

/* PLUGIN_GGC_MARKING: what we hold is in use. */
void kabi_scope_mark(struct kabi_scope *scope);

/*
 * PLUGIN_ALL_IPA_PASSES_START: the symbol table holds what is reachable, bodies
 * are GIMPLE and nothing was optimised away yet.
 */
void kabi_scope_close(struct kabi_scope *scope);

/* After that: one more type whose layout counts. */
void kabi_scope_add_needed(struct kabi_scope *scope, tree type);

#endif /* KABI_PLUGIN_SCOPE_H */
