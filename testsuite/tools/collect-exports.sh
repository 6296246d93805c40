#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Who exports what, under which licence and namespace, from every kind of file
# that says so.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

# exports NAME EXPECTED INPUT...: the export records, without the word, ";"
# between them.
exports() {
	tap_what=$1
	tap_wanted=$2
	shift 2
	kabi-collect -o exports.kabi "$@" 2> err ||
		not_ok "$tap_what: collects" "$(cat err)"
	tap_got=$(sed -n 's/^export //p' exports.kabi | paste -sd';')
	if [ "$tap_got" = "$tap_wanted" ]; then
		ok "$tap_what"
	else
		not_ok "$tap_what" "expected: $tap_wanted" "got: $tap_got"
	fi
}

{
	export_table f
	export_table g _gpl
	export_table h _gpl SPACE
	export_table i "" OTHER
} > old.S
{
	export_label f
	export_label g GPL
	export_label h GPL SPACE
	export_label i "" module:kvm
} > new.S
for age in old new; do
	records $age.c | object $age
done

exports "tables of an object" \
	'f license=any;g license=GPL;h license=GPL ns=SPACE;i license=any ns=OTHER' old.o
exports "labels of an object" \
	'f license=any;g license=GPL;h license=GPL ns=SPACE;i license=any ns=module:kvm' new.o
check "exports come from a table" has exports.kabi '^	exports table$'

mkdir files
cp old.o files/vmlinux.o
exports "of vmlinux.o" \
	'f license=any module=vmlinux;g license=GPL module=vmlinux;h license=GPL module=vmlinux ns=SPACE;i license=any module=vmlinux ns=OTHER' files/vmlinux.o
for name in acme.ko acme.ko.xz my-acme.ko; do
	case $name in
	*.xz) xz -c new.o > files/$name ;;
	*) cp new.o files/$name ;;
	esac
	module=${name%.ko*}
	exports "of $name" \
		"f license=any module=$module;g license=GPL module=$module;h license=GPL module=$module ns=SPACE;i license=any module=$module ns=module:kvm" files/$name
done

# The final link: entries side by side in one section, at addresses.
cat > sections.lds <<'LDS'
SECTIONS {
	. = 0xffffffff81000000;
	.text : { *(.text) }
	__ksymtab : { *(SORT(___ksymtab+*)) }
	__ksymtab_gpl : { *(SORT(___ksymtab_gpl+*)) }
	__ksymtab_strings : { *(__ksymtab_strings) }
	/DISCARD/ : { *(.note*) *(.comment) }
}
LDS
$CC -nostdlib -static -Wl,-z,noexecstack -Wl,-T,sections.lds -o files/vmlinux old.o 2> err ||
	not_ok "links a vmlinux" "$(cat err)"
check "the linker drops .kabi" sh -c '! readelf -SW files/vmlinux | grep -F .kabi'
exports "of a linked vmlinux, with vmlinux.o beside it" \
	'f license=any module=vmlinux;g license=GPL module=vmlinux;h license=GPL module=vmlinux ns=SPACE;i license=any module=vmlinux ns=OTHER' files/vmlinux
check "that is not told unless asked" test ! -s err
kabi-collect -v -o exports.kabi files/vmlinux 2> err
check "and told with -v" has err 'files/vmlinux: has no section .kabi, read files/vmlinux.o'
sed '/__ksymtab :/i\
	/DISCARD/ : { *(___ksymtab+i) }' sections.lds > trimmed.lds
$CC -nostdlib -static -Wl,-z,noexecstack -Wl,-T,trimmed.lds -o files/vmlinux old.o 2> err ||
	not_ok "links a trimmed vmlinux" "$(cat err)"
exports "of a vmlinux that exports less than vmlinux.o" \
	'f license=any module=vmlinux;g license=GPL module=vmlinux;h license=GPL module=vmlinux ns=SPACE' files/vmlinux
mkdir alone
cp files/vmlinux alone/vmlinux
error "a linked vmlinux with nothing beside it" 1 \
	'alone/vmlinux: has no records .*linking drops them, and alone/vmlinux\.o is not there.*KCFLAGS=-fplugin=' kabi-collect alone/vmlinux
cp files/vmlinux.o "alone/standard input.o"
(cd alone && kabi-collect - < vmlinux > ../out 2> ../err)
check "nor is anything beside standard input" has err 'standard input: has no records'

# The same symbol twice.
export_table f > a.S
export_table f _gpl > b.S
records a.c | object a
records b.c | object b
cp a.o files/a.ko
cp b.o files/b.ko
exports "a symbol that two modules export" 'f license=any module=a' files/b.ko files/a.ko
check "is noticed" has err 'kabi-collect: f: exported by a \(files/a.ko\) and by b \(files/b.ko\)'
exports "the same module twice" 'f license=any module=a' files/a.ko files/a.ko
check "is no news" test ! -s err

# No table at all: C's external linkage is what counts.
cat > c.S <<'ASM'
	.text
	.globl	function, assembly, hidden
	.type	function, @function
function:	ret
assembly:	ret
local:	ret
	.weak	weak
	.type	weak, @function
weak:	ret
	.hidden	hidden
	.type	hidden, @function
hidden:	call	elsewhere
	.comm	common, 4, 4
ASM
records c.c | object c
exports "external definitions, when there is no table" \
	'assembly license=external;common license=external;function license=external;weak license=external' c.o
check "and that is said" has exports.kabi '^	exports external$'
exports "but not beside an object that has one" 'f license=any' c.o a.o
check "nor is it said" has exports.kabi '^	exports table$'

printf 'unit d.c scope=used\nfunction f role=def\n\tfunc(void) void\nfunction g role=def vis=hidden\n\tfunc(void) void\nfunction h role=ref\n\tfunc(void) void\nvariable v role=def\n\t[]func(void) void\n' | object d
strip --strip-all -K none d.o 2> err
exports "definitions, when there is not even a symbol table" \
	'f license=external;v license=external' d.o

# A table without the symbols that name its entries says nothing, which is not
# the same as that nothing is exported.
strip --strip-all -o files/stripped files/vmlinux
kabi-collect --embed files/stripped old.o
error "a kernel that was stripped" 1 \
	'files/stripped: has an export table, but .*stripped' kabi-collect files/stripped
for age in old new; do
	objcopy --strip-unneeded --wildcard --strip-symbol='__ksymtab_*' \
		--strip-symbol='__export_symbol_*' $age.o files/$age.ko
	error "a module that was stripped, $age" 1 \
		"files/$age.ko: has an export table, but .*stripped" \
		kabi-collect files/$age.ko
done

# An allow-list.
printf '# comment\nf\nabsent\n' > list
expect "a list" 0 kabi-collect --symbols=list -o exports.kabi a.o c.o
check "names what is not there" has err 'list: absent is not exported'
printf 'function\n' > list
expect "a list without a table" 0 kabi-collect --symbols=list -o exports.kabi c.o
check "keeps what it lists" has exports.kabi '^export function '
check "and nothing else" lacks exports.kabi '^export (assembly|weak|common) '
finish
