#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What the documentation says is what there is.
. "$(dirname "$0")/../tap.sh"

docs=$tap_suite/../docs

# --help and the man page name the same options.
for program in $programs; do
	page=$docs/man/$program.1
	"$program" --help > help || not_ok "$program --help"
	awk '/^ +-/ { sub(/,/, ""); sub(/=.*/, "", $2); sub(/=.*/, "", $1)
		print $1; if ($2 ~ /^--/) print $2 }' help | sort -u > in-help
	sed -n 's/^\.It //p' "$page" | awk '{
		gsub(/Fl Fl /, "\n--")
		gsub(/Fl /, "\n-")
		print
	}' | grep -oE -e '^--?[a-zA-Z][a-z-]*' | sort -u > in-page
	check "$program: --help and the man page name the same options" \
		diff in-help in-page
	expect "$program --version" 0 "$program" --version
	check "$program --version names it" has out "^$program [0-9]"
done

for page in "$docs"/man/*.[1-9]; do
	if command -v mandoc > /dev/null; then
		check "${page##*/}: mandoc has nothing to say" \
			mandoc -T lint -W warning "$page"
	else
		skip "${page##*/}: mandoc -T lint" "needs mandoc"
	fi
done

# Each verdict in docs/verdicts.md, each record kind in docs/format.md.
sed -n 's/^KABI_VERDICT([A-Z_]*, "\(.*\)", .*/\1/p' \
	"$tap_suite/../tools/lib/verdicts.def" > verdicts
while read -r id; do
	grep -qF "\`$id\`" "$docs/verdicts.md" || echo "$id"
done < verdicts > missing
check "docs/verdicts.md has every id of verdicts.def" diff /dev/null missing
while read -r id; do
	grep -q "^|.*\`$id\`.*|" "$docs/ci.md" || echo "$id"
done < verdicts > missing
check "docs/ci.md tells what to do for every id" diff /dev/null missing
sed -n 's/^KABI_KIND([A-Z_]*, "\(.*\)")/\1/p' \
	"$tap_suite/../include/kabi/records.def" > kinds
while read -r kind; do
	grep -qF "\`$kind\`" "$docs/format.md" || echo "$kind"
done < kinds > missing
check "docs/format.md has every kind of records.def" diff /dev/null missing
while read -r kind; do
	grep -q "^|.*\`$kind\`.*|.*|.*|\$" "$docs/hacking.md" || echo "$kind"
done < kinds > missing
check "docs/hacking.md tells where every kind is made" diff /dev/null missing
while read -r kind; do
	grep -qE "^\.It Li ([a-z]+ , )*$kind( |\$)" "$docs/man/kabi-format.5" ||
		echo "$kind"
done < kinds > missing
check "kabi-format(5) has every kind" diff /dev/null missing
# Exposure is in objects only, which are not XML.
while read -r kind; do
	[ "$kind" = exposure ] ||
		grep -q "<ref name=\"$kind\"/>" "$docs/kabi-baseline.rng" ||
		echo "$kind"
done < kinds > missing
check "docs/kabi-baseline.rng has every kind" diff /dev/null missing

# shellcheck disable=SC2016 # backquotes of Markdown
# Files that a page or a document of ours names exist, seen from the root or from
# testsuite/; patterns match some.
grep -ohE -e '`(plugin|tools|include/kabi|testsuite|docs|kbuild)/[a-z0-9_./*-]+`' \
	-e '(^|[ (])(plugin|tools|include/kabi|testsuite|docs|kbuild)/[a-z0-9_/-]+\.[a-z0-9]+' \
	"$tap_suite/../README.md" "$docs"/*.md "$docs"/man/* "$tap_suite"/*.md \
	"$tap_suite"/*/*.md | tr -d '` (' | sort -u | while read -r path; do
	# shellcheck disable=SC2086 # patterns
	(cd "$tap_suite/.." && ls -d $path) > /dev/null 2>&1 ||
		(cd "$tap_suite" && ls -d $path) > /dev/null 2>&1 ||
		echo "$path"
done > missing
check "every file that the documentation names exists" diff /dev/null missing
finish
