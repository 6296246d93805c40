/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The names by which distributions mark what they do to keep an ABI
 * (docs/verdicts.md, "kABI conventions"), and what can be read from one layout
 * alone. What a pair of layouts proves is the differ's.
 */
#ifndef KABI_TOOLS_CONVENTION_H
#define KABI_TOOLS_CONVENTION_H

#include "model.h"

/* __kabi_reserved1, RH_RESERVED2 ...; NULL (a nameless member) is none. */
bool kabi_convention_is_reserved(const char *member_name);
/* What holds an old member, beside the one that replaced it. */
bool kabi_convention_is_hidden(const char *member_name);
/* Not to be compared, nor the union that it is in. */
bool kabi_convention_is_ignored(const char *member_name);

/* A reserved member. */
struct kabi_slot {
	const char *name;
	uint64_t offset; /* from the start of the outermost type */
	uint64_t size;	 /* of all its elements */
	uint64_t count;	 /* 1, or the elements of an array */
	bool is_used;	 /* something else has its place, too */
};

/*
 * The slots of a layout, those in untagged structs included, in a new array
 * that the caller frees. A slot that shares a union with something else, or
 * that is hidden there, has been put to use.
 */
size_t kabi_convention_slots(const struct kabi_model *model,
			     const struct kabi_body *body,
			     struct kabi_slot **ret);

#endif /* KABI_TOOLS_CONVENTION_H */
