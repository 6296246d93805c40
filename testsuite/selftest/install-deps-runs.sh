#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# install-deps installs, here: into a root with nothing in it, from a stand-in for
# each distribution, whose package manager knows the packages that the real one
# has, and what is in them. A name that it does not know is an error, as with the
# real one.
. "$(dirname "$0")/../tap.sh"

# What is in a package: of what install-deps looks for. The lists are those of the
# distributions, written down apart from install-deps.
#	PACKAGE FILE...
# bin/: programs; include/; pc/: what pkg-config knows; plugin/, lib/: of GCC.
cat > common <<'LIST'
make bin/make
findutils bin/find
gawk bin/awk
diffutils bin/diff
patch bin/patch
gzip bin/gzip
xz bin/xz
zstd bin/zstd
bash bin/bash
flex bin/flex
bison bin/bison
bc bin/bc
cpio bin/cpio
rsync bin/rsync
perl bin/perl
tar bin/tar
kmod bin/depmod
ccache bin/ccache
LIST
cat common - > fedora <<'LIST'
gcc bin/gcc
gcc-c++ bin/g++
glibc-devel include/stdio.h
gcc-plugin-devel plugin/include/gcc-plugin.h
gmp-devel include/gmp.h
libasan lib/asan
libubsan lib/ubsan
pkgconf-pkg-config bin/pkg-config
elfutils-libelf-devel pc/libelf
libxml2-devel pc/libxml-2.0
libzstd-devel pc/libzstd
zlib-devel pc/zlib
xz-devel pc/liblzma
json-c-devel pc/json-c
nettle-devel pc/nettle
python3 bin/python3
libxml2 bin/xmllint
openssl-devel include/openssl/ssl.h
dwarves bin/pahole
bpftool bin/bpftool
ShellCheck bin/shellcheck
mandoc bin/mandoc
clang-tools-extra bin/clang-format
distcc bin/distcc
distcc-server bin/distccd
LIST
cat common - > opensuse-tumbleweed <<'LIST'
gcc bin/gcc lib/asan lib/ubsan
gcc-c++ bin/g++
glibc-devel include/stdio.h
gcc12-devel plugin/include/gcc-plugin.h
gmp-devel include/gmp.h
pkg-config bin/pkg-config
libelf-devel pc/libelf
libxml2-devel pc/libxml-2.0
libzstd-devel pc/libzstd
zlib-devel pc/zlib
xz-devel pc/liblzma
libjson-c-devel pc/json-c
libnettle-devel pc/nettle
python3 bin/python3
libxml2-tools bin/xmllint
libopenssl-devel include/openssl/ssl.h
dwarves bin/pahole
bpftool bin/bpftool
ShellCheck bin/shellcheck
mandoc-bin bin/mandoc
clang-tools bin/clang-format
distcc bin/distcc
distcc-server bin/distccd
LIST
cat common - > arch <<'LIST'
gcc bin/gcc bin/g++ plugin/include/gcc-plugin.h lib/asan lib/ubsan
glibc include/stdio.h
gmp include/gmp.h
pkgconf bin/pkg-config
libelf pc/libelf
libxml2 pc/libxml-2.0 bin/xmllint
zlib pc/zlib
json-c pc/json-c
nettle pc/nettle
python bin/python3
openssl include/openssl/ssl.h
pahole bin/pahole
bpf bin/bpftool
shellcheck bin/shellcheck
clang bin/clang-format
distcc bin/distcc bin/distccd
LIST
sed -i 's/^zstd .*/& pc\/libzstd/; s/^xz .*/& pc\/liblzma/' arch
cat common - > debian <<'LIST'
mawk bin/awk
xz-utils bin/xz
gcc bin/gcc
g++ bin/g++
libc6-dev include/stdio.h
gcc-12-plugin-dev plugin/include/gcc-plugin.h
libgmp-dev include/gmp.h
libgcc-12-dev lib/asan lib/ubsan
pkg-config bin/pkg-config
libelf-dev pc/libelf
libxml2-dev pc/libxml-2.0
libzstd-dev pc/libzstd
zlib1g-dev pc/zlib
liblzma-dev pc/liblzma
libjson-c-dev pc/json-c
nettle-dev pc/nettle
python3 bin/python3
libxml2-utils bin/xmllint
libssl-dev include/openssl/ssl.h
dwarves bin/pahole
bpftool bin/bpftool
shellcheck bin/shellcheck
mandoc bin/mandoc
clang-format bin/clang-format
distcc bin/distcc bin/distccd
LIST

# bpftool is a name of several packages there, which apt does not choose from.
sed 's/^bpftool /linux-tools-generic /' debian > ubuntu

# What stands in for the programs of a package. A compiler finds headers and
# libraries where the packages put them, pkg-config likewise.
cat > program <<'SH'
#!/bin/sh
root=${0%/bin/*}
case "${0##*/} $*" in
*cc\ -dumpversion) echo 12 ;;
*cc\ -print-file-name=plugin) echo "$root/plugin" ;;
*cc*-fsanitize=*) [ -e "$root/lib/asan" ] && [ -e "$root/lib/ubsan" ] ;;
*cc*-E*) read -r _ header && header=${header#<} && [ -e "$root/include/${header%>}" ] ;;
pkg-config\ --exists*) [ -e "$root/pc/$2" ] ;;
esac
SH
# The package manager: words that are no packages of $list are options, or the
# error of the real one.
cat > manager <<'SH'
#!/bin/sh
root=${0%/bin/*}
list=$root/../$(cat "$root/distribution")
case "${0##*/} $*" in
"pacman -Si"*) [ -e "$root/lists" ]; exit ;;
apt-get*\ update) : > "$root/lists"; exit ;;
"pacman -Syu "*) : > "$root/lists" ;;
esac
echo "${0##*/} $*" >> "$root/log"
case ${0##*/} in
apt-get | pacman) [ -e "$root/lists" ] || { echo "no lists" >&2; exit 100; } ;;
esac
packages=
for word; do
	case $word in
	-* | install | Dpkg::*) continue ;;
	esac
	grep -q "^$word " "$list" || {
		echo "no package $word" >&2
		[ "${0##*/}" != zypper ] || exit 104
		exit 1
	}
	packages="$packages $word"
done
for package in $packages; do
	for file in $(sed -n "s/^$package //p" "$list"); do
		mkdir -p "$root/${file%/*}"
		case $file in
		bin/*) cp "$root/../program" "$root/$file" ;;
		*) : > "$root/$file" ;;
		esac
	done
done
exit "$(cat "$root/status" 2> /dev/null || echo 0)"
SH
chmod +x program manager

# system DISTRIBUTION MANAGER...: ./root, with what every system has.
system() {
	rm -rf root
	mkdir -p root/bin
	echo "$1" > root/distribution
	echo "ID=$1" > root/os-release
	shift
	for manager; do
		cp manager "root/bin/$manager"
	done
	for program in sh cat chmod cp env expr grep ls mkdir mktemp rm sed sort tr; do
		ln -s "$(command -v $program)" root/bin/
	done
	user 0
}

# user NUMBER: who runs it.
user() {
	printf '#!/bin/sh\necho %s\n' "$1" > root/bin/id
	chmod +x root/bin/id
}

# deps [NAME=VALUE...] SET...: install-deps, with nothing but ./root.
deps() {
	env -i PATH="$PWD/root/bin" TMPDIR="$PWD" \
		KABI_OS_RELEASE="$PWD/root/os-release" KABI_SBIN=/none \
		GCC_TESTSUITE=there "$@"
}

installs() {
	expect "$1: installs all of it" 0 \
		deps "$tap_suite/install-deps" build demo check kernel dwarf gcc \
		lint
	check "$1: says what" has out '^install-deps: installing: .*(libelf|elfutils)'
	check "$1: only its own package manager" lacks root/log "^(${2:-none}) "
	rm root/log
	expect "$1: then nothing is missing" 0 \
		deps KABI_NO_INSTALL=1 "$tap_suite/install-deps" build demo check \
		kernel dwarf gcc
	check "$1: nothing is said" test ! -s out -a ! -s err
	check "$1: nothing is installed" test ! -e root/log
}

# dnf and apt-get are packages of other distributions, too.
system debian apt-get dnf zypper pacman
installs debian 'dnf|zypper|pacman'
check "debian: linters" test -e root/bin/shellcheck -a -e root/bin/mandoc \
	-a -e root/bin/clang-format
system ubuntu apt-get
installs ubuntu
system ubuntu apt-get
printf 'ID=linuxmint\nID_LIKE="ubuntu debian"\n' > root/os-release
expect "a derivative of ubuntu" 0 deps "$tap_suite/install-deps" build dwarf
printf '#!/bin/sh\nexit 2\n' > root/bin/bpftool
expect "a bpftool that does not run is none" 1 \
	deps KABI_NO_INSTALL=1 "$tap_suite/install-deps" dwarf
check "and named" has err 'missing: bpftool$'
system fedora apt-get dnf zypper pacman
installs fedora 'apt-get|zypper|pacman'
check "fedora: linters" test -e root/bin/shellcheck -a -e root/bin/mandoc \
	-a -e root/bin/clang-format
system opensuse-tumbleweed apt-get dnf zypper pacman
installs opensuse-tumbleweed 'apt-get|dnf|pacman'
check "opensuse: linters" test -e root/bin/shellcheck -a -e root/bin/mandoc \
	-a -e root/bin/clang-format

# mandoc is not in the list of arch: there it cannot be installed beside man-db.
system arch apt-get dnf pacman
expect "arch: one linter that cannot be had is no failure" 0 \
	deps "$tap_suite/install-deps" build lint
check "arch: that is said" has out 'will be skipped, without: mandoc$'
check "arch: the others are there" test -e root/bin/shellcheck \
	-a -e root/bin/clang-format
system arch apt-get dnf pacman
installs arch 'apt-get|dnf'
system arch pacman
: > root/lists
deps "$tap_suite/install-deps" build > out 2> err
check "arch: with lists, the system is not upgraded" lacks root/log '^pacman -Sy'

# Derivatives say whom they are like; without a word, what is there decides.
system fedora apt-get dnf
printf 'ID="rocky"\nID_LIKE="rhel centos fedora"\n' > root/os-release
expect "a derivative of fedora" 0 deps "$tap_suite/install-deps" build
check "takes dnf" has root/log '^dnf -y install '
system fedora dnf
rm root/os-release
expect "a system without a name" 0 deps "$tap_suite/install-deps" build

# zypper's remarks are no errors, its errors are.
for status in 0 102 103 106 107; do
	system opensuse-tumbleweed zypper
	echo $status > root/status
	expect "zypper: status $status is success" 0 \
		deps "$tap_suite/install-deps" build
done
for status in 4 8 105; do
	system opensuse-tumbleweed zypper
	echo $status > root/status
	expect "zypper: status $status is not" 1 \
		deps "$tap_suite/install-deps" build
	check "zypper: that is said" has err 'zypper failed to install'
done

# No package of that name.
system fedora dnf
sed -i '/^json-c-devel/d' fedora
expect "a package that does not exist" 1 deps "$tap_suite/install-deps" build
check "is named, in the manager's words" has err 'no package json-c-devel'

# Not root.
system arch pacman
user 1000
expect "not root, no sudo" 1 deps "$tap_suite/install-deps" build
check "is told what to do" has err 'as root: pacman -S .*json-c'
check "and nothing was installed" test ! -e root/log
cat > root/bin/sudo <<'SH'
#!/bin/sh
echo "sudo $*" >> "${0%/bin/*}/asked"
exec "$@"
SH
chmod +x root/bin/sudo
expect "not root, with sudo" 0 deps "$tap_suite/install-deps" build
check "sudo was asked" has root/asked '^sudo pacman -Syu '
finish
