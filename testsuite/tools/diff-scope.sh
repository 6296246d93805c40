#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What nothing uses has no record with scope=used: when the last user goes, or the
# scope is another one, that is not told as if it were gone.
. "$(dirname "$0")/../tap.sh"

mkdir -p include
cat > include/acme.h <<'H'
enum { ACME_READ, ACME_WRITE, ACME_SYNC };
enum acme_mode { ACME_SLOW, ACME_FAST };
#define ACME_MAX 8
#define ACME_MIN 1
static inline int acme_twice(int n) { return 2 * n; }
int acme_get(int n);
H
cat > user.c <<'C'
#include "include/acme.h"
int acme_get(int n)
{
	return acme_twice(n) + ACME_WRITE + ACME_FAST + ACME_MAX;
}
C
cat > idle.c <<'C'
#include "include/acme.h"
int acme_get(int n) { return n; }
C
cat > alone.c <<'C'
int acme_get(int n) { return n; }
C
# collected NAME FILE [OPTION...]: NAME.objects, a baseline of objects, and NAME.kabi, of a
# kernel.
collected() {
	collected_name=$1 collected_file=$2
	shift 2
	record "$collected_file" "$@"
	kabi-collect -o "$collected_name.objects" "${collected_file%.c}.o"
	sed 's/^\torigin objects$/\torigin build/' "$collected_name.objects" \
		> "$collected_name.kabi"
}
collected user user.c
collected idle idle.c
collected alone alone.c
collected all user.c -fplugin-arg-kabi-scope=all
check "what is unused is not recorded" lacks idle.kabi 'ACME_M|acme_twice'
check "a kernel" has user.kabi '^	origin build$'

# told: what the report in out has, children too, in the order of their names.
told() {
	python3 "$tap_suite/changes" out | sort > said
}
expect "the last user goes" 4 kabi-diff --format=json user.kabi idle.kabi
told
check "that is said of macros and inline functions" diff said - <<'T'
source inline-removed inline acme_twice
source macro-removed macro ACME_MAX
T
expect "nothing includes the header any more" 4 \
	kabi-diff --format=json user.kabi alone.kabi
told
check "an enum is one change, and a person has to look" diff said - <<'T'
  risk enumerator-removed enum acme_mode: ACME_FAST
  risk enumerator-removed enum { ACME_READ, ... }: ACME_SYNC
  risk enumerator-removed enum { ACME_READ, ... }: ACME_WRITE
risk enumerator-removed enum acme_mode: ACME_SLOW
risk enumerator-removed enum { ACME_READ, ... }: ACME_READ
source inline-removed inline acme_twice
source macro-removed macro ACME_MAX
T
check "in what words" has out '"new":"gone, or not used any more"'
expect "of objects it is gone" 12 kabi-diff --format=json user.objects alone.objects
check "that is all that is known" lacks out '"gone, or'
expect "the header is included" 4 kabi-diff --format=json alone.kabi user.kabi
told
check "all of it is new" test "$(grep -c '^note' said)" = 4

expect "everything was recorded, and now what is used" 0 \
	kabi-diff --format=json all.kabi idle.kabi
check "is said" has out '"not_compared":\["enums, .* only OLD has, since NEW was compiled with scope=used'
expect "and the reverse" 0 kabi-diff --format=json idle.kabi all.kabi
check "is said as well" has out '"not_compared":\["enums, .* only NEW has, since OLD was compiled with scope=used'

# With all of it on both sides there is no doubt.
sed -i '/^enum {/d; /define ACME_MIN/d' include/acme.h
collected less idle.c -fplugin-arg-kabi-scope=all
expect "everything on both sides" 12 kabi-diff --format=json all.kabi less.kabi
told
check "an enum is gone" has said '^break enumerator-removed enum \{ ACME_READ'
check "and a macro that nothing uses" has said '^source macro-removed macro ACME_MIN'

# Types that no symbol reaches: that they changed is said.
cat > include/box.h <<'H'
struct box { long a, b; };
struct crate { long a, b; };
static inline long box_b(void *box) { return ((struct box *)box)->b; }
static inline long crate_b(void *crate) { return ((struct crate *)crate)->b; }
H
cat > box.c <<'C'
#include "include/box.h"
long box_get(void *p) { return box_b(p) + crate_b(p); }
C
collected old box.c
expect "types that none reaches" 0 kabi-diff --format=json old.kabi old.kabi
check "of which none changed" has out '"not_compared":\[\]'
sed -i 's/^struct crate { long a/struct crate { long x, a/' include/box.h
collected new box.c
kabi-diff --format=json old.kabi new.kabi > out
check "one has another layout" has out \
	'"not_compared":\["1 type of headers with another layout that no exported symbol reaches \(struct crate\): see --all-types"\]'
kabi-diff --all-types --format=json old.kabi new.kabi > out
check "and is compared if that is asked for" has out '"not_compared":\[\]'
check "with all types" has out '"id":"member-added","level":"break","subject":"struct crate"'
finish
