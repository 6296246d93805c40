#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Objects, baselines and records with a few bytes changed, thousands of them: the
# targets of fuzz/, with the sanitizers. What once crashed stays a test of its own.
. "$(dirname "$0")/../tap.sh"

fuzz=$KABI_TOOLS/testsuite/fuzz
[ -x "$fuzz/fuzz-frames" ] || {
	skip "changed input" "make fuzz-programs was not run"
	finish
}
for source in kernel/sched lib/string; do
	$CC -O2 "-fplugin=$KABI_BUILD/kabi.so" -I"$tap_suite/demo/tree/include" \
		-c -o "${source##*/}.o" "$tap_suite/demo/tree/$source.c" ||
		not_ok "compiles $source.c"
done
kabi-collect -o old.kabi sched.o 2> /dev/null || not_ok "collects sched.o"
kabi-collect -o new.kabi string.o 2> /dev/null || not_ok "collects string.o"
grep -vE '^(setting|end|kabi)' old.kabi > records
{ cat records; echo ====; sed 's/int/long/' records; } > both

cat > rules <<'RECORDS'
enum e size=4 signed=0
	A 0
	B 1
struct s size=16 align=8
	0 a long
	8 b *struct t
struct t size=4 align=4
	0 x int
typedef u
	int
function f role=def
	func(*struct s, enum e, u) int
export f license=any
rule byte_size:s
	"8"
rule declonly:t
rule type_string:t#u
	"x"
====
enum e size=4 signed=0
	A 0
	C 1
	B 2
struct s size=24 align=8
	0 a long
	8 b *struct t
	16 c long
struct t size=8 align=4
	0 x int
	4 y int
typedef u
	long
function f role=def
	func(*struct s, enum e, u) int
export f license=any
rule byte_size:s
	"16"
rule enumerator_ignore:e%20C
rule enumerator_value:e%20B
	"1"
rule type_string:f
	"x"
RECORDS

# survives TARGET COUNT FILE...
survives() {
	target=$1 count=$2
	shift 2
	expect "fuzz-$target, $count changes" 0 \
		"$fuzz/fuzz-$target" --changed="$count" "$@"
}

survives baseline 2000 old.kabi new.kabi
survives diff 500 both
survives diff 500 rules
survives frames 1000 sched.o string.o
head -c 3000 records > some
survives frames 1000 some
finish
