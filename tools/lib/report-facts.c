// SPDX-License-Identifier: GPL-2.0-or-later
/* What the formats for people say of a change. */
#include "report-facts.h"

#include <string.h>

#include "alloc.h"
#include "utf8.h"

/*
 * How many bytes of valid UTF-8 no output should hold: C0, DEL, C1 (a terminal
 * may take U+009B for the beginning of a command), what begins a line or turns
 * the direction of writing, U+FFFE and U+FFFF.
 */
static size_t bad_bytes(const char *text)
{
	const unsigned char *c = (const unsigned char *)text;

	if (c[0] < ' ' || c[0] == 0x7f)
		return 1;
	if (c[0] == 0xc2 && c[1] < 0xa0)
		return 2;
	if ((c[0] == 0xe2 && c[1] == 0x80 && c[2] >= 0xa8 && c[2] <= 0xae) ||
	    (c[0] == 0xe2 && c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9) ||
	    (c[0] == 0xef && c[1] == 0xbf && c[2] >= 0xbe))
		return 3;
	return 0;
}

void kabi_report_add(struct kabi_strbuf *buf, const char *text)
{
	kabi_cleanup(kabi_free_cleanup) char *converted = NULL;

	/* A buffer has a string from now on, even if nothing is added. */
	kabi_strbuf_add(buf, "");
	if (!text)
		return;
	if (!kabi_utf8_valid(text, strlen(text))) {
		size_t length;

		converted = kabi_utf8_from_latin1(text, strlen(text), &length);
		text = converted;
	}
	while (*text) {
		size_t bad = bad_bytes(text);

		if (!bad)
			kabi_strbuf_add_char(buf, *text++);
		for (; bad; bad--)
			kabi_strbuf_add_format(buf, "%%%02x",
					       (unsigned char)*text++);
	}
}

static bool ends_with(const char *string, const char *end)
{
	size_t length = strlen(string), n = strlen(end);

	return length >= n && !strcmp(string + length - n, end);
}

/* "-added" and "-removed" say themselves that one side is empty. */
void kabi_report_add_values(struct kabi_strbuf *buf,
			    const struct kabi_change *change)
{
	const char *id = kabi_verdict_name(change->verdict);
	const char *old_text = change->old_text, *new_text = change->new_text;
	bool only_new = !old_text && ends_with(id, "-added");
	bool only_old = !new_text && ends_with(id, "-removed");

	kabi_strbuf_add(buf, "");
	if (!old_text && !new_text)
		return;
	if (!only_new)
		kabi_report_add(buf, old_text ? old_text : "none");
	if (!only_new && !only_old)
		kabi_strbuf_add(buf, " -> ");
	if (!only_old)
		kabi_report_add(buf, new_text ? new_text : "none");
}

void kabi_report_add_change(struct kabi_strbuf *buf,
			    const struct kabi_change *change)
{
	kabi_strbuf_add(buf, kabi_verdict_name(change->verdict));
	if (change->member) {
		kabi_strbuf_add(buf, ": ");
		kabi_report_add(buf, change->member);
	}
	if (change->old_text || change->new_text) {
		kabi_strbuf_add(buf, ": ");
		kabi_report_add_values(buf, change);
	}
}

/* Is it the same file, whatever the lines? */
static bool same_file(const char *a, const char *b)
{
	const char *a_end = strrchr(a, ':'), *b_end = strrchr(b, ':');

	return a_end && b_end && a_end - a == b_end - b &&
	       !memcmp(a, b, a_end - a);
}

/* Where to look: in NEW, and in OLD where that is another file. */
void kabi_report_add_location(struct kabi_strbuf *buf,
			      const struct kabi_change *change)
{
	const char *old_location = change->old_location;
	const char *new_location = change->new_location;

	/* The same file needs to be named once. */
	if (old_location && new_location &&
	    same_file(old_location, new_location))
		old_location = NULL;
	kabi_report_add(buf, new_location);
	if (old_location) {
		kabi_strbuf_add(buf, new_location ? ", was " : "was ");
		kabi_report_add(buf, old_location);
	}
}

static void add_list(struct kabi_strbuf *buf, const char *const *words,
		     size_t n_words, const char *separator)
{
	kabi_strbuf_add(buf, "");
	for (size_t i = 0; i < n_words; i++) {
		kabi_strbuf_add(buf, i ? separator : "");
		kabi_report_add(buf, words[i]);
	}
}

void kabi_report_add_causes(struct kabi_strbuf *buf,
			    const struct kabi_change *change)
{
	add_list(buf, change->causes, change->n_causes, ", ");
}

void kabi_report_add_path(struct kabi_strbuf *buf,
			  const struct kabi_change *change)
{
	add_list(buf, change->path, change->n_path, " -> ");
}

void kabi_report_add_hit(struct kabi_strbuf *buf, const struct kabi_hit *hit)
{
	kabi_report_add(buf, hit->consumer);
	if (hit->n_what)
		kabi_strbuf_add(buf, ": ");
	add_list(buf, hit->what, hit->n_what, ", ");
}

bool kabi_report_reaches(const struct kabi_change *change)
{
	const char *name = strchr(change->subject, ' ');

	/* The subject is "function f", "variable v". */
	if (change->n_symbols == 1 && name &&
	    !strcmp(change->symbols[0], name + 1))
		return false;
	return change->n_symbols;
}

/* To end with "and 1 more" would save nothing. */
size_t kabi_report_cut(size_t n, size_t max)
{
	return max && n > max + 1 ? max : n;
}

bool kabi_report_is_judged(const struct kabi_change *change)
{
	return change->fails != (change->level == KABI_LEVEL_BREAK);
}

static void add_reach(struct kabi_strbuf *buf, const struct kabi_change *change,
		      size_t max_symbols)
{
	size_t total = change->n_symbols + change->n_unlisted;
	size_t shown = kabi_report_cut(change->n_symbols, max_symbols);

	kabi_strbuf_add_format(
		buf, "reaches %zu exported symbol%s (distance %u): ", total,
		kabi_report_plural(total), change->distance);
	add_list(buf, change->symbols, shown, ", ");
	if (shown < total)
		kabi_strbuf_add_format(buf, " ... and %zu more", total - shown);
	kabi_strbuf_add_char(buf, '\n');
}

static void add_children(struct kabi_strbuf *buf,
			 const struct kabi_change *parent, int indent)
{
	for (size_t i = 0; i < parent->n_children; i++) {
		const struct kabi_change *child = parent->children[i];

		kabi_strbuf_add_format(buf, "%*s", indent, "");
		if (strcmp(child->subject, parent->subject)) {
			kabi_report_add(buf, child->subject);
			kabi_strbuf_add(buf, ": ");
		}
		kabi_report_add_change(buf, child);
		kabi_strbuf_add_char(buf, '\n');
		add_children(buf, child, indent + 2);
	}
}

void kabi_report_add_details(struct kabi_strbuf *buf,
			     const struct kabi_change *change,
			     size_t max_symbols)
{
	kabi_strbuf_add(buf, "");
	if (change->n_causes) {
		kabi_strbuf_add(buf, "because of ");
		kabi_report_add_causes(buf, change);
		kabi_strbuf_add_char(buf, '\n');
	}
	if (change->is_private)
		kabi_strbuf_add(buf, "private: no consumer can have been "
				     "compiled with it\n");
	if (kabi_report_is_judged(change))
		kabi_strbuf_add(buf, change->fails ? "fails the gate\n"
						   : "passes the gate\n");
	if (kabi_report_reaches(change))
		add_reach(buf, change, max_symbols);
	if (change->n_path) {
		kabi_strbuf_add(buf, "via ");
		kabi_report_add_path(buf, change);
		kabi_strbuf_add_char(buf, '\n');
	}
	for (size_t i = 0; i < change->n_hits; i++) {
		kabi_strbuf_add(buf, "hits ");
		kabi_report_add_hit(buf, &change->hits[i]);
		kabi_strbuf_add_char(buf, '\n');
	}
	if (change->n_children)
		kabi_strbuf_add(buf, "what follows from it:\n");
	add_children(buf, change, 2);
}

void kabi_report_add_summary(struct kabi_strbuf *buf,
			     const struct kabi_changes *changes)
{
	const char *separator = ": ";

	kabi_strbuf_add_format(buf, "%zu change%s", changes->n_changes,
			       kabi_report_plural(changes->n_changes));
	if (changes->n_consumers)
		kabi_strbuf_add_format(
			buf, ", of which %zu hit %zu of your %zu module%s",
			changes->n_changes_hit, changes->n_consumers_hit,
			changes->n_consumers,
			kabi_report_plural(changes->n_consumers));
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--) {
		if (!changes->by_level[level])
			continue;
		kabi_strbuf_add_format(buf, "%s%zu %s", separator,
				       changes->by_level[level],
				       kabi_level_name(level));
		separator = ", ";
	}
	kabi_strbuf_add_format(buf, "; %zu exported symbol%s affected",
			       changes->symbols_affected,
			       kabi_report_plural(changes->symbols_affected));
	if (changes->suppressed)
		kabi_strbuf_add_format(buf, "; %zu suppressed",
				       changes->suppressed);
	if (changes->n_failing != changes->by_level[KABI_LEVEL_BREAK])
		kabi_strbuf_add_format(buf, "; %zu failing",
				       changes->n_failing);
}

void kabi_report_add_side(struct kabi_strbuf *buf, const struct kabi_side *side)
{
	const char *const words[] = { side->arch, side->release,
				      side->compiler };

	kabi_report_add(buf, side->path ? side->path : "?");
	kabi_strbuf_add(buf, " (");
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!words[i])
			continue;
		kabi_report_add(buf, words[i]);
		kabi_strbuf_add(buf, ", ");
	}
	kabi_strbuf_add_format(buf, "%zu exports)", side->exports);
}

size_t kabi_report_split_location(const char *location, unsigned int *ret_line)
{
	const char *colon = strrchr(location, ':');
	unsigned long line = colon ? strtoul(colon + 1, NULL, 10) : 0;

	/* SARIF's readers, and editors, count lines in an int. */
	*ret_line = line > 0 && line <= 0x7fffffff ? line : 0;
	return colon ? (size_t)(colon - location) : strlen(location);
}

const char *kabi_report_location(const struct kabi_change *change)
{
	return change->new_location ? change->new_location
				    : change->old_location;
}

const char *kabi_report_plural(size_t n)
{
	return n == 1 ? "" : "s";
}
