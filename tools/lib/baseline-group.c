// SPDX-License-Identifier: GPL-2.0-or-later
/* Records of a baseline that is not parsed; see baseline-group.h. */
#include "baseline-group.h"

#include <string.h>

#include "model.h"
#include "record-text.h"

const char *kabi_group_next_record(const char *at, const char *end)
{
	at = kabi_record_text_end(at, end);
	return at < end ? at + 1 : NULL;
}

bool kabi_group_read_head(const char *at, const char *end,
			  struct kabi_group *ret)
{
	size_t word = ret->name - ret->start;

	if (!word || (size_t)(end - at) < word ||
	    memcmp(at, ret->start, word) != 0) {
		const char *blank = memchr(at, ' ', end - at);

		if (!blank || !kabi_kind_parse(at, blank - at, &ret->kind))
			return false;
		word = blank + 1 - at;
	}
	ret->start = at;
	ret->name = at + word;
	for (at = ret->name; at < end && *at != ' ' && *at != '\n';)
		at++;
	ret->name_length = at - ret->name;
	return true;
}

bool kabi_group_goes_on(const struct kabi_group *group, const char *at,
			const char *end)
{
	size_t length = group->name + group->name_length - group->start;

	return (size_t)(end - at) > length &&
	       !memcmp(at, group->start, length) &&
	       (at[length] == ' ' || at[length] == '\n');
}

int kabi_group_compare(const struct kabi_group *a, const struct kabi_group *b)
{
	size_t shorter = a->name_length < b->name_length ? a->name_length
							 : b->name_length;
	int order;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	order = memcmp(a->name, b->name, shorter);
	if (order)
		return order;
	return (a->name_length > b->name_length) -
	       (a->name_length < b->name_length);
}

bool kabi_group_read(const char *at, const char *end, struct kabi_group *group)
{
	if (!kabi_group_read_head(at, end, group))
		return false;
	group->end = at;
	group->n_records = 0;
	do {
		group->end = kabi_group_next_record(group->end, end);
		if (!group->end)
			return false;
		group->n_records++;
	} while (kabi_group_goes_on(group, group->end, end));
	return true;
}

const char *kabi_group_seek(const char *at, const char *end,
			    enum kabi_kind kind)
{
	const char *low = at, *high = end;

	while (low < high) {
		const char *middle =
			kabi_group_next_record(low + (high - low) / 2, end);
		struct kabi_group group = { 0 };

		if (!middle || middle >= high)
			break;
		if (kabi_group_read_head(middle, end, &group) &&
		    group.kind < kind)
			low = middle;
		else
			high = middle;
	}
	return low;
}

bool kabi_group_is_of_files(enum kabi_kind kind)
{
	return kind == KABI_KIND_UNIT || kind == KABI_KIND_SECTION ||
	       kind == KABI_KIND_CONDITIONS;
}

bool kabi_group_is_sorted(const struct kabi_group *last,
			  const struct kabi_group *group)
{
	if (!last->start || last->kind < group->kind)
		return true;
	if (last->kind == group->kind && kabi_group_is_of_files(group->kind))
		return true;
	return kabi_group_compare(last, group) < 0;
}
