// SPDX-License-Identifier: GPL-2.0-or-later
/* The order of things when two models are compared. */
#include "diff.h"

#include <limits.h>
#include <string.h>

#include "diff-consumers.h"

static size_t count_kind(const struct kabi_model *model, enum kabi_kind kind)
{
	return model->by_kind[kind + 1] - model->by_kind[kind];
}

/* "path" may be NULL. */
static void describe_side(struct kabi_differ *differ, enum kabi_diff_side side,
			  const char *path)
{
	const struct kabi_model *model = differ->models[side];
	const struct kabi_record *compiler =
		kabi_diff_setting(model, "compiler");
	struct kabi_side *ret = side == KABI_OLD ? &differ->changes->old_side
						 : &differ->changes->new_side;

	ret->path = path ? kabi_diff_text(differ, "%s", path) : NULL;
	ret->arch = model->arch;
	ret->release = model->release;
	ret->compiler = compiler ? compiler->string : NULL;
	ret->exports = count_kind(model, KABI_KIND_EXPORT);
	ret->types = count_kind(model, KABI_KIND_STRUCT) +
		     count_kind(model, KABI_KIND_UNION) +
		     count_kind(model, KABI_KIND_ENUM);
	ret->units = count_kind(model, KABI_KIND_UNIT);
}

static struct kabi_error *check_sides(const struct kabi_model *old_model,
				      const struct kabi_model *new_model)
{
	if (old_model->arch && new_model->arch &&
	    strcmp(old_model->arch, new_model->arch) != 0)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "cannot compare %s with %s",
					 old_model->arch, new_model->arch);
	return NULL;
}

static void differ_init(struct kabi_differ *differ,
			const struct kabi_model *old_model,
			const struct kabi_model *new_model,
			const struct kabi_diff_options *options)
{
	*differ = (struct kabi_differ){ .options = options };
	differ->models[KABI_OLD] = old_model;
	differ->models[KABI_NEW] = new_model;
	kabi_arena_init(&differ->scratch);
	differ->changes = kabi_xcalloc(1, sizeof(*differ->changes));
	kabi_arena_init(&differ->changes->arena);
	for (int side = 0; side < KABI_SIDES; side++)
		differ->reaches[side] = kabi_reach_create_listed(
			differ->models[side], options->symbols);
	differ->type_cache = kabi_diff_type_cache_create();
	differ->constants = kabi_diff_constants_create();
	differ->uses = kabi_diff_uses_create(options->consumers, old_model);
}

static void differ_deinit(struct kabi_differ *differ)
{
	for (int side = 0; side < KABI_SIDES; side++)
		kabi_reach_destroy(differ->reaches[side]);
	free(differ->type_cache);
	kabi_diff_constants_destroy(differ->constants);
	kabi_diff_uses_destroy(differ->uses);
	kabi_arena_deinit(&differ->scratch);
}

static const struct kabi_record *any_record(const struct kabi_diff_pair *pair)
{
	return pair->records[KABI_OLD] ? pair->records[KABI_OLD]
				       : pair->records[KABI_NEW];
}

/* What is declared with the name is something else now, for all who use it. */
static bool changes_users(struct kabi_differ *differ,
			  const struct kabi_diff_pair *pair)
{
	const struct kabi_record *a = pair->records[KABI_OLD];
	const struct kabi_record *b = pair->records[KABI_NEW];

	if (!a || !b)
		return false;
	if (a->kind != b->kind)
		return true;
	if (a->kind != KABI_KIND_TYPEDEF)
		return false;
	return a->next_variant || b->next_variant ||
	       kabi_diff_type(differ, a->type, b->type) != KABI_DIFF_SAME;
}

/* Those that change others first: their users must know when it is their turn.
 */
static void compare_types(struct kabi_differ *differ)
{
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < differ->n_pairs; i++) {
			struct kabi_diff_pair *pair = &differ->pairs[i];

			if (any_record(pair) &&
			    (round || changes_users(differ, pair)) &&
			    kabi_diff_is_compared(differ, pair))
				kabi_diff_pair(differ, pair);
		}
	}
}

static void tell_overrides(struct kabi_differ *differ)
{
	size_t n;
	const char *const *remarks =
		kabi_overrides_remarks(differ->options->overrides, &n);

	for (size_t i = 0; i < n; i++)
		kabi_diff_remark(differ, remarks[i]);
	differ->changes->hides =
		kabi_overrides_hid_something(differ->options->overrides);
}

struct kabi_error *kabi_diff(const struct kabi_model *old_model,
			     const struct kabi_model *new_model,
			     const struct kabi_diff_options *options,
			     struct kabi_changes **ret)
{
	struct kabi_error *error = check_sides(old_model, new_model);
	struct kabi_differ differ;

	if (error)
		return error;
	differ_init(&differ, old_model, new_model, options);
	describe_side(&differ, KABI_OLD, options->old_path);
	describe_side(&differ, KABI_NEW, options->new_path);

	kabi_diff_scopes(&differ);
	tell_overrides(&differ);
	kabi_diff_pairs_create(&differ);
	compare_types(&differ);
	if (!options->prebuilt)
		kabi_diff_tell_unreached(&differ);
	kabi_diff_opaque(&differ);
	kabi_diff_symbols(&differ);
	if (options->prebuilt)
		kabi_diff_provided(&differ);
	kabi_diff_macros(&differ);
	kabi_diff_inlines(&differ);
	kabi_diff_settings(&differ);
	kabi_diff_sections(&differ);
	kabi_diff_calls(&differ);
	kabi_diff_finish(&differ);

	*ret = differ.changes;
	differ_deinit(&differ);
	return NULL;
}

void kabi_changes_destroy(struct kabi_changes *changes)
{
	if (!changes)
		return;
	free(changes->remarks);
	kabi_arena_deinit(&changes->arena);
	free(changes);
}
