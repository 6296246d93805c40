#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What --consumers takes and what it refuses, what is reported besides, private
# types, settings, hidden calls, and consumers that were not built against OLD.
. "$(dirname "$0")/../tap.sh"

hits="$tap_suite/hits"

# kernel NAME [FLAG...]: a build directory with the kernel and one module.
kernel() {
	mkdir -p "$1/include/config" "$1/include/linux" "$1/drivers/acme"
	echo 6.1.0 > "$1/include/config/kernel.release"
	cat > "$1/include/linux/k.h" <<-'H'
	struct public {
	#ifdef NEW
		long added;
	#endif
		int p;
	};
	struct unreached {
	#ifdef NEW
		long added;
	#endif
		int u;
	};
	struct acme;
	void public_get(struct public *p);
	void acme_get(struct acme *a);
	void handed(void *p);
	H
	cat > "$1/drivers/acme/acme.h" <<-'H'
	struct acme {
	#ifdef NEW
		long added;
	#endif
		int a;
	};
	static inline int acme_twice(struct acme *acme)
	{
	#ifdef NEW
		return acme->a * 3;
	#else
		return acme->a * 2;
	#endif
	}
	H
	cat > "$1/kernel.c" <<-'C'
	#include "include/linux/k.h"
	#include "drivers/acme/acme.h"
	struct secret {
	#ifdef NEW
		long added;
	#endif
		int s;
	};
	void public_get(struct public *p) { p->p++; }
	void acme_get(struct acme *a) { a->a = acme_twice(a); }
	void handed(void *p) { ((struct unreached *)p)->u++; }
	struct secret *secret(struct secret *s) { s->s++; return s; }
	C
	cat > "$1/drivers/acme/mod.c" <<-'C'
	#include "include/linux/k.h"
	struct own { int x;
	#ifdef NEW
		int y;
	#endif
	};
	int own(struct own *own) { return own->x; }
	long init(struct public *p) { return p->p; }
	C
	echo drivers/acme/mod.o > "$1/modules.order"
	(
		cd "$1" && shift &&
		$CC -O2 -I. "-fplugin=$KABI_PLUGIN" "$@" -c -o vmlinux.o kernel.c &&
		$CC -O2 -I. "-fplugin=$KABI_PLUGIN" "$@" -c \
			-o drivers/acme/mod.ko drivers/acme/mod.c
	) || not_ok "compiles $1"
}
kernel old
kernel new -DNEW

# module NAME: compiled in the kernel's directory, from standard input.
module() {
	cat > "old/$1.c"
	(cd old && $CC -O2 -I. "-fplugin=$KABI_PLUGIN" -c -o "../$1.ko" "$1.c") ||
		not_ok "compiles $1.c"
	rm "old/$1.c"
}
module user <<'C'
#include "include/linux/k.h"
int user(struct public *p) { return p->p; }
C
module spy <<'C'
#include "include/linux/k.h"
#include "drivers/acme/acme.h"
int spy(struct acme *a) { return a->a; }
C
module copier <<'C'
#include "include/linux/k.h"
#include "drivers/acme/acme.h"
int copier(struct acme *a) { return acme_twice(a); }
C
module sender <<'C'
#include "include/linux/k.h"
void sender(void) { struct unreached u = { .u = 1 }; handed(&u); }
C
module idle <<'C'
#include "include/linux/k.h"
void idle(struct public *p) { public_get(p); }
C
module other <<'C'
struct secret { char c[3]; int s; };
struct own { char c; int x; };
int other(struct secret *s, struct own *o) { return s->s + o->x; }
C

# levels REPORT: one line a root.
cat > levels <<'PY'
import json, sys
for change in json.load(sys.stdin)["changes"]:
    print(change["level"], change["id"], change["subject"])
PY
expect "without consumers" 12 kabi-diff --format=json old new
check "a private type's change is a note" sh -c \
	'python3 levels < out | grep "^note member-added struct acme$"'
check "so is a private inline function's" sh -c \
	'python3 levels < out | grep "^note inline-body-changed inline acme_twice$"'
check "what no symbol reaches is not compared" lacks out '"subject":"struct unreached"'
check "no word of consumers" lacks out 'consumers'

expect "with all kinds of them" 12 kabi-diff --format=json --consumers=user.ko \
	--consumers=spy.ko --consumers=copier.ko --consumers=sender.ko \
	--consumers=idle.ko --consumers=other.ko old new
cp out report
check "the report agrees with itself" sh -c "\"$hits\" < report > hit"
cat > wanted <<'W'
copier.ko: inline-body-changed inline acme_twice (inline acme_twice); member-added struct acme added (member a)
sender.ko: member-added struct unreached added (member u, size)
spy.ko: member-added struct acme added (member a)
user.ko: member-added struct public added (member p)
W
check "who is hit" diff -u wanted hit
check "a private type that is depended on is not private" sh -c \
	'python3 levels < report | grep "^break member-added struct acme$"'
check "nor an inline function" sh -c \
	'python3 levels < report | grep "^risk inline-body-changed inline acme_twice$"'
check "a type of a .c file still is" sh -c \
	'python3 levels < report | grep -x "note member-added struct secret"'
check "what is depended on is compared" sh -c \
	'python3 levels < report | grep -x "break member-added struct unreached"'
check "types of their own are none of OLD's" has report '"not_compared":\[\]'
check "the counts" has report \
	'"consumers":6,"consumers_hit":4,"changes_hit":4'

expect "one that is not hit" 12 kabi-diff --format=json --consumers=idle.ko old new
check "is counted, and no more" has out '"consumers":1,"consumers_hit":0,"changes_hit":0'
check "what it does not depend on stays a note" sh -c \
	'python3 levels < out | grep "^note member-added struct acme$"'
expect "only what hits" 0 kabi-diff --consumers-only --consumers=idle.ko old new
check "nothing" test ! -s out
expect "only what hits another one" 12 kabi-diff --consumers-only --format=json \
	--consumers=user.ko --consumers=idle.ko old new
check "is one change" sh -c 'python3 levels < out > is
	echo "break member-added struct public" | diff - is'
check "of two" has out '"break":1,.*"consumers":2,"consumers_hit":1,"changes_hit":1'
expect "below a level" 0 kabi-diff --consumers-only --level=break --format=json \
	--consumers=copier.ko --consumers=idle.ko new new
expect "what a level hides hits nobody" 12 kabi-diff --level=break --format=json \
	--consumers=copier.ko old new
check "the break alone" has out '"changes_hit":1'

# A build directory: its modules, each by itself.
expect "modules of a build" 12 kabi-diff --format=json --consumers=old old new
check "the old build's module" sh -c "\"$hits\" < out > hit
	echo 'mod.ko: member-added struct public added (member p)' | diff - hit"
check "its own types are nobody's" lacks hit 'struct own'

# Modules that were installed: no kernel beside them, and a modules.order.
mkdir -p root/lib/modules/6.1/kernel/fs root/lib/modules/6.1/updates hollow
cp user.ko root/lib/modules/6.1/kernel/fs/
gzip -c < copier.ko > root/lib/modules/6.1/updates/copier.ko.gz
echo kernel/fs/user.ko > root/lib/modules/6.1/modules.order
echo nothing > root/lib/modules/6.1/modules.ko.bin
expect "installed modules" 12 kabi-diff --format=json --consumers=root old new
check "are all found" has out '"consumers":2,"consumers_hit":2,'
check "by the names of their files" has out '"consumers":\["copier.ko.gz"\]'
error "a directory without any" 1 '^kabi-diff: hollow: no modules are in it' \
	kabi-diff --consumers=hollow old new
mkdir a b
cp user.ko a/x.ko
cp idle.ko b/x.ko
expect "names that are not unique" 12 kabi-diff --format=json --consumers=a/x.ko \
	--consumers=b/x.ko --consumers=./user.ko old new
check "come with their folders" sh -c "\"$hits\" --names < out > names
	printf 'a/x.ko\nuser.ko\n' | diff - names"
cp out before
expect "in another order" 12 kabi-diff --format=json --consumers=user.ko \
	--consumers=b/x.ko --consumers=a/x.ko old new
check "is the same report" cmp before out
ar rc lib.a user.ko spy.ko
expect "an archive is one consumer" 12 kabi-diff --format=json --consumers=lib.a old new
check "of two members" has out '"consumers":1,"consumers_hit":1,"changes_hit":2'
gzip -k user.ko
expect "a compressed module" 12 kabi-diff --format=json --consumers=user.ko.gz old new
check "by the name of its file" has out '"consumers":\["user.ko.gz"\]'

# Names that are no text.
odd=$(printf 'a<b>&"\033[31m\377.ko')
cp user.ko "$odd"
expect "an odd name" 12 kabi-diff --format=json --consumers="$odd" old new
check "is JSON all the same" sh -c "\"$hits\" < out > hit && grep 'added struct public' hit"
expect "in text" 12 kabi-diff --consumers="$odd" old new
tr -dc '\033' < out > escapes
check "no escape sequence" test ! -s escapes

# Not built against OLD: some other kernel's header.
sed 's/int p;/char c; int p;/' old/include/linux/k.h > k.h
mkdir -p else/include/linux
mv k.h else/include/linux/k.h
cat > else/stranger.c <<'C'
#include "include/linux/k.h"
int stranger(struct public *p) { return p->p; }
C
(cd else && $CC -O2 -I. "-fplugin=$KABI_PLUGIN" -c -o ../stranger.ko stranger.c) ||
	not_ok "compiles stranger.c"
expect "a stranger" 12 kabi-diff --format=json --consumers=stranger.ko old new
check "is hit to be on the safe side" sh -c "\"$hits\" --names < out | grep -x stranger.ko"
check "and said to be one" has out \
	'"not_compared":\[.*"what consumers have .* not built against it: stranger.ko \(struct public\)"\]'
expect "in text too" 12 kabi-diff --consumers=stranger.ko old new
check "what is not believed" has out '^not compared: .*stranger.ko \(struct public\)'

cp stranger.ko "$odd"
expect "a stranger of an odd name" 12 kabi-diff --consumers="$odd" old new
tr -dc '\033' < out > escapes
check "does not talk to the terminal" test ! -s escapes
check "and is named" has out '^not compared: .*%1b\[31m.*\(struct public\)'

# What is refused.
$CC -c -o plain.o old/kernel.c -Iold || not_ok "compiles"
error "no records" 1 'plain.o: has no records .*fplugin=' \
	kabi-diff --consumers=plain.o old new
kabi-collect -o old.kabi old
error "a baseline" 1 'old.kabi: a baseline does not tell what code depends on' \
	kabi-diff --consumers=old.kabi old new
error "a file that is not there" 1 'gone.ko: ' kabi-diff --consumers=gone.ko old new
echo text > text.ko
error "no object" 1 'text.ko: ' kabi-diff --consumers=text.ko old new
error "one twice" 3 'user.ko: is a consumer twice' \
	kabi-diff --consumers=user.ko --consumers=user.ko old new
error "standard input" 3 'cannot be read from standard input' \
	kabi-diff --consumers=- old new
error "nobody to be hit" 3 'consumers-only needs --consumers' \
	kabi-diff --consumers-only old new
cp -r old empty
rm empty/modules.order
error "a build without modules" 1 'empty: no modules' \
	kabi-diff --consumers=empty old new
head -c 600 user.ko > short.ko
error "cut short" 1 'short.ko: ' kabi-diff --consumers=short.ko old new
if $CC -m32 -c -o /dev/null -x c /dev/null 2> /dev/null; then
	(cd old && $CC -m32 -O2 -I. "-fplugin=$KABI_PLUGIN" -c -o ../m32.ko kernel.c) ||
		not_ok "compiles for another machine"
	error "another machine" 1 'm32.ko: is for i386, but OLD is for x86_64' \
		kabi-diff --consumers=m32.ko old new
else
	skip "another machine" "needs -m32"
fi

# The others of a baseline: OLD may be one, with what it had.
expect "OLD as a baseline" 12 kabi-diff --format=json --consumers=user.ko \
	--consumers=spy.ko old.kabi new
check "hits the same" sh -c "\"$hits\" --names < out > names
	printf 'spy.ko\nuser.ko\n' | diff - names"

# Settings and hidden calls.
cat > s.c <<'C'
int work(int n) { return n + 1; }
C
echo 'void __fentry__(void) { }' > fentry.c
cat > t.c <<'C'
int work(int n);
int caller(int n) { return work(n) + 1; }
C
record s.c -fshort-enums
mv s.o s-old.o
record s.c
mv s.o s-new.o
record t.c -fshort-enums
mv t.o like-old.o
record t.c
mv t.o like-new.o
expect "a setting" 12 kabi-diff --format=json --consumers=like-old.o \
	--consumers=like-new.o s-old.o s-new.o
check "hits who has the old value" sh -c "\"$hits\" < out > hit
	echo 'like-old.o: setting-changed setting short-enums (setting short-enums)' | diff - hit"
case $($CC -dumpmachine) in
x86_64*)
	$CC -O2 "-fplugin=$KABI_PLUGIN" -pg -mfentry -c -o calls.o t.c ||
		not_ok "compiles with -mfentry"
	$CC -O2 "-fplugin=$KABI_PLUGIN" -pg -mfentry -c -o traced.o s.c ||
		not_ok "compiles with -mfentry"
	record fentry.c
	ld -r -o both.o traced.o fentry.o || not_ok "links"
	expect "a hidden call" 12 kabi-diff --format=json --consumers=calls.o \
		--consumers=like-new.o both.o s-new.o
	check "is called by one" sh -c "\"$hits\" < out |
		grep '^calls.o: .*hidden-call-missing call __fentry__ (call __fentry__)'"
	check "and not by the other" sh -c "\"$hits\" < out > hit; ! grep '^like-new.*fentry' hit" ;;
*)
	skip "a hidden call" "needs x86_64" ;;
esac
finish
