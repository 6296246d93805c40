#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What is recorded is a function of source, options and compiler: wherever, in
# whatever order and through whatever a small kernel is built. A preprocessed
# source has no macros; that is said, and is not a removal.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/builders.sh"

# distccd gives up root, and then has to get here.
chmod 711 .
cp "$KABI_BUILD/kabi.so" . && plugin=-fplugin=$PWD/kabi.so
unset CCACHE_DIR CCACHE_CONFIGPATH DISTCC_HOSTS CCACHE_PREFIX
trap 'stop_distcc; rm -rf "$tap_work"' EXIT

# build DIRECTORY [ARGUMENT...]: a tree there, and what is collected from it.
build() {
	tree=$1
	shift
	[ -d "$tree" ] || { mkdir -p "$tree" &&
		cp -R "$tap_suite/demo/tree/." "$tree"; } &&
		make -s -C "$tree" CC="$CC" KCFLAGS="$plugin" "$@" &&
		kabi-collect -o "$tree.txt" "$tree" 2> "$tree.err" &&
		return
	cat "$tree.err"
	return 1
}

# same NAME DIRECTORY [ARGUMENT...]: builds there what was built in one.
same() {
	name=$1
	shift
	expect "$name: builds" 0 build "$@"
	check "$name: the same baseline" cmp one.txt "$1.txt"
	check "$name: nothing is said" test ! -s "$1.err"
}

expect "one build" 0 build one
check "has macros" has one.txt '^macro TASK_KILLABLE '
check "has units" has one.txt '^unit kernel/sched.c scope=used'
same "another directory" deeper/than/the/other
for file in kernel/sched.o drivers/net/loop.ko vmlinux.o; do
	check "another directory: the same $file" \
		cmp one/$file deeper/than/the/other/$file
done
same "two jobs" two -j2
same "two jobs, another order" three -j2 \
	'obj-y=lib/string.o drivers/base/core.o kernel/sched.o' \
	'obj-m=fs/demofs.ko drivers/net/loop.ko'
ln -s one link
check "through a symbolic link" \
	sh -c 'cd link && kabi-collect . | cmp ../one.txt -'
(
	umask 077
	TZ=Asia/Tokyo LANG=de_DE.UTF-8 LANGUAGE=de LC_ALL="" COLUMNS=20
	export TZ LANG LANGUAGE LC_ALL COLUMNS
	build abroad
)
check "another language, time and umask" cmp one.txt abroad.txt
if setarch -R true 2> /dev/null; then
	expect "addresses that are not random: builds" 0 \
		setarch -R make -s -C one -B KCFLAGS="$plugin"
	check "addresses that are not random" \
		sh -c 'kabi-collect one | cmp one.txt -'
fi
expect "debug information, temporary files: builds" 0 \
	build debug KCFLAGS="$plugin -g -pipe"
check "debug information: the same baseline" cmp one.txt debug.txt

# Source in one directory, objects in another: as kbuild names things.
mkdir -p src/include/linux src/include/generated src/kernel
echo '#include <generated/autoconf.h>' > src/include/linux/kconfig.h
printf '#define LIMIT 4\nstruct out { int a[LIMIT]; };\n' > src/include/linux/out.h
printf '#include <linux/out.h>\nint f(struct out *p) { return p->a[0]; }\n' \
	> src/kernel/out.c
# out_of_tree SOURCE OBJECT
out_of_tree() {
	mkdir -p "$2/include/generated" "$2/kernel"
	echo '#define CONFIG_OUT 1' > "$2/include/generated/autoconf.h"
	(cd "$2" && $CC "$plugin" -O2 -I"$1/include" -Iinclude \
		-include "$1/include/linux/kconfig.h" -fmacro-prefix-map="$1/=" \
		-c -o kernel/out.o "$1/kernel/out.c" &&
		kabi-collect kernel/out.o > ../"$2.txt")
}
expect "out of tree, absolute names" 0 out_of_tree "$PWD/src" obj1
cp -R src moved
expect "out of tree, relative names" 0 out_of_tree ../moved obj2
check "the same baseline" cmp obj1.txt obj2.txt

# only_macros_missing NAME DIRECTORY: what the build there was recorded as.
only_macros_missing() {
	without_macros one.txt > known.one
	without_macros "$2.txt" > known.other
	check "$1: the same but for macros" diff known.one known.other
	check "$1: no macro is recorded" lacks "$2.txt" '^macro '
	check "$1: each unit says so" \
		test "$(grep -c '^unit .*macros=no' "$2.txt")" -eq 5
	check "$1: the collector says so" has "$2.err" 'no macros are known'
	expect "$1: no macro is removed" 0 kabi-diff one.txt "$2.txt"
	check "$1: none at all" test ! -s out -a ! -s err
	expect "$1: no macro is added" 0 kabi-diff "$2.txt" one.txt
	check "$1: none either" test ! -s out -a ! -s err
}
expect "preprocessed: builds" 0 build cpp KCFLAGS="$plugin -save-temps=obj"
only_macros_missing "preprocessed" cpp

# A kernel of which some files were preprocessed.
expect "one of them preprocessed: builds" 0 build part KCFLAGS="$plugin"
rm part/kernel/sched.o part/vmlinux.o
expect "one of them preprocessed: builds again" 0 \
	build part KCFLAGS="$plugin -no-integrated-cpp"
check "its other units have macros" \
	test "$(grep -c '^unit .*macros=no' part.txt)" -eq 1
check "the collector says so" has part.err 'no macros are known of 1 of 5 units'
expect "no macro is removed" 0 kabi-diff one.txt part.txt
check "none at all" test ! -s out -a ! -s err
expect "no macro is added" 0 kabi-diff part.txt one.txt
check "none either" test ! -s out -a ! -s err

with_ccache() {
	CCACHE_DIR=$PWD/cache
	export CCACHE_DIR
	same "ccache, cold" cold CC="ccache $CC"
	check "ccache, cold: no hit" test "$(ccache_counts direct_cache_hit \
		preprocessed_cache_hit)" -eq 0
	rm -rf cold
	same "ccache, warm" cold CC="ccache $CC"
	check "ccache, warm: all hits" test "$(ccache_counts direct_cache_hit)" -eq 5
	CCACHE_NODIRECT=1
	export CCACHE_NODIRECT
	rm -rf cold
	same "ccache by preprocessed source" cold CC="ccache $CC"
	check "ccache by preprocessed source: all hits" \
		test "$(ccache_counts preprocessed_cache_hit)" -eq 5
	same "ccache for another directory" elsewhere/too CC="ccache $CC"
	check "ccache for another directory: all hits" \
		test "$(ccache_counts preprocessed_cache_hit)" -eq 10
	CCACHE_DIR=$PWD/cache2 CCACHE_NOCPP2=1
	export CCACHE_DIR CCACHE_NOCPP2
	for cache in cold warm; do
		expect "ccache gives cc1 what it preprocessed, $cache" 0 \
			build nocpp2-$cache CC="ccache $CC"
		only_macros_missing "ccache gives cc1 what it preprocessed, $cache" \
			nocpp2-$cache
	done
	unset CCACHE_NODIRECT CCACHE_NOCPP2
	# A macro that only an #if needs is not in the preprocessed source, by
	# which ccache would take an old object; but not in its depend mode.
	CCACHE_DIR=$PWD/cache3 CCACHE_DEPEND=1
	export CCACHE_DIR CCACHE_DEPEND
	for value in 4 5; do
		echo "#define VALUE $value" > value.h
		printf '#include "value.h"\n#if VALUE > 3\nint i;\n#endif\n' > value.c
		ccache "$CC" "$plugin" -MD -c value.c
	done
	kabi-collect -o value.txt value.o
	check "ccache by dependencies: a macro of an #if" has value.txt '^	5$'
	unset CCACHE_DEPEND CCACHE_DIR
}

with_distcc() {
	chmod 755 kabi.so
	start_distcc "$CC" "$plugin" || {
		skip "distcc" "distccd does not start: $(tail -n 1 distccd.log)"
		return
	}
	expect "distcc: builds" 0 build distcc CC='distcc kabi-cc' KCFLAGS=
	check "distcc: all were sent" \
		test "$(grep -c COMPILE_OK distccd.log)" -eq 5
	only_macros_missing "distcc" distcc
	stop_distcc
	# Where distcc compiles itself, nothing is lost.
	export DISTCC_FALLBACK=1 DISTCC_HOSTS=localhost
	same "distcc on its own" alone CC="distcc $CC"
}

if command -v ccache > /dev/null; then
	with_ccache
else
	skip "ccache" "ccache is not installed"
fi
if command -v distcc > /dev/null && command -v distccd > /dev/null; then
	with_distcc
else
	skip "distcc" "distcc is not installed"
fi
finish
