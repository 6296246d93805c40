#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# docs/peers.md: every probe has a test that names it, and the verdict in the
# table is the one that the test demands.
. "$(dirname "$0")/../tap.sh"

table=$tap_suite/../docs/peers.md

# "PROBE TEST VERDICT" of every row and test.
awk -F ' *[|] *' '/^\|/ && $2 != "probe" && $2 !~ /^-/ {
	n = split($3, test, " ")
	for (i = 1; i <= n; i++)
		print $2, test[i], $4
}' "$table" | sort > said

# The same of every test: level and id of what stands at the root.
grep -l '^kabi-probe: ' "$tap_suite"/diff/*.c | while read -r file; do
	awk -v test="$(basename "$file" .c)" '
	/^kabi-probe: / { probe[++n] = $2 }
	/^kabi-changes-start$/ { inside = 1; next }
	/^kabi-changes-end$/ { inside = 0 }
	inside && /^[a-z]/ && !seen[$1 " " $2]++ {
		verdict = verdict (verdict == "" ? "" : ", ") $1 " " $2
	}
	END {
		for (i = 1; i <= n; i++)
			print probe[i], test, verdict == "" ? "nothing" : verdict
	}' "$file"
done | sort > given

check "docs/peers.md has the tests of the probes and their verdicts" \
	diff given said
check "all 37 of them" [ "$(cut -d ' ' -f 1 said | sort -u | wc -l)" = 37 ]
finish
