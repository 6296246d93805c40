// SPDX-License-Identifier: GPL-2.0-or-later
/* Which shims there are, and their files; see shims.h. */
#include "shims.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "output.h"

/* Can an adapter stand between? */
static bool is_adaptable(enum kabi_verdict verdict)
{
	switch (verdict) {
	case KABI_VERDICT_SYMBOL_REMOVED:
	case KABI_VERDICT_RETURN_TYPE_CHANGED:
	case KABI_VERDICT_PARAMETER_TYPE_CHANGED:
	case KABI_VERDICT_PARAMETER_ADDED:
	case KABI_VERDICT_PARAMETER_REMOVED:
		return true;
	default:
		return false;
	}
}

/* Its type, when that is one that C can declare and call. */
static const struct kabi_type *type_of(const struct kabi_record *record)
{
	const struct kabi_type *type = record ? kabi_type_strip(record->type)
					      : NULL;

	if (!type || type->kind != KABI_TYPE_FUNCTION ||
	    type->prototype != KABI_PROTOTYPE_FIXED || type->n_attributes ||
	    type->n_params > KABI_SHIM_MAX_PARAMETERS)
		return NULL;
	return type;
}

static void add(struct kabi_shims *shims, const char *function)
{
	const struct kabi_record *old_record =
		kabi_model_find(shims->old_model, KABI_KIND_FUNCTION, function);
	const struct kabi_record *new_record =
		kabi_model_find(shims->new_model, KABI_KIND_FUNCTION, function);

	if (!type_of(old_record) || (new_record && !type_of(new_record)))
		return;
	for (size_t i = 0; i < shims->n; i++) {
		if (!strcmp(shims->list[i].function, function))
			return;
	}
	kabi_array_reserve(&shims->list, shims->n, &shims->room,
			   sizeof(*shims->list));
	shims->list[shims->n++] = (struct kabi_shim){
		.function = function,
		.old_record = old_record,
		.new_record = new_record,
	};
}

static int compare_shims(const void *a, const void *b)
{
	const struct kabi_shim *x = a, *y = b;

	return strcmp(x->function, y->function);
}

void kabi_shims_plan(struct kabi_shims *shims,
		     const struct kabi_changes *changes,
		     const struct kabi_model *old_model,
		     const struct kabi_model *new_model,
		     const struct kabi_consumers *consumers, bool for_module)
{
	static const char prefix[] = "function ";

	shims->old_model = old_model;
	shims->new_model = new_model;
	shims->consumers = consumers;
	shims->for_module = for_module;
	for (size_t i = 0; i < changes->n_changes; i++) {
		const struct kabi_change *change = changes->changes[i];

		if (change->level == KABI_LEVEL_BREAK &&
		    is_adaptable(change->verdict) &&
		    !strncmp(change->subject, prefix, strlen(prefix)))
			add(shims, change->subject + strlen(prefix));
	}
	if (shims->n)
		qsort(shims->list, shims->n, sizeof(*shims->list),
		      compare_shims);
}

void kabi_shims_deinit(struct kabi_shims *shims)
{
	free(shims->list);
}

/* What an object's unit is called, without its last two bytes: "crypto/gcm". */
static const char *stem_of(const struct kabi_shims *shims,
			   const struct kabi_consumer *consumer)
{
	const struct kabi_model *model = shims->old_model;
	const char *slash = strrchr(consumer->name, '/');
	const char *name = slash ? slash + 1 : consumer->name;
	size_t length = strcspn(name, ".");

	for (size_t i = model->by_kind[KABI_KIND_UNIT];
	     i < model->by_kind[KABI_KIND_UNIT + 1]; i++) {
		const char *unit = model->records[i]->name;
		const char *base = strrchr(unit, '/');

		base = base ? base + 1 : unit;
		if (strcspn(base, ".") == length && !memcmp(base, name, length))
			return unit;
	}
	return name;
}

static bool uses(const struct kabi_consumer *consumer, const char *function)
{
	for (size_t i = 0; i < consumer->n_uses; i++) {
		const struct kabi_record *record = consumer->uses[i].record;

		if (record->kind == KABI_KIND_EXPORT &&
		    !strcmp(record->name, function))
			return true;
	}
	return false;
}

static bool needs_shims(const struct kabi_shims *shims,
			const struct kabi_consumer *consumer)
{
	for (size_t i = 0; i < shims->n; i++) {
		if (uses(consumer, shims->list[i].function))
			return true;
	}
	return false;
}

/* "crypto" of "crypto/gcm.c", "." of "gcm.c". */
static char *directory_of(const char *stem)
{
	const char *slash = strrchr(stem, '/');

	return slash ? kabi_xasprintf("%.*s", (int)(slash - stem), stem)
		     : kabi_xstrdup(".");
}

/* Of the first object of each directory. */
static bool is_first_there(const struct kabi_shims *shims, size_t consumer)
{
	const struct kabi_consumers *consumers = shims->consumers;
	kabi_cleanup(kabi_free_cleanup) char *mine =
		directory_of(stem_of(shims, &consumers->list[consumer]));

	for (size_t i = 0; i < consumer; i++) {
		kabi_cleanup(kabi_free_cleanup) char *other =
			directory_of(stem_of(shims, &consumers->list[i]));

		if (needs_shims(shims, &consumers->list[i]) &&
		    !strcmp(mine, other))
			return false;
	}
	return true;
}

static bool is_used_there(const struct kabi_shims *shims, const char *directory,
			  const char *function)
{
	const struct kabi_consumers *consumers = shims->consumers;

	for (size_t i = 0; i < consumers->n; i++) {
		kabi_cleanup(kabi_free_cleanup) char *other =
			directory_of(stem_of(shims, &consumers->list[i]));

		if (!strcmp(other, directory) &&
		    uses(&consumers->list[i], function))
			return true;
	}
	return false;
}

/* The header that declares it; NULL: it is not known. */
static const char *header_of(const struct kabi_shim *shim)
{
	const struct kabi_record *records[] = { shim->new_record,
						shim->old_record };

	for (size_t i = 0; i < 2; i++) {
		const char *file = records[i] ? records[i]->file : NULL;
		size_t length = file ? strlen(file) : 0;

		if (length > 2 && !strcmp(file + length - 2, ".h"))
			return file;
	}
	return NULL;
}

/* "#include <linux/foo.h>" of "include/linux/foo.h". */
static void write_include(FILE *stream, const char *header)
{
	const char *path = strstr(header, "include/");

	if (path)
		fprintf(stream, "#include <%s>\n", path + strlen("include/"));
	else
		fprintf(stream, "#include \"%s\"\n",
			strrchr(header, '/') ? strrchr(header, '/') + 1
					     : header);
}

static void write_includes(FILE *stream, const struct kabi_shims *shims,
			   const char *directory)
{
	for (size_t i = 0; i < shims->n; i++) {
		const char *header = header_of(&shims->list[i]);
		bool is_there = false;

		if (!header ||
		    !is_used_there(shims, directory, shims->list[i].function))
			continue;
		for (size_t j = 0; j < i; j++) {
			const char *other = header_of(&shims->list[j]);

			is_there |= other && !strcmp(other, header) &&
				    is_used_there(shims, directory,
						  shims->list[j].function);
		}
		if (!is_there)
			write_include(stream, header);
	}
}

static void write_source(FILE *stream, struct kabi_shims *shims,
			 const char *directory)
{
	fputs("// SPDX-License-Identifier: GPL-2.0-or-later\n"
	      "/*\n"
	      " * Written by kabi-reuse --shims: what prebuilt objects call,\n"
	      " * as it was when they were compiled. Compiled with the kernel\n"
	      " * that they are used with. What has to be decided is decided\n"
	      " * in kabi-decisions.h.\n"
	      " */\n"
	      "#include <linux/types.h>\n",
	      stream);
	write_includes(stream, shims, directory);
	fputs("#include \"", stream);
	/* Up from "drivers/block". */
	for (const char *at = directory; at && strcmp(directory, ".") != 0;
	     at = strchr(at + 1, '/'))
		fputs("../", stream);
	fputs("kabi-decisions.h\"\n", stream);
	for (size_t i = 0; i < shims->n; i++) {
		if (is_used_there(shims, directory, shims->list[i].function))
			kabi_shim_write_source(stream, shims, &shims->list[i]);
	}
}

static void write_symbols(FILE *stream, struct kabi_shims *shims,
			  const char *directory)
{
	(void)directory;
	for (size_t i = 0; i < shims->n; i++)
		fprintf(stream, "%s kabi_shim_%s\n", shims->list[i].function,
			shims->list[i].function);
}

/* What kbuild/Makefile.reuse reads. */
static void write_makefile(FILE *stream, struct kabi_shims *shims,
			   const char *directory)
{
	const struct kabi_consumers *consumers = shims->consumers;

	(void)directory;
	fputs("# Written by kabi-reuse --shims, for kbuild/Makefile.reuse.\n",
	      stream);
	for (size_t i = 0; i < consumers->n; i++) {
		const char *stem = stem_of(shims, &consumers->list[i]);
		kabi_cleanup(kabi_free_cleanup) char *dir = directory_of(stem);
		size_t length = strlen(stem);
		const char *dot = strrchr(stem, '.');

		if (!needs_shims(shims, &consumers->list[i]))
			continue;
		length = dot ? (size_t)(dot - stem) : length;
		fprintf(stream,
			"KABI_OBJCOPY_%.*s.o := "
			"--redefine-syms=$(KABI_SHIMS)/kabi-shims.syms\n",
			(int)length, stem);
		if (shims->for_module)
			fprintf(stream, "KABI_LINK_%.*s.o := %s/kabi-shims.o\n",
				(int)length, stem, dir);
		else if (is_first_there(shims, i))
			fprintf(stream, "KABI_ADD += %s/kabi-shims.o\n", dir);
	}
}

static void write_questions(FILE *stream, struct kabi_shims *shims,
			    const char *directory)
{
	(void)directory;
	fputs("/*\n"
	      " * What kabi-shims.c cannot know. kabi-reuse --shims leaves this\n"
	      " * file alone once it is there.\n"
	      " */\n",
	      stream);
	for (size_t i = 0; i < shims->n; i++) {
		if (!header_of(&shims->list[i]))
			fprintf(stream,
				"\n/* %s(): which header declares it?\n"
				"#include <> */\n",
				shims->list[i].function);
		kabi_shim_write_questions(stream, shims, &shims->list[i]);
	}
}

static struct kabi_error *make_directory(const char *path)
{
	kabi_cleanup(kabi_free_cleanup) char *copy = kabi_xstrdup(path);

	for (char *slash = strchr(copy + 1, '/');;
	     slash = strchr(slash + 1, '/')) {
		if (slash)
			*slash = '\0';
		if (mkdir(copy, 0777) && errno != EEXIST)
			return kabi_error_errno(errno, "%s", copy);
		if (!slash)
			return NULL;
		*slash = '/';
	}
}

static struct kabi_error *
write_file(struct kabi_shims *shims, const char *directory, const char *path,
	   void (*write)(FILE *stream, struct kabi_shims *shims,
			 const char *directory))
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error = kabi_output_create(path, &output);

	if (error)
		return error;
	write(kabi_output_stream(output), shims, directory);
	return kabi_output_commit(output);
}

static struct kabi_error *write_sources(struct kabi_shims *shims,
					const char *directory)
{
	struct kabi_error *error = NULL;

	for (size_t i = 0; i < shims->consumers->n && !error; i++) {
		const struct kabi_consumer *consumer =
			&shims->consumers->list[i];
		kabi_cleanup(kabi_free_cleanup) char *dir =
			directory_of(stem_of(shims, consumer));
		kabi_cleanup(kabi_free_cleanup) char *folder =
			kabi_xasprintf("%s/%s", directory, dir);
		kabi_cleanup(kabi_free_cleanup) char *path =
			kabi_xasprintf("%s/kabi-shims.c", folder);

		if (!needs_shims(shims, consumer) || !is_first_there(shims, i))
			continue;
		error = make_directory(folder);
		if (!error)
			error = write_file(shims, dir, path, write_source);
	}
	return error;
}

struct kabi_error *kabi_shims_write(struct kabi_shims *shims,
				    const char *directory)
{
	kabi_cleanup(kabi_free_cleanup) char *symbols =
		kabi_xasprintf("%s/kabi-shims.syms", directory);
	kabi_cleanup(kabi_free_cleanup) char *makefile =
		kabi_xasprintf("%s/kabi-shims.mk", directory);
	kabi_cleanup(kabi_free_cleanup) char *decisions =
		kabi_xasprintf("%s/kabi-decisions.h", directory);
	struct kabi_error *error = make_directory(directory);
	struct stat st;

	if (!error)
		error = write_sources(shims, directory);
	if (!error)
		error = write_file(shims, NULL, symbols, write_symbols);
	if (!error)
		error = write_file(shims, NULL, makefile, write_makefile);
	if (!error && stat(decisions, &st))
		error = write_file(shims, NULL, decisions, write_questions);
	return error;
}
