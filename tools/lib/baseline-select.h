/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What of a baseline's text has to be parsed to compare one small model with
 * it: an object's, which has some hundred of a kernel's hundred thousand
 * records.
 */
#ifndef KABI_TOOLS_BASELINE_SELECT_H
#define KABI_TOOLS_BASELINE_SELECT_H

#include "baseline-common.h"
#include "model.h"

/*
 * All else is dropped in the ranges of side 0. What is kept: what the model has
 * a record of under that kind and name, or a symbol; what names constants of
 * the model may be found in now; what all of these hold by value, and what
 * typedefs that they name stand for; how and of what the kernel was built. A
 * type that is only pointed to is kept when the model has it.
 *
 * The text need not be valid: of one that is not sorted nothing is dropped.
 */
void kabi_common_select(struct kabi_common *common, const char *text,
			size_t length, const struct kabi_model *model);

#endif /* KABI_TOOLS_BASELINE_SELECT_H */
