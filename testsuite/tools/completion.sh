#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# tools/completion.bash offers what the programs take, all of it and nothing else.
. "$(dirname "$0")/../tap.sh"

if ! command -v bash > found; then
	skip "completion" "needs bash"
	finish
fi
cat > try.bash <<'BASH'
# try.bash WORDS...: what is offered for the last one, one a line.
source "$COMPLETION"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_kabi "$1" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
BASH
COMPLETION=$tap_suite/../tools/completion.bash
export COMPLETION
offered() {
	bash try.bash "$@"
}
# offers NAME EXPECTED WORDS...
offers() {
	offers_name=$1
	offers_words=$2
	shift 2
	check "$offers_name" test "$(offered "$@" | tr '\n' ' ')" = "$offers_words"
}

sed -n 's/^tools_names := //p' "$tap_suite/../tools/tools.mk" | tr ' ' '\n' > programs
check "there are programs" test -s programs
while read -r program; do
	check "$program is completed" bash -c \
		"source '$COMPLETION' && complete -p $program"
	# The first column, as docs.sh reads it.
	"$program" --help | awk '/^ +-/ { sub(/,/, ""); sub(/=.*/, "=", $1)
		sub(/=.*/, "=", $2); print $1
		if ($2 ~ /^--/) print $2 }' | sort > in-help
	offered "$program" - | sort > is-offered
	check "$program: the options of --help" diff in-help is-offered

	# What the man page says of --format, and what the program takes.
	sed -n '/^\.It Fl Fl format/,/^\.It Fl [^F]*Fl \(o\|s\)/p' \
		"$tap_suite/../docs/man/$program.1" |
		sed -n 's/^\.\(It \)\{0,1\}Cm \([a-z0-9-]*\).*/\2/p' | sort -u > in-page
	offered "$program" --format = '' | sort > is-offered
	check "$program: the formats of the man page" diff in-page is-offered
	while read -r format; do
		"$program" "--format=$format" > out 2> err
		check "$program --format=$format is taken" lacks err 'no such format'
	done < is-offered
done < programs
for level in $(offered kabi-diff --fail-on =); do
	kabi-diff "--fail-on=$level" > out 2> err
	check "--fail-on=$level is taken" lacks err 'no such level'
done

offers "a beginning" '--fail-on= --format= ' kabi-diff --f
offers "a value" 'risk ' kabi-diff --level = r
offers "in two words" 'risk ' kabi-diff --level r
offers "behind a letter files only" '' kabi-diff -o r
offers "a flag has no value" '' kabi-show --reserved r
offers "operands are files" '' kabi-diff old n
offers "an option that there is not" '' kabi-diff --nothing = n
if command -v git > found; then
	git init -q repo
	cd repo || exit 3
	git -c user.name=a -c user.email=a@b commit -q --allow-empty -m one
	git tag v1
	COMPLETION=$(cd "$tap_suite/.." && pwd)/tools/completion.bash
	cp ../try.bash .
	offers "revisions" 'v1 ' kabi-diff git : v
	offers "all of them" "HEAD $(git symbolic-ref --short HEAD) v1 " kabi-diff git :
else
	skip "revisions" "needs git"
fi
finish
