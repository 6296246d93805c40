#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Random changes of a random kernel, and consumers that depend on it somehow: who
# is compiled to another object with NEW's header is hit, however it depends.
# SEEDS tells which ones; COUNT, how many consumers each has.
. "$(dirname "$0")/../tap.sh"

for seed in ${SEEDS:-1 6}; do
	mkdir "$seed" && cd "$seed" || exit 3
	python3 "$tap_suite/tools/consumers.py" "$seed" "${COUNT:-25}" ||
		not_ok "seed $seed: is made"
	for side in old new; do
		$CC -O2 -w "-I$side" "-fplugin=$KABI_PLUGIN" -c -o "$side.o" \
			kernel.c || not_ok "seed $seed: compiles kernel.c"
	done
	: > differ
	: > same
	for source in c*.c; do
		name=${source%.c}
		$CC -O2 -w -Iold "-fplugin=$KABI_PLUGIN" -c -o "$name.o" "$source" ||
			not_ok "seed $seed: compiles $source" "$(cat "$source")"
		$CC -O2 -w -Iold -c -o "$name.old" "$source"
		if $CC -O2 -w -Inew -c -o "$name.new" "$source" 2> /dev/null &&
			cmp -s "$name.old" "$name.new"; then
			echo "$name.o" >> same
		else
			echo "$name.o" >> differ
		fi
	done
	# shellcheck disable=SC2046 # our file names have no blanks
	kabi-diff --format=json -o report $(printf ' --consumers=%s' c*.o) \
		old.o new.o
	"$tap_suite/hits" --names < report > names ||
		not_ok "seed $seed: the report agrees with itself"
	sort -o differ differ
	comm -23 differ names > missed
	check "seed $seed: $(wc -l < differ) consumers are other objects and hit" \
		sh -c 'sed "s/o$/c/" missed | xargs -r cat; test ! -s missed'
	sort same | comm -23 - names >> ../spared
	check "seed $seed: nobody is a stranger" has report '"not_compared":\[\]'
	cd ..
done
check "$(wc -l < spared) of all are not hit" test -s spared
finish
