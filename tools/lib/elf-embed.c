// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The new file is the old one up to its end, then the section's bytes, then the
 * names of sections with one more, then the table of section headers with one
 * more. Only the file header, which says where that table is, changes in place.
 * libelf reads the old headers and gives the new ones the file's class and byte
 * order; it does not write the file, because it would write all of it anew and
 * fill what no section covers.
 */
#include "elf-embed.h"

#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

#include <gelf.h>

#include <kabi/format.h>

#include "alloc.h"
#include "blob.h"

enum {
	TABLE_ALIGN = 8
};

struct image {
	const char *path;
	struct kabi_blob *blob;
	Elf *elf;
	GElf_Ehdr header;
	GElf_Shdr *sections; /* room for one more */
	size_t n_sections;
	size_t names;	 /* index of the section of names */
	size_t kabi;	 /* index of .kabi; n_sections: a new one */
	bool move_names; /* they go to the end, with what is new */
	uint64_t end;	 /* what of the old file stays */
	/* The section of names, when it moves. */
	char *name_bytes;
	size_t name_size;
};

static struct kabi_error *bad(const struct image *image, const char *what)
{
	return kabi_error_create(KABI_ERROR_BAD_DATA, "%s: %s", image->path,
				 what);
}

static struct kabi_error *open_image(struct image *image)
{
	struct kabi_error *error = kabi_blob_open(image->path, &image->blob);
	struct stat st;

	if (error)
		return error;
	if (!stat(image->path, &st) &&
	    (uint64_t)st.st_size != image->blob->size)
		return bad(image, "is compressed: nothing can be embedded in "
				  "it");
	elf_version(EV_CURRENT);
	image->elf = elf_memory((char *)image->blob->data, image->blob->size);
	if (!image->elf || elf_kind(image->elf) != ELF_K_ELF ||
	    !gelf_getehdr(image->elf, &image->header))
		return bad(image, "is no ELF file");
	if (elf_getshdrnum(image->elf, &image->n_sections) ||
	    image->n_sections < 2 ||
	    elf_getshdrstrndx(image->elf, &image->names) ||
	    image->names >= image->n_sections)
		return bad(image, "has no sections");
	return NULL;
}

static struct kabi_error *read_sections(struct image *image)
{
	image->sections =
		kabi_xcalloc(image->n_sections + 1, sizeof(*image->sections));
	image->kabi = image->n_sections;
	for (size_t i = 0; i < image->n_sections; i++) {
		GElf_Shdr *section = &image->sections[i];
		const char *name;

		if (!gelf_getshdr(elf_getscn(image->elf, i), section))
			return bad(image, "damaged section headers");
		name = elf_strptr(image->elf, image->names, section->sh_name);
		if (i && name && !strcmp(name, KABI_SECTION_NAME))
			image->kabi = i;
	}
	return NULL;
}

/* Does anything but what an earlier embedding left lie behind "end"? */
static bool foreign_behind(const struct image *image, uint64_t end)
{
	size_t n_segments = 0;

	for (size_t i = 1; i < image->n_sections; i++) {
		const GElf_Shdr *section = &image->sections[i];

		if (i != image->kabi && i != image->names &&
		    section->sh_type != SHT_NOBITS &&
		    section->sh_offset + section->sh_size > end)
			return true;
	}
	elf_getphdrnum(image->elf, &n_segments);
	for (size_t i = 0; i < n_segments; i++) {
		GElf_Phdr segment;

		if (!gelf_getphdr(image->elf, i, &segment) ||
		    segment.p_offset + segment.p_filesz > end)
			return true;
	}
	return image->header.e_shoff < end;
}

/*
 * The first time, everything stays. Later, what was embedded is cut off again,
 * so that the file does not grow each time.
 */
static struct kabi_error *find_end(struct image *image)
{
	const GElf_Shdr *names = &image->sections[image->names];
	bool again = image->kabi < image->n_sections;

	image->end = image->blob->size;
	if (again) {
		uint64_t old = image->sections[image->kabi].sh_offset;

		if (old >= sizeof(Elf32_Ehdr) && old < image->end &&
		    !foreign_behind(image, old))
			image->end = old;
	}
	image->move_names = !again || names->sh_offset >= image->end;
	if (image->move_names && names->sh_flags & SHF_ALLOC)
		return bad(image, "the names of its sections are part of the "
				  "program: nothing can be embedded in it");
	return NULL;
}

static struct kabi_error *load_names(struct image *image)
{
	size_t extra = strlen(KABI_SECTION_NAME) + 1;
	Elf_Data *data;

	if (!image->move_names)
		return NULL;
	data = elf_rawdata(elf_getscn(image->elf, image->names), NULL);
	if (!data || !data->d_buf)
		return bad(image, "damaged names of sections");
	image->name_bytes = kabi_xmalloc(data->d_size + extra);
	memcpy(image->name_bytes, data->d_buf, data->d_size);
	image->name_size = data->d_size;
	if (image->kabi == image->n_sections) {
		memcpy(image->name_bytes + data->d_size, KABI_SECTION_NAME,
		       extra);
		image->sections[image->kabi].sh_name = data->d_size;
		image->name_size += extra;
	}
	return NULL;
}

/* Sets the new headers; returns the bytes between the last data and them. */
static size_t place(struct image *image, size_t size)
{
	GElf_Shdr *kabi = &image->sections[image->kabi];
	uint64_t at = image->end;
	size_t padding;

	*kabi = (GElf_Shdr){
		.sh_name = kabi->sh_name,
		.sh_type = KABI_SECTION_TYPE,
		.sh_flags = SHF_EXCLUDE,
		.sh_offset = at,
		.sh_size = size,
		.sh_addralign = 1,
	};
	at += size;
	if (image->move_names) {
		image->sections[image->names].sh_offset = at;
		image->sections[image->names].sh_size = image->name_size;
		at += image->name_size;
	}
	padding = -at & (TABLE_ALIGN - 1);
	image->header.e_shoff = at + padding;
	if (image->kabi == image->n_sections)
		image->n_sections++;
	/* A number that does not fit stands in the first header. */
	if (image->n_sections < SHN_LORESERVE) {
		image->header.e_shnum = image->n_sections;
	} else {
		image->header.e_shnum = 0;
		image->sections[0].sh_size = image->n_sections;
	}
	return padding;
}

/* Translates a header into the file's class and byte order and writes it. */
static bool write_header(const struct image *image, FILE *stream)
{
	Elf64_Ehdr out64;
	Elf32_Ehdr native, out32;
	const GElf_Ehdr *h = &image->header;
	bool wide = h->e_ident[EI_CLASS] == ELFCLASS64;
	Elf_Data from = { .d_type = ELF_T_EHDR, .d_version = EV_CURRENT };
	Elf_Data to = from;

	native = (Elf32_Ehdr){
		.e_type = h->e_type,
		.e_machine = h->e_machine,
		.e_version = h->e_version,
		.e_entry = h->e_entry,
		.e_phoff = h->e_phoff,
		.e_shoff = h->e_shoff,
		.e_flags = h->e_flags,
		.e_ehsize = h->e_ehsize,
		.e_phentsize = h->e_phentsize,
		.e_phnum = h->e_phnum,
		.e_shentsize = h->e_shentsize,
		.e_shnum = h->e_shnum,
		.e_shstrndx = h->e_shstrndx,
	};
	memcpy(native.e_ident, h->e_ident, EI_NIDENT);
	from.d_buf = wide ? (void *)h : &native;
	from.d_size = wide ? sizeof(*h) : sizeof(native);
	to.d_buf = wide ? (void *)&out64 : &out32;
	to.d_size = from.d_size;
	if (!gelf_xlatetof(image->elf, &to, &from, h->e_ident[EI_DATA]))
		return false;
	fwrite(to.d_buf, 1, to.d_size, stream);
	return true;
}

static bool write_section(const struct image *image, const GElf_Shdr *s,
			  FILE *stream)
{
	Elf64_Shdr out64;
	Elf32_Shdr native, out32;
	bool wide = image->header.e_ident[EI_CLASS] == ELFCLASS64;
	Elf_Data from = { .d_type = ELF_T_SHDR, .d_version = EV_CURRENT };
	Elf_Data to = from;

	native = (Elf32_Shdr){
		.sh_name = s->sh_name,
		.sh_type = s->sh_type,
		.sh_flags = s->sh_flags,
		.sh_addr = s->sh_addr,
		.sh_offset = s->sh_offset,
		.sh_size = s->sh_size,
		.sh_link = s->sh_link,
		.sh_info = s->sh_info,
		.sh_addralign = s->sh_addralign,
		.sh_entsize = s->sh_entsize,
	};
	from.d_buf = wide ? (void *)s : &native;
	from.d_size = wide ? sizeof(*s) : sizeof(native);
	to.d_buf = wide ? (void *)&out64 : &out32;
	to.d_size = from.d_size;
	if (!gelf_xlatetof(image->elf, &to, &from,
			   image->header.e_ident[EI_DATA]))
		return false;
	fwrite(to.d_buf, 1, to.d_size, stream);
	return true;
}

static struct kabi_error *write_image(struct image *image, const void *data,
				      size_t size, FILE *stream)
{
	static const char zeros[TABLE_ALIGN];
	bool wide = image->header.e_ident[EI_CLASS] == ELFCLASS64;
	size_t header_size = wide ? sizeof(Elf64_Ehdr) : sizeof(Elf32_Ehdr);
	size_t padding = place(image, size);

	if (!wide && image->header.e_shoff > UINT32_MAX)
		return bad(image, "would grow beyond 4 GiB");
	if (!write_header(image, stream))
		return bad(image, "cannot translate its header");
	fwrite(image->blob->data + header_size, 1, image->end - header_size,
	       stream);
	fwrite(data, 1, size, stream);
	if (image->move_names)
		fwrite(image->name_bytes, 1, image->name_size, stream);
	fwrite(zeros, 1, padding, stream);
	for (size_t i = 0; i < image->n_sections; i++)
		if (!write_section(image, &image->sections[i], stream))
			return bad(image, "cannot translate a section header");
	return NULL;
}

struct kabi_error *kabi_elf_embed(const char *path, const void *data,
				  size_t size, FILE *stream)
{
	struct image image = { .path = path };
	struct kabi_error *error = open_image(&image);

	if (!error)
		error = read_sections(&image);
	if (!error)
		error = find_end(&image);
	if (!error)
		error = load_names(&image);
	if (!error)
		error = write_image(&image, data, size, stream);
	elf_end(image.elf);
	kabi_blob_unref(image.blob);
	free(image.sections);
	free(image.name_bytes);
	return error;
}
