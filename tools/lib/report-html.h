/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the page of the HTML report carries with it: report-html.css and
 * report-html.js, made into C when kabi is built (tools/html-page.sh), and
 * their SHA-256 in base64.
 */
#ifndef KABI_TOOLS_REPORT_HTML_H
#define KABI_TOOLS_REPORT_HTML_H

extern const char kabi_html_style[];
extern const char kabi_html_script[];
extern const char kabi_html_style_hash[];
extern const char kabi_html_script_hash[];

#endif /* KABI_TOOLS_REPORT_HTML_H */
