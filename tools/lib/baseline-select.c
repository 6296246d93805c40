// SPDX-License-Identifier: GPL-2.0-or-later
/* From names to records to names; see baseline-select.h. */
#include "baseline-select.h"

#include <ctype.h>
#include <string.h>

#include "alloc.h"
#include "baseline-group.h"
#include "prebuilt.h"

/* A group, in little memory: a kernel has a hundred thousand. */
struct entry {
	const char *start;
	uint32_t length;
	uint32_t name_length;
	uint32_t n_records;
	unsigned char name; /* from the start on */
	unsigned char kind;
	bool wanted;
};

struct selection {
	struct entry *entries; /* in the order of the text, which is sorted */
	size_t n, room;
	size_t by_kind[KABI_KIND_COUNT + 1];
	size_t *waiting; /* wanted, and what they name is not looked for yet */
	size_t n_waiting, room_waiting;
};

/* false: it is not sorted, or no baseline. */
static bool read_groups(struct selection *selection, const char *at,
			const char *end)
{
	struct kabi_group group = { 0 }, last;
	unsigned int kind = 0;

	for (; at < end; at = group.end) {
		last = group;
		if (!kabi_group_read(at, end, &group))
			break;
		if (!kabi_group_is_sorted(&last, &group))
			return false;
		for (; kind <= (unsigned int)group.kind; kind++)
			selection->by_kind[kind] = selection->n;
		kabi_array_reserve(&selection->entries, selection->n,
				   &selection->room,
				   sizeof(*selection->entries));
		selection->entries[selection->n++] = (struct entry){
			.start = group.start,
			.length = group.end - group.start,
			.name_length = group.name_length,
			.n_records = group.n_records,
			.name = group.name - group.start,
			.kind = group.kind,
		};
	}
	for (; kind <= KABI_KIND_COUNT; kind++)
		selection->by_kind[kind] = selection->n;
	return true;
}

static void want(struct selection *selection, struct entry *entry)
{
	if (entry->wanted)
		return;
	entry->wanted = true;
	kabi_array_reserve(&selection->waiting, selection->n_waiting,
			   &selection->room_waiting,
			   sizeof(*selection->waiting));
	selection->waiting[selection->n_waiting++] = entry - selection->entries;
}

static int compare_with_entry(const void *key, const void *element)
{
	const struct entry *entry = element;
	struct kabi_group group = {
		.kind = entry->kind,
		.name = entry->start + entry->name,
		.name_length = entry->name_length,
	};

	return kabi_group_compare(key, &group);
}

static void want_name(struct selection *selection, enum kabi_kind kind,
		      const char *name, size_t length)
{
	struct kabi_group key = { .kind = kind,
				  .name = name,
				  .name_length = length };
	size_t first = selection->by_kind[kind];
	size_t n = selection->by_kind[kind + 1] - first;
	struct entry *entry = n ? bsearch(&key, selection->entries + first, n,
					  sizeof(*selection->entries),
					  compare_with_entry)
				: NULL;

	if (entry)
		want(selection, entry);
}

static void want_kind(struct selection *selection, enum kabi_kind kind)
{
	for (size_t i = selection->by_kind[kind];
	     i < selection->by_kind[kind + 1]; i++)
		want(selection, &selection->entries[i]);
}

static void want_symbol(struct selection *selection, const char *name)
{
	static const enum kabi_kind kinds[] = {
		KABI_KIND_FUNCTION,
		KABI_KIND_VARIABLE,
		KABI_KIND_CALL,
		KABI_KIND_EXPORT,
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		want_name(selection, kinds[i], name, strlen(name));
}

static void want_constant(struct selection *selection, const char *name)
{
	want_name(selection, KABI_KIND_MACRO, name, strlen(name));
}

/* What is a struct here may be a union there, or have become a typedef. */
static void want_type(struct selection *selection, const char *name,
		      size_t length)
{
	want_name(selection, KABI_KIND_STRUCT, name, length);
	want_name(selection, KABI_KIND_UNION, name, length);
	want_name(selection, KABI_KIND_TYPEDEF, name, length);
}

static void want_record(struct selection *selection,
			const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
	case KABI_KIND_TYPEDEF:
		want_type(selection, record->name, strlen(record->name));
		break;
	case KABI_KIND_ENUM:
		for (size_t i = 0; i < record->n_enumerators; i++)
			want_constant(selection, record->enumerators[i].name);
		break;
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
	case KABI_KIND_CALL:
	case KABI_KIND_EXPORT:
		want_symbol(selection, record->name);
		break;
	case KABI_KIND_UNIT:
	case KABI_KIND_SETTING:
	case KABI_KIND_BASE:
		break; /* all of them, see below */
	default:
		want_name(selection, record->kind, record->name,
			  strlen(record->name));
		break;
	}
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '$' ||
	       (unsigned char)c >= 0x80;
}

/*
 * The types that a line names. A tag is of interest only where it may lie by
 * value, which behind a pointer or in a prototype it does not; what else is a
 * word may be a typedef.
 */
static void want_named(struct selection *selection, const char *at,
		       const char *end)
{
	bool by_value = !memchr(at, '*', end - at) &&
			!memchr(at, '(', end - at);
	bool is_tag = false;

	while (at < end) {
		const char *word = at;

		while (at < end && is_word(*at))
			at++;
		if (at == word) {
			at++;
			continue;
		}
		if (is_tag && by_value)
			want_type(selection, word, at - word);
		else if (!is_tag && !isdigit((unsigned char)*word))
			want_name(selection, KABI_KIND_TYPEDEF, word,
				  at - word);
		is_tag = (at - word == 6 && !memcmp(word, "struct", 6)) ||
			 (at - word == 5 && !memcmp(word, "union", 5));
	}
}

static bool has_types(enum kabi_kind kind)
{
	return kind == KABI_KIND_STRUCT || kind == KABI_KIND_UNION ||
	       kind == KABI_KIND_TYPEDEF || kind == KABI_KIND_FUNCTION ||
	       kind == KABI_KIND_VARIABLE || kind == KABI_KIND_INLINE;
}

static void follow(struct selection *selection)
{
	while (selection->n_waiting) {
		size_t i = selection->waiting[--selection->n_waiting];
		const struct entry *entry = &selection->entries[i];
		const char *end = entry->start + entry->length;

		if (!has_types(entry->kind))
			continue;
		for (const char *at = entry->start; at < end;) {
			const char *line_end = memchr(at, '\n', end - at);

			if (*at == '\t')
				want_named(selection, at, line_end);
			at = line_end + 1;
		}
	}
}

/*
 * Has the model that one? What is escaped, or longer than any sane name, may be
 * anything.
 */
static bool may_have(const struct kabi_model *model, enum kabi_kind kind,
		     const char *at, size_t length)
{
	char name[256];

	if (length >= sizeof(name) || memchr(at, '%', length))
		return true;
	memcpy(name, at, length);
	name[length] = '\0';
	return kabi_model_find(model, kind, name);
}

/* They are sorted by what their names stand for. */
static void want_sections(struct selection *selection,
			  const struct kabi_model *model)
{
	for (size_t i = selection->by_kind[KABI_KIND_SECTION];
	     i < selection->by_kind[KABI_KIND_SECTION + 1]; i++) {
		struct entry *entry = &selection->entries[i];

		if (may_have(model, KABI_KIND_SECTION,
			     entry->start + entry->name, entry->name_length))
			want(selection, entry);
	}
}

/* What the kernel defines in a file of which there is an object. */
static void want_defined(struct selection *selection,
			 const struct kabi_model *model, enum kabi_kind kind)
{
	static const char key[] = " at=";

	for (size_t i = selection->by_kind[kind];
	     i < selection->by_kind[kind + 1]; i++) {
		struct entry *entry = &selection->entries[i];
		const char *end = memchr(entry->start, '\n', entry->length);
		const char *file = memmem(entry->start, end - entry->start, key,
					  strlen(key));

		if (!file)
			continue;
		file += strlen(key);
		if (may_have(model, KABI_KIND_UNIT, file, strcspn(file, ":\n")))
			want(selection, entry);
	}
}

static void want_model(struct selection *selection,
		       const struct kabi_model *model)
{
	static const char *const options[] = { KABI_OPTION_VERSIONS,
					       KABI_OPTION_ORC };

	want_kind(selection, KABI_KIND_UNIT);
	want_kind(selection, KABI_KIND_SETTING);
	want_kind(selection, KABI_KIND_BASE);
	want_kind(selection, KABI_KIND_ENUM);
	want_kind(selection, KABI_KIND_RULE);
	for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++)
		want_name(selection, KABI_KIND_CONFIG, options[i],
			  strlen(options[i]));
	want_name(selection, KABI_KIND_SECTION, KABI_SECTION_EXPORT_LABELS,
		  strlen(KABI_SECTION_EXPORT_LABELS));
	want_sections(selection, model);
	want_defined(selection, model, KABI_KIND_FUNCTION);
	want_defined(selection, model, KABI_KIND_VARIABLE);
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];

		want_record(selection, record);
		if (record->file)
			want_name(selection, KABI_KIND_CONDITIONS, record->file,
				  strlen(record->file));
	}
}

static void drop(struct kabi_common *common, const struct selection *selection,
		 const char *text)
{
	for (size_t i = 0; i < selection->n; i++) {
		const struct entry *entry = &selection->entries[i];
		size_t start = entry->start - text;
		struct kabi_common_range range = {
			.start = start,
			.end = start + entry->length,
			.n_records = entry->n_records,
			.copied = KABI_COMMON_DROPPED,
		};

		if (!entry->wanted)
			kabi_common_add(common, 0, &range);
	}
}

void kabi_common_select(struct kabi_common *common, const char *text,
			size_t length, const struct kabi_model *model)
{
	struct selection selection = { 0 };
	/* Behind the header. */
	const char *at = kabi_group_next_record(text, text + length);

	*common = (struct kabi_common){ 0 };
	if (at && read_groups(&selection, at, text + length)) {
		want_model(&selection, model);
		follow(&selection);
		drop(common, &selection, text);
	}
	free(selection.entries);
	free(selection.waiting);
}
