#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# How the code looks: what formatters, linters and a tape measure can tell.
. "$(dirname "$0")/../tap.sh"

cd "$tap_suite/.." || exit 3

sources() {
	find include plugin tools testsuite/unit testsuite/kernel \
		-name '*.[ch]' -o -name '*.cc' -o -name '*.def' | sort
}
scripts() {
	find .ci testsuite tools -type f | sort | while read -r file; do
		case $file in
		*.sh | *.bash) echo "$file" ;;
		*.[a-z]*) ;;
		*) ! head -n 1 "$file" | grep -q '^#!/bin/\(ba\)\{0,1\}sh' ||
			echo "$file" ;;
		esac
	done
}

for file in $(sources) $(scripts) Makefile */*.mk; do
	head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-2.0-or-later' ||
		echo "$file"
done > "$tap_work/found"
check "every file names its licence" diff /dev/null "$tap_work/found"

for file in $(sources); do
	awk -v file="$file" '
		/^{/ { start = NR }
		/^}/ {
			if (start && NR - start > 80)
				print file ":" start ": a function of " NR - start " lines"
			start = 0
		}
		END {
			if (NR > 500)
				print file ": " NR " lines"
		}' "$file"
done > "$tap_work/found"
check "files of 500 lines, functions of 80" diff /dev/null "$tap_work/found"

formatter=
for candidate in clang-format-14 clang-format; do
	if command -v $candidate > /dev/null &&
		$candidate --version | grep -q 'version 14\.'; then
		formatter=$candidate
		break
	fi
done
if [ -n "$formatter" ]; then
	# shellcheck disable=SC2046 # our file names have no blanks
	check "clang-format 14 would change nothing" \
		$formatter --dry-run -Werror $(sources | grep -v '\.def$')
else
	skip "clang-format 14 would change nothing" "needs clang-format 14"
fi

if command -v shellcheck > /dev/null; then
	# shellcheck disable=SC2046 # our file names have no blanks
	check "shellcheck has nothing to say" shellcheck -x $(scripts)
else
	skip "shellcheck has nothing to say" "needs shellcheck"
fi
finish
