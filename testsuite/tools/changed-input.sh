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
cat > own.rules <<'RULES'
[accept]
id = member-added, type-*
subject = struct f?o
member = "c\x20"
symbol = f
also = struct *
old = none
level-at-most = break
reason = x
author = y
expires = 2026-12-31
[policy a]
fail = break member-*
only-listed = yes
RULES
cat > abigail.rules <<'RULES'
[suppress_type]
name_regexp = ^f[o]+\\w*$
type_kind = struct
accessed_through = pointer
has_data_members_inserted_between = {{0, 8}, {offset_after(b),
  offset_of_last_data_member_regexp(^b)}, {end, end}}
has_size_change = yes
[suppress_type]
type_kind = enum
changed_enumerators = A, B
[suppress_function]
parameter = '0 /foo/
return_type_name = int
change_kind = all
[suppress_variable]
type_name = int
RULES
printf 'MODULE drivers/* PASS # x\nACME FAIL\nf? PASS\n' > severities
survives rules 2000 own.rules abigail.rules severities
head -c 3000 records > some
survives frames 1000 some
finish
