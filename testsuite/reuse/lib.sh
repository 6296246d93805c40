# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# The two sides of a pairing: objects of one kernel build, and another kernel that
# takes them.  Sourced, never run.
#
# A side is a version and its variants, 6.1.170-3+kasan+gcc-11.  A variant is what of
# variants/ has its name: NAME.config is a fragment of the configuration, NAME.patch a
# change to the source, NAME.flags are options for the compiler.  gcc-N is another one.

# shellcheck source=testsuite/kernel/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../kernel/lib.sh"

# What another build of a kernel with prebuilt objects would leave to ours.
unset MAKEFILES KABI_PREBUILT KABI_PREBUILT_OBJECTS KABI_WITH KABI_SHIMS

reuse=$top/testsuite/reuse
dir=$cache/reuse

version_of()
{
	printf '%s\n' "${1%%+*}"
}

# variants_of SIDE
variants_of()
{
	case $1 in
	*+*) printf '%s\n' "${1#*+}" | tr + '\n' ;;
	esac
}

# files_of SIDE KIND: what its variants have of this kind.
files_of()
{
	local variant
	for variant in $(variants_of "$1"); do
		[ ! -f "$reuse/variants/$variant.$2" ] ||
			printf '%s\n' "$reuse/variants/$variant.$2"
	done
}

compiler_of()
{
	variants_of "$1" | grep '^gcc-[0-9]*$' || printf '%s\n' "${CC:-gcc}"
}

# check_side SIDE: so that a name with a typo is not a variant that changes nothing.
check_side()
{
	local variant
	for variant in $(variants_of "$1"); do
		case $variant in
		gcc-[0-9]*) continue ;;
		esac
		ls "$reuse/variants/$variant".* >/dev/null 2>&1 ||
			die "$1: there is no variant $variant"
	done
}

# plugin_of COMPILER: that which fits it.  Its path holds its checksum, so that kbuild
# sees another command for each object when it is another.
plugin_of()
{
	local from=$build sum
	if [ "$1" != "${CC:-gcc}" ]; then
		from=$dir/build-$1
		make -s -C "$top" CC="$1" CXX="${1/gcc/g++}" O="$from" \
			"$from/kabi.so" >"$from.log" 2>&1 ||
			die "cannot build the plugin for $1: see $from.log"
	fi
	sum=$(sha256sum <"$from/kabi.so" | cut -c 1-16)
	mkdir -p "$dir/plugin/$sum" || return 1
	[ -f "$dir/plugin/$sum/kabi.so" ] ||
		cp "$from/kabi.so" "$dir/plugin/$sum/" || return 1
	printf '%s\n' "$dir/plugin/$sum/kabi.so"
}

# kcflags_of SIDE
kcflags_of()
{
	local plugin files
	plugin=$(plugin_of "$(compiler_of "$1")") || return 1
	files=$(files_of "$1" flags)
	# shellcheck disable=SC2086 # a list of files
	printf '%s %s\n' "-fplugin=$plugin" "${files:+$(cat $files | tr '\n' ' ')}"
}

# All builds of a version are of one tree with one path, because kbuild's commands hold
# it: so a build with a patch begins as a copy of the one without, and only what the
# patch touches is compiled.  The tree is links into the pristine one, and where a
# patch is in effect, links to its files, which are as old as the patch is.
view_of()
{
	printf '%s\n' "$dir/tree/$(version_of "$1")"
}

# enter SIDE: its version's tree is now that of this side.
enter()
{
	local view source patch files file
	view=$(view_of "$1")
	source=$("$reuse/source" "$(version_of "$1")") || return 1
	if [ ! -f "$view/Kbuild" ]; then
		rm -rf "$view"
		mkdir -p "$view" && cp -al "$source/." "$view" || return 1
	fi
	while read -r file; do
		ln -f "$source/$file" "$view/$file" || return 1
	done < <(cat "$view.patched" 2>/dev/null)
	rm -f "$view.patched"
	for patch in $(files_of "$1" patch); do
		files=$(patched "$source" "$patch" "$(version_of "$1")") || return 1
		while read -r file; do
			printf '%s\n' "${file#*/./}" >>"$view.patched"
			ln -f "$file" "$view/${file#*/./}" || return 1
		done <<<"$files"
	done
}

# patched SOURCE PATCH VERSION: the files of the patch, as DIRECTORY/./PATH, applied
# once.
patched()
{
	local to sum file
	to=$dir/patched/$3/$(basename "$2" .patch)
	sum=$(sha256sum <"$2")
	if [ "$(cat "$to.id" 2>/dev/null)" != "$sum" ]; then
		rm -rf "$to"
		while read -r file; do
			mkdir -p "$to/${file%/*}" && cp "$1/$file" "$to/$file" || return 1
		done < <(sed -n 's,^+++ b/\([^[:blank:]]*\).*,\1,p' "$2")
		patch -s -p1 --no-backup-if-mismatch -d "$to" <"$2" >&2 || return 1
		printf '%s\n' "$sum" >"$to.id"
	fi
	find "$to/./" -type f
}

# config_of SIDE: one fragment, in which a variant has the last word on a symbol.
config_of()
{
	# shellcheck disable=SC2046 # a list of files
	awk 'FNR == 1 { optional = 0 }
		/^# if-known$/ { optional = 1 }
		/^CONFIG_/ {
			name = substr($0, 1, index($0, "=") - 1)
			line[name] = $0
			known[name] = optional
		}
		END {
			for (name in line)
				if (!known[name])
					print line[name]
			print "# if-known"
			for (name in line)
				if (known[name])
					print line[name]
		}' "$reuse/base.config" $(files_of "$1" config)
}

# id_of SIDE: what a build of it is made of.
id_of()
{
	local files
	files=$(files_of "$1" config; files_of "$1" patch)
	printf '%s %s ' "$("$(compiler_of "$1")" --version | head -n 1)" \
		"$(kcflags_of "$1")"
	# shellcheck disable=SC2086 # a list of files
	cat "$reuse/base.config" $files "$top/testsuite/kernel/configure" \
		"$top/testsuite/kernel/lib.sh" | sha256sum
}

# smake SIDE OUT ARGUMENT...: the kernel's make, for a side.
smake()
{
	local side=$1 out=$2 flags
	flags=$(kcflags_of "$side") || return 1
	shift 2
	CC=$(compiler_of "$side") kmake "$(view_of "$side")" "$out" \
		KCFLAGS="$flags" -j "${KABI_JOBS:-$(nproc)}" "$@"
}

# configured SIDE OUT: OUT is configured for the side.  What was built for another
# state of the side goes; a new one begins with a copy of its version's, if there is
# one of the same compiler.
configured()
{
	local side=$1 out=$2 id base
	check_side "$side"
	id=$(id_of "$side") || return 1
	enter "$side" || return 1
	[ "$(cat "$out.id" 2>/dev/null)" != "$id" ] || [ ! -f "$out/.config" ] || return 0
	rm -rf "$out" "$out.id" "$out.done"
	mkdir -p "${out%/*}" || return 1
	base=${out%/*}/$(version_of "$side")
	if [ "$side" != "$(version_of "$side")" ] && [ -f "$base.done" ] &&
		[ "$(compiler_of "$side")" = "${CC:-gcc}" ]; then
		copy_build "$base" "$out" || return 1
		# Newer than what was built without it.
		touch_patched "$side"
	fi
	mkdir -p "$out" && config_of "$side" >"$out.config" || return 1
	CC=$(compiler_of "$side") "$top/testsuite/kernel/configure" \
		"$(view_of "$side")" "$out" "$out.config" >&2 || return 1
	printf '%s\n' "$id" >"$out.id"
}

# copy_build FROM TO.  Commands that make objtool hold the directory of the build; it
# would be made again, and then each object.
copy_build()
{
	cp -a "$1" "$2" &&
	find "$2/tools" -name '.*.cmd' -exec sed -i "s,$1/,$2/,g" {} +
}

touch_patched()
{
	local view
	view=$(view_of "$1")
	[ ! -f "$view.patched" ] || (cd "$view" && xargs touch) <"$view.patched"
}

# build_objects SIDE OBJECT...: they are in $dir/objects/SIDE then, as kbuild left them.
build_objects()
{
	local side=$1 out=$dir/side/$1 to=$dir/objects/$1 object
	shift
	configured "$side" "$out" || return 1
	# It says which directories it enters, and nothing else when all is well.
	smake "$side" "$out" prepare >"$out.log" 2>&1 &&
	smake "$side" "$out" "$@" >>"$out.log" 2>&1 || {
		tail -n 20 "$out.log" >&2
		return 1
	}
	: >"$out.done"
	for object; do
		mkdir -p "$to/${object%/*}" &&
		{ cmp -s "$out/$object" "$to/$object" ||
			cp "$out/$object" "$to/$object"; } || return 1
	done
}

# build_kernel SIDE: with its own objects, and its baseline.
build_kernel()
{
	local side=$1 out=$dir/kernel/$1
	configured "$side" "$out" || return 1
	[ ! -f "$out.done" ] || return 0
	smake "$side" "$out" bzImage modules >"$out.log" 2>&1 || {
		tail -n 20 "$out.log" >&2
		return 1
	}
	"$build/kabi-collect" -o "$out.kabi" "$out" 2>"$out.findings" || return 1
	: >"$out.done"
}
