/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The attributes by which one function deviates from the settings of its TU
 * (docs/format.md, "Attributes"): what is not instrumented or protected like
 * the rest, or is for another machine. How it is called is part of its type;
 * inlining and the like decide about nothing that a caller sees. Needs
 * gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_ATTRIBUTES_H
#define KABI_PLUGIN_ATTRIBUTES_H

struct kabi_recorder;

/*
 * Writes the key `attributes` into the head that is open; nothing when the
 * function has none. What the source gave it counts, in an attribute or by a
 * pragma, whether or not the TU's settings make it matter.
 */
void kabi_attributes_record(struct kabi_recorder *recorder, const_tree decl);

#endif /* KABI_PLUGIN_ATTRIBUTES_H */
