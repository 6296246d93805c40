/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of docs/format.md for the model's enumerations, by value and ended
 * by NULL.
 */
#ifndef KABI_TOOLS_WORDS_H
#define KABI_TOOLS_WORDS_H

extern const char *const kabi_bool_words[];
extern const char *const kabi_scope_words[];
extern const char *const kabi_role_words[];
extern const char *const kabi_encoding_words[];
/* The first, the default, is never written. */
extern const char *const kabi_visibility_words[];
extern const char *const kabi_license_words[];
extern const char *const kabi_origin_words[];
extern const char *const kabi_exports_words[]; /* of exports_external */
/* By bit of enum kabi_contents. */
extern const char *const kabi_contents_words[];
extern const char *const kabi_dependence_words[];
/* By bit of enum kabi_qualifiers. */
extern const char *const kabi_qualifier_words[];

#endif /* KABI_TOOLS_WORDS_H */
