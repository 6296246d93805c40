# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# For tests that build through ccache and distcc: a server on this machine, what was
# found, and what cannot be known of preprocessed source. Sourced.

# without_macros BASELINE: all of it but macros, options, and with that who needs
# them.
without_macros() {
	grep -vE '^(end|exposure) |^	![0-9]+ macros: ' "$1" | awk '
		/^[^\t]/ { skip = /^(macro|config|conditions) / }
		!skip' | sed 's/^\(unit .*\) macros=no/\1/; s/ unvalued=[0-9]*//'
}

# ccache_counts KEY...: the sum of some of its counters.
ccache_counts() {
	ccache --print-stats | awk -v keys="$*" '
		BEGIN { n = split(keys, key, " ") }
		{ for (i = 1; i <= n; i++) if ($1 == key[i]) sum += $2 }
		END { print sum + 0 }'
}

# start_distcc COMPILER...: "distcc kabi-cc" then is this compiler with these
# options: the server takes no -fplugin= from others, so it stands in the command.
# What it says is in ./distccd.log; false when it does not start. The directory and
# what the compiler needs have to be readable for nobody, whom it becomes.
start_distcc() {
	mkdir -p bin home temporary
	chmod 1777 home temporary
	cat > bin/kabi-cc <<-SH
	#!/bin/sh
	exec $* "\$@"
	SH
	chmod 755 bin bin/kabi-cc
	PATH=$PWD/bin:$PATH DISTCC_DIR=$PWD/home DISTCC_FALLBACK=0
	DISTCC_IO_TIMEOUT=300
	distcc_port=$((20000 + $$ % 20000))
	DISTCC_HOSTS=127.0.0.1:$distcc_port
	export PATH DISTCC_DIR DISTCC_FALLBACK DISTCC_IO_TIMEOUT DISTCC_HOSTS
	distcc_user=
	[ "$(id -u)" -ne 0 ] || distcc_user='--user nobody'
	# shellcheck disable=SC2086 # two words
	TMPDIR=$PWD/temporary distccd --daemon --no-detach --log-stderr \
		--log-level info --port "$distcc_port" --listen 127.0.0.1 \
		--allow 127.0.0.1 --enable-tcp-insecure --lifetime 7200 \
		--jobs 2 $distcc_user 2> distccd.log &
	distcc_server=$!
	for wait in 0 1 2 3; do
		sleep $wait
		! grep -q 'listening on' distccd.log || break
	done
	kill -0 $distcc_server && grep -q 'listening on' distccd.log
}

stop_distcc() {
	[ -n "${distcc_server:-}" ] || return 0
	kill "$distcc_server"
	wait "$distcc_server" 2> /dev/null
	distcc_server=
}
