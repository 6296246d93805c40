// SPDX-License-Identifier: GPL-2.0-or-later
// Holds and writes what the code depends on: see exposure-parts.h.

#include "gcc-compat.h"

#include "exposure-parts.h"
#include "walk.h"

struct member {
	tree field;
	kabi_member outer; /* KABI_MEMBER_NONE: of a type that has a name */
	kabi_member inner; /* the first one that this is the outer one of */
	kabi_member next;  /* with the same outer one */
	unsigned int type; /* of the first on the path */
	enum kabi_how how;
};

struct exposed {
	tree type;
	/* "struct.TAG"; NULL for what has no name that all TUs know. */
	char *name;
	bool size;
	bool unknown;
	bool queued;
	/* The furthest byte that is depended on is behind this one; or -1. */
	HOST_WIDE_INT reach;
};

static vec<exposed> types;
static vec<member> members;
static hash_map<tree, unsigned int> *by_type;
/* Members that a path begins with; KABI_MEMBER_NONE for all others. */
static hash_map<tree, kabi_member> *by_field;

void kabi_exposed_init(void)
{
	by_type = new hash_map<tree, unsigned int>(509);
	by_field = new hash_map<tree, kabi_member>(2039);
}

void kabi_exposed_deinit(void)
{
	struct exposed *exposed;
	unsigned int i;

	FOR_EACH_VEC_ELT(types, i, exposed)
		free(exposed->name);
	types.release();
	members.release();
	delete by_type;
	delete by_field;
}

/* The typedef whose name an untagged struct has, or NULL. */
static const char *typedef_name(tree type)
{
	tree decl = kabi_walk_naming_typedef(type);

	return decl ? IDENTIFIER_POINTER(DECL_NAME(decl)) : NULL;
}

static bool is_in_main_file(const_tree type)
{
	location_t location = kabi_walk_tag_location(type);
	const line_map *map;

	if (location <= BUILTINS_LOCATION)
		return false;
	location = linemap_resolve_location(line_table, location,
					    LRK_MACRO_EXPANSION_POINT, NULL);
	map = linemap_lookup(line_table, location);
	return MAIN_FILE_P(linemap_check_ordinary(map));
}

/*
 * Nobody else can change what the main file defines, in a block or not. Types
 * of the compiler's own have no name either.
 */
static char *make_name(tree type)
{
	const char *tag = kabi_walk_tag(type);
	const char *kind = !tag				   ? "typedef."
			   : TREE_CODE(type) == UNION_TYPE ? "union."
							   : "struct.";

	if (is_in_main_file(type) || TYPE_ARTIFICIAL(type))
		return NULL;
	if (!tag)
		tag = typedef_name(type);
	if (!tag || strchr(tag, '.'))
		return NULL;
	return concat(kind, tag, NULL);
}

static unsigned int find_type(tree type)
{
	bool existed;
	unsigned int &found = by_type->get_or_insert(type, &existed);

	if (!existed) {
		struct exposed exposed = { type,  make_name(type), false,
					   false, false,	   -1 };

		found = types.length();
		types.safe_push(exposed);
	}
	return found;
}

/* A name for a path to begin with, be it one that is not written. */
static bool is_named(tree type)
{
	return kabi_walk_tag(type) || kabi_walk_naming_typedef(type);
}

static kabi_member add_member(kabi_member outer, tree field, unsigned int type)
{
	struct member member = {
		field, outer,	    KABI_MEMBER_NONE, KABI_MEMBER_NONE,
		type,  KABI_HOW_NOT
	};

	members.safe_push(member);
	return members.length() - 1;
}

static kabi_member first_member(tree field)
{
	bool existed;
	kabi_member &found = by_field->get_or_insert(field, &existed);
	tree type;

	if (existed)
		return found;
	found = KABI_MEMBER_NONE;
	type = TYPE_MAIN_VARIANT(DECL_CONTEXT(field));
	if (is_named(type))
		found = add_member(KABI_MEMBER_NONE, field, find_type(type));
	return found;
}

bool kabi_exposed_is_first(tree field)
{
	return first_member(field) != KABI_MEMBER_NONE;
}

bool kabi_exposed_is_root(tree type)
{
	return TYPE_FIELDS(type) && kabi_exposed_is_first(TYPE_FIELDS(type));
}

kabi_member kabi_exposed_member(kabi_member outer, tree field)
{
	kabi_member found;

	if (outer == KABI_MEMBER_NONE)
		return first_member(field);
	for (found = members[outer].inner; found != KABI_MEMBER_NONE;
	     found = members[found].next) {
		if (members[found].field == field)
			return found;
	}
	found = add_member(outer, field, members[outer].type);
	members[found].next = members[outer].inner;
	members[outer].inner = found;
	return found;
}

void kabi_exposed_note(kabi_member member, enum kabi_how how)
{
	if (member != KABI_MEMBER_NONE && members[member].how < how)
		members[member].how = how;
}

void kabi_exposed_size(tree type)
{
	type = kabi_place_struct(type);
	if (type)
		types[find_type(type)].size = true;
}

void kabi_exposed_unknown(tree type)
{
	types[find_type(type)].unknown = true;
}

static void note_all(tree type, kabi_member outer)
{
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		kabi_member member;
		tree inner;

		if (TREE_CODE(field) != FIELD_DECL)
			continue;
		member = kabi_exposed_member(outer, field);
		inner = kabi_place_struct(TREE_TYPE(field));
		kabi_exposed_note(member, KABI_HOW_ACCESS);
		if (inner)
			note_all(inner,
				 is_named(inner) ? KABI_MEMBER_NONE : member);
	}
}

void kabi_exposed_passed(tree type)
{
	if (!AGGREGATE_TYPE_P(type))
		return;
	kabi_exposed_size(type);
	type = kabi_place_struct(type);
	if (type)
		note_all(type, KABI_MEMBER_NONE);
}

/* How far into the type that its path begins with a member lies. */
static HOST_WIDE_INT position_of(kabi_member member)
{
	HOST_WIDE_INT position = 0;

	for (; member != KABI_MEMBER_NONE; member = members[member].outer) {
		HOST_WIDE_INT offset;

		if (kabi_place_of(members[member].field, &offset))
			position += offset;
	}
	return position;
}

static void enqueue(vec<unsigned int> *queue, unsigned int type)
{
	if (types[type].queued)
		return;
	types[type].queued = true;
	queue->safe_push(type);
}

/* The structs in a struct, up to there. */
static void embed(vec<unsigned int> *queue, tree type, HOST_WIDE_INT reach)
{
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		HOST_WIDE_INT offset;
		tree inner;
		unsigned int found;

		if (TREE_CODE(field) != FIELD_DECL)
			continue;
		inner = kabi_place_struct(TREE_TYPE(field));
		if (!inner || !kabi_place_of(field, &offset) || offset > reach)
			continue;
		found = find_type(inner);
		if (types[found].size)
			continue;
		types[found].size = true;
		types[found].queued = false;
		enqueue(queue, found);
	}
}

/*
 * Where a member of a struct lies depends on the sizes of the structs that lie
 * before it in it. A kernel that defines the outer struct as well tells about
 * that; nobody does for structs of a module's own.
 */
static void embed_all(void)
{
	auto_vec<unsigned int> queue;

	for (unsigned int i = 0; i < members.length(); i++) {
		struct exposed *exposed = &types[members[i].type];
		HOST_WIDE_INT position;

		if (members[i].how == KABI_HOW_NOT)
			continue;
		position = position_of(i);
		if (position > exposed->reach)
			exposed->reach = position;
	}
	for (unsigned int i = 0; i < types.length(); i++)
		enqueue(&queue, i);
	while (!queue.is_empty()) {
		struct exposed *exposed = &types[queue.pop()];

		embed(&queue, exposed->type,
		      exposed->size ? HOST_WIDE_INT_MAX : exposed->reach);
	}
}

struct line {
	const char *name;
	char *text;
};

static int compare_lines(const void *a, const void *b)
{
	const struct line *x = (const struct line *)a;
	const struct line *y = (const struct line *)b;
	int order = strcmp(x->name, y->name);

	return order ? order : strcmp(x->text, y->text);
}

/* "a.b", in front of what follows. */
static char *add_path(kabi_member member, char *text)
{
	for (; member != KABI_MEMBER_NONE; member = members[member].outer) {
		tree name = DECL_NAME(members[member].field);

		if (name)
			text = reconcat(text, IDENTIFIER_POINTER(name),
					*text ? "." : "", text, NULL);
	}
	return text;
}

static void add_line(vec<line> *lines, unsigned int type, char *text)
{
	struct line line = { types[type].name, text };

	lines->safe_push(line);
}

static void add_lines(vec<line> *lines)
{
	struct exposed *exposed;
	struct member *member;
	unsigned int i;

	FOR_EACH_VEC_ELT(members, i, member) {
		char *path;

		if (member->how == KABI_HOW_NOT || !types[member->type].name ||
		    !DECL_NAME(member->field))
			continue;
		path = add_path(i, xstrdup(""));
		add_line(lines, member->type,
			 reconcat(path,
				  member->how == KABI_HOW_ACCESS ? "access "
								 : "offset ",
				  path, NULL));
	}
	FOR_EACH_VEC_ELT(types, i, exposed) {
		if (!exposed->name)
			continue;
		if (exposed->size)
			add_line(lines, i, xstrdup("size"));
		if (exposed->unknown)
			add_line(lines, i, xstrdup("unknown"));
	}
}

void kabi_exposed_write(struct kabi_recorder *recorder)
{
	auto_vec<line> lines;
	const struct line *last = NULL;
	struct line *line;
	unsigned int i;

	embed_all();
	add_lines(&lines);
	lines.qsort(compare_lines);
	/* Two types can have one name, in different scopes: it is one record.
	 */
	FOR_EACH_VEC_ELT(lines, i, line) {
		if (!last || strcmp(last->name, line->name)) {
			if (last)
				kabi_record_end(recorder);
			kabi_record_begin(recorder, KABI_KIND_EXPOSURE,
					  line->name);
			last = NULL;
		}
		if (!last || strcmp(last->text, line->text)) {
			kabi_record_line(recorder, 1);
			kabi_record_text(recorder, line->text);
		}
		last = line;
	}
	if (last)
		kabi_record_end(recorder);
	FOR_EACH_VEC_ELT(lines, i, line)
		free(line->text);
}
