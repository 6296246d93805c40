/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a typedef is a name for. GCC keeps that with the declaration, but
 * forgets it when the same typedef is declared once more (C11 6.7p3): so it is
 * noted at the first one. Needs gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_ORIGINAL_H
#define KABI_PLUGIN_ORIGINAL_H

/* PLUGIN_FINISH_DECL, any declaration; PLUGIN_GGC_MARKING. */
void kabi_original_note(tree decl);
void kabi_original_mark(void);

/* NULL for what is no typedef of the source. */
tree kabi_original_type(const_tree decl);
/* Where a typedef was declared first. */
location_t kabi_original_location(const_tree decl);

#endif /* KABI_PLUGIN_ORIGINAL_H */
