#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# From C to a baseline with the real compiler, plugin and linker. The other
# collect-*.sh make up their objects and look at one thing each.
. "$(dirname "$0")/../tap.sh"

cp "$tap_suite/include/export.h" .
cat > shared.h <<'C'
struct shared { int a; long b; };
int one(struct shared *shared);
C
cat > one.c <<'C'
#include "export.h"
#include "shared.h"
struct only_one { char c; };
int one(struct shared *shared) { return shared->a; }
int one_more(struct only_one *only) { return only->c; }
EXPORT_SYMBOL(one);
EXPORT_SYMBOL_GPL(one_more);
C
cat > two.c <<'C'
#include "export.h"
#include "shared.h"
int two(struct shared *shared) { return one(shared); }
EXPORT_SYMBOL_NS_GPL(two, SPACE);
C
cat > three.c <<'C'
#include "shared.h"
int three(struct shared *shared) { return one(shared); }
C
record one.c
record two.c
record three.c

# Objects, what `ld -r` makes of them, archives: all the same.
expect "objects" 0 kabi-collect -o objects one.o two.o three.o
check "nothing is said" test ! -s err
ld -r -o linked.o one.o two.o three.o
expect "a relocatable link" 0 kabi-collect -o linked linked.o
check "the same records" cmp objects linked
ar rc lib.a one.o two.o three.o
expect "an archive" 0 kabi-collect -o archive lib.a
check "the same records" cmp objects archive
ar rcT thin.a one.o two.o three.o
expect "a thin archive" 0 kabi-collect -o thin thin.a
check "the same records" cmp objects thin
kabi-collect -o part1 one.o two.o
kabi-collect -o part2 three.o
expect "baselines and objects are merged" 0 kabi-collect -o merged part2 part1
# Objects and baselines that have one export table between them.
grep -v '^export three ' objects > without
grep -v '^export three ' merged > merged-without
sed -i '/^end /d' without merged-without
check "the same records" diff without merged-without
for jobs in 1 2 7; do
	kabi-collect -j $jobs -o jobs-$jobs one.o two.o three.o
	check "with $jobs threads" cmp objects jobs-$jobs
done
check "shared by three units, stands once" \
	test "$(grep -c '^struct shared' objects)" -eq 1
check "a definition stands for declarations" \
	test "$(grep '^function one ' objects)" = "function one role=def at=one.c:4"

# A build directory.
mkdir -p build/drivers/a build/include/config
cp shared.h build/
echo 6.99.0-test > build/include/config/kernel.release
ld -r -o build/vmlinux.o one.o three.o
cp two.o build/drivers/a/two.ko
echo drivers/a/two.ko > build/modules.order
expect "a build directory" 0 kabi-collect -o built build
check "origin" has built '^	origin build$'
check "release" has built '^	release 6\.99\.0-test$'
check "an export of vmlinux" has built '^export one license=any module=vmlinux$'
check "an export of a module" has built '^export two license=GPL module=drivers/a/two ns=SPACE$'
check "what is not exported" lacks built '^export three '
check "nothing is said" test ! -s err

# One tag, two layouts.
mkdir other
sed 's/long b/char b/' shared.h > other/shared.h
sed 's/three/other_three/' three.c > other/three.c
(cd other && record three.c)
expect "one tag, two layouts" 0 kabi-collect -o conflict one.o other/three.o
check "both are kept" test "$(grep -c '^struct shared ' conflict)" -eq 2
check "each with its unit" test "$(grep -c '^	in 1 [a-z]*\.c$' conflict)" -ge 2
check "and it is said" has err 'struct shared'
check "shown, too" sh -c 'kabi-show conflict "struct shared" | grep -c "^struct shared" | grep -qx 2'

# The final link drops the section; what was collected is put back.
$CC -nostdlib -static -Wl,-e,one -o build/vmlinux build/vmlinux.o
check "the linker drops .kabi" sh -c '! objdump -h build/vmlinux | grep -q " \.kabi "'
kabi-collect -o from-o build/vmlinux.o
expect "--embed" 0 kabi-collect --embed=build/vmlinux
mkdir alone
mv build/vmlinux alone/
expect "what was embedded" 0 kabi-collect -o embedded alone/vmlinux
check "is what was collected" cmp from-o embedded

# XML.
expect "--format=xml" 0 kabi-collect --format=xml -o built.xml build
check "follows its schema" xmllint --noout \
	--relaxng "$tap_suite/../docs/kabi-baseline.rng" built.xml
expect "XML is read back" 0 kabi-collect -o again built.xml
check "the same records" cmp built again
finish
