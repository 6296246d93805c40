#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Versions of symbols: those that a linked module carries, beside those of a kernel.
. "$(dirname "$0")/../tap.sh"

cat > kernel.c <<'C'
#ifdef WITH
#define CONFIG_MODVERSIONS 1
#endif
#ifdef CONFIG_MODVERSIONS
#endif
int first(void) { return 1; }
int second(void) { return 2; }
int third(void) { return 3; }
C
cat > module.h <<'C'
int first(void);
int second(void);
int third(void);
static const char license[] __attribute__((section(".modinfo"), used)) = "license=GPL";
static const char vermagic[] __attribute__((section(".modinfo"), used)) =
	"vermagic=6.1.1 SMP mod_unload ";
int init_module(void) { return first() + second() + third(); }
C
# As modpost writes it.
cat > basic.inc <<'C'
static const struct { unsigned long crc; char name[64 - sizeof(long)]; } versions[]
__attribute__((used, section("__versions"))) = {
	{ 0x11111111, "first" }, { 0xcc222222, "second" }, { 0x33333333, "third" },
};
C
cat > extended.inc <<'C'
static const unsigned int crcs[] __attribute__((used, section("__version_ext_crcs"))) = {
	0x11111111, 0xcc222222, 0x33333333,
};
static const char names[] __attribute__((used, section("__version_ext_names"))) =
	"first\0" "second\0" "third";
C
for kind in basic extended; do
	cat module.h $kind.inc > $kind.c
	record $kind.c
done
cp module.h none.c
record none.c

# has_only FILE REGEX: one line, which matches.
has_only() {
	has "$1" "$2" && test "$(wc -l < "$1")" -eq 1
}

# symvers NAME CRC CRC CRC
symvers() {
	{
		printf '%s\tfirst\tvmlinux\tEXPORT_SYMBOL\t\n' "$2"
		printf '%s\tsecond\tvmlinux\tEXPORT_SYMBOL_GPL\tSPACE\n' "$3"
		printf '%s\tthird\tdrivers/third\tEXPORT_SYMBOL\t\n' "$4"
	} > "$1"
}
symvers same 0x11111111 0xcc222222 0x33333333
symvers one 0x11111111 0xcc222223 0x33333333
symvers two 0x11111112 0xcc222223 0x33333333
symvers zero 0x00000000 0x00000000 0x00000000

# A kernel with versions, and one without, of other releases than the module.
record kernel.c -DWITH
kabi-collect -o with.kabi kernel.o || not_ok "collects"
sed 's/^	origin/	release 6.1.2\n&/' with.kabi > kernel.kabi
record kernel.c
kabi-collect -o without.kabi kernel.o || not_ok "collects"
sed -i 's/^	origin/	release 6.1.2\n&/' without.kabi

# One line beside that of the release, which versions make a risk.
for kind in basic extended; do
	expect "$kind: the same" 4 kabi-reuse --format=short --symvers=same $kind.o \
		--with=kernel.kabi
	check "$kind: only the release is told" has_only out \
		'^risk setting-changed setting vermagic: 6.1.1 -> 6.1.2'
	expect "$kind: one is another" 12 kabi-reuse --format=short --level=break \
		--symvers=one $kind.o --with=kernel.kabi
	check "$kind: it is told" has_only out \
		'^break setting-changed setting modversions: second 0xcc222222 -> 0xcc222223 \(1 module\)$'
	expect "$kind: two are" 12 kabi-reuse --format=short --level=break \
		--symvers=two $kind.o --with=kernel.kabi
	check "$kind: how many is told" has_only out \
		'setting modversions: first 0x11111111, and 1 more of 3 -> 0x11111112 \(1 module\)$'
	expect "$kind: a kernel without" 12 kabi-reuse --format=short --level=break \
		--symvers=zero $kind.o --with=without.kabi
	check "$kind: then the release counts" has_only out 'setting vermagic:'
	expect "$kind: which are not known" 4 kabi-reuse $kind.o --with=kernel.kabi
	check "$kind: so that nobody looked" has out \
		'versions of symbols are not compared: .*Module.symvers'
done

# What was linked without any is not loaded either; what is not linked gets them.
expect "a module without" 12 kabi-reuse --format=short --level=break none.o \
	--with=kernel.kabi
check "is told" has out '^break setting-changed setting modversions: no -> yes'
grep -v vermagic module.h > object.c
record object.c
expect "an object has none" 0 kabi-reuse object.o --with=kernel.kabi

# A build directory has its own.
record kernel.c -DWITH
mkdir build
cp kernel.o build/vmlinux.o
cp one build/Module.symvers
expect "of a build directory" 12 kabi-reuse --format=short --level=break basic.o \
	--with=build
check "they are its own" has out 'setting modversions: second'

# 32 bits: another size of unsigned long.
$CC -m32 -c -o narrow.o basic.c 2> /dev/null &&
	record kernel.c -m32 -DWITH &&
	kabi-collect -o narrow.kabi kernel.o
if [ -f narrow.kabi ]; then
	expect "32 bits" 12 kabi-reuse --format=short --level=break --symvers=one \
		narrow.o --with=narrow.kabi
	check "32 bits: it is told" has out 'modversions: second 0xcc222222 -> 0xcc222223 \(1 module\)$'
else
	skip "32 bits" "$CC has no -m32"
fi

# Damage.
sed 's/\[64 - sizeof(long)\]/[40]/' basic.c > size.c
sed 's/"second"/"an_identifier_without_an_end_that_has_as_many_bytes_as_fit_in_here"/' \
	basic.c > end.c
sed 's/"second\\0"/"second"/' extended.c > names.c
for damage in size end names; do
	$CC -w -c $damage.c || not_ok "$damage compiles"
	error "$damage: is told" 1 "$damage.o: __version.*: damaged versions of symbols" \
		kabi-reuse $damage.o --with=kernel.kabi
done
sed 's/^0x/0q/' same > bad.symvers
error "no versions" 1 "bad.symvers:1: not a line of Module.symvers" \
	kabi-reuse --symvers=bad.symvers basic.o --with=kernel.kabi
error "no such file" 1 "missing" kabi-reuse --symvers=missing basic.o --with=kernel.kabi
error "no such file, and no use for it" 1 "missing" \
	kabi-reuse --symvers=missing object.o --with=kernel.kabi
error "of no kernel" 3 "which kernel" kabi-reuse --seal --symvers=same basic.o

finish
