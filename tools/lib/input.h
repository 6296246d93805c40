/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What every program takes as INPUT: ELF files with .kabi (compressed modules
 * and archives too), kernel build directories, baselines (text, XML), any file
 * that is committed ("git:REV:PATH"), merged into one model.
 */
#ifndef KABI_TOOLS_INPUT_H
#define KABI_TOOLS_INPUT_H

#include "imports.h"
#include "model.h"

struct kabi_input_options {
	/* Shell patterns of public files; none: include/<*>,
	 * arch/<*>/include/<*>. */
	const char **public_globs;
	size_t n_public_globs;
	unsigned int jobs; /* threads; 0: one a processor */
	/*
	 * The exports of the model, instead of what the files export: what a
	 * consumer asks for, or NULL. Not of a baseline.
	 */
	const struct kabi_imports *imports;
	/* Keep the `exposure` records of sections; no baseline has them. */
	bool exposure;
	/*
	 * Called for every finding that does not stop the work: a tag with two
	 * layouts, a record that the plugin could not make, files that could
	 * not be covered ... and, with verbose set, what was read instead of
	 * what. NULL: not wanted.
	 */
	void (*notice)(void *context, const char *message);
	void *notice_context;
	bool verbose;
	/*
	 * Progress: pieces of work done and known so far; from any thread, but
	 * never from two at once. NULL: not wanted.
	 */
	void (*progress)(void *context, size_t done, size_t total);
	void *progress_context;
};

/*
 * Loads and merges all paths ("-" is standard input) into one finished model.
 * The message of an error names the file and, where there is one, the record.
 */
struct kabi_error *kabi_input_load(const char *const *paths, size_t n_paths,
				   const struct kabi_input_options *options,
				   struct kabi_model **ret) kabi_must_check;

/*
 * The same for two that are going to be compared. Of two text baselines what no
 * comparison needs, since both have it (baseline-common.h), is in neither
 * model. The first model must live longer than the second.
 */
struct kabi_error *
kabi_input_load_pair(const char *const paths[2],
		     const struct kabi_input_options *options,
		     struct kabi_model *ret[2]) kabi_must_check;

/*
 * What a comparison with that small model needs: of a text baseline not the
 * rest (baseline-select.h). The model must live longer than the one that is
 * loaded.
 */
struct kabi_error *kabi_input_load_beside(
	const char *path, const struct kabi_input_options *options,
	struct kabi_model *model, struct kabi_model **ret) kabi_must_check;

#endif /* KABI_TOOLS_INPUT_H */
