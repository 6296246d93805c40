#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What is no input, or a broken one: a message that names the file, status 1 (3
# of kabi-diff is for usage), no output file, no crash. make check runs this with
# programs that were built with ASan and UBSan.
. "$(dirname "$0")/../tap.sh"

cat > a.c <<'C'
struct foo { int a; struct { char b; } c[3]; };
enum color { RED, GREEN };
int f(struct foo *foo, enum color color) { return foo->a + color; }
C
record a.c
$CC -c -o plain.o a.c
kabi-collect -o good.kabi a.o || not_ok "collects"
kabi-collect --format=xml -o good.xml a.o || not_ok "collects XML"

# refused NAME PATTERN FILE: by all three programs, in the same words.
refused() {
	for tap_program in "kabi-collect -o result" "kabi-show -o result" \
		"kabi-diff -o result a.o"; do
		# shellcheck disable=SC2086 # a program and its options
		error "$1 (${tap_program%% *})" 1 "$2" $tap_program "$3"
		check "$1 (${tap_program%% *}): no output" test ! -e result
		rm -f result
	done
}

refused "a missing file" 'missing\.o: No such file' missing.o
: > empty
refused "an empty file" 'empty' empty
head -c 3000 /dev/urandom > noise
refused "noise" 'noise' noise
refused "an object without .kabi" 'plain\.o: .*(plugin|\.kabi)' plain.o
mkdir folder
refused "an empty folder" 'folder' folder
mkdir build
echo drivers/missing.ko > build/modules.order
refused "a build directory without vmlinux.o" 'vmlinux\.o' build
cp a.o build/vmlinux.o
refused "a module that is listed but missing" 'drivers/missing\.ko' build
printf '!<arch>\n' > empty.a
refused "an archive without members" 'empty\.a' empty.a
printf '!<arch>\ngarbage' > bad.a
refused "a broken archive" 'bad\.a' bad.a
mkdir whole
cp a.o a.ko
kabi-collect -o module.kabi a.ko || not_ok "collects a module"
for suffix in gz xz zst; do
	case $suffix in
	gz) gzip -c a.ko > whole/a.ko.gz ;;
	xz) xz -c a.ko > whole/a.ko.xz ;;
	zst) zstd -qc a.ko > whole/a.ko.zst ;;
	esac
	head -c 200 whole/a.ko.$suffix > cut.ko.$suffix
	refused "a cut .ko.$suffix" "cut\\.ko\\.$suffix" cut.ko.$suffix
	expect "a whole .ko.$suffix" 0 kabi-collect -o whole.kabi whole/a.ko.$suffix
	check "and what it holds" cmp whole.kabi module.kabi
done

# A section that was changed: the bytes of .kabi, put back with something else.
objcopy -O binary --only-section=.kabi --set-section-flags .kabi=alloc a.o frame
# patch NAME OFFSET HEX PATTERN: writes bytes over the frame.
patch_frame() {
	python3 - "$2" "$3" <<'PYTHON'
import sys
data = bytearray(open("frame", "rb").read())
patch = bytes.fromhex(sys.argv[2])
offset = int(sys.argv[1])
data[offset:offset + len(patch)] = patch
open("patched", "wb").write(data)
PYTHON
	objcopy --update-section .kabi=patched a.o patched.o
	refused "$1" "patched\\.o: .*$4" patched.o
}
# collect-damage.sh has many more of these.
patch_frame "a frame of a later version" 4 0200 'version'
patch_frame "a raw size of 4 GiB" 8 ffffffff '\.kabi'
head -c $(($(wc -c < frame) - 5)) frame > patched
objcopy --update-section .kabi=patched a.o patched.o
refused "a frame that is cut" 'patched\.o: .*\.kabi' patched.o
for size in 20 63 64 200 1000; do
	head -c $size a.o > cut.o
	refused "an object of $size bytes" 'cut\.o' cut.o
done

# Baselines.
lines=$(wc -l < good.kabi)
head -n $((lines - 1)) good.kabi > cut.kabi
refused "a baseline without its trailer" 'cut\.kabi' cut.kabi
head -n $((lines / 2)) good.kabi > cut.kabi
refused "half a baseline" 'cut\.kabi' cut.kabi
sed '1s/1$/2/' good.kabi > later.kabi
refused "a baseline of a later version" 'later\.kabi:1: .*version' later.kabi
sed 's/^end .*/end 1/' good.kabi > count.kabi
refused "a trailer with another count" 'count\.kabi' count.kabi
sed 's/^struct foo size=[0-9]*/struct foo size=x/' good.kabi > size.kabi
refused "a size that is no number" 'size\.kabi:[0-9]+: .*struct foo' size.kabi
sed 's/^	int$/	*/; s/^	0 a +0 int/	0 a +0 */' good.kabi > type.kabi
refused "a type that ends early" 'type\.kabi:[0-9]+: .*struct foo' type.kabi
sed 's/^struct foo/shape foo/' good.kabi > kind.kabi
refused "a kind that nobody knows" "kind\\.kabi:[0-9]+: .*shape" kind.kabi
{
	sed '/^end /d' good.kabi
	printf 'typedef zig\n\tzag\ntypedef zag\n\tzig\n'
	sed -n 's/^end //p' good.kabi | { read -r n; echo "end $((n + 2))"; }
} > loop.kabi
refused "typedefs that name each other" 'loop\.kabi: .*(zig|zag)' loop.kabi
{
	sed '/^end /d' good.kabi
	printf 'variable v role=def size=8\n\t'
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "*" }'
	printf 'int\n'
	sed -n 's/^end //p' good.kabi | { read -r n; echo "end $((n + 1))"; }
} > deep.kabi
refused "a pointer to a pointer, 100000 times" 'deep\.kabi' deep.kabi

# XML.
head -c $(($(wc -c < good.xml) / 2)) good.xml > cut.xml
refused "half an XML baseline" 'cut\.xml' cut.xml
sed 's/<kabi-baseline/<something-else/; s/kabi-baseline>/something-else>/' good.xml > other.xml
refused "XML of another kind" 'other\.xml' other.xml

# Every prefix of a baseline is refused, and none crashes a program.
size=$(wc -c < good.kabi)
step=$((size / 40 + 1))
at=0
bad=0
while [ $at -lt "$((size - 1))" ]; do
	head -c $at good.kabi > prefix.kabi
	kabi-show prefix.kabi > out 2> err
	[ $? -eq 1 ] && [ -s err ] || bad=$((bad + 1))
	at=$((at + step))
done
check "prefixes of a baseline" test $bad -eq 0

# Two machines.
sed 's/^	arch .*/	arch aarch64/' good.kabi > other.kabi
error "two architectures, merged" 1 'aarch64' kabi-collect -o result good.kabi other.kabi
error "two architectures, compared" 1 'aarch64' kabi-diff good.kabi other.kabi
finish
