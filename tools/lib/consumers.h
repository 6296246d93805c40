/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What objects that were compiled against OLD depend on, in terms of OLD: for
 * each, the records of OLD that its code has built in, as its own records and
 * its table of undefined symbols tell. Too much is said rather than too little.
 *
 *	struct, union, typedef	what its `exposure` says of them; typedefs also
 *				when no more is known than that it names them
 *	enum, macro		it has that one, and code uses the macro or the
 *				enumerator, as far as that is recorded
 *	inline			it has that one
 *	export			an undefined symbol of that name
 *	call, section, setting	it has such a record
 *
 * What it defines in source files of its own is nobody else's, and no
 * dependence; what OLD does not have is none either. What of OLD lies by value
 *in such types has `size` in the consumer's `exposure`.
 */
#ifndef KABI_TOOLS_CONSUMERS_H
#define KABI_TOOLS_CONSUMERS_H

#include "model.h"

/* Lives in the arena of the consumers; "record" is OLD's. */
struct kabi_use {
	const struct kabi_record *record;
	/* SETTING: its value. */
	const char *value;
	/* Types: the lines of `exposure`, of all TUs. ENUM: enumerators. */
	const struct kabi_exposed *exposed;
	size_t n_exposed;
	bool tells_members; /* ENUM: those are all that it uses */
};

struct kabi_consumer {
	const char *name;
	struct kabi_use *uses; /* sorted by record->index, then value */
	size_t n_uses;
	/* Types of which it has another layout: it was not built against OLD.
	 */
	const char **strangers; /* "struct foo", sorted */
	size_t n_strangers;
};

struct kabi_consumers {
	struct kabi_arena arena;
	struct kabi_consumer *list; /* sorted by name */
	size_t n, room;
};

struct kabi_consumers *kabi_consumers_create(void);
void kabi_consumers_destroy(struct kabi_consumers *consumers);

/*
 * A consumer with the model of its object (with `exposure` records), the names
 * of its undefined symbols, and OLD, which has to outlive the consumers. The
 * model is not needed any more.
 */
void kabi_consumers_add(struct kabi_consumers *consumers, const char *name,
			const struct kabi_model *model,
			const char *const *imports, size_t n_imports,
			const struct kabi_model *old_model);

/* For consumers*.c: what of one consumer is being found out. */
struct kabi_consumer_reading {
	struct kabi_arena *arena;
	const struct kabi_model *model; /* the consumer's */
	const struct kabi_model *old_model;
	struct kabi_use *uses;
	size_t n_uses, room_uses;
	const char **strangers;
	size_t n_strangers, room_strangers;
};

/* consumers-match.c */

/*
 * Calls back for each record of OLD that is what the consumer has under that
 * kind and name; with what it may be, when it is none of them and yet no other
 * thing (false is returned).
 */
bool kabi_consumer_match(const struct kabi_consumer_reading *reading,
			 const struct kabi_record *record,
			 void (*found)(void *context,
				       const struct kabi_record *old_record),
			 void *context);

#endif /* KABI_TOOLS_CONSUMERS_H */
