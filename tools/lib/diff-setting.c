// SPDX-License-Identifier: GPL-2.0-or-later
/* Compiler options and the compiler: what most TUs of each side have. */
#include <ctype.h>
#include <limits.h>
#include <string.h>

#include "differ.h"

/*
 * They decide the calling convention, the layout of types, what the object
 * calls, or where the stack guard lies. All others only change code. What each
 * means to code that is made already is told beside it.
 */
static const struct interface_setting {
	const char *name;
	enum kabi_setting_need need;
} interface_settings[] = {
	/* what the object calls */
	{ "asan-globals", KABI_NEED_NOTHING },
	{ "asan-instrumentation-with-call-threshold", KABI_NEED_NOTHING },
	{ "asan-shadow-offset", KABI_NEED_SHADOW },
	{ "asan-stack", KABI_NEED_NOTHING },
	{ "fentry", KABI_NEED_NOTHING },
	{ "fentry-name", KABI_NEED_NOTHING },
	{ "fentry-section", KABI_NEED_NOTHING },
	{ "function-return", KABI_NEED_PROTECTION },
	{ "indirect-branch", KABI_NEED_PROTECTION },
	{ "indirect-branch-cs-prefix", KABI_NEED_NOTHING },
	{ "indirect-branch-register", KABI_NEED_NOTHING },
	{ "instrument-functions", KABI_NEED_NOTHING },
	{ "nop-mcount", KABI_NEED_NOTHING },
	{ "outline-atomics", KABI_NEED_NOTHING },
	{ "patchable-function-entry", KABI_NEED_PADDING },
	{ "pg", KABI_NEED_NOTHING },
	{ "profile-arcs", KABI_NEED_NOTHING },
	{ "record-mcount", KABI_NEED_NOTHING },
	{ "sanitize", KABI_NEED_NOTHING },
	{ "sanitize-coverage", KABI_NEED_NOTHING },
	{ "sanitize-recover", KABI_NEED_NOTHING },
	{ "sanitize-undefined-trap-on-error", KABI_NEED_NOTHING },
	{ "split-stack", KABI_NEED_NOTHING },
	{ "trapv", KABI_NEED_NOTHING },
	{ "tsan-distinguish-volatile", KABI_NEED_NOTHING },
	{ "tsan-instrument-func-entry-exit", KABI_NEED_NOTHING },
	/* the stack guard */
	{ "stack-protector", KABI_NEED_PROTECTION },
	{ "stack-protector-guard", KABI_NEED_GUARD },
	{ "stack-protector-guard-offset", KABI_NEED_GUARD },
	{ "stack-protector-guard-reg", KABI_NEED_GUARD },
	{ "stack-protector-guard-symbol", KABI_NEED_GUARD },
	/* how functions are called and jumped to */
	{ "80387", KABI_NEED_SAME },
	{ "abi", KABI_NEED_SAME },
	{ "branch-protection", KABI_NEED_LANDING },
	{ "cf-protection", KABI_NEED_LANDING },
	{ "cmodel", KABI_NEED_SAME },
	{ "fp-ret-in-387", KABI_NEED_SAME },
	{ "general-regs-only", KABI_NEED_SAME },
	{ "leading-underscore", KABI_NEED_SAME },
	{ "pcc-struct-return", KABI_NEED_SAME },
	{ "preferred-stack-boundary", KABI_NEED_SAME },
	{ "red-zone", KABI_NEED_SAME },
	{ "regparm", KABI_NEED_SAME },
	{ "rtd", KABI_NEED_SAME },
	{ "shadow-call-stack", KABI_NEED_SAME },
	/* how types lie in memory */
	{ "align-double", KABI_NEED_SAME },
	{ "ms-bitfields", KABI_NEED_SAME },
	{ "pack-struct", KABI_NEED_SAME },
	{ "randstruct-seed", KABI_NEED_NOTHING },
	{ "short-enums", KABI_NEED_SAME },
	{ "short-wchar", KABI_NEED_SAME },
	{ "signed-bitfields", KABI_NEED_SAME },
	{ "unsigned-char", KABI_NEED_SIGN },
	{ NULL, KABI_NEED_SAME },
};

/* NULL: it is none of them. */
static const struct interface_setting *find_interface(const char *name)
{
	const struct interface_setting *setting = interface_settings;

	while (setting->name && strcmp(setting->name, name) != 0)
		setting++;
	return setting->name ? setting : NULL;
}

/* Compared as a whole, by compare_compilers(), or not at all. */
static bool is_identity(const char *name)
{
	return !strcmp(name, "compiler") || !strcmp(name, "compiler-vendor") ||
	       !strcmp(name, "target");
}

const struct kabi_record *
kabi_diff_most_common(const struct kabi_record *record)
{
	const struct kabi_record *best = record;

	for (; record; record = record->next_variant) {
		if (record->units_total > best->units_total)
			best = record;
	}
	return best;
}

const struct kabi_record *kabi_diff_setting(const struct kabi_model *model,
					    const char *name)
{
	return kabi_diff_most_common(
		kabi_model_find(model, KABI_KIND_SETTING, name));
}

static const char *value_of(const struct kabi_record *record)
{
	return record && record->string ? record->string : "";
}

void kabi_diff_report_setting(struct kabi_differ *differ, const char *name,
			      enum kabi_verdict verdict, enum kabi_level level,
			      const char *old_text, const char *new_text)
{
	struct kabi_diff_subject subject = {
		.name = kabi_diff_text(differ, "setting %s", name),
	};
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, NULL, &subject, verdict, level);

	kabi_diff_set(differ, entry, KABI_OLD, NULL, INT_MIN, "%s", old_text);
	kabi_diff_set(differ, entry, KABI_NEW, NULL, INT_MIN, "%s", new_text);
}

/* "GCC 12.2.0": up to and with the first number. */
static size_t major_length(const char *compiler)
{
	size_t length = strcspn(compiler, "0123456789");

	while (isdigit((unsigned char)compiler[length]))
		length++;
	return length;
}

static bool same_major(const char *a, const char *b)
{
	size_t length = major_length(a);

	return length == major_length(b) && !memcmp(a, b, length);
}

bool kabi_diff_same_compiler(const struct kabi_differ *differ)
{
	const char *first = NULL;

	for (int side = 0; side < KABI_SIDES; side++) {
		const struct kabi_record *record = kabi_model_find(
			differ->models[side], KABI_KIND_SETTING, "compiler");

		for (; record; record = record->next_variant) {
			if (!first)
				first = record->string;
			if (!same_major(first, record->string))
				return false;
		}
	}
	return true;
}

static const char *compiler_text(struct kabi_differ *differ,
				 const char *compiler, const char *vendor)
{
	if (!*vendor)
		return compiler;
	return kabi_diff_text(differ, "%s (%s)", compiler, vendor);
}

static void compare_compilers(struct kabi_differ *differ)
{
	const char *compilers[KABI_SIDES], *vendors[KABI_SIDES];
	enum kabi_level level = KABI_LEVEL_NOTE;

	for (int side = 0; side < KABI_SIDES; side++) {
		const struct kabi_model *model = differ->models[side];

		compilers[side] =
			value_of(kabi_diff_setting(model, "compiler"));
		vendors[side] =
			value_of(kabi_diff_setting(model, "compiler-vendor"));
		if (!*compilers[side])
			return;
	}
	if (!strcmp(compilers[KABI_OLD], compilers[KABI_NEW]) &&
	    !strcmp(vendors[KABI_OLD], vendors[KABI_NEW]))
		return;
	if (!same_major(compilers[KABI_OLD], compilers[KABI_NEW]) ||
	    strcmp(vendors[KABI_OLD], vendors[KABI_NEW]) != 0)
		level = KABI_LEVEL_RISK;
	kabi_diff_report_setting(
		differ, "compiler", KABI_VERDICT_COMPILER_CHANGED, level,
		compiler_text(differ, compilers[KABI_OLD], vendors[KABI_OLD]),
		compiler_text(differ, compilers[KABI_NEW], vendors[KABI_NEW]));
}

static bool is_unit_of(const struct kabi_record *record, const char *unit)
{
	for (size_t i = 0; i < record->n_units; i++) {
		if (!strcmp(record->units[i], unit))
			return true;
	}
	return false;
}

/*
 * What NEW has for the units of OLD's variant, where it compiles the same ones:
 * kbuild has flags for single files. Else what most units have.
 */
static const struct kabi_record *counterpart(const struct kabi_differ *differ,
					     const struct kabi_record *a)
{
	const struct kabi_model *old_model = differ->models[KABI_OLD];
	const struct kabi_record *first = kabi_model_find(
		differ->models[KABI_NEW], KABI_KIND_SETTING, a->name);
	size_t unit = old_model->by_kind[KABI_KIND_UNIT];
	size_t end = old_model->by_kind[KABI_KIND_UNIT + 1];

	for (; unit < end; unit++) {
		const char *name = old_model->records[unit]->name;

		if (a->units_total && !is_unit_of(a, name))
			continue;
		for (const struct kabi_record *b = first; b;
		     b = b->next_variant) {
			if (is_unit_of(b, name))
				return b;
		}
	}
	return kabi_diff_most_common(first);
}

static void compare_prebuilt(struct kabi_differ *differ,
			     const struct kabi_record *a)
{
	const struct interface_setting *setting = find_interface(a->name);
	const struct kabi_record *b = setting ? counterpart(differ, a) : NULL;
	enum kabi_diff_level level;

	if (!b || !strcmp(value_of(a), value_of(b)))
		return;
	level = kabi_diff_prebuilt_setting(differ, setting->need, value_of(a),
					   value_of(b));
	if (level != KABI_DIFF_SAME)
		kabi_diff_report_setting(differ, a->name,
					 KABI_VERDICT_SETTING_CHANGED,
					 (enum kabi_level)level, value_of(a),
					 value_of(b));
}

/* "a" is the first of its variants. */
static void compare(struct kabi_differ *differ, const struct kabi_record *a)
{
	const char *name = a->name;
	const struct kabi_record *b;

	if (differ->options->prebuilt) {
		for (; a; a = a->next_variant)
			compare_prebuilt(differ, a);
		return;
	}
	a = kabi_diff_most_common(a);
	b = kabi_diff_setting(differ->models[KABI_NEW], name);
	if (!b || is_identity(name) || !strcmp(value_of(a), value_of(b)))
		return;
	kabi_diff_report_setting(differ, name, KABI_VERDICT_SETTING_CHANGED,
				 find_interface(name) ? KABI_LEVEL_BREAK
						      : KABI_LEVEL_RISK,
				 value_of(a), value_of(b));
}

/*
 * A setting that only one side has says nothing: another compiler has other
 * options, and some are recorded only together with others.
 */
void kabi_diff_settings(struct kabi_differ *differ)
{
	const struct kabi_model *model = differ->models[KABI_OLD];
	size_t first = model->by_kind[KABI_KIND_SETTING];
	size_t end = model->by_kind[KABI_KIND_SETTING + 1];

	compare_compilers(differ);
	if (differ->options->prebuilt) {
		kabi_diff_modules(differ);
		kabi_diff_prebuilt_unwinder(differ);
	}
	for (size_t i = first; i < end; i++) {
		if (i == first ||
		    model->records[i - 1]->name != model->records[i]->name)
			compare(differ, model->records[i]);
	}
}
