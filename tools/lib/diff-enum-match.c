// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Untagged enums have no name, and their first enumerator may be another one
 * tomorrow. What stays is what they hold: two are the same enum when they share
 * names of enumerators, in the same file sooner than in another one, and the
 * more names the better; or when they have nothing but the same values, in the
 * same file.
 */
#include <string.h>

#include "differ.h"
#include "ptrmap.h"
#include "strtab.h"

/* Two enums that share names. */
struct candidate {
	uint32_t old_index, new_index;
	uint32_t shared;
	bool near; /* in the same file, or with the same typedef */
};

struct matcher {
	struct kabi_differ *differ;
	/* By side: the untagged enums, each variant for itself. */
	const struct kabi_record **enums[KABI_SIDES];
	size_t n[KABI_SIDES];
	bool *is_taken[KABI_SIDES];
	/*
	 * NEW's enumerators: a name's last user, and for each of all
	 * enumerators the one before it with the same name, or NONE.
	 */
	struct kabi_ptrmap last;
	struct user {
		uint32_t index; /* of the enum */
		uint32_t previous;
	} * users;
	size_t n_users, room_users;
	struct candidate *candidates;
	size_t n_candidates, room_candidates;
};

#define NONE UINT32_MAX

enum {
	/* A name in more enums than this tells nothing. */
	MAX_USERS = 64,
	/* Comparisons of values; no kernel comes near. */
	MAX_COMPARISONS = 1 << 22,
};

static void find_enums(struct matcher *matcher, enum kabi_diff_side side)
{
	const struct kabi_model *model = matcher->differ->models[side];
	size_t first = model->by_kind[KABI_KIND_ENUM];
	size_t end = model->by_kind[KABI_KIND_ENUM + 1];

	matcher->enums[side] =
		kabi_xcalloc(end - first + 1, sizeof(*matcher->enums[side]));
	for (size_t i = first; i < end; i++) {
		if (model->records[i]->name[0] == '{')
			matcher->enums[side][matcher->n[side]++] =
				model->records[i];
	}
	matcher->is_taken[side] =
		kabi_xcalloc(matcher->n[side] + 1, sizeof(bool));
}

static void index_names(struct matcher *matcher)
{
	for (size_t i = 0; i < matcher->n[KABI_NEW]; i++) {
		const struct kabi_record *record = matcher->enums[KABI_NEW][i];

		for (size_t j = 0; j < record->n_enumerators; j++) {
			const char *name = record->enumerators[j].name;
			struct user user = { i, NONE };

			kabi_ptrmap_get(&matcher->last, name, &user.previous);
			kabi_ptrmap_set(&matcher->last, name, matcher->n_users);
			kabi_array_reserve(&matcher->users, matcher->n_users,
					   &matcher->room_users,
					   sizeof(*matcher->users));
			matcher->users[matcher->n_users++] = user;
		}
	}
}

static bool same_string(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* Every enum of NEW that shares a name with this one of OLD. */
static void find_candidates(struct matcher *matcher, size_t index,
			    uint32_t *shared, uint32_t *touched)
{
	const struct kabi_record *record = matcher->enums[KABI_OLD][index];
	const struct kabi_model *new_model = matcher->differ->models[KABI_NEW];
	size_t n_touched = 0;

	for (size_t i = 0; i < record->n_enumerators; i++) {
		const char *name = record->enumerators[i].name;
		const char *there = kabi_strtab_find(new_model->strings, name,
						     strlen(name));
		uint32_t user = NONE;

		if (there)
			kabi_ptrmap_get(&matcher->last, there, &user);
		for (int n = 0; user != NONE && n < MAX_USERS; n++) {
			uint32_t other = matcher->users[user].index;

			if (!shared[other]++)
				touched[n_touched++] = other;
			user = matcher->users[user].previous;
		}
	}
	for (size_t i = 0; i < n_touched; i++) {
		const struct kabi_record *other =
			matcher->enums[KABI_NEW][touched[i]];
		struct candidate candidate = {
			index, touched[i], shared[touched[i]],
			same_string(record->file, other->file) ||
				same_string(record->typedef_name,
					    other->typedef_name)
		};

		shared[touched[i]] = 0;
		kabi_array_reserve(&matcher->candidates, matcher->n_candidates,
				   &matcher->room_candidates,
				   sizeof(*matcher->candidates));
		matcher->candidates[matcher->n_candidates++] = candidate;
	}
}

static int compare_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->near != y->near)
		return x->near ? -1 : 1;
	if (x->shared != y->shared)
		return x->shared > y->shared ? -1 : 1;
	if (x->old_index != y->old_index)
		return x->old_index < y->old_index ? -1 : 1;
	return x->new_index < y->new_index ? -1 : x->new_index > y->new_index;
}

typedef struct kabi_diff_pair *
add_pair_fn(struct kabi_differ *differ, const struct kabi_record *old_record,
	    const struct kabi_record *new_record);

static void take(struct matcher *matcher, size_t i, size_t j, add_pair_fn *add)
{
	matcher->is_taken[KABI_OLD][i] = true;
	matcher->is_taken[KABI_NEW][j] = true;
	add(matcher->differ, matcher->enums[KABI_OLD][i],
	    matcher->enums[KABI_NEW][j]);
}

static void match_by_names(struct matcher *matcher, add_pair_fn *add)
{
	uint32_t *shared =
		kabi_xcalloc(matcher->n[KABI_NEW] + 1, sizeof(*shared));
	uint32_t *touched =
		kabi_xcalloc(matcher->n[KABI_NEW] + 1, sizeof(*touched));

	index_names(matcher);
	for (size_t i = 0; i < matcher->n[KABI_OLD]; i++)
		find_candidates(matcher, i, shared, touched);
	free(shared);
	free(touched);
	if (matcher->n_candidates)
		qsort(matcher->candidates, matcher->n_candidates,
		      sizeof(*matcher->candidates), compare_candidates);
	for (size_t i = 0; i < matcher->n_candidates; i++) {
		const struct candidate *candidate = &matcher->candidates[i];

		if (!matcher->is_taken[KABI_OLD][candidate->old_index] &&
		    !matcher->is_taken[KABI_NEW][candidate->new_index])
			take(matcher, candidate->old_index,
			     candidate->new_index, add);
	}
}

static bool same_values(const struct kabi_record *a,
			const struct kabi_record *b)
{
	if (a->n_enumerators != b->n_enumerators ||
	    !same_string(a->file, b->file))
		return false;
	for (size_t i = 0; i < a->n_enumerators; i++) {
		if (a->enumerators[i].value != b->enumerators[i].value)
			return false;
	}
	return true;
}

static void match_by_values(struct matcher *matcher, add_pair_fn *add)
{
	unsigned int left = MAX_COMPARISONS;

	for (size_t i = 0; i < matcher->n[KABI_OLD]; i++) {
		if (matcher->is_taken[KABI_OLD][i])
			continue;
		for (size_t j = 0; j < matcher->n[KABI_NEW] && left; j++) {
			left--;
			if (!matcher->is_taken[KABI_NEW][j] &&
			    same_values(matcher->enums[KABI_OLD][i],
					matcher->enums[KABI_NEW][j])) {
				take(matcher, i, j, add);
				break;
			}
		}
	}
}

void kabi_diff_match_enums(struct kabi_differ *differ, add_pair_fn *add)
{
	struct matcher matcher = { .differ = differ };

	for (int side = 0; side < KABI_SIDES; side++)
		find_enums(&matcher, side);
	kabi_ptrmap_init(&matcher.last);
	match_by_names(&matcher, add);
	match_by_values(&matcher, add);
	for (int side = 0; side < KABI_SIDES; side++) {
		for (size_t i = 0; i < matcher.n[side]; i++) {
			const struct kabi_record *record =
				matcher.enums[side][i];

			if (!matcher.is_taken[side][i])
				add(differ, side == KABI_OLD ? record : NULL,
				    side == KABI_NEW ? record : NULL);
		}
		free(matcher.enums[side]);
		free(matcher.is_taken[side]);
	}
	kabi_ptrmap_deinit(&matcher.last);
	free(matcher.users);
	free(matcher.candidates);
}
