// SPDX-License-Identifier: GPL-2.0-or-later
// The sections that assembly names: see assembly.h.

#include "assembly.h"

#include <stdbool.h>
#include <string.h>

struct reader {
	const char *at;
	const char *comment;
};

/* A string to its closing quote, or to where the text ends. */
static const char *skip_string(const char *at)
{
	for (at++; *at && *at != '"'; at++) {
		if (*at == '\\' && at[1])
			at++;
	}
	return *at ? at + 1 : at;
}

/* `'a`, `'\n`, as gas has them: without a closing quote. */
static const char *skip_character(const char *at)
{
	at++;
	if (*at == '\\' && at[1])
		at++;
	return *at && *at != '\n' ? at + 1 : at;
}

static const char *skip_comment(const char *at)
{
	const char *end = strstr(at + 2, "*/");

	return end ? end + 2 : at + strlen(at);
}

static bool is_comment(const struct reader *reader)
{
	size_t length = strlen(reader->comment);

	return length && !strncmp(reader->at, reader->comment, length);
}

static void skip_blanks(struct reader *reader)
{
	for (;;) {
		const char *at = reader->at;

		if (*at == ' ' || *at == '\t' || *at == '\r')
			reader->at++;
		else if (at[0] == '/' && at[1] == '*')
			reader->at = skip_comment(at);
		else
			return;
	}
}

/* To the next statement. */
static void skip_statement(struct reader *reader)
{
	while (*reader->at) {
		const char *at = reader->at;

		if (is_comment(reader)) {
			reader->at = strchrnul(at, '\n');
		} else if (*at == ';' || *at == '\n') {
			reader->at++;
			return;
		} else if (*at == '"') {
			reader->at = skip_string(at);
		} else if (*at == '\'') {
			reader->at = skip_character(at);
		} else if (at[0] == '/' && at[1] == '*') {
			reader->at = skip_comment(at);
		} else {
			reader->at++;
		}
	}
}

static size_t word_length(const char *at)
{
	static const char bytes[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789._$";

	return strspn(at, bytes);
}

/* `1:`, `name:`, also with operands in it: `%l0:`, `.L%=:`, `%l[yes]:`. */
static void skip_labels(struct reader *reader)
{
	for (;;) {
		size_t length = word_length(reader->at);
		size_t more;

		while ((more = strspn(reader->at + length, "%=[]\\@"))) {
			length += more;
			length += word_length(reader->at + length);
		}
		if (!length || reader->at[length] != ':')
			return;
		reader->at += length + 1;
		skip_blanks(reader);
	}
}

static void read_name(struct reader *reader, kabi_assembly_visit *visit,
		      void *context)
{
	const char *name;
	size_t length;

	skip_blanks(reader);
	name = reader->at;
	if (*name == '"') {
		length = strcspn(++name, "\"\n");
		reader->at = skip_string(reader->at);
	} else {
		length = strcspn(name, " \t\r\n,;");
		reader->at += length;
	}
	if (!length)
		return;
	if (memchr(name, '%', length) || memchr(name, '\\', length))
		name = NULL;
	visit(context, name, length);
}

static void read_directive(struct reader *reader, kabi_assembly_visit *visit,
			   void *context)
{
	static const char *const named[] = { ".section", ".pushsection",
					     ".sect" };
	static const char *const implied[] = { ".text", ".data", ".bss" };
	const char *word = reader->at;
	size_t length = word_length(word);

	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		if (length == strlen(named[i]) &&
		    !memcmp(word, named[i], length)) {
			reader->at += length;
			read_name(reader, visit, context);
			return;
		}
	}
	for (size_t i = 0; i < sizeof(implied) / sizeof(*implied); i++) {
		if (length == strlen(implied[i]) &&
		    !memcmp(word, implied[i], length))
			visit(context, word, length);
	}
}

void kabi_assembly_sections(const char *text, const char *comment,
			    kabi_assembly_visit *visit, void *context)
{
	struct reader reader = { text, comment };

	while (*reader.at) {
		skip_blanks(&reader);
		if (*reader.at == '#') {
			reader.at = strchrnul(reader.at, '\n');
			continue;
		}
		skip_labels(&reader);
		if (*reader.at == '.')
			read_directive(&reader, visit, context);
		skip_statement(&reader);
	}
}
