// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Export tables: the kernel's two forms, and objects that have none, in small
 * ELF files; Module.symvers in its three forms; what is said of contradictions.
 */
#include "exports.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

#include "elf-image.h"
#include "strbuf.h"

enum {
	LOCAL = STB_LOCAL << 4,
	GLOBAL = STB_GLOBAL << 4,
	WEAK = STB_WEAK << 4,
	DAMAGES = 20000,
};

static struct kabi_error *read_one(void *context, struct kabi_elf *elf)
{
	struct kabi_export owner = { .module = "mod" };

	return kabi_exports_read_elf(context, elf, &owner);
}

static struct kabi_error *read_image(struct kabi_exports *exports,
				     const struct elf_image *image)
{
	unsigned char *bytes = malloc(image->size);
	struct kabi_blob *blob = kabi_blob_take(bytes, image->size);
	struct kabi_error *error;

	memcpy(bytes, image->bytes, image->size);
	error = kabi_elf_for_each_in_blob(blob, "x.o", read_one, exports);
	kabi_blob_unref(blob);
	return error;
}

static void add_notice(void *context, const char *message)
{
	kabi_strbuf_add_format(context, "! %s\n", message);
}

/* What stands in the end, and notices; takes the error, if there is one. */
static char *describe(struct kabi_exports *exports, struct kabi_error *error)
{
	static const char *const licenses[] = { "any", "GPL", "external" };
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	struct kabi_notices notices = { .notice = add_notice, .context = &buf };

	if (error) {
		kabi_strbuf_add(&buf, error->message);
		kabi_error_destroy(error);
		return kabi_strbuf_steal(&buf);
	}
	kabi_exports_resolve(exports, &notices);
	for (size_t i = 0; i < exports->count; i++) {
		const struct kabi_export *export = &exports->list[i];

		kabi_strbuf_add_format(&buf, "%s %s %s %s\n", export->name,
				       licenses[export->license],
				       export->module ? export->module : "-",
				       export->ns ? export->ns : "-");
	}
	return kabi_strbuf_steal(&buf);
}

static void test_list(struct kabi_exports *exports, struct kabi_error *error,
		      const char *expected, const char *what)
{
	char *got = describe(exports, error);

	tap_string(got, expected, what);
	free(got);
	kabi_exports_deinit(exports);
}

static void test_image(struct elf_image *image, const char *expected,
		       const char *what)
{
	struct kabi_exports exports = { 0 };
	struct kabi_error *error;

	elf_image_finish(image);
	error = read_image(&exports, image);
	test_list(&exports, error, expected, what);
}

/* As in an object of Linux 6.1: a section for each entry. */
static void fill_ksymtab(struct elf_image *image, uint16_t type)
{
	static const char strings[] = "\0first\0\0second\0SPACE";
	static const unsigned char entry[24];
	bool linked = type != ET_REL;
	const char *any = linked ? "__ksymtab" : "___ksymtab+first";
	const char *gpl = linked ? "__ksymtab_gpl" : "___ksymtab_gpl+second";
	uint64_t base = linked ? 0xffffffff81000000u : 0;
	size_t table, table_gpl, s;

	elf_image_init(image, type, EM_X86_64);
	table = elf_image_section(image, any, SHT_PROGBITS, entry, 12);
	table_gpl = elf_image_section(image, gpl, SHT_PROGBITS, entry, 24);
	s = elf_image_section(image, "__ksymtab_strings", SHT_PROGBITS, strings,
			      sizeof(strings));
	image->sections[s].header.sh_addr = base;
	elf_image_symbol(image, "__ksymtab_first", table, base, LOCAL);
	elf_image_symbol(image, "__ksymtab_second", table_gpl, base, LOCAL);
	elf_image_symbol(image, "__ksymtab_third", table_gpl, base, LOCAL);
	elf_image_symbol(image, "__kstrtab_first", s, base + 1, LOCAL);
	elf_image_symbol(image, "__kstrtabns_first", s, base + 7, LOCAL);
	elf_image_symbol(image, "__kstrtabns_second", s, base + 15, LOCAL);
	elf_image_symbol(image, "__ksymtab_fake", s, base, LOCAL);
	elf_image_symbol(image, "second", table, base, GLOBAL | STT_FUNC);
}

/* As in an object from Linux 6.4 on. */
static void fill_labels(struct elf_image *image)
{
	static const char labels[] = "\0\0........"
				     "GPL\0\0........"
				     "GPL\0module:kvm";
	size_t section;

	elf_image_init(image, ET_REL, EM_X86_64);
	section = elf_image_section(image, ".export_symbol", SHT_PROGBITS,
				    labels, sizeof(labels));
	elf_image_symbol(image, "__export_symbol_first", section, 0, LOCAL);
	elf_image_symbol(image, "__export_symbol_second", section, 10, LOCAL);
	elf_image_symbol(image, "__export_symbol_third", section, 23, LOCAL);
}

static void fill_globals(struct elf_image *image)
{
	static const unsigned char text[16];
	size_t section;

	elf_image_init(image, ET_REL, EM_X86_64);
	section = elf_image_section(image, ".text", SHT_PROGBITS, text, 16);
	elf_image_symbol(image, "local", section, 0, LOCAL | STT_FUNC);
	elf_image_symbol(image, "function", section, 0, GLOBAL | STT_FUNC);
	elf_image_symbol(image, "weak", section, 0, WEAK | STT_FUNC);
	elf_image_symbol(image, "data", section, 0, GLOBAL | STT_OBJECT);
	elf_image_symbol(image, "assembly", section, 0, GLOBAL | STT_NOTYPE);
	elf_image_symbol(image, "common", SHN_COMMON, 8, GLOBAL | STT_OBJECT);
	elf_image_symbol(image, "undefined", 0, 0, GLOBAL | STT_NOTYPE);
	elf_image_symbol(image, "number", SHN_ABS, 0, GLOBAL | STT_NOTYPE);
	elf_image_symbol(image, "not a name", section, 0, GLOBAL | STT_FUNC);
	elf_image_symbol(image, "hidden", section, 0, GLOBAL | STT_FUNC)
		->st_other = STV_HIDDEN;
	elf_image_symbol(image, "protected", section, 0, GLOBAL | STT_FUNC)
		->st_other = STV_PROTECTED;
}

static void test_tables(void)
{
	static struct elf_image image;

	fill_ksymtab(&image, ET_REL);
	test_image(&image,
		   "first any mod -\nsecond GPL mod SPACE\nthird GPL mod -\n",
		   "__ksymtab in an object");
	fill_ksymtab(&image, ET_EXEC);
	test_image(&image,
		   "first any mod -\nsecond GPL mod SPACE\nthird GPL mod -\n",
		   "__ksymtab in a linked file");
	fill_labels(&image);
	test_image(&image,
		   "first any mod -\nsecond GPL mod -\nthird GPL mod "
		   "module:kvm\n",
		   ".export_symbol");
	fill_globals(&image);
	test_image(&image,
		   "assembly external mod -\ncommon external mod -\n"
		   "data external mod -\nfunction external mod -\n"
		   "protected external mod -\nweak external mod -\n",
		   "symbols of external linkage when there is no table");
}

static void test_bad_tables(void)
{
	static struct elf_image image;

	fill_ksymtab(&image, ET_REL);
	image.symbols[6].st_value = 9999;
	test_image(&image,
		   "x.o: damaged export table: symbol __kstrtabns_second: "
		   "outside of its section",
		   "a namespace outside of its section");
	fill_labels(&image);
	image.symbols[3].st_value = 9999;
	test_image(&image,
		   "x.o: damaged export table: symbol __export_symbol_third: "
		   "outside of its section",
		   "a label outside of its section");
	fill_labels(&image);
	image.symbols[3].st_value = 24;
	test_image(&image,
		   "x.o: damaged export table: symbol __export_symbol_third: "
		   "unknown licence",
		   "an unknown licence");
	fill_labels(&image);
	elf_image_symbol(&image, "__export_symbol_a b", image.n_sections - 1, 0,
			 LOCAL);
	test_image(&image,
		   "x.o: damaged export table: symbol __export_symbol_a b: no "
		   "name of a symbol",
		   "a name that cannot be one");
}

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

/* Whatever is changed in the file, it is read or refused. */
static void test_damage(void)
{
	static struct elf_image image, damaged;
	unsigned int refused = 0;
	uint32_t state = 1;

	fill_ksymtab(&image, ET_REL);
	elf_image_finish(&image);
	for (int i = 0; i < DAMAGES; i++) {
		struct kabi_exports exports = { 0 };
		struct kabi_error *error;

		damaged = image;
		for (int j = 0; j < 1 + i % 3; j++)
			damaged.bytes[next_random(&state) % image.size] =
				next_random(&state);
		if (i % 7 == 0)
			damaged.size = next_random(&state) % image.size + 1;
		error = read_image(&exports, &damaged);
		refused += error != NULL;
		kabi_error_destroy(error);
		kabi_exports_deinit(&exports);
	}
	tap_ok(refused > DAMAGES / 10 && refused < DAMAGES,
	       "%d damaged files, of which %u are refused", DAMAGES, refused);
}

static void test_symvers(const char *text, const char *expected,
			 const char *what)
{
	char path[] = "/tmp/kabi-test-exports.XXXXXX";
	int fd = mkstemp(path);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
	struct kabi_exports exports = { 0 };
	struct kabi_error *error;
	char *message;

	if (!file) {
		tap_ok(false, "%s: no temporary file", what);
		return;
	}
	fputs(text, file);
	fclose(file);
	error = kabi_exports_read_symvers(&exports, path, 0);
	unlink(path);
	/* The path is another one every time. */
	if (error) {
		message = strchr(error->message, ':');
		tap_string(message ? message : error->message, expected, what);
		kabi_error_destroy(error);
		kabi_exports_deinit(&exports);
		return;
	}
	exports.n_indexed = 0; /* no cross-check here */
	for (size_t i = 0; i < exports.count; i++)
		exports.list[i].origin = KABI_EXPORT_TABLE;
	test_list(&exports, NULL, expected, what);
}

static void test_index(void)
{
	test_symvers("0x1\tf\tvmlinux\tEXPORT_SYMBOL_GPL\tNS\n"
		     "0x2\tg\tdrivers/a/b\tEXPORT_SYMBOL\t\n",
		     "f GPL vmlinux NS\ng any drivers/a/b -\n",
		     "Module.symvers with namespaces at the end");
	test_symvers("0x1\tf\tNS\tvmlinux\tEXPORT_SYMBOL_GPL\n"
		     "0x1\tg\t\tvmlinux\tEXPORT_SYMBOL\n",
		     "f GPL vmlinux NS\ng any vmlinux -\n",
		     "Module.symvers of Linux 5.4");
	test_symvers("0x1\tf\tvmlinux\tEXPORT_SYMBOL_GPL", "f GPL vmlinux -\n",
		     "Module.symvers without namespaces");
	test_symvers("", "", "an empty Module.symvers");
	test_symvers("0x1\tf\tvmlinux\tEXPORT_SYMBOL\t\nf\n",
		     ":2: not a line of Module.symvers",
		     "a line that is something else");
	test_symvers("0x1\tf g\tvmlinux\tEXPORT_SYMBOL\t\n",
		     ":1: not a line of Module.symvers", "a name with a blank");
}

static void add(struct kabi_exports *exports, const char *name,
		const char *module, enum kabi_license license,
		enum kabi_export_origin origin)
{
	struct kabi_export export = {
		.name = name,
		.module = module,
		.file = origin == KABI_EXPORT_INDEX ? "Module.symvers" : "x.ko",
		.license = license,
		.origin = origin,
		.build = 1,
	};

	kabi_exports_add(exports, &export);
	exports->has_table |= origin != KABI_EXPORT_GLOBAL;
}

static void test_contradictions(void)
{
	struct kabi_exports exports = { 0 };

	add(&exports, "f", "a", KABI_LICENSE_ANY, KABI_EXPORT_TABLE);
	add(&exports, "f", "vmlinux", KABI_LICENSE_ANY, KABI_EXPORT_TABLE);
	add(&exports, "f", "a", KABI_LICENSE_ANY, KABI_EXPORT_TABLE);
	test_list(&exports, NULL,
		  "! f: exported by vmlinux (x.ko) and by a (x.ko)\n"
		  "! f: exported by vmlinux (x.ko) and by a (x.ko)\n"
		  "f any vmlinux -\n",
		  "two modules that export one symbol");
	add(&exports, "f", "a", KABI_LICENSE_EXTERNAL, KABI_EXPORT_GLOBAL);
	add(&exports, "g", "a", KABI_LICENSE_GPL, KABI_EXPORT_TABLE);
	test_list(&exports, NULL, "g GPL a -\n",
		  "a symbol is no export once there is a table");

	exports.indexed = calloc(1, sizeof(*exports.indexed));
	exports.indexed[exports.n_indexed++] = 1;
	add(&exports, "both", "a", KABI_LICENSE_GPL, KABI_EXPORT_INDEX);
	add(&exports, "both", "a", KABI_LICENSE_GPL, KABI_EXPORT_TABLE);
	add(&exports, "index", "a", KABI_LICENSE_ANY, KABI_EXPORT_INDEX);
	add(&exports, "other", "a", KABI_LICENSE_ANY, KABI_EXPORT_TABLE);
	add(&exports, "other", "a", KABI_LICENSE_GPL, KABI_EXPORT_INDEX);
	add(&exports, "table", "a", KABI_LICENSE_ANY, KABI_EXPORT_TABLE);
	test_list(&exports, NULL,
		  "! index: in Module.symvers, but not in the export table of "
		  "a\n"
		  "! other: EXPORT_SYMBOL_GPL in Module.symvers, but "
		  "EXPORT_SYMBOL in x.ko\n"
		  "! table: exported by x.ko, but not in Module.symvers\n"
		  "both GPL a -\nindex any a -\nother GPL a -\ntable any a -\n",
		  "the index against the tables");
}

int main(void)
{
	test_tables();
	test_bad_tables();
	test_damage();
	test_index();
	test_contradictions();
	return tap_finish();
}
