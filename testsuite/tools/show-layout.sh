#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The compiler says whether the layouts that kabi-show prints are true: from the
# JSON comes a C program that asserts every size and offset, and finds every
# bit-field by setting it.
. "$(dirname "$0")/../tap.sh"

cat > types.h <<'C'
struct list { struct list *next, *prev; };
enum state { OFF, ON = 1u << 31 };
typedef struct { int counter; } atomic;
union word { unsigned long l; char bytes[3]; };
struct plain { char c; short s; int i; long l; char tail; };
struct bits {
	int a : 3;
	_Bool b : 1;
	unsigned int : 0;
	unsigned int c : 7, d : 30;
	char e;
	unsigned long f : 40;
	signed char g : 2;
};
struct packed { char c; int i; long l : 33; short s; } __attribute__((packed));
struct aligned { char c; int i __attribute__((aligned(32))); } __attribute__((aligned(64)));
struct nested {
	char first;
	union {
		void *p;
		struct { char x; int y; union word w; };
		struct { short u; enum state v; } named[3];
	};
	struct list list;
	atomic refs;
	int (*cb)(struct nested *, long), (*ops[4])(const char *, ...);
	struct plain matrix[2][3];
	long double big;
	char flexible[];
};
C
{
	echo '#include "types.h"'
	echo 'int f(struct plain *a, struct bits *b, struct packed *c,'
	echo '      struct aligned *d, struct nested *e) { return a->i + e->list.next->prev->next->prev - e->list.next; }'
} > types.c
record types.c
expect "layouts as JSON" 0 kabi-show --format=json types.o
cp out types.json

python3 - types.json > check.c <<'PYTHON' || not_ok "reads the JSON"
import json
import sys

print('#include <stddef.h>\n#include <stdio.h>\n#include <string.h>\n'
      '#include "types.h"\n'
      'static int wrong;\n'
      'static void find(const char *name, const unsigned char *p, size_t n,\n'
      '                 size_t first, size_t bits)\n'
      '{\n'
      '        for (size_t i = 0; i < n * 8; i++)\n'
      '                if ((p[i / 8] >> i % 8 & 1) != (i >= first && i < first + bits)) {\n'
      '                        printf("%s\\n", name);\n'
      '                        wrong = 1;\n'
      '                        return;\n'
      '                }\n'
      '}\n')
runs = []


def members(name, path, body):
    for member in body:
        if member["name"] is None:
            members(name, path, member["members"])
            continue
        full = path + member["name"]
        if "bits" in member:
            runs.append('{ %s x; memset(&x, 0, sizeof(x)); x.%s = -1; '
                        'find("%s %s", (void *)&x, sizeof(x), %d, %d); }' %
                        (name, full, name, full, member["offset"] * 8 +
                         member["bit_offset"], member["bits"]))
            continue
        print('_Static_assert(offsetof(%s, %s) == %d, "%s");' %
              (name, full, member["offset"], full))
        if not member["type"].endswith("[]"):
            print('_Static_assert(sizeof(((%s *)0)->%s) == %d, "%s");' %
                  (name, full, member["size"], full))
        if "members" in member:
            element = full + ("[0]." if "[" in member["type"] else ".")
            members(name, element, member["members"])


count = 0
for line in open(sys.argv[1]):
    record = json.loads(line)
    if record["kind"] not in ("struct", "union") and not (
            record["kind"] == "typedef" and "members" in record):
        continue
    name = record["name"]
    if record["kind"] != "typedef":
        name = record["kind"] + " " + name
    print('_Static_assert(sizeof(%s) == %d, "");' % (name, record["size"]))
    print('_Static_assert(_Alignof(%s) == %d, "");' % (name, record["align"]))
    members(name, "", record["members"])
    count += 1
print("int main(void)\n{\n" + "\n".join(runs) + "\nreturn wrong;\n}")
sys.exit(count < 8 or len(runs) < 7)
PYTHON

# shellcheck disable=SC2086 # CC may hold arguments
expect "the compiler agrees with every size and offset" 0 $CC -w -o check check.c
check "and so does every bit-field" ./check

# This test can fail.
sed 's/== 4, "i"/== 5, "i"/' check.c > wrong.c
check "a wrong number is found" sh -c "! $CC -w -o wrong wrong.c"

# What is printed as text is C, and the compiler lays it out the same way.
expect "layouts as C" 0 kabi-show types.o "struct list" "struct plain" "union word"
{
	awk 'BEGIN { RS = ""; ORS = "\n\n" } !/^exposure /' out
	echo 'int f(struct plain *a, struct list *b, union word *c)'
	echo '{ return a->i + (b->next == b->prev) + c->bytes[2]; }'
} > shown.c
record shown.c
for object in types shown; do
	kabi-show --format=json $object.o "struct plain" "struct list" "union word" |
		grep -v '"kind":"exposure"' |
		sed 's/"location":"[^"]*"//' > $object.records
done
check "the C that is printed has the same layout" cmp types.records shown.records

# One name, two types: nothing tells which of them a member has.
cat > one.c <<'C'
struct thing { int a; };
struct holder { struct thing thing; struct thing *other; };
int one(struct holder *h) { return h->thing.a; }
C
cat > two.c <<'C'
struct thing { long a[4]; };
long two(struct thing *t) { return t->a[3]; }
C
record one.c
record two.c
expect "a baseline with both" 0 kabi-collect -o both one.o two.o
expect "the size of a member whose type is one of two" 0 kabi-show both "struct holder"
check "is not guessed" has out '^	struct thing thing; .* 0     [?] '
check "a pointer to it is as long as ever" has out '^	struct thing \*other; .* 8     8 '
finish
