#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# --help and --version: complete, narrow, and an error when nobody can read them.
. "$(dirname "$0")/../tap.sh"

for program in $programs; do
	expect "$program --help" 0 "$program" --help
	cp out help
	check "$program --help fits a terminal" lacks help '.{81}'
	check "$program --help has --help" has help '^  -h, --help +print'
	check "$program --help has --version" has help '^      --version +print'
	# Everything that --help names is an option: no message says otherwise.
	grep -oE -e '--[a-z-]+' help | sort -u > names
	bad=
	while read -r name; do
		"$program" "$name" < /dev/null 2>&1 > /dev/null |
			grep -q 'unknown option' && bad="$bad $name"
	done < names
	check "$program knows every option of its --help:$bad" test -z "$bad"
	if [ -c /dev/full ]; then
		for option in --help --version; do
			sh -c "$program $option > /dev/full" 2> err
			check "$program $option to a full disk" test $? -eq 1 -a -s err
		done
	fi
	sh -c "$program --help 2>&1 >&-" > err
	check "$program --help to a closed output" test -s err
	expect "$program: the first one counts" 0 "$program" --version --nonsense
	check "$program: one line" test "$(wc -l < out)" -eq 1
done
finish
