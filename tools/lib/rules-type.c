// SPDX-License-Identifier: GPL-2.0-or-later
/* Does a [suppress_type] rule speak of a change? */
#include <string.h>

#include "rules-private.h"

/* The subject as libabigail sees it. */
struct subject {
	enum kabi_kind kind;
	const char *name; /* NULL: the type has none */
	const struct kabi_body *bodies[KABI_SIDES]; /* or NULL */
};

static bool find_subject(const struct kabi_rules_run *run,
			 const struct kabi_change *change, struct subject *ret)
{
	size_t length = strcspn(change->subject, " ");

	*ret = (struct subject){ 0 };
	if (!change->subject[length] ||
	    !kabi_kind_parse(change->subject, length, &ret->kind))
		return false;
	if (ret->kind != KABI_KIND_STRUCT && ret->kind != KABI_KIND_UNION &&
	    ret->kind != KABI_KIND_ENUM && ret->kind != KABI_KIND_TYPEDEF)
		return false;
	if (change->subject[length + 1] != '{')
		ret->name = change->subject + length + 1;
	for (int side = 0; side < KABI_SIDES; side++)
		ret->bodies[side] =
			kabi_subject_body(run->models[side], change->subject);
	return true;
}

/* A typedef that names an untagged struct is that struct, too. */
static bool is_of_kind(const struct subject *subject,
		       enum kabi_type_kinds wanted)
{
	const struct kabi_body *body = subject->bodies[KABI_OLD]
					       ? subject->bodies[KABI_OLD]
					       : subject->bodies[KABI_NEW];
	enum kabi_kind kind = subject->kind;

	if (wanted == KABI_ANY_TYPE)
		return true;
	if (wanted == KABI_TYPEDEF_TYPE)
		return kind == KABI_KIND_TYPEDEF;
	if (wanted == KABI_ENUM_TYPE)
		return kind == KABI_KIND_ENUM;
	if (kind == KABI_KIND_TYPEDEF && body)
		kind = body->kind;
	return wanted == KABI_STRUCT_TYPE ? kind == KABI_KIND_STRUCT
					  : kind == KABI_KIND_UNION;
}

static bool is_listed(const char **names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(names[i], name))
			return true;
	}
	return false;
}

/* The enumerators that are expected to change, and new ones before them. */
static bool has_enumerator(const struct kabi_suppress *suppress,
			   const struct kabi_change *change)
{
	if (!suppress->n_enumerators && !suppress->n_enumerator_regexes)
		return true;
	if (change->verdict == KABI_VERDICT_ENUMERATOR_ADDED)
		return true;
	if (!change->member ||
	    (change->verdict != KABI_VERDICT_ENUMERATOR_VALUE_CHANGED &&
	     change->verdict != KABI_VERDICT_ENUM_SENTINEL_MOVED))
		return false;
	if (is_listed(suppress->enumerators, suppress->n_enumerators,
		      change->member))
		return true;
	for (size_t i = 0; i < suppress->n_enumerator_regexes; i++) {
		if (kabi_regex_match(suppress->enumerator_regexes[i],
				     change->member))
			return true;
	}
	return false;
}

/* A member with its place from the beginning of the outermost type, in bits. */
struct place {
	const struct kabi_member *member;
	uint64_t start, end;
};

typedef bool (*place_test)(void *context, const struct place *place);

/*
 * Members in their order, those of nameless structs and unions among them,
 * until one is taken.
 */
static bool find_place(const struct kabi_model *model,
		       const struct kabi_body *body, uint64_t at, int depth,
		       place_test take, void *context, struct place *ret)
{
	for (size_t i = 0; body && i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		const struct kabi_type *type = kabi_type_strip(member->type);
		struct place place = {
			.member = member,
			.start = at + member->offset * 8 + member->bit_offset,
		};
		uint64_t size = 0;

		if (!member->name && type->kind == KABI_TYPE_UNTAGGED) {
			if (depth < KABI_MAX_DEPTH &&
			    find_place(model, type->body,
				       at + member->offset * 8, depth + 1, take,
				       context, ret))
				return true;
			continue;
		}
		if (member->bits)
			place.end = place.start + member->bits;
		else if (kabi_type_size(model, member->type, &size))
			place.end = place.start + size * 8;
		else
			place.end = place.start;
		if (member->name && take(context, &place)) {
			*ret = place;
			return true;
		}
	}
	return false;
}

static bool has_name(void *name, const struct place *place)
{
	return !strcmp(place->member->name, name);
}

static bool has_match(void *regex, const struct place *place)
{
	return kabi_regex_match(regex, place->member->name);
}

/* Takes none, and keeps the last one. */
struct last {
	const struct kabi_regex *regex; /* or NULL: any */
	bool found;
	struct place place;
};

static bool keep_last(void *context, const struct place *place)
{
	struct last *last = context;

	if (!last->regex ||
	    kabi_regex_match(last->regex, place->member->name)) {
		last->found = true;
		last->place = *place;
	}
	return false;
}

static bool find_last(const struct kabi_model *model,
		      const struct kabi_body *body,
		      const struct kabi_regex *regex, struct place *ret)
{
	struct last last = { .regex = regex };
	struct place ignored;

	find_place(model, body, 0, 0, keep_last, &last, &ignored);
	*ret = last.place;
	return last.found;
}

static bool is_flexible(const struct kabi_type *type)
{
	type = kabi_type_strip(type);
	return type->kind == KABI_TYPE_ARRAY && type->bound == KABI_BOUND_NONE;
}

/* In OLD; "is_last": it closes a range. False: there is no such place. */
static bool find_position(const struct kabi_rules_run *run,
			  const struct kabi_body *body,
			  const struct kabi_position *position, bool is_last,
			  uint64_t *ret)
{
	const struct kabi_model *model = run->models[KABI_OLD];
	struct place place = { 0 };
	bool found = true;

	switch (position->kind) {
	case KABI_AT_BIT:
		*ret = position->bit;
		return true;
	case KABI_AT_END:
		/* Behind the last member, however far. */
		if (is_last) {
			*ret = UINT64_MAX;
			return true;
		}
		*ret = find_last(model, body, NULL, &place) ? place.end : 0;
		return true;
	case KABI_AT_FLEXIBLE:
		found = find_last(model, body, NULL, &place) &&
			is_flexible(place.member->type);
		break;
	case KABI_AT_MEMBER:
	case KABI_AT_MEMBER_END:
		found = find_place(model, body, 0, 0, has_name,
				   (void *)position->name, &place);
		break;
	case KABI_AT_FIRST_MATCHING:
		found = find_place(model, body, 0, 0, has_match,
				   (void *)position->regex, &place);
		break;
	case KABI_AT_LAST_MATCHING:
		found = find_last(model, body, position->regex, &place);
		break;
	}
	if (found)
		*ret = position->kind == KABI_AT_MEMBER_END ? place.end
							    : place.start;
	return found;
}

static bool size_may_change(const struct kabi_suppress *suppress,
			    const struct subject *subject)
{
	const struct kabi_body *old_body = subject->bodies[KABI_OLD];
	const struct kabi_body *new_body = subject->bodies[KABI_NEW];

	return new_body->size == old_body->size ||
	       (suppress->has_size_change && new_body->size > old_body->size);
}

/* Is it a member that was put where the rule allows it? */
static bool is_inserted(const struct kabi_rules_run *run,
			const struct kabi_suppress *suppress,
			const struct kabi_change *change,
			const struct subject *subject)
{
	struct place place;

	if (!suppress->n_insertions)
		return true;
	if ((change->verdict != KABI_VERDICT_MEMBER_ADDED &&
	     change->verdict != KABI_VERDICT_PADDING_USED) ||
	    !change->member || !subject->bodies[KABI_OLD] ||
	    !subject->bodies[KABI_NEW] || !size_may_change(suppress, subject))
		return false;
	if (!find_place(run->models[KABI_NEW], subject->bodies[KABI_NEW], 0, 0,
			has_name, (void *)change->member, &place))
		return false;
	for (size_t i = 0; i < suppress->n_insertions; i++) {
		const struct kabi_insertion *insertion =
			&suppress->insertions[i];
		uint64_t first, last;

		if (find_position(run, subject->bodies[KABI_OLD],
				  &insertion->first, false, &first) &&
		    find_position(run, subject->bodies[KABI_OLD],
				  &insertion->last, true, &last) &&
		    place.start >= first && place.start <= last)
			return true;
	}
	return false;
}

static bool has_members(const struct kabi_rules_run *run,
			const struct kabi_suppress *suppress,
			const struct subject *subject)
{
	int side = subject->bodies[KABI_OLD] ? KABI_OLD : KABI_NEW;
	const struct kabi_body *body = subject->bodies[side];
	struct place place;

	for (size_t i = 0; i < suppress->n_members; i++) {
		if (!find_place(run->models[side], body, 0, 0, has_name,
				(void *)suppress->members[i], &place))
			return false;
	}
	return !suppress->member_regex ||
	       find_place(run->models[side], body, 0, 0, has_match,
			  (void *)suppress->member_regex, &place);
}

/* The last member was an array of 0 or 1, and has no bound any more. */
static bool is_conversion(const struct kabi_rules_run *run,
			  const struct kabi_suppress *suppress,
			  const struct kabi_change *change,
			  const struct subject *subject)
{
	const struct kabi_type *type;
	struct place a, b;

	if (!suppress->flexible_conversion)
		return true;
	if ((change->verdict != KABI_VERDICT_MEMBER_TYPE_CHANGED &&
	     change->verdict != KABI_VERDICT_MEMBER_SIZE_CHANGED) ||
	    !change->member || !subject->bodies[KABI_OLD] ||
	    !subject->bodies[KABI_NEW])
		return false;
	if (subject->bodies[KABI_OLD]->size !=
		    subject->bodies[KABI_NEW]->size &&
	    !suppress->has_size_change)
		return false;
	if (!find_last(run->models[KABI_OLD], subject->bodies[KABI_OLD], NULL,
		       &a) ||
	    !find_last(run->models[KABI_NEW], subject->bodies[KABI_NEW], NULL,
		       &b) ||
	    strcmp(a.member->name, change->member) != 0 ||
	    strcmp(b.member->name, change->member) != 0)
		return false;
	type = kabi_type_strip(a.member->type);
	return a.start == b.start && type->kind == KABI_TYPE_ARRAY &&
	       type->bound == KABI_BOUND_CONSTANT && type->count <= 1 &&
	       is_flexible(b.member->type);
}

/* "FILE:LINE" of a listed file: the path ends with what is listed. */
static bool is_at(const char *location, const char *listed)
{
	const char *colon = strrchr(location, ':');
	size_t length = colon ? (size_t)(colon - location) : strlen(location);
	size_t n = strlen(listed);

	return length >= n && !memcmp(location + length - n, listed, n);
}

static bool is_elsewhere(const struct kabi_suppress *suppress,
			 const struct kabi_change *change)
{
	const char *location = change->old_location ? change->old_location
						    : change->new_location;
	kabi_cleanup(kabi_free_cleanup) char *file = NULL;

	if (!suppress->n_sources && !suppress->source_regex)
		return true;
	if (!location)
		return false;
	for (size_t i = 0; i < suppress->n_sources; i++) {
		if (is_at(location, suppress->sources[i]))
			return false;
	}
	if (!suppress->source_regex)
		return true;
	file = kabi_xstrdup(location);
	file[strcspn(file, ":")] = '\0';
	return !kabi_regex_match(suppress->source_regex, file);
}

/* Nothing has it by value, on either side. */
static bool is_behind_pointers(const struct kabi_rules_run *run,
			       const char *subject)
{
	for (int side = 0; side < KABI_SIDES && !*run->has_held; side++)
		kabi_held_add(run->held, run->models[side]);
	*run->has_held = true;
	return !kabi_held_has(run->held, subject);
}

bool kabi_suppress_matches(const struct kabi_rules_run *run,
			   const struct kabi_rule *rule,
			   const struct kabi_change *change,
			   const struct kabi_change *root)
{
	const struct kabi_suppress *suppress = rule->suppress;
	struct subject subject;

	return find_subject(run, change, &subject) &&
	       is_of_kind(&subject, suppress->type_kind) &&
	       (!kabi_name_given(&suppress->name) ||
		(subject.name &&
		 kabi_name_matches(&suppress->name, subject.name))) &&
	       has_enumerator(suppress, change) &&
	       has_members(run, suppress, &subject) &&
	       is_inserted(run, suppress, change, &subject) &&
	       is_conversion(run, suppress, change, &subject) &&
	       is_elsewhere(suppress, change) &&
	       kabi_file_matches(run, &suppress->file_name, root) &&
	       (!suppress->through_pointer ||
		is_behind_pointers(run, change->subject));
}

bool kabi_suppress_covers(const struct kabi_change *root,
			  const struct kabi_change *child)
{
	if (!strcmp(child->subject, root->subject))
		return true;
	/*
	 * Who uses a typedef has no change of its own for libabigail, who holds
	 * a struct and grew with it does.
	 */
	return child->verdict == KABI_VERDICT_RETURN_TYPE_CHANGED ||
	       child->verdict == KABI_VERDICT_PARAMETER_TYPE_CHANGED ||
	       child->verdict == KABI_VERDICT_VARIABLE_TYPE_CHANGED ||
	       child->verdict == KABI_VERDICT_MEMBER_TYPE_CHANGED;
}
