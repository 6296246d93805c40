/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Where something stands in the source: a file name that is the same on every
 * build machine, and a line. docs/format.md 2 tells how files are named. Needs
 * gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_WHERE_H
#define KABI_PLUGIN_WHERE_H

struct kabi_where {
	/* NULL: unknown (built in, command line). Equal files: equal pointers.
	 */
	const char *file;
	unsigned int line;
};

/* Finds the source and object roots; when the main file was entered. */
void kabi_where_init(void);
void kabi_where_deinit(void);

/* The place of expansion for what comes from a macro. */
struct kabi_where kabi_where_get(location_t location);

/*
 * Is it a file of code: the main file, or one that is no header though it is
 * included? What the second defines is nothing that consumers could include.
 */
bool kabi_where_is_code(const line_map_ordinary *map);

/* The TU's name: its main source file. */
const char *kabi_where_unit(void);

#endif /* KABI_PLUGIN_WHERE_H */
