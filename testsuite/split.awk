# SPDX-License-Identifier: GPL-2.0-or-later
# Takes a test file apart (testsuite/README.md). Variables: dir, an existing
# directory. Makes dir/src/FILE for every file of the test, dir/tag.NAME with the
# values of every tag, one a line, and dir/block.NAME for every block. Prints
# what is wrong with the test.

BEGIN {
	split("run cflags old-cflags new-cflags records with exit require " \
	      "xfail except contains excludes stderr-contains probe test", words, " ")
	for (i in words)
		is_tag[words[i]] = 1
	is_block["expect"] = is_block["stderr"] = is_block["changes"] = 1
	once = " test run records with exit xfail "
}

{ line[NR] = $0 }

END {
	tags = 0
	for (i = 1; i < NR; i++)
		if (line[i] == "/*" && line[i + 1] ~ /^kabi-test:/) {
			tags = i
			break
		}
	if (!tags) {
		print "no comment that begins with kabi-test:"
		exit
	}
	split_source(tags - 1)
	split_tags(tags + 1)
}

# Every file begins with as many empty lines as stand above it in the test, so
# that its lines have the test's numbers.
function split_source(last,    i, name, text, named_main) {
	name = "test.c"
	for (i = 1; i <= last; i++)
		if (line[i] ~ /^\/\* kabi-file: test\.c \*\/$/)
			named_main = 1
	start_file(name, 0)
	for (i = 1; i <= last; i++) {
		if (line[i] ~ /^\/\* kabi-file: .* \*\/$/) {
			name = line[i]
			sub(/^\/\* kabi-file: /, "", name)
			sub(/ \*\/$/, "", name)
			if (name !~ /^[A-Za-z0-9_][A-Za-z0-9_.\/+-]*$/ ||
			    name ~ /\.\./) {
				print "line " i ": bad file name '" name "'"
				return
			}
			start_file(name, i)
		} else if (line[i] ~ /kabi-file:/) {
			print "line " i ": a marker is /* kabi-file: NAME */"
		} else {
			print line[i] > (dir "/src/" name)
		}
	}
}

function start_file(name, lines,    folder, i, out) {
	out = dir "/src/" name
	if (name ~ /\//) {
		folder = out
		sub(/\/[^\/]*$/, "", folder)
		system("mkdir -p '" folder "'")
	}
	close(out)
	printf "" > out
	for (i = 0; i < lines; i++)
		print "" > out
}

function split_tags(first,    i, name, value, block, closed) {
	for (i = first; i <= NR; i++) {
		if (block != "") {
			if (line[i] == "kabi-" block "-end")
				block = ""
			else
				print line[i] > (dir "/block." block)
			continue
		}
		if (closed) {
			if (line[i] != "")
				print "line " i ": behind the closing comment"
			continue
		}
		if (line[i] == "")
			continue
		if (line[i] == "*/") {
			closed = 1
			continue
		}
		if (line[i] ~ /^kabi-[a-z-]+-start$/) {
			name = substr(line[i], 6, length(line[i]) - 11)
			if (!is_block[name] || seen_block[name]++) {
				print "line " i ": unknown or repeated block '" name "'"
				return
			}
			block = name
			printf "" > (dir "/block." block)
			continue
		}
		if (line[i] !~ /^kabi-[a-z-]+:/) {
			print "line " i ": neither a tag nor a block: " line[i]
			continue
		}
		name = value = line[i]
		sub(/^kabi-/, "", name)
		sub(/:.*/, "", name)
		sub(/^[^:]*:[ \t]*/, "", value)
		sub(/[ \t]+$/, "", value)
		if (!is_tag[name])
			print "line " i ": unknown tag 'kabi-" name "'"
		else if (value == "")
			print "line " i ": kabi-" name " says nothing"
		else if (index(once, " " name " ") && seen_tag[name]++)
			print "line " i ": a second kabi-" name
		else
			print value > (dir "/tag." name)
	}
	if (block != "")
		print "kabi-" block "-start without its end"
	else if (!closed)
		print "the comment is not closed"
}
