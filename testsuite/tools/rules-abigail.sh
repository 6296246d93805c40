#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# libabigail's suppression files: every key once as a match and once as none.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/rules.inc"

kabi-diff --format=json:report.json old.kabi new.kabi > out
roots report.json changes > all

flex="member-size-changed struct flex: tail"
gone="member-removed struct gone: y"
grow="member-added struct grow: b"
either="member-added union either: l"
queue="padding-used struct queue: hint"
sentinel="enum-sentinel-moved enum mode: MODE_MAX"
added="enumerator-added enum mode: MODE_C"
typedef="typedef-changed typedef count_t"
run="parameter-type-changed function queue_run: parameter 2"
license="symbol-license-tightened function fn_license"
relaxed="symbol-license-relaxed function fn_space"
removed="symbol-removed function fn_gone"
new="symbol-added function fn_added"
level="variable-size-changed variable level"

# rule NAME SECTION TEXT [LINE...]
rule() {
	rule_name=$1 rule_section=$2 rule_text=$3
	shift 3
	accepts "$rule_section: $rule_name" "$@" <<-RULES
		# libabigail's comments
		; of both kinds
		[suppress_$rule_section]
		$rule_text
	RULES
}

rule "name" type "name = queue" "$queue"
rule "no such name" type "name = struct queue"
rule "name_regexp" type "name_regexp = ^(queue|go.*)\$" "$queue" "$gone"
rule "name_regexp: no match" type "name_regexp = ^ueue"
rule "name_not_regexp" type "name_not_regexp = e" "$typedef"
rule "name_not_regexp and a kind" type "type_kind = struct
name_not_regexp = ^g" "$queue" "$flex"
rule "type_kind = struct" type "type_kind = struct" "$queue" "$flex" "$gone" "$grow"
rule "type_kind = class" type "type_kind = class
name = queue" "$queue"
rule "type_kind = union" type "type_kind = union" "$either"
rule "type_kind = enum" type "type_kind = enum" "$sentinel" "$added"
rule "type_kind = typedef" type "type_kind = typedef" "$typedef"
rule "another kind" type "name = queue
type_kind = union"
rule "a backslash that is doubled" type 'name_regexp = que\\we' "$queue"
rule "accessed_through = pointer" type "type_kind = struct
accessed_through = pointer" "$queue" "$flex" "$gone"
rule "accessed_through = reference-or-pointer" type "name = either
accessed_through = reference-or-pointer" "$either"
rule "accessed_through: a struct that another one holds" type "name = grow
accessed_through = pointer"
rule "changed_enumerators" type "type_kind = enum
changed_enumerators = OTHER, MODE_MAX" "$sentinel" "$added"
rule "changed_enumerators: not that one" type "type_kind = enum
changed_enumerators = MODE_A" "$added"
rule "changed_enumerators_regexp" type "type_kind = enum
changed_enumerators_regexp = .*_MAX\$, .*_LAST\$" "$sentinel" "$added"
rule "changed_enumerators_regexp: no match" type "type_kind = enum
changed_enumerators_regexp = ^MAX" "$added"
rule "has_data_member" type "type_kind = struct
has_data_member = {flags, lock}" "$queue"
rule "has_data_member: one is missing" type "type_kind = struct
has_data_member = {flags, key}"
rule "has_data_member_regexp" type "type_kind = struct
has_data_member_regexp = ^lo" "$queue"
rule "has_data_member_regexp: no match" type "type_kind = struct
has_data_member_regexp = ^ock"
rule "has_data_member_inserted_at a bit" type "type_kind = struct
has_data_member_inserted_at = 32" "$queue"
rule "has_data_member_inserted_at another bit" type "name = queue
has_data_member_inserted_at = 0"
rule "has_data_member_inserted_at end" type "name = queue
has_data_member_inserted_at = end"
rule "offset_after" type "name = queue
has_data_member_inserted_at = offset_after(flags)" "$queue"
rule "offset_of" type "name = queue
has_data_member_inserted_at = offset_of(lock)"
rule "offset_of what is not there" type "name = queue
has_data_member_inserted_at = offset_of(key)"
rule "has_data_member_inserted_between" type "type_kind = struct
has_data_member_inserted_between = {offset_after(flags), offset_of(lock)}" "$queue"
rule "has_data_member_inserted_between: not there" type "name = queue
has_data_member_inserted_between = {offset_of(lock), end}"
rule "has_data_member_inserted_between numbers" type "name = queue
has_data_member_inserted_between = {8, 40}" "$queue"
rule "members by expressions" type "name = queue
has_data_member_inserted_between = {offset_of_first_data_member_regexp(^fl), offset_of_last_data_member_regexp(^(lo|st))}" \
	"$queue"
rule "members by expressions: the last is before it" type "name = queue
has_data_member_inserted_between = {0, offset_of_last_data_member_regexp(^fl)}"
rule "has_data_members_inserted_between, on several lines" type "name = queue
has_data_members_inserted_between =
 {
   {0, 8},
   {offset_after(flags), 63}
 }" "$queue"
rule "has_data_members_inserted_between, on a line that goes on" type "name = queue
has_data_members_inserted_between = {{0, 8}, \\
 {64, end}}"
rule "an insertion that changes the size" type "name = either
has_data_member_inserted_between = {0, end}"
rule "has_size_change = no" type "name = either
has_size_change = no
has_data_member_inserted_between = {0, end}"
rule "has_size_change = yes" type "name = either
has_size_change = yes
has_data_member_inserted_between = {0, end}" "$either"
accepts "at the end, with who holds it" "$grow" <<'RULES'
[suppress_type]
name = grow
has_data_member_inserted_at = end
has_size_change = yes
[suppress_type]
name = holder
RULES
rule "not without who holds it" type "name = grow
has_data_member_inserted_at = end
has_size_change = yes"
rule "an insertion does not excuse a removal" type "name = gone
has_data_member_inserted_between = {0, end}"
rule "a flexible array" type "name = flex
has_data_member_inserted_at = offset_of_flexible_array_data_member"
rule "has_strict_flexible_array_data_member_conversion" type "type_kind = struct
has_strict_flexible_array_data_member_conversion = yes
has_size_change = yes" "$flex"
rule "... where the size may not change" type "type_kind = struct
has_strict_flexible_array_data_member_conversion = true"
rule "source_location_not_in" type "source_location_not_in = queue.h, include/flex.h, gone.h, mode.h, count.h, grow.h" \
	"$either"
rule "source_location_not_in: all are" type "source_location_not_in = .h"
rule "source_location_not_regexp" type "source_location_not_regexp = ^include/[^e]" "$either"
rule "source_location_not_regexp: all match" type "source_location_not_regexp = ^include/"
rule "file_name_regexp" type "type_kind = struct
file_name_regexp = ^core\\\\.ko\$" "$queue"
rule "file_name_regexp: not all of them" type "name = queue
file_name_regexp = ^vmlinux\$"
rule "file_name_not_regexp" type "type_kind = struct
file_name_not_regexp = ^vmlinux\$" "$queue" "$grow"
rule "label, drop" type "name = queue
label = the hole after flags
drop = yes" "$queue"

rule "name" function "name = queue_run" "$run"
rule "no such name" function "name = queue"
rule "name_regexp" function "name_regexp = ^fn_" "$license" "$relaxed" "$removed" "$new"
rule "name_regexp: all that reach a type" function "name_regexp = ^queue_" \
	"$run" "$queue" "$typedef"
rule "name_not_regexp" function "name_not_regexp = ^(queue|grow|holder|fn|fl)_" \
	"$gone" "$sentinel" "$added"
rule "symbol_name" function "symbol_name = queue_run" "$run"
rule "symbol_name: no match" function "symbol_name = queue_ru"
rule "symbol_name_regexp" function "symbol_name_regexp = _license\$" "$license"
rule "symbol_name_regexp: no match" function "symbol_name_regexp = ^license"
rule "symbol_name_not_regexp" function "name_regexp = ^fn_
symbol_name_not_regexp = license|added" "$relaxed" "$removed"
rule "change_kind = added-function" function "name_regexp = ^fn_
change_kind = added-function" "$new"
rule "change_kind = deleted-function" function "name_regexp = ^fn_
change_kind = deleted-function" "$removed"
rule "change_kind = function-subtype-change" function "name_regexp = ^fn_
change_kind = function-subtype-change" "$license" "$relaxed"
rule "change_kind = all" function "name = fn_gone
change_kind = all" "$removed"
rule "parameter" function "parameter = '0 queue*
parameter = '1 int" "$run"
rule "parameter: as C has it" function "parameter = '1 enum mode" "$gone" "$sentinel" "$added"
rule "parameter: another type" function "parameter = '1 queue*"
rule "parameter: an expression" function "parameter = '0 /^queue/" "$run" "$queue" "$typedef"
rule "parameter: there are not so many" function "parameter = '4 int"
rule "return_type_name" function "return_type_name = long" "$relaxed"
rule "return_type_name: another" function "return_type_name = void"
rule "return_type_regexp" function "return_type_regexp = ^lo" "$relaxed"
rule "return_type_regexp: no match" function "return_type_regexp = ^o"
rule "file_name_regexp" function "file_name_regexp = ^core" \
	"$run" "$queue" "$typedef" "$relaxed"
rule "file_name_not_regexp" function "file_name_not_regexp = ko\$
name_regexp = ^f" "$flex" "$license" "$removed" "$new"
rule "label" function "name = fn_gone
label = gone" "$removed"

rule "name" variable "name = level" "$level"
rule "a function is no variable" variable "name = fn_gone"
rule "a variable is no function" function "name = level"
rule "name_regexp" variable "name_regexp = ^lev" "$level"
rule "name_not_regexp" variable "name_not_regexp = ^lev"
rule "symbol_name" variable "symbol_name = level" "$level"
rule "symbol_name_regexp" variable "symbol_name_regexp = vel\$" "$level"
rule "symbol_name_not_regexp" variable "symbol_name_not_regexp = vel\$"
rule "type_name" variable "type_name = int" "$level"
rule "type_name: another" variable "type_name = char"
rule "type_name_regexp" variable "type_name_regexp = ^i" "$level"
rule "type_name_regexp: no match" variable "type_name_regexp = ^nt"
rule "change_kind" variable "name = level
change_kind = variable-subtype-change" "$level"
rule "another change_kind" variable "name = level
change_kind = deleted-variable"
rule "added-variable" variable "name = level
change_kind = added-variable"
rule "file_name_regexp" variable "file_name_regexp = vmlinux" "$level"

rule "file_name_regexp" file "file_name_regexp = ^grow\\\\.ko\$" "$grow" "$either"
rule "file_name_regexp: no match" file "file_name_regexp = ^grow\$"
rule "file_name_not_regexp" file "file_name_not_regexp = ^vmlinux\$" \
	"$grow" "$either" "$queue" "$typedef" "$run" "$relaxed"
accepts "rules about symbols add up" "$removed" "$run" "$queue" "$typedef" \
	"$relaxed" <<'RULES'
[suppress_function]
name = queue_count
[suppress_function]
name = fn_gone
[suppress_file]
file_name_regexp = core
RULES

# The binary of a symbol is the input where no module is known.
sed 's/ module=[^ ]*//' old.records | baseline loose-old.kabi
sed 's/ module=[^ ]*//' new.records | baseline loose-new.kabi
printf '[suppress_file]\nfile_name_regexp = ^loose-new\n' > rules
expect "loose objects" 12 kabi-diff --suppress=rules loose-old.kabi loose-new.kabi
check "are the file that was named" lacks out 'function|struct|variable'
check "what reaches no symbol stays" has out '^break  macro LIMIT'

printf '[suppress_type]\nname = queue\n\n[suppress_function]\nname = nothing\nlabel = old news\n' > rules
expect "rules that matched nothing" 12 kabi-diff --suppress=rules --unused-rules \
	old.kabi new.kabi
check "are listed" test "$(cat err)" = "kabi-diff: rules:4: matched nothing: old news"
finish
