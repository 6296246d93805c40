// SPDX-License-Identifier: GPL-2.0-or-later
/* Whom a change hits; see diff-consumers.h. */
#include "diff-consumers.h"

#include <string.h>

#include "strbuf.h"

/* Remarks name so many consumers, and so many types of each. */
#define MAX_NAMED 3

struct user {
	size_t consumer; /* its number in the list */
	const struct kabi_use *use;
};

struct kabi_diff_uses {
	size_t *first; /* by record of OLD: users[first[I]..first[I + 1]] */
	struct user *users;
};

/* What a change asks of those who depend on a type. */
enum feeling {
	FEELS_NOTHING, /* nobody can have compiled it in */
	FEELS_MEMBER,  /* the change's member, what is in it, what it is in */
	FEELS_WHOLE,   /* the member as a whole, which has no tag */
	FEELS_SIZE,
	FEELS_ALIGNMENT,
	FEELS_LAYOUT, /* anything of it */
	FEELS_NAME,   /* whoever has it, has it */
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

struct kabi_diff_uses *
kabi_diff_uses_create(const struct kabi_consumers *consumers,
		      const struct kabi_model *old_model)
{
	struct kabi_diff_uses *uses;
	size_t n = old_model->n_records, total = 0, *next;

	if (!consumers)
		return NULL;
	uses = kabi_xcalloc(1, sizeof(*uses));
	uses->first = kabi_xcalloc(n + 1, sizeof(*uses->first));
	next = kabi_xcalloc(n + 1, sizeof(*next));
	for (size_t i = 0; i < consumers->n; i++) {
		const struct kabi_consumer *consumer = &consumers->list[i];

		for (size_t j = 0; j < consumer->n_uses; j++)
			next[consumer->uses[j].record->index]++;
		total += consumer->n_uses;
	}
	for (size_t i = 0; i < n; i++) {
		uses->first[i + 1] = uses->first[i] + next[i];
		next[i] = uses->first[i];
	}
	uses->users = kabi_xcalloc(total + 1, sizeof(*uses->users));
	for (size_t i = 0; i < consumers->n; i++) {
		const struct kabi_consumer *consumer = &consumers->list[i];

		for (size_t j = 0; j < consumer->n_uses; j++) {
			const struct kabi_use *use = &consumer->uses[j];

			uses->users[next[use->record->index]++] =
				(struct user){ i, use };
		}
	}
	free(next);
	return uses;
}

void kabi_diff_uses_destroy(struct kabi_diff_uses *uses)
{
	if (!uses)
		return;
	free(uses->first);
	free(uses->users);
	free(uses);
}

bool kabi_diff_is_used(const struct kabi_differ *differ,
		       const struct kabi_record *old_record)
{
	const struct kabi_diff_uses *uses = differ->uses;

	for (; uses && old_record; old_record = old_record->next_variant) {
		for (size_t i = uses->first[old_record->index];
		     i < uses->first[old_record->index + 1]; i++) {
			const struct kabi_use *use = uses->users[i].use;

			if (use->n_exposed || use->n_vias)
				return true;
		}
	}
	return false;
}

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
		return FEELS_SIZE;
	case KABI_VERDICT_TYPE_ALIGNMENT_CHANGED:
		return FEELS_ALIGNMENT;
	case KABI_VERDICT_TYPE_KIND_CHANGED:
	case KABI_VERDICT_TYPE_HIDDEN:
		return FEELS_LAYOUT;
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

/*
 * "member b", "size": of the type unless that is what all is about, and in the
 * consumer's own one around it. Any of the last three may be NULL.
 */
static void add_layout_hit(struct hits *hits, size_t consumer, const char *word,
			   const char *member, const struct kabi_record *owner,
			   const char *via)
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
	if (via)
		kabi_strbuf_add_format(&text, " in %s", via);
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

/* Its holder's own change tells it better, and may be none. */
static bool is_told_by_holder(struct kabi_differ *differ,
			      const struct kabi_via *via)
{
	const struct kabi_diff_pair *pair =
		via->holder ? kabi_diff_pair_of(differ, KABI_OLD, via->holder)
			    : NULL;

	return pair && kabi_diff_is_compared(differ, pair);
}

static void add_vias(struct hits *hits, const struct user *user,
		     enum feeling feeling)
{
	for (size_t i = 0; feeling > FEELS_WHOLE && i < user->use->n_vias;
	     i++) {
		const struct kabi_via *via = &user->use->vias[i];
		bool felt = feeling == FEELS_ALIGNMENT
				    ? via->by_size || via->by_align
				    : via->by_size;

		if (felt && !is_told_by_holder(hits->differ, via))
			add_layout_hit(hits, user->consumer,
				       via->by_size ? "size" : "place", NULL,
				       user->use->record, via->subject);
	}
}

static void add_layout(struct hits *hits, const struct user *user,
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
				       use->record, NULL);
	}
	/* Of what a type without a tag is in, `exposure` tells the rest. */
	add_vias(hits, user, feeling);
}

/* A setting that the consumer has as NEW has it is none to be afraid of. */
static bool is_named(const struct kabi_change *change,
		     const struct kabi_use *use)
{
	if (change->verdict != KABI_VERDICT_SETTING_CHANGED)
		return true;
	return !use->value || !change->new_text ||
	       strcmp(use->value, change->new_text) != 0;
}

static void add_users(struct hits *hits, const struct kabi_record *record,
		      enum feeling feeling, const char *member,
		      const char *name)
{
	const struct kabi_diff_uses *uses = hits->differ->uses;

	for (size_t i = uses->first[record->index];
	     i < uses->first[record->index + 1]; i++) {
		const struct user *user = &uses->users[i];

		if (feeling != FEELS_NAME)
			add_layout(hits, user, feeling, member);
		else if (is_named(hits->change, user->use))
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
	if (feeling > FEELS_WHOLE && feeling != FEELS_NAME &&
	    strstr(change->subject, "::"))
		feeling = FEELS_WHOLE;
	if (!is_one)
		record = kabi_model_find(hits->differ->models[KABI_OLD],
					 record->kind, record->name);
	for (; record; record = is_one ? NULL : record->next_variant)
		add_users(hits, record, feeling, member, change->subject);
}

static void add_symbol(struct hits *hits, const char *symbol)
{
	const struct kabi_record *record = kabi_model_find(
		hits->differ->models[KABI_OLD], KABI_KIND_EXPORT, symbol);
	const char *name;

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

/* In all of the tree; is there one that was private and hits? */
static bool settle_below(struct kabi_differ *differ, struct kabi_change *change)
{
	struct kabi_diff_entry *entry = (struct kabi_diff_entry *)change;
	struct hits hits = { .differ = differ, .relative_to = change->subject };
	bool seen = false;

	for (size_t i = 0; i < change->n_children; i++)
		seen |= settle_below(differ, change->children[i]);
	find(&hits, entry);
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

static void add_stranger(struct kabi_strbuf *text,
			 const struct kabi_consumer *consumer)
{
	size_t n = consumer->n_strangers;

	kabi_strbuf_add_format(text, "%s%s (", text->length ? ", " : "",
			       consumer->name);
	for (size_t i = 0; i < n && i < MAX_NAMED; i++)
		kabi_strbuf_add_format(text, "%s%s", i ? ", " : "",
				       consumer->strangers[i]);
	if (n > MAX_NAMED)
		kabi_strbuf_add_format(text, " and %zu more", n - MAX_NAMED);
	kabi_strbuf_add(text, ")");
}

static void remark_strangers(struct kabi_differ *differ)
{
	const struct kabi_consumers *consumers = differ->options->consumers;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < consumers->n; i++) {
		if (consumers->list[i].n_strangers && n++ < MAX_NAMED)
			add_stranger(&text, &consumers->list[i]);
	}
	if (n > MAX_NAMED)
		kabi_strbuf_add_format(&text, " and %zu more", n - MAX_NAMED);
	if (n)
		kabi_diff_remark(
			differ,
			kabi_diff_text(differ,
				       "what consumers have of types that OLD "
				       "has otherwise, since they were not "
				       "built against it: %s",
				       text.string));
}

void kabi_diff_count_hits(struct kabi_differ *differ)
{
	const struct kabi_consumers *consumers = differ->options->consumers;
	struct kabi_changes *changes = differ->changes;
	bool *hit;

	if (!consumers)
		return;
	hit = kabi_xcalloc(consumers->n + 1, sizeof(*hit));
	for (size_t i = 0; i < changes->n_changes; i++) {
		const struct kabi_change *change = changes->changes[i];
		size_t next = 0;

		changes->n_changes_hit += change->n_hits > 0;
		for (size_t j = 0; j < change->n_hits; j++) {
			/* Both are sorted by name, and names are unique. */
			while (consumers->list[next].name !=
			       change->hits[j].consumer)
				next++;
			changes->n_consumers_hit += !hit[next];
			hit[next] = true;
		}
	}
	changes->n_consumers = consumers->n;
	free(hit);
	remark_strangers(differ);
}
