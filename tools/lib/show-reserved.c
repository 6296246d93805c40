// SPDX-License-Identifier: GPL-2.0-or-later
/* Reserved slots, counted and as text; see show-reserved.h. */
#include "show-reserved.h"

#include <inttypes.h>

#include "escape.h"

static void add_budget(struct kabi_show_budget *total,
		       const struct kabi_show_budget *budget)
{
	total->slots += budget->slots;
	total->bytes += budget->bytes;
	total->slots_used += budget->slots_used;
	total->bytes_used += budget->bytes_used;
}

static struct kabi_show_budget count(const struct kabi_slot *slots, size_t n)
{
	struct kabi_show_budget budget = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (slots[i].is_used) {
			budget.slots_used += slots[i].count;
			budget.bytes_used += slots[i].size;
		} else {
			budget.slots += slots[i].count;
			budget.bytes += slots[i].size;
		}
	}
	return budget;
}

struct kabi_show_budget kabi_show_for_each_reserved(
	const struct kabi_show *show,
	void (*visit)(FILE *stream, const struct kabi_show_reserved *reserved),
	FILE *stream, size_t *ret_types)
{
	struct kabi_show_budget total = { 0 };

	*ret_types = 0;
	for (size_t i = 0; i < show->n_items; i++) {
		const struct kabi_record *record = show->items[i].record;
		const struct kabi_body *body = kabi_show_body(record);
		struct kabi_show_reserved reserved = { .record = record };

		if (!body)
			continue;
		reserved.n_slots = kabi_convention_slots(show->model, body,
							 &reserved.slots);
		reserved.budget = count(reserved.slots, reserved.n_slots);
		if (reserved.n_slots)
			visit(stream, &reserved);
		free(reserved.slots);
		if (reserved.n_slots &&
		    kabi_model_find(show->model, record->kind, record->name) ==
			    record) {
			add_budget(&total, &reserved.budget);
			++*ret_types;
		}
	}
	return total;
}

/* "2 slots left, 16 bytes; 1 slot used, 8 bytes" */
static void write_budget(FILE *stream, const struct kabi_show_budget *budget)
{
	fprintf(stream, "%" PRIu64 " slot%s left, %" PRIu64 " bytes",
		budget->slots, budget->slots == 1 ? "" : "s", budget->bytes);
	if (budget->slots_used)
		fprintf(stream, "; %" PRIu64 " slot%s used, %" PRIu64 " bytes",
			budget->slots_used, budget->slots_used == 1 ? "" : "s",
			budget->bytes_used);
}

static void write_type(FILE *stream, const struct kabi_show_reserved *reserved)
{
	const struct kabi_record *record = reserved->record;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf file =
		KABI_STRBUF_INIT;

	fprintf(stream, "%s %s: ", kabi_kind_name(record->kind), record->name);
	write_budget(stream, &reserved->budget);
	if (record->file) {
		kabi_escape_add(&file, record->file, KABI_ESCAPE_VALUE);
		fprintf(stream, " (%s:%u)", file.string, record->line);
	}
	if (record->units_total)
		fprintf(stream, ", in %zu unit%s", record->units_total,
			record->units_total == 1 ? "" : "s");
	fputc('\n', stream);
	for (size_t i = 0; i < reserved->n_slots; i++) {
		const struct kabi_slot *slot = &reserved->slots[i];

		fprintf(stream, "\t%s", slot->name);
		if (slot->count != 1)
			fprintf(stream, "[%" PRIu64 "]", slot->count);
		fprintf(stream, ": offset %" PRIu64 ", %" PRIu64 " bytes%s\n",
			slot->offset, slot->size,
			slot->is_used ? ", used" : "");
	}
}

void kabi_show_reserved_text(FILE *stream, const struct kabi_show *show)
{
	size_t types;
	struct kabi_show_budget total =
		kabi_show_for_each_reserved(show, write_type, stream, &types);

	fputs("total: ", stream);
	write_budget(stream, &total);
	fprintf(stream, ", in %zu type%s\n", types, types == 1 ? "" : "s");
}
