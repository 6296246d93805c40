# SPDX-License-Identifier: GPL-2.0-or-later
# Prints a test file with the block "block" (expect, stderr, changes) holding
# what the file "actual" holds; a block that is not there yet goes to the end.

function put_block(    text) {
	print "kabi-" block "-start"
	while ((getline text < actual) > 0)
		print text
	print "kabi-" block "-end"
	done = 1
}

{ line[NR] = $0 }

END {
	for (i = 1; i <= NR; i++)
		if (line[i] == "*/")
			close_line = i
	for (i = 1; i <= NR; i++) {
		if (!done && line[i] == "kabi-" block "-start") {
			put_block()
			while (i <= NR && line[i] != "kabi-" block "-end")
				i++
		} else {
			if (!done && i == close_line)
				put_block()
			print line[i]
		}
	}
}
