# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# A kernel is booted, and what its guest says is judged.  Sourced by check.

# A guest takes some ten seconds; one that hangs never ends.
guest_seconds=${KABI_GUEST_SECONDS:-120}

# An AMD processor that was warned of: the kernel switches on what it has against
# speculation through indirect branches and returns, where it was built with it.
guest_cpu=${KABI_GUEST_CPU:-EPYC}

build_init()
{
	[ "$dir/init" -nt "$reuse/init.c" ] ||
		"${CC:-gcc}" -std=gnu11 -Os -Wall -Wextra -Werror -static \
			-o "$dir/init" "$reuse/init.c"
}

# modules_in_order OUT: after those that they need.
modules_in_order()
{
	local module need
	while read -r module; do
		module=${module%.[ko]*}.ko
		printf '%s %s\n' "${module##*/}" "${module##*/}"
		for need in $(modinfo -F depends "$1/$module" | tr , ' '); do
			printf '%s.ko %s\n' "$need" "${module##*/}"
		done
	done <"$1/modules.order" | tr - _ | tsort
}

# make_initramfs OUT TO: /init, and the modules of the build.
make_initramfs()
{
	local out=$1 root=$2.root module
	rm -rf "$root"
	mkdir -p "$root/modules" && cp "$dir/init" "$root/init" || return 1
	while read -r module; do
		module=${module%.[ko]*}.ko
		cp "$out/$module" "$root/modules/$(basename "$module" | tr - _)" ||
			return 1
	done <"$out/modules.order"
	modules_in_order "$out" >"$root/modules/list" || return 1
	# Not compressed: that would take another option of the kernel.
	(cd "$root" && find . | sort | cpio --quiet -o -H newc) >"$2" &&
	rm -rf "$root"
}

# boot OUT TO: what the guest's console says is in TO.console.  A kernel that oopses
# or panics restarts at once, which is the end for this machine.
boot()
{
	make_initramfs "$1" "$2.initramfs" || return 1
	timeout "$guest_seconds" qemu-system-x86_64 -accel tcg -cpu "$guest_cpu" \
		-smp 2 -m 256 -nodefaults -display none -no-reboot -serial stdio \
		-kernel "$1/arch/x86/boot/bzImage" -initrd "$2.initramfs" \
		-append 'console=ttyS0 reboot=t panic=-1 oops=panic' \
		</dev/null 2>"$2.qemu" | tr -d '\r' >"$2.console"
	rm -f "$2.initramfs"
}

# complaints CONSOLE: what a kernel says when it is not well.  It is also said, with
# "WARNING: See https://", what a processor has against speculation.
complaints()
{
	grep -aE -e '(WARNING: CPU|BUG|Oops|Kernel panic|general protection|stack-protector)\b' \
		-e 'alg: .*(fail|error)' -e 'segfault|Unknown symbol|disagrees about' \
		-e '^kabi: .* failed' "$1" | sed 's/^\[[ .0-9]*\] //'
}

# unproved CONSOLE PROOF...: those that are missing: objects has what they are.
unproved()
{
	local console=$1 proof
	shift
	for proof; do
		case $proof in
		digest:* | algorithm:* | driver:* | counter:*)
			grep -aqxF "kabi: ${proof%%:*} ${proof#*:} ok" "$console" ||
				printf '%s\n' "$proof" ;;
		*)
			grep -aqxF "kabi: selftest $proof passed" "$console" ||
				printf '%s\n' "$proof" ;;
		esac
	done
}
