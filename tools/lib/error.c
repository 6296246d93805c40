// SPDX-License-Identifier: GPL-2.0-or-later
/* Errors that are returned, with context added on their way up. */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "strbuf.h"

static char *format_message(const char *format, va_list args)
{
	char *message;

	if (vasprintf(&message, format, args) < 0)
		/* Out of memory, or a format that cannot be: say what we can */
		message = kabi_xstrdup(format);
	return message;
}

/*
 * A message is one line, and no command to a terminal, whatever the names in it
 * hold: they come from inputs.
 */
static void tame(char *message)
{
	for (; *message; message++) {
		if ((unsigned char)*message < ' ' || *message == 0x7f)
			*message = '?';
	}
}

static struct kabi_error *create(enum kabi_error_code code, char *message)
{
	struct kabi_error *error = kabi_xmalloc(sizeof(*error));

	tame(message);
	error->code = code;
	error->message = message;
	return error;
}

struct kabi_error *kabi_error_create(enum kabi_error_code code,
				     const char *format, ...)
{
	va_list args;
	char *message;

	va_start(args, format);
	message = format_message(format, args);
	va_end(args);
	return create(code, message);
}

struct kabi_error *kabi_error_errno(int number, const char *format, ...)
{
	struct kabi_strbuf message = KABI_STRBUF_INIT;
	va_list args;
	char *what;

	va_start(args, format);
	what = format_message(format, args);
	va_end(args);
	kabi_strbuf_add_format(&message, "%s: %s", what, strerror(number));
	free(what);
	return create(KABI_ERROR_IO, kabi_strbuf_steal(&message));
}

struct kabi_error *kabi_error_prefix(struct kabi_error *error,
				     const char *format, ...)
{
	struct kabi_strbuf message = KABI_STRBUF_INIT;
	va_list args;
	char *context;

	if (!error)
		return NULL;
	va_start(args, format);
	context = format_message(format, args);
	va_end(args);
	kabi_strbuf_add_format(&message, "%s: %s", context, error->message);
	free(context);
	free(error->message);
	error->message = kabi_strbuf_steal(&message);
	tame(error->message);
	return error;
}

void kabi_error_destroy(struct kabi_error *error)
{
	if (!error)
		return;
	free(error->message);
	free(error);
}
