// SPDX-License-Identifier: GPL-2.0-or-later
/* Strings that grow, and errors, which are made of them. */
#include "alloc.h"
#include "error.h"
#include "strbuf.h"
#include "tap.h"

#include <errno.h>

static void test_strbuf(void)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	char long_text[1000];
	char *string;
	int i;

	kabi_strbuf_add(&buf, "b");
	kabi_strbuf_add_char(&buf, 'c');
	kabi_strbuf_prepend(&buf, "a");
	kabi_strbuf_add_format(&buf, "%d", 42);
	tap_string(buf.string, "abc42", "adds at both ends");
	kabi_strbuf_truncate(&buf, 3);
	tap_string(buf.string, "abc", "truncates");
	kabi_strbuf_truncate(&buf, 10);
	tap_ok(buf.length == 3, "truncating does not make it longer");

	kabi_strbuf_truncate(&buf, 0);
	for (i = 0; i < 1000; i++)
		kabi_strbuf_add_char(&buf, 'x');
	tap_ok(buf.length == 1000 && strlen(buf.string) == 1000, "grows");

	memset(long_text, 'y', sizeof(long_text) - 1);
	long_text[sizeof(long_text) - 1] = '\0';
	kabi_strbuf_add_format(&buf, "%s%s%s", long_text, long_text, long_text);
	tap_ok(buf.length == 1000 + 3 * 999 && strlen(buf.string) == buf.length,
	       "grows for a format");

	kabi_strbuf_truncate(&buf, 1);
	kabi_strbuf_add_bytes(&buf, "\0z", 2);
	tap_ok(buf.length == 3 && !memcmp(buf.string, "x\0z", 4), "holds NULs");

	string = kabi_strbuf_steal(&buf);
	tap_ok(!buf.string && !buf.length, "is empty when it was stolen");
	free(string);
	string = kabi_strbuf_steal(&buf);
	tap_string(string, "", "an empty one gives an empty string");
	free(string);
	kabi_strbuf_deinit(&buf);
}

static void test_error(void)
{
	struct kabi_error *error;

	error = kabi_error_create(KABI_ERROR_BAD_DATA, "frame %d", 3);
	error = kabi_error_prefix(error, "%s", "vmlinux.o");
	error = kabi_error_prefix(error, "%s", "100%");
	tap_string(error->message, "100%: vmlinux.o: frame 3",
		   "context comes in front");
	tap_ok(error->code == KABI_ERROR_BAD_DATA, "the code stays");
	kabi_error_destroy(error);

	error = kabi_error_errno(ENOENT, "%s", "a%sb");
	tap_string(error->message, "a%sb: No such file or directory",
		   "the system's message");
	tap_ok(error->code == KABI_ERROR_IO, "is an I/O error");
	kabi_error_destroy(error);

	tap_ok(!kabi_error_prefix(NULL, "x"), "no error stays none");
	kabi_error_destroy(NULL);
}

static void test_array(void)
{
	size_t room = 0, used;
	int *array = NULL;
	bool kept = true;

	for (used = 0; used < 100; used++) {
		kabi_array_reserve(&array, used, &room, sizeof(*array));
		array[used] = used;
	}
	for (used = 0; used < 100; used++)
		kept &= array[used] == (int)used;
	tap_ok(kept && room >= 100, "an array grows and keeps what is in it");
	free(array);
}

int main(void)
{
	test_strbuf();
	test_error();
	test_array();
	return tap_finish();
}
