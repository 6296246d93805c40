#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The command line is the same in every program.
. "$(dirname "$0")/../tap.sh"

cat > a.c <<'C'
struct foo { int a; };
int f(struct foo *foo) { return foo->a; }
C
record a.c
cp a.o ./-odd.o

for program in $programs; do
	expect "$program --help" 0 "$program" --help
	check "$program --help names every operand" has out "^Usage: $program .*(INPUT|OLD NEW|OBJECT)"
	check "$program --help says nothing on stderr" test ! -s err
	expect "$program -h" 0 "$program" -h
	expect "$program --version" 0 "$program" --version
	check "$program --version: nothing on stderr" test ! -s err
	error "$program: unknown option" 3 "'?--nonsense'?" "$program" --nonsense
	error "$program: unknown letter" 3 "'?-Q'?" "$program" -Q
	error "$program: no operand" 3 . "$program"
	error "$program: a value for an option that has none" 3 'verbose' \
		"$program" --verbose=1 a.o a.o
	error "$program: no value for an option that needs one" 3 'format' \
		"$program" a.o a.o --format
	error "$program: no such format" 3 "'nonsense'" \
		"$program" --format=nonsense a.o a.o
done

error "kabi-diff: one operand" 3 . kabi-diff a.o
error "kabi-diff: three operands" 3 . kabi-diff a.o a.o a.o
error "kabi-diff: no such level" 3 "'nonsense'" kabi-diff --level=nonsense a.o a.o
error "kabi-diff: no such level to fail on" 3 "'nonsense'" \
	kabi-diff --fail-on=nonsense a.o a.o
error "kabi-collect: a number that is none" 3 "'many'" kabi-collect -j many a.o
error "kabi-collect: no jobs" 3 "'0'" kabi-collect -j 0 a.o

# Options may stand behind operands, "--" ends them, "-o FILE" and "-oFILE",
# "--output FILE" and "--output=FILE" are the same.
expect "options behind operands" 0 kabi-collect a.o -o one.kabi
expect "a letter and its value in one word" 0 kabi-collect -otwo.kabi a.o
check "the same baseline" cmp one.kabi two.kabi
expect "a long option and its value in two words" 0 \
	kabi-collect --output two.kabi a.o
check "the same baseline again" cmp one.kabi two.kabi
expect "-- ends the options" 0 kabi-collect -o two.kabi -- -odd.o
check "and the same once more" cmp one.kabi two.kabi

# "-" is standard input and standard output.
expect "- is standard output" 0 kabi-collect -o - a.o
check "and that is the default" cmp out one.kabi
sh -c 'kabi-collect -o - - < one.kabi' > out 2> err
check "- is standard input" cmp out one.kabi

# The statuses of kabi-diff that scripts rely on.
printf 'struct foo { long n; int a; };\nint f(struct foo *foo) { return foo->a; }\n' > b.c
printf 'struct foo { int renamed; };\nint f(struct foo *foo) { return foo->renamed; }\n' > c.c
record b.c
record c.c
expect "nothing to report: 0" 0 kabi-diff a.o a.o
check "and nothing is said" test ! -s out -a ! -s err
expect "a break: 12" 12 kabi-diff a.o b.o
expect "a source change: 4" 4 kabi-diff a.o c.o
expect "--fail-on=source: 12" 12 kabi-diff --fail-on=source a.o c.o
expect "--level hides it: 0" 0 kabi-diff --level=risk a.o c.o
check "and nothing is said about it" test ! -s out -a ! -s err
expect "several formats in one run" 12 kabi-diff --format=json:report.json \
	--format=text:report.txt a.o b.o
check "both files are there" test -s report.json -a -s report.txt
check "JSON that others can read" python3 -m json.tool report.json

# Colour is for terminals; a file never has any.
check "no escape sequences in a file" lacks report.txt "$(printf '\033')"
finish
