# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# What the scripts of this directory share: where things are, how a kernel is
# built so that two builds of it are equal, and how a step is reported.
# Sourced, never run.

set -u
export LC_ALL=C PYTHONDONTWRITEBYTECODE=1

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)

# Where `make` left the plugin and the programs, and where kernel trees and
# their builds go (several gigabytes).
# shellcheck disable=SC2034 # for those who source this
build=${KABI_BUILD:-$top/build} cache=${KABI_KERNEL_DIR:-$top/build/kernel}

case $cache in
/*) ;;
*) cache=$PWD/$cache ;;
esac

# What the environment of a `make` above us, or of a kernel developer, would
# change in the build of a kernel.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES GNUMAKEFLAGS
unset ARCH SUBARCH CROSS_COMPILE LLVM KBUILD_OUTPUT O V W C M
unset KCFLAGS KAFLAGS KCPPFLAGS KBUILD_VERBOSE KBUILD_EXTRA_SYMBOLS
unset KCONFIG_CONFIG KCONFIG_ALLCONFIG KCONFIG_PROBABILITY

note()
{
	printf '# %s\n' "$*" >&2
}

die()
{
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

# as_root COMMAND...
as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# kmake SOURCE OUT ARGUMENT...: the kernel's make, out of tree, with all that
# is not a function of source, configuration and compiler pinned down.
# The empty LOCALVERSION keeps git from adding a "+".
kmake()
{
	local source=$1 out=$2
	shift 2
	make -s -C "$source" O="$out" ARCH=x86_64 -j "$(nproc)" \
		CC="${CC:-gcc}" LOCALVERSION= \
		KBUILD_BUILD_TIMESTAMP='Thu Jan  1 00:00:00 UTC 1970' \
		KBUILD_BUILD_VERSION=1 \
		KBUILD_BUILD_USER=kabi KBUILD_BUILD_HOST=kabi "$@"
}

# log_warnings LOG: the lines of a build's log that are no progress.
log_warnings()
{
	grep -v -e '^Kernel: .* is ready' -e '^make\[[0-9]*\]: .*directory' "$1"
}

# objects_of_c OUT FLAG: the objects below OUT, as ./path, that a command with
# this flag compiled from C.
objects_of_c()
{
	(cd "$1" && find . -name '.*.o.cmd' -exec grep -l -e \
		"^\(saved\)\{0,1\}cmd_.* $2[^;]* [^ ]*\.c *\(;\|\$\)" {} + |
		sed 's,/\.\([^/]*\)\.cmd$,/\1,' | sort)
}

# step NAME COMMAND...: runs it, and says how long it took, in seconds of the
# clock and of the processors.
step()
{
	local name=$1 status times
	shift
	local TIMEFORMAT='%1R s (CPU %1U + %1S s)'
	{ times=$( { time "$@" >&3 2>&4; } 2>&1 ); status=$?; } 3>&1 4>&2
	note "$(printf '%-36s %s' "$name" "$times")"
	return "$status"
}
