#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Policies: what fails is bit 3 of the status, what is reported stays the same.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/rules.inc"

# What is reported, without what the gate says of it.
reported() {
	kabi-diff --format=json "$@" old.kabi new.kabi | sed 's/"fails":[a-z]*//
		s/"failing":[0-9]*//'
}
reported > full.txt
# one PATTERN: rules that accept everything but what matches, one a line.
only() {
	kabi-diff -o /dev/null --accept=every old.kabi new.kabi
	awk -v RS= -v but="$1" '$0 !~ but { print $0 "\n" }' every |
		sed 's/TODO/x/' > rules
}
# fails NAME POLICY PATTERN..., passes NAME POLICY PATTERN...: of changes whose
# rules match.
judge() {
	judge_name=$1 judge_status=$2 judge_policy=$3
	shift 3
	for pattern; do
		only "$pattern"
		expect "$judge_name: $pattern" "$judge_status" kabi-diff \
			--suppress=rules --policy="$judge_policy" old.kabi new.kabi
		check "... which is reported" has out '^[1-9][0-9]* changes?: '
	done
}

expect "full is the default" 12 kabi-diff --policy=full old.kabi new.kabi
reported --policy=full > said
check "and reports the same" cmp full.txt said
judge "full fails" 12 full "id = macro-value-changed" "id = member-removed"
judge "full passes" 4 full "# note" "# risk"
expect "--fail-on with full" 12 kabi-diff --policy=full --fail-on=note old.kabi new.kabi
only "# risk"
expect "--fail-on alone" 12 kabi-diff --suppress=rules --fail-on=risk old.kabi new.kabi
error "--fail-on with another" 3 '^kabi-diff: --fail-on and --policy=lts' \
	kabi-diff --fail-on=risk --policy=lts old.kabi new.kabi
error "a policy that there is not" 3 "^kabi-diff: no such policy: 'strict'" \
	kabi-diff --policy=strict old.kabi new.kabi

expect "lts" 12 kabi-diff --policy=lts old.kabi new.kabi
reported --policy=lts > said
check "reports the same as full" cmp full.txt said
check "and says what passes" has out '^        passes the gate$'
judge "lts fails" 12 lts "id = symbol-removed" "id = symbol-license-tightened" \
	"id = parameter-type-changed" "id = setting-changed" \
	"id = section-removed" "subject = typedef count_t"
judge "lts passes" 4 lts "id = macro-value-changed" "id = member-removed" \
	"subject = struct grow" "id = variable-size-changed" \
	"id = enum-sentinel-moved" "id = symbol-added" "id = section-added"

error "listed without a list" 3 '^kabi-diff: --policy=listed needs a list: --symbols' \
	kabi-diff --policy=listed old.kabi new.kabi
printf '[acme_9_stablelist]\n\tholder_get\n\tfn_license\n' > list
expect "listed" 12 kabi-diff --policy=listed --symbols=list old.kabi new.kabi
reported --policy=listed --symbols=list > said
check "compares all" cmp full.txt said
list() {
	judge_name=$1 judge_status=$2
	shift 2
	for pattern; do
		only "$pattern"
		expect "$judge_name: $pattern" "$judge_status" kabi-diff \
			--suppress=rules --policy=listed --symbols=list \
			old.kabi new.kabi
	done
}
list "listed fails" 12 "subject = struct grow" "subject = union either" \
	"id = symbol-license-tightened" "id = setting-changed"
list "listed passes" 4 "id = symbol-removed" "id = macro-value-changed" \
	"subject = struct gone" "subject = struct queue" "subject = variable level"
expect "--symbols alone limits the comparison" 12 \
	kabi-diff --symbols=list old.kabi new.kabi
check "to what is listed" lacks out 'fn_gone|struct queue'
printf 'holder_got\n' >> list
expect "a symbol of a list that neither exports" 12 \
	kabi-diff --symbols=list old.kabi new.kabi
check "is said" has err '^kabi-diff: list: holder_got is exported by neither$'
check "and no other is" [ "$(wc -l < err)" = 1 ]

# Policies of a rules file.
cat > own <<'RULES'
[policy acme]
description = what Acme promises
fail = risk padding-used, section-*
fail = break variable-*

[policy acme-listed]
fail = note
only-listed = yes
[policy other]
only-listed = no
fail = source macro-*
RULES
own() {
	judge_name=$1 judge_status=$2 judge_policy=$3
	shift 3
	for pattern; do
		only "$pattern"
		expect "$judge_name: $pattern" "$judge_status" kabi-diff \
			--suppress=rules --suppress=own --symbols=list \
			--policy="$judge_policy" old.kabi new.kabi
	done
}
printf 'queue_run\nlevel\nqueue_count\n' > list
own "one of ours fails" 12 acme "id = padding-used" "id = variable-size-changed"
own "one of ours fails what reaches no symbol" 12 acme "id = section-removed"
own "one of ours passes" 4 acme "id = parameter-type-changed" "id = section-added"
own "one of ours that is listed fails" 12 acme-listed "id = padding-used"
own "one of ours that is listed passes" 4 acme-listed "id = section-removed" \
	"id = symbol-added"
own "another one of ours fails" 12 other "id = macro-value-changed"
own "another one of ours passes" 4 other "id = setting-changed"
kabi-diff --suppress=own --policy=acme --format=json old.kabi new.kabi > out 2> err
check "a policy of ours changes nothing of the report" \
	test "$(grep -c '"id":' out)" -eq "$(kabi-diff --format=json old.kabi new.kabi | grep -c '"id":')"

# What docs/rules.md says of the shipped ones is what they are.
awk '/^	\"\[policy/ { on = 1 } on { print } /;$/ { on = 0 }' \
	"$tap_suite/../tools/lib/policy.c" | sed 's/^	"//; s/\\n";*$//' > shipped
sed -n '/^    \[policy full\]/,/^$/p; /^    \[policy lts\]/,/^$/p; /^    \[policy listed\]/,/^$/p' \
	"$tap_suite/../docs/rules.md" | sed 's/^    //; /^$/d' > documented
check "the documentation has the shipped policies as they are" diff shipped documented
finish
