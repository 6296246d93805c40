# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# What kbuild/Makefile.reuse promises, beside that the objects get into the kernel: each
# is a check, of one directory of a kernel that is built.  Sourced by check.

# crypto_make ASSIGNMENT...: builds that directory with the fragment.
crypto_make()
{
	MAKEFILES=$top/kbuild/Makefile.reuse smake "$kernel" "$out" "$@" crypto/ \
		>"$dir/fragment.log" 2>&1
}

time_of()
{
	stat -c %y "$1"
}

# The object, and what modpost reads of it.
is_taken()
{
	cmp "$prebuilt/crypto/ecc.o" "$object" &&
	cmp "$prebuilt/crypto/hmac.o" "$out/crypto/hmac.o" &&
	grep '^#SYMVER' "$out/crypto/.ecc.o.cmd" | cmp - "$dir/fragment.symvers"
}

takes()
{
	crypto_make KABI_PREBUILT="$prebuilt" && is_taken
}

takes_once()
{
	local before
	before=$(time_of "$object")
	crypto_make KABI_PREBUILT="$prebuilt" && [ "$before" = "$(time_of "$object")" ]
}

# Its checksum tells, not its time.
takes_another()
{
	objcopy --add-section .another="$reuse/objects" "$prebuilt/crypto/ecc.o" &&
	touch -d 2001-01-01 "$prebuilt/crypto/ecc.o" &&
	! cmp -s "$prebuilt/crypto/ecc.o" "$object" &&
	crypto_make KABI_PREBUILT="$prebuilt" && is_taken
}

compiles_what_is_not_listed()
{
	crypto_make KABI_PREBUILT="$prebuilt" KABI_PREBUILT_OBJECTS= &&
	! cmp -s "$prebuilt/crypto/ecc.o" "$object" &&
	grep -q '^\(saved\)\{0,1\}cmd_crypto/ecc.o := [^ ]*gcc' "$out/crypto/.ecc.o.cmd"
}

# asks STATUS: the build with a program that says what it was asked, and this status.
asks()
{
	printf '#!/bin/sh\necho "asked: $*"\nexit %s\n' "$1" >"$dir/fragment.reuse"
	chmod +x "$dir/fragment.reuse"
	rm -f "$object"
	crypto_make KABI_PREBUILT="$prebuilt" KABI_WITH="$reuse/objects" \
		KABI_REUSE="$dir/fragment.reuse"
}

stops()
{
	! asks "$1" && [ ! -f "$object" ] &&
	grep -q "^asked: $prebuilt/crypto/\(ecc\|hmac\).o --with=$reuse/objects\$" \
		"$dir/fragment.log"
}

goes_on()
{
	asks 4 && is_taken
}

needs_the_program()
{
	rm -f "$object"
	! crypto_make KABI_PREBUILT="$prebuilt" KABI_WITH="$reuse/objects" \
		KABI_REUSE="$dir/missing" && [ ! -f "$object" ]
}

# expect NAME COMMAND...
expect()
{
	local name=$1 text
	shift
	text=$("$@" 2>&1)
	result $? "Makefile.reuse, $kernel: $name" && return
	{ printf '%s\n' "$text"; tail -n 5 "$dir/fragment.log"; } | sed 's/^/# /'
}

# check_fragment KERNEL OBJECT-SIDE
check_fragment()
{
	local kernel=$1 out=$dir/kernel/$1 prebuilt=$dir/fragment object
	object=$out/crypto/ecc.o
	# shellcheck disable=SC2046 # a list of words
	build_objects "$2" $(objects_of_side "$2") && build_kernel "$kernel" &&
	enter "$kernel" || {
		result 1 "Makefile.reuse, $kernel: can be built"
		return
	}
	# As it is compiled.
	crypto_make || true
	grep '^#SYMVER' "$out/crypto/.ecc.o.cmd" >"$dir/fragment.symvers"
	rm -rf "$prebuilt"
	mkdir -p "$prebuilt/crypto"
	cp "$dir/objects/$2"/crypto/{ecc,hmac}.o "$prebuilt/crypto/"
	expect 'takes objects, with the versions of their symbols' takes
	expect 'does not take it again' takes_once
	expect 'takes another one, although it is older' takes_another
	expect 'compiles what is not in the list' compiles_what_is_not_listed
	expect 'stops when one breaks' stops 8
	expect 'stops when the program fails' stops 1
	expect 'stops when there is no program' needs_the_program
	expect 'goes on when one is only different' goes_on
	crypto_make
}
