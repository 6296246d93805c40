# SPDX-License-Identifier: GPL-2.0-or-later
# How GCC's testsuite would compile its files: FILE...; a line "FILE<TAB>OPTIONS"
# for each. -v before=, after=: what stands before and behind a file's options.
#
# Of the directives dg-options and dg-additional-options those count that are
# for every target or name this one, and of their options those that have to do
# with the code: no dumps, no outputs of another kind, nothing for the linker,
# nothing that prints times or the compiler's own command line, and no BTF or
# CTF, which GCC 12 writes in the order of addresses: no two are the same.

BEGIN {
	# What the *.exp of a folder gives to all of its files ...
	always["gcc.c-torture"] = "-w"
	always["gcc.dg/analyzer"] = "-fanalyzer"
	always["gcc.dg/asan"] = "-fsanitize=address"
	always["gcc.dg/goacc"] = "-fopenacc"
	always["gcc.dg/gomp"] = "-fopenmp"
	always["gcc.dg/graphite"] = "-fgraphite-identity"
	always["gcc.dg/guality"] = "-g"
	always["gcc.dg/lto"] = "-flto"
	always["gcc.dg/tree-prof"] = "-fprofile-generate"
	always["gcc.dg/tsan"] = "-fsanitize=thread"
	always["gcc.dg/vect"] = "-ftree-vectorize -fno-vect-cost-model -msse2"
	# ... and what to those that have no dg-options.
	otherwise["gcc.dg"] = "-ansi -pedantic-errors"
	otherwise["gcc.dg/charset"] = "-fexec-charset=IBM1047"
	otherwise["gcc.dg/dfp"] = "-std=gnu99"
	nr = split("analyzer asan atomic compat debug format gomp goacc guality " \
		"hwasan lto noncompile rtl sancov simulate-thread sso torture " \
		"tree-prof tsan ubsan vect vmx", name, " ")
	for (i = 1; i <= nr; i++)
		otherwise["gcc.dg/" name[i]] = ""
}

# The entry of the innermost folder that has one.
function of_folder(table, file) {
	while (sub("/[^/]*$", "", file))
		if (file in table)
			return table[file]
	return ""
}

function plain(options, nr, word, i, kept) {
	nr = split(options, word, /[ \t]+/)
	kept = ""
	for (i = 1; i <= nr; i++) {
		if (word[i] == "-o" || word[i] == "-wrapper") {
			i++
			continue
		}
		if (word[i] ~ /^-(fdump|fopt-info|save-temps|ftime-report|fmem-report|frecord-gcc|fplugin|fdiagnostics-generate|Wl,|static|shared|fself-test|foffload|M|l|d[A-Zp]?)/ ||
		    word[i] ~ /^-g(btf|ctf)/ ||
		    word[i] ~ /^-(v|Q|c|S|E|o.*|###|d.*|-help.*|-version)$/ ||
		    word[i] ~ /[$\\"'\[\]{}]/ || word[i] == "")
			continue
		kept = kept " " word[i]
	}
	return kept
}

function for_us(selector) {
	gsub(/[{}]/, " ", selector)
	if (selector ~ /^[ \t*\/]*$/)
		return 1
	if (selector ~ /!|&&|xfail/)
		return 0
	return selector ~ /x86_64-\*-\*/ || selector ~ /\*-\*-\*/ ||
		selector ~ /target (c|fpic|pie|avx_runtime|sse[0-9]*_runtime) /
}

function put(all) {
	if (file == "")
		return
	all = before " " of_folder(always, file) \
		(has_options ? options : " " of_folder(otherwise, file)) \
		additional " " after
	# What the analyzer finds first depends on addresses.
	if (all ~ /-fanalyzer/)
		all = all " -w"
	print file "\t" all
}

FNR == 1 {
	put()
	file = FILENAME
	options = additional = ""
	has_options = 0
}

/dg-(additional-)?options/ {
	line = $0
	is_additional = line ~ /dg-additional-options/
	sub(/.*dg-(additional-)?options[ \t]*/, "", line)
	if (line ~ /^"/) {
		line = substr(line, 2)
		end = index(line, "\"")
		text = substr(line, 1, end - 1)
	} else {
		end = index(line, "}")
		text = substr(line, 1, end - 1)
		end--
		sub(/^\{/, "", text)
	}
	if (!end || !for_us(substr(line, end + 1)))
		next
	if (is_additional) {
		additional = additional plain(text)
	} else {
		options = plain(text)
		has_options = 1
	}
}

END { put() }
