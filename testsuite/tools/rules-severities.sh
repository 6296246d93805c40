#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# SUSE's severities: what each kind of line accepts, and which line decides.
. "$(dirname "$0")/../tap.sh"
. "$tap_suite/tools/rules.inc"

kabi-diff --format=json:report.json old.kabi new.kabi > out
roots report.json changes > all

# Additions are tolerated, and who asked for the GPL and does no longer.
added="symbol-added function fn_added"
relaxed="symbol-license-relaxed function fn_space"
run="parameter-type-changed function queue_run: parameter 2"
queue="padding-used struct queue: hint"
typedef="typedef-changed typedef count_t"
grow="member-added struct grow: b"
either="member-added union either: l"
license="symbol-license-tightened function fn_license"
removed="symbol-removed function fn_gone"

# severities NAME TEXT [LINE...]
severities() {
	severities_name=$1 severities_text=$2
	shift 2
	accepts "$severities_name" "$@" "$added" "$relaxed" <<-RULES
		$severities_text
	RULES
}

severities "a symbol" "SYMBOL queue_run PASS" "$run"
severities "a symbol without its type" "queue_run PASS" "$run"
severities "a pattern" "queue_* PASS" "$run" "$queue" "$typedef"
severities "a question mark" "queue_ru? PASS" "$run"
severities "not all that reach the struct" "SYMBOL queue_count PASS" "$typedef"
severities "no such symbol" "queue PASS"
severities "a module" "MODULE drivers/acme/grow PASS" "$grow" "$either"
severities "a module's path without its type" "drivers/acme/c* PASS" "$run" "$queue" "$typedef"
severities "vmlinux" "vmlinux PASS
fl_get FAIL" "$removed" "$license" "member-size-changed struct flex: tail" \
	"member-removed struct gone: y" "variable-size-changed variable level" \
	"enum-sentinel-moved enum mode: MODE_MAX" "enumerator-added enum mode: MODE_C"
severities "a namespace" "NAMESPACE ACME_* PASS" "$run" "$queue" "$typedef"
severities "a namespace without its type" "ACME_INTERNAL PASS" "$run" "$queue" "$typedef"
severities "capitals that are said to be a symbol" "SYMBOL ACME_INTERNAL PASS"
severities "the first match wins" "queue_run FAIL # but not that one
queue_* PASS" "$typedef"
severities "the first match wins, the other way round" "queue_* PASS
queue_run FAIL" "$run" "$queue" "$typedef"
severities "kinds one after the other" "MODULE drivers/acme/core FAIL
NAMESPACE ACME_INTERNAL PASS
grow_get PASS"
severities "comments and blanks" "
# SYMBOL fn_gone PASS
	fn_gone		PASS# gone" "$removed"
severities "a comment behind a pattern alone" "fn_license  PASS   # x" "$license"

# Several files: each has its own first match.
printf 'queue_run FAIL\nqueue_count PASS\n' > one
printf 'queue_run PASS\n' > two
expect "two files" 12 kabi-diff --suppress=one --suppress=two \
	--show-suppressed --unused-rules old.kabi new.kabi
check "add up" has out '^accepted: break function queue_run: .*\(severities; two:1\)$'
check "and so do their symbols" has out '^accepted: risk struct queue: padding-used: hint'
check "all lines are used" test ! -s err
printf 'nothing_at_all PASS\nfn_* FAIL\nvmlinux PASS\n' > rules
expect "lines that match nothing" 12 kabi-diff --suppress=rules --unused-rules old.kabi new.kabi
check "are listed, others are not" \
	test "$(cat err)" = "kabi-diff: rules:1: matched nothing: nothing_at_all"

# More symbols than a report lists.
{
	printf 'unit a.c scope=used\n'
	printf 'base int size=4 align=4 encoding=signed\n'
	printf 'struct foo size=4 align=4 at=include/foo.h:1\n\t0 a +1 int\n'
	awk 'BEGIN {
		for (i = 10000; i < 11500; i++)
			printf "function f%d role=def\n\tfunc(*struct foo) int\n", i
		for (i = 10000; i < 11500; i++)
			printf "export f%d license=any module=vmlinux\n", i
	}'
} > many.records
baseline many-old.kabi < many.records
sed 's/0 a +1 int/0 a +1 float/; s/^base int.*/base float size=4 align=4 encoding=float\
&/' many.records | baseline many-new.kabi
echo 'f* PASS' > rules
expect "1500 symbols pass" 0 kabi-diff --suppress=rules many-old.kabi many-new.kabi
printf 'f11499 FAIL\nf* PASS\n' > rules
expect "of 1500 symbols the last one does not" 12 \
	kabi-diff --suppress=rules many-old.kabi many-new.kabi
finish
