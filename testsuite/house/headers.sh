#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every header compiles alone: it includes what it needs.
. "$(dirname "$0")/../tap.sh"

top=$tap_suite/..
plugin_include=$($CC -print-file-name=plugin)/include
cxx=${CXX:-$(echo "$CC" | sed 's/gcc/g++/')}

# The glue's headers are C++ and say that they come behind gcc-compat.h.
is_glue() {
	case $1 in
	*/plugin/*) grep -q 'gcc-compat\.h' "$1" ;;
	*) return 1 ;;
	esac
}

glue() {
	"$cxx" -std=gnu++14 -fno-rtti -w -I"$top/include" -I"$top/plugin" \
		-isystem "$plugin_include" "$@"
}

# GCC's headers are read once: the result is found before the header.
check "plugin/gcc-compat.h compiles alone" \
	glue -x c++-header "$top/plugin/gcc-compat.h" -o gcc-compat.h.gch

for header in "$top"/include/kabi/*.h "$top"/tools/lib/*.h "$top"/plugin/*.h; do
	name=${header#"$top"/}
	[ "$name" != plugin/gcc-compat.h ] || continue
	if is_glue "$header"; then
		printf '#include "gcc-compat.h"\n#include "%s"\n' "$header" > alone.cc
		check "$name compiles behind gcc-compat.h" \
			glue -fsyntax-only alone.cc
	else
		printf '#include "%s"\n' "$header" > alone.c
		# shellcheck disable=SC2046 # flags are words
		check "$name compiles alone" \
			"$CC" -std=gnu11 -D_GNU_SOURCE -fsyntax-only -Wall -Wextra \
			-Werror -I"$top/include" \
			$(pkg-config --cflags libxml-2.0 json-c) alone.c
	fi
done
finish
