/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside of the differ: the members of a struct or union as one flat list, as C
 * programs see them, and which of one side is which of the other.
 */
#ifndef KABI_TOOLS_DIFF_MEMBER_H
#define KABI_TOOLS_DIFF_MEMBER_H

#include "differ.h"

enum kabi_diff_fate {
	KABI_FATE_PLAIN,
	KABI_FATE_COPY,	   /* of the members beside it (struct_group) */
	KABI_FATE_HIDDEN,  /* an old member, kept for its place only */
	KABI_FATE_IGNORED, /* by a kABI convention */
	KABI_FATE_KNOWN,   /* a change that was reported explains it */
};

struct kabi_diff_member {
	const struct kabi_member *member;
	const char *name;
	uint64_t start; /* bits from the start of the body */
	uint64_t width; /* bits that it takes */
	enum kabi_diff_fate fate;
	struct kabi_diff_member *match; /* on the other side, or NULL */
	/* The root of what happened to it; NULL: nothing that counts. */
	struct kabi_diff_entry *root;
	/* ... which moves those behind it. */
	bool shifts;
	/* diff-layout.c: in the common order, or the gap where it stands. */
	bool is_kept;
	size_t gap;
	size_t rank; /* by place */
};

/* Bits, from start to before end. */
struct kabi_diff_range {
	uint64_t start, end;
};

struct kabi_diff_members {
	const struct kabi_body *body;
	const struct kabi_record *record; /* whose lines the members have */
	struct kabi_diff_member *items;	  /* in the order of the declaration */
	size_t n, room;
	/* By name, and by place. */
	struct kabi_diff_member **by_name;
	struct kabi_diff_member **by_place;
	struct kabi_diff_range *unions; /* nameless ones, padding and all */
	size_t n_unions, room_unions;
};

/* Two structs or unions that are being compared. */
struct kabi_diff_frame {
	struct kabi_differ *differ;
	const struct kabi_diff_subject *subject;
	struct kabi_diff_members sides[KABI_SIDES];
	/* Set by kabi_diff_layout(): what changed size or alignment, or NULL.
	 */
	struct kabi_diff_entry *root;
};

void kabi_diff_members_init(struct kabi_diff_members *members,
			    struct kabi_differ *differ,
			    enum kabi_diff_side side,
			    const struct kabi_body *body,
			    const struct kabi_record *record);
void kabi_diff_members_deinit(struct kabi_diff_members *members);

/* Pairs members of the same name. */
void kabi_diff_match_names(struct kabi_diff_frame *frame);
/* Pairs what is left at the same place with the same type. */
void kabi_diff_match_places(struct kabi_diff_frame *frame);

/* Unmatched and plain: it is gone, or it is new. */
bool kabi_diff_is_alone(const struct kabi_diff_member *member);
/* "offset 4", of a bit-field "offset 4:3". */
const char *kabi_diff_place_text(struct kabi_differ *differ,
				 const struct kabi_diff_member *member);
/* A change at a member, with its place on both sides where it is there. */
struct kabi_diff_entry *
kabi_diff_member_change(struct kabi_diff_frame *frame,
			struct kabi_diff_entry *root, enum kabi_verdict verdict,
			enum kabi_level level,
			const struct kabi_diff_member *old_member,
			const struct kabi_diff_member *new_member);

/* diff-convention.c: reserved slots and replaced members. */
void kabi_diff_conventions(struct kabi_diff_frame *frame);

/* diff-order.c: the members that both sides have in the same order. */

struct kabi_diff_kept {
	struct kabi_diff_member *old_member, *new_member;
	int64_t delta; /* how far it moved, in bits */
	struct kabi_diff_entry *cause;
};

/*
 * Sets is_kept, and the gap of all others: gap I stands before the Ith. In a
 * new array that the caller frees.
 */
size_t kabi_diff_keep(struct kabi_diff_frame *frame,
		      struct kabi_diff_kept **ret);

/* diff-layout.c: what was added, removed, moved; size and alignment. */
void kabi_diff_layout(struct kabi_diff_frame *frame);

#endif /* KABI_TOOLS_DIFF_MEMBER_H */
