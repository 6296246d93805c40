/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the code of the TU has built into it about types: which members it
 * reaches, whose size and whose offset it depends on (docs/format.md,
 * "Exposure"). Too much is said rather than too little. Reads trees, changes
 * none. Needs gcc-compat.h before it.
 *
 * exposure-name.cc notes what the source names while it is parsed,
 * exposure-code.cc reads the bodies, exposure-data.cc the initialisers,
 * exposure-fold.cc looks for what was folded into constants,
 * exposure-table.cc knows of what tables are made, and
 * exposure-set.cc holds and writes the result. exposure-parts.h is theirs.
 */
#ifndef KABI_PLUGIN_EXPOSURE_H
#define KABI_PLUGIN_EXPOSURE_H

struct kabi_recorder;
struct kabi_scope;

/* PLUGIN_START_UNIT: registers the callbacks that it needs. */
void kabi_exposure_init(void);

/*
 * PLUGIN_ALL_IPA_PASSES_START: the symbol table holds what is reachable, bodies
 * are GIMPLE and nothing was optimised away yet. Writes the records and forgets
 * what was noted. Types that only tables are made of are added to the scope,
 * which is closed, as the sections are.
 */
void kabi_exposure_record(struct kabi_recorder *recorder,
			  struct kabi_scope *scope);

/*
 * Writes the record of a list of names, "macros" or "enumerators", which are
 * sorted for that. What is there twice is told once: of several scopes' things
 * of one name it is not told which.
 */
void kabi_exposure_record_list(struct kabi_recorder *recorder, const char *list,
			       vec<const char *> &names);

#endif /* KABI_PLUGIN_EXPOSURE_H */
