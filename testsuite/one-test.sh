# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# One test file: taken apart, run (kinds.sh), judged. Sourced by run.
#
# Every test has a directory $dir:
#	src/		its files; the programs run here
#	tag.NAME	the values of a tag, one a line (split.awk)
#	block.NAME	an expectation: expect, stderr, changes
#	actual.NAME	what came instead; actual.status, actual.out too
#	complaints	what is wrong; empty when the test passes

tag() {
	[ ! -f "$dir/tag.$1" ] || cat "$dir/tag.$1"
}

complain() {
	printf '%s\n' "$*" >> "$dir/complaints"
}

# complain_file HEADING FILE: the heading, then what the file holds.
complain_file() {
	complain "$1"
	sed 's/^/  /' "$2" >> "$dir/complaints"
}

# Prints the TAP lines of one file without numbers: "ok - NAME" or "not ok -
# NAME", and diagnostics.
run_one() {
	file=$1
	dir=$2
	label=${file#"$suite/"}
	label=${label#./}
	label=${label#testsuite/}
	mkdir -p "$dir/src" || exit 3
	case $file in
	*.sh) run_program sh ;;
	*.c) run_test ;;
	*) run_program ;;
	esac
}

# A script or a program prints TAP itself; that it ended well is checked besides.
run_program() {
	program=$(cd "$(dirname "$file")" && pwd)/$(basename "$file")
	(cd "$dir/src" && "$@" "$program") > "$dir/out" 2> "$dir/err" < /dev/null
	status=$?
	awk -v label="$label" '
		/^(not )?ok [0-9]* ?- / { sub(/ok [0-9]* ?- /, "ok - " label ": ") }
		/^(not )?ok - |^#/' "$dir/out"
	closing=$(awk '/^[0-9]+ passed, [0-9]+ failed/ { last = $0 }
		END { print last }' "$dir/out")
	case $status:$closing in
	0:*' 0 failed'*) return ;;
	0:* | *:*' 0 failed'* | *:) ;;
	*) return ;;
	esac
	echo "not ok - $label: ended with status $status and '$closing'"
	sed 's/^/# /' "$dir/err"
}

run_test() {
	: > "$dir/complaints"
	if [ ! -r "$file" ]; then
		echo "not ok - $label: cannot be read"
		return
	fi
	awk -v dir="$dir" -f "$suite/split.awk" "$file" > "$dir/broken"
	name=$(tag test)
	kind=$(tag run)
	arguments=
	case $kind in
	*' '*)
		arguments=${kind#* }
		kind=${kind%% *} ;;
	'') kind=record ;;
	esac
	check_tags >> "$dir/broken"
	if [ -s "$dir/broken" ]; then
		echo "not ok - $label: not a valid test"
		sed 's/^/# /' "$dir/broken"
		return
	fi
	missing=$(unmet_requirement)
	if [ -n "$missing" ]; then
		echo "ok - $label: $name # SKIP needs $missing"
		return
	fi

	cp "$suite/include/"*.h "$dir/src/" || exit 3
	cd "$dir/src" || exit 3
	eval "run_$kind $arguments"
	cd "$OLDPWD" || exit 3
	[ "$update" = no ] || update_blocks
	compare
	judge
}

# What can be wrong with tags that are well-formed.
check_tags() {
	case $kind in
	record | diff | show | collect | compile) ;;
	*) echo "kabi-run: there is no kind '$kind'" ;;
	esac
	case $(tag exit) in
	*[!0-9]*) echo "kabi-exit: not a number" ;;
	esac
	tag except | while read -r check reason; do
		case $check in
		twice | opt | neutral | order | xml | self | mirror | baseline | \
			accept) ;;
		*) echo "kabi-except: there is no check '$check'" ;;
		esac
		[ -n "$reason" ] || echo "kabi-except: $check: no reason"
	done
	if [ -f "$dir/block.changes" ] && [ "$kind" != diff ]; then
		echo "kabi-changes: only in tests of kind diff"
	fi
	if [ "$update" = no ] && ! expects_output && [ ! -f "$dir/tag.exit" ]
	then
		echo "it expects nothing"
	fi
}

expects_output() {
	for expectation in tag.contains tag.excludes tag.stderr-contains \
		block.expect block.stderr block.changes; do
		[ ! -f "$dir/$expectation" ] || return 0
	done
	return 1
}

unmet_requirement() {
	tag require | while read -r condition; do
		requirement_holds "$condition" || { echo "$condition"; break; }
	done
}

requirement_holds() {
	case $1 in
	gcc[\<\>=]*)
		$CC -dumpversion | awk -v condition="${1#gcc}" '{
			bound = operator = condition
			sub(/^[<>=]+/, "", bound)
			sub(/[^<>=].*$/, "", operator)
			exit !(operator == ">=" && $1 + 0 >= bound + 0 ||
			       operator == "<=" && $1 + 0 <= bound + 0 ||
			       operator == ">" && $1 + 0 > bound + 0 ||
			       operator == "<" && $1 + 0 < bound + 0 ||
			       operator == "==" && $1 + 0 == bound + 0)
		}' ;;
	"machine "*)
		case $($CC -dumpmachine) in
		"${1#machine }"*) ;;
		*) return 1 ;;
		esac ;;
	"cflags "*)
		echo 'int kabi_probe;' > "$dir/probe.c"
		# shellcheck disable=SC2086 # flags are words
		$CC ${1#cflags } -c -o "$dir/probe.o" "$dir/probe.c" 2> /dev/null ;;
	"command "*) command -v "${1#command }" > /dev/null ;;
	*) return 1 ;;
	esac
}

# What came goes into the blocks of the test file; a test that expects nothing
# yet gets the block that is usual for its kind.
update_blocks() {
	usual=
	if ! expects_output; then
		case $kind in
		diff) usual=changes ;;
		compile) usual=stderr ;;
		*) usual=expect ;;
		esac
	fi
	for block in expect stderr changes; do
		[ -f "$dir/actual.$block" ] || continue
		[ -f "$dir/block.$block" ] || [ "$usual" = "$block" ] || continue
		awk -v block="$block" -v actual="$dir/actual.$block" \
			-f "$suite/update.awk" "$file" > "$dir/updated" || exit 3
		cmp -s "$dir/updated" "$file" || cat "$dir/updated" > "$file"
		cp "$dir/actual.$block" "$dir/block.$block"
	done
}

# What came against what was expected.
compare() {
	[ -f "$dir/actual.status" ] || return
	wanted=$(cat "$dir/wanted.status" 2> /dev/null || echo 0)
	[ ! -f "$dir/tag.exit" ] || wanted=$(tag exit)
	if [ "$wanted" != "$(cat "$dir/actual.status")" ]; then
		complain "status $(cat "$dir/actual.status"), expected $wanted"
		complain_file "stderr:" "$dir/actual.stderr"
	fi
	for block in expect stderr changes; do
		[ -f "$dir/block.$block" ] || continue
		if [ ! -f "$dir/actual.$block" ]; then
			complain "kabi-$block: nothing came"
			continue
		fi
		diff -u "$dir/block.$block" "$dir/actual.$block" |
			sed 1,2d > "$dir/difference"
		[ ! -s "$dir/difference" ] ||
			complain_file "kabi-$block: - expected, + came" \
				"$dir/difference"
	done
	if [ -s "$dir/actual.stderr" ] && [ ! -f "$dir/block.stderr" ] &&
		[ ! -f "$dir/tag.stderr-contains" ]; then
		complain_file "unexpected on stderr:" "$dir/actual.stderr"
	fi
	compare_patterns
}

compare_patterns() {
	tag contains | while IFS= read -r pattern; do
		grep -qE -e "$pattern" "$dir/actual.out" ||
			complain_file "kabi-contains: no line matches '$pattern' in" \
				"$dir/actual.out"
	done
	tag excludes | while IFS= read -r pattern; do
		! grep -E -e "$pattern" "$dir/actual.out" > "$dir/match" ||
			complain_file "kabi-excludes: '$pattern' matches" "$dir/match"
	done
	tag stderr-contains | while IFS= read -r pattern; do
		grep -qE -e "$pattern" "$dir/actual.stderr" ||
			complain_file "kabi-stderr-contains: no line matches '$pattern' in" \
				"$dir/actual.stderr"
	done
}

judge() {
	if [ -f "$dir/tag.xfail" ]; then
		if [ -s "$dir/complaints" ]; then
			echo "not ok - $label: $name # TODO $(tag xfail)"
		else
			echo "not ok - $label: $name"
			echo "# it passes, but has kabi-xfail: $(tag xfail)"
		fi
	elif [ -s "$dir/complaints" ]; then
		echo "not ok - $label: $name"
		sed 's/^/# /' "$dir/complaints"
	else
		echo "ok - $label: $name"
	fi
}
