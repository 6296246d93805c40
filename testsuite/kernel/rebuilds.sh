# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# The kernel that `check` built with the plugin, built again in other ways: what is
# collected has to be the same.  Sourced by check, whose functions and variables
# these are.

# shellcheck source=testsuite/builders.sh
. "$here/../builders.sh"

# rebuild NAME SOURCE OUT CC MAKE-ARGUMENT...: builds, and collects to
# $again/NAME, with what the collector says in $again/NAME.said.
rebuild()
{
	local name=$1 from=$2 to=$3 cc=$4
	shift 4
	rm -rf "$to"
	mkdir -p "$to" &&
	"${configure[@]}" "$from" "$to" "${fragments[@]}" || return 1
	CC=$cc kmake "$from" "$to" "$@" >"$again/$name.log" 2>&1 || {
		tail -n 20 "$again/$name.log"
		return 1
	}
	log_warnings "$again/$name.log" && return 1
	"$build/kabi-collect" -o "$again/$name" "$to" >"$again/$name.said" 2>&1
}

same_baseline()
{
	cmp "$baseline" "$again/$1"
}

# ccache has all objects that it once had, of both kinds. Those by which kbuild tries
# the compiler's options (try-run) have the number of a process in their names.
all_hits()
{
	local missed hits
	missed=$(ccache_counts cache_miss)
	hits=$(ccache_counts direct_cache_hit preprocessed_cache_hit)
	awk '/ Object file: / { object[$2] = $NF }
		/ Result: cache_miss$/ { print object[$2] ": missed" }' \
		"$again/ccache.log" >"$again/missed"
	! grep -v '^\.tmp_[0-9]*/tmp\.o: ' "$again/missed" &&
		[ "$missed" = "$(wc -l <"$again/missed")" ] && [ "$hits" -gt 0 ] &&
		printf '%s hits, %s trials of options\n' "$hits" "$missed" && return
	printf '%s hits, %s misses\n' "$hits" "$missed"
	return 1
}

all_sent()
{
	local count
	count=$(grep -c COMPILE_OK "$again/distccd.log")
	printf '%s compilations\n' "$count"
	[ "$count" -ge "$(objects_of_c "$plugin" "$ours" | wc -l)" ]
}

# Without the fingerprints of bodies of which FILE does not know whether they have a
# __LINE__.
without_lines()
{
	awk 'FNR == NR { if (/^inline .* line=maybe/) maybe[$2]; next }
		/^[^\t]/ { masked = $1 == "inline" && ($2 in maybe) }
		masked && /^\tbody / { $0 = "\tbody ?" }
		{ sub(/ line=maybe/, ""); print }' "$1" -
}

only_macros_missing()
{
	local file=$again/$1
	diff <(without_macros "$baseline" | without_lines "$file") \
		<(without_macros "$file" | without_lines "$file") &&
	! grep -n '^macro ' "$file" &&
	silent "$build/kabi-diff" --all-types "$baseline" "$file"
}

rebuild_with_ccache()
{
	local elsewhere=$again/else/where
	export CCACHE_DIR=$again/ccache
	unset CCACHE_CONFIGPATH CCACHE_PREFIX
	mkdir -p "$elsewhere"
	cp -al "$source" "$elsewhere/linux" || return 1
	step "$kernel: -j1, elsewhere, ccache" rebuild cold "$elsewhere/linux" \
		"$elsewhere/out" "ccache ${CC:-gcc}" "KCFLAGS=$flags" -j1
	check 'builds again: one job, other directories, ccache cold' test $? = 0 &&
	check 'one job, other directories, ccache cold: the same' same_baseline cold
	ccache -z >/dev/null
	export CCACHE_LOGFILE=$again/ccache.log
	step "$kernel: ccache, warm" rebuild warm "$elsewhere/linux" \
		"$elsewhere/out" "ccache ${CC:-gcc}" "KCFLAGS=$flags"
	check 'builds again: ccache warm' test $? = 0 &&
	check 'ccache warm: the same' same_baseline warm
	check 'ccache warm: nothing is compiled' all_hits
	rm -rf "$elsewhere" "$CCACHE_DIR"
	unset CCACHE_DIR CCACHE_LOGFILE
}

rebuild_with_distcc()
{
	cd "$again" || return 1
	start_distcc "${CC:-gcc}" "$flags" || {
		tail -n 3 distccd.log
		check 'distccd starts' false
		return
	}
	# GCC warns of other things where it does not see the macros.
	step "$kernel: distcc" rebuild distcc "$source" "$again/out" \
		'distcc kabi-cc' KCFLAGS=-w
	check 'builds again: distcc' test $? = 0 &&
	check 'distcc: the same but for macros' only_macros_missing distcc
	check 'distcc: all were sent' all_sent
	check 'distcc: the collector says what is missing' \
		grep -q 'no macros are known of' distcc.said
	stop_distcc
	rm -rf out
	cd "$OLDPWD" || return 1
}

# begin_rebuilds DIR: an empty $again with the plugin, and the $flags to use it.
begin_rebuilds()
{
	again=$1
	flags="-gno-record-gcc-switches -fplugin=$again/kabi.so"
	rm -rf "$again"
	mkdir -p "$again" && cp "$build/kabi.so" "$again"
}

# Every edit is told, by its id and level, and nothing else is.
edits_told()
{
	"$build/kabi-diff" --format=json -o "$again/report.json" \
		"$baseline" "$again/edited"
	python3 "$here/../changes" "$again/report.json" | grep -v '^ ' |
		sort >"$again/told"
	diff <("$here/edits" expected) "$again/told" &&
		printf '%s edits, %s root causes\n' \
			"$("$here/edits" list | wc -l)" "$(wc -l <"$again/told")"
}

check_edits()
{
	local again flags
	begin_rebuilds "$dir/edits" && cp -al "$source" "$again/linux" || return 1
	check 'edits can be made' "$here/edits" apply "$again/linux" || return 1
	step "$kernel: with the edits" rebuild edited "$again/linux" \
		"$again/out" "${CC:-gcc}" "KCFLAGS=$flags"
	check 'builds with the edits' test $? = 0 || return 1
	check 'each edit is told and nothing else' edits_told
	rm -rf "$again/linux" "$again/out"
}

check_rebuilds()
{
	local again flags PATH=$PATH
	begin_rebuilds "$dir/again" || return 1
	trap stop_distcc EXIT
	rebuild_with_ccache
	rebuild_with_distcc
}
