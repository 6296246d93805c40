// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * kabi.so: writes a TU's ABI into section .kabi of its object and leaves
 * everything else as it is. This file decides whether and when; scope.cc what,
 * walk*.cc, macro*.cc and settings.cc how it reads, emit.cc where it goes.
 *
 * One kabi.so serves one build of GCC. It loads into any other, because its
 * references to GCC are weak (plugin.mk), so that the answer is a message with
 * both versions and not a missing symbol. Hence nothing runs before the check
 * in plugin_init(): no constructors of static objects.
 */

#include "gcc-compat.h"

#include "call.h"
#include "emit.h"
#include "exposure.h"
#include "identifiers.h"
#include "inline.h"
#include "macro.h"
#include "original.h"
#include "rule.h"
#include "scope.h"
#include "section.h"
#include "settings.h"
#include "walk.h"
#include "where.h"

#define EXPORTED __attribute__((visibility("default")))

extern "C" {
extern EXPORTED int plugin_is_GPL_compatible;
EXPORTED int plugin_init(struct plugin_name_args *plugin,
			 struct plugin_gcc_version *compiler);
}

int plugin_is_GPL_compatible;

struct arguments {
	bool all;
	bool optional;
};

/* Lives from plugin_init() to PLUGIN_FINISH_UNIT. */
static struct kabi_scope *scope;
static struct kabi_recorder *recorder;
static const char *plugin_name;

static struct plugin_info info = {
	KABI_VERSION,
	"Writes the ABI of a translation unit into section .kabi.\n"
	"-fplugin-arg-kabi-scope=used|all  what the code uses (default), or "
	"all that headers define\n"
	"-fplugin-arg-kabi-optional        do nothing in a compiler for which "
	"it was not built\n",
};

static bool parse_arguments(const struct plugin_name_args *plugin,
			    struct arguments *ret)
{
	bool good = true;

	for (int i = 0; i < plugin->argc; i++) {
		const char *key = plugin->argv[i].key;
		const char *value = plugin->argv[i].value;

		if (!strcmp(key, "optional") && !value) {
			ret->optional = true;
		} else if (!strcmp(key, "scope") && value &&
			   (!strcmp(value, "used") || !strcmp(value, "all"))) {
			ret->all = !strcmp(value, "all");
		} else {
			error("kabi: unknown argument "
			      "%<-fplugin-arg-%s-%s%s%s%>; there are "
			      "%<scope=used%>, %<scope=all%> and %<optional%>",
			      plugin->base_name, key, value ? "=" : "",
			      value ? value : "");
			good = false;
		}
	}
	return good;
}

static bool check_version(struct plugin_gcc_version *compiler,
			  const struct arguments *arguments)
{
	if (plugin_default_version_check(compiler, &gcc_version))
		return true;
	if (!arguments->optional)
		error("kabi: this plugin was built for GCC %s (%s%s), the "
		      "compiler is GCC %s (%s%s)%s; build kabi with this "
		      "compiler, or give %<-fplugin-arg-kabi-optional%>",
		      gcc_version.basever, gcc_version.datestamp,
		      gcc_version.revision, compiler->basever,
		      compiler->datestamp, compiler->revision,
		      strcmp(gcc_version.basever, compiler->basever)
			      ? ""
			      : ", another build of it");
	return false;
}

/* Does a name have "arch/ANY/purgatory/" in it? */
static bool is_in_purgatory(const char *name)
{
	const char *end = name ? strstr(name, "/purgatory/") : NULL;
	const char *at = end;

	if (!end)
		return false;
	while (at > name && at[-1] != '/')
		at--;
	return at - name >= 5 && !strncmp(at - 5, "arch/", 5);
}

/*
 * purgatory.ro is embedded into the kernel with all its sections. Its objects,
 * some from files of lib/, are told by kbuild's name for the object, or by
 * where the object goes.
 */
static bool is_purgatory(void)
{
	static const char object[] = "KBUILD_MODFILE=";

	for (unsigned int i = 0; i < save_decoded_options_count; i++) {
		const struct cl_decoded_option *option =
			&save_decoded_options[i];
		const char *arg = option->arg;

		if (!arg)
			continue;
		if (option->opt_index == OPT_dumpdir && is_in_purgatory(arg))
			return true;
		if (option->opt_index == OPT_D &&
		    !strncmp(arg, object, strlen(object)) &&
		    is_in_purgatory(arg))
			return true;
	}
	return num_in_fnames && is_in_purgatory(in_fnames[0]);
}

/* Is there anything that could be recorded? C that becomes code. */
static bool is_wanted(void)
{
	const char *language = lang_hooks.name;

	/* "GNU C17", not "GNU C++17", "GNU GIMPLE" ... */
	if (strncmp(language, "GNU C", 5) || !ISDIGIT(language[5]))
		return false;
	return !flag_preprocess_only && !flag_syntax_only && !is_purgatory();
}

static void start_unit(void *, void *)
{
	kabi_scope_init(scope);
	kabi_macros_init(scope->all);
	kabi_exposure_init();
}

static void finish_type(void *type, void *)
{
	kabi_scope_add_type(scope, (tree)type);
}

static void finish_decl(void *decl, void *)
{
	kabi_original_note((tree)decl);
	kabi_scope_add_decl(scope, (tree)decl);
	kabi_calls_add_decl((tree)decl);
}

static void mark(void *, void *)
{
	kabi_scope_mark(scope);
	kabi_original_mark();
	kabi_inline_mark();
}

static void record_types(void)
{
	struct kabi_walk walk;

	walk.recorder = recorder;
	walk.scope = scope;
	walk.quiet = false;
	walk.self = NULL_TREE;
	kabi_inline_record(&walk);
	kabi_walk_scope(&walk);
}

/* Macros that have a value which we failed to find. */
static void put_macro_problem(enum kabi_macro_outcome outcome)
{
	unsigned int count = kabi_macros_count(outcome);

	if (count)
		kabi_record_problem(recorder, 1, "%u macros: %s", count,
				    kabi_macro_outcome_words(outcome));
}

static void record_unit(void)
{
	kabi_record_begin(recorder, KABI_KIND_UNIT, kabi_where_unit());
	kabi_record_key(recorder, "scope", scope->all ? "all" : "used");
	if (!kabi_macros_available())
		kabi_record_key(recorder, "macros", "no");
	if (kabi_macros_unvalued())
		kabi_record_key_number(recorder, "unvalued",
				       kabi_macros_unvalued());
	put_macro_problem(KABI_MACRO_UNSUPPORTED);
	put_macro_problem(KABI_MACRO_TOO_LARGE);
	if (kabi_sections_nameless())
		kabi_record_problem(recorder, 1,
				    "%u sections of assembly: named by an "
				    "operand or by a macro's argument",
				    kabi_sections_nameless());
	kabi_rules_record_problems(recorder);
	kabi_record_end(recorder);
}

/* The body of a function is GIMPLE, which the first passes lower. */
static void lower(void *, void *)
{
	kabi_inline_add_current();
}

/* Everything was parsed, nothing was optimised away yet. */
static void finish_parsing(void *, void *)
{
	unregister_callback(plugin_name, PLUGIN_PASS_EXECUTION);
	if (seen_error())
		return;
	recorder = kabi_recorder_create();
	if (!recorder)
		fatal_error(UNKNOWN_LOCATION, "kabi: out of memory");
	kabi_calls_init();
	kabi_where_init();
	kabi_scope_close(scope);
	kabi_sections_close();
	kabi_exposure_record(recorder, scope);
	kabi_rules_record(recorder);
	if (kabi_gcc_strips_trees())
		record_types();
}

/* The code is out. */
static void finish_unit(void *, void *)
{
	struct kabi_identifiers identifiers;

	if (!recorder || seen_error())
		return;
	kabi_identifiers_read(&identifiers);
	if (!kabi_gcc_strips_trees())
		record_types();
	kabi_macros_record(recorder, &identifiers);
	kabi_settings_record(recorder);
	kabi_calls_record(recorder, scope, &identifiers);
	kabi_sections_record(recorder);
	record_unit();
	kabi_emit(recorder);
	kabi_recorder_destroy(recorder);
	recorder = NULL;
	kabi_where_deinit();
}

int plugin_init(struct plugin_name_args *plugin,
		struct plugin_gcc_version *compiler)
{
	struct arguments arguments = { false, false };
	const char *name = plugin->base_name;

	if (!parse_arguments(plugin, &arguments))
		return 1;
	if (!check_version(compiler, &arguments))
		return arguments.optional ? 0 : 1;
	register_callback(name, PLUGIN_INFO, NULL, &info);
	if (!is_wanted())
		return 0;
	plugin_name = name;
	scope = new kabi_scope;
	scope->all = arguments.all;
	/* cpp exists, only the command line was read. */
	register_callback(name, PLUGIN_START_UNIT, start_unit, NULL);
	/* Types that bodies mention, and enumerators while they are bound. */
	register_callback(name, PLUGIN_FINISH_TYPE, finish_type, NULL);
	/* Typedefs, which FINISH_TYPE does not tell; names by asm(). */
	register_callback(name, PLUGIN_FINISH_DECL, finish_decl, NULL);
	/* We hold trees from one callback to the next. */
	register_callback(name, PLUGIN_GGC_MARKING, mark, NULL);
	/* Bodies of what is reachable are GIMPLE that no pass has seen. */
	register_callback(name, PLUGIN_PASS_EXECUTION, lower, NULL);
	/* The symbol table is complete, bodies are still what was written. */
	register_callback(name, PLUGIN_ALL_IPA_PASSES_START, finish_parsing,
			  NULL);
	/* Names of symbols are decided, the assembler file is still open. */
	register_callback(name, PLUGIN_FINISH_UNIT, finish_unit, NULL);
	return 0;
}
