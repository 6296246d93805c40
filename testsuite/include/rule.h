/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rules for gendwarfksyms, as kernels' headers write them. */
#define RULE_PASTE_(a, b) a##b
#define RULE_PASTE(a, b) RULE_PASTE_(a, b)
#define RULE(type, target, value)                                           \
	static const char RULE_PASTE(rule_, __COUNTER__)[]                  \
		__attribute__((__used__, __aligned__(1),                    \
			       __section__(                                 \
				       ".discard.gendwarfksyms.kabi_rules"))) = \
			"1\0" type "\0" target "\0" value
