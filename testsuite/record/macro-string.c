// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"
const char *const all[] = {
	PLAIN, SIDE_BY_SIDE, ESCAPES, IN_PARENTHESES, NOT_ASCII, EMPTY,
	FROM_TOKENS, WITH_NUL, KERN_INFO, FORMAT, IN_MACROS,
};
const void *const none[] = { WIDE, POINTER };
int c = SIZE + SUBSCRIPT;
/* kabi-file: a.h */
#define PLAIN "plain text"
#define SIDE_BY_SIDE "one" " and " "two"
#define ESCAPES "tab\t newline\n return\r bell\a quote\" backslash\\ \x1b[m"
#define IN_PARENTHESES (("text"))
#define NOT_ASCII "\303\251"
#define EMPTY ""
#define STRINGIFY_1(x) #x
#define STRINGIFY(x) STRINGIFY_1(x)
#define NUMBER 42
#define FROM_TOKENS STRINGIFY(NUMBER) "+" STRINGIFY(a "b\n" c)
#define WITH_NUL "a\0b"
#define KERN_SOH "\001"
#define KERN_INFO KERN_SOH "6"
#define FORMAT "%" PRIx64 "?" /* what you see ??) */
#define PRIx64 "lx"
#define IN_MACROS PLAIN IN_PARENTHESIS_NOT " end"
#define IN_PARENTHESIS_NOT " middle"
#define WIDE L"wide"
#define POINTER ("text" + 1)
#define SIZE sizeof("four")
#define SUBSCRIPT sizeof("text"[1])
/*
kabi-test: string macros: their bytes after concatenation and escapes
kabi-cflags: -Wall
kabi-records: macro
kabi-expect-start
macro EMPTY at=a.h:15
	""
macro ESCAPES at=a.h:12
	"tab\t newline\n return\r bell\x07 quote\" backslash\\ \x1b[m"
macro FORMAT at=a.h:23
	"%lx?"
macro FROM_TOKENS at=a.h:19
	"42+a \"b\\n\" c"
macro IN_MACROS at=a.h:25
	"plain text middle end"
macro IN_PARENTHESES at=a.h:13
	"text"
macro IN_PARENTHESIS_NOT at=a.h:26
	" middle"
macro KERN_INFO at=a.h:22
	"\x016"
macro KERN_SOH at=a.h:21
	"\x01"
macro NOT_ASCII at=a.h:14
	"\xc3\xa9"
macro NUMBER at=a.h:18
	42
macro PLAIN at=a.h:10
	"plain text"
macro PRIx64 at=a.h:24
	"lx"
macro SIDE_BY_SIDE at=a.h:11
	"one and two"
macro SIZE at=a.h:29
	5
macro SUBSCRIPT at=a.h:30
	1
macro WITH_NUL at=a.h:20
	"a\x00b"
kabi-expect-end
*/
