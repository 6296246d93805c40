#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A kernel build directory: which of its files are read, what Module.symvers is
# good for, and what is said of one that is not whole.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

# A kernel of two objects and two modules, in the way of the release ORDER says:
# modules.order has .ko up to Linux 6.1 and .o later.
make_build() {
	rm -rf build
	mkdir -p build/include/config build/drivers/a build/kernel
	echo 6.1.0-test > build/include/config/kernel.release
	echo 'struct foo { int a; };' > build/include/foo.h
	export_table core > core.S
	records kernel/core.c | object core
	cp core.o build/kernel/core.o
	printf '\t.text\nentry:\tret\n' > build/kernel/entry.s
	$CC -c -o build/kernel/entry.o build/kernel/entry.s
	$CC -nostdlib -r -o build/vmlinux.o build/kernel/core.o build/kernel/entry.o
	(cd build && ar rcT vmlinux.a kernel/core.o kernel/entry.o)
	export_table one _gpl SPACE > one.S
	records drivers/a/one.c | object one
	cp one.o build/drivers/a/one.ko
	records drivers/two.c | object two
	cp two.o build/drivers/two.ko
	printf 'drivers/a/one.%s\ndrivers/two.%s\n' "$1" "$1" > build/modules.order
	cat > build/Module.symvers <<SYMVERS
0x00000001	core	vmlinux	EXPORT_SYMBOL	
0x00000002	one	drivers/a/one	EXPORT_SYMBOL_GPL	SPACE
SYMVERS
}

cat > wanted <<'BASELINE'
kabi-baseline 1
	arch x86_64
	release 6.1.0-test
	origin build
	exports table
	public include/*
	public arch/*/include/*
unit drivers/a/one.c scope=used
unit drivers/two.c scope=used
unit kernel/core.c scope=used
base int size=4 align=4 encoding=signed
struct foo size=4 align=4 at=include/foo.h:1
	0 a +1 int
macro FOO at=include/foo.h:3
	1
export core license=any module=vmlinux
export one license=GPL module=drivers/a/one ns=SPACE
end 8
BASELINE
arch=$($CC -dumpmachine)
case ${arch%%-*} in
x86_64) ;;
*) sed -i "s/x86_64/$(uname -m)/" wanted ;;
esac

for order in ko o; do
	make_build $order
	expect "a build whose modules.order has .$order" 0 kabi-collect -o got build
	check "gives the kernel and its modules" diff -u wanted got
	check "and nothing to tell" test ! -s err
done
expect "asked for gaps" 0 kabi-collect -v -o got build
check "the object without records is named" \
	has err 'build: 1 objects of vmlinux without records .*: kernel/entry.o$'
check "and what kbuild builds on its own" has err 'not covered.*boot.*purgatory'
cp build/vmlinux.o build/vmlinux
expect "beside the linked kernel" 0 kabi-collect -o got build
check "is the same" diff -u wanted got
rm build/vmlinux
ln -s build link
expect "through a link" 0 kabi-collect -o got link/
check "is the same" diff -u wanted got

# Module.symvers against the tables.
make_build o
sed -i 's/EXPORT_SYMBOL_GPL/EXPORT_SYMBOL/; s/drivers.a.one/drivers\/one/; s/SPACE/OTHER/' build/Module.symvers
expect "another licence, module, namespace" 0 kabi-collect -o got build
check "Module.symvers counts" has got '^export one license=any module=drivers/one ns=OTHER$'
check "the licence is told" \
	has err 'one: EXPORT_SYMBOL in build/Module.symvers, but EXPORT_SYMBOL_GPL in build/drivers/a/one.ko'
check "the module is told" has err 'one: exported by drivers/one .* and by drivers/a/one '
check "the namespace is told" has err 'one: namespace "OTHER" in .*, but "SPACE" in '
make_build o
echo '0x3	gone	vmlinux	EXPORT_SYMBOL	' >> build/Module.symvers
sed -i '/core/d' build/Module.symvers
expect "a symbol too many and one too few" 0 kabi-collect -o got build
check "the one that no table has is told" has err 'gone: in build/Module.symvers, but not in the export table of vmlinux'
check "the one that no line has is told" has err 'core: exported by build/vmlinux.o, but not in Module.symvers'
check "both are exports" test "$(grep -cE '^export (gone|core) ' got)" -eq 2
rm build/Module.symvers
expect "no Module.symvers" 0 kabi-collect -o got build
check "the tables will do" has got '^export one license=GPL module=drivers/a/one ns=SPACE$'
check "without a word" test ! -s err

# A module of which no object went through the plugin.
make_build o
$CC -c -o build/drivers/two.ko build/kernel/entry.s
expect "a module without records" 0 kabi-collect -o got build
check "is told" has err 'build/drivers/two.ko: has no records'

# No header at all, and nothing that is defined in one.
mkdir bare
printf 'unit a.c scope=used\n' | object bare
cp bare.o bare/vmlinux.o
expect "a kernel without headers" 0 kabi-collect -o got bare
check "without a word" test ! -s err

# What is not whole.
make_build o
rm build/vmlinux.o
error "modules without vmlinux.o" 1 'build: .*without vmlinux\.o' kabi-collect -o result build
cp build/kernel/entry.o build/vmlinux
error "nor with a vmlinux that has no records" 1 'build/vmlinux: has no records' kabi-collect -o result build
make_build o
rm build/drivers/two.ko
error "a listed module that is missing" 1 \
	'build/modules\.order:2: cannot read build/drivers/two\.ko: No such file' kabi-collect -o result build
make_build o
echo README >> build/modules.order
error "a list that is none" 1 'build/modules\.order:3: neither' kabi-collect -o result build
make_build o
echo garbage >> build/Module.symvers
error "a Module.symvers that is none" 1 'build/Module\.symvers:3: ' kabi-collect -o result build
make_build o
printf '6.1\t2\n' > build/include/config/kernel.release
error "a release that is none" 1 'build/include/config/kernel\.release: holds a control character' kabi-collect -o result build
make_build o
cp build/kernel/entry.o build/vmlinux.o
error "a vmlinux.o without records" 1 'build/vmlinux\.o: has no records .*KCFLAGS' kabi-collect -o result build
make_build o
head -c 300 build/drivers/two.ko > short
cp short build/drivers/two.ko
error "a module that is cut" 1 'build/drivers/two\.ko: truncated' kabi-collect -o result build
mkdir empty
error "a folder with nothing in it" 1 'empty: is a directory, but no kernel was built in it' kabi-collect -o result empty
make_build o
chmod 0 build
# Root reads everything, until it gives that up.
mkdir -p humble
if [ ! -r build ]; then
	printf '#!/bin/sh\nexec kabi-collect "$@"\n'
else
	printf '#!/bin/sh\nexec setpriv --bounding-set=-dac_override,-dac_read_search kabi-collect "$@"\n'
fi > humble/kabi-collect
chmod +x humble/kabi-collect
if humble/kabi-collect --version > out 2>&1; then
	error "a folder that cannot be read" 1 'build: cannot read: Permission' humble/kabi-collect -o result build
else
	skip "a folder that cannot be read" "root reads everything"
fi
chmod 755 build
check "no output of any of these" test ! -e result
finish
