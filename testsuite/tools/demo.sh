#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The demonstration shows what it promises, and not what is harmless.
. "$(dirname "$0")/../tap.sh"

mkdir build
ln -s "$KABI_BUILD/kabi.so" build/kabi.so
for program in kabi-collect kabi-diff kabi-show; do
	ln -s "$(command -v $program)" build/
done
KABI_BUILD=build expect "the demonstration runs" 0 "$tap_suite/demo/run"
kabi-diff --format=json:report.json build/demo/old.kabi build/demo/new.kabi
check "it ends with a break" test $? -eq 12
"$tap_suite/changes" --with=symbols report.json > changes
check "a member in the middle of a struct" has changes \
	'^break member-added struct device: quirks \| symbols .*device_register'
check "with what follows from it" has changes '^  break type-size-changed struct device'
check "and its holder by value" has changes '^  +break .*struct net_device'
check "an enum that was sorted" has changes \
	'^break enumerator-value-changed enum power_state: POWER_O'
check "a function that was removed" has changes \
	'^break symbol-removed function strlcpy'
check "a macro that got another value" has changes \
	'^break macro-value-changed macro TASK_KILLABLE'
check "an untagged enum that was reordered" has changes \
	'^break enumerator-value-changed enum \{ NET_RX_SUCCESS, \.\.\. \}: NET_RX_DROP'
check "two members on one line are no change" lacks changes 'task_struct'
finish
