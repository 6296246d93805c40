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
head -c 3000 records > some
survives frames 1000 some
finish
