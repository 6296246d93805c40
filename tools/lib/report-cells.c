// SPDX-License-Identifier: GPL-2.0-or-later
/* A struct's members and holes as a flat list. */
#include "report-cells.h"

#include <string.h>

#include "ctype.h"

struct walk {
	struct kabi_cells *cells;
	struct kabi_arena *arena;
	const struct kabi_model *model;
};

static const char *keep(const struct walk *walk, struct kabi_strbuf *text)
{
	return kabi_arena_strndup(walk->arena, text->string, text->length);
}

static struct kabi_layout_cell *add_cell(struct walk *walk, const char *key,
					 unsigned int depth)
{
	struct kabi_cells *cells = walk->cells;
	struct kabi_cell *cell;

	kabi_array_reserve(&cells->cells, cells->n_cells, &cells->room_cells,
			   sizeof(*cells->cells));
	cell = &cells->cells[cells->n_cells++];
	memset(cell, 0, sizeof(*cell));
	cell->key = key;
	cell->cell.depth = depth;
	return &cell->cell;
}

/* From bit "start" to bit "end" of the outermost type: bits up to the next
 * byte, whole bytes, and bits that are left in front of a bit-field. */
static void add_hole(struct walk *walk, __int128 start, __int128 end,
		     unsigned int depth)
{
	struct kabi_layout_cell *hole;
	__int128 gap = end - start;

	if (gap <= 0)
		return;
	hole = add_cell(walk, "", depth);
	hole->text = "";
	hole->is_hole = true;
	hole->has_size = true;
	hole->offset = start / 8;
	hole->bit_offset = start % 8;
	hole->size = gap / 8;
	hole->bits = gap % 8;
}

static int compare_members(const void *a_pointer, const void *b_pointer)
{
	const struct kabi_member *const *a = a_pointer, *const *b = b_pointer;
	__int128 a_bit = (__int128)(*a)->offset * 8 + (*a)->bit_offset;
	__int128 b_bit = (__int128)(*b)->offset * 8 + (*b)->bit_offset;

	if (a_bit != b_bit)
		return a_bit < b_bit ? -1 : 1;
	return *a < *b ? -1 : *a > *b;
}

/* The untagged struct or union that a member holds, itself or as an array. */
static const struct kabi_body *held_body(const struct kabi_type *type)
{
	while (type->kind == KABI_TYPE_ARRAY)
		type = type->target;
	return type->kind == KABI_TYPE_UNTAGGED ? type->body : NULL;
}

/* The first name in it; bodies nest no deeper than the parser lets them. */
static const char *first_name(const struct kabi_body *body)
{
	const char *name = NULL;

	for (size_t i = 0; i < body->n_members && !name; i++) {
		const struct kabi_body *inner =
			held_body(body->members[i].type);

		name = body->members[i].name;
		if (!name && inner)
			name = first_name(inner);
	}
	return name;
}

static const char *key_of(const struct walk *walk,
			  const struct kabi_member *member,
			  const struct kabi_body *inner, const char *prefix)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf key =
		KABI_STRBUF_INIT;
	const char *name = member->name;

	kabi_strbuf_add(&key, prefix);
	if (!name) {
		name = inner ? first_name(inner) : NULL;
		kabi_strbuf_add(&key, "{");
	}
	kabi_strbuf_add(&key, name ? name : "");
	return keep(walk, &key);
}

static const char *text_of(const struct walk *walk,
			   const struct kabi_member *member)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_ctype_declare(&text, member->type, member->name);
	if (member->bits)
		kabi_strbuf_add_format(&text, ":%u", member->bits);
	return keep(walk, &text);
}

static void walk_body(struct walk *walk, const struct kabi_body *body,
		      uint64_t base, const char *prefix, unsigned int depth);

/* Returns the first bit behind it, or -1 when nobody knows. */
static __int128 walk_member(struct walk *walk, const struct kabi_member *member,
			    uint64_t base, const char *prefix,
			    unsigned int depth)
{
	const struct kabi_body *inner = held_body(member->type);
	const char *key = key_of(walk, member, inner, prefix);
	struct kabi_layout_cell *cell = add_cell(walk, key, depth);
	struct kabi_layout_cell copy;

	cell->text = text_of(walk, member);
	cell->name = member->name;
	cell->offset = base + member->offset;
	cell->bit_offset = member->bit_offset;
	cell->bits = member->bits;
	cell->has_size = kabi_type_size(walk->model, member->type, &cell->size);
	cell->holds = inner && inner->n_members;
	copy = *cell;
	if (inner) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf path =
			KABI_STRBUF_INIT;

		kabi_strbuf_add(&path, member->name ? key : prefix);
		kabi_strbuf_add(&path, member->name ? "." : "");
		walk_body(walk, inner, copy.offset, path.string, depth + 1);
	}
	if (!copy.has_size && !copy.bits)
		return -1;
	return kabi_layout_start(&copy) + kabi_layout_length(&copy);
}

/* The order in memory is not that of the declaration after RANDSTRUCT. */
static void walk_body(struct walk *walk, const struct kabi_body *body,
		      uint64_t base, const char *prefix, unsigned int depth)
{
	bool is_struct = body->kind == KABI_KIND_STRUCT;
	kabi_cleanup(kabi_free_cleanup) const struct kabi_member **members =
		kabi_xcalloc(body->n_members + 1, sizeof(*members));
	__int128 end = (__int128)base * 8;
	bool is_open = false;

	for (size_t i = 0; i < body->n_members; i++)
		members[i] = &body->members[i];
	if (is_struct)
		qsort(members, body->n_members, sizeof(*members),
		      compare_members);
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = members[i];
		__int128 start = ((__int128)base + member->offset) * 8 +
				 member->bit_offset;
		__int128 next;

		if (is_struct && !is_open)
			add_hole(walk, end, start, depth);
		next = walk_member(walk, member, base, prefix, depth);
		is_open = next < 0;
		if (next > end)
			end = next;
	}
	if (is_struct && !is_open && body->n_members)
		add_hole(walk, end, ((__int128)base + body->size) * 8, depth);
}

void kabi_cells_init(struct kabi_cells *cells, struct kabi_arena *arena,
		     const struct kabi_model *model,
		     const struct kabi_body *body)
{
	struct walk walk = { cells, arena, model };
	struct kabi_cell *copy;

	memset(cells, 0, sizeof(*cells));
	walk_body(&walk, body, 0, "", 0);
	copy = kabi_arena_alloc(arena,
				(cells->n_cells + 1) * sizeof(*cells->cells));
	if (cells->n_cells)
		memcpy(copy, cells->cells,
		       cells->n_cells * sizeof(*cells->cells));
	free(cells->cells);
	cells->cells = copy;
}
