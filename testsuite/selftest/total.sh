#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The sum over several parts is true, whatever the parts do.
. "$(dirname "$0")/../tap.sh"

good='printf "ok 1 - a\nok 2 - b # SKIP c\n1 passed, 0 failed, 1 skipped\n"'
bad='printf "ok 1 - a\nnot ok 2 - b\n1 passed, 1 failed\n"; exit 1'

# sums NAME STATUS CLOSING PART...
sums() {
	name=$1
	status=$2
	closing=$3
	shift 3
	expect "$name: status" "$status" "$tap_suite/total" "$@"
	check "$name: closing line" test "$(tail -n 1 out)" = "$closing"
}

sums "all well" 0 "2 passed, 0 failed, 2 skipped" "x: $good" "y: $good"
check "results are numbered through" has out '^ok 4 - b # SKIP c$'
sums "one failure" 1 "2 passed, 1 failed, 1 skipped" "x: $bad" "y: $good"
sums "no closing line" 1 "1 passed, 3 failed, 1 skipped" "x: echo 'not ok 1 - a'" "y: $good" "z: true"
sums "failed without a failure" 1 "1 passed, 1 failed, 1 skipped" "x: $good; exit 5"
sums "a closing line that lies" 1 "1 passed, 1 failed" "x: echo 'ok 1 - a'; echo '5 passed, 0 failed'"
sums "nothing at all" 1 "0 passed, 0 failed" "x: echo '0 passed, 0 failed'"
finish
