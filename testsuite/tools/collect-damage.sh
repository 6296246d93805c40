#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Sections and records that are wrong in one way each: what is said, and that
# the output file stays what it was.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

echo old > result

# refused NAME PATTERN INPUT...
refused() {
	tap_what=$1
	tap_pattern_wanted=$2
	shift 2
	error "$tap_what" 1 "$tap_pattern_wanted" kabi-collect -o result "$@"
	check "$tap_what: the old file is untouched" test "$(cat result)" = old
}

# damaged NAME PATTERN KEY...: frames whose header says something wrong, the
# checksum being right.
damaged() {
	tap_what=$1
	tap_pattern_wanted=$2
	shift 2
	records a.c | object a "$@"
	refused "$tap_what" "a\\.o: section \\.kabi: frame 1: $tap_pattern_wanted" a.o
}

records a.c | object a
expect "a section as it should be" 0 kabi-collect a.o
check "and its records" has out '^struct foo size=4 align=4 at=include/foo.h:1$'
records a.c | object a plain=1
expect "a body that is not compressed" 0 kabi-collect a.o
{ records a.c; records b.c; } | object a pad=13
expect "zero bytes between frames" 0 kabi-collect a.o
check "and the records of both" has out '^unit b.c scope=used$'

damaged "a later version" 'format version 2, where this program knows version 1' version=2
damaged "unknown flags" 'unknown flags 0x5' flags=5
damaged "a body of 4 GiB" 'a body of 4294967295 bytes is too long' raw=0xffffffff
damaged "a body of 200 MB in 100 bytes" 'its body is not of the size that its header says' raw=200000000
damaged "a body of no bytes" 'its body is not of the size that its header says' raw=0
damaged "more bytes than the section has" 'truncated: 99999 bytes stored' stored=99999
damaged "a frame without body" '(its body is not of the size|checksum does not match)' stored=0
damaged "a checksum that does not match" 'checksum does not match' checksum=1
damaged "a section cut in the body" 'truncated: [0-9]+ bytes stored' cut=1
damaged "a section cut in the header" 'truncated header' keep=19
damaged "a plain body of another length" '[0-9]+ bytes stored for a body of' plain=1 raw=5
damaged "a record without its end" 'its last record has no end' noend=1
damaged "flags that say it is not compressed" '[0-9]+ bytes stored for a body of' flags=0

{ records a.c; records x | sed 1d; } | object a
refused "a record twice" 'a\.o: section \.kabi: frame 1: records are not sorted: "base int' a.o
{ records a.c; echo 'base char size=1 align=1 encoding=char'; } | object a unsorted=1
refused "records that are not sorted" 'frame 1: records are not sorted: "base char' a.o

# One of four frames.
{ records a.c; records b.c; records c.c; } | object good
printf 'base int size=4 align=4 encoding=signed\n' | object bad
$CC -nostdlib -r -o linked.o good.o bad.o
refused "a frame without its unit" \
	'linked\.o: section \.kabi: frame 4: does not begin with a unit record' linked.o

# The end of a section is looked at before the frames in it are taken apart.
{ records a.c; records b.c; } | object both checksum=1 cut=1
refused "two frames that are wrong" 'both\.o: section \.kabi: frame 1: checksum' both.o

# wrong NAME PATTERN RECORD: a record that is none, named with its file and TU.
wrong() {
	{ records dir/a.c; printf '%b\n' "$3"; } | object a
	refused "$1" "a\\.o: dir/a\\.c: $2" good.o a.o
}
wrong "a kind that nobody knows" '"shape foo" is no record' 'shape foo'
wrong "a record without a name" '"struct size=4" is no record' 'struct size=4'
wrong "a member that is none" 'struct bar: ' 'struct bar size=4 align=4\n\tx'
wrong "a type that is none" 'typedef t: ' 'typedef t\n\t*'
wrong "a size that is none" 'struct bar: ' 'struct bar size=-4 align=4'
wrong "an export, which only a baseline has" 'export f: ' 'export f license=GPL'
wrong "TUs, which only a baseline names" 'macro M: ' 'macro M\n\t1\n\tin 1 a.c'
deep=$(awk 'BEGIN { for (i = 0; i < 50000; i++) printf "*" }')
wrong "a type that nests without end" 'typedef t: ' "typedef t\\n\\t${deep}int"

# Of several errors the first one in the order of the inputs is told, whatever
# the threads do.
records b.c | object b checksum=1
for jobs in 1 2 8; do
	error "the first of two errors, with -j$jobs" 1 'b\.o: section .*checksum' \
		kabi-collect -j$jobs -o result b.o good.o missing.o
done

# Two machines.
if $CC -m32 -c -o narrow.o a.s 2> /dev/null; then
	records a.c | object a
	refused "objects of two machines" \
		'narrow\.o is for i386, but a\.o is for x86_64' a.o narrow.o
	ar rc mixed.a a.o narrow.o
	refused "an archive of two machines" 'mixed\.a\(narrow\.o\) is for i386' mixed.a
else
	skip "objects of two machines" "no -m32"
fi

# Archives.
records a.c | object a
printf odd > odd.txt
ar rc plain.a odd.txt a.o good.o
ar rcT thin.a odd.txt a.o good.o
for archive in plain.a thin.a; do
	expect "$archive" 0 kabi-collect -o whole $archive
	kabi-collect -o apart a.o good.o
	check "and what it holds" cmp whole apart
done
rm a.o
refused "a thin archive whose member is gone" 'thin\.a: a\.o: No such file' thin.a
head -c 200 plain.a > cut.a
refused "an archive that is cut" 'cut\.a: damaged archive: member at [0-9]+: longer' cut.a
mkdir loop
ln -s . loop/loop
printf '!<thin>\nloop.a/         0           0     0     644     9999      `\n' > loop.a
refused "a thin archive of itself" 'loop\.a: has no records' loop.a
refused "a folder that leads to itself" 'no kernel was built in it' loop/loop/loop
ln -s endless endless
refused "a link that leads to itself" 'endless: ' endless
finish
