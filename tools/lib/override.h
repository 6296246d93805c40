/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rules that a kernel's source gives gendwarfksyms (docs/format.md, "Rules"):
 * what is to be taken instead of what was compiled. They are honoured as
 * written, and what they hid is told:
 *
 * declonly		either side's: the type is only declared, on both
 * enumerator_ignore	either side's: neither has the enumerator
 * enumerator_value	of its side alone: another value
 * byte_size		of its side alone: another size, and what begins behind
 *			that is left out
 * type_string		either side's, unless both say different things: the
 *			type, or the symbol's, is the same
 */
#ifndef KABI_TOOLS_OVERRIDE_H
#define KABI_TOOLS_OVERRIDE_H

#include "model.h"

struct kabi_overrides;

/*
 * Applies the rules of two finished models to them, which must not be written
 * as baselines after that. What is to be left alone has kabi_record.hidden set.
 */
struct kabi_overrides *kabi_overrides_apply(struct kabi_model *old_model,
					    struct kabi_model *new_model);
void kabi_overrides_destroy(struct kabi_overrides *overrides);

/* What the rules hid, and which of them say nothing: a sentence each. */
const char *const *
kabi_overrides_remarks(const struct kabi_overrides *overrides, size_t *count);

/* Is one of the remarks about a difference that would have been compared? */
bool kabi_overrides_hid_something(const struct kabi_overrides *overrides);

#endif /* KABI_TOOLS_OVERRIDE_H */
