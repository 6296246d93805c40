// SPDX-License-Identifier: GPL-2.0-or-later
/* The graph of what names what, and distances from the exports. */
#include "reach.h"

#include <limits.h>
#include <string.h>

#include "reach-graph.h"

#define MAX_HOPS KABI_REACH_MAX_HOPS

bool kabi_reach_is_type(const struct kabi_reach *reach, uint32_t node)
{
	if (node >= reach->model->n_records)
		return true;
	switch (reach->model->records[node]->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
	case KABI_KIND_ENUM:
	case KABI_KIND_TYPEDEF:
		return true;
	default:
		return false;
	}
}

static void add_edge(struct kabi_reach *reach, uint32_t target,
		     unsigned int hops)
{
	kabi_array_reserve(&reach->edges, reach->n_edges, &reach->room_edges,
			   sizeof(*reach->edges));
	reach->edges[reach->n_edges++] =
		(struct kabi_reach_edge){ target,
					  hops < MAX_HOPS ? hops : MAX_HOPS };
}

static void add_edge_to_record(struct kabi_reach *reach,
			       const struct kabi_record *record,
			       unsigned int hops)
{
	uint32_t node = kabi_reach_node(reach, record);

	if (node != KABI_REACH_NO_NODE)
		add_edge(reach, node, hops);
}

static void add_edge_to_opaque(struct kabi_reach *reach, enum kabi_kind kind,
			       const char *name, unsigned int hops)
{
	struct kabi_ptrmap *map = &reach->opaque_nodes[kind];
	uint32_t node;

	if (!kabi_ptrmap_get(map, name, &node)) {
		node = reach->model->n_records + reach->n_opaques;
		kabi_ptrmap_set(map, name, node);
		kabi_array_reserve(&reach->opaques, reach->n_opaques,
				   &reach->room_opaques,
				   sizeof(*reach->opaques));
		reach->opaques[reach->n_opaques++] =
			(struct kabi_reach_opaque){ kind, name, node };
	}
	add_edge(reach, node, hops);
}

static void add_type(struct kabi_reach *reach, const struct kabi_type *type,
		     unsigned int hops);

static void add_body(struct kabi_reach *reach, const struct kabi_body *body,
		     unsigned int hops)
{
	for (size_t i = 0; i < body->n_members; i++)
		add_type(reach, body->members[i].type, hops);
}

/* Recursion is as deep as one record's type, which the parser has limited. */
static void add_type(struct kabi_reach *reach, const struct kabi_type *type,
		     unsigned int hops)
{
	for (; type; type = type->target) {
		switch (type->kind) {
		case KABI_TYPE_POINTER:
			hops++;
			break;
		case KABI_TYPE_FUNCTION:
			for (size_t i = 0; i < type->n_params; i++)
				add_type(reach, type->params[i], hops);
			break;
		case KABI_TYPE_NAMED:
			if (type->decl)
				add_edge_to_record(reach, type->decl, hops);
			return;
		case KABI_TYPE_TAGGED:
			if (type->decl)
				add_edge_to_record(reach, type->decl, hops);
			else
				add_edge_to_opaque(reach, type->tag_kind,
						   type->name, hops);
			return;
		case KABI_TYPE_UNTAGGED:
			add_body(reach, type->body, hops);
			return;
		default:
			break;
		}
	}
}

static void add_edges_of(struct kabi_reach *reach,
			 const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		for (; record; record = record->next_variant) {
			if (record->body)
				add_body(reach, record->body, 0);
		}
		break;
	case KABI_KIND_TYPEDEF:
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		for (; record; record = record->next_variant)
			add_type(reach, record->type, 0);
		break;
	case KABI_KIND_EXPORT: {
		const struct kabi_model *model = reach->model;
		const struct kabi_record *what;

		what = kabi_model_find(model, KABI_KIND_FUNCTION, record->name);
		if (what)
			add_edge_to_record(reach, what, 0);
		what = kabi_model_find(model, KABI_KIND_VARIABLE, record->name);
		if (what)
			add_edge_to_record(reach, what, 0);
		break;
	}
	default:
		break;
	}
}

/* Is it a name's first variant? */
static bool is_first(const struct kabi_reach *reach, size_t i)
{
	return reach->first_of[i] == i;
}

static void find_first_variants(struct kabi_reach *reach)
{
	const struct kabi_model *model = reach->model;
	size_t first = 0;

	reach->first_of =
		kabi_xcalloc(model->n_records + 1, sizeof(*reach->first_of));
	for (size_t i = 0; i < model->n_records; i++) {
		if (model->records[i]->kind != model->records[first]->kind ||
		    model->records[i]->name != model->records[first]->name)
			first = i;
		reach->first_of[i] = first;
	}
}

static void build(struct kabi_reach *reach)
{
	const struct kabi_model *model = reach->model;
	size_t n = model->n_records;

	reach->first_edge = kabi_xcalloc(n + 1, sizeof(*reach->first_edge));
	for (size_t i = 0; i < n; i++) {
		reach->first_edge[i] = reach->n_edges;
		if (is_first(reach, i))
			add_edges_of(reach, model->records[i]);
	}
	/* What is not defined names nothing. */
	reach->n_nodes = n + reach->n_opaques;
	reach->first_edge = kabi_xrealloc_array(reach->first_edge,
						reach->n_nodes + 1,
						sizeof(*reach->first_edge));
	for (size_t i = n; i <= reach->n_nodes; i++)
		reach->first_edge[i] = reach->n_edges;
}

/* Nodes to look at that are the same number of hops away. */
struct bucket {
	uint32_t *nodes;
	size_t n, room;
};

static void reach_node(struct kabi_reach *reach, struct bucket *buckets,
		       uint32_t node, unsigned int distance)
{
	struct bucket *bucket = &buckets[distance % (MAX_HOPS + 1)];

	if (distance >= reach->distance[node])
		return;
	reach->distance[node] = distance;
	kabi_array_reserve(&bucket->nodes, bucket->n, &bucket->room,
			   sizeof(*bucket->nodes));
	bucket->nodes[bucket->n++] = node;
}

/*
 * Dijkstra's algorithm with a ring of buckets: all that is queued is at most
 * MAX_HOPS farther away than the bucket that is being emptied, so the bucket of
 * a distance is that distance modulo MAX_HOPS + 1.
 */
static void measure(struct kabi_reach *reach)
{
	struct bucket buckets[MAX_HOPS + 1] = { 0 };
	unsigned int empty = 0;

	reach->distance =
		kabi_xcalloc(reach->n_nodes + 1, sizeof(*reach->distance));
	for (size_t i = 0; i < reach->n_nodes; i++)
		reach->distance[i] = UINT_MAX;
	for (size_t i = 0; i < reach->n_exports; i++)
		reach_node(reach, buckets,
			   kabi_reach_node(reach, reach->exports[i]), 0);

	for (unsigned int distance = 0; empty <= MAX_HOPS; distance++) {
		struct bucket *bucket = &buckets[distance % (MAX_HOPS + 1)];

		empty = bucket->n ? 0 : empty + 1;
		while (bucket->n) {
			uint32_t node = bucket->nodes[--bucket->n];

			if (reach->distance[node] != distance)
				continue; /* found nearer meanwhile */
			for (size_t i = reach->first_edge[node];
			     i < reach->first_edge[node + 1]; i++)
				reach_node(reach, buckets,
					   reach->edges[i].target,
					   distance + reach->edges[i].hops);
		}
	}
	for (size_t i = 0; i <= MAX_HOPS; i++)
		free(buckets[i].nodes);
}

static void find_exports(struct kabi_reach *reach,
			 const struct kabi_symlist *list)
{
	const struct kabi_model *model = reach->model;
	size_t first = model->by_kind[KABI_KIND_EXPORT];
	size_t end = model->by_kind[KABI_KIND_EXPORT + 1];

	reach->exports = kabi_xcalloc(end - first + 1, sizeof(*reach->exports));
	for (size_t i = first; i < end; i++) {
		const struct kabi_record *record = model->records[i];

		if (is_first(reach, i) &&
		    (!list || kabi_symlist_has(list, record->name)))
			reach->exports[reach->n_exports++] = record;
	}
}

static int compare_opaques(const void *a, const void *b)
{
	const struct kabi_reach_opaque *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return strcmp(x->name, y->name);
}

static void sort_opaques(struct kabi_reach *reach)
{
	size_t n = 0;

	for (size_t i = 0; i < reach->n_opaques; i++) {
		if (reach->distance[reach->opaques[i].node] != UINT_MAX)
			reach->opaques[n++] = reach->opaques[i];
	}
	reach->n_opaques = n;
	if (n)
		qsort(reach->opaques, n, sizeof(*reach->opaques),
		      compare_opaques);
}

struct kabi_reach *kabi_reach_create_listed(const struct kabi_model *model,
					    const struct kabi_symlist *list)
{
	struct kabi_reach *reach = kabi_xcalloc(1, sizeof(*reach));

	reach->model = model;
	for (int i = 0; i < KABI_KIND_COUNT; i++)
		kabi_ptrmap_init(&reach->opaque_nodes[i]);
	find_first_variants(reach);
	find_exports(reach, list);
	build(reach);
	measure(reach);
	sort_opaques(reach);
	reach->sets = kabi_reach_sets_create();
	return reach;
}

struct kabi_reach *kabi_reach_create(const struct kabi_model *model)
{
	return kabi_reach_create_listed(model, NULL);
}

void kabi_reach_destroy(struct kabi_reach *reach)
{
	if (!reach)
		return;
	free(reach->first_of);
	for (int i = 0; i < KABI_KIND_COUNT; i++)
		kabi_ptrmap_deinit(&reach->opaque_nodes[i]);
	free(reach->opaques);
	free(reach->edges);
	free(reach->first_edge);
	free(reach->distance);
	free(reach->before);
	free(reach->exports);
	kabi_reach_sets_destroy(reach->sets);
	free(reach);
}

uint32_t kabi_reach_node(const struct kabi_reach *reach,
			 const struct kabi_record *record)
{
	const struct kabi_model *model = reach->model;

	/* What was filtered out of the model may still be named. */
	if (record->index >= model->n_records ||
	    model->records[record->index] != record)
		return KABI_REACH_NO_NODE;
	return reach->first_of[record->index];
}

unsigned int kabi_reach_distance(const struct kabi_reach *reach, uint32_t node)
{
	return node == KABI_REACH_NO_NODE ? UINT_MAX : reach->distance[node];
}

size_t kabi_reach_exports(const struct kabi_reach *reach,
			  const struct kabi_record *const **ret)
{
	*ret = reach->exports;
	return reach->n_exports;
}

size_t kabi_reach_opaques(const struct kabi_reach *reach,
			  const struct kabi_reach_opaque **ret)
{
	*ret = reach->opaques;
	return reach->n_opaques;
}

bool kabi_reach_any(const struct kabi_reach *reach,
		    const struct kabi_record *record)
{
	uint32_t node = kabi_reach_node(reach, record);

	return kabi_reach_distance(reach, node) != UINT_MAX;
}

size_t kabi_reach_symbols(const struct kabi_reach *reach,
			  const struct kabi_record *record,
			  const struct kabi_record ***ret,
			  unsigned int *distance)
{
	uint32_t node = kabi_reach_node(reach, record);
	const uint64_t *set = kabi_reach_set(reach, node);
	size_t n = 0;

	*distance = kabi_reach_distance(reach, node);
	*ret = kabi_xcalloc(reach->n_exports + 1, sizeof(**ret));
	for (size_t i = 0; set && i < reach->n_exports; i++) {
		if (set[i / 64] >> i % 64 & 1)
			(*ret)[n++] = reach->exports[i];
	}
	return n;
}
