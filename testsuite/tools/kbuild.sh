#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# kbuild/Makefile.kabi on the small kernel of the demonstration.
. "$(dirname "$0")/../tap.sh"

kabi=$tap_suite/../kbuild/Makefile.kabi
export CC
cp -R "$tap_suite/demo/tree" linux
mkdir plugins
cp "$KABI_BUILD/kabi.so" plugins/

# kabi_make NAME STATUS TARGET...: the path of the plugin is relative, as people
# type it.
kabi_make() {
	name=$1
	status=$2
	shift 2
	expect "$name" "$status" make -f "$kabi" SRC=linux O=linux ARGS=-s \
		KABI_PLUGIN=plugins/kabi.so BASELINE=kabi.txt "$@"
}

kabi_make "builds with the plugin" 0 kabi-build
kabi_make "makes a baseline" 0 kabi-baseline
check "of what was built" has kabi.txt '^function wake_up_process role=def'
kabi_make "builds again" 0 kabi-build
kabi_make "nothing has changed" 0 kabi-check

# A function was added.
echo 'int added(void);' >> linux/include/linux/sched.h
echo 'int added(void) { return 0; } EXPORT_SYMBOL(added);' >> linux/kernel/sched.c
kabi_make "builds what changed" 0 kabi-build
kabi_make "a harmless change is no failure" 0 kabi-check
check "but told" has out '^note .*added'
kabi_make "unless one wants that" 2 kabi-check KABI_FAIL_ON=note
sed -i 's/int prio;/long prio;/' linux/include/linux/sched.h
kabi_make "builds what breaks" 0 kabi-build
kabi_make "a break is a failure" 2 kabi-check
check "and told" has out '^break .*task_struct'
kabi_make "no baseline is a failure" 2 kabi-check BASELINE=none.txt

# GCC would be told to load what is not there, once a file.
kabi_make "no plugin is a failure" 2 kabi-build KABI_PLUGIN=plugins/none.so
check "that is told" has err 'plugins/none\.so: no such plugin'
kabi_make "not installed" 2 kabi-build KABI_PLUGIN=no-such-plugin
check "that is told, too" has err '/no-such-plugin\.so: no such plugin'

# kbuild does not see that the plugin is another one.
echo >> plugins/kabi.so
kabi_make "another plugin" 2 kabi-build
check "is told to begin anew" has err 'records of another kabi\.so: make clean'
finish
