/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Export tables as the Linux kernel lays them out up to 6.3 (and in every
 * finished module later on), for tests: an entry __ksymtab_SYMBOL in a section
 * of its own that names the licence, and the strings it refers to.
 */
#ifndef EXPORT_H
#define EXPORT_H

#define EXPORT_ENTRY(symbol, table, ns)                                   \
	asm(".pushsection \"__ksymtab_strings\", \"aMS\", %progbits, 1\n" \
	    "__kstrtab_" #symbol ": .asciz \"" #symbol "\"\n"             \
	    "__kstrtabns_" #symbol ": .asciz \"" ns "\"\n"                \
	    ".popsection\n"                                               \
	    ".pushsection \"___ksymtab" table "+" #symbol "\", \"a\"\n"   \
	    ".balign 4\n"                                                 \
	    "__ksymtab_" #symbol ":\n"                                    \
	    ".long " #symbol " - .\n"                                     \
	    ".long __kstrtab_" #symbol " - .\n"                           \
	    ".long __kstrtabns_" #symbol " - .\n"                         \
	    ".popsection\n")

#define EXPORT_SYMBOL(symbol) EXPORT_ENTRY(symbol, "", "")
#define EXPORT_SYMBOL_GPL(symbol) EXPORT_ENTRY(symbol, "_gpl", "")
#define EXPORT_SYMBOL_NS(symbol, ns) EXPORT_ENTRY(symbol, "", #ns)
#define EXPORT_SYMBOL_NS_GPL(symbol, ns) EXPORT_ENTRY(symbol, "_gpl", #ns)

#endif /* EXPORT_H */
