# SPDX-License-Identifier: GPL-2.0-or-later
# Prints the records of a text baseline that "want" asks for: "KIND NAME, KIND
# NAME, KIND", or "all". Header and trailer are no records.

BEGIN {
	n = split(want, wanted, /, */)
	for (i = 1; i <= n; i++) {
		kind[i] = name[i] = wanted[i]
		sub(/ .*/, "", kind[i])
		if (!sub(/^[^ ]+ +/, "", name[i]))
			name[i] = ""
		sub(/ +$/, "", name[i])
	}
}

/^[^\t]/ {
	shown = 0
	if (NR > 1 && !/^end [0-9]+$/) {
		head_name = $0
		sub(/^[^ ]+ /, "", head_name)
		sub(/ [^ =]+=.*/, "", head_name)
		for (i = 1; i <= n && !shown; i++)
			shown = kind[i] == "all" || kind[i] == $1 &&
				(name[i] == "" || name[i] == head_name)
	}
}

shown
