/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Allocation that cannot fail: out of memory ends the program with a message
 * and status 1, the one place of the library that does so. Sizes that come from
 * a file are checked against that file before they get here.
 */
#ifndef KABI_TOOLS_ALLOC_H
#define KABI_TOOLS_ALLOC_H

#include <stddef.h>
#include <stdlib.h>

#include <kabi/cleanup.h>

void *kabi_xmalloc(size_t size);
void *kabi_xcalloc(size_t count, size_t size);
void *kabi_xrealloc_array(void *old, size_t count, size_t size);
char *kabi_xstrdup(const char *string);
char *kabi_xasprintf(const char *format, ...) kabi_printf(1, 2);

/*
 * Makes room for one more element in a growing array: "array" (a pointer to the
 * array variable), "used" elements of "size" bytes, "*room" allocated.
 */
void kabi_array_reserve(void *array, size_t used, size_t *room, size_t size);

static inline void kabi_free_cleanup(void *pointer)
{
	free(*(void **)pointer);
}

/*
 * An arena: memory that is freed all at once. Allocations are zeroed and
 * aligned for any type.
 */
struct kabi_arena {
	struct kabi_arena_block *blocks;
};

void kabi_arena_init(struct kabi_arena *arena);
void kabi_arena_deinit(struct kabi_arena *arena);
void *kabi_arena_alloc(struct kabi_arena *arena, size_t size);
char *kabi_arena_strndup(struct kabi_arena *arena, const char *string,
			 size_t length);

#endif /* KABI_TOOLS_ALLOC_H */
