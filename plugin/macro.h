/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The object-like macros of headers, with the value that GCC gives them.
 *
 * A macro counts when its last definition stands in an included file that is
 * not a system header; CONFIG_* are the configuration, not macros in this
 * sense. With scope=used it counts when the TU expanded it or tested it
 * (#ifdef, defined) while it was defined. Values are found at the end, when the
 * code is out: libcpp expands the name, what comes out is parsed as an
 * expression of C with GCC's types and folding. What has no value of its own -
 * no constant, not an expression, __LINE__, KBUILD_MODNAME - has no record; it
 * is counted by reason and never guessed. Needs gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_MACRO_H
#define KABI_PLUGIN_MACRO_H

struct kabi_identifiers;
struct kabi_recorder;

/*
 * Hooks cpp's callback for used macros; the one that was there is called on. At
 * PLUGIN_START_UNIT, when parse_in exists and nothing but the command line was
 * read. "all": every macro of the headers, not only those used.
 */
void kabi_macros_init(bool all);

/*
 * Are there macros at all? Not in preprocessed input: macros=no in the unit's
 * record. From PLUGIN_START_UNIT on.
 */
bool kabi_macros_available(void);

/*
 * Writes a `macro` record for every one that has a value and a `config` record
 * for every option that the TU looked at; none when there are no macros. Once,
 * at PLUGIN_FINISH_UNIT and not before: it lexes, makes trees that nothing else
 * refers to, and prints nothing.
 */
void kabi_macros_record(struct kabi_recorder *recorder,
			const struct kabi_identifiers *identifiers);

/* What can become of a macro that counts. */
enum kabi_macro_outcome {
#define KABI_MACRO_OUTCOME(id, words) KABI_MACRO_##id,
#include "macro-outcome.def"
#undef KABI_MACRO_OUTCOME
	KABI_MACRO_OUTCOME_COUNT
};

/* How many stand for something that is no constant value. */
unsigned int kabi_macros_unvalued(void);

/* How many had this outcome, after kabi_macros_record(); its name in words. */
unsigned int kabi_macros_count(enum kabi_macro_outcome outcome);
const char *kabi_macro_outcome_words(enum kabi_macro_outcome outcome);

#endif /* KABI_PLUGIN_MACRO_H */
