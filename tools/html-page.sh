#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Style and script of the HTML report as C, with the hashes by which the page
# allows them and no others (Content-Security-Policy).
#
#	html-page.sh STYLE SCRIPT > FILE.c
set -eu

# string NAME: standard input as an array of characters, with a NUL.
string() {
	echo "const char kabi_html_$1[] = {"
	od -An -v -tu1 | sed 's/[0-9]\{1,\}/&,/g'
	echo "0 };"
}

# SHA-256 of standard input, in base64.
hash() {
	sha256sum | cut -c1-64 | sed 's/../0x& /g' | tr ' ' '\n' |
		while read -r byte; do
			[ -z "$byte" ] || printf '%b' "\\0$(printf %03o "$byte")"
		done | base64
}

echo '#include "report-html.h"'
string style < "$1"
string script < "$2"
hash < "$1" | tr -d '\n' | string style_hash
hash < "$2" | tr -d '\n' | string script_hash
