/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a function does, as a number: the hash of its GIMPLE as the gimplifier
 * made it, before any pass. body.cc puts statements and jumps in order,
 * body-value.cc and body-bits.cc hash what they compute, body-decl.cc names,
 * types and constants, body-line.cc finds __LINE__ and __FILE__.
 *
 * Equal sources are to have equal hashes whatever the options are, so it is not
 * the statements that are hashed but what they do. A temporary that is set once
 * stands for the expression that it holds; only effects have a place in the
 * order: stores, calls, assembly, jumps. What a sanitizer put between is left
 * out. So that a temporary may be read later than it was computed, a read of
 * memory is told by how many effects were before it, a read of a local variable
 * by how often that was set.
 *
 * Reads trees, changes none. Needs gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_BODY_H
#define KABI_PLUGIN_BODY_H

#include "fingerprint.h"

/* What stands for a part of GIMPLE_TRY among the items. */
enum kabi_body_mark {
	KABI_BODY_STATEMENT,
	KABI_BODY_TRY,
	KABI_BODY_CLEANUP,
	KABI_BODY_END,
};

/* A statement that counts, in the order of the source. */
struct kabi_body_item {
	gimple *statement; /* NULL: a mark, or the end of the function */
	enum kabi_body_mark mark;
	bool labelled;	    /* some label is in front of it */
	bool computes;	    /* it only sets a temporary */
	bool dropped;	    /* a sanitizer's, or a jump to what follows */
	bool check;	    /* first of those that call UBSAN's handler */
	bool referenced;    /* something jumps to it */
	unsigned int label; /* which one it is, from 1; 0: not yet told */
	unsigned int next;  /* the first item from here on that has an effect */
};

/* What a temporary holds. */
struct kabi_body_value {
	const gimple *statement; /* that computes it; NULL: it is an effect */
	unsigned int now;	 /* kabi_body.now and .memory at that time */
	unsigned int memory;
	bool known; /* it was hashed */
	uint64_t hash;
};

/* A local variable, parameter, static variable of the function, or label. */
struct kabi_body_local {
	unsigned int ordinal; /* in the order of appearance, from 1; 0: yet */
	bool is_described;    /* what it is has been told */
	unsigned int sets;    /* statements that set it, in the whole body */
	unsigned int set;     /* the last of these, an index to .sets, or 0 */
	unsigned int item;    /* of a label: what it is in front of */
	struct kabi_body_value value; /* when it is a temporary */
};

/* One of the places that set a variable. */
struct kabi_body_set {
	unsigned int previous; /* of the same variable, or 0 */
	unsigned int count;    /* this one included */
	unsigned int now;
};

struct kabi_body {
	struct kabi_fingerprint print;
	tree decl;
	auto_vec<kabi_body_item> items;
	auto_vec<kabi_body_value> values;   /* of SSA names, by version */
	hash_map<tree, unsigned int> names; /* to locals */
	auto_vec<kabi_body_local> locals;
	auto_vec<kabi_body_set> sets;
	tree unset; /* what -ftrivial-auto-var-init gave last */
	unsigned int ordinals;
	unsigned int labels;
	hash_set<tree> described; /* static data of file scope */
	unsigned int depth;	  /* of initialisers that name each other */
	/* Effects so far, and those that can have written memory. */
	unsigned int now;
	unsigned int memory;

	/* body-line.cc: lines of the function, and what is known of it. */
	const char *file;
	unsigned int first;
	unsigned int last;
	location_t location; /* of the statement */
	bool names_file;     /* it has __FILE__ among its operands */
	bool perhaps_line;   /* the body has a number that may be __LINE__ */
	unsigned int asked;  /* the number of which was asked last, or 0, */
	bool is_asked_use;   /* and the answer */
	/* The template of the statement that is assembly. */
	const gasm *assembly;
};

/* At what time an operand is read. */
struct kabi_body_time {
	unsigned int now;
	unsigned int memory;
};

/*
 * The hash of the function, which has its GIMPLE body, and no flow graph yet.
 * The body is scratch memory and can be used again and again; .perhaps_line is
 * left in it.
 */
uint64_t kabi_body_hash(struct kabi_body *body, tree decl);

/* A local's entry; it is made when there is none. Valid until the next call. */
struct kabi_body_local *kabi_body_local(struct kabi_body *body, tree decl);

/*
 * Which parameter it is counts, and what it is when it is used: one that is not
 * is a matter of the signature alone.
 */
void kabi_body_number_parameters(struct kabi_body *body, tree function);

/*
 * Jumps: the item that a label is in front of, whether a jump from one item to
 * another goes to what follows anyhow, and where a condition leads to, where a
 * check of UBSAN is none.
 */
unsigned int kabi_body_target(struct kabi_body *body, tree label);
bool kabi_body_is_next(struct kabi_body *body, unsigned int at,
		       unsigned int to);
void kabi_body_branches(struct kabi_body *body, gcond *statement,
			unsigned int *yes, unsigned int *no);

/* body-effect.cc: all items, one after the other, into the hash. */
void kabi_body_add_effects(struct kabi_body *body);

/* body-value.cc: NULL when it is no temporary. */
struct kabi_body_value *kabi_body_temporary(struct kabi_body *body, tree name);
uint64_t kabi_body_operand(struct kabi_body *body, tree op,
			   struct kabi_body_time time);
/* Where something is stored. */
uint64_t kabi_body_place(struct kabi_body *body, tree op,
			 struct kabi_body_time time);
/* What an assignment computes. */
uint64_t kabi_body_computed(struct kabi_body *body, const gimple *statement,
			    struct kabi_body_time time);
uint64_t kabi_body_comparison(struct kabi_body *body, enum tree_code code,
			      tree left, tree right,
			      struct kabi_body_time time);
/*
 * body-bits.cc: what an assignment computes, when it is a part of another
 * integer, or arithmetic of integers; false when it is not.
 */
bool kabi_body_bits(struct kabi_body *body, const gimple *statement,
		    struct kabi_body_time time, uint64_t *hash);

/* The same for `operand != 0` where that is the operand: it is 0 or 1. */
bool kabi_body_truth(struct kabi_body *body, tree operand,
		     struct kabi_body_time time, uint64_t *hash);

/* What an asm changes besides its operands. */
uint64_t kabi_body_clobbers(const gasm *statement);

/* body-decl.cc */
uint64_t kabi_body_code(enum tree_code code);
uint64_t kabi_body_name(const_tree identifier);
uint64_t kabi_body_type(const_tree type);
/* The tag of a struct or union, else the typedef that names it, or NULL. */
const char *kabi_body_tag(const_tree type);
/* How a function is called of which only the type is known. */
uint64_t kabi_body_called(const_tree type);
uint64_t kabi_body_constant(struct kabi_body *body, const_tree constant);
/* Some bits of an integer constant, whatever type it has. */
uint64_t kabi_body_number(struct kabi_body *body, const_tree constant,
			  uint64_t mask);
/* Any declaration: by its name, or by its ordinal in the function. */
uint64_t kabi_body_decl(struct kabi_body *body, tree decl);
/* Is it a label, or a variable, that only this function knows? */
bool kabi_body_is_local(const_tree decl);
/* Is it in a header, and in none of the system's? */
bool kabi_body_is_of_header(location_t location);
/* Where a jump leads to: an item, or a label. */
uint64_t kabi_body_item_hash(struct kabi_body *body, unsigned int at);
uint64_t kabi_body_label(struct kabi_body *body, tree label);

/* body-line.cc */
void kabi_body_lines_init(struct kabi_body *body);
/* Is this number of the source __LINE__, this text __FILE__ (or how long a
 * prefix of it, 0 for none)? */
bool kabi_body_is_line(struct kabi_body *body, unsigned HOST_WIDE_INT number);
size_t kabi_body_file_length(struct kabi_body *body, const char *text,
			     size_t length);

#endif /* KABI_PLUGIN_BODY_H */
