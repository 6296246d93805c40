/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What prebuilt objects were compiled for: all that they take for granted of
 * the kernel around them, from the objects themselves or from their seal.
 */
#ifndef KABI_TOOLS_CONTRACT_H
#define KABI_TOOLS_CONTRACT_H

#include "consumers.h"
#include "elf-digest.h"
#include "input.h"
#include "prebuilt.h"

/* An object file, or a member of an archive. */
struct kabi_contract_object {
	const char *name; /* the last part of its path */
	struct kabi_digest digest;
};

struct kabi_contract {
	struct kabi_prebuilt prebuilt;
	/*
	 * What the objects need of their own records (contract-needs.h); what
	 * they import are its exports.
	 */
	struct kabi_model *model;
	/* The objects, and what of the model their code depends on. */
	struct kabi_consumers *consumers;
	/* Sorted by name. */
	struct kabi_contract_object *objects;
	size_t n_objects, room_objects;
};

/*
 * From objects, or from one seal, into storage of the caller's that is all
 * zero; on an error too there is something to be deinitialised. "options" are
 * for kabi_input_load().
 */
struct kabi_error *kabi_contract_read(struct kabi_contract *contract,
				      const char *const *paths, size_t n_paths,
				      const struct kabi_input_options *options)
	kabi_must_check;

/* Of each object: contract->objects. From a seal they are there. */
struct kabi_error *kabi_contract_digest(struct kabi_contract *contract,
					const char *const *paths,
					size_t n_paths) kabi_must_check;

/*
 * Calls back for everything in which objects are not those that were sealed, in
 * the order of their names: "code", "data", "relocations", or NULL when only
 * one side has the object. Returns how many there were.
 */
size_t kabi_contract_compare(const struct kabi_contract *sealed,
			     const struct kabi_contract *objects,
			     void (*differs)(void *context, const char *object,
					     const char *part, bool is_sealed),
			     void *context);

/* For seal.c. */
struct kabi_contract_object *
kabi_contract_add_object(struct kabi_contract *contract, const char *name,
			 size_t length);

void kabi_contract_deinit(struct kabi_contract *contract);

#endif /* KABI_TOOLS_CONTRACT_H */
