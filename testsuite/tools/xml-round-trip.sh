#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A baseline as XML: lossless, valid by its schema, open to XPath, and harmless
# when it is broken.
. "$(dirname "$0")/../tap.sh"

schema=$tap_suite/../docs/kabi-baseline.rng

# A big example: all that some system headers define, and what is odd in C.
cat > a.c <<'C'
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
struct odd {
	int a : 3;
	union { const volatile void *p; struct { char x; } deep[2][3]; };
	_Complex double z;
	int v __attribute__((vector_size(16)));
	void (*cb)(struct odd *, ...);
	int (*(*table[4])(char *const *))[3];
	unsigned __int128 wide;
	char tail[];
} __attribute__((packed));
union both { int *i; long *l; } __attribute__((transparent_union));
enum big { SMALL = -1, BIG = 0x7fffffffffffffffLL };
int old();
void die(const char *, ...) __attribute__((noreturn));
int f(union both b, enum big e, struct odd *o, struct sigaction *s, FILE *file,
      struct tm *tm, pthread_mutex_t *m, struct sockaddr_in6 *in, struct stat *st)
{
	if (e == BIG)
		die("%s", "x");
	return old(b) + o->a + (int)s->sa_flags + fileno(file) + tm->tm_hour +
	       pthread_mutex_lock(m) + in->sin6_port + (int)st->st_size;
}
C
cp a.c b.c
sed -i 's/int a : 3/int a : 4/; s/int f(/int g(/' b.c
record a.c -fplugin-arg-kabi-scope=all
record b.c -fplugin-arg-kabi-scope=all
expect "collects text" 0 kabi-collect -o text.kabi a.o b.o
check "two layouts of one tag, with their units" has text.kabi '^	in 1 a\.c$'
check "it is big enough" test "$(wc -l < text.kabi)" -gt 1000
expect "collects XML" 0 kabi-collect --format=xml -o direct.xml a.o b.o
expect "text to XML" 0 kabi-collect --format=xml -o text.xml text.kabi
check "is the same XML" cmp direct.xml text.xml
expect "XML to text" 0 kabi-collect -o again.kabi text.xml
check "is the same text" cmp text.kabi again.kabi
expect "XML to XML" 0 kabi-collect --format=xml -o again.xml text.xml
check "is the same XML again" cmp text.xml again.xml

if command -v xmllint > /dev/null; then
	check "valid by the schema" xmllint --noout --relaxng "$schema" text.xml
	sed 's/<member offset="0"/<member offset="zero"/' text.xml > wrong.xml
	check "which tells right from wrong" \
		sh -c "! xmllint --noout --relaxng '$schema' wrong.xml"
	xmllint --format --noblanks text.xml > other.xml
	expect "other white space" 0 kabi-collect -o other.kabi other.xml
	check "says the same" cmp text.kabi other.kabi
	xmllint --xpath 'count(//struct[@name="odd"])' text.xml > count
	check "XPath finds both layouts" test "$(cat count)" = 2
	xmllint --xpath 'string(//struct[member//struct-ref/@name="odd"]/@name)' \
		text.xml > name
	check "XPath finds what points to a struct" test "$(cat name)" = odd
else
	skip "valid by the schema" "needs xmllint"
fi
if command -v jing > /dev/null; then
	check "valid by jing, too" jing "$schema" text.xml
else
	skip "valid by jing, too" "needs jing"
fi

# Broken XML: a message with file and line, nothing written, no crash.
lines=$(wc -l < text.xml)
head -n $((lines / 2)) text.xml > cut.xml
error "half of it" 1 '^kabi-collect: cut\.xml:[0-9]+: ' kabi-collect -o no cut.xml
sed "$((lines / 2))s/<[a-z]/<x/" text.xml > name.xml
error "an element that there is not" 1 "^kabi-collect: name\\.xml:[0-9]+: " \
	kabi-collect -o no name.xml
sed '2s/^/<!DOCTYPE a [<!ENTITY b SYSTEM "file:\/\/\/etc\/passwd">]>/' text.xml > entity.xml
error "an entity" 1 'entity\.xml:[0-9]+: .*document type' kabi-collect -o no entity.xml
{
	echo '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
	for i in 1 2 3 4 5 6 7 8 9; do
		p="&a$((i - 1));"
		echo "<!ENTITY a$i \"$p$p$p$p$p$p$p$p$p$p\">"
	done
	echo ']><kabi-baseline arch="&a9;">&a9;</kabi-baseline>'
} > laughs.xml
error "a billion laughs" 1 'laughs\.xml:[0-9]+: ' kabi-collect -o no laughs.xml
check "nothing was written" test ! -e no

# Anything may be missing or doubled.
python3 - <<'PYTHON'
import random
random.seed(1)
lines = open("text.xml").read().split("\n")
for n in range(40):
    some = list(lines)
    at = random.randrange(len(some))
    if n % 2:
        del some[at]
    else:
        some.insert(random.randrange(len(some)), some[at])
    open("damaged-%d.xml" % n, "w").write("\n".join(some))
PYTHON
bad=0
for file in damaged-*.xml; do
	kabi-collect -o result "$file" > out 2> err
	case $? in
	0) [ ! -s err ] || bad=$((bad + 1)) ;;
	1) grep -q "^kabi-collect: $file:" err || bad=$((bad + 1)) ;;
	*) bad=$((bad + 1)) ;;
	esac
done
check "lines that are missing or twice" test $bad -eq 0
finish
