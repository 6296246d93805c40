/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * GCC's headers in the order in which they compile, and every difference
 * between the GCC versions we serve (11 and later): the only file that looks at
 * GCCPLUGIN_VERSION.
 */
#ifndef KABI_PLUGIN_GCC_COMPAT_H
#define KABI_PLUGIN_GCC_COMPAT_H

#include "gcc-plugin.h"
#include "plugin-version.h"

#include "target.h"
#include "tree.h"
#include "tm.h"
#include "rtl.h"
#include "stringpool.h"
#include "attribs.h"
#include "cgraph.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "c-family/c-common.h"
#include "c-family/c-pragma.h"
#include "c-tree.h"
#include "cpplib.h"
#include "diagnostic.h"
#include "diagnostic-core.h"
#include "file-prefix-map.h"
#include "incpath.h"
#include "internal-fn.h"
#include "langhooks.h"
#include "options.h"
#include "opts.h"
#include "output.h"
#include "toplev.h"
#include "version.h"

#if GCCPLUGIN_VERSION < 11000
#error "kabi.so needs GCC 11 or later"
#endif

/* What TYPE_VALUES chains: the value itself, in later versions its CONST_DECL.
 */
static inline tree kabi_gcc_enumerator_value(tree pair)
{
	tree value = TREE_VALUE(pair);

	return TREE_CODE(value) == CONST_DECL ? DECL_INITIAL(value) : value;
}

/* f(...) without a named parameter, which C has since C23. */
static inline bool kabi_gcc_no_named_parameter(const_tree type)
{
#if GCCPLUGIN_VERSION >= 13000
	return TYPE_NO_NAMED_ARGS_STDARG_P(type);
#else
	(void)type;
	return false;
#endif
}

/* A call that -ftrivial-auto-var-init put in; GCC has that since version 12. */
static inline bool kabi_gcc_is_automatic_padding(const gimple *call)
{
#if GCCPLUGIN_VERSION >= 12000
	return flag_auto_var_init > AUTO_INIT_UNINITIALIZED &&
	       gimple_call_builtin_p(call, BUILT_IN_CLEAR_PADDING) &&
	       gimple_call_num_args(call) == 2 &&
	       integer_onep(gimple_call_arg(call, 1));
#else
	(void)call;
	return false;
#endif
}

/*
 * Does GCC strip trees of what only the front end needs before the first IPA
 * pass (free_lang_data() in ipa-free-lang-data.cc)? It does when it will stream
 * them: with -flto, and for code that OpenMP offloads.
 */
static inline bool kabi_gcc_strips_trees(void)
{
	return flag_generate_lto || flag_generate_offload;
}

/* Where a macro was called. */
static inline location_t kabi_gcc_expansion_point(const line_map_macro *map)
{
#if GCCPLUGIN_VERSION >= 15000
	return map->get_expansion_point_location();
#else
	return MACRO_MAP_EXPANSION_POINT_LOCATION(map);
#endif
}

/* With operands, which GCC takes outside of functions since 15, it is no
 * string.
 */
static inline const char *kabi_gcc_asm_text(const asm_node *node)
{
	tree text = node->asm_str;

	if (TREE_CODE(text) == ASM_EXPR)
		text = ASM_STRING(text);
	return TREE_STRING_POINTER(text);
}

#endif /* KABI_PLUGIN_GCC_COMPAT_H */
