// SPDX-License-Identifier: GPL-2.0-or-later
/* The text of `exposure` records; see exposure.h. */
#include "exposure.h"

#include "words.h"

static const char *const lists[] = { KABI_EXPOSURE_MACROS,
				     KABI_EXPOSURE_ENUMERATORS };

size_t kabi_exposure_span_name(struct kabi_scanner *scanner)
{
	static const char *const kinds[] = { "struct.", "union.", "typedef." };
	const char *start = scanner->at;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		if (kabi_scan_looking_at(scanner, lists[i])) {
			scanner->at += strlen(lists[i]);
			return scanner->at - start;
		}
	}
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!kabi_scan_looking_at(scanner, kinds[i]))
			continue;
		scanner->at += strlen(kinds[i]);
		if (!kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER))
			return 0;
		return scanner->at - start;
	}
	return 0;
}

/* "a.b" */
static struct kabi_error *scan_path(struct kabi_scanner *scanner)
{
	do {
		if (!kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER))
			return kabi_scan_error(scanner, "expected a member");
	} while (kabi_scan_skip(scanner, '.'));
	return NULL;
}

bool kabi_exposure_is_list(const char *name, size_t length)
{
	return !memchr(name, '.', length);
}

struct kabi_error *kabi_exposure_scan(struct kabi_scanner *scanner,
				      bool is_list, enum kabi_dependence *how,
				      size_t *path)
{
	const char *start = scanner->at;
	size_t length = kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER);
	struct kabi_error *error;
	int i = 0;

	*path = 0;
	while (kabi_dependence_words[i] &&
	       (strlen(kabi_dependence_words[i]) != length ||
		memcmp(start, kabi_dependence_words[i], length) != 0))
		i++;
	*how = i;
	if (!kabi_dependence_words[i] ||
	    (is_list && i != KABI_DEPENDS_ACCESS)) {
		scanner->at = start;
		return kabi_scan_error(scanner, "unknown dependence");
	}
	if (i == KABI_DEPENDS_ACCESS || i == KABI_DEPENDS_OFFSET) {
		error = kabi_scan_expect(scanner, " ");
		start = scanner->at;
		if (!error)
			error = scan_path(scanner);
		if (error)
			return error;
		*path = scanner->at - start;
	}
	if (!kabi_scan_at_eol(scanner))
		return kabi_scan_error(scanner, "expected nothing more");
	return NULL;
}

/* What the lines say must be in order, and nothing twice. */
static struct kabi_error *check_lines(struct kabi_scanner *scanner,
				      bool is_list)
{
	const char *last = NULL;
	size_t last_length = 0;

	while (kabi_scan_looking_at(scanner, "\n\t") &&
	       !kabi_scan_looking_at(scanner, "\n\t!")) {
		const char *start = scanner->at += 2;
		enum kabi_dependence how;
		size_t path, length, shorter;
		struct kabi_error *error =
			kabi_exposure_scan(scanner, is_list, &how, &path);
		int order;

		if (error)
			return error;
		length = scanner->at - start;
		shorter = length < last_length ? length : last_length;
		order = last ? memcmp(last, start, shorter) : -1;
		if (order > 0 || (!order && last_length >= length)) {
			scanner->at = start;
			return kabi_scan_error(scanner, "not sorted");
		}
		last = start;
		last_length = length;
	}
	if (!last && !is_list)
		return kabi_scan_error(scanner, "depends on nothing");
	return NULL;
}

static struct kabi_error *check_record(struct kabi_scanner *scanner)
{
	struct kabi_error *error = kabi_scan_expect(scanner, "exposure ");
	const char *name = scanner->at;
	size_t length;

	if (error)
		return error;
	length = kabi_exposure_span_name(scanner);
	if (!length || !kabi_scan_at_eol(scanner))
		return kabi_scan_error(scanner, "bad name");
	error = check_lines(scanner, kabi_exposure_is_list(name, length));
	while (!error && kabi_scan_looking_at(scanner, "\n\t!")) {
		scanner->at += 3;
		while (!kabi_scan_at_eol(scanner))
			scanner->at++;
	}
	if (!error && scanner->at != scanner->end)
		error = kabi_scan_error(scanner, "unexpected");
	return error;
}

struct kabi_error *kabi_exposure_check(const char *text, size_t length)
{
	struct kabi_scanner scanner = { .at = text, .end = text + length };
	struct kabi_error *error = check_record(&scanner);
	const char *end = memchr(text, '\n', length);

	if (!error)
		return NULL;

	/* It may hold anything. */
	kabi_cleanup(kabi_free_cleanup) char *head =
		kabi_scan_printable(text, end ? (size_t)(end - text) : length);

	return kabi_error_prefix(error, "%s", head);
}

enum kabi_kind kabi_exposure_type(const struct kabi_record *record,
				  const char **name)
{
	enum kabi_kind kind = KABI_KIND_STRUCT;
	size_t length = strcspn(record->name, ".");

	*name = NULL;
	if (!strcmp(record->name, KABI_EXPOSURE_MACROS))
		return KABI_KIND_MACRO;
	if (!strcmp(record->name, KABI_EXPOSURE_ENUMERATORS))
		return KABI_KIND_ENUM;
	kabi_kind_parse(record->name, length, &kind);
	*name = record->name + length + (record->name[length] == '.');
	return kind;
}

static int compare_with_exposed(const void *name, const void *exposed)
{
	return strcmp(name, ((const struct kabi_exposed *)exposed)->member);
}

bool kabi_exposure_lists(const struct kabi_record *list, const char *name)
{
	return list->n_exposed &&
	       bsearch(name, list->exposed, list->n_exposed,
		       sizeof(*list->exposed), compare_with_exposed);
}
