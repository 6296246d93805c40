# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# The compiler itself says whether a recorded value is right: thousands of macros,
# every operator with operands of every type, are recorded; then every record
# becomes a _Static_assert for the same compiler.
. "$(dirname "$0")/../tap.sh"

# make_header: C11's operators and conversions, each combination a macro.
make_header() {
	awk 'BEGIN {
		n = split("0 1 2 -1 5u -7L 63 0xffffffff 2147483647 " \
			"(-2147483647-1) -1L 1ULL (1ULL<<63) " \
			"9223372036854775807 (-9223372036854775807-1) " \
			"(_Bool)3 (unsigned_char)200 (signed_char)200 " \
			"(short)-5 (unsigned_short)65535 (enum_e)2 ONE BIG " \
			"sizeof(int) \x27a\x27 \x27\\377\x27", v, " ")
		m = split("+ - * / % << >> & | ^ < > <= >= == != && ||", op, " ")
		t = split("_Bool char signed_char unsigned_char short " \
			"unsigned_short int unsigned_int long unsigned_long " \
			"long_long unsigned_long_long enum_e __int128", type, " ")
		u = split("- + ~ ! !! -~", un, " ")
		for (i = 1; i <= n; i++)
			gsub("_char", " char", v[i]) gsub("_short", " short", v[i]) \
				gsub("enum_e", "enum e", v[i])
		for (i = 1; i <= t; i++) {
			gsub("_", " ", type[i])
			sub(" Bool", "_Bool", type[i])
			sub("  int128", "__int128", type[i])
		}
		print "enum e { ONE = 1, TWO }; enum { BIG = 0x100000000LL };"
		for (i = 1; i <= n; i++) {
			for (k = 1; k <= u; k++)
				print "#define UNARY_" k "_" i " " un[k] " " v[i]
			for (k = 1; k <= t; k++)
				print "#define CAST_" k "_" i " (" type[k] ")" v[i]
			for (j = 1; j <= n; j++) {
				for (k = 1; k <= m; k++)
					print "#define BINARY_" k "_" i "_" j " " \
						v[i] " " op[k] " " v[j]
				print "#define CHOICE_" i "_" j \
					" (" v[i] " ? " v[j] " : " v[i] ")"
				print "#define ELVIS_" i "_" j \
					" (" v[i] " ?: " v[j] ")"
				print "#define MIXED_" i "_" j " 1 + " v[i] \
					" * 3 ^ " v[j] " | 5 & ~" v[i] " - 2"
			}
		}
	}'
}

# assertions < BASELINE: a function that asserts every value, and its sign.
assertions() {
	awk '
	/^macro / { name = $2; next }
	/^\t/ && name != "" {
		value = substr($0, 2)
		sign = value ~ /^-/ ? 1 : 0
		digits = value
		sub(/^-/, "", digits)
		if (value == "-9223372036854775808")
			value = "(-9223372036854775807LL - 1)"
		else
			value = (sign ? "-" digits "LL" : digits "ULL")
		printf "_Static_assert((%s) == (%s) && ((%s) < 0) == %d, \"%s\");\n",
			name, value, name, sign, name
		name = ""
	}'
}

# none_is_constant [FLAGS]: is there an error in every line of none.c, a
# division by zero or the like?
none_is_constant() {
	# shellcheck disable=SC2086 # flags
	"$CC" $1 -pedantic-errors -ftrack-macro-expansion=0 -fsyntax-only \
		-include many.h none.c 2>&1 |
		sed -n 's/^none.c:\([0-9]*\):[0-9]*: error.*/\1/p' |
		sort -un > wrong
	seq "$(wc -l < none.c)" | sort -un | diff - wrong
}

# try NAME [FLAGS...]; the sanitizer's only while recording: it takes away
# constants, not their values.
try() {
	name=$1
	shift
	asserting=$*
	[ "$name" != sanitizer ] || asserting=
	expect "$name: recorded" 0 record many.c -w \
		-fplugin-arg-kabi-scope=all "$@"
	expect "$name: collected" 0 kabi-collect -o many.kabi many.o
	{
		echo 'void truth(void) {'
		assertions < many.kabi
		echo '}'
	} > truth.c
	# shellcheck disable=SC2086 # flags
	check "$name: the compiler agrees on every value" "$CC" -w $asserting \
		-fmax-errors=20 -fsyntax-only -include many.h truth.c
	awk '/^macro / { print $2 }' many.kabi | sort > recorded
	check "$name: there are many" [ "$(wc -l < recorded)" -gt 13000 ]
	awk '/^#define/ { print $2 }' many.h | sort | comm -23 - recorded |
		sed 's/.*/enum { E_& = & };/' > none.c
	check "$name: the others have no value for the compiler either" \
		none_is_constant "$asserting"
}

make_header > many.h
echo '#include "many.h"' > many.c
echo 'int f(void) { return 0; }' >> many.c

try gnu11
try 'gnu89, unsigned char' -std=gnu89 -funsigned-char
try 'wrapping, small enums' -fwrapv -fshort-enums
try sanitizer -fsanitize=undefined
# It empties the scopes; GCC's collector takes macros that nothing holds.
try 'link-time optimisation' -flto --param=ggc-min-expand=0 \
	--param=ggc-min-heapsize=0

# The test can fail.
sed '0,/== (1ULL)/s//== (2ULL)/' truth.c > wrong.c
expect 'a wrong value would be found' 1 \
	"$CC" -w -fsyntax-only -include many.h wrong.c
finish
