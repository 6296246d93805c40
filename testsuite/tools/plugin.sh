#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The plugin as GCC's guest: arguments, when it does nothing, what it leaves.
. "$(dirname "$0")/../tap.sh"

plugin=-fplugin=$KABI_BUILD/kabi.so
cat > a.c <<'C'
#include "a.h"
int f(struct foo *foo) { return foo->a + LIMIT; }
C
printf '#define LIMIT 7\nstruct foo { int a; };\n' > a.h

# records OBJECT / records_not OBJECT: is there a section .kabi?
records() {
	objdump -h "$1" | grep -q ' \.kabi '
}
records_not() {
	! records "$1"
}

expect "a file" 0 "$CC" "$plugin" -c a.c
check "it has the section" records a.o
check "the compiler says nothing" test ! -s err -a ! -s out
readelf -SW a.o | sed -n 's/.* \.kabi //p' | awk '{ print $1, $6, $9 }' > section
check "its type, flags and alignment" \
	test "$(cat section)" = "LOOS+0xb616269 E 1"

# refuses NAME PATTERN ARGUMENT...
refuses() {
	name=$1
	pattern=$2
	shift 2
	rm -f a.o
	expect "$name: refused" 1 "$CC" "$plugin" "$@" -c a.c
	check "$name: named" has err "error: .*$pattern"
	check "$name: no object" test ! -e a.o
}
refuses "an unknown argument" nonsense -fplugin-arg-kabi-nonsense
refuses "an unknown argument with a value" nonsense -fplugin-arg-kabi-nonsense=1
refuses "an unknown scope" 'scope.*little' -fplugin-arg-kabi-scope=little
refuses "a scope without a value" scope -fplugin-arg-kabi-scope
refuses "a value for what has none" optional -fplugin-arg-kabi-optional=yes
for argument in scope=used scope=all optional; do
	expect "argument $argument" 0 "$CC" "$plugin" -fplugin-arg-kabi-$argument -c a.c
	check "argument $argument: recorded" records a.o
done

# Another compiler.
other=
for candidate in gcc-11 gcc-12 gcc-13 gcc-14 gcc-15; do
	command -v $candidate > /dev/null || continue
	[ "$($candidate -dumpfullversion)" = "$($CC -dumpfullversion)" ] ||
		other=$candidate
done
if [ -n "$other" ]; then
	rm -f a.o
	expect "another compiler" 1 "$other" "$plugin" -c a.c
	check "both versions are named" sh -c "grep -F '$($CC -dumpfullversion)' err |
		grep -F '$($other -dumpfullversion)'"
	expect "another compiler, optional" 0 "$other" "$plugin" \
		-fplugin-arg-kabi-optional -c a.c
	check "another compiler, optional: says nothing" test ! -s err
	check "another compiler, optional: records nothing" records_not a.o
else
	skip "another compiler" "needs a second GCC"
fi

# Where there is nothing to record.
expect "-E" 0 "$CC" "$plugin" -E a.c
check "-E: output as without it" sh -c "$CC -E a.c | diff - out"
expect "-fsyntax-only" 0 "$CC" "$plugin" -fsyntax-only a.c
expect "-M" 0 "$CC" "$plugin" -M a.c
echo 'int broken(' > broken.c
expect "C with errors" 1 "$CC" "$plugin" -c broken.c
sed 's/^broken.c:[0-9:]* //' err > with
"$CC" -c broken.c 2>&1 | sed 's/^broken.c:[0-9:]* //' > without
check "C with errors: the same messages" diff without with
: > empty.c
expect "an empty file" 0 "$CC" "$plugin" -c empty.c
echo '.globl x' > asm.S
expect "assembly" 0 "$CC" "$plugin" -c asm.S
expect "assembler source (-S)" 0 "$CC" "$plugin" -S -o a.s a.c
check "no line that kbuild takes for an offset" lacks a.s '^[ 	]*\.ascii[ 	]*"->'
expect "-S, then as" 0 "$CC" -c -o via-s.o a.s
"$CC" "$plugin" -c a.c
check "the same object" cmp a.o via-s.o
expect "-pipe and -save-temps" 0 "$CC" "$plugin" -pipe -c -o piped.o a.c
check "the same object through a pipe" cmp a.o piped.o
if command -v "$(echo "$CC" | sed 's/gcc/g++/')" > /dev/null; then
	echo 'int f() { return 0; }' > plus.cc
	expect "C++" 0 "$(echo "$CC" | sed 's/gcc/g++/')" "$plugin" -c plus.cc
	check "C++: nothing recorded" records_not plus.o
fi
mkdir -p arch/x86/purgatory
cp a.c a.h arch/x86/purgatory/
expect "purgatory" 0 "$CC" "$plugin" -c -o purgatory.o arch/x86/purgatory/a.c
check "purgatory: nothing recorded" records_not purgatory.o

# Preprocessed input has no macros: the record says so.
"$CC" -E -o a.i a.c
expect "preprocessed input" 0 "$CC" "$plugin" -c -o i.o a.i
kabi-collect -o i.kabi i.o
check "preprocessed input: it says so" has i.kabi '^unit .*macros=no'
check "preprocessed input: types are there" has i.kabi '^struct foo size=4'
check "preprocessed input: no macros" lacks i.kabi '^macro '

# The same bytes wherever it is built, and with other names of the same paths.
mkdir -p one two/deeper
cp a.c a.h one/
cp a.c a.h two/deeper/
for place in one two/deeper; do
	(cd $place && "$CC" "$plugin" -c a.c)
done
check "two directories, one object" cmp one/a.o two/deeper/a.o
"$CC" "$plugin" -ffile-prefix-map="$PWD/one/"= -c -o mapped.o "$PWD/one/a.c"
kabi-collect -o mapped.kabi mapped.o
check "-ffile-prefix-map" has mapped.kabi '^struct foo .* at=a\.h:2$'
kabi-collect -o abs.kabi mapped.o a.o one/a.o
check "no absolute path" lacks abs.kabi "$PWD"
finish
