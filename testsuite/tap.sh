# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# For scripts that test programs from outside: README.md tells what is here. It
# moves into an empty directory that goes away at the end.

set -u
LC_ALL=C
export LC_ALL
unset MAKEFLAGS MFLAGS MAKELEVEL CDPATH

# The folder of the tests, from the script's own path.
tap_suite=$(cd "$(dirname "$0")" && pwd)
while [ ! -f "$tap_suite/tap.sh" ] && [ "$tap_suite" != / ]; do
	tap_suite=$(dirname "$tap_suite")
done
KABI_BUILD=$(cd "${KABI_BUILD:-$tap_suite/../build}" && pwd) || exit 3
# Programs that are under test; a build with sanitizers may stand in for them.
KABI_TOOLS=$(cd "${KABI_TOOLS:-$KABI_BUILD}" && pwd) || exit 3
CC=${CC:-gcc}
# shellcheck disable=SC2034 # for those who source this
programs="kabi-collect kabi-diff kabi-reuse kabi-show"
PATH=$KABI_TOOLS:$PATH
KABI_PLUGIN=${KABI_PLUGIN:-$KABI_BUILD/kabi.so}
export KABI_BUILD KABI_PLUGIN KABI_TOOLS CC PATH
# What a sanitizer finds is not to be taken for an error that was expected.
ASAN_OPTIONS=${ASAN_OPTIONS:-exitcode=99}
UBSAN_OPTIONS=${UBSAN_OPTIONS:-exitcode=99}
export ASAN_OPTIONS UBSAN_OPTIONS

tap_work=$(mktemp -d "${TMPDIR:-/tmp}/kabi-tap.XXXXXX") || exit 3
trap 'rm -rf "$tap_work"' EXIT
trap 'exit 130' INT TERM HUP
cd "$tap_work" || exit 3

tap_passed=0
tap_failed=0
tap_skipped=0

ok() {
	tap_passed=$((tap_passed + 1))
	echo "ok $((tap_passed + tap_failed + tap_skipped)) - $1"
}

skip() {
	tap_skipped=$((tap_skipped + 1))
	echo "ok $((tap_passed + tap_failed + tap_skipped)) - $1 # SKIP $2"
}

not_ok() {
	tap_failed=$((tap_failed + 1))
	echo "not ok $((tap_passed + tap_failed + tap_skipped)) - $1"
	shift
	for detail; do
		printf '%s\n' "$detail" | sed 's/^/# /'
	done
}

# check NAME COMMAND...: ok when the command succeeds.
check() {
	tap_name=$1
	shift
	if "$@" > "$tap_work/.check" 2>&1; then
		ok "$tap_name"
	else
		not_ok "$tap_name" "failed: $*" "$(cat "$tap_work/.check")"
	fi
}

# expect NAME STATUS COMMAND...: ok when it ends with that status; its output is
# in ./out and ./err. Returns whether it was ok.
expect() {
	tap_name=$1
	tap_status=$2
	shift 2
	"$@" > "$tap_work/out" 2> "$tap_work/err" < /dev/null
	set -- "$?" "$@"
	if [ "$1" -eq "$tap_status" ]; then
		ok "$tap_name"
		return 0
	fi
	tap_came=$1
	shift
	not_ok "$tap_name" "status $tap_came, expected $tap_status: $*" \
		"$(sed 's/^/stdout: /' "$tap_work/out")" \
		"$(sed 's/^/stderr: /' "$tap_work/err")"
	return 1
}

# error NAME STATUS PATTERN COMMAND...: as expect, and stderr is one message of
# the program, which matches, and stdout is empty.
error() {
	tap_name=$1
	tap_status=$2
	tap_pattern=$3
	shift 3
	"$@" > "$tap_work/out" 2> "$tap_work/err" < /dev/null
	set -- "$?" "$@"
	if [ "$1" -eq "$tap_status" ] && [ ! -s "$tap_work/out" ] &&
		grep -qE -e "$tap_pattern" "$tap_work/err" &&
		grep -q "^${2##*/}: " "$tap_work/err"; then
		ok "$tap_name"
		return 0
	fi
	tap_came=$1
	shift
	not_ok "$tap_name" "status $tap_came, expected $tap_status: $*" \
		"expected on stderr: $tap_pattern" \
		"$(sed 's/^/stdout: /' "$tap_work/out")" \
		"$(sed 's/^/stderr: /' "$tap_work/err")"
	return 1
}

# has FILE PATTERN / lacks FILE PATTERN, for use with check.
has() {
	grep -qE -e "$2" "$1" || { cat "$1"; return 1; }
}

lacks() {
	[ -r "$1" ] && ! grep -E -e "$2" "$1"
}

# record FILE.c [FLAGS...]: compiles with the plugin into FILE.o.
record() {
	tap_source=$1
	shift
	$CC -O2 "-fplugin=$KABI_PLUGIN" "$@" -c -o "${tap_source%.c}.o" \
		"$tap_source" ||
		not_ok "compiles $tap_source"
}

# The last line of a script.
finish() {
	if [ "$tap_skipped" -gt 0 ]; then
		echo "$tap_passed passed, $tap_failed failed, $tap_skipped skipped"
	else
		echo "$tap_passed passed, $tap_failed failed"
	fi
	[ "$tap_failed" -eq 0 ]
	exit
}
