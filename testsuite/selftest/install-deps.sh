#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# install-deps only tells, here: which packages, in the words of each
# distribution, and that it fails then.
. "$(dirname "$0")/../tap.sh"

# A compiler that has no plugin headers, and no libraries at all.
mkdir bin
cat > bin/gcc-99 <<'SH'
#!/bin/sh
case $* in
-dumpversion) echo 99 ;;
-print-file-name=plugin) echo plugin ;;
esac
SH
chmod +x bin/gcc-99
PATH=$PWD/bin:$PATH
unset CXX

# tells MANAGER PACKAGE...
tells() {
	manager=$1
	shift
	KABI_NO_INSTALL=1 KABI_PACKAGE_MANAGER=$manager CC=gcc-99 PKG_CONFIG=false \
		expect "$manager: fails" 1 "$tap_suite/install-deps" build
	check "$manager: only tells" has err 'KABI_NO_INSTALL is set; to install: '
	for package; do
		pattern=$(echo "$package" | sed 's/+/[+]/g')
		check "$manager: $package" has err " $pattern( |\$)"
	done
}

tells apt-get g\+\+-99 gcc-99-plugin-dev libelf-dev libxml2-dev libzstd-dev \
	zlib1g-dev liblzma-dev libjson-c-dev
check "what is there is not asked for" lacks err ' (make|gcc-99) '
tells dnf gcc-c\+\+ gcc-plugin-devel elfutils-libelf-devel libxml2-devel \
	libzstd-devel zlib-devel xz-devel json-c-devel
tells zypper gcc99-c\+\+ gcc99-devel libelf-devel libxml2-devel libzstd-devel \
	zlib-devel xz-devel libjson-c-devel
tells pacman gcc libelf libxml2 zstd zlib xz json-c
KABI_PACKAGE_MANAGER=none CC=gcc-99 PKG_CONFIG=false \
	expect "an unknown set" 1 "$tap_suite/install-deps" nonsense
check "is named" has err "'nonsense'"
CC=$CC expect "nothing missing: success" 0 "$tap_suite/install-deps" build check
check "and nothing is said" test ! -s out -a ! -s err
finish
