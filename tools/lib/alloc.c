// SPDX-License-Identifier: GPL-2.0-or-later
/* Allocation that cannot fail, and arenas. */
#include "alloc.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

/*
 * Blocks double from the first size to the last, so that a small model stays
 * small and a large one asks the system seldom.
 */
#define FIRST_BLOCK ((size_t)16 << 10)
#define LAST_BLOCK ((size_t)16 << 20)
/* Of the machines that matter; with another one it is a hint in vain. */
#define HUGE ((uintptr_t)2 << 20)
#define ALIGNMENT _Alignof(max_align_t)

struct kabi_arena_block {
	struct kabi_arena_block *next;
	size_t size; /* of data */
	size_t used;
	_Alignas(max_align_t) char data[];
};

static void __attribute__((noreturn)) out_of_memory(void)
{
	fputs("kabi: out of memory\n", stderr);
	exit(1);
}

void *kabi_xmalloc(size_t size)
{
	void *memory = malloc(size ? size : 1);

	if (!memory)
		out_of_memory();
	return memory;
}

/*
 * Models of whole kernels and their hash tables are read in no order at all;
 * with small pages that is mostly waiting for page tables.
 */
static void use_huge_pages(void *memory, size_t size)
{
	uintptr_t start = ((uintptr_t)memory + HUGE - 1) & -HUGE;
	uintptr_t end = ((uintptr_t)memory + size) & -HUGE;

	if (start < end)
		madvise((void *)start, end - start, MADV_HUGEPAGE);
}

void *kabi_xcalloc(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);

	if (!memory)
		out_of_memory();
	if (count && size > HUGE / count)
		use_huge_pages(memory, count * size);
	return memory;
}

void *kabi_xrealloc_array(void *old, size_t count, size_t size)
{
	size_t bytes;
	void *memory;

	if (__builtin_mul_overflow(count, size, &bytes))
		out_of_memory();
	memory = realloc(old, bytes ? bytes : 1);
	if (!memory)
		out_of_memory();
	return memory;
}

char *kabi_xstrdup(const char *string)
{
	size_t size = strlen(string) + 1;

	return memcpy(kabi_xmalloc(size), string, size);
}

char *kabi_xasprintf(const char *format, ...)
{
	va_list args;
	char *string;
	int length;

	va_start(args, format);
	length = vasprintf(&string, format, args);
	va_end(args);
	if (length < 0)
		out_of_memory();
	return string;
}

void kabi_array_reserve(void *array, size_t used, size_t *room, size_t size)
{
	void *memory;

	if (used < *room)
		return;
	if (__builtin_mul_overflow(*room, 2, room))
		out_of_memory();
	if (*room < 8)
		*room = 8;
	/* "array" is the address of a pointer of some type: copy, not cast. */
	memcpy(&memory, array, sizeof(memory));
	memory = kabi_xrealloc_array(memory, *room, size);
	memcpy(array, &memory, sizeof(memory));
}

void kabi_arena_init(struct kabi_arena *arena)
{
	arena->blocks = NULL;
}

void kabi_arena_deinit(struct kabi_arena *arena)
{
	struct kabi_arena_block *block = arena->blocks, *next;

	for (; block; block = next) {
		next = block->next;
		free(block);
	}
	arena->blocks = NULL;
}

/*
 * A new first block with room for "size" bytes. What is left of the old one is
 * given up, except when only an outsize allocation does not fit: that gets a
 * block of its own behind the first.
 */
static struct kabi_arena_block *add_block(struct kabi_arena *arena, size_t size)
{
	struct kabi_arena_block *first = arena->blocks, *block;
	size_t room = FIRST_BLOCK, bytes;

	if (first && first->size < LAST_BLOCK)
		room = first->size * 2;
	else if (first)
		room = LAST_BLOCK;
	if (size > room / 4)
		room = size;
	if (__builtin_add_overflow(sizeof(*block), room, &bytes))
		out_of_memory();
	block = kabi_xcalloc(1, bytes);
	block->size = room;
	if (first && room == size) {
		block->next = first->next;
		first->next = block;
	} else {
		block->next = first;
		arena->blocks = block;
	}
	return block;
}

/* Any bytes, not aligned; zeroed like every block. */
static char *take_bytes(struct kabi_arena *arena, size_t size)
{
	struct kabi_arena_block *block = arena->blocks;
	char *memory;

	if (!block || size > block->size - block->used)
		block = add_block(arena, size);
	memory = block->data + block->used;
	block->used += size;
	return memory;
}

void *kabi_arena_alloc(struct kabi_arena *arena, size_t size)
{
	struct kabi_arena_block *block = arena->blocks;

	/* Strings may have left the block at any byte. */
	if (block) {
		block->used = (block->used + ALIGNMENT - 1) & -ALIGNMENT;
		if (block->used > block->size)
			block->used = block->size;
	}
	return take_bytes(arena, size);
}

char *kabi_arena_strndup(struct kabi_arena *arena, const char *string,
			 size_t length)
{
	char *copy = take_bytes(arena, length + 1);

	/* The NUL is there. */
	return length ? memcpy(copy, string, length) : copy;
}
