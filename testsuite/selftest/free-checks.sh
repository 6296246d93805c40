#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Each check that comes for free fails when what it looks at is wrong: a compiler
# and programs that misbehave as $FAKE says.
. "$(dirname "$0")/../tap.sh"

REAL_CC=$CC
export REAL_CC
mkdir fake
ln -s "$KABI_BUILD/kabi.so" fake/
cat > fake/cc <<'SH'
#!/bin/sh
case "$FAKE $*" in
"twice "*"-o again/"* | "opt "*" -O0 "* | "neutral "*-fplugin=*) set -- -DFAKE "$@" ;;
esac
exec $REAL_CC "$@"
SH
cat > fake/kabi-collect <<'SH'
#!/bin/sh
kabi-collect "$@" || exit
case "$FAKE $*" in
"order "*"-o backward.kabi "*) echo "more" >> backward.kabi ;;
"xml "*"-o again.kabi "*) echo "more" >> again.kabi ;;
esac
SH
cat > fake/kabi-diff <<'SH'
#!/bin/sh
case "$FAKE $*" in
"self test.o test.o" | "self new.o new.o") exit 4 ;;
"mirror "*mirror.json*) set -- --format=json -o mirror.json old.o new.o ;;
"accept "*accepted.json*) set -- --format=json -o accepted.json old.o new.o ;;
"baseline "*baseline.json*) set -- --format=json -o baseline.json old.kabi old.kabi ;;
esac
exec kabi-diff "$@"
SH
chmod +x fake/*
body='struct foo {
	int a;
#ifdef FAKE
	int fake;
#endif
#ifdef NEW
	int b;
#endif
};
int f(struct foo *foo) { return sizeof(*foo); }
/*
kabi-test: a structure'
printf '%s\n' "$body" 'kabi-contains: ^struct foo' '*/' > record.c
printf '%s\n' "$body" 'kabi-run: diff' 'kabi-contains: struct foo' '*/' > diff.c

# fails NAME FILE: with $FAKE the test fails, because of the check of that name.
fails() {
	FAKE=$1 "$tap_suite/run" --build=fake --cc="$tap_work/fake/cc" "$2" > out 2>&1
	check "$2, $1: fails" has out '^not ok 1'
	check "$2, $1: says so" has out "^# $1:"
	sed "s/^kabi-test/kabi-except: $1 for a reason\\n&/" "$2" |
		awk '/^kabi-except/ { held = $0; next }
			{ print } /^kabi-test/ && held { print held }' > "except-$2"
	FAKE=$1 "$tap_suite/run" --build=fake --cc="$tap_work/fake/cc" "except-$2" > out 2>&1
	check "$2, $1: passes when the test excepts it" has out '^ok 1'
}

for file in record.c diff.c; do
	FAKE=none "$tap_suite/run" --build=fake --cc="$tap_work/fake/cc" $file > out 2>&1
	check "$file passes when nothing misbehaves" has out '^ok 1'
done
for name in twice opt neutral order xml self; do
	fails $name record.c
done
for name in self mirror baseline accept; do
	fails $name diff.c
done
finish
