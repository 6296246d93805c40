// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Sections and symbols through libelf. Its own checks against the file's size
 * are relied on for headers and data; strings, and what kabi computes with, are
 * checked here.
 */
#include "elf.h"

#include <stdio.h>
#include <string.h>

#include <gelf.h>

#include "alloc.h"
#include "archive.h"

struct kabi_elf {
	Elf *handle;
	GElf_Ehdr header;
	struct kabi_blob *blob;
	char *name;
	char arch[24];
	size_t section_names; /* index of the section that holds them */
	unsigned int references;
};

/* clang-format off */
static const struct {
	uint16_t machine;
	uint8_t class; /* ELFCLASSNONE: both */
	uint8_t data;  /* ELFDATANONE: both */
	const char *name;
} arches[] = {
	{ EM_386,         ELFCLASSNONE, ELFDATANONE, "i386" },
	{ EM_68K,         ELFCLASSNONE, ELFDATANONE, "m68k" },
	{ EM_AARCH64,     ELFCLASS64,   ELFDATA2LSB, "aarch64" },
	{ EM_AARCH64,     ELFCLASS64,   ELFDATA2MSB, "aarch64_be" },
	{ EM_ALPHA,       ELFCLASSNONE, ELFDATANONE, "alpha" },
	{ EM_ARCV2,       ELFCLASSNONE, ELFDATANONE, "arc" },
	{ EM_ARM,         ELFCLASSNONE, ELFDATA2LSB, "arm" },
	{ EM_ARM,         ELFCLASSNONE, ELFDATA2MSB, "armeb" },
	{ EM_CSKY,        ELFCLASSNONE, ELFDATANONE, "csky" },
	{ EM_LOONGARCH,   ELFCLASS32,   ELFDATANONE, "loongarch32" },
	{ EM_LOONGARCH,   ELFCLASS64,   ELFDATANONE, "loongarch64" },
	{ EM_MIPS,        ELFCLASS32,   ELFDATA2LSB, "mipsel" },
	{ EM_MIPS,        ELFCLASS32,   ELFDATA2MSB, "mips" },
	{ EM_MIPS,        ELFCLASS64,   ELFDATA2LSB, "mips64el" },
	{ EM_MIPS,        ELFCLASS64,   ELFDATA2MSB, "mips64" },
	{ EM_PARISC,      ELFCLASS32,   ELFDATANONE, "parisc" },
	{ EM_PARISC,      ELFCLASS64,   ELFDATANONE, "parisc64" },
	{ EM_PPC,         ELFCLASSNONE, ELFDATANONE, "ppc" },
	{ EM_PPC64,       ELFCLASS64,   ELFDATA2LSB, "ppc64le" },
	{ EM_PPC64,       ELFCLASS64,   ELFDATA2MSB, "ppc64" },
	{ EM_RISCV,       ELFCLASS32,   ELFDATANONE, "riscv32" },
	{ EM_RISCV,       ELFCLASS64,   ELFDATANONE, "riscv64" },
	{ EM_S390,        ELFCLASS32,   ELFDATANONE, "s390" },
	{ EM_S390,        ELFCLASS64,   ELFDATANONE, "s390x" },
	{ EM_SH,          ELFCLASSNONE, ELFDATANONE, "sh" },
	{ EM_SPARC,       ELFCLASSNONE, ELFDATANONE, "sparc" },
	{ EM_SPARCV9,     ELFCLASSNONE, ELFDATANONE, "sparc64" },
	{ EM_X86_64,      ELFCLASS32,   ELFDATANONE, "x32" },
	{ EM_X86_64,      ELFCLASS64,   ELFDATANONE, "x86_64" },
	{ EM_XTENSA,      ELFCLASSNONE, ELFDATANONE, "xtensa" },
};
/* clang-format on */

static void set_arch(struct kabi_elf *elf)
{
	unsigned int class = elf->header.e_ident[EI_CLASS];
	unsigned int data = elf->header.e_ident[EI_DATA];

	for (size_t i = 0; i < sizeof(arches) / sizeof(*arches); i++) {
		if (arches[i].machine == elf->header.e_machine &&
		    (!arches[i].class || arches[i].class == class) &&
		    (!arches[i].data || arches[i].data == data)) {
			strcpy(elf->arch, arches[i].name);
			return;
		}
	}
	snprintf(elf->arch, sizeof(elf->arch), "machine-%u",
		 elf->header.e_machine);
}

const char *kabi_elf_arch(const struct kabi_elf *elf)
{
	return elf->arch;
}

bool kabi_elf_is_relocatable(const struct kabi_elf *elf)
{
	return elf->header.e_type == ET_REL;
}

size_t kabi_elf_word_size(const struct kabi_elf *elf)
{
	return elf->header.e_ident[EI_CLASS] == ELFCLASS64 ? 8 : 4;
}

uint64_t kabi_elf_number(const struct kabi_elf *elf, const unsigned char *bytes,
			 size_t size)
{
	bool big_endian = elf->header.e_ident[EI_DATA] == ELFDATA2MSB;
	uint64_t number = 0;

	for (size_t i = 0; i < size; i++)
		number = number << 8 | bytes[big_endian ? i : size - 1 - i];
	return number;
}

const char *kabi_elf_name(const struct kabi_elf *elf)
{
	return elf->name;
}

struct kabi_elf *kabi_elf_ref(struct kabi_elf *elf)
{
	__atomic_add_fetch(&elf->references, 1, __ATOMIC_RELAXED);
	return elf;
}

void kabi_elf_unref(struct kabi_elf *elf)
{
	if (!elf || __atomic_sub_fetch(&elf->references, 1, __ATOMIC_ACQ_REL))
		return;
	elf_end(elf->handle);
	kabi_blob_unref(elf->blob);
	free(elf->name);
	free(elf);
}

static void elf_cleanup(struct kabi_elf **elf)
{
	kabi_elf_unref(*elf);
}

static struct kabi_error *damaged(const struct kabi_elf *elf, const char *what)
{
	int number = elf_errno();

	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s: damaged ELF file: %s%s%s%s", elf->name,
				 what, number ? " (" : "",
				 number ? elf_errmsg(number) : "",
				 number ? ")" : "");
}

/*
 * libelf takes a file whose section headers are cut off for one that has none;
 * that would be reported as "no .kabi", which sends people the wrong way.
 */
static struct kabi_error *check_header(const struct kabi_elf *elf, size_t size)
{
	const GElf_Ehdr *header = &elf->header;
	uint64_t end;

	if (__builtin_add_overflow(
		    header->e_shoff,
		    (uint64_t)header->e_shnum * header->e_shentsize, &end) ||
	    end > size)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: truncated ELF file: its section headers end at "
			"byte %llu of %zu",
			elf->name, (unsigned long long)end, size);
	return NULL;
}

/* Takes nothing; name and blob are copied and referenced. */
static struct kabi_error *elf_create(struct kabi_blob *blob, const char *name,
				     unsigned char *data, size_t size,
				     struct kabi_elf **ret)
{
	kabi_cleanup(elf_cleanup) struct kabi_elf *elf =
		kabi_xcalloc(1, sizeof(*elf));

	elf->references = 1;
	elf->name = kabi_xstrdup(name);
	elf->blob = kabi_blob_ref(blob);
	elf_version(EV_CURRENT);
	elf->handle = elf_memory((char *)data, size);
	if (!elf->handle || elf_kind(elf->handle) != ELF_K_ELF ||
	    !gelf_getehdr(elf->handle, &elf->header))
		return damaged(elf, "no valid header");
	set_arch(elf);

	struct kabi_error *error = check_header(elf, size);

	if (error)
		return error;
	if (elf_getshdrstrndx(elf->handle, &elf->section_names))
		return damaged(elf, "no names of sections");
	*ret = kabi_steal(&elf);
	return NULL;
}

/* A string of a string table; NULL when it is outside or has no end. */
static const char *find_string(Elf_Data *strings, uint64_t offset)
{
	if (!strings || !strings->d_buf || offset >= strings->d_size)
		return NULL;

	const char *string = (const char *)strings->d_buf + offset;

	return memchr(string, '\0', strings->d_size - offset) ? string : NULL;
}

static struct kabi_error *read_section(struct kabi_elf *elf, Elf_Scn *scn,
				       struct kabi_elf_section *section)
{
	GElf_Shdr header;

	if (!gelf_getshdr(scn, &header))
		return damaged(elf, "section header");
	section->index = elf_ndxscn(scn);
	section->name =
		elf_strptr(elf->handle, elf->section_names, header.sh_name);
	if (!section->name)
		return damaged(elf, "name of a section");
	section->type = header.sh_type;
	section->flags = header.sh_flags;
	section->address = header.sh_addr;
	section->size = header.sh_size;
	section->align = header.sh_addralign;
	section->relocates = header.sh_type == SHT_RELA ||
					     header.sh_type == SHT_REL
				     ? header.sh_info
				     : 0;
	return NULL;
}

struct kabi_error *kabi_elf_for_each_section(
	struct kabi_elf *elf,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_elf_section *section),
	void *context)
{
	struct kabi_elf_section section;
	Elf_Scn *scn = NULL;

	while ((scn = elf_nextscn(elf->handle, scn))) {
		struct kabi_error *error = read_section(elf, scn, &section);

		if (!error)
			error = visit(context, &section);
		if (error)
			return error;
	}
	return NULL;
}

struct kabi_error *kabi_elf_section_data(struct kabi_elf *elf, size_t index,
					 const unsigned char **data,
					 size_t *size)
{
	Elf_Scn *scn = elf_getscn(elf->handle, index);
	struct kabi_elf_section section;

	*data = NULL;
	*size = 0;
	if (!scn)
		return damaged(elf, "no section of that number");

	struct kabi_error *error = read_section(elf, scn, &section);

	if (error || section.type == SHT_NOBITS || !section.size)
		return error;

	Elf_Data *raw = elf_rawdata(scn, NULL);

	if (!raw || !raw->d_buf || raw->d_size != section.size)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: section %s: its bytes are not all in the file",
			elf->name, section.name);
	*data = raw->d_buf;
	*size = raw->d_size;
	return NULL;
}

/* What a walk over a symbol table needs. */
struct symbol_table {
	Elf_Data *symbols;
	Elf_Data *strings;
	Elf_Data *indexes; /* SHT_SYMTAB_SHNDX, NULL: none */
	size_t count;
};

/* Leaves table->count at 0 when the file has no symbol table. */
static struct kabi_error *find_symbols(struct kabi_elf *elf,
				       struct symbol_table *table)
{
	Elf_Scn *scn = NULL;
	GElf_Shdr header;
	size_t strings = 0;

	while ((scn = elf_nextscn(elf->handle, scn))) {
		if (!gelf_getshdr(scn, &header))
			return damaged(elf, "section header");
		if (header.sh_type == SHT_SYMTAB_SHNDX)
			table->indexes = elf_getdata(scn, NULL);
		if (header.sh_type != SHT_SYMTAB || table->symbols)
			continue;
		table->symbols = elf_getdata(scn, NULL);
		if (!table->symbols)
			return damaged(elf, "symbol table");
		table->count =
			table->symbols->d_size /
			gelf_fsize(elf->handle, ELF_T_SYM, 1, EV_CURRENT);
		strings = header.sh_link;
	}
	if (table->symbols)
		table->strings =
			elf_getdata(elf_getscn(elf->handle, strings), NULL);
	return NULL;
}

static void fill_symbol(const GElf_Sym *raw, Elf32_Word extended,
			struct kabi_elf_symbol *symbol)
{
	symbol->value = raw->st_value;
	symbol->size = raw->st_size;
	symbol->bind = GELF_ST_BIND(raw->st_info);
	symbol->type = GELF_ST_TYPE(raw->st_info);
	symbol->visibility = GELF_ST_VISIBILITY(raw->st_other);
	symbol->defined = raw->st_shndx != SHN_UNDEF;
	symbol->absolute = raw->st_shndx == SHN_ABS;
	if (raw->st_shndx == SHN_XINDEX)
		symbol->section = extended;
	else if (raw->st_shndx < SHN_LORESERVE)
		symbol->section = raw->st_shndx;
	else
		symbol->section = 0;
}

struct kabi_error *kabi_elf_for_each_symbol(
	struct kabi_elf *elf,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_elf_symbol *symbol),
	void *context)
{
	struct symbol_table table = { 0 };
	struct kabi_error *error = find_symbols(elf, &table);

	if (error)
		return error;
	for (size_t i = 1; i < table.count; i++) {
		struct kabi_elf_symbol symbol;
		Elf32_Word extended = 0;
		GElf_Sym raw;

		if (!gelf_getsymshndx(table.symbols, table.indexes, i, &raw,
				      &extended))
			return damaged(elf, "symbol");
		symbol.name = find_string(table.strings, raw.st_name);
		if (!symbol.name)
			return damaged(elf, "name of a symbol");
		fill_symbol(&raw, extended, &symbol);
		error = visit(context, &symbol);
		if (error)
			return error;
	}
	return NULL;
}

/* false: there is none of that number. */
static bool get_relocation(Elf_Data *data, uint32_t type, int i,
			   struct kabi_elf_relocation *ret)
{
	GElf_Rela rela = { 0 };
	GElf_Rel rel;

	if (type == SHT_RELA) {
		if (!gelf_getrela(data, i, &rela))
			return false;
	} else {
		if (!gelf_getrel(data, i, &rel))
			return false;
		rela.r_offset = rel.r_offset;
		rela.r_info = rel.r_info;
	}
	ret->offset = rela.r_offset;
	ret->type = GELF_R_TYPE(rela.r_info);
	ret->addend = rela.r_addend;
	ret->symbol = GELF_R_SYM(rela.r_info);
	return true;
}

struct kabi_error *kabi_elf_for_each_relocation(
	struct kabi_elf *elf, size_t index,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_elf_relocation *reloc),
	void *context)
{
	Elf_Scn *scn = elf_getscn(elf->handle, index);
	Elf_Data *data = elf_getdata(scn, NULL);
	struct kabi_elf_relocation relocation;
	struct kabi_error *error = NULL;
	GElf_Shdr header;

	if (!scn || !data || !gelf_getshdr(scn, &header))
		return damaged(elf, "relocations");
	for (int i = 0;
	     !error && get_relocation(data, header.sh_type, i, &relocation);
	     i++)
		error = visit(context, &relocation);
	return error;
}

static bool is_elf(const unsigned char *data, size_t size)
{
	return size >= SELFMAG && !memcmp(data, ELFMAG, SELFMAG);
}

bool kabi_elf_probe(const struct kabi_blob *blob)
{
	return is_elf(blob->data, blob->size) || kabi_archive_probe(blob);
}

/* For the walk over an archive. */
struct archive_walk {
	const char *path;
	struct kabi_error *(*visit)(void *context, struct kabi_elf *elf);
	void *context;
};

static struct kabi_error *visit_data(struct kabi_blob *blob, const char *name,
				     const unsigned char *data, size_t size,
				     const struct archive_walk *walk)
{
	kabi_cleanup(elf_cleanup) struct kabi_elf *elf = NULL;
	struct kabi_error *error;

	error = elf_create(blob, name, (unsigned char *)data, size, &elf);
	return error ? error : walk->visit(walk->context, elf);
}

static struct kabi_error *visit_member(void *context,
				       const struct kabi_archive_member *member)
{
	const struct archive_walk *walk = context;

	if (!is_elf(member->data, member->size))
		return NULL;

	kabi_cleanup(kabi_free_cleanup) char *name =
		kabi_xasprintf("%s(%s)", walk->path, member->name);

	return visit_data(member->blob, name, member->data, member->size, walk);
}

struct kabi_error *kabi_elf_for_each_in_blob(
	struct kabi_blob *blob, const char *path,
	struct kabi_error *(*visit)(void *context, struct kabi_elf *elf),
	void *context)
{
	struct archive_walk walk = { path, visit, context };

	if (kabi_archive_probe(blob))
		return kabi_archive_for_each(blob, path, visit_member, &walk);
	if (!is_elf(blob->data, blob->size))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%s: neither an ELF file nor an "
					 "archive",
					 path);
	return visit_data(blob, path, blob->data, blob->size, &walk);
}

struct kabi_error *kabi_elf_for_each_file(
	const char *path,
	struct kabi_error *(*visit)(void *context, struct kabi_elf *elf),
	void *context)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error = kabi_blob_open(path, &blob);

	return error ? error
		     : kabi_elf_for_each_in_blob(blob, path, visit, context);
}
