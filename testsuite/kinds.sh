# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# The kinds of tests (kabi-run) and the checks that come for free. Sourced by
# run; every function works in the test's directory src/.

default_records="struct, union, enum, typedef, function, variable, macro"

plugin_flag() {
	echo "-fplugin=$KABI_PLUGIN"
}

# excepted CHECK: the test says that this free check cannot hold.
excepted() {
	tag except | grep -q "^$1 "
}

# compile_all FOLDER FLAGS...: every source into FOLDER, and their relocatable
# link FOLDER.o. False, with a complaint, when something is wrong or is said.
compile_all() {
	folder=$1
	shift
	mkdir -p "$folder"
	for source in *.c *.S; do
		[ -f "$source" ] || continue
		[ "$source" != test.c ] || ! is_blank test.c || continue
		compile_one "$folder/${source%.*}.o" "$source" "$@" || return 1
	done
	# By the compiler, which knows the format that kabi-cflags ask for.
	eval "$CC -r -nostdlib $(tag cflags | tr '\n' ' ')" \
		'-fno-lto -fno-use-linker-plugin -o "$folder.o" "$folder"/*.o' \
		2> "$dir/said" &&
		[ ! -s "$dir/said" ] ||
		{ complain_file "ld -r:" "$dir/said"; return 1; }
}

# A test.c that the test did not need.
is_blank() {
	! grep -q . "$1"
}

# compile_one OBJECT SOURCE FLAGS...; kabi-cflags come last.
compile_one() {
	object=$1
	source=$2
	shift 2
	case $source in
	*.S) set -- ;;
	esac
	eval "$CC -O2 -I. -Iinclude \"\$@\" $(tag cflags | tr '\n' ' ')" \
		'-c -o "$object" "$source"' > "$dir/said" 2>&1 &&
		[ ! -s "$dir/said" ] ||
		{ complain_file "compiling $source:" "$dir/said"; return 1; }
}

# program NAME ARGUMENTS...: the program under test; keeps stdout, stderr, status.
program() {
	called=$1
	shift
	"$KABI_TOOLS/$called" "$@" > "$dir/actual.out" 2> "$dir/actual.stderr" \
		< /dev/null
	echo $? > "$dir/actual.status"
	cp "$dir/actual.out" "$dir/actual.expect"
}

# quietly NAME ARGUMENTS...: a program whose success is only a step of a check.
quietly() {
	called=$1
	shift
	"$KABI_TOOLS/$called" "$@" > "$dir/said" 2>&1 < /dev/null ||
		{ complain_file "$check: $called $*:" "$dir/said"; return 1; }
}

run_compile() {
	source=test.c
	eval "$CC -O2 -I. -Iinclude $(plugin_flag) $(tag cflags | tr '\n' ' ')" \
		'-c -o test.o test.c' > "$dir/actual.out" 2> "$dir/actual.stderr"
	echo $? > "$dir/actual.status"
	cp "$dir/actual.out" "$dir/actual.expect"
}

run_show() {
	compile_all test "$(plugin_flag)" || return
	program kabi-show test.o "$@"
}

run_collect() {
	compile_all test "$(plugin_flag)" || return
	program kabi-collect "$@" test.o
}

run_record() {
	compile_all test "$(plugin_flag)" || return
	program kabi-collect "$@" -o - test/*.o
	records=$(tag records)
	awk -v want="${records:-$default_records}" -f "$suite/records.awk" \
		"$dir/actual.out" > "$dir/actual.expect"
	cp "$dir/actual.expect" "$dir/actual.out"
	for check in twice opt neutral order xml self; do
		excepted $check || check_$check
	done
}

run_diff() {
	old_flags=$(tag old-cflags | tr '\n' ' ')
	new_flags=$(tag new-cflags | tr '\n' ' ')
	eval "compile_all old \"\$(plugin_flag)\" $old_flags" || return
	eval "compile_all new \"\$(plugin_flag)\" -DNEW $new_flags" || return
	program kabi-diff --format=text --format=json:report.json "$@" old.o new.o
	if [ ! -s report.json ]; then
		[ -f "$dir/tag.exit" ] ||
			complain_file "no JSON report:" "$dir/actual.stderr"
		return
	fi
	"$KABI_PYTHON" "$suite/changes" --with="$(tag with)" --status="$dir/wanted.status" \
		report.json > "$dir/actual.changes" 2> "$dir/said" ||
		complain_file "testsuite/changes:" "$dir/said"
	for check in self mirror baseline accept; do
		excepted $check || check_$check "$@"
	done
}

# same A B: the free check holds when both files are equal.
same() {
	cmp -s "$1" "$2" && return
	diff "$1" "$2" > "$dir/difference"
	complain_file "$check: $1 and $2 differ" "$dir/difference"
}

check_twice() {
	compile_all again "$(plugin_flag)" || return
	same test.o again.o
}

# Settings, functions and macros may depend on the optimizer, types may not.
check_opt() {
	compile_all slow "$(plugin_flag)" -O0 || return
	for object in test slow; do
		quietly kabi-collect -o $object.kabi $object.o || return
		awk -v want="base, struct, union, enum, typedef" \
			-f "$suite/records.awk" $object.kabi > $object.types
	done
	same test.types slow.types
}

check_neutral() {
	compile_all plain || return
	for object in test/*.o; do
		for o in "$object" "plain/${object#test/}"; do
			objcopy -R .kabi "$o" "$o.stripped" 2> "$dir/said" ||
				complain_file "$check: objcopy:" "$dir/said"
		done
		same "$object.stripped" "plain/${object#test/}.stripped"
		rm -f "$object.stripped"
	done
}

check_order() {
	for source in *.c; do
		is_blank "$source" || { cp "$source" copy-of-test.c; break; }
	done
	compile_one copy-of-test.o copy-of-test.c "$(plugin_flag)" || return
	rm copy-of-test.c
	quietly kabi-collect -o forward.kabi test/*.o copy-of-test.o || return
	reversed=
	for object in test/*.o; do
		reversed="$object $reversed"
	done
	# shellcheck disable=SC2086 # names of a test have no blanks
	quietly kabi-collect -o backward.kabi copy-of-test.o $reversed || return
	same forward.kabi backward.kabi
}

check_xml() {
	quietly kabi-collect -o text.kabi test.o || return
	quietly kabi-collect --format=xml -o text.xml text.kabi || return
	quietly kabi-collect -o again.kabi text.xml || return
	same text.kabi again.kabi
}

check_self() {
	for object in test.o old.o new.o; do
		[ -f $object ] || continue
		quietly kabi-diff $object $object || return
		[ ! -s "$dir/said" ] ||
			complain_file "$check: $object against itself:" "$dir/said"
	done
}

check_mirror() {
	"$KABI_TOOLS/kabi-diff" "$@" --format=json -o mirror.json new.o old.o \
		> "$dir/said" 2>&1
	[ -s mirror.json ] ||
		{ complain_file "$check: no JSON report:" "$dir/said"; return; }
	"$KABI_PYTHON" "$suite/changes" --mirror report.json mirror.json > "$dir/said" 2>&1 ||
		complain_file "$check:" "$dir/said"
}

# What --accept writes accepts all that was reported, each rule something.
check_accept() {
	"$KABI_TOOLS/kabi-diff" "$@" --accept=accepted.rules -o accepted.txt \
		old.o new.o > "$dir/said" 2>&1
	quietly kabi-diff "$@" --suppress=accepted.rules --unused-rules \
		--format=json -o accepted.json old.o new.o || return
	grep -v 'without a reason (TODO)$' "$dir/said" > "$dir/told" &&
		complain_file "$check:" "$dir/told"
	"$KABI_PYTHON" - report.json accepted.json > "$dir/said" 2>&1 <<'PYTHON' ||
import json, sys
before, after = (json.load(open(path, encoding="utf-8", errors="surrogateescape"))
                 for path in sys.argv[1:])
assert after["changes"] == [], after["changes"]
assert after["summary"]["suppressed"] == len(before["changes"]), after["summary"]
assert after["summary"]["symbols_affected"] == 0, after["summary"]
PYTHON
		complain_file "$check:" "$dir/said"
}

check_baseline() {
	quietly kabi-collect -o old.kabi old.o || return
	quietly kabi-collect -o new.kabi new.o || return
	quietly kabi-collect --format=xml -o new.xml new.kabi || return
	for new in new.xml new.kabi; do
		"$KABI_TOOLS/kabi-diff" "$@" --format=json -o baseline.json \
			old.kabi $new > "$dir/said" 2>&1
		[ -s baseline.json ] ||
			{ complain_file "$check: no JSON report:" "$dir/said"; return; }
		"$KABI_PYTHON" "$suite/changes" --same report.json baseline.json \
			> "$dir/said" 2>&1 ||
			complain_file "$check: old.kabi, $new:" "$dir/said"
	done
}
