#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# <kabi/kabi.h>: every mark compiles quietly wherever a kernel's headers do, says
# what it cannot promise while compiling, and is proved by kabi-diff.
. "$(dirname "$0")/../tap.sh"

cat > a.c <<'C'
#include <kabi/kabi.h>
struct ops {
	int a;
#ifdef NEW
	int b;
#endif
};
struct foo {
#ifdef NEW
	KABI_REPLACE(unsigned int depth, int depth);
	KABI_IGNORE(1, unsigned int users);
	KABI_USE(1, struct ops *ops);
	KABI_USE2(2, unsigned short a, unsigned char b : 3);
	KABI_USE_ARRAY(3, 2, struct ops *many[2]);
	long last;
	KABI_EXTEND(long more);
#else
	unsigned int depth;
	KABI_RESERVE(1);
	KABI_RESERVE(2);
	KABI_RESERVE_ARRAY(3, 2);
	long last;
#endif
};
enum color {
	RED,
#ifdef NEW
	PINK,
#endif
	LAST
};
struct other {
#ifdef NEW
	int x;
#endif
	int y;
};
#ifdef NEW
KABI_DECLONLY(ops);
KABI_BYTE_SIZE(foo, FOO_SIZE);
KABI_ENUMERATOR_IGNORE(color, PINK);
KABI_ENUMERATOR_VALUE(color, LAST, 1);
KABI_TYPE_STRING("s#other", "structure_type other");
#endif
int f(struct foo *foo, enum color color, struct other *other);
int f(struct foo *foo, enum color color, struct other *other)
{
	return foo && other && color != LAST;
}
C

compiles() {
	"$@" -I"$tap_suite/../include" -DFOO_SIZE=48 -Wall -Wextra -Werror -c a.c \
		-o quiet.o
}
for standard in gnu89 gnu99 gnu11 gnu17 gnu2x; do
	for side in '' -DNEW '-DNEW -D__CHECKER__'; do
		# shellcheck disable=SC2086 # flags are words
		check "$standard $side, pedantic" \
			compiles "$CC" "-std=$standard" $side -Wpedantic
	done
done
if command -v clang > found; then
	check "clang" compiles clang -DNEW -std=gnu11
else
	skip "clang" "is not there"
fi
if command -v sparse > found; then
	expect "sparse" 0 sparse -I"$tap_suite/../include" -DFOO_SIZE=48 -DNEW a.c
	check "is quiet" diff /dev/null err
else
	skip "sparse" "is not there"
fi
echo '#include <kabi/kabi.h>' > empty.S
check "assembly" "$CC" -I"$tap_suite/../include" -c empty.S

# What genksyms makes a CRC of is what was there before.
genksyms_sees() {
	"$CC" -E -P -D__GENKSYMS__ -I"$tap_suite/../include" "$@" marks.c |
		tr -d ' \n' | sed 's/;;*/;/g; s/structkabi_slot_of_no_rule;//g'
}
sed -n "/^#include/p; /^struct foo/,/^};/p" a.c > marks.c
echo 'KABI_DECLONLY(foo);' >> marks.c
genksyms_sees > old.i
genksyms_sees -DNEW > new.i
check "genksyms sees the struct" has old.i '__kabi_reserved3\[2\];longlast;\}'
check "and the same one" cmp old.i new.i

cp a.c old.c
cp a.c new.c
record old.c -I"$tap_suite/../include"
record new.c -I"$tap_suite/../include" -DNEW -DFOO_SIZE=48
expect "all marks are proved" 4 kabi-diff --format=json -o report old.o new.o
check "to the last one" python3 - report <<'PYTHON'
import json
import sys
report = json.load(open(sys.argv[1]))
found = [(c["level"], c["id"], c["subject"], c["member"])
         for c in report["changes"]]
assert sorted(found) == [
    ("note", "member-replaced", "struct foo", "depth"),
    ("note", "reserve-used", "struct foo", "__kabi_reserved1"),
    ("note", "reserve-used", "struct foo", "__kabi_reserved2"),
    ("note", "reserve-used", "struct foo", "__kabi_reserved3"),
], found
hidden = " ".join(report["not_compared"])
for word in ("struct ops, only declared", "struct foo beyond 48 bytes",
             "PINK, ignored", "true value of LAST", "struct other, told"):
    assert word in hidden, (word, hidden)
assert len(report["not_compared"]) == 5
PYTHON
record new.c -I"$tap_suite/../include" -DNEW -DFOO_SIZE=56
expect "a size that is not the old one" 12 kabi-diff old.o new.o
check "is a break" has out 'type-size-changed: size 48 -> size 56'

# refused NAME DECLARATION
refused() {
	printf '#include <kabi/kabi.h>\nstruct s { %s; };\n' "$2" > bad.c
	expect "$1" 1 "$CC" -I"$tap_suite/../include" -c bad.c
	check "$1 is told" has err 'kabi: the new member'
}
refused "a slot that is too small" 'KABI_USE(1, long a[2])'
refused "two that are too large" 'KABI_USE2(1, long a, char b)'
refused "an array of slots that is too small" 'KABI_USE_ARRAY(1, 2, char a[17])'
refused "too much alignment" 'KABI_REPLACE(char a[8], long b)'
refused "too large a member" 'KABI_REPLACE(int a, long b)'
finish
