#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What is wrong in a file of rules is said with its line, in every format.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/rules.inc"

# wrong NAME PATTERN: standard input is refused with a message of this pattern.
wrong() {
	cat > rules
	error "$1" 1 "^kabi-diff: rules:$2" kabi-diff --suppress=rules old.kabi new.kabi
}
# text NAME PATTERN TEXT; accept, suppress: with the section around.
text() {
	printf '%b' "$3" | wrong "$1" "$2"
}
accept() {
	printf '[accept]\nreason = x\nauthor = y\n%s\n' "$3" | wrong "$1" "$2"
}
suppress() {
	printf '[suppress_%s]\nlabel = x\n%s\n' "$1" "$4" | wrong "$1: $2" "$3"
}

text "no closing bracket" "1: no ']' after '\[accept'" '[accept\nid = x\n'
text "something behind a section" "2: '.* stands behind" '\n[accept] x\n'
text "an unknown section" '2: unknown section \[accepts\]' '# x\n[accepts]\nid = x\n'
text "an unknown section later" '5: unknown section \[suppress_type\]' \
	'[accept]\nid = *\nreason = x\nauthor = y\n[suppress_type]\n'
text "a policy section without a space" '1: unknown section \[policyfoo\]' '[policyfoo]\n'
text "no key" "2: '= x' is neither" '[accept]\n= x\n'
text "no value" '2: id has no value' '[accept]\nid =\n'
text "no equals sign" "2: 'id' is neither '\[SECTION\]' nor 'KEY = VALUE'" '[accept]\nid\n'
text "a NUL byte" '2: holds a NUL byte' '[accept]\nid = a\0b\n'
text "a NUL byte in a comment" '2: holds a NUL byte' '[accept]\n# a\0b\n'
text "an empty section name" '1: unknown section \[\]' '[]\n'
text "no reason" '1: \[accept\] has no reason' '[accept]\nid = *\nauthor = x\n'
text "no author" '2: \[accept\] has no author' '\n[accept]\nid = *\nreason = x\n\n[accept]\n'
text "no condition" '1: \[accept\] would accept everything' '[accept]\nreason = x\nauthor = y\n'
accept "a level is no condition" '1: .*would accept everything' 'level-at-most = note'
accept "an unknown key" "4: \[accept\] has no key 'ids'" 'ids = x'
accept "a key of another format" "4: \[accept\] has no key 'name_regexp'" 'name_regexp = x'
accept "an unknown id" "4: no such id: 'member-vanished'" 'id = member-moved, member-vanished'
accept "a pattern of no id" "4: no such id: 'members-\*'" 'id = members-*'
accept "an unknown level" "4: no such level: 'bad'" 'level-at-most = bad'
accept "a date that is none" "4: expires: '2026-13-01' is no day" 'expires = 2026-13-01'
accept "a day that is none" "4: expires: '2025-02-29' is no day" 'expires = 2025-02-29'
accept "a date in another form" "4: expires: '1/2/2026' is no day" 'expires = 1/2/2026'
accept "a date with more behind it" "4: expires: '2026-01-01 x' is no day" 'expires = 2026-01-01 x'
accept "a key twice" '4: reason is there twice' 'reason = y'
accept "a text twice" '5: old is there twice' 'old = x
old = none'
accept "no closing quote" "4: old: no '\"' at the end" 'old = "x'
accept "something behind a quote" "4: old: ' y' stands behind" 'old = "x" y'
accept "a backslash that escapes nothing" '4: old: a backslash before' 'old = "\q"'
accept "a NUL that is escaped" '4: old: a backslash before' 'old = "\x00"'

text "a policy without a name" "1: '' is no name for a policy" '[policy]\nfail = break\n'
text "a policy with an odd name" "1: 'a b' is no name" '[policy a b]\nfail = break\n'
text "a policy twice" '3: there is a policy a already' '[policy a]\nfail = break\n[policy a]\n'
text "a policy that is shipped" '1: there is a policy lts already' '[policy lts]\nfail = break\n'
text "a policy that fails nothing" '1: policy a fails nothing' '[policy a]\nonly-listed = yes\n'
text "a key that policies have not" "2: \[policy\] has no key 'id'" '[policy a]\nid = x\n'
text "a level that is none" "2: no such level: 'bad'" '[policy a]\nfail = bad x\n'
text "an id that is none" "2: no such id: 'x'" '[policy a]\nfail = break x\n'
text "neither yes nor no" "2: only-listed: 'perhaps' is neither" '[policy a]\nonly-listed = perhaps\n'

for section in type function variable file; do
	suppress $section "an unknown key" "3: \[suppress_$section\] has no key 'nam'" 'nam = x'
	suppress $section "nothing that suffices" '1: the section does not say what' ''
	suppress $section "a SONAME" '3: soname_regexp cannot be honoured: .*SONAME' 'soname_regexp = x'
	suppress $section "no value" '3: file_name_regexp has no value' 'file_name_regexp ='
	suppress $section "a bad expression" "3: file_name_regexp: 'a\(b': [A-Z]" 'file_name_regexp = a(b'
	suppress $section "a key twice" '4: file_name_regexp is there twice' 'file_name_regexp = a
file_name_regexp = b'
done
suppress type "a section of no kind" '4: unknown section \[suppress_method\]' 'name = x
[suppress_method]'
suppress type "a section of ours" '4: unknown section \[accept\]' 'name = x
[accept]'
suppress type "a key of functions" "3: \[suppress_type\] has no key 'symbol_name'" 'symbol_name = x'
suppress type "arrays" '3: type_kind = array cannot be honoured' 'type_kind = array'
suppress type "base types" '3: type_kind = builtin cannot be honoured' 'type_kind = builtin'
suppress type "a kind that is none" "3: type_kind: no such kind: 'x'" 'type_kind = x'
suppress type "direct access" '3: accessed_through = direct cannot be honoured' 'accessed_through = direct'
suppress type "references" '3: accessed_through = reference cannot be' 'accessed_through = reference'
suppress type "an access that is none" "3: accessed_through: 'x' is none" 'accessed_through = x'
suppress type "enumerators of no enum" '1: changed_enumerators needs type_kind = enum' 'name = x
changed_enumerators = A'
suppress type "an empty item" '3: changed_enumerators: nothing between' 'changed_enumerators = A,, B'
suppress type "a bad expression in a list" "3: changed_enumerators_regexp: '\[': " \
	'changed_enumerators_regexp = A, ['
suppress type "a position that is none" "3: .*inserted_at: 'begin' is no position" \
	'has_data_member_inserted_at = begin'
suppress type "a number with more behind it" "3: .*: '8 bits' is no position" \
	'has_data_member_inserted_at = 8 bits'
suppress type "a number that is too large" "3: .*: '99999999999999999999' is no" \
	'has_data_member_inserted_at = 99999999999999999999'
suppress type "a function that is none" "3: .*: 'offset_before\(a\)' is no position" \
	'has_data_member_inserted_at = offset_before(a)'
suppress type "no parenthesis" "3: .*: 'offset_of\(a' is no position" \
	'has_data_member_inserted_at = offset_of(a'
suppress type "no member" "3: .*: no member in 'offset_of\(\)'" \
	'has_data_member_inserted_at = offset_of()'
suppress type "a range without braces" "3: .*: expected '\{BEGIN, END\}'" \
	'has_data_member_inserted_between = 1, 2'
suppress type "a range of three" "3: .*: '1, 2, 3' are no two positions" \
	'has_data_member_inserted_between = {1, 2, 3}'
suppress type "a range in a list" "3: .*: expected .* instead of '3'" \
	'has_data_members_inserted_between = {{1, 2}, 3}'
suppress type "braces that stay open" "3: .*: expected '\{BEGIN, END\}'" \
	'has_data_member_inserted_between = {1, 2
name = x'
suppress type "a size without an insertion" '1: has_size_change needs' 'name = x
has_size_change = yes'
suppress type "neither yes nor no" "3: drop: 'maybe' is neither yes nor no" 'drop = maybe'
suppress function "versions" '3: symbol_version cannot be honoured' 'symbol_version = x'
suppress variable "versions" '3: symbol_version_regexp cannot be' 'symbol_version_regexp = x'
suppress function "a change that is none" "3: change_kind: no such kind: 'added-variable'" \
	'change_kind = added-variable'
suppress function "a parameter without an index" '3: parameter: expected' 'parameter = int'
suppress function "a parameter without a type" '3: parameter: no type behind' "parameter = '1"
suppress function "an expression that stays open" "3: parameter: no '/' behind" "parameter = '1 /x"
suppress function "a bad expression of a parameter" "3: parameter: '\(': " "parameter = '1 /(/"

text "a severity without a verdict" "1: expected 'PATTERN PASS'" 'acme_*\n'
text "a severity that is none" "2: 'MAYBE' is neither PASS nor FAIL" '# x\nacme_* MAYBE\n'
text "a severity of no type" "3: 'TYPE' is neither MODULE" 'a PASS\n\nTYPE a PASS\n'
text "a severity with four words" "1: expected 'PATTERN PASS'" 'SYMBOL a b PASS\n'
text "a severity with a NUL byte" '1: holds a NUL byte' 'a\0 PASS\n'
text "lines of another format" "1: 'foo' is neither PASS nor FAIL" 'struct foo\n	int a;\n'

text "an allow-list of RHEL" '1: \[acme_9_stablelist\]: a list of symbols is for --symbols' \
	'[acme_9_stablelist]\n\tf\n'
text "an older one" '1: \[acme_whitelist\]: a list of symbols' '[acme_whitelist]\n\tf\n'
text "an allow-list of Android" '2: \[abi_symbol_list\]: a list of symbols' \
	'# x\n[abi_symbol_list]\n  f\n'

error "no such file" 1 '^kabi-diff: missing: ' kabi-diff --suppress=missing old.kabi new.kabi
error "a folder" 1 '^kabi-diff: \.: ' kabi-diff --suppress=. old.kabi new.kabi
awk 'BEGIN { for (i = 1; i < 3000; i++) printf "%c", i * 7919 % 256 }' > rules
kabi-diff --suppress=rules old.kabi new.kabi > out 2> err
check "any bytes: an error" test "$?" -eq 1
check "in one line" test "$(wc -l < err)" -eq 1
check "without commands" lacks err "$(printf '[\001-\010\013-\037\177]')"
printf '[accept]\nid = symbol-removed\nauthor = \033[31m\nexpires = 2000-01-01\nreason = \033[31m\n' > rules
expect "commands to a terminal" 12 kabi-diff --suppress=rules old.kabi new.kabi
check "are not passed on" lacks err "$(printf '\033')"
check "but the rule is told" has err 'rules:1: expired on 2000-01-01'
printf '[accept]\nid = symbol-removed\nauthor = x\nreason = \033[31m\200<&"]]>\n' > rules
expect "nor" 12 kabi-diff --suppress=rules --show-suppressed \
	--format=text --format=json:report.json old.kabi new.kabi
check "in a report" lacks out "$(printf '\033')"
check "JSON stays JSON" python3 -m json.tool report.json

# Large files: many rules, and a line that does not end.
awk 'BEGIN { for (i = 0; i < 20000; i++)
	printf "[accept]\nid = symbol-removed\nsubject = function f%d\nreason = x\nauthor = y\n", i }' > rules
expect "twenty thousand rules" 12 kabi-diff --suppress=rules old.kabi new.kabi
{
	printf '[suppress_type]\nname = x\nhas_data_members_inserted_between = {'
	awk 'BEGIN { for (i = 0; i < 200000; i++) print "{1, 2}," }'
} > rules
error "braces without an end" 1 '^kabi-diff: rules:3: ' \
	kabi-diff --suppress=rules old.kabi new.kabi
for bytes in 1 10 30 60 90; do
	printf '[suppress_function]\nparameter = '\''1 /x/\nname_regexp = ^a\\\\\nlabel = {\n' |
		head -c $bytes > rules
	kabi-diff --suppress=rules old.kabi new.kabi > out 2> err
	check "cut behind $bytes bytes: no crash" test "$?" -eq 1 -o "$?" -eq 12
done
finish
