#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Why something changed, and what was not compared, in text and JSON; from
# objects of the plugin, with the conditions that a baseline has besides.
. "$(dirname "$0")/../tap.sh"

mkdir -p include
cat > include/acme.h <<'H'
#ifdef CONFIG_ACME_WIDE
#define ACME_MAX (16 * CONFIG_ACME_FACTOR)
#else
#define ACME_MAX (8 * CONFIG_ACME_FACTOR)
#endif
struct acme {
	long a;
#ifdef CONFIG_ACME_DEBUG
	long debug;
#endif
	long z;
};
H
cat > a.c <<'C'
#include "include/acme.h"
long acme_get(struct acme *acme) { return acme->z + ACME_MAX; }
C
record a.c -DCONFIG_ACME_FACTOR=2 -DCONFIG_ACME_DEBUG=1
mv a.o old.o
record a.c -DCONFIG_ACME_FACTOR=3
mv a.o new.o

# with_conditions NAME: NAME.kabi of NAME.o, with the lines of acme.h.
with_conditions() {
	kabi-collect -o plain.kabi "$1.o" || not_ok "collects $1"
	awk '/^export/ && !done {
		print "conditions include/acme.h"
		print "\t1 5 CONFIG_ACME_WIDE"
		print "\t8 10 CONFIG_ACME_DEBUG"
		done = 1
	}
	/^end / { $2++ }
	{ print }' plain.kabi > "$1.kabi"
}
with_conditions old
with_conditions new
expect "compares" 12 kabi-diff --format=text --format=json:report.json old.kabi new.kabi
check "a member" grep -A1 'member-removed: debug' out
check "and why it is gone" has out '^        because of CONFIG_ACME_DEBUG: y -> n$'
check "a value" has out 'macro-value-changed: 16 -> 24'
check "and what it is made from" has out '^        because of CONFIG_ACME_FACTOR: 2 -> 3$'
check "in JSON" has report.json '"id":"member-removed",.*"cause":"CONFIG_ACME_DEBUG: y -> n"'
check "what is no reason is not named" lacks report.json 'ACME_WIDE'
check "all was compared" has report.json '^"not_compared":\[\],$'
expect "the other way round" 12 kabi-diff new.kabi old.kabi
check "has the reasons of the other way" has out 'because of CONFIG_ACME_DEBUG: n -> y'

# The body of an inline function, by lines that the collector finds.
# build DIRECTORY [FLAG...]: a kernel's build of one object.
build() {
	mkdir -p "$1/include/config" "$1/include/linux"
	echo 6.1.0 > "$1/include/config/kernel.release"
	cat > "$1/include/linux/body.h" <<-'H'
	static inline int acme_of_code(int i)
	{
		return IS_ENABLED(CONFIG_ACME_CODE) ? i + 1 : i;
	}
	static inline int acme_of_if(int i)
	{
	#ifdef CONFIG_ACME_IF
		i++;
	#endif
		return i;
	}
	H
	cat > "$1/body.c" <<-'C'
	#define __ARG_PLACEHOLDER_1 0,
	#define SECOND(ignored, value, ...) value
	#define IS_ENABLED(option) IS_ENABLED_(option)
	#define IS_ENABLED_(value) IS_ENABLED__(__ARG_PLACEHOLDER_##value)
	#define IS_ENABLED__(place) SECOND(place 1, 0)
	#include "include/linux/body.h"
	int acme(int i) { return acme_of_code(i) + acme_of_if(i); }
	C
	(
		cd "$1" && shift &&
		$CC -O2 "-fplugin=$KABI_PLUGIN" "$@" -c -o vmlinux.o body.c
	) || not_ok "compiles body.c"
}
build first
build second -DCONFIG_ACME_CODE=1 -DCONFIG_ACME_IF=1
expect "compares builds" 4 kabi-diff first second
check "what the code of an inline function asks for" sh -c \
	'grep -A9 "inline acme_of_code" out | grep "because of CONFIG_ACME_CODE: n -> y"'
check "what an #if in it asks for" sh -c \
	'grep -A9 "inline acme_of_if" out | grep "because of CONFIG_ACME_IF: n -> y"'
check "nothing else" test "$(grep -c 'because of' out)" -eq 2

# Preprocessed input has no macros: none of them is gone.
$CC -O2 -DCONFIG_ACME_FACTOR=2 -DCONFIG_ACME_DEBUG=1 -E -o a.i a.c
$CC -O2 "-fplugin=$KABI_BUILD/kabi.so" -c -o pre.o a.i || not_ok "compiles a.i"
expect "kabi-collect of preprocessed input" 0 kabi-collect -o pre.kabi pre.o
check "says so" has err '^kabi-collect: no macros are known of 1 of 1 units, .*: a\.c$'
expect "no macro is gone" 0 kabi-diff old.o pre.o
check "nothing to report" test ! -s out
expect "and none is new" 0 kabi-diff pre.o old.o
expect "other changes are reported" 12 kabi-diff --format=text --format=json:report.json new.o pre.o
check "and that macros were not compared" has out '^not compared: macros that only one side has, '
check "in JSON too" has report.json '^"not_compared":\["macros that only one side has, '
check "no macro among them" lacks out 'macro-(removed|added)'
finish
