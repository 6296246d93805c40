#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Who may include what: dependencies run one way (docs/hacking.md).
. "$(dirname "$0")/../tap.sh"

cd "$tap_suite/.." || exit 3
all=$tap_work/includes

# FILE HEADER, one a line, with the quotes or brackets.
for file in include/kabi/*.[hd]* plugin/*.c plugin/*.cc plugin/*.h \
	tools/*.c tools/lib/*.[ch]; do
	sed -n 's/^[ \t]*#[ \t]*include[ \t]*\(["<][^">]*[">]\).*/\1/p' "$file" |
		sed "s|^|$file |"
done > "$all"

# forbid NAME FILES HEADERS: no file that matches includes a header that does.
forbid() {
	# By the environment: in -v backslashes would be escapes.
	files=$2 headers=$3 awk '
		$1 ~ ENVIRON["files"] && $2 ~ ENVIRON["headers"] {
			print $1 " includes " $2 }' \
		"$all" > "$tap_work/found"
	if [ -s "$tap_work/found" ]; then
		not_ok "$1" "$(cat "$tap_work/found")"
	else
		ok "$1"
	fi
}

# only NAME HEADERS FILES: nobody else includes such a header.
only() {
	files=$3 headers=$2 awk '
		$2 ~ ENVIRON["headers"] && $1 !~ ENVIRON["files"] {
			print $1 " includes " $2 }' \
		"$all" > "$tap_work/found"
	if [ -s "$tap_work/found" ]; then
		not_ok "$1" "$(cat "$tap_work/found")"
	else
		ok "$1"
	fi
}

# "x.h" in quotes is in the file's own folder; programs see the library's.
while read -r file header; do
	case $header in
	\"*)
		name=${header#\"}
		name=${name%\"}
		[ -f "${file%/*}/$name" ] || [ -f "tools/lib/$name" ] ||
			echo "$file includes $header" ;;
	esac
done < "$all" | grep -v '^plugin/[^ ]*\.cc \|^plugin/gcc-compat' > "$tap_work/found"
check "a header in quotes is in the same folder" diff /dev/null "$tap_work/found"

forbid "include/kabi includes only itself and libc" '^include/' \
	'^"|^<(gelf|libelf|elf\.|libxml|json|gcc)'
forbid "the plugin includes nothing of the tools" '^plugin/' 'tools/|"(model|elf|error|alloc)\.h"'
forbid "the tools include nothing of the plugin" '^tools/' 'plugin/|gcc-plugin'
forbid "the recorder's C does not see GCC" '^plugin/[^ ]*\.c$' \
	'gcc-|plugin-version|tree|cpplib|"(system|coretypes|diagnostic|opts)\.h"'
only "libelf only in tools/lib/elf*.c" '<(libelf|gelf)\.h>' '^tools/lib/elf[^/]*\.c$'
only "libxml2 only in tools/lib/xml*" '<libxml/' '^tools/lib/xml[^/]*\.[ch]$'
only "json-c only in report-json.c, show-json*.c and json.c" '<json' \
	'^tools/lib/(report-json|show-json[a-z-]*|json)\.[ch]$'
only "nettle only in elf-digest.c" '<nettle/' '^tools/lib/elf-digest\.c$'
only "zstd and lzma only where bytes are packed" '<(zstd|lzma|zlib)\.h>' \
	'^(include/kabi/frame-encode\.h|tools/lib/(frame|decompress)\.c)$'

# The layers of tools/lib: LAYER: files; what they may include, besides their own.
cat > "$tap_work/layers" <<'LAYERS'
ground: error alloc strbuf strtab hash ptrmap utf8 escape scan glob blob decompress archive workers output pool notices;
model: model* type words parse* write baseline* record-text exposure consumers* imports prebuilt versions unite compat convention repr ctype xml*; ground
questions: reach* symlist change override*; ground model
readers: elf* contract* seal frame exports* builddir collect* gather conditions* merge* resolve* sightings input* git embed redefine; ground model
differ: diff*; ground model questions
rules: rules* policy*; ground model questions
writers: report* show* shims* json; ground model questions
command: cli; ground
reporting: cli-report; ground model questions rules writers command
LAYERS
awk -v layers="$tap_work/layers" '
	function layer_of(name,    i) {
		for (i = 1; i <= n; i++)
			if (name ~ files[i])
				return i
		return 0
	}
	BEGIN {
		while ((getline line < layers) > 0) {
			n++
			split(line, part, /[:;] */)
			layer[n] = part[1]
			files[n] = part[2]
			gsub(/ /, "|", files[n])
			gsub(/\*/, "[a-z-]*", files[n])
			files[n] = "^(" files[n] ")$"
			seen[n] = " " part[1] " " part[3] " "
		}
	}
	$1 ~ /^tools\/lib\// {
		name = $1
		header = $2
		gsub(/^tools\/lib\/|\.[ch]$/, "", name)
		mine = layer_of(name)
		if (!mine && !told[name]++)
			print name " is in no layer"
		if (!sub(/\.h"$/, "", header) || !sub(/^"/, "", header))
			next
		its = layer_of(header)
		if (!its && !told[header]++)
			print header " is in no layer"
		if (mine && its && !index(seen[mine], " " layer[its] " "))
			print $1 " (" layer[mine] ") includes " $2 " (" layer[its] ")"
	}' "$all" > "$tap_work/found"
check "the layers of tools/lib know only those below them" \
	diff /dev/null "$tap_work/found"
finish
