// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads INI text. */
#include "rules-ini.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "strbuf.h"

static struct kabi_error *create_error(const struct kabi_ini *ini,
				       unsigned long line, const char *format,
				       va_list args)
{
	kabi_cleanup(kabi_free_cleanup) char *text = NULL;

	if (vasprintf(&text, format, args) < 0)
		text = NULL;
	return kabi_error_create(KABI_ERROR_BAD_DATA, "%s:%lu: %s", ini->path,
				 line, text ? text : format);
}

struct kabi_error *kabi_ini_error(const struct kabi_ini *ini,
				  const char *format, ...)
{
	struct kabi_error *error;
	va_list args;

	va_start(args, format);
	error = create_error(ini, ini->line, format, args);
	va_end(args);
	return error;
}

struct kabi_error *kabi_ini_section_error(const struct kabi_ini *ini,
					  const char *format, ...)
{
	struct kabi_error *error;
	va_list args;

	va_start(args, format);
	error = create_error(ini, ini->section_line, format, args);
	va_end(args);
	return error;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static const char *trimmed(struct kabi_arena *arena, const char *text,
			   size_t length)
{
	while (length && is_blank(text[length - 1]))
		length--;
	while (length && is_blank(*text)) {
		text++;
		length--;
	}
	return kabi_arena_strndup(arena, text, length);
}

/* Adds the next line, without its newline. */
static void take_line(struct kabi_ini *ini, struct kabi_strbuf *buf)
{
	const char *newline = memchr(ini->at, '\n', ini->end - ini->at);
	const char *end = newline ? newline : ini->end;
	const char *stop = end;

	if (stop > ini->at && stop[-1] == '\r')
		stop--;
	kabi_strbuf_add_bytes(buf, ini->at, stop - ini->at);
	ini->at = newline ? newline + 1 : ini->end;
	ini->next_line++;
}

/* How many braces are open behind the place? */
static int open_braces(const struct kabi_strbuf *buf, size_t from)
{
	int open = 0;

	for (size_t i = from; i < buf->length; i++)
		open += (buf->string[i] == '{') - (buf->string[i] == '}');
	return open;
}

/* "key =", with what is between braces on the lines below. */
static bool ends_open(const struct kabi_strbuf *buf)
{
	size_t length = buf->length;

	while (length && is_blank(buf->string[length - 1]))
		length--;
	return length && buf->string[length - 1] == '=';
}

static bool begins_with(const struct kabi_ini *ini, char c)
{
	const char *at = ini->at;

	while (at < ini->end && is_blank(*at))
		at++;
	return at < ini->end && *at == c;
}

static bool ends_escaped(const struct kabi_strbuf *buf)
{
	size_t n = 0;

	while (n < buf->length && buf->string[buf->length - 1 - n] == '\\')
		n++;
	return n % 2;
}

/* Adds the lines that the line goes on with; a section ends it anyway. */
static void take_continuation(struct kabi_ini *ini, struct kabi_strbuf *buf)
{
	int open = open_braces(buf, 0);

	while (ini->at < ini->end && !begins_with(ini, '[')) {
		size_t length = buf->length;

		if (ends_escaped(buf))
			kabi_strbuf_truncate(buf, length - 1);
		else if (open > 0 || (ends_open(buf) && begins_with(ini, '{')))
			kabi_strbuf_add_char(buf, ' ');
		else
			return;
		take_line(ini, buf);
		open += open_braces(buf, length);
	}
}

static struct kabi_error *read_section(struct kabi_ini *ini, const char *line,
				       enum kabi_ini_item *ret)
{
	const char *close = strchr(line, ']');

	if (!close)
		return kabi_ini_error(ini, "no ']' after '%.60s'", line);
	if (close[1])
		return kabi_ini_error(ini, "'%.60s' stands behind a section",
				      close + 1);
	ini->section = trimmed(ini->arena, line + 1, close - line - 1);
	ini->section_line = ini->line;
	*ret = KABI_INI_SECTION;
	return NULL;
}

static struct kabi_error *read_key(struct kabi_ini *ini, const char *line,
				   enum kabi_ini_item *ret)
{
	const char *equals = strchr(line, '=');

	if (!equals || equals == line)
		return kabi_ini_error(ini,
				      "'%.60s' is neither '[SECTION]' nor "
				      "'KEY = VALUE'",
				      line);
	ini->key = trimmed(ini->arena, line, equals - line);
	ini->value = trimmed(ini->arena, equals + 1, strlen(equals + 1));
	if (!ini->section)
		return kabi_ini_error(ini, "'%.60s' stands before any section",
				      ini->key);
	*ret = KABI_INI_KEY;
	return NULL;
}

static bool is_comment(const struct kabi_strbuf *buf)
{
	size_t i = 0;

	while (i < buf->length && is_blank(buf->string[i]))
		i++;
	return i < buf->length &&
	       (buf->string[i] == '#' || buf->string[i] == ';');
}

struct kabi_error *kabi_ini_next(struct kabi_ini *ini, enum kabi_ini_item *ret)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	while (ini->at < ini->end) {
		const char *line;

		kabi_strbuf_truncate(&buf, 0);
		ini->line = ini->next_line;
		take_line(ini, &buf);
		if (ini->continues && buf.length && !is_comment(&buf))
			take_continuation(ini, &buf);
		if (buf.length && memchr(buf.string, '\0', buf.length))
			return kabi_ini_error(ini, "holds a NUL byte");
		if (!buf.length || is_comment(&buf))
			continue;
		line = trimmed(ini->arena, buf.string, buf.length);
		if (!*line)
			continue;
		return *line == '[' ? read_section(ini, line, ret)
				    : read_key(ini, line, ret);
	}
	*ret = KABI_INI_END;
	return NULL;
}
