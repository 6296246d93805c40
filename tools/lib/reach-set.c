// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which exports reach a node. In a kernel two thirds of all exports reach one
 * huge cycle of types, so asking each node by a walk against the edges would
 * visit that cycle again and again. Instead the cycles (strongly connected
 * components, Tarjan's algorithm) are found once: all nodes of one have the
 * same set. A question is then a walk against the edges between components,
 * which stops where a set is known already.
 */
#include <limits.h>
#include <string.h>

#include "reach-graph.h"

/* One-to-many: the values of KEY are values[first[KEY]..first[KEY + 1]]. */
struct multimap {
	size_t *first;
	uint32_t *values;
};

struct pair {
	uint32_t key;
	uint32_t value;
};

struct pairs {
	struct pair *pairs;
	size_t n, room;
};

struct kabi_reach_sets {
	bool ready;
	struct kabi_arena arena;
	uint32_t *component; /* by node; NONE: not reached, or no type */
	size_t n_components;
	uint32_t largest;
	struct multimap before;	 /* component -> components that name it */
	struct multimap exports; /* component -> exports that name it */
	uint64_t **sets;	 /* by component, NULL: not asked for yet */
	uint32_t *visited;	 /* by component: the last walk that was here */
	uint32_t walk;
	uint32_t *stack;
};

#define NONE UINT32_MAX

struct kabi_reach_sets *kabi_reach_sets_create(void)
{
	struct kabi_reach_sets *sets = kabi_xcalloc(1, sizeof(*sets));

	kabi_arena_init(&sets->arena);
	return sets;
}

void kabi_reach_sets_destroy(struct kabi_reach_sets *sets)
{
	kabi_arena_deinit(&sets->arena);
	free(sets->component);
	free(sets->before.first);
	free(sets->before.values);
	free(sets->exports.first);
	free(sets->exports.values);
	free(sets->sets);
	free(sets->visited);
	free(sets->stack);
	free(sets);
}

/* Tarjan's algorithm, its recursion kept in "path". */
struct tarjan {
	const struct kabi_reach *reach;
	struct kabi_reach_sets *sets;
	uint32_t *order;  /* by node, from 1; 0: not seen */
	uint32_t *lowest; /* the least order it can get back to */
	uint32_t *open;	  /* nodes without a component yet */
	size_t n_open;
	uint32_t *path; /* nodes whose edges are being followed */
	size_t n_path;
	size_t *edge; /* by node: the next to follow */
	uint32_t n_seen;
	uint32_t largest_size;
};

static void enter(struct tarjan *t, uint32_t node)
{
	t->order[node] = t->lowest[node] = ++t->n_seen;
	t->edge[node] = t->reach->first_edge[node];
	t->open[t->n_open++] = node;
	t->path[t->n_path++] = node;
}

static void leave(struct tarjan *t, uint32_t node)
{
	uint32_t size = 0, member;

	t->n_path--;
	if (t->n_path) {
		uint32_t from = t->path[t->n_path - 1];

		if (t->lowest[node] < t->lowest[from])
			t->lowest[from] = t->lowest[node];
	}
	if (t->lowest[node] != t->order[node])
		return;
	do {
		member = t->open[--t->n_open];
		t->sets->component[member] = t->sets->n_components;
		size++;
	} while (member != node);
	if (size > t->largest_size) {
		t->largest_size = size;
		t->sets->largest = t->sets->n_components;
	}
	t->sets->n_components++;
}

static void follow_edges(struct tarjan *t, uint32_t root)
{
	enter(t, root);
	while (t->n_path) {
		uint32_t node = t->path[t->n_path - 1];

		if (t->edge[node] == t->reach->first_edge[node + 1]) {
			leave(t, node);
			continue;
		}

		uint32_t target = t->reach->edges[t->edge[node]++].target;

		if (!t->order[target])
			enter(t, target);
		else if (t->sets->component[target] == NONE &&
			 t->order[target] < t->lowest[node])
			t->lowest[node] = t->order[target];
	}
}

static void find_components(const struct kabi_reach *reach,
			    struct kabi_reach_sets *sets)
{
	size_t n = reach->n_nodes + 1;
	struct tarjan t = {
		.reach = reach,
		.sets = sets,
		.order = kabi_xcalloc(n, sizeof(*t.order)),
		.lowest = kabi_xcalloc(n, sizeof(*t.lowest)),
		.open = kabi_xcalloc(n, sizeof(*t.open)),
		.path = kabi_xcalloc(n, sizeof(*t.path)),
		.edge = kabi_xcalloc(n, sizeof(*t.edge)),
	};

	sets->component = kabi_xcalloc(n, sizeof(*sets->component));
	memset(sets->component, 0xff, n * sizeof(*sets->component));
	for (uint32_t i = 0; i < reach->n_nodes; i++) {
		if (!t.order[i] && kabi_reach_is_type(reach, i) &&
		    reach->distance[i] != UINT_MAX)
			follow_edges(&t, i);
	}
	free(t.order);
	free(t.lowest);
	free(t.open);
	free(t.path);
	free(t.edge);
}

static void add_pair(struct pairs *pairs, uint32_t key, uint32_t value)
{
	/* Neighbours in a struct often are of one type. */
	if (pairs->n && pairs->pairs[pairs->n - 1].key == key &&
	    pairs->pairs[pairs->n - 1].value == value)
		return;
	kabi_array_reserve(&pairs->pairs, pairs->n, &pairs->room,
			   sizeof(*pairs->pairs));
	pairs->pairs[pairs->n++] = (struct pair){ key, value };
}

/* Takes the pairs. */
static void build_multimap(struct multimap *map, struct pairs *pairs,
			   size_t n_keys)
{
	size_t *next = kabi_xcalloc(n_keys + 1, sizeof(*next));

	map->first = kabi_xcalloc(n_keys + 2, sizeof(*map->first));
	map->values = kabi_xcalloc(pairs->n + 1, sizeof(*map->values));
	for (size_t i = 0; i < pairs->n; i++)
		map->first[pairs->pairs[i].key + 1]++;
	for (size_t i = 0; i < n_keys; i++)
		map->first[i + 1] += map->first[i];
	memcpy(next, map->first, n_keys * sizeof(*next));
	for (size_t i = 0; i < pairs->n; i++)
		map->values[next[pairs->pairs[i].key]++] =
			pairs->pairs[i].value;
	free(next);
	free(pairs->pairs);
}

static void find_predecessors(const struct kabi_reach *reach,
			      struct kabi_reach_sets *sets)
{
	struct pairs pairs = { 0 };

	for (size_t node = 0; node < reach->n_nodes; node++) {
		uint32_t from = sets->component[node];

		if (from == NONE)
			continue;
		for (size_t i = reach->first_edge[node];
		     i < reach->first_edge[node + 1]; i++) {
			uint32_t to = sets->component[reach->edges[i].target];

			if (to != from && to != NONE)
				add_pair(&pairs, to, from);
		}
	}
	build_multimap(&sets->before, &pairs, sets->n_components);
}

/* The types that a symbol's own type names. */
static void add_symbol(const struct kabi_reach *reach,
		       struct kabi_reach_sets *sets, struct pairs *pairs,
		       uint32_t node, uint32_t export)
{
	for (size_t i = reach->first_edge[node];
	     i < reach->first_edge[node + 1]; i++) {
		uint32_t target = reach->edges[i].target;

		if (sets->component[target] != NONE)
			add_pair(pairs, sets->component[target], export);
	}
}

static void find_direct_exports(const struct kabi_reach *reach,
				struct kabi_reach_sets *sets)
{
	struct pairs pairs = { 0 };

	for (size_t i = 0; i < reach->n_exports; i++) {
		uint32_t node = kabi_reach_node(reach, reach->exports[i]);

		/* An export's own edges lead to its function and variable. */
		for (size_t j = reach->first_edge[node];
		     j < reach->first_edge[node + 1]; j++)
			add_symbol(reach, sets, &pairs, reach->edges[j].target,
				   i);
	}
	build_multimap(&sets->exports, &pairs, sets->n_components);
}

static void prepare(const struct kabi_reach *reach,
		    struct kabi_reach_sets *sets)
{
	find_components(reach, sets);
	find_predecessors(reach, sets);
	find_direct_exports(reach, sets);
	sets->sets = kabi_xcalloc(sets->n_components + 1, sizeof(*sets->sets));
	sets->visited =
		kabi_xcalloc(sets->n_components + 1, sizeof(*sets->visited));
	sets->stack =
		kabi_xcalloc(sets->n_components + 1, sizeof(*sets->stack));
	sets->ready = true;
}

static uint64_t *new_set(const struct kabi_reach *reach,
			 struct kabi_reach_sets *sets)
{
	size_t words = (reach->n_exports + 63) / 64;

	return kabi_arena_alloc(&sets->arena, words * sizeof(uint64_t));
}

static void add_bit(uint64_t *set, size_t bit)
{
	set[bit / 64] |= UINT64_C(1) << bit % 64;
}

static uint64_t *walk_back(const struct kabi_reach *reach,
			   struct kabi_reach_sets *sets, uint32_t component)
{
	uint64_t *set = new_set(reach, sets);
	size_t words = (reach->n_exports + 63) / 64, n = 0;

	sets->walk++;
	sets->visited[component] = sets->walk;
	sets->stack[n++] = component;
	while (n) {
		uint32_t at = sets->stack[--n];

		if (sets->sets[at]) {
			for (size_t i = 0; i < words; i++)
				set[i] |= sets->sets[at][i];
			continue;
		}
		for (size_t i = sets->exports.first[at];
		     i < sets->exports.first[at + 1]; i++)
			add_bit(set, sets->exports.values[i]);
		for (size_t i = sets->before.first[at];
		     i < sets->before.first[at + 1]; i++) {
			uint32_t from = sets->before.values[i];

			if (sets->visited[from] == sets->walk)
				continue;
			sets->visited[from] = sets->walk;
			sets->stack[n++] = from;
		}
	}
	sets->sets[component] = set;
	return set;
}

/* Of an export, a function or a variable: the export of that name. */
static const uint64_t *symbol_set(const struct kabi_reach *reach, uint32_t node)
{
	const char *name = reach->model->records[node]->name;
	size_t low = 0, high = reach->n_exports;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(reach->exports[middle]->name, name);

		if (!order) {
			uint64_t *set = new_set(reach, reach->sets);

			add_bit(set, middle);
			return set;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const uint64_t *kabi_reach_set(const struct kabi_reach *reach, uint32_t node)
{
	struct kabi_reach_sets *sets = reach->sets;

	if (kabi_reach_distance(reach, node) == UINT_MAX)
		return NULL;
	if (!kabi_reach_is_type(reach, node))
		return symbol_set(reach, node);
	if (!sets->ready)
		prepare(reach, sets);
	if (!sets->sets[sets->largest])
		walk_back(reach, sets, sets->largest);

	uint32_t component = sets->component[node];

	if (!sets->sets[component])
		walk_back(reach, sets, component);
	return sets->sets[component];
}
