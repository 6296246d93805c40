// SPDX-License-Identifier: GPL-2.0-or-later
/* C11 6.4.4 and 6.3.1: the type of a constant decides its sign. */
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
#define DECIMAL 1
#define HEX 0xffffffff
#define HEX_WIDE 0xffffffffffffffff
#define HEX_IS_UNSIGNED ~0xffffffff
#define DECIMAL_IS_LONG ~4294967295
#define OCTAL 0777
#define BINARY 0b101
#define SUFFIXES (1ULL + 2u + 3L + 4lu)
#define NEGATIVE -5
#define NEGATIVE_UNSIGNED -5u
#define COMPLEMENT ~0UL
#define COMPLEMENT_SHORT ((unsigned short)~0)
#define LEAST (-9223372036854775807 - 1)
#define CHARACTER 'A'
#define CHARACTER_NEGATIVE '\377'
#define CHARACTERS 'ab'
#define PRECEDENCE 1 + 2 * 3 << 1 | 16 & 24 ^ 1
#define PRECEDENCE_OF_XOR 6 ^ 3 & 1
#define UNPROTECTED LEFT_TO_RIGHT * 2
#define LEFT_TO_RIGHT 100 - 10 - 1
#define DIVISION (-7 / 2)
#define REMAINDER (-7 % 3)
#define SIGN_EXTENDED (-1 >> 1)
#define TOP_BIT (1 << 31)
#define UNSIGNED_LESS (-1 < 0u)
#define SIGNED_LESS (-1 < 0)
#define CHOSEN (0 ? 1u : -1)
#define CHOSEN_GNU (0 ?: 7)
#define CHOSEN_NESTED (1 ? 0 ? 1 : 2 : 3)
#define AND_OR (1 || 0 && 0)
#define DECIDED (1 || elsewhere)
#define NOT_NOT !!5
#define PROMOTED ((unsigned char)1 - 2)
#define TO_BOOL ((_Bool)256)
/*
kabi-test: integer macros have the value and the sign that C gives them
kabi-cflags: -fplugin-arg-kabi-scope=all -fsigned-char
kabi-except: neutral the argument is the plugin's
kabi-records: macro
kabi-expect-start
macro AND_OR at=a.h:38
	1
macro BINARY at=a.h:15
	5
macro CHARACTER at=a.h:22
	65
macro CHARACTERS at=a.h:24
	24930
macro CHARACTER_NEGATIVE at=a.h:23
	-1
macro CHOSEN at=a.h:35
	4294967295
macro CHOSEN_GNU at=a.h:36
	7
macro CHOSEN_NESTED at=a.h:37
	2
macro COMPLEMENT at=a.h:19
	18446744073709551615
macro COMPLEMENT_SHORT at=a.h:20
	65535
macro DECIDED at=a.h:39
	1
macro DECIMAL at=a.h:9
	1
macro DECIMAL_IS_LONG at=a.h:13
	-4294967296
macro DIVISION at=a.h:29
	-3
macro HEX at=a.h:10
	4294967295
macro HEX_IS_UNSIGNED at=a.h:12
	0
macro HEX_WIDE at=a.h:11
	18446744073709551615
macro LEAST at=a.h:21
	-9223372036854775808
macro LEFT_TO_RIGHT at=a.h:28
	89
macro NEGATIVE at=a.h:17
	-5
macro NEGATIVE_UNSIGNED at=a.h:18
	4294967291
macro NOT_NOT at=a.h:40
	1
macro OCTAL at=a.h:14
	511
macro PRECEDENCE at=a.h:25
	31
macro PRECEDENCE_OF_XOR at=a.h:26
	7
macro PROMOTED at=a.h:41
	-1
macro REMAINDER at=a.h:30
	-1
macro SIGNED_LESS at=a.h:34
	1
macro SIGN_EXTENDED at=a.h:31
	-1
macro SUFFIXES at=a.h:16
	10
macro TOP_BIT at=a.h:32
	-2147483648
macro TO_BOOL at=a.h:42
	1
macro UNPROTECTED at=a.h:27
	88
macro UNSIGNED_LESS at=a.h:33
	0
kabi-expect-end
*/
