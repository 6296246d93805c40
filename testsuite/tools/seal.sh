#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Seals: the contract of an object as a text that stands for it.
. "$(dirname "$0")/../tap.sh"

cat > kernel.h <<'H'
#ifdef NEW
#define BUFFER 64
#else
#define BUFFER 32
#endif
enum kind { KIND_ONE = 1, KIND_TWO, KIND_UNUSED };
struct inner { short s; };
struct thing {
	char buffer[BUFFER];
	struct inner inner;
	int value;
	struct unused *unused;
};
static inline int twice(struct thing *thing) { return 2 * thing->value; }
int thing_register(struct thing *thing, enum kind kind);
int thing_gone(int);
int perhaps(void) __attribute__((weak));
extern int counter;
H
cat > kernel.c <<'C'
#include "kernel.h"
int counter;
int thing_register(struct thing *thing, enum kind kind)
{
	return thing->value + kind;
}
#ifndef NEW
int thing_gone(int i) { return i; }
#endif
C
cat > driver.c <<'C'
#include "kernel.h"
static int mine = 3;
int driver(struct thing *thing)
{
	return thing_register(thing, KIND_TWO) + thing_gone(mine++) + BUFFER +
		twice(thing) + counter + (perhaps ? perhaps() : 0);
}
C
record driver.c -g
for side in OLD NEW; do
	record kernel.c "-D$side"
	kabi-collect -o $side.kabi kernel.o || not_ok "collects $side"
done

expect "seals an object" 0 kabi-reuse --seal driver.o -o driver.seal
check "and says nothing" test ! -s out -a ! -s err
expect "to standard output" 0 kabi-reuse --seal driver.o
check "the same text" cmp out driver.seal
for line in '	arch x86_64' '	use any' '	object driver.o' \
	'	import thing_gone' '	optional perhaps' 'exposure struct.thing' \
	'	access value' '	access KIND_TWO'; do
	check "it has '$line'" grep -qxF -e "$line" driver.seal
done
check "nothing that the code does not use" lacks driver.seal \
	'^	access (KIND_UNUSED|unused)|^config'

expect "it fits its kernel" 0 kabi-reuse driver.seal --with=OLD.kabi
expect "as the object does" 0 kabi-reuse driver.o --with=OLD.kabi
for format in short text json xml; do
	expect "$format: the object does not fit another one" 12 \
		kabi-reuse --format=$format driver.o --with=NEW.kabi
	cp out of-object
	expect "$format: neither does the seal" 12 \
		kabi-reuse --format=$format driver.seal --with=NEW.kabi
	sed 's/driver\.seal/driver.o/' out > of-seal
	check "$format: they tell the same" cmp of-object of-seal
done
check "that is something" has of-object thing_gone

# Is that object the one that was sealed?
expect "it is" 0 kabi-reuse --verify=driver.seal driver.o
check "and nothing is said" test ! -s out -a ! -s err
objcopy -g --remove-section=.kabi driver.o stripped.o
mkdir elsewhere
mv stripped.o elsewhere/driver.o
expect "so it is without records and debugging information" 0 \
	kabi-reuse --verify=driver.seal elsewhere/driver.o

# differs WHAT NAME COMMAND...: makes elsewhere/driver.o, which differs in that.
differs() {
	what=$1
	name=$2
	shift 2
	"$@" || not_ok "$name: makes an object"
	expect "$name: is another object" 12 \
		kabi-reuse --verify=driver.seal elsewhere/driver.o
	sed -n 's/^kabi-reuse: driver\.o: has other \([a-z]*\) than .*/\1/p' err > parts
	check "$name: in its $what" test "$(cat parts)" = "$what"
}
compiles() {
	record changed.c -g
	mv changed.o elsewhere/driver.o
}
differs relocations "another name of a symbol" objcopy \
	--redefine-sym thing_gone=shim_thing_gone driver.o elsewhere/driver.o
sed 's/mine = 3/mine = 4/' driver.c > changed.c
differs data "another value" compiles
sed 's/BUFFER/33/' driver.c > changed.c
differs code "another constant" compiles
expect "an object of another name" 12 kabi-reuse --verify=driver.seal kernel.o
check "what is missing is told" has err 'driver\.o: is missing, and sealed in driver\.seal'
check "and what is too much" has err 'kernel\.o: is not sealed in driver\.seal'
expect "with a kernel at once" 12 kabi-reuse --verify=driver.seal \
	--format=short driver.o --with=NEW.kabi
check "that is the report" has out symbol-removed

# Several objects, in any order and in an archive.
echo 'int other(void) { return 1; }' > other.c
record other.c
kabi-reuse --seal driver.o other.o -o both.seal || not_ok "seals two objects"
ar rc both.a other.o driver.o
expect "an archive of what was sealed" 0 kabi-reuse --verify=both.seal both.a
expect "both fit a kernel without them" 0 kabi-reuse both.seal --with=OLD.kabi

# A seal that somebody has touched.
sed 's/access value/access bogus/' driver.seal > edited.seal
error "edited" 1 'edited\.seal: was changed since it was written' \
	kabi-reuse edited.seal --with=OLD.kabi
sed '/import thing_gone/d' driver.seal > edited.seal
error "a line less" 1 'edited\.seal: was changed since it was written' \
	kabi-reuse edited.seal --with=OLD.kabi
error "edited, against the object" 1 'edited\.seal: was changed' \
	kabi-reuse --verify=edited.seal driver.o
sed '$d' driver.seal > edited.seal
error "cut short" 1 'edited\.seal: cut short' \
	kabi-reuse edited.seal --with=OLD.kabi
head -c 100 driver.seal > edited.seal
error "cut in its header" 1 'edited\.seal: ' \
	kabi-reuse edited.seal --with=OLD.kabi
sed '1s/1/2/' driver.seal > edited.seal
error "of a later version" 1 'version 2 is not known' \
	kabi-reuse edited.seal --with=OLD.kabi
sed 's/^	use any/	use it/' driver.seal > edited.seal
error "with another word" 1 'unknown use' \
	kabi-reuse edited.seal --with=OLD.kabi
sed 's/^	use any/	colour red/' driver.seal > edited.seal
error "with another key" 1 'unknown key' kabi-reuse edited.seal --with=OLD.kabi
echo more >> driver.seal
error "with more behind it" 1 'more behind the last line' \
	kabi-reuse driver.seal --with=OLD.kabi
error "an object that is no seal" 1 'is not a seal' \
	kabi-reuse --verify=kernel.o driver.o
error "a seal and an object" 3 'is a seal, which stands alone' \
	kabi-reuse both.seal driver.o --with=OLD.kabi
error "--seal with a kernel" 3 '.' kabi-reuse --seal driver.o --with=OLD.kabi
finish
