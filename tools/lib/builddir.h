/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A directory in which kbuild has built a kernel (the source tree itself or
 * O=), and which of its files hold what:
 *
 *   vmlinux.o			all objects of the kernel, relocatable: .kabi
 *   vmlinux			linked: the final export table, rarely .kabi
 *   modules.order		a module a line: .ko up to Linux 6.1, .o later
 *   Module.symvers		all exports
 *   include/config/kernel.release
 *   vmlinux.a			thin archive of what vmlinux.o is linked from
 */
#ifndef KABI_TOOLS_BUILDDIR_H
#define KABI_TOOLS_BUILDDIR_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

struct kabi_builddir_module {
	char *path;
	char *name; /* as Module.symvers has it: "drivers/net/dummy" */
};

struct kabi_builddir {
	char *path;
	char *release; /* NULL: unknown */
	/* What has .kabi: vmlinux.o, or vmlinux where there is no vmlinux.o. */
	char *kernel;
	/* vmlinux, when there are both. */
	char *final;
	char *symvers; /* NULL: there is none */
	struct kabi_builddir_module *modules;
	size_t n_modules;
};

/*
 * A directory that is none, or that has modules but no kernel, or lists modules
 * that are not there, is an error. Messages begin with the path.
 */
struct kabi_error *kabi_builddir_read(const char *path,
				      struct kabi_builddir **ret)
	kabi_must_check;
void kabi_builddir_destroy(struct kabi_builddir *dir);

/* Is a kernel in it, whatever else is missing? */
bool kabi_builddir_has_kernel(const char *path);

/*
 * Calls back with the name of every object of the kernel that has no .kabi
 * (assembly, and files that kbuild gives no KCFLAGS), as far as vmlinux.a
 * tells.
 */
struct kabi_error *kabi_builddir_uncovered(const struct kabi_builddir *dir,
					   void (*visit)(void *context,
							 const char *object),
					   void *context) kabi_must_check;

#endif /* KABI_TOOLS_BUILDDIR_H */
