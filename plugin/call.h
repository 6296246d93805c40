/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the compiler itself made the object refer to (docs/format.md, "Calls"):
 * `call` records. GCC marks the identifier of every name that it writes as an
 * operand into the assembler file; a name that is marked, that the TU does not
 * define and that no declaration of the source stands behind is its own. Calls
 * of profilers are written without that mark and found by function. Needs
 * gcc-compat.h before it.
 *
 * Not seen: what a sanitizer or a target without mark writes besides, and what
 * the linker defines (_GLOBAL_OFFSET_TABLE_).
 */
#ifndef KABI_PLUGIN_CALL_H
#define KABI_PLUGIN_CALL_H

struct kabi_identifiers;
struct kabi_recorder;
struct kabi_scope;

/*
 * When parsing is over and no code is out. A name can be marked only when it is
 * an identifier; those that the target writes without making them one become
 * identifiers. Not earlier: what GCC suggests for a misspelled name depends on
 * which identifiers there are, since it takes the first of those that are as
 * near.
 */
void kabi_calls_init(void);

/*
 * PLUGIN_FINISH_DECL. A declaration can rename a builtin function by asm();
 * what GCC calls of itself goes by that name from there on.
 */
void kabi_calls_add_decl(tree decl);

/* At PLUGIN_FINISH_UNIT: the code is out. Nothing with -flto alone. */
void kabi_calls_record(struct kabi_recorder *recorder,
		       const struct kabi_scope *scope,
		       const struct kabi_identifiers *identifiers);

/*
 * Is it a function of the compiler's own, which no declaration of the source
 * stands behind? While the symbol table is as parsing left it.
 */
bool kabi_call_is_injected(const_tree decl);

#endif /* KABI_PLUGIN_CALL_H */
