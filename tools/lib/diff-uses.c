// SPDX-License-Identifier: GPL-2.0-or-later
/* Who depends on which record of OLD, and how many are hit in the end. */
#include <string.h>

#include "diff-consumers.h"
#include "escape.h"
#include "strbuf.h"

/* Remarks name so many consumers, and so many types of each. */
#define MAX_NAMED 3

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
				(struct kabi_diff_user){ i, use };
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
			if (uses->users[i].use->n_exposed)
				return true;
		}
	}
	return false;
}

static void add_stranger(struct kabi_strbuf *text,
			 const struct kabi_consumer *consumer)
{
	size_t n = consumer->n_strangers;

	/* Remarks are plain text, which writers take as it is. */
	kabi_strbuf_add(text, text->length ? ", " : "");
	kabi_escape_add(text, consumer->name, KABI_ESCAPE_FILE);
	kabi_strbuf_add(text, " (");
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
