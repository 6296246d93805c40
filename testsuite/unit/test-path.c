// SPDX-License-Identifier: GPL-2.0-or-later
/* How source files are named: the same on every machine, never absolute. */
#include <stdlib.h>

#include "path.h"
#include "tap.h"

/* A file's name in a compilation that kbuild starts in "cwd". */
struct file {
	const char *what;
	const char *cwd;
	const char *source; /* source tree; NULL: not a kernel */
	const char *object;
	const char *main;
	const char *file;
	const char *expected;
};

static const struct file files[] = {
	{ "in the tree", "/k", ".", ".", "kernel/fork.c",
	  "./include/linux/sched.h", "include/linux/sched.h" },
	{ "through ..", "/k", ".", ".", "drivers/a/b.c",
	  "drivers/a/../../lib/x.h", "lib/x.h" },
	{ "O=, absolute source", "/o", "/src", ".", "/src/kernel/fork.c",
	  "/src/include/linux/sched.h", "include/linux/sched.h" },
	{ "O=, generated", "/o", "/src", ".", "/src/kernel/fork.c",
	  "./include/generated/autoconf.h", "include/generated/autoconf.h" },
	{ "O= below the source, relative", "/src/o", "..", ".",
	  "../kernel/fork.c", "../include/linux/sched.h",
	  "include/linux/sched.h" },
	{ "O= below the source, generated", "/src/o", "..", ".",
	  "../kernel/fork.c", "include/generated/bounds.h",
	  "include/generated/bounds.h" },
	{ "the source below O=", "/o", "/o/src", ".", "/o/src/kernel/fork.c",
	  "/o/src/kernel/fork.c", "kernel/fork.c" },
	{ "a name that only begins like a root", "/k", ".", ".", "a.c",
	  "/k2/include/x.h", "<x.h>" },
	{ "an external module", "/k", ".", ".", "/home/me/mod/x.c",
	  "/home/me/mod/x.c", "x.c" },
	{ "its header beside it", "/k", ".", ".", "/home/me/mod/src/x.c",
	  "/home/me/mod/include/x.h", "../include/x.h" },
	{ "too far away", "/k", ".", ".", "/a/b/c/d/e/x.c", "/a/y.h", "<y.h>" },
	{ "nothing in common", "/k", ".", ".", "/home/me/x.c", "/opt/y.h",
	  "<y.h>" },
	{ "no kernel", "/home/me", NULL, NULL, "src/x.c", "src/x.h",
	  "src/x.h" },
	{ "no kernel, elsewhere", "/root", NULL, NULL, "/home/me/x.c",
	  "/home/me/x.h", "x.h" },
	{ "standard input", "/home/me", NULL, NULL, "<stdin>", "<stdin>",
	  "<stdin>" },
};

static struct kabi_paths *create(const struct file *file)
{
	struct kabi_paths *paths = kabi_paths_create(file->cwd);
	bool good;

	if (file->source)
		good = kabi_paths_add_root(paths, file->object) &&
		       kabi_paths_add_root(paths, file->source);
	else
		good = kabi_paths_add_root(paths, file->cwd);
	tap_ok(good && kabi_paths_set_main(paths, file->main), "%s: roots",
	       file->what);
	return paths;
}

static void test_mapped(void)
{
	struct kabi_paths *paths = kabi_paths_create("/o");

	tap_ok(kabi_paths_add_root(paths, "/o"), "a root");
	tap_string(kabi_paths_name(paths, "/src/a/./b.h", "a/./b.h"), "a/b.h",
		   "-ffile-prefix-map to a relative name");
	tap_string(kabi_paths_name(paths, "/o/b.h", "/usr/src/b.h"), "b.h",
		   "-ffile-prefix-map to an absolute name");
	tap_string(kabi_paths_name(paths, "/src/b.h", "/usr/src/b.h"), "<b.h>",
		   "the same outside of the root");
	tap_string(kabi_paths_system_name(paths, "/usr/include/sys/x.h",
					  "/usr/include"),
		   "<sys/x.h>", "a system header");
	tap_string(kabi_paths_system_name(paths, "/usr/include/sys/x.h", NULL),
		   "<x.h>", "a system header of unknown origin");
	kabi_paths_destroy(paths);
	kabi_paths_destroy(NULL);
}

/* Enough names for the table to grow. */
static void test_many(void)
{
	struct kabi_paths *paths = kabi_paths_create("/k");
	const char *names[3000];
	unsigned int same = 0;
	char name[32];

	tap_ok(kabi_paths_add_root(paths, "."), "a root");
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < 3000; i++) {
			const char *got;

			snprintf(name, sizeof(name), "./a/%d.h", i);
			got = kabi_paths_name(paths, name, name);
			same += pass && got == names[i] &&
				!strcmp(got, name + 2);
			names[i] = got;
		}
	}
	tap_ok(same == 3000, "equal names are equal pointers");
	kabi_paths_destroy(paths);
}

int main(void)
{
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		struct kabi_paths *paths = create(&files[i]);

		tap_string(kabi_paths_name(paths, files[i].file, files[i].file),
			   files[i].expected, files[i].what);
		kabi_paths_destroy(paths);
	}
	test_mapped();
	test_many();
	return tap_finish();
}
