#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# kabi-collect --embed: the records into a linked vmlinux, of which nothing else
# changes, and which then is an input like the objects.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

export_table core _gpl > a.S
{ records a.c; printf 'setting O\n\t2\n'; } | object a
{
	records b.c | sed 's/size=4 align=4 at/size=8 align=4 at/'
	printf '\t4 b +2 int\nsetting O\n\ts\n'
} | object b
{ records c.c; printf 'setting O\n\t2\n'; } | object c
$CC -nostdlib -r -o vmlinux.o a.o b.o c.o
cat > sections.lds <<'LDS'
SECTIONS {
	. = 0xffffffff81000000;
	.text : { *(.text) }
	__ksymtab_gpl : { *(SORT(___ksymtab_gpl+*)) }
	__ksymtab_strings : { *(__ksymtab_strings) }
	.data : { *(.data) . += 64; }
	/DISCARD/ : { *(.note*) *(.comment) }
}
LDS
$CC -nostdlib -static -Wl,-z,noexecstack -Wl,-T,sections.lds -o vmlinux vmlinux.o 2> err ||
	not_ok "links a vmlinux" "$(cat err)"
cp vmlinux plain
chmod 750 vmlinux

kabi-collect -o wanted vmlinux.o 2> err
expect "of the vmlinux.o beside it" 0 kabi-collect --embed vmlinux
check "nothing is left beside it" test "$(echo ./*vmlinux*)" = "./vmlinux ./vmlinux.o"
check "its permissions stay" test "$(find . -perm 750 -name vmlinux)" = ./vmlinux
check "it has a .kabi section that is not loaded" \
	sh -c 'readelf -SW vmlinux | grep -E "\.kabi +LOOS\+0xb616269 +0+ .* 00 +E +0 +0 +1"'
mkdir away
cp vmlinux away
expect "it is an input of its own" 0 kabi-collect -o got away/vmlinux
check "and gives what vmlinux.o gave" cmp got wanted

# All other sections, segments and bytes.
for file in plain vmlinux; do
	readelf -lW "$file" > "$file.segments"
	readelf -sW "$file" > "$file.symbols"
	readelf -SW "$file" | grep -vE '\.shstrtab|\.kabi|There are|^$' > "$file.sections"
done
check "segments are the same" cmp plain.segments vmlinux.segments
check "symbols are the same" cmp plain.symbols vmlinux.symbols
check "other sections are the same" cmp plain.sections vmlinux.sections
size=$(wc -c < plain)
# The file header says where the section headers are: bytes 40 to 47, 60, 61.
cmp -ln "$size" plain vmlinux | awk '$1 < 41 || $1 > 62 || ($1 > 48 && $1 < 61)' > differ
check "the old bytes are the same but for the file header" test ! -s differ
objcopy --remove-section=.kabi vmlinux stripped
objcopy plain copied
check "without the section it is the old file again" cmp stripped copied

# Again, and something else.
cp vmlinux once
expect "once more" 0 kabi-collect --embed vmlinux vmlinux.o
check "changes nothing" cmp vmlinux once
expect "out of itself" 0 kabi-collect --embed vmlinux vmlinux
check "changes nothing" cmp vmlinux once
expect "another one in its place" 0 kabi-collect --embed vmlinux a.o
kabi-collect -o got vmlinux
check "has the new records" lacks got '^unit b.c'
expect "and back" 0 kabi-collect --embed vmlinux vmlinux.o
check "is what it was" cmp vmlinux once
expect "in another order, with threads" 0 kabi-collect -j4 --embed vmlinux c.o a.o b.o
check "is what it was" cmp vmlinux once
cp vmlinux vmlinux-6.12.0-1-amd64
expect "called as distributions do" 0 kabi-collect -o got vmlinux-6.12.0-1-amd64
check "it is the same kernel" has got '^export core license=GPL module=vmlinux'
expect "into another file" 0 kabi-collect --embed plain -o other vmlinux.o
check "is the same file" cmp other once
check "and leaves the first one" sh -c '! readelf -SW plain | grep -F .kabi'

# Each record stands in one frame only.
i=0
while [ $i -lt 200 ]; do
	printf 'macro M%d at=h.h:1\n\t"%s"\n' $i "$(od -An -N12 -tx1 /dev/urandom)"
	i=$((i + 1))
done > same
for i in 1 2 3 4 5; do
	echo "unit $i.c scope=used"
	cat same
done | object many
kabi-collect --embed once -o big many.o
# size FILE: of its .kabi section.
section_size() {
	printf '%d\n' "0x$(readelf -SW "$1" |
		sed -n 's/^.* \.kabi  *[^ ]*  *[0-9a-f]* [0-9a-f]* \([0-9a-f]*\) .*/\1/p')"
}
check "what all have is written once" \
	test $(($(section_size many.o))) -gt $((4 * $(section_size big)))

# What cannot be done, and leaves the file as it was.
kept() {
	tap_what=$1
	tap_pattern_wanted=$2
	shift 2
	cp once vmlinux
	error "$tap_what" 1 "$tap_pattern_wanted" kabi-collect --embed "$@"
	check "$tap_what: vmlinux is untouched" cmp once vmlinux
}
kept "from a baseline" 'wanted: a baseline does not name all' vmlinux wanted
kept "from what has no records" 'plain: has no records' vmlinux plain
kept "from what is missing" 'none\.o: No such file' vmlinux none.o
printf 'unit a.c scope=used\nstruct x\n' | object bad
kept "from a record that is none" 'bad\.o: a\.c: struct x' vmlinux bad.o
error "into what is missing" 1 'none: No such file' kabi-collect --embed none a.o
error "into what is no ELF file" 1 'wanted: ' kabi-collect --embed wanted a.o
gzip -c once > vmlinux.gz
error "into a compressed file" 1 'vmlinux\.gz: is compressed' kabi-collect --embed vmlinux.gz a.o
head -c 100 once > short
error "into a file that is cut" 1 "short: " kabi-collect --embed short a.o
if $CC -m32 -c -o narrow.o a.s 2> /dev/null; then
	error "into a file of another machine" 1 'narrow\.o is for i386, but the inputs are for x86_64' \
		kabi-collect --embed narrow.o a.o
fi
error "with a list" 3 '' kabi-collect --embed vmlinux --symbols=list
if [ -c /dev/full ]; then
	error "a full disk" 1 'No space left' kabi-collect --embed vmlinux -o /dev/full vmlinux.o
fi
finish
