#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An output file is complete or untouched.
. "$(dirname "$0")/../tap.sh"

cat > a.c <<'C'
struct foo { int a; };
int f(struct foo *foo) { return foo->a; }
C
record a.c
echo old > kept

# keeps NAME COMMAND...: it fails, and the file "kept" is what it was.
keeps() {
	name=$1
	shift
	error "$name" 1 . "$@"
	check "$name: the old file is untouched" test "$(cat kept)" = old
	check "$name: nothing is left beside it" test "$(find . -name '*kept*')" = ./kept
}

keeps "an input that is missing" kabi-collect -o kept missing.o
keeps "one input of two that is missing" kabi-collect -o kept a.o missing.o
keeps "a report of what is missing" kabi-diff -o kept a.o missing.o

mkdir folder
error "a folder that is missing" 1 'nowhere' kabi-collect -o nowhere/file a.o
error "an output that is a folder" 1 'folder' kabi-collect -o folder a.o
check "it is still a folder" test -d folder

if [ -c /dev/full ]; then
	error "a full disk, baseline" 1 '/dev/full: No space left' \
		kabi-collect -o /dev/full a.o
	error "a full disk, XML" 1 '/dev/full: No space left' \
		kabi-collect --format=xml -o /dev/full a.o
	error "a full disk, layouts" 1 '/dev/full: No space left' \
		kabi-show -o /dev/full a.o
	sh -c 'kabi-collect a.o > /dev/full' 2> err
	check "a full disk behind standard output" test $? -eq 1 -a -s err
fi

# A file that is there already keeps its permissions.
echo old > private
chmod 600 private
expect "over a private file" 0 kabi-collect -o private a.o
check "it stays private" test "$(find . -perm 600 -name private)" = ./private

# Links are followed, not replaced.
kabi-collect -o real a.o
echo old > target
ln -s target link
expect "through a link" 0 kabi-collect -o link a.o
check "the link is still one" test -L link
check "its target is the new file" cmp target real
finish
