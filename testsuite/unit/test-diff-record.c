// SPDX-License-Identifier: GPL-2.0-or-later
/* Members that are another thing now, and what is no change. */
#include "diff-table.h"

/* An exported function with a pointer to it makes a struct interface. */
#define REACHED                                 \
	"export f license=any\n"                \
	"function f role=def at=kernel/f.c:1\n" \
	"\tfunc(*struct foo) int\n"

static const struct diff_case members[] = {
	{ "a larger type moves and aligns the rest",
	  REACHED "struct foo size=12 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 b long\n"
		  "\t16 c int\n",
	  "break member-size-changed struct foo: b | size 4 -> size 8\n"
	  "  break member-moved struct foo: b | offset 4 -> offset 8\n"
	  "  break member-moved struct foo: c | offset 8 -> offset 16\n"
	  "  break type-alignment-changed struct foo"
	  " | alignment 4 -> alignment 8\n"
	  "  break type-size-changed struct foo | size 12 -> size 24\n",
	  DIFF_VALUES },
	{ "two larger types: the first one moves the second",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 b long\n",
	  "break member-size-changed struct foo: a\n"
	  "  break member-moved struct foo: b\n"
	  "  break type-alignment-changed struct foo\n"
	  "break member-size-changed struct foo: b\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "a smaller type that leaves padding",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a char\n"
		  "\t4 b int\n",
	  "break member-size-changed struct foo: a\n", 0 },
	{ "an array's bound",
	  REACHED "struct foo size=8 align=1\n"
		  "\t0 c [8]char\n",
	  REACHED "struct foo size=16 align=1\n"
		  "\t0 c [16]char\n",
	  "break member-size-changed struct foo: c\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "a bit-field's width",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:3 unsigned int\n"
		  "\t0:3 b:4 unsigned int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:5 unsigned int\n"
		  "\t0:5 b:4 unsigned int\n",
	  "break member-size-changed struct foo: a | width 3 -> width 5\n"
	  "  break member-moved struct foo: b | offset 0:3 -> offset 0:5\n",
	  DIFF_VALUES },
	{ "a bit-field's declared type",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:1 unsigned int\n"
		  "\t0:1 b:1 unsigned int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:1 _Bool\n"
		  "\t0:1 b:1 unsigned int\n",
	  "risk member-type-changed struct foo: a | unsigned int -> _Bool\n",
	  DIFF_VALUES },
	{ "a bit-field became a whole member",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:1 unsigned int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a unsigned int\n",
	  "break member-size-changed struct foo: a | width 1 -> size 4\n",
	  DIFF_VALUES },
	{ "types of the same representation",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a int\n"
		  "\t4 e enum color\n"
		  "\t8 p *void\n"
		  "\t16 q *int\n"
		  "\t24 l long\n"
		  "enum color size=4 signed=0\n"
		  "\tRED 0\n",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a unsigned int\n"
		  "\t4 e int\n"
		  "\t8 p *struct bar\n"
		  "\t16 q *long\n"
		  "\t24 l long long\n"
		  "enum color size=4 signed=0\n"
		  "\tRED 0\n",
	  "risk member-type-changed struct foo: a | int -> unsigned int\n"
	  "risk member-type-changed struct foo: e | enum color -> int\n"
	  "risk member-type-changed struct foo: l | long -> long long\n"
	  "risk member-type-changed struct foo: p | void * -> struct bar *\n"
	  "risk member-type-changed struct foo: q | int * -> long *\n",
	  DIFF_VALUES },
	{ "types of another representation",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a [4]int\n"
		  "\t16 p *void\n"
		  "\t24 l long\n",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a [4]float\n"
		  "\t16 p long\n"
		  "\t24 l double\n",
	  "break member-type-changed struct foo: a\n"
	  "break member-type-changed struct foo: l\n"
	  "break member-type-changed struct foo: p\n",
	  0 },
	{ "another struct: alike, of other scalars, of another alignment",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a struct one\n"
		  "\t8 b struct one\n"
		  "\t16 c struct one\n"
		  "\t24 d long\n"
		  "struct one size=8 align=8\n"
		  "\t0 x long\n",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a struct alike\n"
		  "\t8 b struct other\n"
		  "\t16 c struct packed\n"
		  "\t24 d struct alike\n"
		  "struct alike size=8 align=8\n"
		  "\t0 y unsigned long\n"
		  "struct one size=8 align=8\n"
		  "\t0 x long\n"
		  "struct other size=8 align=8\n"
		  "\t0 x double\n"
		  "struct packed size=8 align=1\n"
		  "\t0 x long\n",
	  "break member-type-changed struct foo: b\n"
	  "break member-type-changed struct foo: c\n"
	  "break member-type-changed struct foo: d\n"
	  "risk member-type-changed struct foo: a\n",
	  0 },
	{ "an array in a struct",
	  REACHED "struct foo size=1024 align=1\n"
		  "\t0 b struct buffer\n"
		  "struct buffer size=1024 align=1\n"
		  "\t0 b [1024]char\n",
	  REACHED "struct foo size=1024 align=1\n"
		  "\t0 b [1024]char\n",
	  "risk member-type-changed struct foo: b\n", 0 },
	{ "a parameter added to a callback",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 cb *func(int) int\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 cb *func(int, long) int\n",
	  "break member-type-changed struct foo: cb"
	  " | int (*)(int) -> int (*)(int, long)\n",
	  DIFF_VALUES },
	{ "callbacks: a parameter's sign, its const, its target, noreturn",
	  REACHED "struct foo size=40 align=8\n"
		  "\t0 a *func(int) int\n"
		  "\t8 b *func(*char) int\n"
		  "\t16 c *func(*void) int\n"
		  "\t24 d *func(void) void\n"
		  "\t32 e *func(long) int\n",
	  REACHED "struct foo size=40 align=8\n"
		  "\t0 a *func(unsigned int) int\n"
		  "\t8 b *func(*const char) int\n"
		  "\t16 c *func(*struct foo) int\n"
		  "\t24 d *func[noreturn](void) void\n"
		  "\t32 e *func(long, ...) int\n",
	  "break member-type-changed struct foo: e\n"
	  "risk member-type-changed struct foo: a\n"
	  "risk member-type-changed struct foo: c\n"
	  "risk member-type-changed struct foo: d\n"
	  "source member-qualifiers-changed struct foo: b\n",
	  0 },
	{ "renamed",
	  REACHED "struct foo size=8 align=4 at=h.h:1\n"
		  "\t0 a +1 int\n"
		  "\t4 b +2 int\n",
	  REACHED "struct foo size=8 align=4 at=h.h:1\n"
		  "\t0 a +1 int\n"
		  "\t4 c +3 int\n",
	  "source member-renamed struct foo: b | b -> c | h.h:3 -> h.h:4\n",
	  DIFF_VALUES | DIFF_PLACES },
	{ "the same place, another type and name",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a int\n"
		  "\t4 c unsigned int\n",
	  "break member-removed struct foo: b\n"
	  "note member-added struct foo: c\n",
	  0 },
	{ "qualifiers",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 p *char\n"
		  "\t16 q *char\n",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a volatile int\n"
		  "\t8 p *const char\n"
		  "\t16 q const *char\n",
	  "source member-qualifiers-changed struct foo: a\n"
	  "source member-qualifiers-changed struct foo: p\n"
	  "source member-qualifiers-changed struct foo: q\n",
	  0 },
	{ "a nameless member with a tag grew",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 - struct in\n"
		  "\t4 in int\n"
		  "struct in size=4 align=4\n"
		  "\t0 x int\n",
	  REACHED "struct foo size=12 align=4\n"
		  "\t0 - struct in\n"
		  "\t8 in int\n"
		  "struct in size=8 align=4\n"
		  "\t0 x int\n"
		  "\t4 y int\n",
	  "break member-added struct in: y\n"
	  "  break type-size-changed struct in\n"
	  "  break member-moved struct foo: in\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "an untagged struct behind a pointer",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 p *struct size=4 align=4 {\n"
		  "\t\t0 x int\n"
		  "\t}\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 p *struct size=8 align=4 {\n"
		  "\t\t0 x int\n"
		  "\t\t4 y int\n"
		  "\t}\n",
	  "break member-added struct foo::p: y\n"
	  "  break type-size-changed struct foo::p\n",
	  0 },
};

static const struct diff_case no_changes[] = {
	{ "[0] and []",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a int\n"
		  "\t4 t [0]int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a int\n"
		  "\t4 t []int\n",
	  "", 0 },
	{ "a typedef for its target",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a u32\n"
		  "typedef u32\n"
		  "\tunsigned int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a u_int\n"
		  "typedef u_int\n"
		  "\t__u32\n"
		  "typedef __u32\n"
		  "\tunsigned int\n",
	  "", 0 },
	{ "const inside of a typedef or beside it",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a const int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a cint\n"
		  "typedef cint\n"
		  "\tconst int\n",
	  "", 0 },
	{ "restrict",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 p *int\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 p restrict *int\n",
	  "", 0 },
	{ "wrapped by struct_group() with its named copy",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n"
		  "\t12 d int\n",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 a int\n"
		  "\t4 - union size=8 align=4 {\n"
		  "\t\t0 - struct size=8 align=4 {\n"
		  "\t\t\t0 b int\n"
		  "\t\t\t4 c int\n"
		  "\t\t}\n"
		  "\t\t0 group struct size=8 align=4 {\n"
		  "\t\t\t0 b int\n"
		  "\t\t\t4 c int\n"
		  "\t\t}\n"
		  "\t}\n"
		  "\t12 d int\n",
	  "", 0 },
	{ "wrapped in a nameless struct",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 - struct size=8 align=4 {\n"
		  "\t\t0 a int\n"
		  "\t\t4 b int\n"
		  "\t}\n",
	  "", 0 },
	{ "moved to another header and line",
	  REACHED "struct foo size=4 align=4 at=include/a.h:3\n"
		  "\t0 a +1 int\n",
	  REACHED "struct foo size=4 align=4 at=include/b.h:33\n"
		  "\t0 a +9 int\n",
	  "", 0 },
	{ "the members of a union in another order",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 - union size=8 align=8 {\n"
		  "\t\t0 a int\n"
		  "\t\t0 b *void\n"
		  "\t}\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 - union size=8 align=8 {\n"
		  "\t\t0 b *void\n"
		  "\t\t0 a int\n"
		  "\t}\n",
	  "", 0 },
	{ "a struct that nothing reaches",
	  "struct foo size=4 align=4\n"
	  "\t0 a int\n",
	  "struct foo size=8 align=8\n"
	  "\t0 a long\n",
	  "", 0 },
	{ "a struct behind a pointer changed: not its holder",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 p *struct bar\n"
		  "struct bar size=4 align=4\n"
		  "\t0 a int\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 p *struct bar\n"
		  "struct bar size=4 align=4\n"
		  "\t0 a int\n"
		  "struct elsewhere size=1 align=1\n"
		  "\t0 x char\n",
	  "", 0 },
};

int main(void)
{
	DIFF_RUN(members);
	DIFF_RUN(no_changes);
	return tap_finish();
}
