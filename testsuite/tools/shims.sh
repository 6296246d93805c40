#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Shims between an object and functions with other prototypes: they compile only
# when every question is answered, and what is linked with them gives the results
# that the object's own kernel gives.
. "$(dirname "$0")/../tap.sh"

mkdir -p include/linux lib
echo 'typedef unsigned char u8;' > include/linux/types.h
cat > include/kernel.h <<'H'
#include <linux/types.h>
#ifndef NEW
int swapped(const u8 *text, int times);
int moved(int a, int b, const u8 *text, int times);
int kept(long a, int n);
int grown(int a, int b);
int shrunk(int a, long unused, int b);
int which(int a, int unused, int b);
int wider(int a, unsigned int b);
int told(int a);
void silent(int a);
int twice(int a);
int gone(int a, int b);
int same(int a);
#else
int swapped(int times, const u8 *text);
int moved(const u8 *text, int times, int a, int b);
int kept(long a, const u8 *text);
int grown(int a, long scale, int b);
int shrunk(int a, int b);
int which(int a, int b);
int wider(long a, unsigned long b);
void told(int a);
int silent(int a);
long twice(int a);
int instead(int both);
int same(int a);
#endif
extern int state;
H
cat > kernel.c <<'C'
#include <kernel.h>
int state;
#ifndef NEW
int swapped(const u8 *text, int times) { return text[0] * times; }
int moved(int a, int b, const u8 *text, int times) { return 5 * a + b + text[1] * times; }
int kept(long a, int n) { return a * n; }
int grown(int a, int b) { return a - b; }
int shrunk(int a, long unused, int b) { (void)unused; return 10 * a + b; }
int which(int a, int unused, int b) { (void)unused; return 20 * a + b; }
int wider(int a, unsigned int b) { return a + (b >> 4); }
int told(int a) { state += a; return 7; }
void silent(int a) { state -= a; }
int twice(int a) { return 2 * a; }
int gone(int a, int b) { return a ^ b; }
#else
int swapped(int times, const u8 *text) { return text[0] * times; }
int moved(const u8 *text, int times, int a, int b) { return 5 * a + b + text[1] * times; }
int kept(long a, const u8 *text) { return a * text[0]; }
int grown(int a, long scale, int b) { return (a - b) * scale; }
int shrunk(int a, int b) { return 10 * a + b; }
int which(int a, int b) { return 20 * a + b; }
int wider(long a, unsigned long b) { return a + (b >> 4); }
void told(int a) { state += a; }
int silent(int a) { state -= a; return -1; }
long twice(int a) { return 2L * a; }
int instead(int both) { return both; }
#endif
int same(int a) { return a + 1; }
C
cat > lib/driver.c <<'C'
#include <kernel.h>
int driver(void)
{
	static const u8 text[] = "kabi";
	int sum = swapped(text, 3);

	sum = sum * 3 + moved(1, 2, text, 3);
	sum = sum * 3 + kept(7, 'k');
	sum = sum * 3 + grown(9, 4);
	sum = sum * 3 + shrunk(1, 5, 2);
	sum = sum * 3 + which(1, 5, 2);
	sum = sum * 3 + wider(-2, 0xffffffff);
	sum = sum * 3 + told(4);
	silent(1);
	sum = sum * 3 + twice(21);
	sum = sum * 3 + gone(12, 10);
	return sum * 3 + same(1);
}
C
cat > main.c <<'C'
#include <stdio.h>
int driver(void);
extern int state;
int main(void)
{
	int result = driver();

	printf("%d %d\n", result, state);
	return 0;
}
C
for side in OLD NEW; do
	record kernel.c -Iinclude "-D$side"
	mv kernel.o $side.o
	kabi-collect -o $side.kabi $side.o || not_ok "collects $side"
done
record lib/driver.c -Iinclude
cp lib/driver.o certified.o
$CC -o old main.c lib/driver.o OLD.o || not_ok "links as it was"
./old > expected

expect "without shims it does not fit" 12 kabi-reuse --format=short \
	lib/driver.o --with=NEW.kabi
check "for all of its functions but one" test "$(cut -d' ' -f4 out | sort -u |
	tr -d : | tr '\n' ' ')" = "gone grown kept moved shrunk silent swapped told twice which wider "
expect "with shims it does" 0 kabi-reuse --format=short lib/driver.o \
	--with=NEW.kabi --shims=shims
check "the shims and the questions are counted" has err \
	'^kabi-reuse: shims: 11 shims, 15 decisions to be made$'
for file in kabi-shims.syms kabi-shims.mk kabi-decisions.h lib/kabi-shims.c; do
	check "there is $file" test -s shims/$file
done
check "the makefile names the object" grep -qxF \
	"KABI_OBJCOPY_lib/driver.o := --redefine-syms=\$(KABI_SHIMS)/kabi-shims.syms" \
	shims/kabi-shims.mk
check "and the shims" grep -qxF 'KABI_ADD += lib/kabi-shims.o' shims/kabi-shims.mk

compiles() {
	$CC -O2 -Wall -Werror -Iinclude -DNEW -c -o shims.o shims/lib/kabi-shims.c
}
compiles 2> errors
check "what is not decided does not compile" grep -q '#error' errors
for question in 'swapped(): what shall argument 1 be, which is int now' \
	'swapped(): what shall argument 2 be, which is const u8 \* now' \
	'moved(): what shall argument 1 be, which is const u8 \* now' \
	'moved(): what shall argument 2 be, which is int now' \
	'moved(): what shall argument 3 be, which is int now' \
	'moved(): what shall argument 4 be, which is int now' \
	'kept(): what shall argument 2 be, which is const u8 \* now' \
	'grown(): what shall argument 2 be, which is long now' \
	'shrunk(): may old2 be dropped' \
	'which(): what shall argument 1 be, which is int now' \
	'which(): what shall argument 2 be, which is int now' \
	'told(): it has no result any more; what shall it be' \
	'silent(): may its result, which is new, be ignored' \
	'twice(): how does its result become what it was' \
	'gone(): it is gone; what shall be done instead'; do
	check "asks: $question" grep -q "#error .*$question" errors
done
check "asks nothing else" test "$(grep -c 'error: #error' errors)" -eq 15

cat > shims/kabi-decisions.h <<'H'
#define KABI_ARGUMENT_swapped_1 old2
#define KABI_ARGUMENT_swapped_2 old1
#define KABI_ARGUMENT_moved_1 old3
#define KABI_ARGUMENT_moved_2 old4
#define KABI_ARGUMENT_moved_3 old1
#define KABI_ARGUMENT_moved_4 old2
#define KABI_ARGUMENT_kept_2 (const u8 *)"k"
#define KABI_ARGUMENT_grown_2 1
#define KABI_DROP_shrunk_2
#define KABI_ARGUMENT_which_1 old1
#define KABI_ARGUMENT_which_2 old3
#define KABI_RESULT_told 7
#define KABI_IGNORE_silent
#define KABI_RESULT_twice(result) ((int)(result))
#define KABI_CALL_gone instead(old1 ^ old2)
H
cp shims/kabi-decisions.h decisions
check "decided, it compiles without a warning" compiles
objcopy --redefine-syms=shims/kabi-shims.syms lib/driver.o renamed.o
links() {
	$CC -o new main.c renamed.o shims.o NEW.o
}
check "it links with the new kernel" links
check "and does what it did" sh -c './new | cmp - expected'
kabi-reuse --seal certified.o -o driver.seal
mkdir adapted
mv renamed.o adapted/certified.o
expect "its code and data are those that were sealed" 12 \
	kabi-reuse --verify=driver.seal adapted/certified.o
check "only relocations name others" test "$(sed 's/.*has other \(.*\) than.*/\1/' err)" \
	= relocations
record shims/lib/kabi-shims.c -Iinclude -DNEW
expect "what the shims call is there" 0 kabi-reuse --format=short \
	shims/lib/kabi-shims.o --with=NEW.kabi

expect "written again" 0 kabi-reuse lib/driver.o --with=NEW.kabi --shims=shims
check "decisions are left alone" cmp shims/kabi-decisions.h decisions
expect "the list alone" 0 kabi-reuse --format=short lib/driver.o \
	--with=NEW.kabi --redefine-syms=shims/kabi-shims.syms
expect "nothing to adapt" 0 kabi-reuse lib/driver.o --with=OLD.kabi --shims=none
check "nothing is written" test ! -e none
check "that is said" has err ' 0 shims'

# What is taken for granted is asserted.
sed -i 's/int same/long other/; s/int grown(int a, long scale/int grown(int a, short scale/' \
	include/kernel.h
compiles 2> errors
check "another prototype does not compile" grep -q \
	'grown() is not what this was written for' errors

# A structure is no matter for a shim.
cat > layout.h <<'H'
struct s {
#ifdef NEW
	long before;
#endif
	int value;
};
int use(struct s *s);
H
cat > layout-kernel.c <<'C'
#include "layout.h"
int use(struct s *s) { return s->value; }
C
cat > layout.c <<'C'
#include "layout.h"
int f(struct s *s) { return s->value + use(s); }
C
record layout.c
record layout-kernel.c -DNEW
expect "a layout stays a break" 12 kabi-reuse --format=short layout.o \
	--with=layout-kernel.o --shims=layout
check "and is told" has out '^break member-added struct s: before'

echo 'one two three' > bad.syms
error "a list with three words" 1 'bad\.syms:1: neither empty nor two symbols' \
	kabi-reuse lib/driver.o --with=NEW.kabi --redefine-syms=bad.syms
error "a list that is not there" 1 'no\.syms' \
	kabi-reuse lib/driver.o --with=NEW.kabi --redefine-syms=no.syms
touch file
error "a file where shims should go" 1 'file' \
	kabi-reuse lib/driver.o --with=NEW.kabi --shims=file
error "shims for no kernel" 3 'which kernel' kabi-reuse lib/driver.o --shims=shims
finish
