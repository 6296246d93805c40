// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * By <elf.h> alone: a test of what tools write should not lean on the library
 * that they are read with.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "elf-parts.h"

#define KABI_SHT 0x6b616269u
#define DROPPED UINT32_MAX
#define BUILD_ID_HEADER 16 /* three words and "GNU" */

static bool __attribute__((format(printf, 2, 3)))
unsound(struct kabi_image *im, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(im->error, sizeof(im->error), format, args);
	va_end(args);
	return false;
}

static void *zalloc(size_t count, size_t size)
{
	void *p = calloc(count + 1, size);

	if (!p) {
		fputs("out of memory\n", stderr);
		exit(2);
	}
	return p;
}

/* A range of the file, or NULL where the file does not hold all of it. */
static const void *range(const struct kabi_image *im, uint64_t off,
			 uint64_t size)
{
	if (off > im->size || size > im->size - off)
		return NULL;
	return im->data + off;
}

static const char *section_name(const struct kabi_image *im, uint32_t i)
{
	const Elf64_Shdr *table = &im->sections[im->names];
	const char *names = range(im, table->sh_offset, table->sh_size);
	uint32_t off = im->sections[i].sh_name;

	if (!names || off >= table->sh_size ||
	    !memchr(names + off, 0, table->sh_size - off))
		return "?";
	return names + off;
}

static Elf64_Shdr read_section(const struct kabi_image *im, const void *table,
			       uint64_t i)
{
	const Elf32_Shdr *narrow = table;

	if (im->is64)
		return ((const Elf64_Shdr *)table)[i];
	narrow += i;
	return (Elf64_Shdr){
		.sh_name = narrow->sh_name,
		.sh_type = narrow->sh_type,
		.sh_flags = narrow->sh_flags,
		.sh_addr = narrow->sh_addr,
		.sh_offset = narrow->sh_offset,
		.sh_size = narrow->sh_size,
		.sh_link = narrow->sh_link,
		.sh_info = narrow->sh_info,
		.sh_addralign = narrow->sh_addralign,
		.sh_entsize = narrow->sh_entsize,
	};
}

static Elf64_Sym read_symbol(const struct kabi_image *im, const void *table,
			     uint64_t i)
{
	const Elf32_Sym *narrow = table;

	if (im->is64)
		return ((const Elf64_Sym *)table)[i];
	narrow += i;
	return (Elf64_Sym){
		.st_name = narrow->st_name,
		.st_info = narrow->st_info,
		.st_other = narrow->st_other,
		.st_shndx = narrow->st_shndx,
		.st_value = narrow->st_value,
		.st_size = narrow->st_size,
	};
}

/* How many entries of the class's own size a section has; 0 if odd. */
static uint64_t nr_entries(const struct kabi_image *im, const Elf64_Shdr *sh)
{
	uint64_t size;

	if (sh->sh_type == SHT_RELA)
		size = im->is64 ? sizeof(Elf64_Rela) : sizeof(Elf32_Rela);
	else if (sh->sh_type == SHT_REL)
		size = im->is64 ? sizeof(Elf64_Rel) : sizeof(Elf32_Rel);
	else
		size = im->is64 ? sizeof(Elf64_Sym) : sizeof(Elf32_Sym);
	return sh->sh_entsize == size ? sh->sh_size / size : 0;
}

/* What the format asks of the section, wherever it is found. */
static bool check_kabi(struct kabi_image *im, uint32_t i, bool linked)
{
	const Elf64_Shdr *sh = &im->sections[i];

	if (strcmp(section_name(im, i), ".kabi") || sh->sh_type != KABI_SHT)
		return unsound(im, "section %s has type %#x",
			       section_name(im, i), sh->sh_type);
	if (sh->sh_flags != SHF_EXCLUDE || sh->sh_addralign > 1 ||
	    sh->sh_link || sh->sh_info || sh->sh_entsize || sh->sh_addr)
		return unsound(im,
			       ".kabi has flags %#" PRIx64 ", align %" PRIu64,
			       (uint64_t)sh->sh_flags,
			       (uint64_t)sh->sh_addralign);
	if (linked)
		return unsound(im, ".kabi in a linked file");
	return true;
}

static bool read_sections(struct kabi_image *im, bool linked, uint64_t off,
			  uint64_t n)
{
	uint64_t size = im->is64 ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr);
	const void *table = range(im, off, size);
	uint32_t i;

	/* Numbers that do not fit the header stand in section 0. */
	if (off && table && !n)
		n = read_section(im, table, 0).sh_size;
	if (off && table && im->names == SHN_XINDEX)
		im->names = read_section(im, table, 0).sh_link;
	if (!off || n > im->size || !range(im, off, n * size) || im->names >= n)
		return unsound(im, "no usable section table");

	im->sections = zalloc(n, sizeof(*im->sections));
	im->section_index = zalloc(n, sizeof(*im->section_index));
	im->nr_sections = n;
	for (i = 0; i < n; i++)
		im->sections[i] = read_section(im, table, i);
	for (i = 0; i < n; i++) {
		const Elf64_Shdr *sh = &im->sections[i];

		im->section_index[i] = i - im->nr_kabi;
		if (sh->sh_type != SHT_NOBITS &&
		    !range(im, sh->sh_offset, sh->sh_size))
			return unsound(im, "section %u beyond the end", i);
		if (strcmp(section_name(im, i), ".kabi") &&
		    sh->sh_type != KABI_SHT)
			continue;
		if (!check_kabi(im, i, linked))
			return false;
		im->section_index[i] = DROPPED;
		im->nr_kabi++;
	}
	return true;
}

static uint32_t map_section(const struct kabi_image *im, uint32_t i)
{
	return i < im->nr_sections ? im->section_index[i] : i;
}

static struct kabi_part *add_part(struct kabi_image *im, uint32_t section,
				  const char *what, const void *data,
				  size_t size, void *owned)
{
	struct kabi_part *part = &im->parts[im->nr_parts++];

	*part = (struct kabi_part){ .section = section_name(im, section),
				    .what = what,
				    .data = data,
				    .size = size,
				    .entry = 1,
				    .owned = owned };
	return part;
}

/*
 * The symbols but those of .kabi, with the mapped section in st_shndx's place:
 * 32 bits wide, since the numbers above 0xff00 stand in a section of their own.
 */
static bool add_symbols(struct kabi_image *im, uint32_t section)
{
	const Elf64_Shdr *sh = &im->sections[section];
	const void *table = range(im, sh->sh_offset, sh->sh_size);
	struct plain {
		Elf64_Sym sym;
		uint64_t section;
	} * out;
	const uint32_t *wide = NULL;
	uint32_t i, n = nr_entries(im, sh), kept = 0;

	if (im->nr_symbols)
		return unsound(im, "two symbol tables");
	for (i = 0; i < im->nr_sections; i++) {
		const Elf64_Shdr *other = &im->sections[i];

		if (other->sh_type == SHT_SYMTAB_SHNDX &&
		    other->sh_size / sizeof(*wide) >= n)
			wide = range(im, other->sh_offset, other->sh_size);
	}
	out = zalloc(n, sizeof(*out));
	im->symbol_index = zalloc(n, sizeof(*im->symbol_index));
	im->nr_symbols = n;
	for (i = 0; i < n; i++) {
		Elf64_Sym sym = read_symbol(im, table, i);
		uint32_t at = sym.st_shndx;

		if (at == SHN_XINDEX && wide)
			at = map_section(im, wide[i]);
		else if (at < SHN_LORESERVE)
			at = map_section(im, at);
		im->symbol_index[i] = at == DROPPED ? DROPPED : kept;
		if (at == DROPPED) {
			if (ELF64_ST_TYPE(sym.st_info) != STT_SECTION)
				return unsound(im, "symbol %u stands in .kabi",
					       i);
			continue;
		}
		sym.st_shndx = 0;
		out[kept].sym = sym;
		out[kept++].section = at;
	}
	add_part(im, section, "symbol", out, kept * sizeof(*out), out)->entry =
		sizeof(*out);
	return true;
}

static uint32_t map_symbol(const struct kabi_image *im, uint64_t i)
{
	return i < im->nr_symbols ? im->symbol_index[i] : DROPPED;
}

static bool add_relocations(struct kabi_image *im, uint32_t section)
{
	const Elf64_Shdr *sh = &im->sections[section];
	const unsigned char *p = range(im, sh->sh_offset, sh->sh_size);
	struct plain {
		uint64_t offset, type, symbol;
		int64_t addend;
	} * out;
	uint64_t i, n = nr_entries(im, sh);

	out = zalloc(n, sizeof(*out));
	for (i = 0; i < n; i++, p += sh->sh_entsize) {
		const Elf64_Rela *r64 = (const void *)p;
		const Elf32_Rela *r32 = (const void *)p;
		uint64_t info = im->is64 ? r64->r_info : r32->r_info;
		uint64_t symbol = im->is64 ? ELF64_R_SYM(info)
					   : ELF32_R_SYM(info);

		out[i].offset = im->is64 ? r64->r_offset : r32->r_offset;
		out[i].type = im->is64 ? ELF64_R_TYPE(info)
				       : ELF32_R_TYPE(info);
		out[i].symbol = map_symbol(im, symbol);
		if (out[i].symbol == DROPPED)
			return unsound(im, "relocation against .kabi");
		if (sh->sh_type == SHT_RELA)
			out[i].addend = im->is64 ? r64->r_addend
						 : r32->r_addend;
	}
	add_part(im, section, "relocation", out, n * sizeof(*out), out)->entry =
		sizeof(*out);
	return true;
}

static void add_group(struct kabi_image *im, uint32_t section)
{
	const Elf64_Shdr *sh = &im->sections[section];
	const uint32_t *p = range(im, sh->sh_offset, sh->sh_size);
	uint64_t i, n = sh->sh_size / sizeof(*p);
	uint32_t *out = zalloc(n, sizeof(*out));

	for (i = 0; i < n; i++)
		out[i] = i ? map_section(im, p[i]) : p[i];
	add_part(im, section, "member", out, n * sizeof(*out), out)->entry =
		sizeof(*out);
}

static bool add_section(struct kabi_image *im, uint32_t i)
{
	const Elf64_Shdr *sh = &im->sections[i];
	Elf64_Shdr *plain = zalloc(1, sizeof(*plain));
	uint64_t bytes;
	bool ok = true;

	*plain = *sh;
	plain->sh_name = plain->sh_offset = 0;
	plain->sh_link = map_section(im, sh->sh_link);
	add_part(im, i, "header", plain, sizeof(*plain), plain);
	if (i == im->names) {
		plain->sh_size = 0; /* every name is compared by itself */
		return true;
	}
	switch (sh->sh_type) {
	case SHT_SYMTAB:
		ok = add_symbols(im, i);
		plain->sh_size = 0;
		plain->sh_info = map_symbol(im, sh->sh_info - 1);
		break;
	case SHT_SYMTAB_SHNDX:
		plain->sh_size = 0; /* compared with the symbols */
		break;
	case SHT_REL:
	case SHT_RELA:
		plain->sh_info = map_section(im, sh->sh_info);
		ok = add_relocations(im, i);
		break;
	case SHT_GROUP:
		plain->sh_info = map_symbol(im, sh->sh_info);
		add_group(im, i);
		break;
	case SHT_NOBITS:
		break;
	case SHT_NOTE:
		/* The ID behind the note's header is a hash of the file. */
		bytes = sh->sh_size;
		if (!strcmp(section_name(im, i), ".note.gnu.build-id") &&
		    bytes > BUILD_ID_HEADER)
			bytes = BUILD_ID_HEADER;
		add_part(im, i, "byte", im->data + sh->sh_offset, bytes, NULL);
		break;
	default:
		if (strstr(section_name(im, i), "lto_.opts"))
			plain->sh_size = 0; /* the command line, our plugin in
					       it */
		else
			add_part(im, i, "byte", im->data + sh->sh_offset,
				 sh->sh_size, NULL);
	}
	return ok;
}

/* The header but for where the section table is: Elf32_Ehdr is shorter. */
static void header_part(const struct kabi_image *im, Elf64_Ehdr *plain)
{
	uint32_t n = im->nr_sections - im->nr_kabi;
	Elf32_Ehdr *narrow = (void *)plain;

	if (im->is64) {
		memcpy(plain, im->data, sizeof(*plain));
		plain->e_shoff = 0;
		plain->e_shnum = n;
		plain->e_shstrndx = map_section(im, im->names);
	} else {
		memcpy(narrow, im->data, sizeof(*narrow));
		narrow->e_shoff = 0;
		narrow->e_shnum = n;
		narrow->e_shstrndx = map_section(im, im->names);
	}
}

bool kabi_image_init(struct kabi_image *im, const unsigned char *data,
		     size_t size)
{
	Elf64_Ehdr *plain = zalloc(1, sizeof(*plain));
	const Elf64_Ehdr *e64 = (const void *)data;
	const Elf32_Ehdr *e32 = (const void *)data;
	uint64_t shoff, shnum;
	bool linked;
	uint32_t i;

	memset(im, 0, sizeof(*im));
	im->data = data;
	im->size = size;
	im->is64 = im->data[EI_CLASS] == ELFCLASS64;
	linked = e64->e_type != ET_REL; /* the same place in both classes */
	shoff = im->is64 ? e64->e_shoff : e32->e_shoff;
	shnum = im->is64 ? e64->e_shnum : e32->e_shnum;
	im->names = im->is64 ? e64->e_shstrndx : e32->e_shstrndx;
	if (!read_sections(im, linked, shoff, shnum)) {
		free(plain);
		return false;
	}
	header_part(im, plain);
	im->parts = zalloc(2 * im->nr_sections + 1, sizeof(*im->parts));
	add_part(im, 0, "ELF header", plain, sizeof(*plain), plain);

	/* Symbols first: everything else refers to them. */
	for (i = 0; i < im->nr_sections; i++)
		if (im->sections[i].sh_type == SHT_SYMTAB &&
		    !add_section(im, i))
			return false;
	for (i = 0; i < im->nr_sections; i++)
		if (im->sections[i].sh_type != SHT_SYMTAB &&
		    im->section_index[i] != DROPPED && !add_section(im, i))
			return false;
	return true;
}

bool kabi_image_is_elf(const unsigned char *data, size_t size)
{
	return size >= sizeof(Elf64_Ehdr) && !memcmp(data, ELFMAG, SELFMAG) &&
	       data[EI_DATA] == ELFDATA2LSB;
}

void kabi_image_deinit(struct kabi_image *im)
{
	uint32_t i;

	for (i = 0; i < im->nr_parts; i++)
		free(im->parts[i].owned);
	free(im->parts);
	free(im->sections);
	free(im->section_index);
	free(im->symbol_index);
}
