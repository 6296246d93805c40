#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Inline functions, options, sections, hidden calls, exposure and conditions of
# many TUs: which add up, which are variants, which are nobody else's business.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

object a <<'RECORDS'
unit kernel/a.c scope=used unvalued=3
base int size=4 align=4 encoding=signed
struct foo size=4 align=4 at=include/foo.h:1
	0 a +1 int
function f role=def at=kernel/a.c:20 attributes=no_sanitize=kernel-address
	func(void) int
inline same at=include/i.h:1
	func(int) int
	body 0000000000000001
inline differs at=include/i.h:5
	func(int) int
	body 0000000000000001
inline elsewhere at=include/i.h:9
	func(int) int
	body 0000000000000001
macro M at=include/foo.h:9 config=CONFIG_A
	1
macro N at=include/foo.h:10
	2
config CONFIG_A
	1
config CONFIG_B
	1
config CONFIG_C
section .init.text
	code
section .odd%20one
	asm
call __fentry__
exposure struct.foo
	access a
RECORDS
object b <<'RECORDS'
unit kernel/b.c scope=used macros=no
base int size=4 align=4 encoding=signed
struct foo size=4 align=4 at=include/foo.h:1
	0 a +1 int
function f role=ref at=include/foo.h:5
	func(void) int
inline same at=include/i.h:1
	func(int) int
	body 0000000000000001
inline differs at=include/i.h:5
	func(int) int
	body 0000000000000002
inline elsewhere at=include/other.h:9
	func(int) int
	body 0000000000000002
macro M at=include/foo.h:9
	1
macro N at=include/foo.h:10 config=CONFIG_B,CONFIG_C
	2
config CONFIG_A
	1
config CONFIG_B
config CONFIG_C
section .init.text
	data
call __fentry__
call memcpy
exposure struct.foo
	offset a
	size
RECORDS
cat > wanted <<'RECORDS'
unit kernel/a.c scope=used unvalued=3
unit kernel/b.c scope=used macros=no
base int size=4 align=4 encoding=signed
struct foo size=4 align=4 at=include/foo.h:1
	0 a +1 int
function f role=def at=kernel/a.c:20 attributes=no_sanitize=kernel-address
	func(void) int
inline differs at=include/i.h:5
	func(int) int
	body 0000000000000001
	in 1 kernel/a.c
inline differs at=include/i.h:5
	func(int) int
	body 0000000000000002
	in 1 kernel/b.c
inline elsewhere at=include/i.h:9
	func(int) int
	body 0000000000000001
	in 1 kernel/a.c
inline elsewhere at=include/other.h:9
	func(int) int
	body 0000000000000002
	in 1 kernel/b.c
inline same at=include/i.h:1
	func(int) int
	body 0000000000000001
macro M at=include/foo.h:9 config=CONFIG_A
	1
macro N at=include/foo.h:10 config=CONFIG_B,CONFIG_C
	2
config CONFIG_A
	1
config CONFIG_B
	1
	in 1 kernel/a.c
config CONFIG_B
	in 1 kernel/b.c
config CONFIG_C
section .init.text
	code
	data
section .odd%20one
	asm
call __fentry__
call memcpy
export f license=external
end 21
RECORDS
expect "two objects" 0 kabi-collect -o all.kabi a.o b.o
sed '1,/^	public arch/d' all.kabi > got
check "the records of both" diff -u wanted got
echo "kabi-collect: no macros are known of 1 of 2 units, which were compiled \
from preprocessed input (distcc, ccache, -save-temps): kernel/b.c" > wanted
check "preprocessed input is told" diff -u wanted err
expect "the same with -v" 0 kabi-collect -v -o all.kabi a.o b.o
check "one place with two bodies is told those who ask" has err \
	'^kabi-collect: inline differs: 2 different bodies: include/i\.h:5 in 1 TU \(kernel/a\.c\); include/i\.h:5 in'
check "two places are two functions" lacks err 'inline elsewhere'

# Any order, the parts, XML.
same() {
	tap_what=$1
	shift
	kabi-collect -o got "$@" 2> err
	check "$tap_what" cmp got all.kabi
}
same "the other order" b.o a.o
same "one of them twice" b.o a.o b.o
$CC -nostdlib -r -o ab.o a.o b.o
same "linked into one" ab.o
for format in text xml; do
	for part in a b ab; do
		kabi-collect --format=$format -o $part.$format $part.o 2> err
	done
	same "baselines of the parts, $format" b.$format a.$format
	same "a baseline and an object, $format" a.$format b.o
	same "the baseline alone, $format" ab.$format
done
if command -v xmllint > /dev/null; then
	check "valid by the schema" xmllint --noout --relaxng \
		"$tap_suite/../docs/kabi-baseline.rng" ab.xml
else
	skip "valid by the schema" "needs xmllint"
fi
cp ab.o vmlinux.o
$CC -nostdlib -static -Wl,-e,0 -o vmlinux ab.o 2> err || not_ok "links" "$(cat err)"
expect "--embed" 0 kabi-collect --embed vmlinux
kabi-show --format=json vmlinux > shown
check "the section has no exposure" lacks shown '"exposure"'
kabi-collect -o got vmlinux 2> err
check "and all that the baseline has" cmp got all.kabi

# What one object depends on is in that object.
expect "kabi-show" 0 kabi-show b.o 'struct foo'
printf '\nexposure struct foo {\n\toffset a;\n\tsize;\n};\n' > wanted
sed '1,/^};/d' out > got
check "of an object: what it depends on" diff -u wanted got
expect "kabi-show" 0 kabi-show ab.o 'exposure foo'
printf 'exposure struct foo {\n\taccess a;\n\toffset a;\n\tsize;\n};\n' > wanted
check "of two objects: what both do" diff -u wanted out

# Which kinds may stand where.
sed '/^export/i\
conditions include/foo.h\
	1 20 CONFIG_A
s/^end 21/end 22/' all.kabi > conditions.kabi
expect "conditions in a baseline" 0 kabi-collect -o got conditions.kabi
check "stay" cmp got conditions.kabi
sed 's/^	1 20 CONFIG_A/	1 20 CONFIG_B\
	2 5 CONFIG_C/' conditions.kabi > more.kabi
expect "conditions of two baselines" 0 kabi-collect -o got conditions.kabi more.kabi
sed 's/^	1 20 CONFIG_A/	1 20 CONFIG_A CONFIG_B\
	2 5 CONFIG_C/' conditions.kabi > wanted
check "add up" diff -u wanted got
{ echo "unit c.c scope=used"; printf 'conditions a.h\n\t1 2 CONFIG_A\n'; } | object c
error "conditions in a section" 1 'c\.o: section \.kabi: frame 1: .*only a baseline' \
	kabi-collect -o no c.o
sed '/^export/i\
exposure struct.foo\
	size
s/^end 21/end 22/' all.kabi > exposure.kabi
error "exposure in a baseline" 1 'exposure\.kabi: exposure struct\.foo: only a section' \
	kabi-collect -o no exposure.kabi
sed 's/<call name="memcpy"/<exposure name="struct.foo"/' ab.xml > exposure.xml
error "exposure in XML" 1 'exposure\.xml:[0-9]+: exposure struct\.foo: ' \
	kabi-collect -o no exposure.xml
{ echo "unit c.c scope=used"; printf 'exposure struct.foo\n\tsizes\n'; } | object c
error "exposure that is none" 1 \
	'c\.o: section \.kabi: frame 1: exposure struct\.foo: unknown dependence' \
	kabi-collect -o no c.o
error "and for those who want it" 1 'c\.o: c\.c: exposure struct\.foo: unknown dependence' \
	kabi-show c.o
finish
