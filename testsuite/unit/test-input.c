// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Inputs into one model: what is in it, what is noticed, and that neither
 * threads nor the order of inputs nor a detour over baselines changes it.
 */
#include "input.h"
#include "tap.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <kabi/frame-encode.h>

#include "alloc.h"
#include "baseline.h"
#include "elf-image.h"
#include "strbuf.h"

enum {
	SECTION_SIZE = 1 << 15,
	UNITS = 60
};

/* A TU whose records depend on its number: some all have, some few. */
static size_t make_frame(unsigned char *out, unsigned int number)
{
	struct kabi_strbuf body = KABI_STRBUF_INIT;
	size_t size;

	kabi_strbuf_add_format(&body, "unit f%02u.c scope=used", number);
	kabi_strbuf_add_char(&body, '\0');
	kabi_strbuf_add(&body, "base int size=4 align=4 encoding=signed");
	kabi_strbuf_add_char(&body, '\0');
	kabi_strbuf_add_format(&body, "macro M at=h.h:1\n\t%u", number % 3);
	kabi_strbuf_add_char(&body, '\0');
	kabi_strbuf_add_format(&body, "macro N%u at=h.h:2\n\t1", number % 7);
	kabi_strbuf_add_char(&body, '\0');
	if (number == 9) {
		kabi_strbuf_add(&body, "macro P\n\t1\n\t! too odd");
		kabi_strbuf_add_char(&body, '\0');
	}
	kabi_strbuf_add_format(&body, "setting O\n\t%s",
			       number == 5 ? "s" : "2");
	kabi_strbuf_add_char(&body, '\0');
	size = kabi_frame_encode(out, body.string, body.length, 1);
	kabi_strbuf_deinit(&body);
	return size;
}

static void write_object(const char *path, unsigned int first,
			 unsigned int count)
{
	static struct elf_image image;
	static unsigned char section[SECTION_SIZE];
	static const unsigned char text[4];
	size_t size = 0;
	FILE *file;
	size_t index;

	for (unsigned int i = 0; i < count; i++)
		size += make_frame(section + size, first + i);
	elf_image_init(&image, ET_REL, EM_X86_64);
	elf_image_section(&image, KABI_SECTION_NAME, KABI_SECTION_TYPE, section,
			  size);
	index = elf_image_section(&image, ".text", SHT_PROGBITS, text, 4);
	elf_image_symbol(&image, path[0] == 'a' ? "in_a" : "in_b", index, 0,
			 STB_GLOBAL << 4 | STT_FUNC);
	elf_image_finish(&image);
	file = fopen(path, "w");
	fwrite(image.bytes, 1, image.size, file);
	fclose(file);
}

static void add_notice(void *context, const char *message)
{
	kabi_strbuf_add_format(context, "%s\n", message);
}

/* The baseline as text, or the message; the caller frees it. */
static char *load(const char *const *paths, size_t n_paths,
		  const struct kabi_input_options *options)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model = NULL;
	struct kabi_error *error =
		kabi_input_load(paths, n_paths, options, &model);
	char *text = NULL;
	size_t size;
	FILE *stream;

	if (error) {
		text = strdup(error->message);
		kabi_error_destroy(error);
		return text;
	}
	stream = open_memstream(&text, &size);
	kabi_baseline_write(stream, model);
	fclose(stream);
	return text;
}

static void save(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	fputs(text, file);
	fclose(file);
}

static void test_threads(void)
{
	static const char *const paths[] = { "a.o", "b.o" };
	static const char *const turned[] = { "b.o", "a.o" };
	static const char *const twice[] = { "b.o", "a.o", "b.o" };
	struct kabi_input_options options = { .jobs = 1 };
	char *one = load(paths, 2, &options);
	char *got;

	tap_ok(strstr(one, "\nend ") != NULL, "two objects give a baseline");
	for (options.jobs = 2; options.jobs < 10; options.jobs += 3) {
		got = load(paths, 2, &options);
		tap_ok(!strcmp(got, one), "the same with %u threads",
		       options.jobs);
		free(got);
	}
	got = load(turned, 2, &options);
	tap_ok(!strcmp(got, one), "the same in another order");
	free(got);
	got = load(twice, 3, &options);
	tap_ok(!strcmp(got, one), "the same when one is given twice");
	free(got);
	free(one);
}

/* What stands behind the head of a record, up to the next record. */
static void test_part(const char *text, const char *head, const char *expected,
		      const char *what)
{
	const char *found = strstr(text, head);

	if (!tap_ok(found && !strncmp(found + strlen(head), expected,
				      strlen(expected)),
		    "%s", what))
		tap_diagnose("got", found ? found : text);
}

static void test_contents(void)
{
	static const char *const paths[] = { "a.o", "b.o" };
	struct kabi_strbuf notices = KABI_STRBUF_INIT;
	struct kabi_input_options options = {
		.notice = add_notice,
		.notice_context = &notices,
	};
	char *text = load(paths, 2, &options);

	test_part(text, "kabi-baseline 1\n",
		  "\tarch x86_64\n\torigin objects\n\texports external\n"
		  "\tpublic include/*\n\tpublic arch/*/include/*\nunit f00.c "
		  "scope=used\nunit f01.c",
		  "the header, and units behind it");
	test_part(text, "setting O\n\t2\n",
		  "\tin 59 f00.c f01.c f02.c f03.c f04.c f06.c f07.c f08.c "
		  "f09.c f10.c f11.c f12.c f13.c f14.c f15.c f16.c\n"
		  "setting O\n\ts\n\tin 1 f05.c\n",
		  "a variant counts its TUs and names the first ones");
	test_part(text, "macro N3 at=h.h:2\n\t1\n", "macro N4",
		  "what some have and nobody else differs in is no variant");
	test_part(text, "export in_a license=external\n",
		  "export in_b license=external\n",
		  "external definitions count as exported");
	tap_string(notices.string, "a.o: f09.c: macro P: too odd\n",
		   "what the plugin could not record is noticed");
	kabi_strbuf_deinit(&notices);
	free(text);
}

static void test_baselines(void)
{
	static const char *const both[] = { "a.o", "b.o" };
	static const char *const parts[] = { "b.kabi", "a.kabi" };
	static const char *const mixed[] = { "all.kabi", "a.o" };
	static const char *const half[] = { "a.kabi", "b.o" };
	static const char *const same[] = { "all.kabi", "all.kabi" };
	char *all = load(both, 2, NULL);
	char *a = load(&both[0], 1, NULL);
	char *b = load(&both[1], 1, NULL);
	char *got;

	save("a.kabi", a);
	save("b.kabi", b);
	save("all.kabi", all);
	got = load(parts, 2, NULL);
	tap_string(got, all, "baselines of the parts add up to the whole");
	free(got);
	got = load(mixed, 2, NULL);
	tap_string(got, all, "a baseline and a part of it are the baseline");
	free(got);
	got = load(half, 2, NULL);
	tap_string(got, all, "a baseline and an object add up too");
	free(got);
	got = load(same, 2, NULL);
	tap_string(got, all, "a baseline twice is the baseline");
	free(got);
	free(all);
	free(a);
	free(b);
}

static void test_globs(void)
{
	static const char *const paths[] = { "a.kabi", "b.kabi" };
	const char *globs[] = { "sdk/*" };
	struct kabi_input_options options = {
		.public_globs = globs,
		.n_public_globs = 1,
	};

	for (size_t n = 1; n < 3; n++) {
		char *text = load(paths, n, &options);

		test_part(text, "exports external\n",
			  "\tpublic sdk/*\nunit f00.c",
			  n == 1 ? "globs replace those of a baseline"
				 : "and of two");
		free(text);
	}
}

struct progress {
	size_t calls;
	size_t last_done;
	size_t last_total;
	bool backwards;
};

static void count_progress(void *context, size_t done, size_t total)
{
	struct progress *progress = context;

	progress->calls++;
	progress->backwards |= done <= progress->last_done || done > total;
	progress->last_done = done;
	progress->last_total = total;
}

static void test_progress(void)
{
	static const char *const paths[] = { "a.o", "b.o" };
	struct progress progress = { 0 };
	struct kabi_input_options options = {
		.jobs = 3,
		.progress = count_progress,
		.progress_context = &progress,
	};

	free(load(paths, 2, &options));
	tap_ok(progress.calls >= 2 && !progress.backwards &&
		       progress.last_done == progress.last_total,
	       "progress goes up to the end");
}

static void test_error(const char *const *paths, size_t n_paths,
		       const char *expected)
{
	/* Which thread is the first one must not matter. */
	for (unsigned int jobs = 1; jobs < 4; jobs += 2) {
		struct kabi_input_options options = { .jobs = jobs };
		char *got = load(paths, n_paths, &options);

		tap_string(got, expected, expected);
		free(got);
	}
}

static void test_errors(void)
{
	static const char *const missing[] = { "a.o", "none.o", "bad.o" };
	static const char *const bad[] = { "a.o", "bad.o", "none.o" };
	static const char *const folder[] = { "a.o", "folder" };
	static const char *const text[] = { "text", "a.o" };

	mkdir("folder", 0777);
	save("text", "Hello\n");
	save("bad.o", "\177ELF");
	test_error(missing, 3, "none.o: No such file or directory");
	test_error(bad, 3, "bad.o: damaged ELF file: no valid header");
	test_error(folder, 2,
		   "folder: is a directory, but no kernel was built in it (no "
		   "vmlinux.o, no modules.order)");
	test_error(text, 2,
		   "text: neither an ELF file nor an archive nor a baseline");
}

static void remove_all(void)
{
	static const char *const files[] = { "a.o",    "b.o",	   "a.kabi",
					     "b.kabi", "all.kabi", "text",
					     "bad.o" };

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		unlink(files[i]);
	rmdir("folder");
}

int main(void)
{
	char folder[] = "/tmp/kabi-test-input.XXXXXX";

	if (!mkdtemp(folder) || chdir(folder)) {
		perror(folder);
		return 1;
	}
	write_object("a.o", 0, UNITS / 2);
	write_object("b.o", UNITS / 2, UNITS / 2);
	test_threads();
	test_contents();
	test_baselines();
	test_globs();
	test_progress();
	test_errors();
	remove_all();
	if (chdir("/") || rmdir(folder))
		perror(folder);
	return tap_finish();
}
