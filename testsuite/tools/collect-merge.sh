#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Many TUs, one baseline: what is one record, what are variants of one, and what
# is told about them. Threads, the order of inputs and a detour over baselines of
# the parts must not change a byte.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

object a <<'RECORDS'
unit kernel/a.c scope=used
setting O
	2
base int size=4 align=4 encoding=signed
base long size=8 align=8 encoding=signed
struct both size=4 align=4 at=include/foo.h:1
	0 a +1 int
struct differs size=4 align=4 at=include/foo.h:5
	0 a +1 int
struct mine size=4 align=4 at=kernel/a.c:9
	0 a +1 int
struct moved size=4 align=4 at=include/foo.h:30
	0 a +1 int
struct scoped size=4 align=4 at=kernel/a.c:9 local=1
	0 a +1 int
function f role=def at=kernel/a.c:20
	func(*struct both) int
function g role=def at=kernel/a.c:30
	func(int) int
macro LEVEL at=include/foo.h:50
	1
RECORDS
object b <<'RECORDS'
unit kernel/b.c scope=used
setting O
	s
base int size=4 align=4 encoding=signed
base long size=8 align=8 encoding=signed
struct both size=4 align=4 at=include/foo.h:1
	0 a +1 int
struct differs size=8 align=8 at=include/foo.h:5
	0 a +1 long
struct mine size=8 align=8 at=kernel/b.c:9
	0 a +1 long
struct moved size=4 align=4 at=drivers/copy.h:1
	0 a +7 int
struct scoped size=8 align=8 at=kernel/b.c:9 local=1
	0 a +1 long
function f role=ref at=include/foo.h:70
	func(*struct both) int
function g role=ref at=kernel/b.c:3
	func(long) int
macro LEVEL at=include/foo.h:50
	2
	! only an example
RECORDS
expect "two objects" 0 kabi-collect -o all.kabi a.o b.o
cat > wanted <<'RECORDS'
unit kernel/a.c scope=used
unit kernel/b.c scope=used
setting O
	2
	in 1 kernel/a.c
setting O
	s
	in 1 kernel/b.c
base int size=4 align=4 encoding=signed
base long size=8 align=8 encoding=signed
struct both size=4 align=4 at=include/foo.h:1
	0 a +1 int
struct differs size=4 align=4 at=include/foo.h:5
	0 a +1 int
	in 1 kernel/a.c
struct differs size=8 align=8 at=include/foo.h:5
	0 a +1 long
	in 1 kernel/b.c
struct mine size=4 align=4 at=kernel/a.c:9
	0 a +1 int
	in 1 kernel/a.c
struct mine size=8 align=8 at=kernel/b.c:9
	0 a +1 long
	in 1 kernel/b.c
struct moved size=4 align=4 at=include/foo.h:30
	0 a +1 int
struct scoped size=4 align=4 at=kernel/a.c:9 local=1
	0 a +1 int
	in 1 kernel/a.c
struct scoped size=8 align=8 at=kernel/b.c:9 local=1
	0 a +1 long
	in 1 kernel/b.c
function f role=def at=kernel/a.c:20
	func(*struct both) int
function g role=def at=kernel/a.c:30
	func(int) int
	in 1 kernel/a.c
function g role=ref at=kernel/b.c:3
	func(long) int
	in 1 kernel/b.c
macro LEVEL at=include/foo.h:50
	1
	in 1 kernel/a.c
macro LEVEL at=include/foo.h:50
	2
	! only an example
	in 1 kernel/b.c
export f license=external
export g license=external
end 21
RECORDS
sed '1,/^	public arch/d' all.kabi > got
check "the records of both" diff -u wanted got
cat > wanted <<'NOTICES'
kabi-collect: b.o: kernel/b.c: macro LEVEL: only an example
kabi-collect: struct differs: 2 different layouts: include/foo.h:5 in 1 TU (kernel/a.c); include/foo.h:5 in 1 TU (kernel/b.c)
kabi-collect: struct mine: 2 different layouts: kernel/a.c:9 in 1 TU (kernel/a.c); kernel/b.c:9 in 1 TU (kernel/b.c)
kabi-collect: function g: 2 different types: kernel/a.c:30 in 1 TU (kernel/a.c); kernel/b.c:3 in 1 TU (kernel/b.c)
NOTICES
check "what is told" diff -u wanted err

# same NAME INPUT... [OPTIONS]
same() {
	tap_what=$1
	shift
	kabi-collect -o got "$@" 2> err
	check "$tap_what" cmp got all.kabi
}
same "the other order" b.o a.o
same "one of them twice" b.o a.o b.o
same "eight threads" -j8 a.o b.o
$CC -nostdlib -r -o ab.o a.o b.o
same "linked into one" ab.o
same "linked and apart" ab.o b.o
ar rc ab.a a.o b.o
same "an archive" ab.a
kabi-collect -o got - b.o < a.o 2> err
check "standard input" cmp got all.kabi
for format in text xml; do
	for part in a b ab; do
		kabi-collect --format=$format -o $part.$format $part.o 2> err
	done
	same "baselines of the parts, $format" b.$format a.$format
	same "a baseline and an object, $format" a.$format b.o
	same "the baseline and a part, $format" ab.$format a.o
	same "the baseline twice, $format" ab.$format ab.$format
	same "the baseline alone, $format" ab.$format
done
check "the baseline alone tells nothing" test ! -s err

# More TUs than a variant names.
i=0
while [ $i -lt 40 ]; do
	printf 'unit f%02d.c scope=used\nmacro M at=h.h:1\n\t%d\n' $i $((i % 10 == 3))
	i=$((i + 1))
done > many
head -n 60 many | object first
tail -n 60 many | object second
kabi-collect -o all.kabi first.o second.o
check "36 TUs of which 16 are named" has all.kabi \
	'^	in 36 f00.c f01.c f02.c f04.c f05.c .* f16.c f17.c$'
check "4 TUs" has all.kabi '^	in 4 f03.c f13.c f23.c f33.c$'
kabi-collect -o first.kabi first.o
kabi-collect -o second.kabi second.o
same "numbers of baselines add up" first.kabi second.kabi

# A flood of findings is cut, unless all are asked for.
for unit in a b; do
	echo "unit $unit.c scope=used"
	i=0
	while [ $i -lt 30 ]; do
		echo "enum e$i size=4 signed=0 at=$unit.h:1"
		echo "	E$i$unit 1"
		i=$((i + 1))
	done
done | object flood
expect "30 conflicts" 0 kabi-collect -o got flood.o
check "20 of them told" test "$(grep -c 'different layouts' err)" -eq 20
check "the others counted" has err '^kabi-collect: and 10 more names with several meanings'
expect "30 conflicts with -v" 0 kabi-collect -v -o got flood.o
check "all of them told" test "$(grep -c 'different layouts' err)" -eq 30

# --public
kabi-collect --public='sdk/*' --public='uapi/*' -o got a.o 2> err
check "other public files" has got '^	public sdk/\*$'
check "and only those" lacks got 'public (include|arch)/'
error "no pattern" 3 'public: no pattern' kabi-collect --public= a.o
error "two lines of a pattern" 3 'public: holds a control character' \
	kabi-collect --public="$(printf 'a\nb')" a.o
finish
