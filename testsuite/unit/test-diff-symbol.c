// SPDX-License-Identifier: GPL-2.0-or-later
/* Exported symbols, functions and variables. */
#include "diff-table.h"

#define EXPORT_F "export f license=any module=vmlinux\n"
#define F(type) EXPORT_F "function f role=def at=f.c:1\n\t" type "\n"
#define V(keys, type)                           \
	"export v license=any module=vmlinux\n" \
	"variable v role=def at=v.c:1" keys "\n\t" type "\n"

static const struct diff_case exports[] = {
	{ "removed and added", F("func(int) int"),
	  "export g license=GPL module=vmlinux\n"
	  "function g role=def at=f.c:9\n\tfunc(long) void\n",
	  "break symbol-removed function f | int (int) -> - | f.c:1 -> - | f @0\n"
	  "note symbol-added function g | - -> void (long) | - -> f.c:9 | g @0\n",
	  DIFF_VALUES | DIFF_PLACES | DIFF_SYMBOLS },
	{ "from assembly: nothing is known", EXPORT_F, "",
	  "break symbol-removed function f\n", 0 },
	{ "a function became a variable", F("func(int) int"),
	  EXPORT_F "variable f role=def size=4\n\tint\n",
	  "break symbol-kind-changed function f\n", 0 },
	{ "GPL-only now", F("func(int) int"),
	  "export f license=GPL module=vmlinux\n"
	  "function f role=def at=f.c:1\n\tfunc(int) int\n",
	  "break symbol-license-tightened function f"
	  " | any license -> GPL-only\n",
	  DIFF_VALUES },
	{ "no longer GPL-only",
	  "export f license=GPL module=vmlinux\n"
	  "function f role=def at=f.c:1\n\tfunc(int) int\n",
	  F("func(int) int"), "note symbol-license-relaxed function f\n", 0 },
	{ "entered a namespace", EXPORT_F, "export f license=any ns=A\n",
	  "break symbol-namespace-changed function f | - -> A\n", DIFF_VALUES },
	{ "another namespace", "export f license=any ns=A\n",
	  "export f license=any ns=B\n",
	  "break symbol-namespace-changed function f | A -> B\n", DIFF_VALUES },
	{ "left its namespace", "export f license=any ns=A\n", EXPORT_F,
	  "note symbol-namespace-dropped function f\n", 0 },
	{ "exported by another module", F("func(int) int"),
	  "export f license=any module=lib/f\n"
	  "function f role=def at=f.c:1\n\tfunc(int) int\n",
	  "note symbol-moved function f | vmlinux -> lib/f\n", DIFF_VALUES },
	{ "not exported: nobody's business",
	  "function f role=def\n\tfunc(int) int\n",
	  "function f role=def\n\tfunc(long) long\n", "", 0 },
};

static const struct diff_case aliases[] = {
	{ "an alias and its target: one change with two symbols",
	  F("func(int) int") "export g license=any\n"
			     "function g role=def alias=f\n\tfunc(int) int\n",
	  F("func(long) int") "export g license=any\n"
			      "function g role=def alias=f\n\tfunc(long) int\n",
	  "break parameter-type-changed function f: parameter 1 | f g @0\n",
	  DIFF_SYMBOLS },
	{ "aliases of what is not exported",
	  "function hidden role=def\n\tfunc(int) int\n"
	  "export b license=any\n"
	  "function b role=def alias=hidden\n\tfunc(int) int\n"
	  "export a license=any\n"
	  "function a role=def alias=hidden\n\tfunc(int) int\n",
	  "", "break symbol-removed function a | a b @0\n", DIFF_SYMBOLS },
	{ "only the alias is gone",
	  F("func(int) int") "export a license=any\n"
			     "function a role=def alias=f\n\tfunc(int) int\n",
	  F("func(int) int"), "break symbol-removed function a | a @0\n",
	  DIFF_SYMBOLS },
};

static const struct diff_case functions[] = {
	{ "the return type", F("func(int) int"), F("func(int) long"),
	  "break return-type-changed function f | int -> long\n", DIFF_VALUES },
	{ "something returned now", F("func(int) void"), F("func(int) int"),
	  "break return-type-changed function f\n", 0 },
	{ "a parameter's type", F("func(int, int) int"),
	  F("func(int, unsigned int) int"),
	  "risk parameter-type-changed function f: parameter 2\n", 0 },
	{ "const of what a parameter points to", F("func(*char) int"),
	  F("func(*const char) int"),
	  "source parameter-type-changed function f: parameter 1"
	  " | char * -> const char *\n",
	  DIFF_VALUES },
	{ "a parameter added at the end", F("func(int) int"),
	  F("func(int, *void) int"),
	  "break parameter-added function f: parameter 2 | - -> void *\n",
	  DIFF_VALUES },
	{ "a parameter added at the beginning", F("func(int) int"),
	  F("func(*void, int) int"),
	  "break parameter-added function f: parameter 1\n", 0 },
	{ "a parameter removed in the middle", F("func(int, *void, long) int"),
	  F("func(int, long) int"),
	  "break parameter-removed function f: parameter 2 | void * -> -\n",
	  DIFF_VALUES },
	{ "variadic", F("func(int) int"), F("func(int, ...) int"),
	  "break variadic-changed function f\n", 0 },
	{ "() and (void)", F("func(?) int"), F("func(void) int"), "", 0 },
	{ "how it is called", F("func(int) int"), F("func[regparm=3](int) int"),
	  "break function-attribute-changed function f | none -> regparm=3\n",
	  DIFF_VALUES },
	{ "noreturn", F("func(int) void"), F("func[noreturn](int) void"),
	  "risk function-attribute-changed function f\n", 0 },
	{ "a pointer to another struct", F("func(*struct a) int"),
	  F("func(*struct b) int"),
	  "risk parameter-type-changed function f: parameter 1\n", 0 },
};

static const struct diff_case variables[] = {
	{ "an array's bound", V(" size=16", "[4]int"), V(" size=32", "[8]int"),
	  "break variable-size-changed variable v | size 16 -> size 32 | v @0\n",
	  DIFF_VALUES | DIFF_SYMBOLS },
	{ "a bound that a declaration does not tell", V(" size=16", "[4]int"),
	  V("", "[]int"), "", 0 },
	{ "the type", V(" size=4", "int"), V(" size=4", "unsigned int"),
	  "risk variable-type-changed variable v\n", 0 },
	{ "the type, and what it is made of", V(" size=4", "int"),
	  V(" size=4", "float"), "break variable-type-changed variable v\n",
	  0 },
	{ "const", V(" size=4", "int"), V(" size=4", "const int"),
	  "risk variable-const-changed variable v | int -> const int\n",
	  DIFF_VALUES },
	{ "const elements", V(" size=16", "[4]int"),
	  V(" size=16", "[4]const int"),
	  "risk variable-const-changed variable v\n", 0 },
	{ "volatile", V(" size=4", "int"), V(" size=4", "volatile int"),
	  "source variable-type-changed variable v\n", 0 },
	{ "thread-local", V(" size=4", "int"), V(" size=4 tls=1", "int"),
	  "break variable-storage-changed variable v"
	  " | global -> thread-local\n",
	  DIFF_VALUES },
	{ "per-CPU", V(" section=.data..percpu..read_mostly size=4", "int"),
	  V(" size=4", "int"),
	  "break variable-storage-changed variable v | per-CPU -> global\n",
	  DIFF_VALUES },
};

/* Weak, another file, a parameter's typedef: nothing that anyone feels. */
static const struct diff_case no_changes[] = {
	{ "weak, moved, a typedef for its target",
	  F("func(u32) int") "typedef u32\n\tunsigned int\n",
	  EXPORT_F "function f role=def at=g.c:9 bind=weak\n"
		   "\tfunc(unsigned int) int\n",
	  "", 0 },
};

int main(void)
{
	DIFF_RUN(exports);
	DIFF_RUN(aliases);
	DIFF_RUN(functions);
	DIFF_RUN(variables);
	DIFF_RUN(no_changes);
	return tap_finish();
}
