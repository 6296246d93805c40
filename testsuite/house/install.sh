#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What `make install DESTDIR=...` left: make check installs into its build
# directory and says where.
. "$(dirname "$0")/../tap.sh"

if [ -z "${KABI_INSTALLED:-}" ]; then
	skip "make install" "needs make check"
	finish
fi
prefix=$KABI_INSTALLED${PREFIX:-/usr/local}
plugin=$KABI_INSTALLED$($CC -print-file-name=plugin)/kabi.so

for program in $programs; do
	check "$program" test -x "$prefix/bin/$program"
	check "$program.1" test -r "$prefix/share/man/man1/$program.1"
	check "$program is completed" \
		test -r "$prefix/share/bash-completion/completions/$program"
	expect "$program runs" 0 "$prefix/bin/$program" --version
done
for page in man5/kabi-format.5 man7/kabi-plugin.7; do
	check "$page" test -r "$prefix/share/man/$page"
done
check "makefile targets for a kernel tree" test -r "$prefix/share/kabi/Makefile.kabi"
check "the header for kernels" test -r "$prefix/share/kabi/kabi.h"
for file in kabi-baseline.rng dictionary.txt; do
	check "$file, for other readers" test -r "$prefix/share/kabi/$file"
done
check "the plugin, where GCC looks for names" test -r "$plugin"
echo 'int f(void) { return 0; }' > a.c
expect "the plugin works there" 0 "$CC" "-fplugin=$plugin" -c a.c
expect "and what it recorded is read" 0 "$prefix/bin/kabi-collect" -o a.kabi a.o
check "all of it" has a.kabi '^function f role=def'
finish
