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

# survives TARGET COUNT FILE...
survives() {
	target=$1 count=$2
	shift 2
	expect "fuzz-$target, $count changes" 0 \
		"$fuzz/fuzz-$target" --changed="$count" "$@"
}

survives baseline 2000 old.kabi new.kabi
survives diff 500 both
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
