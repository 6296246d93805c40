// SPDX-License-Identifier: GPL-2.0-or-later
/* Lists, positions and parameters in libabigail's suppression files. */
#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "rules-abigail.h"
#include "strbuf.h"

const char *kabi_abigail_unescape(struct kabi_abigail_reader *reader,
				  const char *text)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	for (; *text; text++) {
		if (*text == '\\' && text[1])
			text++;
		kabi_strbuf_add_char(&buf, *text);
	}
	return kabi_arena_strndup(reader->ini->arena,
				  buf.length ? buf.string : "", buf.length);
}

static const char *skip_blanks(const char *text)
{
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

/* Up to a comma or the end, outside of parentheses and braces. */
static size_t item_length(const char *text)
{
	const char *at = text;
	int open = 0;

	for (; *at && (open > 0 || *at != ','); at++) {
		if (*at == '\\' && at[1])
			at++;
		else if (*at == '{' || *at == '(')
			open++;
		else if (*at == '}' || *at == ')')
			open--;
	}
	return at - text;
}

static const char *copy_trimmed(struct kabi_abigail_reader *reader,
				const char *text, size_t length)
{
	while (length && isspace((unsigned char)text[length - 1]))
		length--;
	return kabi_arena_strndup(reader->ini->arena, text, length);
}

/* What is between the braces, or NULL when there are none. */
static const char *in_braces(struct kabi_abigail_reader *reader,
			     const char *text)
{
	size_t length = strlen(text);

	if (length < 2 || text[0] != '{' || text[length - 1] != '}')
		return NULL;
	return copy_trimmed(reader, skip_blanks(text + 1),
			    text + length - 1 - skip_blanks(text + 1));
}

/* The items of "a, b" as they stand in the file. */
static struct kabi_error *split(struct kabi_abigail_reader *reader,
				const char *text, const char ***ret,
				size_t *ret_n)
{
	size_t room = 1, n = 0;
	const char **items;

	for (const char *at = text; *at; at++)
		room += *at == ',';
	items = kabi_arena_alloc(reader->ini->arena, room * sizeof(*items));
	for (;;) {
		size_t length;

		text = skip_blanks(text);
		length = item_length(text);
		items[n] = copy_trimmed(reader, text, length);
		if (!*items[n++])
			return kabi_ini_error(reader->ini,
					      "%s: nothing between commas",
					      reader->ini->key);
		if (!text[length])
			break;
		text += length + 1;
	}
	*ret = items;
	*ret_n = n;
	return NULL;
}

static struct kabi_error *read_list(struct kabi_abigail_reader *reader,
				    bool unescaped, const char ***ret,
				    size_t *ret_n)
{
	const char *value = reader->ini->value;
	const char *inside = in_braces(reader, value);
	struct kabi_error *error =
		split(reader, inside ? inside : value, ret, ret_n);

	for (size_t i = 0; !error && unescaped && i < *ret_n; i++)
		(*ret)[i] = kabi_abigail_unescape(reader, (*ret)[i]);
	return error;
}

struct kabi_error *kabi_abigail_enumerators(struct kabi_abigail_reader *reader)
{
	struct kabi_suppress *suppress = reader->rule->suppress;

	return read_list(reader, true, &suppress->enumerators,
			 &suppress->n_enumerators);
}

struct kabi_error *
kabi_abigail_enumerator_regexes(struct kabi_abigail_reader *reader)
{
	struct kabi_suppress *suppress = reader->rule->suppress;
	const char **items;
	size_t n;
	struct kabi_error *error = read_list(reader, true, &items, &n);

	if (error)
		return error;
	suppress->enumerator_regexes = kabi_arena_alloc(
		reader->ini->arena, n * sizeof(*suppress->enumerator_regexes));
	suppress->n_enumerator_regexes = n;
	for (size_t i = 0; !error && i < n; i++)
		error = kabi_rules_regex(reader->rules, reader->ini, items[i],
					 &suppress->enumerator_regexes[i]);
	return error;
}

struct kabi_error *kabi_abigail_members(struct kabi_abigail_reader *reader)
{
	struct kabi_suppress *suppress = reader->rule->suppress;

	return read_list(reader, true, &suppress->members,
			 &suppress->n_members);
}

struct kabi_error *kabi_abigail_sources(struct kabi_abigail_reader *reader)
{
	struct kabi_suppress *suppress = reader->rule->suppress;

	return read_list(reader, true, &suppress->sources,
			 &suppress->n_sources);
}

static struct kabi_error *read_call(struct kabi_abigail_reader *reader,
				    const char *text, const char *name,
				    struct kabi_position *ret)
{
	size_t length = strlen(text);

	if (!strncmp(text, "offset_of_first_data_member_regexp(", 35))
		ret->kind = KABI_AT_FIRST_MATCHING;
	else if (!strncmp(text, "offset_of_last_data_member_regexp(", 34))
		ret->kind = KABI_AT_LAST_MATCHING;
	else if (!strncmp(text, "offset_of(", 10))
		ret->kind = KABI_AT_MEMBER;
	else if (!strncmp(text, "offset_after(", 13))
		ret->kind = KABI_AT_MEMBER_END;
	else
		name = NULL;
	if (!name || text[length - 1] != ')')
		return kabi_ini_error(reader->ini, "%s: '%.60s' is no position",
				      reader->ini->key, text);
	name = kabi_arena_strndup(reader->ini->arena, name,
				  text + length - 1 - name);
	name = kabi_abigail_unescape(reader, name);
	if (!*name)
		return kabi_ini_error(reader->ini, "%s: no member in '%.60s'",
				      reader->ini->key, text);
	ret->name = name;
	if (ret->kind == KABI_AT_MEMBER || ret->kind == KABI_AT_MEMBER_END)
		return NULL;
	return kabi_rules_regex(reader->rules, reader->ini, name, &ret->regex);
}

static struct kabi_error *read_position(struct kabi_abigail_reader *reader,
					const char *text,
					struct kabi_position *ret)
{
	const char *parenthesis = strchr(text, '(');
	char *end;

	*ret = (struct kabi_position){ .kind = KABI_AT_BIT };
	if (parenthesis)
		return read_call(reader, text, parenthesis + 1, ret);
	if (!strcmp(text, "end")) {
		ret->kind = KABI_AT_END;
		return NULL;
	}
	if (!strcmp(text, "offset_of_flexible_array_data_member")) {
		ret->kind = KABI_AT_FLEXIBLE;
		return NULL;
	}
	errno = 0;
	ret->bit = isdigit((unsigned char)*text) ? strtoull(text, &end, 10) : 0;
	if (!isdigit((unsigned char)*text) || errno || *end)
		return kabi_ini_error(reader->ini, "%s: '%.60s' is no position",
				      reader->ini->key, text);
	return NULL;
}

static struct kabi_insertion *add_insertion(struct kabi_abigail_reader *reader)
{
	struct kabi_suppress *suppress = reader->rule->suppress;

	if (suppress->n_insertions == suppress->room_insertions) {
		size_t room = suppress->room_insertions * 2 + 2;
		struct kabi_insertion *larger = kabi_arena_alloc(
			reader->ini->arena, room * sizeof(*larger));

		if (suppress->n_insertions)
			memcpy(larger, suppress->insertions,
			       suppress->n_insertions * sizeof(*larger));
		suppress->insertions = larger;
		suppress->room_insertions = room;
	}
	return &suppress->insertions[suppress->n_insertions++];
}

struct kabi_error *kabi_abigail_inserted_at(struct kabi_abigail_reader *reader)
{
	struct kabi_insertion *insertion = add_insertion(reader);
	struct kabi_error *error =
		read_position(reader, reader->ini->value, &insertion->first);

	insertion->last = insertion->first;
	return error;
}

/* "P, P" */
static struct kabi_error *read_range(struct kabi_abigail_reader *reader,
				     const char *text)
{
	struct kabi_insertion *insertion;
	const char **items;
	size_t n;
	struct kabi_error *error = split(reader, text, &items, &n);

	if (error)
		return error;
	if (n != 2)
		return kabi_ini_error(reader->ini,
				      "%s: '%.60s' are no two positions",
				      reader->ini->key, text);
	insertion = add_insertion(reader);
	error = read_position(reader, items[0], &insertion->first);
	return error ? error
		     : read_position(reader, items[1], &insertion->last);
}

struct kabi_error *
kabi_abigail_inserted_between(struct kabi_abigail_reader *reader)
{
	const struct kabi_ini *ini = reader->ini;
	const char *text = in_braces(reader, ini->value);
	const char **items;
	size_t n;
	struct kabi_error *error;

	if (!text)
		return kabi_ini_error(ini, "%s: expected '{BEGIN, END}'",
				      ini->key);
	if (*text != '{')
		return read_range(reader, text);
	error = split(reader, text, &items, &n);
	for (size_t i = 0; !error && i < n; i++) {
		const char *inside = in_braces(reader, items[i]);

		error = inside ? read_range(reader, inside)
			       : kabi_ini_error(ini,
						"%s: expected '{BEGIN, END}' "
						"instead of '%.60s'",
						ini->key, items[i]);
	}
	return error;
}

struct kabi_error *kabi_abigail_parameter(struct kabi_abigail_reader *reader)
{
	struct kabi_suppress *suppress = reader->rule->suppress;
	const char *text = kabi_abigail_unescape(reader, reader->ini->value);
	struct kabi_parameter_test test = { 0 };
	struct kabi_parameter_test *larger;
	struct kabi_error *error = NULL;
	size_t length;
	char *end;

	if (text[0] != '\'' || !isdigit((unsigned char)text[1]))
		return kabi_ini_error(reader->ini,
				      "parameter: expected \"'INDEX TYPE\" "
				      "instead of '%.60s'",
				      text);
	errno = 0;
	test.index = strtoul(text + 1, &end, 10);
	text = skip_blanks(end);
	length = strlen(text);
	if (errno || text == end || !length)
		return kabi_ini_error(reader->ini,
				      "parameter: no type behind the index");
	if (*text != '/')
		test.type = text;
	else if (length < 3 || text[length - 1] != '/')
		return kabi_ini_error(reader->ini,
				      "parameter: no '/' behind '%.60s'", text);
	else
		error = kabi_rules_regex(reader->rules, reader->ini,
					 kabi_arena_strndup(reader->ini->arena,
							    text + 1,
							    length - 2),
					 &test.regex);
	if (error)
		return error;
	larger = kabi_arena_alloc(reader->ini->arena, (suppress->n_parameters +
						       1) * sizeof(*larger));
	if (suppress->n_parameters)
		memcpy(larger, suppress->parameters,
		       suppress->n_parameters * sizeof(*larger));
	larger[suppress->n_parameters++] = test;
	suppress->parameters = larger;
	return NULL;
}
