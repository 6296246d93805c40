/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the records need of libcpp's table, which holds every identifier of the
 * TU: 40,000 in a kernel's, wherever memory had room for them. To look at each
 * takes longer than what is done with it, so it is done once for all. Needs
 * gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_IDENTIFIERS_H
#define KABI_PLUGIN_IDENTIFIERS_H

struct kabi_identifiers {
	auto_vec<cpp_hashnode *> macros;  /* of every kind */
	auto_vec<cpp_hashnode *> options; /* kabi_macro_traces_option() */
	auto_vec<tree> written;		  /* operands in the assembler file */
};

/* At PLUGIN_FINISH_UNIT: the code is out. */
void kabi_identifiers_read(struct kabi_identifiers *identifiers);

#endif /* KABI_PLUGIN_IDENTIFIERS_H */
