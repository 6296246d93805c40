/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Export tables as they stand in a kernel's modules: for each symbol an entry
 * __ksymtab_SYMBOL, in a section whose name tells the licence, and two strings.
 */
#ifndef _LINUX_EXPORT_H
#define _LINUX_EXPORT_H

#define __EXPORT_SYMBOL(sym, table, ns)                                  \
	asm(".pushsection \"__ksymtab_strings\", \"aMS\", %progbits, 1\n" \
	    "__kstrtab_" #sym ": .asciz \"" #sym "\"\n"                  \
	    "__kstrtabns_" #sym ": .asciz \"" ns "\"\n"                  \
	    ".popsection\n"                                              \
	    ".pushsection \"___ksymtab" table "+" #sym "\", \"a\"\n"     \
	    ".balign 4\n"                                                \
	    "__ksymtab_" #sym ":\n"                                      \
	    ".long " #sym " - .\n"                                       \
	    ".long __kstrtab_" #sym " - .\n"                             \
	    ".long __kstrtabns_" #sym " - .\n"                           \
	    ".popsection\n")

#define EXPORT_SYMBOL(sym) __EXPORT_SYMBOL(sym, "", "")
#define EXPORT_SYMBOL_GPL(sym) __EXPORT_SYMBOL(sym, "_gpl", "")
#define EXPORT_SYMBOL_NS_GPL(sym, ns) __EXPORT_SYMBOL(sym, "_gpl", #ns)

#endif /* _LINUX_EXPORT_H */
