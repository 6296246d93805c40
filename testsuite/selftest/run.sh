#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The runner on tests that pass, fail, are expected to fail, and are broken.
. "$(dirname "$0")/../tap.sh"

# gives NAME PATTERN [PATTERN]: runs the test case.c; its result line matches the
# first pattern, some other line of the output the second.
gives() {
	"$tap_suite/run" case.c > out 2> err
	echo $? > status
	grep -E '^(not )?ok ' out > result
	sed '/^ok /d; /^not ok /d' out > rest
	if [ "$(wc -l < result)" -eq 1 ] && grep -qE -e "$2" result &&
		{ [ $# -lt 3 ] || grep -qE -e "$3" rest; } && [ ! -s err ]; then
		ok "$1"
	else
		not_ok "$1" "$(cat out err)"
	fi
	closing=$(tail -n 1 out)
	case $(cat result) in
	"ok "*"# SKIP"* | "not ok "*"# TODO"*)
		tally="0 passed, 0 failed, 1 skipped 0" ;;
	"ok "*) tally="1 passed, 0 failed 0" ;;
	*) tally="0 passed, 1 failed 1" ;;
	esac
	check "$1: closing line and status" \
		test "$closing $(cat status)" = "$tally"
}

# A test of one structure; what follows the tags comes from standard input.
structure() {
	cat <<'TEST'
struct foo {
	int a;
	char b;
};
int f(struct foo *foo) { return foo->b; }
/*
kabi-test: a structure
kabi-records: struct foo
TEST
	cat
}

right='kabi-expect-start
struct foo size=8 align=4 at=test.c:1
	0 a +1 int
	4 b +2 char
kabi-expect-end
*/'
wrong=$(printf '%s\n' "$right" | sed 's/	4 b/	5 b/')

printf '%s\n' "$right" | structure > case.c
gives "a right expectation" '^ok 1 - .*case\.c: a structure$'
printf '%s\n' "$wrong" | structure > case.c
gives "a wrong expectation" '^not ok' '^#   \+	4 b \+2 char$'
printf '%s\n' "kabi-xfail: not yet" "$wrong" | structure > case.c
gives "known to fail" '^not ok 1 - .* # TODO not yet$'
printf '%s\n' "kabi-xfail: not yet" "$right" | structure > case.c
gives "known to fail, but passes" '^not ok 1 - [^#]*$' 'passes'
printf '%s\n' "kabi-require: gcc>=1000" "$wrong" | structure > case.c
gives "skipped for want of a compiler" '^ok 1 - .* # SKIP needs gcc>=1000$'
printf '%s\n' "kabi-require: gcc>=5" "kabi-require: gcc<1000" "$right" | structure > case.c
gives "conditions that hold" '^ok 1 - [^#]*$'
printf '%s\n' "kabi-require: nonsense" "$right" | structure > case.c
gives "a condition that nobody knows skips" '# SKIP needs nonsense$'
printf '%s\n' "kabi-contains: ^	4 b" "kabi-excludes: ^	5" '*/' | structure > case.c
gives "patterns that hold" '^ok'
printf '%s\n' "kabi-contains: ^	5 b" '*/' | structure > case.c
gives "a pattern that does not match" '^not ok' 'kabi-contains: no line matches'
printf '%s\n' "kabi-excludes: ^	4" '*/' | structure > case.c
gives "a pattern that matches and should not" '^not ok' "kabi-excludes: .* matches"
printf '%s\n' "kabi-exit: 1" "$right" | structure > case.c
gives "another status" '^not ok' 'status 0, expected 1'
printf '%s\n' "kabi-stderr-start" "a word" "kabi-stderr-end" "$right" | structure > case.c
gives "something expected on stderr" '^not ok' 'kabi-stderr: - expected'

# Broken tests.
printf '%s\n' "kabi-recrods: struct" "$right" | structure > case.c
gives "an unknown tag" '^not ok .*not a valid test' "unknown tag 'kabi-recrods'"
printf '%s\n' "some text" "$right" | structure > case.c
gives "what is no tag" '^not ok .*not a valid test' 'neither a tag nor a block'
printf '%s\n' "kabi-run: dance" "$right" | structure > case.c
gives "an unknown kind" '^not ok .*not a valid test' "no kind 'dance'"
printf '%s\n' "kabi-except: opt" "$right" | structure > case.c
gives "an exception without a reason" '^not ok .*not a valid test' 'opt: no reason'
printf '%s\n' "kabi-except: speed it is slow" "$right" | structure > case.c
gives "an exception to what is no check" '^not ok .*not a valid test' "no check 'speed'"
printf '%s\n' '*/' | structure > case.c
gives "no expectation" '^not ok .*not a valid test' 'expects nothing'
printf '%s\n' "kabi-expect-start" "x" "*/" | structure > case.c
gives "a block without its end" '^not ok .*not a valid test' 'without its end'
printf '%s\n' "$right" "int g;" | structure > case.c
gives "C behind the tags" '^not ok .*not a valid test' 'behind the closing comment'
echo 'int f(void) { return 0; }' > case.c
gives "no tags" '^not ok .*not a valid test' 'no comment that begins with kabi-test'
{ echo 'this is not C'; printf '%s\n' "$right" | structure; } > case.c
gives "C that does not compile" '^not ok' 'compiling test.c:'
{ echo '/* kabi-file: ../escape.c */'; printf '%s\n' "$right" | structure; } > case.c
gives "a file outside of the directory" '^not ok .*not a valid test' 'bad file name'

# Several files; lines keep their numbers.
cat > case.c <<'TEST'
#include "sub/foo.h"
int f(struct foo *foo) { return foo->b; }
/* kabi-file: sub/foo.h */
struct foo {
	int a;
	char b;
};
/*
kabi-test: a header
kabi-records: struct foo
kabi-expect-start
struct foo size=8 align=4 at=sub/foo.h:4
	0 a +1 int
	4 b +2 char
kabi-expect-end
*/
TEST
gives "a header" '^ok'

# Both sides in one file.
both='struct foo {
#ifdef NEW
	long n;
#endif
	int a;
};
int f(struct foo *foo) { return foo->a; }
/*
kabi-test: both sides
kabi-run: diff'
printf '%s\n' "$both" "kabi-contains: struct foo" "*/" > case.c
gives "a difference" '^ok'
printf '%s\n' "$both" "kabi-changes-start" "kabi-changes-end" "*/" > case.c
gives "a difference where none is expected" '^not ok' '^#   \+break member-added struct foo: n'
printf '%s\n' "$both" "kabi-exit: 0" "*/" > case.c
gives "a status that was not expected" '^not ok' 'status 12, expected 0'

# --update writes what came, and then the test passes.
printf '%s\n' "$wrong" | structure > case.c
check "--update" "$tap_suite/run" --update case.c
printf '%s\n' "$right" | structure > wanted.c
check "--update replaces the block" diff wanted.c case.c
printf '%s\n' '*/' | structure > case.c
check "--update of a test that expects nothing yet" "$tap_suite/run" --update case.c
check "--update adds a block" diff wanted.c case.c

# Scripts.
printf '%s\n' 'echo "ok 1 - one"' 'echo "not ok 2 - two"' \
	'echo "1 passed, 1 failed"' 'exit 1' > good.sh
expect "a script with a failure" 1 "$tap_suite/run" good.sh
check "its results are counted" has out '^1 passed, 1 failed$'
printf '%s\n' 'echo "ok 1 - one"' 'exit 1' > bad.sh
expect "a script that ends early" 1 "$tap_suite/run" bad.sh
check "counts as a failure" has out '^1 passed, 1 failed$'

# The command line.
expect "no test" 3 "$tap_suite/run"
expect "an unknown option" 3 "$tap_suite/run" --quick case.c
expect "a bad number" 3 "$tap_suite/run" -j two case.c
expect "a file that is not there" 1 "$tap_suite/run" missing.c
for i in 1 2 3 4 5; do
	printf '%s\n' "$right" | structure > "many$i.c"
done
expect "three at a time" 0 "$tap_suite/run" -j3 many*.c
sed -n 's/^ok \([0-9]*\) - .*many\([0-9]\).*/\1\2/p' out | tr '\n' ' ' > order
check "results come in the order of the command line" has order '^11 22 33 44 55 $'
finish
