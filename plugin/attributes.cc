// SPDX-License-Identifier: GPL-2.0-or-later
// A function's own settings: see attributes.h.

#include "gcc-compat.h"

#include "attributes.h"
#include "record.h"

/* Sorted. GCC keeps some with the declaration, some with its type. */
static const char *const names[] = {
	"cf_check",
	"fentry_name",
	"fentry_section",
	"force_align_arg_pointer",
	"function_return",
	"function_return_mem",
	"function_return_reg",
	"hotpatch",
	"indirect_branch",
	"indirect_branch_call",
	"indirect_branch_jump",
	"indirect_return",
	"ms_hook_prologue",
	"naked",
	"no_instrument_function",
	"no_profile_instrument_function",
	"no_sanitize",
	"no_sanitize_coverage",
	"no_split_stack",
	"no_stack_limit",
	"no_stack_protector",
	"nocf_check",
	"nodirect_extern_access",
	"noplt",
	"optimize",
	"patchable_function_entry",
	"stack_protect",
	"target",
	"target_clones",
	"zero_call_used_regs",
};

/* Words, on the heap. */
typedef auto_vec<char *, 16> word_list;

static int compare_names(const void *key, const void *name)
{
	return strcmp((const char *)key, *(const char *const *)name);
}

static int compare_words(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *append(char *text, char separator, const char *more)
{
	char between[] = { separator, '\0' };

	return reconcat(text, text, between, more, NULL);
}

/* A comma ends a word of the list; where options have one it separates them. */
static char *append_string(char *text, char separator, const char *string)
{
	size_t at = strlen(text) + 1;

	text = append(text, separator, string);
	for (char *comma = text + at; (comma = strchr(comma, ','));)
		*comma = ':';
	return text;
}

static char *append_argument(char *text, char separator, const_tree value)
{
	char number[24];

	switch (TREE_CODE(value)) {
	case STRING_CST:
		return append_string(text, separator,
				     TREE_STRING_POINTER(value));
	case IDENTIFIER_NODE:
		return append(text, separator, IDENTIFIER_POINTER(value));
	case INTEGER_CST:
		snprintf(number, sizeof(number), HOST_WIDE_INT_PRINT_DEC,
			 tree_fits_shwi_p(value) ? tree_to_shwi(value) : -1);
		return append(text, separator, number);
	default:
		return append(text, separator, "?");
	}
}

/* Are the bits of this one set, and not those of a larger one with it in? */
static bool is_sanitizer_of(unsigned HOST_WIDE_INT flags,
			    unsigned HOST_WIDE_INT flag)
{
	static const unsigned HOST_WIDE_INT groups[] = { SANITIZE_UNDEFINED,
							 SANITIZE_SHIFT };

	if ((flags & flag) != flag)
		return false;
	for (unsigned HOST_WIDE_INT group : groups) {
		if (flag != group && (flags & group) == group &&
		    (flag & group) == flag)
			return false;
	}
	return true;
}

/* GCC made bits of no_sanitize("NAME"), no_sanitize_NAME and the like. */
static char *append_sanitizers(char *text, unsigned HOST_WIDE_INT flags)
{
	auto_vec<const char *, 16> found;
	const char *name;
	unsigned int i;

	/* no_sanitize_address does not say whose. */
	if (flags & SANITIZE_ADDRESS && !(flags & SANITIZE_KERNEL_ADDRESS))
		flags |= SANITIZE_USER_ADDRESS;
	for (i = 0; (name = sanitizer_opts[i].name); i++) {
		if (strcmp(name, "all") &&
		    is_sanitizer_of(flags, sanitizer_opts[i].flag))
			found.safe_push(name);
	}
	found.qsort(compare_words);
	FOR_EACH_VEC_ELT(found, i, name)
		text = append(text, i ? ':' : '=', name);
	return text;
}

/* N is N,0. */
static bool is_short_entry(const char *name, const_tree arguments)
{
	return !strcmp(name, "patchable_function_entry") && arguments &&
	       !TREE_CHAIN(arguments);
}

static void add_attribute(word_list *words, const_tree attribute)
{
	const char *name = IDENTIFIER_POINTER(get_attribute_name(attribute));
	const_tree value = TREE_VALUE(attribute);
	char separator = '=';
	char *text;

	if (!bsearch(name, names, ARRAY_SIZE(names), sizeof(*names),
		     compare_names))
		return;
	text = xstrdup(name);
	if (value && TREE_CODE(value) == INTEGER_CST) {
		text = append_sanitizers(text, tree_to_uhwi(value));
	} else {
		for (const_tree at = value; at; at = TREE_CHAIN(at)) {
			text = append_argument(text, separator, TREE_VALUE(at));
			separator = ':';
		}
		if (is_short_entry(name, value))
			text = append(text, separator, "0");
	}
	words->safe_push(text);
}

void kabi_attributes_record(struct kabi_recorder *recorder, const_tree decl)
{
	const_tree lists[] = { DECL_ATTRIBUTES(decl),
			       TYPE_ATTRIBUTES(TREE_TYPE(decl)) };
	word_list words;
	char *list = NULL;
	char *word;
	unsigned int i;

	for (const_tree attribute : lists) {
		for (; attribute; attribute = TREE_CHAIN(attribute))
			add_attribute(&words, attribute);
	}
	words.qsort(compare_words);
	FOR_EACH_VEC_ELT(words, i, word) {
		if (!i)
			list = xstrdup(word);
		else if (strcmp(word, words[i - 1]))
			list = append(list, ',', word);
	}
	if (list)
		kabi_record_key(recorder, "attributes", list);
	FOR_EACH_VEC_ELT(words, i, word)
		free(word);
	free(list);
}
