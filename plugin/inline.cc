// SPDX-License-Identifier: GPL-2.0-or-later
// Inline functions of headers: see inline.h.

#include "gcc-compat.h"

#include "attributes.h"
#include "body.h"
#include "inline.h"

struct entry {
	tree decl;
	bool noreturn; /* declared so: GCC also finds it out, later */
	uint64_t hash;
	bool perhaps_line; /* as in body.h */
};

/* A nested function, which is a part of the one around it. */
struct nested {
	unsigned int outermost; /* DECL_UID */
	uint64_t hash;		/* with its name */
	bool perhaps_line;
};

static vec<entry> entries;
static vec<nested> nested_functions;
static tree last; /* function that came; only to compare */
static struct kabi_body *body;

/* Do those who include the header get the body, and not only the symbol? */
static bool is_inline(const_tree decl)
{
	return !DECL_ARTIFICIAL(decl) &&
	       (!TREE_PUBLIC(decl) || DECL_DECLARED_INLINE_P(decl));
}

static bool is_wanted(const_tree decl)
{
	return is_inline(decl) &&
	       kabi_body_is_of_header(DECL_SOURCE_LOCATION(decl));
}

static void add_nested(tree decl)
{
	struct nested nested;
	struct kabi_fingerprint print;
	tree outermost = decl;

	while (decl_function_context(outermost))
		outermost = decl_function_context(outermost);
	if (!is_wanted(outermost))
		return;
	kabi_fingerprint_init(&print, 0);
	kabi_fingerprint_add(&print, kabi_body_name(DECL_NAME(decl)));
	kabi_fingerprint_add(&print, kabi_body_hash(body, decl));
	nested.outermost = DECL_UID(outermost);
	nested.hash = kabi_fingerprint_value(&print);
	nested.perhaps_line = body->perhaps_line;
	nested_functions.safe_push(nested);
}

static void add_entry(tree decl)
{
	struct entry entry = { decl, (bool)TREE_THIS_VOLATILE(decl),
			       kabi_body_hash(body, decl), false };

	entry.perhaps_line = body->perhaps_line;
	entries.safe_push(entry);
}

void kabi_inline_add_current(void)
{
	tree decl = current_function_decl;

	/* The other passes of the same function. */
	if (!decl || decl == last)
		return;
	last = decl;
	if (seen_error() || !gimple_body(decl))
		return;
	if (!body)
		body = new kabi_body;
	if (decl_function_context(decl))
		add_nested(decl);
	else if (is_wanted(decl))
		add_entry(decl);
}

void kabi_inline_mark(void)
{
	struct entry *entry;
	unsigned int i;

	FOR_EACH_VEC_ELT(entries, i, entry)
		gt_ggc_mx_tree_node(entry->decl);
}

/* GCC compiles nested functions in an order of its own. */
static void add_nested_to(struct entry *entry)
{
	struct nested *nested;
	unsigned int i;

	FOR_EACH_VEC_ELT(nested_functions, i, nested) {
		if (nested->outermost != DECL_UID(entry->decl))
			continue;
		entry->hash += nested->hash;
		entry->perhaps_line |= nested->perhaps_line;
	}
}

static void record(struct kabi_walk *walk, const struct entry *entry)
{
	struct kabi_where where =
		kabi_where_get(DECL_SOURCE_LOCATION(entry->decl));
	char text[sizeof("body 0123456789abcdef")];

	walk->at = where;
	kabi_record_begin(walk->recorder, KABI_KIND_INLINE,
			  IDENTIFIER_POINTER(DECL_NAME(entry->decl)));
	kabi_record_at(walk->recorder, where.file, where.line);
	if (entry->perhaps_line)
		kabi_record_key(walk->recorder, "line", "maybe");
	kabi_attributes_record(walk->recorder, entry->decl);
	kabi_record_line(walk->recorder, 1);
	kabi_walk_function_type(walk, TREE_TYPE(entry->decl), entry->noreturn);
	snprintf(text, sizeof(text), "body %016llx",
		 (unsigned long long)entry->hash);
	kabi_record_line(walk->recorder, 1);
	kabi_record_text(walk->recorder, text);
	kabi_record_end(walk->recorder);
}

void kabi_inline_record(struct kabi_walk *walk)
{
	struct entry *entry;
	unsigned int i;

	FOR_EACH_VEC_ELT(entries, i, entry) {
		add_nested_to(entry);
		record(walk, entry);
	}
	entries.release();
	nested_functions.release();
	delete body;
	body = NULL;
}
