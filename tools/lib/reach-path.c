// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Paths. Of all edges those count that lie on a way of the fewest hops; among
 * these a plain breadth-first search from the exports finds the ways of the
 * fewest steps. What an edge is called is found by walking its record's types
 * once more: that costs nothing for the few nodes whose path is asked for.
 */
#include "reach-path.h"

#include <limits.h>
#include <string.h>

#include "reach-graph.h"
#include "strbuf.h"

/* Types nest no deeper; each level is one word of the way at most. */
#define MAX_TRAIL (2 * KABI_MAX_DEPTH)

/* Where in a record's types a name stands. */
struct word {
	enum {
		WORD_MEMBER,
		WORD_PARAMETER,
		WORD_RETURNED,
	} kind;
	const char *member;
	size_t parameter; /* from 1 */
};

struct search {
	const struct kabi_reach *reach;
	uint32_t target;
	unsigned int hops;
	struct word trail[MAX_TRAIL];
	size_t n;
};

/* The steps of a path, last one first. */
struct steps {
	struct kabi_arena *arena;
	const char **words;
	size_t n, room;
};

static void find_ways(struct kabi_reach *reach)
{
	uint32_t *queue = kabi_xcalloc(reach->n_nodes + 1, sizeof(*queue));
	size_t n = 0;

	reach->before =
		kabi_xcalloc(reach->n_nodes + 1, sizeof(*reach->before));
	for (size_t i = 0; i < reach->n_nodes; i++)
		reach->before[i] = KABI_REACH_NO_NODE;
	for (size_t i = 0; i < reach->n_exports; i++) {
		uint32_t node = kabi_reach_node(reach, reach->exports[i]);

		reach->before[node] = node;
		queue[n++] = node;
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t node = queue[i];

		for (size_t e = reach->first_edge[node];
		     e < reach->first_edge[node + 1]; e++) {
			const struct kabi_reach_edge *edge = &reach->edges[e];

			if (reach->before[edge->target] != KABI_REACH_NO_NODE ||
			    reach->distance[edge->target] !=
				    reach->distance[node] + edge->hops)
				continue;
			reach->before[edge->target] = node;
			queue[n++] = edge->target;
		}
	}
	free(queue);
}

static bool find_type(struct search *search, const struct kabi_type *type,
		      unsigned int hops);

static bool push(struct search *search, struct word word,
		 const struct kabi_type *type, unsigned int hops)
{
	if (search->n == MAX_TRAIL)
		return false;
	search->trail[search->n++] = word;
	if (find_type(search, type, hops))
		return true;
	search->n--;
	return false;
}

static bool find_body(struct search *search, const struct kabi_body *body,
		      unsigned int hops)
{
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		struct word word = { .kind = WORD_MEMBER,
				     .member = member->name };

		if (member->name ? push(search, word, member->type, hops)
				 : find_type(search, member->type, hops))
			return true;
	}
	return false;
}

static bool find_signature(struct search *search, const struct kabi_type *type,
			   unsigned int hops)
{
	for (size_t i = 0; i < type->n_params; i++) {
		struct word word = { .kind = WORD_PARAMETER,
				     .parameter = i + 1 };

		if (push(search, word, type->params[i], hops))
			return true;
	}
	return push(search, (struct word){ .kind = WORD_RETURNED },
		    type->target, hops);
}

static bool is_target(const struct search *search, const struct kabi_type *type,
		      unsigned int hops)
{
	const struct kabi_reach *reach = search->reach;
	uint32_t node;

	if (hops != search->hops)
		return false;
	if (type->decl)
		return kabi_reach_node(reach, type->decl) == search->target;
	return type->kind == KABI_TYPE_TAGGED &&
	       kabi_ptrmap_get(&reach->opaque_nodes[type->tag_kind], type->name,
			       &node) &&
	       node == search->target;
}

/* The walk of reach.c, until it meets the target; the trail leads there. */
static bool find_type(struct search *search, const struct kabi_type *type,
		      unsigned int hops)
{
	for (; type; type = type->target) {
		switch (type->kind) {
		case KABI_TYPE_POINTER:
			hops += hops < KABI_REACH_MAX_HOPS;
			break;
		case KABI_TYPE_FUNCTION:
			return find_signature(search, type, hops);
		case KABI_TYPE_NAMED:
		case KABI_TYPE_TAGGED:
			return is_target(search, type, hops);
		case KABI_TYPE_UNTAGGED:
			return find_body(search, type->body, hops);
		default:
			break;
		}
	}
	return false;
}

static bool find_record(struct search *search, const struct kabi_record *record)
{
	for (; record; record = record->next_variant) {
		search->n = 0;
		if (record->body ? find_body(search, record->body, 0)
				 : find_type(search, record->type, 0))
			return true;
	}
	search->n = 0;
	return false;
}

static void add_step(struct steps *steps, const char *word)
{
	kabi_array_reserve(&steps->words, steps->n, &steps->room,
			   sizeof(*steps->words));
	steps->words[steps->n++] =
		kabi_arena_strndup(steps->arena, word, strlen(word));
}

static void add_words(struct steps *steps, const char *before, const char *name)
{
	kabi_cleanup(kabi_free_cleanup) char *word =
		kabi_xasprintf("%s%s", before, name);

	add_step(steps, word);
}

/* From its end; members next to each other are one path. */
static void add_trail(struct steps *steps, const struct search *search)
{
	size_t i = search->n;

	while (i) {
		const struct word *word = &search->trail[--i];
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
			KABI_STRBUF_INIT;

		if (word->kind == WORD_RETURNED) {
			add_step(steps, "return value");
			continue;
		}
		if (word->kind == WORD_PARAMETER) {
			kabi_strbuf_add_format(&text, "parameter %zu",
					       word->parameter);
			add_step(steps, text.string);
			continue;
		}
		kabi_strbuf_add(&text, word->member);
		while (i && search->trail[i - 1].kind == WORD_MEMBER) {
			kabi_strbuf_prepend(&text, ".");
			kabi_strbuf_prepend(&text, search->trail[--i].member);
		}
		add_words(steps, "member ", text.string);
	}
}

/* "struct foo"; a tag that is only declared has no record. */
static void add_node(struct steps *steps, const struct kabi_reach *reach,
		     uint32_t node)
{
	kabi_cleanup(kabi_free_cleanup) char *before = NULL;
	enum kabi_kind kind = KABI_KIND_STRUCT;
	const char *name = NULL;

	if (node < reach->model->n_records) {
		kind = reach->model->records[node]->kind;
		name = reach->model->records[node]->name;
	}
	for (size_t i = 0; !name && i < reach->n_opaques; i++) {
		if (reach->opaques[i].node != node)
			continue;
		kind = reach->opaques[i].kind;
		name = reach->opaques[i].name;
	}
	if (!name)
		return;
	before = kabi_xasprintf("%s ", kabi_kind_name(kind));
	add_words(steps, kabi_reach_is_type(reach, node) ? before : "", name);
}

static enum kabi_kind kind_of(const struct kabi_reach *reach, uint32_t node)
{
	return reach->model->records[node]->kind;
}

size_t kabi_reach_path(struct kabi_reach *reach, uint32_t node,
		       struct kabi_arena *arena, const char ***ret)
{
	struct steps steps = { .arena = arena };

	if (kabi_reach_distance(reach, node) == UINT_MAX ||
	    !kabi_reach_is_type(reach, node))
		return 0;
	if (!reach->before)
		find_ways(reach);
	add_node(&steps, reach, node);
	while (reach->before[node] != node) {
		uint32_t from = reach->before[node];
		struct search search = {
			.reach = reach,
			.target = node,
			.hops = reach->distance[node] - reach->distance[from],
		};

		node = from;
		if (!kabi_reach_is_type(reach, node)) {
			/* Of an export and its function the one name. */
			if (kind_of(reach, node) == KABI_KIND_EXPORT)
				add_node(&steps, reach, node);
			continue;
		}
		find_record(&search, reach->model->records[node]);
		add_trail(&steps, &search);
		if (kind_of(reach, node) != KABI_KIND_TYPEDEF || search.n)
			add_node(&steps, reach, node);
	}
	*ret = kabi_arena_alloc(arena, steps.n * sizeof(**ret));
	for (size_t i = 0; i < steps.n; i++)
		(*ret)[i] = steps.words[steps.n - 1 - i];
	free(steps.words);
	return steps.n;
}
