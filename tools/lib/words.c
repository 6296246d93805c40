// SPDX-License-Identifier: GPL-2.0-or-later
/* The words of the format, for parse*.c, write.c and baseline.c. */
#include "words.h"

#include <stddef.h>

#include "model.h"

const char *const kabi_bool_words[] = { "0", "1", NULL };

const char *const kabi_scope_words[] = { "used", "all", NULL };

const char *const kabi_role_words[] = {
	[KABI_ROLE_DEFINITION] = "def",
	[KABI_ROLE_REFERENCE] = "ref",
	NULL,
};

const char *const kabi_encoding_words[] = {
	[KABI_ENCODING_SIGNED] = "signed",
	[KABI_ENCODING_UNSIGNED] = "unsigned",
	[KABI_ENCODING_BOOL] = "bool",
	[KABI_ENCODING_CHAR] = "char",
	[KABI_ENCODING_FLOAT] = "float",
	[KABI_ENCODING_DECIMAL] = "decimal",
	[KABI_ENCODING_VOID] = "void",
	NULL,
};

const char *const kabi_visibility_words[] = {
	[KABI_VISIBILITY_DEFAULT] = "default",
	[KABI_VISIBILITY_HIDDEN] = "hidden",
	[KABI_VISIBILITY_INTERNAL] = "internal",
	[KABI_VISIBILITY_PROTECTED] = "protected",
	NULL,
};

const char *const kabi_license_words[] = {
	[KABI_LICENSE_ANY] = "any",
	[KABI_LICENSE_GPL] = "GPL",
	[KABI_LICENSE_EXTERNAL] = "external",
	NULL,
};

const char *const kabi_contents_words[] = { "asm", "code", "data", NULL };

const char *const kabi_dependence_words[] = {
	[KABI_DEPENDS_ACCESS] = "access",
	[KABI_DEPENDS_OFFSET] = "offset",
	[KABI_DEPENDS_SIZE] = "size",
	[KABI_DEPENDS_UNKNOWN] = "unknown",
	NULL,
};

const char *const kabi_origin_words[] = {
	[KABI_ORIGIN_OBJECTS] = "objects",
	[KABI_ORIGIN_BUILD] = "build",
	NULL,
};

const char *const kabi_exports_words[] = { "table", "external", NULL };

const char *const kabi_qualifier_words[] = {
	"const", "volatile", "restrict", "_Atomic", NULL,
};
