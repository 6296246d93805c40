/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The shapes that distributions' macros leave behind, without the assertions
 * that would stop a test of what does not hold. NAME is what hides the old one.
 */
#define EMPTY_CHECK \
	union {     \
	}
/* RHEL and those after it: RESERVE, USE, REPLACE, and the SPLIT ones. */
#define HIDE(name, old, new) \
	union {              \
		new;         \
		struct {     \
			old; \
		} name;      \
		EMPTY_CHECK; \
	}
/* Android 15, gendwarfksyms' examples: nameless. */
#define BESIDE(old, new)     \
	union {              \
		new;         \
		struct {     \
			old; \
		};           \
		EMPTY_CHECK; \
	}
/* ANDROID_KABI_REPLACE(): the old name is in the hidden member's. */
#define RENAME(type, name, new)                          \
	union {                                          \
		new;                                     \
		struct {                                 \
			type __kabi_renamed##name;       \
		};                                       \
		EMPTY_CHECK;                             \
	}
#define IGNORE(n, new)                           \
	union {                                  \
		new;                             \
		unsigned char __kabi_ignored##n; \
	}
