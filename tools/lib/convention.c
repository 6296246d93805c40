// SPDX-License-Identifier: GPL-2.0-or-later
/* Reserved slots and the like, by the names that distributions give them. */
#include "convention.h"

#include <string.h>
#include <strings.h>

/* Any case; a name that is NULL begins with nothing. The list ends with NULL.
 */
static bool begins_with(const char *name, const char *const *prefixes)
{
	for (; name && *prefixes; prefixes++) {
		if (!strncasecmp(name, *prefixes, strlen(*prefixes)))
			return true;
	}
	return false;
}

bool kabi_convention_is_reserved(const char *member_name)
{
	static const char *const prefixes[] = {
		"__kabi_reserved",
		"kabi_reserved", /* openEuler, OpenCloudOS */
		"rh_reserved",
		"suse_kabi_padding",
		"android_kabi_reserved",
		"android_backport_reserved",
		"deepin_kabi_reserved",
		"deepin_reserved",
		"ck_kabi_reserved", /* Anolis */
		"ck_reserved",
		"uek_reserved", /* Oracle */
		NULL,
	};

	return begins_with(member_name, prefixes);
}

bool kabi_convention_is_hidden(const char *member_name)
{
	static const char *const prefixes[] = {
		"__kabi_renamed",
		"rh_kabi_hidden_",
		"kabi_hidden_",
		"deepin_kabi_hidden_",
		"ck_kabi_hidden_",
		"uek_kabi_hidden_",
		NULL,
	};
	static const char *const unique[] = { "__UNIQUE_ID_", NULL };

	return begins_with(member_name, prefixes) ||
	       (begins_with(member_name, unique) &&
		strcasestr(member_name, "kabi"));
}

bool kabi_convention_is_ignored(const char *member_name)
{
	static const char *const prefixes[] = { "__kabi_ignored", NULL };

	return begins_with(member_name, prefixes);
}

struct slots {
	const struct kabi_model *model;
	struct kabi_slot *slots;
	size_t n;
	size_t room;
};

static void add_slot(struct slots *slots, const struct kabi_member *member,
		     uint64_t base, bool is_used)
{
	const struct kabi_type *type = kabi_type_strip(member->type);
	struct kabi_slot slot = { .name = member->name,
				  .offset = base + member->offset,
				  .count = 1,
				  .is_used = is_used };

	if (!kabi_type_size(slots->model, member->type, &slot.size))
		return;
	if (type->kind == KABI_TYPE_ARRAY)
		slot.count = type->count;
	kabi_array_reserve(&slots->slots, slots->n, &slots->room,
			   sizeof(*slots->slots));
	slots->slots[slots->n++] = slot;
}

/* struct_group(): a nameless struct, and the same with a name beside it. */
static bool is_group(const struct kabi_body *body)
{
	const struct kabi_body *halves[2];

	if (body->kind != KABI_KIND_UNION || body->n_members != 2 ||
	    body->members[0].name || !body->members[1].name)
		return false;
	for (int i = 0; i < 2; i++) {
		if (body->members[i].type->kind != KABI_TYPE_UNTAGGED)
			return false;
		halves[i] = body->members[i].type->body;
	}
	if (halves[0]->n_members != halves[1]->n_members)
		return false;
	for (size_t i = 0; i < halves[0]->n_members; i++) {
		const char *a = halves[0]->members[i].name;
		const char *b = halves[1]->members[i].name;

		if (!a != !b || (a && strcmp(a, b) != 0))
			return false;
	}
	return true;
}

/* Nesting is as deep as the model allows. */
static void add_body(struct slots *slots, const struct kabi_body *body,
		     uint64_t base, bool is_used)
{
	size_t n = is_group(body) ? 1 : body->n_members;

	if (body->kind == KABI_KIND_UNION && n > 1)
		is_used = true;
	for (size_t i = 0; i < n; i++) {
		const struct kabi_member *member = &body->members[i];

		if (kabi_convention_is_reserved(member->name))
			add_slot(slots, member, base, is_used);
		else if (member->type->kind == KABI_TYPE_UNTAGGED)
			add_body(slots, member->type->body,
				 base + member->offset, is_used);
	}
}

size_t kabi_convention_slots(const struct kabi_model *model,
			     const struct kabi_body *body,
			     struct kabi_slot **ret)
{
	struct slots slots = { .model = model };

	add_body(&slots, body, 0, false);
	*ret = slots.slots;
	return slots.n;
}
