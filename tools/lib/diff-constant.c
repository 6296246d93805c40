// SPDX-License-Identifier: GPL-2.0-or-later
/* Enumerators and macros by name, and sentinels, for diff-enum and -macro. */
#include "diff-constant.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

#include "ptrmap.h"
#include "strbuf.h"
#include "strtab.h"
#include "write.h"

struct place {
	const struct kabi_record *record;
	uint32_t enumerator;
	uint32_t next; /* with the same name, or NONE */
};

#define NONE UINT32_MAX

enum {
	/* Enums with one and the same name in them. */
	MAX_PLACES = 64,
	MAX_SENTINELS = 4096,
};

struct sentinel {
	const char *file; /* or NULL */
	const char *name;
	__int128 old_value, new_value;
};

struct kabi_diff_constants {
	struct side {
		bool ready;
		struct kabi_ptrmap first; /* name -> place */
		struct place *places;
		size_t n, room;
	} sides[KABI_SIDES];
	struct sentinel *sentinels;
	size_t n_sentinels, room_sentinels;
};

struct kabi_diff_constants *kabi_diff_constants_create(void)
{
	struct kabi_diff_constants *constants =
		kabi_xcalloc(1, sizeof(*constants));

	for (int side = 0; side < KABI_SIDES; side++)
		kabi_ptrmap_init(&constants->sides[side].first);
	return constants;
}

void kabi_diff_constants_destroy(struct kabi_diff_constants *constants)
{
	for (int side = 0; side < KABI_SIDES; side++) {
		kabi_ptrmap_deinit(&constants->sides[side].first);
		free(constants->sides[side].places);
	}
	free(constants->sentinels);
	free(constants);
}

static void index_side(struct side *side, const struct kabi_model *model)
{
	size_t end = model->by_kind[KABI_KIND_ENUM + 1];

	for (size_t i = model->by_kind[KABI_KIND_ENUM]; i < end; i++) {
		const struct kabi_record *record = model->records[i];

		for (size_t j = 0; j < record->n_enumerators; j++) {
			const char *name = record->enumerators[j].name;
			struct place place = { record, j, NONE };

			kabi_ptrmap_get(&side->first, name, &place.next);
			kabi_ptrmap_set(&side->first, name, side->n);
			kabi_array_reserve(&side->places, side->n, &side->room,
					   sizeof(*side->places));
			side->places[side->n++] = place;
		}
	}
	side->ready = true;
}

/* The first place of a name, or NONE. */
static uint32_t first_place(struct kabi_differ *differ,
			    enum kabi_diff_side number, const char *name)
{
	const struct kabi_model *model = differ->models[number];
	struct side *side = &differ->constants->sides[number];
	const char *there;
	uint32_t i;

	if (!side->ready)
		index_side(side, model);
	there = kabi_strtab_find(model->strings, name, strlen(name));
	if (!there || !kabi_ptrmap_get(&side->first, there, &i))
		return NONE;
	return i;
}

static bool has_enumerator(struct kabi_differ *differ,
			   enum kabi_diff_side number,
			   const struct kabi_record *record, const char *name)
{
	const struct side *side = &differ->constants->sides[number];
	uint32_t i = first_place(differ, number, name);

	for (int n = 0; i != NONE && n < MAX_PLACES; n++) {
		if (side->places[i].record == record)
			return true;
		i = side->places[i].next;
	}
	return false;
}

/* Is it in an enum that is compared, and not there on the other side? */
static bool came_here(struct kabi_differ *differ, enum kabi_diff_side side,
		      const struct place *place, const char *name)
{
	enum kabi_diff_side other = side == KABI_OLD ? KABI_NEW : KABI_OLD;
	const struct kabi_diff_pair *pair =
		kabi_diff_pair_of(differ, side, place->record);

	if (!pair || !kabi_diff_is_compared(differ, pair))
		return false;
	return !pair->records[other] ||
	       !has_enumerator(differ, other, pair->records[other], name);
}

static bool find_enumerator(struct kabi_differ *differ,
			    enum kabi_diff_side number, const char *name,
			    struct kabi_diff_constant *ret)
{
	uint32_t i = first_place(differ, number, name);
	const struct side *side = &differ->constants->sides[number];

	for (int n = 0; i != NONE && n < MAX_PLACES; n++) {
		const struct place *place = &side->places[i];

		if (came_here(differ, number, place, name)) {
			const struct kabi_enumerator *enumerator =
				&place->record->enumerators[place->enumerator];

			*ret = (struct kabi_diff_constant){ place->record,
							    enumerator->value,
							    enumerator->line };
			return true;
		}
		i = place->next;
	}
	return false;
}

bool kabi_diff_constant_find(struct kabi_differ *differ,
			     enum kabi_diff_side side, const char *name,
			     struct kabi_diff_constant *ret)
{
	enum kabi_diff_side other = side == KABI_OLD ? KABI_NEW : KABI_OLD;
	const struct kabi_record *macro;

	if (find_enumerator(differ, side, name, ret))
		return true;
	macro = kabi_model_find(differ->models[side], KABI_KIND_MACRO, name);
	if (!macro || macro->is_string ||
	    kabi_model_find(differ->models[other], KABI_KIND_MACRO, name))
		return false;
	*ret = (struct kabi_diff_constant){ macro, macro->value, INT_MIN };
	return true;
}

const char *kabi_diff_value_text(struct kabi_differ *differ, __int128 value)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	kabi_write_int128(&buf, value);
	return kabi_diff_text(differ, "%s", buf.string);
}

void kabi_diff_sentinel_add(struct kabi_differ *differ,
			    const struct kabi_record *record,
			    const struct kabi_enumerator *old_enumerator,
			    const struct kabi_enumerator *new_enumerator)
{
	struct kabi_diff_constants *constants = differ->constants;

	if (constants->n_sentinels == MAX_SENTINELS)
		return;
	kabi_array_reserve(&constants->sentinels, constants->n_sentinels,
			   &constants->room_sentinels,
			   sizeof(*constants->sentinels));
	constants->sentinels[constants->n_sentinels++] =
		(struct sentinel){ record->file, new_enumerator->name,
				   old_enumerator->value,
				   new_enumerator->value };
}

/* A part between underscores that is one of the words. */
bool kabi_diff_is_count_name(const char *name)
{
	static const char *const words[] = { "MAX", "LAST", "COUNT", "NUM",
					     "NR",  "END",  NULL };

	if (!strncmp(name, "__", 2))
		return true;
	while (*name) {
		size_t length = strcspn(name, "_");

		for (size_t i = 0; words[i]; i++) {
			if (strlen(words[i]) == length &&
			    !strncasecmp(name, words[i], length))
				return true;
		}
		name += length;
		name += *name == '_';
	}
	return false;
}

static const char *skip_underscores(const char *name)
{
	return name + strspn(name, "_");
}

/* "#define FOO_MAX (__FOO_MAX - 1)": only names and values are known. */
static bool follows(const struct kabi_record *macro,
		    const struct sentinel *sentinel)
{
	if (!strcmp(skip_underscores(macro->name),
		    skip_underscores(sentinel->name)))
		return true;
	return macro->file && sentinel->file &&
	       !strcmp(macro->file, sentinel->file) &&
	       kabi_diff_is_count_name(macro->name);
}

bool kabi_diff_sentinel_has(const struct kabi_differ *differ,
			    const struct kabi_record *old_macro,
			    const struct kabi_record *new_macro)
{
	const struct kabi_diff_constants *constants = differ->constants;

	for (size_t i = 0; i < constants->n_sentinels; i++) {
		const struct sentinel *sentinel = &constants->sentinels[i];
		__int128 apart = old_macro->value - sentinel->old_value;

		if (new_macro->value - sentinel->new_value == apart &&
		    apart >= -1 && apart <= 1 && follows(new_macro, sentinel))
			return true;
	}
	return false;
}
