// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What has no value of its own is not guessed: nothing here has one, and nothing
 * crashes, is said, or disturbs the macros that come after it.
 */
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
#define NOTHING
#define NAME some_name
#define RECURSIVE RECURSIVE + 1
#define PING PONG
#define PONG PING
#define CALL(a, b) ((a) + (b))
#define PASTE(a, b) a##b
#define UNFINISHED CALL(1,
#define UNFINISHED_TWICE UNFINISHED UNFINISHED (
#define TOO_FEW CALL(1)
#define TOO_MANY CALL(1, 2, 3)
#define OPEN ((1)
#define CLOSE 1 )
#define BAD_PASTE PASTE(+, *)
#define STATEMENT do { } while (0)
#define STATEMENT_EXPRESSION ({ 1; })
#define INITIALISER { 1, 2 }
#define LITERAL ((struct s){ 1 })
#define ATTRIBUTE __attribute__((unused))
#define TYPE unsigned long
#define TYPE_MIX ((int int)1)
#define DIVIDED (1 / 0)
#define SHIFTED (1 << 32)
#define SHIFTED_BACK (1 << -1)
#define ASSIGNMENT a = 1
#define INCREMENT 1++
#define COMMA (1, 2)
#define HALF 1 +
#define NUMBER 12abc
#define OCTAL 08
#define STRAY @
#define LINE __LINE__
#define FILE_NAME __FILE__ "x"
#define WHEN __DATE__ __TIME__
#define COUNTER __COUNTER__
#define LEVEL __INCLUDE_LEVEL__
#define HEADER __has_include(<stdio.h>)
#define BUILTIN __has_builtin(__builtin_expect)
#define DEFINED defined(CALL)
#define HAS_NOTHING __has_attribute()
#define BAD_ESCAPE "\x"
#define PRAGMA _Pragma("once") 1
#define POISON _Pragma("GCC poison AFTER") 1
#define PUSH _Pragma("push_macro(\"AFTER\")") 1
#define MODULE_PARAM_PREFIX KBUILD_MODNAME "."
#pragma GCC poison POISONED
#define AFTER 1
/*
kabi-test: what has no value is not recorded and not said
kabi-cflags: -fplugin-arg-kabi-scope=all -DKBUILD_MODNAME='"test"' -Wno-all
kabi-except: neutral the argument is the plugin's
kabi-records: macro
kabi-expect-start
macro AFTER at=a.h:58
	1
kabi-expect-end
*/
