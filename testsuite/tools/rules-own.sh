#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Rules of our own: every key once as a match and once as none; what a rule
# covers; expiry, use, reasons.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/rules.inc"

kabi-diff --format=json:report.json old.kabi new.kabi > out
roots report.json changes > all

# rule NAME TEXT [LINE...]: what one [accept] with these lines accepts.
rule() {
	rule_name=$1 rule_text=$2
	shift 2
	accepts "$rule_name" "$@" <<-RULES
		[accept]
		$rule_text
		reason = it is tested
		author = A U Thor
	RULES
}

rule "id" "id = symbol-removed" "symbol-removed function fn_gone"
rule "ids: a list, and patterns" "id = symbol-removed, *-license-*" \
	"symbol-removed function fn_gone" \
	"symbol-license-tightened function fn_license" \
	"symbol-license-relaxed function fn_space"
rule "an id that nothing has" "id = inline-removed"
rule "subject" "subject = macro LIMIT" "macro-value-changed macro LIMIT"
rule "subject: a pattern" "subject = section *" \
	"section-removed section .data.once" "section-added section .data..once"
rule "subject: of two, one" "subject = macro LIMIT
subject = union either" "macro-value-changed macro LIMIT" \
	"member-added union either: l"
rule "no such subject" "subject = struct que"
rule "member" "member = hint" "padding-used struct queue: hint"
rule "member: a pattern" "member = MODE_?" "enumerator-added enum mode: MODE_C"
rule "no such member" "member = hin"
rule "no member" "id = macro-*
member = none" "macro-value-changed macro LIMIT"
rule "a member that is called none" 'member = "none"'
rule "symbol: all of them" "symbol = grow_get
symbol = holder_*
level-at-most = break
id = member-added" "member-added union either: l"
rule "symbol: not all of them" "symbol = queue_r*" \
	"parameter-type-changed function queue_run: parameter 2"
rule "no symbol" "symbol = none
subject = m*" "macro-value-changed macro LIMIT"
rule "file" "file = include/mode.h" "enum-sentinel-moved enum mode: MODE_MAX" \
	"enumerator-added enum mode: MODE_C"
rule "file: a pattern" "file = *.c
id = parameter-type-changed" \
	"parameter-type-changed function queue_run: parameter 2"
rule "no such file" "file = include/mode.h:5"
rule "old" 'old = "no"' "setting-changed setting stack-protector"
rule "another old" 'old = "yes"'
rule "no old" "old = none
id = section-*" "section-added section .data..once"
rule "new" "new = strong" "setting-changed setting stack-protector"
rule "another new" "new = stron"
rule "no new" "new = none
id = section-*" "section-removed section .data.once"
rule "old and new: this change and no later one" 'id = macro-value-changed
old = 1
new = 3'
rule "level-at-most" "id = *
level-at-most = note" "enumerator-added enum mode: MODE_C" \
	"symbol-added function fn_added" \
	"symbol-license-relaxed function fn_space" \
	"section-added section .data..once"
rule "level-at-most: too bad for it" "subject = struct gone
level-at-most = risk"
rule "quotes and escapes" 'subject = "\x6dacro \"LIMIT"'
rule "quotes" 'subject = "\x6dacro LIMIT"' "macro-value-changed macro LIMIT"

# What follows from a change.
rule "what follows in the same struct" "subject = struct gone
id = member-removed" "member-removed struct gone: y"
rule "not what follows elsewhere" "subject = struct grow
id = member-added"
rule "what follows where the rule says so" "subject = struct grow
id = member-added
also = struct holder" "member-added struct grow: b"
rule "what follows somewhere else" "subject = struct grow
also = struct hold"
rule "the children alone" "subject = struct holder"
accepts "root and children by two rules" "member-added struct grow: b" <<'RULES'
# a comment
; another one
[accept]
  subject = struct grow
	reason = one
author = A

[accept]
subject = struct holder
reason = two
author = A
RULES
rule "no more than the ids can be" "subject = enum mode
id = enumerator-added" "enumerator-added enum mode: MODE_C"

# Expired, unused, without a reason.
cat > rules <<'RULES'
[accept]
id = symbol-removed
reason = gone in 7.0
author = A U Thor
expires = 2026-02-28

[accept]
id = inline-removed
reason = TODO
author = TODO
RULES
export SOURCE_DATE_EPOCH=1772279999 # 2026-02-28 11:59:59
expect "on its last day a rule counts" 12 kabi-diff --suppress=rules \
	--show-suppressed --unused-rules old.kabi new.kabi
check "and is told" has out \
	'^accepted: break function fn_gone: symbol-removed: int \(int\) \(gone in 7\.0; rules:1\)$'
check "with the count" has out '^17 changes: 10 break, .*; 10 exported symbols affected; 1 suppressed$'
check "a rule without a reason" has err '^kabi-diff: rules: 1 rule without a reason \(TODO\)$'
check "a rule that matched nothing" has err '^kabi-diff: rules:7: matched nothing: inline-removed$'
check "nothing else" test "$(wc -l < err)" -eq 2
expect "the day after" 12 kabi-diff --suppress=rules --date=2026-03-01 old.kabi new.kabi
check "it counts as none" has out '^break  function fn_gone: symbol-removed'
check "and that is said" has err \
	'^kabi-diff: rules:1: expired on 2026-02-28 and counts as none: symbol-removed \(gone in 7\.0, A U Thor\)$'
check "symbols are counted anew" has out '; 11 exported symbols affected$'
SOURCE_DATE_EPOCH=1772380000
expect "SOURCE_DATE_EPOCH is today" 12 kabi-diff --suppress=rules old.kabi new.kabi
check "and says so" has err 'expired on 2026-02-28'
SOURCE_DATE_EPOCH=soon
error "an epoch that is none" 1 "SOURCE_DATE_EPOCH: 'soon'" kabi-diff old.kabi new.kabi
unset SOURCE_DATE_EPOCH
error "a date that is none" 3 "'2026-02-30' is no day" \
	kabi-diff --date=2026-02-30 old.kabi new.kabi
expect "several files" 12 kabi-diff --suppress=rules --suppress=/dev/null \
	--date=2026-01-01 old.kabi new.kabi
check "one after the other" has out '; 1 suppressed$'
expect "rules from standard input" 12 sh -c \
	'kabi-diff --suppress=- --date=2026-01-01 old.kabi new.kabi < rules'
check "do the same" has out '; 1 suppressed$'
printf '[accept]\r\nid = symbol-removed\r\nreason = x\r\nauthor = y\r\n' > crlf
expect "lines that end as on DOS" 12 kabi-diff --suppress=crlf old.kabi new.kabi
check "are lines" has out '; 1 suppressed$'

# The examples of docs/rules.md.
for word in accept drivers; do
	awk -v word="$word" '
		/^    / { block = block substr($0, 5) "\n"; next }
		block ~ "(^|\n|\\[)" word { printf "%s", block; exit }
		{ block = "" }' "$tap_suite/../docs/rules.md" > example
	check "an example with $word" has example "$word"
	expect "it is right" 12 kabi-diff --suppress=example --date=2026-01-01 \
		old.kabi new.kabi
	check "and all is well" test ! -s err
done

# All that was reported, and what a later change makes of it.
expect "--accept" 12 kabi-diff --accept=accepted old.kabi new.kabi
expect "accepts all of it" 0 kabi-diff --suppress=accepted --unused-rules old.kabi new.kabi
check "and says only that reasons are missing" \
	test "$(cat err)" = "kabi-diff: accepted: 18 rules without a reason (TODO)"
check "nothing is affected" has out '^0 changes; 0 exported symbols affected; 18 suppressed$'
sed 's/^	2$/	3/' new.records | baseline later.kabi
expect "a macro that changed again" 12 kabi-diff --suppress=accepted old.kabi later.kabi
check "is reported again" has out '^break  macro LIMIT: macro-value-changed: 1 -> 3'
check "and nothing else" has out '^1 change: 1 break'
sed 's/^	0 lock/&/; s/^	8 after +2 int/&\
	12 more +3 struct grow/; s/^struct holder size=12/struct holder size=20/' \
	new.records | baseline later.kabi
expect "a struct that grew on" 12 kabi-diff --suppress=accepted old.kabi later.kabi
check "too" has out 'struct holder'
expect "--accept of nothing" 0 kabi-diff --accept=none old.kabi old.kabi
check "is a file without rules" lacks none '^\['
error "--accept to where the report goes" 3 'cannot both go to standard output' \
	kabi-diff --accept=- old.kabi new.kabi
error "--accept over the rules" 3 'would replace the rules' \
	kabi-diff --accept=rules --suppress=rules old.kabi new.kabi
check "which are still there" has rules 'gone in 7.0'
error "--accept to nowhere" 1 'nowhere/accepted' \
	kabi-diff -o out.txt --accept=nowhere/accepted old.kabi new.kabi
finish
