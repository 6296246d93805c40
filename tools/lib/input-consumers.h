/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Consumers from files: modules, objects and archives that were built with the
 * plugin, each a consumer by itself; of a kernel build directory each of its
 * modules, of any other one each module that is somewhere below it.
 */
#ifndef KABI_TOOLS_INPUT_CONSUMERS_H
#define KABI_TOOLS_INPUT_CONSUMERS_H

#include "consumers.h"
#include "input.h"

/*
 * What they depend on of OLD, which has to outlive them. A consumer is called
 * by the name of its file, without folders where that is one consumer's alone.
 * A file without records, a baseline (it does not tell what code depends on), a
 * file for another machine than OLD and one that is given twice are errors;
 * messages begin with its path. Of the options "jobs" and the callbacks count.
 */
struct kabi_error *
kabi_input_consumers(const char *const *paths, size_t n_paths,
		     const struct kabi_input_options *options,
		     const struct kabi_model *old_model,
		     struct kabi_consumers **ret) kabi_must_check;

#endif /* KABI_TOOLS_INPUT_CONSUMERS_H */
