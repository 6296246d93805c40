#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Which records kabi-show shows, and that its JSON is JSON.
. "$(dirname "$0")/../tap.sh"

mkdir include
cat > include/api.h <<'C'
struct foo { int a; unsigned long kabi_reserved1, kabi_reserved2[2]; };
enum { FIRST, SECOND };
typedef struct { char c; } anon;
typedef enum { X, Y } letters;
#define API_MAX 0xffffffffffffffffUL
#define API_NAME "quote\" back\\ \t \303\251 \377"
C
cat > a.c <<'C'
#include "include/api.h"
int foo(struct foo *f, anon a, letters l) { return f->a + a.c + l; }
const char *name(unsigned long n) { return n == API_MAX ? API_NAME : 0; }
C
record a.c

expect "one name, every kind" 0 kabi-show a.o foo
check "the struct" has out '^struct foo \{$'
check "the function" has out '^int foo\(struct foo \*, anon, letters\);'
check "and nothing else" lacks out 'name|anon;|API'
expect "one kind" 0 kabi-show a.o "struct foo"
check "is the struct alone" lacks out 'foo\('
expect "an enumerator" 0 kabi-show a.o SECOND
check "is its enum" has out 'FIRST = 0,$'
expect "the subject of a report" 0 kabi-show a.o "enum { FIRST, ... }"
check "is the same enum" has out 'SECOND = 1,$'

# What there is is shown, and then said what there is not.
kabi-show a.o nothing "struct foo" "enum foo" > out 2> err
check "a name that is not there: status 1" test $? -eq 1
check "it is named" has err "^kabi-show: a\\.o: there is no 'nothing', 'enum foo'$"
check "the others are shown" has out '^struct foo \{$'

expect "reserved slots" 0 kabi-show --reserved a.o
check "are counted" has out '^struct foo: 3 slots left, 24 bytes \(include/api\.h:1\)$'
check "and in all" has out '^total: 3 slots left, 24 bytes, in 1 type$'
check "arrays too" has out 'kabi_reserved2\[2\]: offset 16, 16 bytes$'
cat > b.c <<'C'
struct none { int kabi_a; };
struct group {
	union {
		struct { unsigned long kabi_reserved1; int a; };
		struct { unsigned long kabi_reserved1; int a; } copy;
	};
	union {
		struct { int x; } new;
		struct { unsigned long rh_reserved2, rh_reserved3; } __UNIQUE_ID_rh_kabi_hide2;
	};
};
int g(struct none *none, struct group *group) { return none || group; }
C
record b.c
expect "the budget" 0 kabi-show --reserved b.o
check "counts what is used" has out '^struct group: 1 slot left, 8 bytes; 2 slots used, 16 bytes'
check "each slot once" test "$(grep -c reserved1 out)" -eq 1
check "and no type that has none" lacks out none
expect "of a type that has none" 0 kabi-show --reserved b.o none
check "is nothing" has out '^total: 0 slots left, 0 bytes, in 0 types$'
kabi-collect -o b.kabi a.o b.o
kabi-show --reserved --format=json b.kabi > json
check "JSON adds up" python3 - json <<'PYTHON'
import json
import sys
*types, total = [json.loads(line) for line in open(sys.argv[1])]
assert [t["name"] for t in types] == ["foo", "group"], types
assert total["kind"] == "total" and total["types"] == 2
for key, used in (("slots", False), ("slots_used", True)):
    assert total[key] == sum(t[key] for t in types)
    for t in types:
        assert t[key] == sum(s["count"] for s in t["reserved"] if s["used"] == used)
PYTHON
expect "units" 0 kabi-show --units a.o
check "are named" has out '^unit a\.c '
check "with the settings of all" has out '^setting '
check "and nothing else" lacks out '^(struct|#define)'
error "not both" 3 'exclude' kabi-show --units --reserved a.o

expect "JSON" 0 kabi-show --format=json a.o
check "one object a line, sorted by kind" python3 - out <<'PYTHON'
import json
import sys
kinds = ["unit", "setting", "base", "struct", "union", "enum", "typedef",
         "function", "variable", "inline", "macro", "config", "section", "call",
         "rule",
         "exposure"]
records = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert records
order = [kinds.index(record["kind"]) for record in records]
assert order == sorted(order), order
found = {(r["kind"], r["name"]): r for r in records}
assert found["macro", "API_MAX"]["value"] == 2 ** 64 - 1
assert found["macro", "API_NAME"]["value"] == "quote\" back\\ \t Ã© ÿ"
assert found["function", "foo"]["export"] == "external"
assert found["function", "foo"]["type"] == "int (struct foo *, anon, letters)"
assert found["struct", "foo"]["exported"] is True
assert found["typedef", "anon"]["type"] == "struct"
enums = [r for r in records if r["kind"] == "enum"]
assert all(r["name"] is None for r in enums)
assert any(r.get("typedef") == "letters" for r in enums)
PYTHON

# All inputs are shown the same way.
kabi-collect -o a.kabi a.o
kabi-collect --format=xml -o a.xml a.o
kabi-show a.o > whole.txt
# But for what the code of one object depends on: it comes last, and no baseline
# holds it. Each of these begins with the empty line in front of it.
awk '/^exposure / { exit } NR > 1 { print line } { line = $0 }' whole.txt > object.txt
check "which is there" has whole.txt '^exposure struct foo \{$'
expect "a text baseline" 0 kabi-show a.kabi
check "shows the same" cmp object.txt out
expect "an XML baseline" 0 kabi-show a.xml
check "shows the same" cmp object.txt out
check "standard input" sh -c 'kabi-show - < a.kabi | cmp object.txt -'
expect "-o FILE" 0 kabi-show -o file.txt a.o
check "is the same" cmp whole.txt file.txt
finish
