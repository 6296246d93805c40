// SPDX-License-Identifier: GPL-2.0-or-later
/* A sentence about each verdict: docs/verdicts.md, in short. */
#include "report-help.h"

#define HELP(id, text) [KABI_VERDICT_##id] = text

static const char *const helps[KABI_VERDICT_COUNT] = {
	HELP(SYMBOL_REMOVED, "NEW does not export the symbol: it was removed, "
			     "became static or hidden, or is no longer "
			     "exported. A module that uses it does not load."),
	HELP(SYMBOL_ADDED, "Only NEW exports the symbol."),
	HELP(SYMBOL_KIND_CHANGED,
	     "What was a function is a variable, or the reverse."),
	HELP(SYMBOL_LICENSE_TIGHTENED,
	     "The symbol is exported for GPL modules only, and was for all."),
	HELP(SYMBOL_LICENSE_RELAXED,
	     "The symbol is exported for all modules, and was for GPL modules "
	     "only."),
	HELP(SYMBOL_NAMESPACE_CHANGED,
	     "The symbol is in a namespace that it was not in; a module that "
	     "does not import it does not load."),
	HELP(SYMBOL_NAMESPACE_DROPPED,
	     "The symbol is in no namespace any more."),
	HELP(SYMBOL_MOVED, "Another module exports the symbol."),
	HELP(RETURN_TYPE_CHANGED, "The function returns another type."),
	HELP(PARAMETER_TYPE_CHANGED,
	     "A parameter of the function has another type."),
	HELP(PARAMETER_ADDED, "The function takes one more parameter, which "
			      "compiled callers do not pass."),
	HELP(PARAMETER_REMOVED, "The function takes one parameter less."),
	HELP(VARIADIC_CHANGED, "The ... of the function came or went."),
	HELP(FUNCTION_ATTRIBUTE_CHANGED,
	     "The function is called, or compiled, in another way."),
	HELP(VARIABLE_SIZE_CHANGED, "The variable has another size."),
	HELP(VARIABLE_TYPE_CHANGED, "The variable has another type."),
	HELP(VARIABLE_STORAGE_CHANGED,
	     "The variable became, or is no longer, thread-local or per-CPU."),
	HELP(VARIABLE_CONST_CHANGED,
	     "The variable became, or is no longer, const."),
	HELP(TYPE_SIZE_CHANGED, "The type has another size. Whoever embeds it, "
				"allocates it or makes arrays of it was "
				"compiled with the old one."),
	HELP(TYPE_ALIGNMENT_CHANGED, "The type is aligned otherwise."),
	HELP(TYPE_KIND_CHANGED,
	     "The type is of another kind: a struct became a union, an enum "
	     "or a number, or the reverse."),
	HELP(TYPE_COMPLETED, "OLD only declared the type, NEW defines it."),
	HELP(TYPE_HIDDEN, "NEW only declares the type, OLD defined it."),
	HELP(TYPEDEF_CHANGED, "The typedef stands for another type."),
	HELP(MEMBER_REMOVED, "The member is gone; compiled code still reads "
			     "and writes where it was."),
	HELP(MEMBER_ADDED, "A member was added. It is a break where the type "
			   "grew for it or another member had to move."),
	HELP(PADDING_USED, "A member was added where padding was; nothing "
			   "moved or grew. Who copies or compares whole "
			   "structs may notice."),
	HELP(RESERVE_USED, "A member was added in a reserved slot, and fits."),
	HELP(MEMBER_REPLACED, "Another member took its place in a way that "
			      "keeps the layout."),
	HELP(MEMBER_MOVED, "The member lies at another offset than compiled "
			   "code looks for it."),
	HELP(MEMBER_SIZE_CHANGED, "The member has another size or width."),
	HELP(MEMBER_TYPE_CHANGED,
	     "The member has another type. It is a break when the two lie in "
	     "memory differently, a risk when they do not."),
	HELP(MEMBER_RENAMED,
	     "The member has another name at the same place; only source "
	     "notices."),
	HELP(MEMBER_QUALIFIERS_CHANGED,
	     "Only const or volatile differ; only source notices."),
	HELP(ENUMERATOR_VALUE_CHANGED,
	     "The enumerator has another value; the old one is compiled into "
	     "modules."),
	HELP(ENUMERATOR_REMOVED,
	     "The enumerator is gone; its value is compiled into modules."),
	HELP(ENUMERATOR_ADDED, "An enumerator was added."),
	HELP(ENUMERATOR_RENAMED,
	     "The value is there under another name; only source notices."),
	HELP(ENUM_SENTINEL_MOVED,
	     "The last enumerator only counts the others, and grew with "
	     "them; the old count is compiled into modules."),
	HELP(ENUM_SIZE_CHANGED, "The enum has another size."),
	HELP(MACRO_VALUE_CHANGED,
	     "The macro evaluates to another integer; the old one is compiled "
	     "into modules."),
	HELP(MACRO_TEXT_CHANGED, "The macro is another string."),
	HELP(MACRO_REMOVED,
	     "The macro is not defined any more, or is no constant."),
	HELP(MACRO_ADDED, "A macro was added."),
	HELP(INLINE_BODY_CHANGED,
	     "The inline function does something else; modules have a copy of "
	     "the old body."),
	HELP(INLINE_REMOVED, "No header defines the inline function any more."),
	HELP(INLINE_ADDED, "An inline function was added."),
	HELP(SETTING_CHANGED,
	     "The compiler was told otherwise. It is a break where the option "
	     "decides how functions are called, how types lie in memory or "
	     "what the compiler calls of itself."),
	HELP(COMPILER_CHANGED, "NEW was compiled by another compiler."),
	HELP(HIDDEN_CALL_MISSING,
	     "OLD's objects refer to a function that the compiler calls of "
	     "itself, and NEW does not provide it."),
	HELP(HIDDEN_CALL_ADDED,
	     "NEW's objects refer to a function that the compiler calls of "
	     "itself, OLD's did not."),
	HELP(HIDDEN_CALL_REMOVED,
	     "NEW's objects do not refer to a function that the compiler "
	     "calls of itself, but could."),
	HELP(SECTION_REMOVED,
	     "NEW's source puts nothing into a section that OLD's source "
	     "names; whoever looks for it by name finds nothing."),
	HELP(SECTION_ADDED, "NEW's source names a section that OLD's did not."),
};

const char *kabi_report_help(enum kabi_verdict verdict)
{
	return helps[verdict] ? helps[verdict] : kabi_verdict_name(verdict);
}

const char *kabi_report_level_help(enum kabi_level level)
{
	static const char *const level_helps[KABI_LEVEL_COUNT] = {
		[KABI_LEVEL_NOTE] =
			"harmless: an addition, a relaxation, or private",
		[KABI_LEVEL_SOURCE] =
			"binaries do not notice, source may not compile",
		[KABI_LEVEL_RISK] =
			"same layout, but the meaning may have changed",
		[KABI_LEVEL_BREAK] = "modules may not load, or may malfunction",
	};

	return level_helps[level];
}
