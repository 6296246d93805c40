#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# kabi.so defines what GCC looks for and nothing else: any other name could take
# the place of one of the compiler's own, or the compiler's the place of ours.
. "$(dirname "$0")/../tap.sh"

nm -D --defined-only "$KABI_BUILD/kabi.so" | awk '{ print $NF }' | sort > defined
printf '%s\n' plugin_init plugin_is_GPL_compatible > wanted
check "kabi.so defines plugin_init and plugin_is_GPL_compatible only" \
	diff wanted defined

# Every other name of the objects is kabi_something.
find "$KABI_BUILD/plugin" "$KABI_BUILD/tools" -name '*.o' | sort | while read -r o
do
	nm -g --defined-only "$o" | awk -v o="${o#"$KABI_BUILD"/}" '
		NF == 3 && $3 !~ /^(_ZN?[0-9K]*[0-9]+)?kabi_/ &&
		$3 !~ /^(main|plugin_init|plugin_is_GPL_compatible)$/ &&
		$3 !~ /^(_ZN|_ZTV|_ZTI|_ZTS|_ZN9hash|DW\.ref|__x86)/ {
			print o ": " $3
		}'
done > foreign
check "every name with external linkage begins with kabi_" test ! -s foreign
[ ! -s foreign ] || sed 's/^/# /' foreign

# To C++ two types of one name are one, in different files as well: the linker
# takes the constructor of either for both.
find "$tap_suite/../plugin" -name '*.[ch]*' -exec \
	grep -hoE '^(struct|union|enum) \w+ \{' {} + | sort | uniq -d > twice
check "no two types of the plugin have one name" test ! -s twice
[ ! -s twice ] || sed 's/^/# /' twice
finish
