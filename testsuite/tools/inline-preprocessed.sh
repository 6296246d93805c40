# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# In preprocessed input __LINE__ is a number like any other: what may be one is not
# compared with a unit where that is known.
. "$(dirname "$0")/../tap.sh"

cat > warn.h << 'EOF'
void warn(const char *function, int line), set(int n);
#define WARN() warn(__func__, __LINE__)

static inline void many(int n)
{
	set(n);
	WARN();
}
static inline void one(int n) { WARN(); set(n); }
static inline void number(int n)
{
	set(n + 13);
}
static inline void other(int n)
{
	set(n + 500);
}
EOF
cat > unit.c << 'EOF'
#include "warn.h"
void f(int n)
{
	many(n);
	one(n);
	number(n);
	other(n);
}
EOF

# build SIDE: SIDE.o of unit.c with SIDE's header, and SIDE-pre.o through a .i file.
build() {
	cp unit.c "$1"
	cd "$1" || exit
	record unit.c
	"$CC" -O2 -E -o unit.i unit.c
	$CC -O2 "-fplugin=$KABI_PLUGIN" -c -o pre.o unit.i ||
		not_ok "compiles $1/unit.i"
	cd ..
	cp "$1/unit.o" "$1.o"
	cp "$1/pre.o" "$1-pre.o"
}

mkdir old moved changed
cp warn.h old
{ echo; echo; cat warn.h; } > moved/warn.h
sed 's/n + 500/n + 501/; s/set(n);/set(n + 1);/' warn.h > changed/warn.h
build old
build moved
build changed

kabi-collect -o pre.kabi old-pre.o 2> err
awk '/^inline .* line=maybe$/ { print $2 }' pre.kabi > marked
check 'what may hold a line is marked' [ "$(tr '\n' ' ' < marked)" = 'many number one ' ]
kabi-collect -o known.kabi old.o
check 'nothing is where lines are known' lacks known.kabi 'line=maybe'
expect 'kabi-collect writes it as XML' 0 kabi-collect --format=xml -o pre.xml pre.kabi
expect 'and reads it' 0 kabi-collect -o again.kabi pre.xml
check 'which is the same' cmp pre.kabi again.kabi
expect 'kabi-show' 0 kabi-show pre.kabi one
check 'kabi-show tells' has out 'perhaps with __LINE__'
expect 'kabi-show --format=json' 0 kabi-show --format=json pre.kabi one
check 'kabi-show tells in JSON' has out '"line": ?"maybe"'

expect 'the same before and after preprocessing' 0 kabi-diff old.o old-pre.o
expect 'the other way round' 0 kabi-diff old-pre.o moved.o
expect 'lines moved' 0 kabi-diff moved-pre.o old.o
expect 'a change is seen' 4 kabi-diff old-pre.o changed.o
check 'where no line can be meant' has out 'inline other: inline-body-changed'
check 'only there' lacks out 'inline (many|one|number): inline-body-changed'
check 'and that others were not compared' has out \
	'^not compared: bodies of inline functions that may differ by their __LINE__ only, '
expect 'both are preprocessed: every change' 4 kabi-diff old-pre.o changed-pre.o
for name in many one other; do
	check "inline $name" has out "inline $name: inline-body-changed"
done
check 'all are compared' lacks out '^not compared: bodies'
expect 'both are preprocessed, lines moved' 4 kabi-diff old-pre.o moved-pre.o
check 'what is on one line stays a guess' \
	[ "$(grep -c 'inline-body-changed' out)" = 1 ]
finish
