#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Names of files and sections may hold any byte. None of them gets into a text
# as a line of its own, or to a terminal as a command.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

cat > old.records <<'RECORDS'
unit odd%0a%1b[31m.c scope=used
macro M at=odd%0abreak%1b[31m/a.h:1
	1
section .odd%0abreak%1b[31m
	data
RECORDS
sed 's/^	1$/	2/; s/\.odd/.other/' old.records > new.records
object old < old.records
object new < new.records
mkdir build
cp old.o build/vmlinux.o

# tame NAME FILE...: each line is one that a program begins, and has no command.
tame() {
	tap_what=$1
	shift
	check "$tap_what: no command" lacks "$1" "$(printf '\033|\177')"
	check "$tap_what: no line of its own" lacks "$1" '^break(%1b|.)\[31m'
}

expect "a report" 12 kabi-diff old.o new.o
tame "a report" out
check "names them" has out '^risk   section \.odd%0abreak%1b\[31m: section-removed: data$'
check "and their files" has out 'macro-value-changed: 1 -> 2 \(odd%0abreak%1b\[31m/a\.h:1\)$'
expect "a report in JSON" 12 kabi-diff --format=json old.o new.o
tame "a report in JSON" out
expect "layouts" 0 kabi-show old.o
tame "layouts" out
expect "layouts in JSON" 0 kabi-show --format=json old.o
tame "layouts in JSON" out
expect "a baseline" 0 kabi-collect -v build
tame "a baseline" out
tame "what is told" err
check "which is something" has err 'could not be read \(odd%0abreak%1b'
sed 's/^	data/	dust/' old.records | object old
error "an error" 1 'section \.odd\?break\?\[31m: expected' kabi-show old.o
tame "an error" err
printf 'unit a.c scope=used\ntypedef b\n\tint\ntypedef a\n\tint\n' | object old unsorted=1
error "an error about a record" 1 'not sorted: "typedef a\?\?int"$' kabi-show old.o
finish
