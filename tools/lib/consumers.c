// SPDX-License-Identifier: GPL-2.0-or-later
/* From a consumer's records to those of OLD; see consumers.h. */
#include "consumers.h"

#include <string.h>

#include "exposure.h"

struct kabi_consumers *kabi_consumers_create(void)
{
	struct kabi_consumers *consumers = kabi_xcalloc(1, sizeof(*consumers));

	kabi_arena_init(&consumers->arena);
	return consumers;
}

void kabi_consumers_destroy(struct kabi_consumers *consumers)
{
	if (!consumers)
		return;
	kabi_arena_deinit(&consumers->arena);
	free(consumers->list);
	free(consumers);
}

static const char *copy(struct kabi_consumer_reading *reading,
			const char *string)
{
	return string ? kabi_arena_strndup(reading->arena, string,
					   strlen(string))
		      : NULL;
}

static struct kabi_use *add_use(struct kabi_consumer_reading *reading,
				const struct kabi_record *old_record)
{
	struct kabi_use *use;

	kabi_array_reserve(&reading->uses, reading->n_uses, &reading->room_uses,
			   sizeof(*reading->uses));
	use = &reading->uses[reading->n_uses++];
	*use = (struct kabi_use){ .record = old_record };
	return use;
}

/* For kabi_consumer_match(). */
struct adding {
	struct kabi_consumer_reading *reading;
	struct kabi_use use;		/* but for its record */
	const struct kabi_record *list; /* of names, or NULL */
};

static void add_match(void *context, const struct kabi_record *old_record)
{
	struct adding *adding = context;
	struct kabi_use *use = add_use(adding->reading, old_record);

	*use = adding->use;
	use->record = old_record;
}

static void add_stranger(struct kabi_consumer_reading *reading,
			 const struct kabi_record *record)
{
	kabi_cleanup(kabi_free_cleanup) char *subject = kabi_xasprintf(
		"%s %s", kabi_kind_name(record->kind), record->name);

	kabi_array_reserve(&reading->strangers, reading->n_strangers,
			   &reading->room_strangers,
			   sizeof(*reading->strangers));
	reading->strangers[reading->n_strangers++] = copy(reading, subject);
}

static void add_exposure(struct kabi_consumer_reading *reading,
			 const struct kabi_record *exposure)
{
	struct adding adding = { .reading = reading };
	const char *name;
	enum kabi_kind kind = kabi_exposure_type(exposure, &name);
	const struct kabi_record *record;
	struct kabi_exposed *exposed;

	if (!name)
		return; /* a list: add_kind() */
	record = kabi_model_find(reading->model, kind, name);
	exposed = kabi_arena_alloc(reading->arena,
				   exposure->n_exposed * sizeof(*exposed));
	for (size_t i = 0; i < exposure->n_exposed; i++) {
		exposed[i].how = exposure->exposed[i].how;
		exposed[i].member = copy(reading, exposure->exposed[i].member);
	}
	adding.use.exposed = exposed;
	adding.use.n_exposed = exposure->n_exposed;
	if (record) {
		if (!kabi_consumer_match(reading, record, add_match, &adding))
			add_stranger(reading, record);
		return;
	}
	/* Its layout was not recorded: any of OLD's may be it. */
	for (record = kabi_model_find(reading->old_model, kind, name); record;
	     record = record->next_variant)
		add_match(&adding, record);
}

/* Of a list that is not there, everything is on it. */
static bool is_exposed(const struct kabi_record *list, const char *name)
{
	return !list || kabi_exposure_lists(list, name);
}

/* An enum of OLD, of which code names the listed enumerators. */
static void add_enum_match(void *context, const struct kabi_record *old_record)
{
	struct adding *adding = context;
	struct kabi_consumer_reading *reading = adding->reading;
	struct kabi_use *use = add_use(reading, old_record);
	struct kabi_exposed *exposed;

	use->tells_members = adding->list != NULL;
	if (!adding->list)
		return;
	exposed = kabi_arena_alloc(reading->arena, old_record->n_enumerators *
							   sizeof(*exposed));
	for (size_t i = 0; i < old_record->n_enumerators; i++) {
		const char *name = old_record->enumerators[i].name;

		if (is_exposed(adding->list, name))
			exposed[use->n_exposed++] =
				(struct kabi_exposed){ KABI_DEPENDS_ACCESS,
						       copy(reading, name) };
	}
	use->exposed = exposed;
}

/* The list that says which macros, or enumerators, code uses; or NULL. */
static const struct kabi_record *list_of(const struct kabi_model *model,
					 enum kabi_kind kind)
{
	return kind == KABI_KIND_MACRO
		       ? kabi_model_find(model, KABI_KIND_EXPOSURE,
					 KABI_EXPOSURE_MACROS)
	       : kind == KABI_KIND_ENUM
		       ? kabi_model_find(model, KABI_KIND_EXPOSURE,
					 KABI_EXPOSURE_ENUMERATORS)
		       : NULL;
}

/* Those of a kind of which being there, or listed, is all that is known. */
static void add_kind(struct kabi_consumer_reading *reading, enum kabi_kind kind)
{
	const struct kabi_model *model = reading->model;
	struct adding adding = { .reading = reading,
				 .list = list_of(model, kind) };
	const struct kabi_record *last = NULL;

	for (size_t i = model->by_kind[kind]; i < model->by_kind[kind + 1];
	     i++) {
		const struct kabi_record *record = model->records[i];

		/* Variants stand side by side, the first one first. */
		if (last && last->name == record->name)
			continue;
		last = record;
		if (kind != KABI_KIND_MACRO ||
		    is_exposed(adding.list, record->name))
			kabi_consumer_match(reading, record,
					    kind == KABI_KIND_ENUM
						    ? add_enum_match
						    : add_match,
					    &adding);
	}
}

/* Sections, calls and settings: by their name. */
static void add_names(struct kabi_consumer_reading *reading,
		      enum kabi_kind kind)
{
	const struct kabi_model *model = reading->model;

	for (size_t i = model->by_kind[kind]; i < model->by_kind[kind + 1];
	     i++) {
		const struct kabi_record *record = model->records[i];
		const struct kabi_record *old_record =
			kabi_model_find(reading->old_model, kind, record->name);

		if (old_record)
			add_use(reading, old_record)->value =
				kind == KABI_KIND_SETTING
					? copy(reading, record->string)
					: NULL;
	}
}

/* A call that the compiler inserted is an undefined symbol as well. */
static void add_import(struct kabi_consumer_reading *reading, const char *name)
{
	static const enum kabi_kind kinds[] = { KABI_KIND_EXPORT,
						KABI_KIND_CALL };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const struct kabi_record *record =
			kabi_model_find(reading->old_model, kinds[i], name);

		for (; record; record = record->next_variant)
			add_use(reading, record);
	}
}

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int compare_uses(const void *a, const void *b)
{
	const struct kabi_use *x = a, *y = b;

	if (x->record->index != y->record->index)
		return x->record->index < y->record->index ? -1 : 1;
	if (!x->value || !y->value)
		return (x->value != NULL) - (y->value != NULL);
	return strcmp(x->value, y->value);
}

/* Of one record: its exposure, or that it is there. */
static void join_uses(struct kabi_use *uses, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		if (uses[i].n_exposed) {
			uses[0].exposed = uses[i].exposed;
			uses[0].n_exposed = uses[i].n_exposed;
		}
	}
}

static void settle_uses(struct kabi_consumer_reading *reading,
			struct kabi_consumer *consumer)
{
	struct kabi_use *uses = reading->uses;
	size_t n = 0;

	if (reading->n_uses)
		qsort(uses, reading->n_uses, sizeof(*uses), compare_uses);
	for (size_t i = 0, end; i < reading->n_uses; i = end) {
		for (end = i + 1; end < reading->n_uses &&
				  !compare_uses(&uses[i], &uses[end]);)
			end++;
		join_uses(&uses[i], end - i);
		uses[n++] = uses[i];
	}
	consumer->uses = kabi_arena_alloc(reading->arena, n * sizeof(*uses));
	if (n)
		memcpy(consumer->uses, uses, n * sizeof(*uses));
	consumer->n_uses = n;
	free(uses);
}

static void settle_strangers(struct kabi_consumer_reading *reading,
			     struct kabi_consumer *consumer)
{
	size_t n = reading->n_strangers;

	consumer->strangers =
		kabi_arena_alloc(reading->arena, n * sizeof(char *));
	if (n) {
		qsort(reading->strangers, n, sizeof(char *), compare_strings);
		memcpy(consumer->strangers, reading->strangers,
		       n * sizeof(char *));
	}
	consumer->n_strangers = n;
	free(reading->strangers);
}

/* A place in the list that keeps it sorted. */
static struct kabi_consumer *insert(struct kabi_consumers *consumers,
				    const char *name)
{
	size_t i;

	kabi_array_reserve(&consumers->list, consumers->n, &consumers->room,
			   sizeof(*consumers->list));
	for (i = consumers->n;
	     i && strcmp(consumers->list[i - 1].name, name) > 0; i--)
		consumers->list[i] = consumers->list[i - 1];
	consumers->n++;
	return &consumers->list[i];
}

void kabi_consumers_add(struct kabi_consumers *consumers, const char *name,
			const struct kabi_model *model,
			const char *const *imports, size_t n_imports,
			const struct kabi_model *old_model)
{
	struct kabi_consumer_reading reading = {
		.arena = &consumers->arena,
		.model = model,
		.old_model = old_model,
	};
	struct kabi_consumer consumer = { .name = copy(&reading, name) };
	size_t end = model->by_kind[KABI_KIND_EXPOSURE + 1];

	for (size_t i = model->by_kind[KABI_KIND_EXPOSURE]; i < end; i++)
		add_exposure(&reading, model->records[i]);
	add_kind(&reading, KABI_KIND_TYPEDEF);
	add_kind(&reading, KABI_KIND_ENUM);
	add_kind(&reading, KABI_KIND_MACRO);
	add_kind(&reading, KABI_KIND_INLINE);
	add_names(&reading, KABI_KIND_SECTION);
	add_names(&reading, KABI_KIND_CALL);
	add_names(&reading, KABI_KIND_SETTING);
	for (size_t i = 0; i < n_imports; i++)
		add_import(&reading, imports[i]);
	settle_uses(&reading, &consumer);
	settle_strangers(&reading, &consumer);
	*insert(consumers, name) = consumer;
}
