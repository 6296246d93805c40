/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Shims: adapters between prebuilt objects and functions that have another
 * prototype now. An object's reference to f is renamed to kabi_shim_f (objcopy
 * --redefine-syms: its code keeps its bytes), and kabi_shim_f, which is
 * compiled with the kernel, has the old prototype and calls f with the new one.
 *
 * Nothing is guessed. An argument that is passed on as it was is; what only a
 * human can know (what a new parameter shall be, that an old one may be
 * dropped) is asked for by #error until kabi-decisions.h answers it. All that
 * is taken for granted is asserted when the shims are compiled.
 */
#ifndef KABI_TOOLS_SHIMS_H
#define KABI_TOOLS_SHIMS_H

#include <stdio.h>

#include "change.h"
#include "consumers.h"

/* A function that has more is left alone. */
#define KABI_SHIM_MAX_PARAMETERS 32

struct kabi_shim {
	const char *function; /* what the objects call */
	const struct kabi_record *old_record;
	const struct kabi_record *new_record; /* NULL: it is gone */
	size_t n_decisions;		      /* shims-source.c counts them */
};

struct kabi_shims {
	struct kabi_shim *list; /* sorted by function */
	size_t n, room;
	bool for_module;
	const struct kabi_model *old_model, *new_model;
	const struct kabi_consumers *consumers;
};

/*
 * Finds what of the changes shims can adapt, into storage that is all zero:
 * parameters and results of functions, and functions that are gone. The models
 * and consumers, which the changes are of, have to live as long.
 */
void kabi_shims_plan(struct kabi_shims *shims,
		     const struct kabi_changes *changes,
		     const struct kabi_model *old_model,
		     const struct kabi_model *new_model,
		     const struct kabi_consumers *consumers, bool for_module);
void kabi_shims_deinit(struct kabi_shims *shims);

/*
 * Writes into the directory, which is made when it is not there:
 *
 *	DIR/kabi-shims.c	the adapters, for each directory of the kernel
 *				that an object is of
 *	kabi-shims.syms		"f kabi_shim_f", for objcopy
 *	kabi-shims.mk		for kbuild/Makefile.reuse
 *	kabi-decisions.h	to be filled in, when it is not there yet
 */
struct kabi_error *kabi_shims_write(struct kabi_shims *shims,
				    const char *directory) kabi_must_check;

/* shims-source.c: one adapter, and its questions; counts its decisions. */
void kabi_shim_write_source(FILE *stream, const struct kabi_shims *shims,
			    struct kabi_shim *shim);
/* The questions alone, as comments to be filled in. */
void kabi_shim_write_questions(FILE *stream, const struct kabi_shims *shims,
			       struct kabi_shim *shim);

#endif /* KABI_TOOLS_SHIMS_H */
