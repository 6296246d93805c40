// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Changes in the making: roots and what follows from them, their texts, places
 * and symbols; and at the end levels, order and counts.
 */
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ctype.h"
#include "differ.h"

/* An array in the arena that grows: the old copy stays there until the end. */
static void *grow(struct kabi_arena *arena, void *array, size_t used,
		  size_t *room, size_t size)
{
	void *larger;

	if (used < *room)
		return array;
	*room = *room ? *room * 2 : 4;
	larger = kabi_arena_alloc(arena, *room * size);
	if (used)
		memcpy(larger, array, used * size);
	return larger;
}

static void add_child(struct kabi_differ *differ, struct kabi_change *parent,
		      struct kabi_change *child)
{
	parent->children = grow(&differ->changes->arena, parent->children,
				parent->n_children, &parent->room_children,
				sizeof(struct kabi_change *));
	parent->children[parent->n_children++] = child;
}

struct kabi_diff_entry *kabi_diff_add(struct kabi_differ *differ,
				      struct kabi_diff_entry *root,
				      const struct kabi_diff_subject *subject,
				      enum kabi_verdict verdict,
				      enum kabi_level level)
{
	struct kabi_diff_entry *entry =
		kabi_arena_alloc(&differ->changes->arena, sizeof(*entry));
	struct kabi_change *change = &entry->change;

	entry->sequence = differ->n_entries++;
	change->verdict = verdict;
	if (subject->is_source && level > KABI_LEVEL_SOURCE)
		level = KABI_LEVEL_SOURCE;
	entry->public_level = level;
	change->level = subject->is_private ? KABI_LEVEL_NOTE : level;
	change->is_private = subject->is_private;
	change->subject = subject->name;
	memcpy(entry->subjects, subject->records, sizeof(entry->subjects));
	change->distance = UINT_MAX;
	if (!root)
		root = subject->root;
	if (root) {
		add_child(differ, &root->change, change);
		return entry;
	}
	/* How NEW itself gets there is nothing to objects that are made. */
	for (int side = 0; side < KABI_SIDES; side++)
		entry->nodes[side] =
			subject->records[side] &&
					!(side && differ->options->prebuilt)
				? kabi_reach_node(differ->reaches[side],
						  subject->records[side])
				: KABI_REACH_NO_NODE;
	differ->roots = grow(&differ->scratch, differ->roots, differ->n_roots,
			     &differ->room_roots, sizeof(*differ->roots));
	differ->roots[differ->n_roots++] = entry;
	return entry;
}

void kabi_diff_remark(struct kabi_differ *differ, const char *remark)
{
	struct kabi_changes *changes = differ->changes;

	kabi_array_reserve(&changes->remarks, changes->n_remarks,
			   &changes->room_remarks, sizeof(*changes->remarks));
	changes->remarks[changes->n_remarks++] =
		kabi_diff_text(differ, "%s", remark);
}

const char *kabi_diff_text(struct kabi_differ *differ, const char *format, ...)
{
	kabi_cleanup(kabi_free_cleanup) char *text = NULL;
	va_list args;
	int length;

	va_start(args, format);
	length = vasprintf(&text, format, args);
	va_end(args);
	if (length < 0) {
		text = NULL;
		return "?";
	}
	return kabi_arena_strndup(&differ->changes->arena, text, length);
}

static const char *location(struct kabi_differ *differ,
			    const struct kabi_record *record, int line)
{
	int64_t number;

	if (!record || !record->file)
		return NULL;
	number = record->line;
	if (line != INT_MIN && number + line > 0)
		number += line;
	return kabi_diff_text(differ, "%s:%lld", record->file,
			      (long long)number);
}

static void set_text(struct kabi_differ *differ, struct kabi_diff_entry *entry,
		     enum kabi_diff_side side, const struct kabi_record *record,
		     int line, const char *text)
{
	const char *where = location(differ, record, line);

	entry->change.records[side] = record;
	entry->lines[side] = line;
	if (side == KABI_OLD) {
		entry->change.old_text = text;
		entry->change.old_location = where;
	} else {
		entry->change.new_text = text;
		entry->change.new_location = where;
	}
}

void kabi_diff_set(struct kabi_differ *differ, struct kabi_diff_entry *entry,
		   enum kabi_diff_side side, const struct kabi_record *record,
		   int line, const char *format, ...)
{
	kabi_cleanup(kabi_free_cleanup) char *text = NULL;
	const char *copy = "?";
	va_list args;
	int length;

	va_start(args, format);
	length = vasprintf(&text, format, args);
	va_end(args);
	if (length >= 0)
		copy = kabi_arena_strndup(&differ->changes->arena, text,
					  length);
	else
		text = NULL;
	set_text(differ, entry, side, record, line, copy);
}

void kabi_diff_set_type(struct kabi_differ *differ,
			struct kabi_diff_entry *entry, enum kabi_diff_side side,
			const struct kabi_record *record, int line,
			const struct kabi_type *type)
{
	kabi_cleanup(kabi_free_cleanup) char *name = kabi_ctype_name(type);

	kabi_diff_set(differ, entry, side, record, line, "%s", name);
}

void kabi_diff_add_symbol(struct kabi_differ *differ,
			  struct kabi_diff_entry *entry, const char *symbol)
{
	entry->own_symbols = grow(&differ->changes->arena, entry->own_symbols,
				  entry->n_own_symbols,
				  &entry->room_own_symbols,
				  sizeof(*entry->own_symbols));
	entry->own_symbols[entry->n_own_symbols++] = symbol;
}

void kabi_diff_tell_meaning(struct kabi_differ *differ,
			    struct kabi_diff_entry *entry,
			    const struct kabi_type *old_type,
			    const struct kabi_type *new_type)
{
	kabi_cleanup(kabi_free_cleanup) char *old_name =
		kabi_ctype_name(kabi_type_strip(old_type));
	kabi_cleanup(kabi_free_cleanup) char *new_name =
		kabi_ctype_name(kabi_type_strip(new_type));

	if (strcmp(entry->change.old_text, entry->change.new_text) != 0)
		return;
	entry->change.old_text = kabi_diff_text(differ, "%s", old_name);
	entry->change.new_text = kabi_diff_text(differ, "%s", new_name);
}
