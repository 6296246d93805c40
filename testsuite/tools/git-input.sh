#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Inputs that are committed: git:REV:PATH, of every program that takes INPUTs.
. "$(dirname "$0")/../tap.sh"

if ! command -v git > found; then
	skip "git:REV:PATH" "needs git"
	finish
fi
# Nothing of who runs this: no configuration, no repository around us.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES="$PWD"
unset GIT_DIR GIT_WORK_TREE
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b

cat > a.c <<'C'
struct foo {
	int a;
#ifdef NEW
	int b;
#endif
};
int f(struct foo *foo)
{
	return foo->a;
}
C
record a.c
mkdir -p repo/abi/sub
cd repo || exit 3
git init -q .
kabi-collect -o abi/base ../a.o
kabi-collect --format=xml -o abi/base.xml ../a.o
gzip -c abi/base > abi/base.gz
cp ../a.o abi/a.o
echo 'no baseline' > abi/other
git add abi && git commit -q -m one && git tag v1
cd .. && record a.c -DNEW && cd repo || exit 3
kabi-collect -o abi/base ../a.o

expect "OLD of a revision" 12 kabi-diff git:HEAD:abi/base abi/base
check "is named so" has ../out '^--- git:HEAD:abi/base \('
check "and compared" has ../out 'struct foo'
expect "NEW of a revision" 12 kabi-diff abi/base git:v1:abi/base
expect "both" 0 kabi-diff git:HEAD:abi/base git:v1:abi/base
for file in base.xml base.gz a.o; do
	expect "$file" 0 kabi-diff git:HEAD:abi/base "git:HEAD:abi/$file"
done
git add abi
expect "the index" 0 kabi-diff git::abi/base abi/base
git commit -q -m two
expect "what git calls a revision" 0 kabi-diff 'git:HEAD^{/^one}:abi/base' 'git:v1~0^0:abi/base.xml'
expect "an older one" 12 kabi-diff git:HEAD~1:abi/base git:HEAD:abi/base
expect "several are merged" 0 kabi-collect -o merged git:v1:abi/base git:v1:abi/base.xml
expect "shown" 0 kabi-show git:v1:abi/base foo
check "as of then" has ../out 'size: 4,'
cd abi/sub || exit 3
expect "from the top" 0 kabi-collect -o merged git:v1:abi/base
expect "relative" 0 kabi-collect -o relative git:v1:../base git:v1:../base.gz
check "is the same" cmp merged relative
cd ../.. || exit 3

error "no such file" 1 '^kabi-diff: git:v1:abi/none: fatal: path' kabi-diff git:v1:abi/none abi/base
error "no such revision" 1 '^kabi-show: git:nope:abi/base: fatal: ' kabi-show git:nope:abi/base
error "a folder" 1 '^kabi-show: git:v1:abi: fatal: ' kabi-show git:v1:abi
error "no baseline" 1 '^kabi-collect: git:v1:abi/other: neither' kabi-collect -o x git:v1:abi/other
error "two, of which one is none" 1 '^kabi-collect: git:v1:abi/none: fatal' kabi-collect -o x abi/base git:v1:abi/none
error "an option" 1 "git:--textconv:abi/base: no revision begins with '-'" kabi-show git:--textconv:abi/base
error "no path" 1 'git:v1: is not git:REV:PATH' kabi-show git:v1
error "an empty path" 1 'git:v1:: is not git:REV:PATH' kabi-show git:v1:
error "nothing" 1 'git:: is not git:REV:PATH|git: is not git:REV:PATH' kabi-show git:
# shellcheck disable=SC2016 # nothing shall be expanded
error "no shell reads it" 1 'git:v1:abi/\$\(touch bad\);touch bad: fatal' kabi-show 'git:v1:abi/$(touch bad);touch bad'
check "really" test ! -e bad

cp abi/base ./git:v1:x
expect "a file of such a name" 0 kabi-show ./git:v1:x
cp merged ../merged
cd .. || exit 3
error "no repository" 1 '^kabi-show: git:v1:abi/base: fatal: not a git repository' kabi-show git:v1:abi/base
show=$(command -v kabi-show)
expect "no git" 1 env PATH=/nowhere "$show" git:v1:abi/base
check "is told" has err '^kabi-show: git:v1:abi/base: git is needed, and not installed$'
finish
