// SPDX-License-Identifier: GPL-2.0-or-later
/* Whom a change hits; see diff-consumers.h. */
#include "diff-consumers.h"

#include <string.h>

#include "strbuf.h"

/* What a change asks of those who depend on a type. */
enum feeling {
	FEELS_NOTHING, /* nobody can have compiled it in */
	FEELS_MEMBER,  /* the change's member, what is in it, what it is in */
	FEELS_WHOLE,   /* the member as a whole, which has no tag */
	FEELS_SIZE,
	FEELS_LAYOUT,	  /* anything of it */
	FEELS_NAME,	  /* whoever has it, has it */
	FEELS_ENUMERATOR, /* the change's, which is its member */
};

struct hits {
	struct kabi_differ *differ;
	const struct kabi_change *change;
	const char *relative_to; /* a subject that need not be said */
	struct hit {
		size_t consumer;
		const char *what;
	} * list;
	size_t n, room;
};

static enum feeling feeling_of(enum kabi_verdict verdict)
{
	switch (verdict) {
	case KABI_VERDICT_MEMBER_REMOVED:
	case KABI_VERDICT_MEMBER_REPLACED:
	case KABI_VERDICT_MEMBER_MOVED:
	case KABI_VERDICT_MEMBER_SIZE_CHANGED:
	case KABI_VERDICT_MEMBER_TYPE_CHANGED:
	case KABI_VERDICT_MEMBER_RENAMED:
	case KABI_VERDICT_MEMBER_QUALIFIERS_CHANGED:
	case KABI_VERDICT_RESERVE_USED:
		return FEELS_MEMBER;
	/* Who copies all of it copies what was padding. */
	case KABI_VERDICT_PADDING_USED:
	case KABI_VERDICT_TYPE_SIZE_CHANGED:
	/* Whoever has it by value, in a type of its own, has `size`. */
	case KABI_VERDICT_TYPE_ALIGNMENT_CHANGED:
		return FEELS_SIZE;
	case KABI_VERDICT_TYPE_KIND_CHANGED:
	case KABI_VERDICT_TYPE_HIDDEN:
		return FEELS_LAYOUT;
	case KABI_VERDICT_ENUMERATOR_VALUE_CHANGED:
	case KABI_VERDICT_ENUMERATOR_REMOVED:
	case KABI_VERDICT_ENUMERATOR_RENAMED:
	case KABI_VERDICT_ENUM_SENTINEL_MOVED:
		return FEELS_ENUMERATOR;
	/* Nobody has what was not there; what it moved is told besides. */
	case KABI_VERDICT_MEMBER_ADDED:
	case KABI_VERDICT_TYPE_COMPLETED:
	case KABI_VERDICT_ENUMERATOR_ADDED:
	case KABI_VERDICT_MACRO_ADDED:
	case KABI_VERDICT_INLINE_ADDED:
	case KABI_VERDICT_SYMBOL_ADDED:
	case KABI_VERDICT_HIDDEN_CALL_ADDED:
	case KABI_VERDICT_SECTION_ADDED:
		return FEELS_NOTHING;
	default:
		return FEELS_NAME;
	}
}

static void add_hit(struct hits *hits, size_t consumer, const char *what)
{
	kabi_array_reserve(&hits->list, hits->n, &hits->room,
			   sizeof(*hits->list));
	hits->list[hits->n++] = (struct hit){ consumer, what };
}

/* "member b", "size": of the type unless that is what all is about. */
static void add_layout_hit(struct hits *hits, size_t consumer, const char *word,
			   const char *member, const struct kabi_record *owner)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	kabi_cleanup(kabi_free_cleanup) char *subject = kabi_xasprintf(
		"%s %s", kabi_kind_name(owner->kind), owner->name);

	kabi_strbuf_add(&text, word);
	if (member)
		kabi_strbuf_add_format(&text, " %s", member);
	if (strcmp(subject, hits->relative_to) != 0)
		kabi_strbuf_add_format(&text, " of %s", subject);
	add_hit(hits, consumer,
		kabi_diff_text(hits->differ, "%s", text.string));
}

static bool is_path_within(const char *path, const char *outer)
{
	size_t length = strlen(outer);

	return !strncmp(path, outer, length) &&
	       (!path[length] || path[length] == '.');
}

/* Does the line of `exposure` tell of the member, or what is in or around it?
 */
static bool is_felt(const struct kabi_exposed *exposed, enum feeling feeling,
		    const char *member)
{
	switch (exposed->how) {
	case KABI_DEPENDS_SIZE:
		return feeling > FEELS_WHOLE;
	case KABI_DEPENDS_ACCESS:
	case KABI_DEPENDS_OFFSET:
		if (feeling == FEELS_MEMBER)
			return is_path_within(exposed->member, member) ||
			       is_path_within(member, exposed->member);
		/* An array's element brings the array with it. */
		if (feeling == FEELS_WHOLE)
			return is_path_within(member, exposed->member);
		return feeling == FEELS_LAYOUT;
	case KABI_DEPENDS_UNKNOWN:
		break;
	}
	return true;
}

static void add_layout(struct hits *hits, const struct kabi_diff_user *user,
		       enum feeling feeling, const char *member)
{
	static const char *const words[] = {
		[KABI_DEPENDS_ACCESS] = "member",
		[KABI_DEPENDS_OFFSET] = "offset",
		[KABI_DEPENDS_SIZE] = "size",
		[KABI_DEPENDS_UNKNOWN] = "unknown",
	};
	const struct kabi_use *use = user->use;

	for (size_t i = 0; i < use->n_exposed; i++) {
		const struct kabi_exposed *exposed = &use->exposed[i];

		if (is_felt(exposed, feeling, member))
			add_layout_hit(hits, user->consumer,
				       words[exposed->how], exposed->member,
				       use->record);
	}
}

/*
 * A setting that the consumer has as NEW has it is none to be afraid of; of
 * prebuilt objects each value that they have is a change of its own.
 */
static bool is_named(const struct hits *hits, const struct kabi_use *use)
{
	const struct kabi_change *change = hits->change;

	if (change->verdict != KABI_VERDICT_SETTING_CHANGED)
		return true;
	if (hits->differ->options->prebuilt && use->value && change->old_text)
		return !strcmp(use->value, change->old_text);
	return !use->value || !change->new_text ||
	       strcmp(use->value, change->new_text) != 0;
}

static void add_enumerator(struct hits *hits, const struct kabi_diff_user *user,
			   const char *enumerator, const char *name)
{
	const struct kabi_use *use = user->use;

	if (!use->tells_members || !enumerator) {
		add_hit(hits, user->consumer, name);
		return;
	}
	for (size_t i = 0; i < use->n_exposed; i++) {
		if (!strcmp(use->exposed[i].member, enumerator))
			add_hit(hits, user->consumer,
				kabi_diff_text(hits->differ, "enumerator %s",
					       enumerator));
	}
}

static void add_users(struct hits *hits, const struct kabi_record *record,
		      enum feeling feeling, const char *member,
		      const char *name)
{
	const struct kabi_diff_uses *uses = hits->differ->uses;

	for (size_t i = uses->first[record->index];
	     i < uses->first[record->index + 1]; i++) {
		const struct kabi_diff_user *user = &uses->users[i];

		if (feeling == FEELS_ENUMERATOR)
			add_enumerator(hits, user, hits->change->member, name);
		else if (feeling != FEELS_NAME)
			add_layout(hits, user, feeling, member);
		else if (is_named(hits, user->use))
			add_hit(hits, user->consumer, name);
	}
}

/*
 * "m.b" of the member b of "struct foo::m"; of the whole of that: "m". An empty
 * string for "struct foo" itself.
 */
static char *member_path(const struct kabi_change *change)
{
	const char *inner = strstr(change->subject, "::");
	struct kabi_strbuf path = KABI_STRBUF_INIT;

	for (inner = inner ? inner + 2 : ""; *inner; inner++) {
		kabi_strbuf_add_char(&path, *inner == ':' ? '.' : *inner);
		inner += *inner == ':';
	}
	if (change->member && path.length)
		kabi_strbuf_add_char(&path, '.');
	if (change->member)
		kabi_strbuf_add(&path, change->member);
	return kabi_strbuf_steal(&path);
}

/* Of a change at one pair of variants that one, else all of OLD's. */
static void add_type(struct hits *hits, const struct kabi_diff_entry *entry,
		     const struct kabi_record *record, enum feeling feeling)
{
	const struct kabi_change *change = hits->change;
	kabi_cleanup(kabi_free_cleanup) char *member = member_path(change);
	bool is_one =
		(entry->subjects[KABI_NEW] || change->records[KABI_NEW]) &&
		change->verdict != KABI_VERDICT_TYPE_KIND_CHANGED;

	/* Its size and alignment are those of a member. */
	if (feeling > FEELS_WHOLE && feeling < FEELS_NAME &&
	    strstr(change->subject, "::"))
		feeling = FEELS_WHOLE;
	if (!is_one)
		record = kabi_model_find(hits->differ->models[KABI_OLD],
					 record->kind, record->name);
	for (; record; record = is_one ? NULL : record->next_variant)
		add_users(hits, record, feeling, member, change->subject);
}

static void add_all(struct hits *hits, const char *what)
{
	for (size_t i = 0; i < hits->differ->options->consumers->n; i++)
		add_hit(hits, i, what);
}

static void add_symbol(struct hits *hits, const char *symbol)
{
	const struct kabi_record *record = kabi_model_find(
		hits->differ->models[KABI_OLD], KABI_KIND_EXPORT, symbol);
	const char *name;

	/* What objects import is an export; this one the kernel has of them. */
	if (!record && hits->differ->options->prebuilt)
		add_all(hits, hits->change->subject);
	if (!record)
		return;
	name = kabi_diff_text(hits->differ, "symbol %s", symbol);
	for (; record; record = record->next_variant)
		add_users(hits, record, FEELS_NAME, NULL, name);
}

static void add_symbols(struct hits *hits, const struct kabi_diff_entry *entry,
			const char *name)
{
	for (size_t i = 0; i < entry->n_own_symbols; i++)
		add_symbol(hits, entry->own_symbols[i]);
	if (!entry->n_own_symbols)
		add_symbol(hits, name);
}

/* A setting, section or call: OLD's first record of that name has the users. */
static void add_named(struct hits *hits, enum kabi_kind kind, const char *name)
{
	const struct kabi_record *record =
		kabi_model_find(hits->differ->models[KABI_OLD], kind, name);

	if (record)
		add_users(hits, record, FEELS_NAME, NULL,
			  hits->change->subject);
	/* What is no option of the compiler, all of them were made with. */
	else if (hits->differ->options->prebuilt)
		add_all(hits, hits->change->subject);
}

/* Adds those whom one change hits, its children apart. */
static void find(struct hits *hits, const struct kabi_diff_entry *entry)
{
	const struct kabi_change *change = &entry->change;
	enum feeling feeling = feeling_of(change->verdict);
	const struct kabi_record *record = entry->subjects[KABI_OLD]
						   ? entry->subjects[KABI_OLD]
						   : change->records[KABI_OLD];
	size_t length = strcspn(change->subject, " ");
	enum kabi_kind kind = KABI_KIND_COUNT;

	hits->change = change;
	if (record)
		kind = record->kind;
	else
		kabi_kind_parse(change->subject, length, &kind);
	if (feeling == FEELS_NOTHING || !change->subject[length])
		return;
	switch (kind) {
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		add_symbols(hits, entry, change->subject + length + 1);
		break;
	case KABI_KIND_SETTING:
	case KABI_KIND_SECTION:
	case KABI_KIND_CALL:
		add_named(hits, kind, change->subject + length + 1);
		break;
	default:
		if (record)
			add_type(hits, entry, record, feeling);
		break;
	}
}

static int compare_hits(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;

	if (x->consumer != y->consumer)
		return x->consumer < y->consumer ? -1 : 1;
	return strcmp(x->what, y->what);
}

/* Sorts them, each once, into the change. */
static void settle(struct hits *hits, struct kabi_change *change)
{
	struct kabi_arena *arena = &hits->differ->changes->arena;
	const struct kabi_consumers *consumers =
		hits->differ->options->consumers;
	const char **what = kabi_arena_alloc(arena, hits->n * sizeof(*what));

	change->hits = NULL;
	change->n_hits = 0;
	if (!hits->n)
		return;
	qsort(hits->list, hits->n, sizeof(*hits->list), compare_hits);
	change->hits = kabi_arena_alloc(arena, hits->n * sizeof(*change->hits));
	for (size_t i = 0; i < hits->n; i++) {
		const struct hit *hit = &hits->list[i];
		struct kabi_hit *ret = &change->hits[change->n_hits];

		if (i && !compare_hits(hit - 1, hit))
			continue;
		if (i && hit[-1].consumer == hit->consumer) {
			ret--;
		} else {
			ret->consumer = consumers->list[hit->consumer].name;
			ret->what = what;
			change->n_hits++;
		}
		ret->n_what++;
		*what++ = hit->what;
	}
}

static void find_below(struct hits *hits, const struct kabi_change *change)
{
	/* Every change is the beginning of its entry. */
	find(hits, (const struct kabi_diff_entry *)change);
	for (size_t i = 0; i < change->n_children; i++)
		find_below(hits, change->children[i]);
}

/*
 * Only what they feel counts for prebuilt objects: of a struct that grew, not
 * the members behind those that they use.
 */
static void forget_unfelt(struct kabi_change *change, bool is_felt_itself)
{
	size_t n = 0;

	if (!is_felt_itself)
		change->level = KABI_LEVEL_NOTE;
	for (size_t i = 0; i < change->n_children; i++) {
		if (change->children[i]->n_hits)
			change->children[n++] = change->children[i];
	}
	change->n_children = n;
}

/* In all of the tree; is there one that was private and hits? */
static bool settle_below(struct kabi_differ *differ, struct kabi_change *change)
{
	struct kabi_diff_entry *entry = (struct kabi_diff_entry *)change;
	struct hits hits = { .differ = differ, .relative_to = change->subject };
	bool seen = false;

	for (size_t i = 0; i < change->n_children; i++)
		seen |= settle_below(differ, change->children[i]);
	find(&hits, entry);
	if (differ->options->prebuilt) {
		forget_unfelt(change, hits.n > 0);
		kabi_diff_prebuilt_limit(change);
	}
	if (hits.n && change->is_private) {
		change->level = entry->public_level;
		seen = true;
	}
	if (seen)
		change->is_private = false;
	for (size_t i = 0; i < change->n_children; i++)
		find_below(&hits, change->children[i]);
	settle(&hits, change);
	free(hits.list);
	return seen;
}

void kabi_diff_find_hits(struct kabi_differ *differ,
			 struct kabi_diff_entry *root)
{
	if (differ->uses)
		settle_below(differ, &root->change);
}
