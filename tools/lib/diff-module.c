// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What the loader of modules asks beside the symbols: whether the code was
 * compiled for one at all, and what a module that is linked already says of the
 * kernel that it was linked for. Linking it again from its objects is all that
 * the latter takes.
 */
#include <inttypes.h>
#include <string.h>

#include "differ.h"

static void report(struct kabi_differ *differ, const char *name,
		   enum kabi_level level, const char *old_text,
		   const char *new_text)
{
	kabi_diff_report_setting(differ, name, KABI_VERDICT_SETTING_CHANGED,
				 level, old_text, new_text);
}

/* The kernel's own sources are compiled once for each (kbuild, -DMODULE). */
static void compare_use(struct kabi_differ *differ)
{
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;
	bool as_module = prebuilt->compiled_as == KABI_USE_AS_MODULE;

	if (prebuilt->compiled_as != KABI_USE_AS_ANY &&
	    as_module != prebuilt->is_module)
		report(differ, "MODULE", KABI_LEVEL_BREAK,
		       as_module ? "yes" : "no", as_module ? "no" : "yes");
}

static bool has_versions(const struct kabi_differ *differ)
{
	const struct kabi_record *modversions =
		kabi_model_find(differ->models[KABI_NEW], KABI_KIND_CONFIG,
				KABI_OPTION_VERSIONS);

	return differ->options->versions->n ||
	       (modversions && !modversions->is_unset);
}

static void compare_release(struct kabi_differ *differ)
{
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;
	const struct kabi_model *model = differ->models[KABI_NEW];
	bool by_version = prebuilt->versions.n && has_versions(differ);

	if (prebuilt->release && model->release &&
	    strcmp(prebuilt->release, model->release) != 0)
		report(differ, "vermagic",
		       by_version ? KABI_LEVEL_RISK : KABI_LEVEL_BREAK,
		       prebuilt->release, model->release);
}

static void report_versions(struct kabi_differ *differ,
			    const struct kabi_version *first,
			    const struct kabi_version *has, size_t n)
{
	const char *more = "";

	if (n > 1)
		more = kabi_diff_text(differ, ", and %zu more of %zu", n - 1,
				      differ->options->prebuilt->versions.n);
	report(differ, "modversions", KABI_LEVEL_BREAK,
	       kabi_diff_text(differ, "%s 0x%08" PRIx32 "%s", first->name,
			      first->crc, more),
	       kabi_diff_text(differ, "0x%08" PRIx32, has->crc));
}

/* One is enough for the loader, and linking again helps against all of them. */
static void compare_versions(struct kabi_differ *differ)
{
	const struct kabi_versions *carried =
		&differ->options->prebuilt->versions;
	const struct kabi_version *first = NULL, *has = NULL;
	size_t n = 0;

	for (size_t i = 0; i < carried->n; i++) {
		const struct kabi_version *version = kabi_versions_find(
			differ->options->versions, carried->list[i].name);

		if (!version || version->crc == carried->list[i].crc)
			continue;
		if (!n++) {
			first = &carried->list[i];
			has = version;
		}
	}
	if (n)
		report_versions(differ, first, has, n);
}

void kabi_diff_modules(struct kabi_differ *differ)
{
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;

	compare_use(differ);
	compare_release(differ);
	if (!has_versions(differ))
		return;
	if (!prebuilt->versions.n && prebuilt->release)
		report(differ, "modversions", KABI_LEVEL_BREAK, "no", "yes");
	else if (differ->options->versions->n)
		compare_versions(differ);
	else if (prebuilt->versions.n)
		kabi_diff_remark(differ, "versions of symbols are not compared:"
					 " they are in Module.symvers of the "
					 "new kernel, which is not at hand");
}
