// SPDX-License-Identifier: GPL-2.0-or-later
// The sections that the source names: see section.h.

#include "gcc-compat.h"

#include "assembly.h"
#include "record.h"
#include "section.h"

/* What the source puts there, in the order of the body lines. */
enum content {
	CONTENT_ASM,
	CONTENT_CODE,
	CONTENT_DATA,
	CONTENT_COUNT
};

static const char *const content_words[] = { "asm", "code", "data" };

struct source_section {
	char *name;
	bool contents[CONTENT_COUNT];
};

/* A TU has a few dozen of them. */
static vec<source_section> sections;
static unsigned int nameless;

static source_section *find(const char *name, size_t length)
{
	source_section *section;
	unsigned int i;

	FOR_EACH_VEC_ELT(sections, i, section) {
		if (!strncmp(section->name, name, length) &&
		    !section->name[length])
			return section;
	}
	return NULL;
}

static void add(const char *name, size_t length, enum content content)
{
	source_section *section = find(name, length);
	source_section entry = {};

	if (section) {
		section->contents[content] = true;
		return;
	}
	entry.name = xstrndup(name, length);
	entry.contents[content] = true;
	sections.safe_push(entry);
}

static void visit(void *, const char *name, size_t length)
{
	if (name)
		add(name, length, CONTENT_ASM);
	else
		nameless++;
}

void kabi_sections_add_asm(const char *text)
{
	kabi_assembly_sections(text, ASM_COMMENT_START, visit, NULL);
}

void kabi_sections_close(void)
{
	for (asm_node *node = symtab->first_asm_symbol(); node;
	     node = node->next)
		kabi_sections_add_asm(kabi_gcc_asm_text(node));
}

bool kabi_sections_has(const char *name)
{
	const source_section *section = find(name, strlen(name));

	return section && section->contents[CONTENT_ASM];
}

/* Is it in the object, or in what -flto makes of it? */
static bool is_emitted(const symtab_node *node)
{
	return TREE_ASM_WRITTEN(node->decl) ||
	       (flag_generate_lto && node->definition &&
		!DECL_EXTERNAL(node->decl));
}

/*
 * The attribute stays with the declaration; DECL_SECTION_NAME is also what the
 * compiler chose. Some put flags behind the name, which the assembler takes for
 * those of the directive.
 */
static void add_declaration(const symtab_node *node)
{
	tree found = lookup_attribute("section", DECL_ATTRIBUTES(node->decl));
	const char *name;
	size_t length;

	if (!found || !is_emitted(node))
		return;
	name = TREE_STRING_POINTER(TREE_VALUE(TREE_VALUE(found)));
	length = strcspn(name, ",");
	while (length && name[length - 1] == ' ')
		length--;
	if (length)
		add(name, length,
		    TREE_CODE(node->decl) == FUNCTION_DECL ? CONTENT_CODE
							   : CONTENT_DATA);
}

void kabi_sections_record(struct kabi_recorder *recorder)
{
	source_section *section;
	symtab_node *node;
	unsigned int i;

	FOR_EACH_SYMBOL(node)
		add_declaration(node);
	FOR_EACH_VEC_ELT(sections, i, section) {
		kabi_record_begin(recorder, KABI_KIND_SECTION, section->name);
		for (int what = 0; what < CONTENT_COUNT; what++) {
			if (!section->contents[what])
				continue;
			kabi_record_line(recorder, 1);
			kabi_record_text(recorder, content_words[what]);
		}
		kabi_record_end(recorder);
		free(section->name);
	}
	sections.release();
}

unsigned int kabi_sections_nameless(void)
{
	return nameless;
}
