#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Which lines of headers depend on which options: from the trees that a build
# directory knows, of the headers that define what is recorded, and no further.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/object.inc"

# structs FILE...: a TU with a struct in each.
structs() {
	echo "unit kernel/a.c scope=used"
	echo "base int size=4 align=4 encoding=signed"
	for file; do
		number=$((number + 1))
		printf 'struct s%02d size=4 align=4 at=%s:1\n\t0 a int\n' \
			"$number" "$file"
	done
}

# make_build FILE...: a kernel in build/, from source/, with these headers.
make_build() {
	number=0
	rm -rf build
	mkdir -p build/include/config build/include/generated
	echo 6.1.0-test > build/include/config/kernel.release
	: > build/modules.order
	structs "$@" | object vmlinux
	mv vmlinux.o build/
	ln -s ../source build/source
}

mkdir -p source/include/linux outside
cat > source/include/linux/foo.h <<'HEADER'
#ifndef _FOO_H
#define _FOO_H
/* #ifdef CONFIG_COMMENT */
struct s01 {
#ifdef CONFIG_A
	int a;
# if IS_ENABLED(CONFIG_C) || \
	defined(CONFIG_B)
	int b;
# endif
#elif CONFIG_HZ > 100
	int c;
#endif
};
#endif
HEADER
echo 'struct s02 { int a; };' > source/include/linux/plain.h
printf '#if CONFIG_G\n#endif\n' > source/include/linux/gen.h
printf '#ifdef CONFIG_NOT_ASKED\n#endif\n' > source/include/linux/other.h

cat > wanted <<'RECORDS'
conditions include/linux/foo.h
	5 13 CONFIG_A CONFIG_HZ
	7 10 CONFIG_B CONFIG_C
RECORDS

conditions() {
	sed -n '/^conditions /,/^[^c	]/{/^[c	]/p}' "$1"
}

make_build include/linux/foo.h include/linux/plain.h kernel/a.c '<stdarg.h>'
expect "a build directory and its source" 0 kabi-collect -o got build
conditions got > lines
check "the header's conditions, and of no other file" diff -u wanted lines
check "nothing to tell" test ! -s err
check "no path of the machine" lacks got "$tap_work"
check "the text is read again" kabi-collect -o again got
check "and is the same" diff -u got again
expect "as XML" 0 kabi-collect --format=xml -o got.xml build
kabi-collect -o again got.xml
check "and back" diff -u got again

# The source tree itself, as without O=.
rm build/source
cp -r source/include build/
expect "a tree that was built in its source" 0 kabi-collect -o got build
conditions got > lines
check "has the same conditions" diff -u wanted lines

# What is generated lies in the object tree, and comes before the source's.
make_build include/linux/gen.h include/generated/only.h
mkdir -p build/include/linux
printf '\n#if CONFIG_H\n#endif\n' > build/include/linux/gen.h
printf '#if CONFIG_I\n#endif\n' > build/include/generated/only.h
expect "generated headers" 0 kabi-collect -o got build
conditions got > lines
cat > wanted.generated <<'RECORDS'
conditions include/generated/only.h
	1 2 CONFIG_I
conditions include/linux/gen.h
	2 3 CONFIG_H
RECORDS
check "are the object tree's" diff -u wanted.generated lines

# Without the source.
make_build include/linux/foo.h include/linux/plain.h
rm build/source
expect "the source is gone" 0 kabi-collect -o got build
check "one word about it" test "$(wc -l < err)" = 1
check "says how many" has err \
	'^kabi-collect: build: 2 headers could not be read \(include/linux/foo\.h, include/linux/plain\.h\): no conditions for them$'
check "no conditions" lacks got ^conditions
expect "loose objects" 0 kabi-collect -o got build/vmlinux.o
check "have no conditions" lacks got ^conditions
check "which nobody expects" test ! -s err

# Names from records lead nowhere else.
printf '#if CONFIG_OUT\n#endif\n' > outside/out.h
cp outside/out.h out.h
make_build "$tap_work/out.h" ../out.h include/../../out.h ../outside/out.h \
	include/.. .. . include build/.. source/../../out.h
expect "names that lead out of the trees" 0 kabi-collect -o got build
check "are not followed" lacks got 'CONFIG_OUT|^conditions'
check "but told" has err '^kabi-collect: build: 10 headers could not be read'

# Only plain files of a sane size.
make_build include/pipe.h include/dir.h include/huge.h include/zero.h \
	include/long.h/x include/linux/foo.h
mkfifo build/include/pipe.h
mkdir build/include/dir.h
truncate -s 65M build/include/huge.h
ln -s /dev/zero build/include/zero.h
expect "what is no plain file, or huge" 0 timeout 20 kabi-collect -o got build
check "is not read" has err ' 5 headers could not be read '
conditions got > lines
check "the others are" diff -u wanted lines

# Directives that do not fit together.
make_build include/open.h include/close.h include/comment.h include/empty.h \
	include/linux/foo.h
printf '#ifdef CONFIG_A\n#ifdef CONFIG_B\n#endif\n' > build/include/open.h
printf '#ifdef CONFIG_A\n#endif\n#endif\n' > build/include/close.h
printf '#ifdef CONFIG_A\n#endif\n/*\n' > build/include/comment.h
: > build/include/empty.h
expect "headers that are not whole" 0 kabi-collect -o got build
check "an #if without #endif is told" \
	has err '^kabi-collect: build: include/open\.h:1: #if without #endif: no conditions for it$'
check "an #endif without #if" \
	has err '^kabi-collect: build: include/close\.h:3: #endif without #if: '
check "a comment without end" \
	has err '^kabi-collect: build: include/comment\.h:3: a comment without end: '
conditions got > lines
check "the others have theirs" diff -u wanted lines

# A name with bytes that a record's name may not have.
make_build 'include/a%20b=c.h'
printf '#if CONFIG_A\n#endif\n' > 'build/include/a b=c.h'
expect "an odd name" 0 kabi-collect -o got build
check "is escaped" has got '^conditions include/a%20b%3dc\.h$'

# Together with a baseline that has conditions.
make_build include/linux/foo.h
cat > base <<'BASELINE'
kabi-baseline 1
	arch x86_64
	release 6.1.0-test
	origin build
	exports table
unit kernel/z.c scope=used
conditions include/linux/foo.h
	5 13 CONFIG_A CONFIG_Z
	20 30 CONFIG_Y
conditions include/linux/gone.h
	1 2 CONFIG_X
end 3
BASELINE
case $($CC -dumpmachine) in
x86_64*) ;;
*) sed -i "s/x86_64/$(uname -m)/" base ;;
esac
expect "a build directory and a baseline" 0 kabi-collect -o got build base
conditions got > lines
cat > wanted.both <<'RECORDS'
conditions include/linux/foo.h
	5 13 CONFIG_A CONFIG_HZ CONFIG_Z
	7 10 CONFIG_B CONFIG_C
	20 30 CONFIG_Y
conditions include/linux/gone.h
	1 2 CONFIG_X
RECORDS
check "add up" diff -u wanted.both lines
finish
