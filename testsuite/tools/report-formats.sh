#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every report format says what the JSON report says, to parsers that others
# wrote: of a comparison, of names that hold whatever breaks a format, of
# nothing, of very much.
. "$(dirname "$0")/../tap.sh"

schema=$tap_suite/../docs/kabi-report.rng
formats='short markdown html junit sarif xml'
printer=$KABI_TOOLS/testsuite/unit/test-report-formats

# agree NAME: NAME.* hold the same, and are what they should be.
agree() {
	tap_what=$1
	for format in $formats; do
		check "$tap_what: $format is well-formed and says the same" \
			"$tap_suite/reports" "$tap_what.json" "$tap_what.$format"
	done
	if command -v xmllint > /dev/null; then
		check "$tap_what: the XML is valid" \
			xmllint --noout --relaxng "$schema" "$tap_what.xml"
		check "$tap_what: xmllint reads junit" \
			xmllint --noout "$tap_what.junit"
	else
		skip "$tap_what: xmllint" "needs xmllint"
	fi
}

mkdir -p include/linux
cat > include/linux/acme.h <<'H'
struct inner {
	long x;
#ifdef NEW
	long y;
#endif
};
struct acme {
	char a;
#ifndef NEW
	char gone;
#endif
	long b;
	struct inner inner;
	union {
		int u;
		void *p;
	};
	char tail;
#ifdef NEW
	char padding;
#endif
};
#ifdef NEW
enum state { OFF, SLEEP, ON };
#else
enum state { OFF, ON };
#endif
H
cat > a.c <<'C'
#include "include/linux/acme.h"
long acme_get(struct acme *acme, enum state state) { return acme->b + state; }
int acme_put(struct acme *acme) { return acme->a; }
#ifndef NEW
int acme_old(void) { return 0; }
#endif
C
record a.c
mv a.o old.o
record a.c -DNEW
mv a.o new.o

# All in one run; the default goes to standard output.
set --
for format in json $formats; do
	set -- "$@" "--format=$format:real.$format"
done
expect "several formats in one run" 12 kabi-diff --format=text "$@" old.o new.o
agree real
check "text begins a long report with its summary" \
	grep -qE '^[0-9]+ changes: ' out
check "and ends with it" sh -c 'tail -n 1 out | grep -qE "^[0-9]+ changes: "'
check "short: a line a change" has real.short \
	'^break member-removed struct acme: gone: char at offset 1 \[include/linux/acme\.h:10\] \(2 symbols\)$'
check "html: the directory to filter by" has real.html 'data-dir="include/linux"'
check "sarif: relative to the source" has real.sarif \
	'"uri":"include/linux/acme.h","uriBaseId":"%SRCROOT%"'
kabi-diff --format=sarif:again.sarif old.o new.o
check "the same again" cmp real.sarif again.sarif
expect "what the gate is told" 12 kabi-diff --fail-on=note --format=json:gate.json \
	--format=junit:gate.junit --format=html:gate.html old.o new.o
for format in junit html; do
	check "$format: fails as the gate does" "$tap_suite/reports" gate.json "gate.$format"
done

# --help, the man page and the documentation know the formats that there are.
kabi-diff --help | tr '\n' ' ' | sed 's/.*--format=FORMAT\[:FILE\]//; s/; may be.*//' |
	grep -oE '\b[a-z]+\b' | grep -vxE 'the|default|or' | sort > in-help
echo "$formats json text" | tr ' ' '\n' | sort > here
check "--help names them" diff here in-help
sed -n '/Ar FORMAT/,/^\.El/s/^\.It Cm //p' "$tap_suite/../docs/man/kabi-diff.1" | sort > in-page
check "the man page names them" diff here in-page
# shellcheck disable=SC2016 # backquotes of Markdown
sed -n 's/^| `\([a-z]*\)` |.*/\1/p' "$tap_suite/../docs/report.md" | sort > in-docs
check "docs/report.md names them" diff here in-docs

if [ -x "$printer" ]; then
	for what in hostile empty many; do
		for format in json $formats; do
			"$printer" "$format" "$what" > "$what.$format" ||
				not_ok "$what.$format"
		done
		agree "$what"
	done
	check "markdown says how much it left out" has many.markdown \
		'^\*\*[0-9]+ of 2000 changes are left out'
else
	skip "reports of hostile names" "needs make unit-programs"
fi
finish
