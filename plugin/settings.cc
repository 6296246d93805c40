// SPDX-License-Identifier: GPL-2.0-or-later
// What the TU was compiled with: see settings.h. Values are those after GCC's
// own overrides, so that a default spelled out is the same as one left alone.

#include "gcc-compat.h"

#include "record.h"
#include "settings.h"

static void put(struct kabi_recorder *recorder, const char *name,
		const char *value)
{
	kabi_record_begin(recorder, KABI_KIND_SETTING, name);
	kabi_record_line(recorder, 1);
	kabi_record_text(recorder, value);
	kabi_record_end(recorder);
}

static void put_number(struct kabi_recorder *recorder, const char *name,
		       HOST_WIDE_INT value)
{
	char text[24];

	snprintf(text, sizeof(text), HOST_WIDE_INT_PRINT_DEC, value);
	put(recorder, name, text);
}

static void put_flag(struct kabi_recorder *recorder, const char *name,
		     bool value)
{
	put(recorder, name, value ? "yes" : "no");
}

/* By name, because the numbers differ between GCC versions; -1: there is none.
 */
static int option_index(const char *name)
{
	size_t index = find_opt(name, CL_C | CL_COMMON | CL_TARGET);

	/* find_opt() also takes a name that only begins like an option. */
	if (index >= cl_options_count ||
	    strcmp(cl_options[index].opt_text + 1, name))
		return -1;
	return (int)index;
}

static bool is_set(const char *name)
{
	int index = option_index(name);

	return index >= 0 && option_enabled(index, CL_C, &global_options) == 1;
}

static void put_option_flag(struct kabi_recorder *recorder, const char *name,
			    const char *option)
{
	int index = option_index(option);

	if (index >= 0)
		put_flag(recorder, name,
			 option_enabled(index, CL_C, &global_options) == 1);
}

/* GCC's word for the value of an enumerated option, or NULL. */
static const char *enum_word(const struct cl_option *option, const void *data)
{
	const struct cl_enum *values = &cl_enums[option->var_enum];
	int value = values->get(data);
	const char *word = NULL;

	for (const struct cl_enum_arg *arg = values->values; arg->arg; arg++) {
		if (arg->value != value)
			continue;
		if (!word || arg->flags & CL_ENUM_CANONICAL)
			word = arg->arg;
	}
	return word;
}

static void put_option_value(struct kabi_recorder *recorder, const char *name,
			     const char *option)
{
	int index = option_index(option);
	struct cl_option_state state;
	const char *word = NULL;

	if (index < 0 || !get_option_state(&global_options, index, &state))
		return;
	switch (cl_options[index].var_type) {
	case CLVC_ENUM:
		word = enum_word(&cl_options[index], state.data);
		break;
	case CLVC_STRING:
		word = (const char *)state.data;
		break;
	default:
		put_number(recorder, name, *(const int *)state.data);
		return;
	}
	put(recorder, name, word && *word ? word : "no");
}

/* Names whose bits are all set, sorted, with commas; `no` when there is none.
 */
struct word_list {
	const char *words[64];
	unsigned int count;
};

static void add_word(struct word_list *list, const char *word)
{
	unsigned int at = list->count;

	if (at == ARRAY_SIZE(list->words))
		return;
	for (; at && strcmp(list->words[at - 1], word) > 0; at--)
		list->words[at] = list->words[at - 1];
	list->words[at] = word;
	list->count++;
}

static void put_words(struct kabi_recorder *recorder, const char *name,
		      const struct word_list *list)
{
	kabi_record_begin(recorder, KABI_KIND_SETTING, name);
	kabi_record_line(recorder, 1);
	for (unsigned int i = 0; i < list->count; i++) {
		kabi_record_text(recorder, i ? "," : "");
		kabi_record_text(recorder, list->words[i]);
	}
	if (!list->count)
		kabi_record_text(recorder, "no");
	kabi_record_end(recorder);
}

static void put_sanitizers(struct kabi_recorder *recorder, const char *name,
			   unsigned int flags)
{
	struct word_list list = { {}, 0 };

	for (size_t i = 0; sanitizer_opts[i].name; i++) {
		unsigned int flag = sanitizer_opts[i].flag;

		/* These stand for several others of the list. */
		if (flag == ~0u || flag == SANITIZE_UNDEFINED ||
		    flag == SANITIZE_SHIFT)
			continue;
		/* Has a setting of its own name. */
		if (!strcmp(sanitizer_opts[i].name, "shadow-call-stack"))
			continue;
		if ((flags & flag) == flag)
			add_word(&list, sanitizer_opts[i].name);
	}
	put_words(recorder, name, &list);
}

/* What inline checks of memory have built in; GCC keeps it to itself. */
static void put_shadow_offset(struct kabi_recorder *recorder)
{
	const char *value = NULL;
	char text[24];

	for (unsigned int i = 0; i < save_decoded_options_count; i++) {
		if (save_decoded_options[i].opt_index ==
		    OPT_fasan_shadow_offset_)
			value = save_decoded_options[i].arg;
	}
	if (value)
		snprintf(text, sizeof(text), "0x%llx",
			 strtoull(value, NULL, 0));
	put(recorder, "asan-shadow-offset", value ? text : "no");
}

static void put_sanitize(struct kabi_recorder *recorder)
{
	struct word_list coverage = { {}, 0 };

	put_sanitizers(recorder, "sanitize", flag_sanitize);
	if (flag_sanitize) {
		put_sanitizers(recorder, "sanitize-recover",
			       flag_sanitize & flag_sanitize_recover);
		put_option_flag(recorder, "sanitize-undefined-trap-on-error",
				"fsanitize-undefined-trap-on-error");
	}
	if (flag_sanitize & (SANITIZE_ADDRESS | SANITIZE_HWADDRESS)) {
		put_option_value(recorder, "asan-stack", "-param=asan-stack=");
		put_option_value(recorder, "asan-globals",
				 "-param=asan-globals=");
		put_shadow_offset(recorder);
		put_option_value(
			recorder, "asan-instrumentation-with-call-threshold",
			"-param=asan-instrumentation-with-call-threshold=");
	}
	if (flag_sanitize & SANITIZE_THREAD) {
		put_option_value(recorder, "tsan-distinguish-volatile",
				 "-param=tsan-distinguish-volatile=");
		put_option_value(recorder, "tsan-instrument-func-entry-exit",
				 "-param=tsan-instrument-func-entry-exit=");
	}
#ifdef SANITIZE_SHADOW_CALL_STACK
	put_flag(recorder, "shadow-call-stack",
		 flag_sanitize & SANITIZE_SHADOW_CALL_STACK);
#endif
	if (flag_sanitize_coverage & SANITIZE_COV_TRACE_PC)
		add_word(&coverage, "trace-pc");
	if (flag_sanitize_coverage & SANITIZE_COV_TRACE_CMP)
		add_word(&coverage, "trace-cmp");
	put_words(recorder, "sanitize-coverage", &coverage);
}

/* Where the guard lies: only x86 keeps it in variables of its own. */
static void put_stack_guard(struct kabi_recorder *recorder)
{
	put_option_value(recorder, "stack-protector-guard",
			 "mstack-protector-guard=");
	put_option_value(recorder, "stack-protector-guard-symbol",
			 "mstack-protector-guard-symbol=");
#ifdef ix86_stack_protector_guard_reg
	if (ix86_stack_protector_guard != SSP_TLS)
		return;
	put(recorder, "stack-protector-guard-reg",
	    c_addr_space_name(ix86_stack_protector_guard_reg) +
		    strlen("__seg_"));
	put_number(recorder, "stack-protector-guard-offset",
		   ix86_stack_protector_guard_offset);
#else
	put_option_value(recorder, "stack-protector-guard-reg",
			 "mstack-protector-guard-reg=");
	put_option_value(recorder, "stack-protector-guard-offset",
			 "mstack-protector-guard-offset=");
#endif
}

static void put_stack_protector(struct kabi_recorder *recorder)
{
	/* Four options with one variable. */
	const char *value = is_set("fstack-protector-all")	  ? "all"
			    : is_set("fstack-protector-strong")	  ? "strong"
			    : is_set("fstack-protector-explicit") ? "explicit"
			    : is_set("fstack-protector")	  ? "yes"
								  : "no";

	put(recorder, "stack-protector", value);
	if (strcmp(value, "no"))
		put_stack_guard(recorder);
}

static void put_cf_protection(struct kabi_recorder *recorder)
{
	/* Other bits only tell how it was set. */
	switch (flag_cf_protection & CF_FULL) {
	case CF_FULL:
		put(recorder, "cf-protection", "full");
		break;
	case CF_BRANCH:
		put(recorder, "cf-protection", "branch");
		break;
	case CF_RETURN:
		put(recorder, "cf-protection", "return");
		break;
	default:
		put(recorder, "cf-protection", "none");
	}
}

/* "N" is "N,0", and "0" is none. */
static void put_patchable_entry(struct kabi_recorder *recorder)
{
	const char *value = flag_patchable_function_entry;
	char text[48];
	char *end;
	unsigned long nops = value ? strtoul(value, &end, 10) : 0;
	unsigned long before = nops && *end == ',' ? strtoul(end + 1, NULL, 10)
						   : 0;

	snprintf(text, sizeof(text), "%lu,%lu", nops, before);
	put(recorder, "patchable-function-entry", nops ? text : "no");
}

/* GCC aligns by the string, whatever the flag says. */
static void put_alignment(struct kabi_recorder *recorder, const char *name,
			  bool flag, const char *value)
{
	put(recorder, name, value && *value ? value : flag ? "yes" : "no");
}

static void put_code(struct kabi_recorder *recorder)
{
	put_alignment(recorder, "align-functions", flag_align_functions,
		      str_align_functions);
	put_alignment(recorder, "align-jumps", flag_align_jumps,
		      str_align_jumps);
	put_alignment(recorder, "align-loops", flag_align_loops,
		      str_align_loops);
	put(recorder, "pic", flag_pic == 2 ? "PIC" : flag_pic ? "pic" : "no");
	put_flag(recorder, "pie", flag_pie);
	put_flag(recorder, "lto", flag_lto);
	for (size_t i = 0; zero_call_used_regs_opts[i].name; i++) {
		if (zero_call_used_regs_opts[i].flag ==
		    flag_zero_call_used_regs)
			put(recorder, "zero-call-used-regs",
			    zero_call_used_regs_opts[i].name);
	}
	if (optimize_debug)
		put(recorder, "O", "g");
	else if (optimize_size)
		put(recorder, "O", optimize_size > 1 ? "z" : "s");
	else if (optimize_fast)
		put(recorder, "O", "fast");
	else
		put_number(recorder, "O", optimize);
}

/* On x86 position-independent code has models of its own, without a word. */
static void put_code_model(struct kabi_recorder *recorder)
{
	const char *word = NULL;

#ifdef ix86_cmodel
	if (ix86_cmodel == CM_SMALL_PIC)
		word = "small";
	else if (ix86_cmodel == CM_MEDIUM_PIC)
		word = "medium";
	else if (ix86_cmodel == CM_LARGE_PIC)
		word = "large";
#endif
	if (word)
		put(recorder, "cmodel", word);
	else
		put_option_value(recorder, "cmodel", "mcmodel=");
}

/* log2 of bytes, as the option of this name has it. */
static void put_convention(struct kabi_recorder *recorder)
{
	put_number(recorder, "preferred-stack-boundary",
		   exact_log2(PREFERRED_STACK_BOUNDARY / BITS_PER_UNIT));
#ifdef ix86_regparm
	put_number(recorder, "regparm", ix86_regparm);
#endif
	put_code_model(recorder);
	/* The option has a value of its own for "as the target does". */
	put_flag(recorder, "leading-underscore", *user_label_prefix);
	put_flag(recorder, "unsigned-char", !flag_signed_char);
	if (flag_pack_struct || !initial_max_fld_align)
		put_flag(recorder, "pack-struct", flag_pack_struct);
	else
		put_number(recorder, "pack-struct", initial_max_fld_align);
}

/*
 * A hash of the seed with which a kernel shuffles structs, as a string: a part
 * of the version magic of modules, defined where that is.
 */
static void put_randstruct_seed(struct kabi_recorder *recorder)
{
	static const char name[] = "RANDSTRUCT_HASHED_SEED";
	const cpp_hashnode *node = cpp_lookup(
		parse_in, (const unsigned char *)name, sizeof(name) - 1);
	const cpp_macro *macro = cpp_user_macro_p(node) ? node->value.macro
							: NULL;
	const cpp_token *token =
		macro && macro->count == 1 ? &macro->exp.tokens[0] : NULL;
	char text[128];

	if (token && token->type == CPP_STRING && token->val.str.len >= 2) {
		snprintf(text, sizeof(text), "%.*s",
			 (int)token->val.str.len - 2,
			 (const char *)token->val.str.text + 1);
		put(recorder, "randstruct-seed", text);
	}
}

/* Other plugins of this compilation: they lay out structs, add calls. */
static void put_plugins(struct kabi_recorder *recorder)
{
	struct word_list list = { {}, 0 };

	for (unsigned int i = 0; i < save_decoded_options_count; i++) {
		const struct cl_decoded_option *option =
			&save_decoded_options[i];
		const char *name;

		if (option->opt_index != OPT_fplugin_)
			continue;
		name = lbasename(option->arg);
		if (strcmp(name, "kabi") && strcmp(name, "kabi.so"))
			add_word(&list, name);
	}
	put_words(recorder, "plugins", &list);
}

/* "12.2.0" and, of "(Debian 12.2.0-14) ", "Debian". */
static void put_compiler(struct kabi_recorder *recorder)
{
	size_t digits = strspn(version_string, "0123456789.");
	const char *vendor = pkgversion_string + (*pkgversion_string == '(');
	size_t length = strcspn(vendor, " )");
	char text[64];

	snprintf(text, sizeof(text), "GCC %.*s", (int)digits, version_string);
	put(recorder, "compiler", text);
	/* A compiler that nobody packaged calls itself "(GCC) ". */
	snprintf(text, sizeof(text), "%.*s", (int)length, vendor);
	put(recorder, "compiler-vendor",
	    !*text || !strcmp(text, "GCC") ? "GNU" : text);
}

/* GCC tells what it was built for only in how it was configured. */
static void put_target(struct kabi_recorder *recorder)
{
	static const char *const keys[] = { "--target=", "--host=", "--build=" };
	char text[64];

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		const char *found = strstr(configuration_arguments, keys[i]);

		if (!found)
			continue;
		found += strlen(keys[i]);
		snprintf(text, sizeof(text), "%.*s", (int)strcspn(found, " '"),
			 found);
		put(recorder, "target", text);
		return;
	}
}

void kabi_settings_record(struct kabi_recorder *recorder)
{
	put_compiler(recorder);
	put_target(recorder);
	put_plugins(recorder);
	put_randstruct_seed(recorder);
	put_stack_protector(recorder);
	put_sanitize(recorder);
	put_flag(recorder, "pg", profile_flag);
	put_patchable_entry(recorder);
	put_cf_protection(recorder);
	put_convention(recorder);
	put_code(recorder);
#define KABI_SETTING_FLAG(name, option) put_option_flag(recorder, name, option);
#define KABI_SETTING_VALUE(name, option) \
	put_option_value(recorder, name, option);
#include "settings.def"
#undef KABI_SETTING_FLAG
#undef KABI_SETTING_VALUE
}
