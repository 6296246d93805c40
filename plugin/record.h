/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Writes the records of a TU in the text of docs/format.md 2, one record at a
 * time, and hands them out sorted. Knows the grammar's words, escapes and
 * separators, not what they mean. Running out of memory is remembered: all
 * later calls do nothing and kabi_recorder_failed() says so.
 */
#ifndef KABI_PLUGIN_RECORD_H
#define KABI_PLUGIN_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kabi/cleanup.h>
#include <kabi/format.h>

#ifdef __cplusplus
extern "C" {
#endif

struct kabi_recorder;

/* NULL when there is no memory. */
struct kabi_recorder *kabi_recorder_create(void);
void kabi_recorder_destroy(struct kabi_recorder *recorder);
bool kabi_recorder_failed(const struct kabi_recorder *recorder);

/*
 * The head of a record: begin, then keys in the order of docs/format.md. No
 * record may be open yet.
 */
void kabi_record_begin(struct kabi_recorder *recorder, enum kabi_kind kind,
		       const char *name);
/* " KEY=VALUE", bytes that a value may not hold as %xx. */
void kabi_record_key(struct kabi_recorder *recorder, const char *key,
		     const char *value);
void kabi_record_key_number(struct kabi_recorder *recorder, const char *key,
			    uint64_t value);
/* " at=FILE:LINE"; nothing when file is NULL. */
void kabi_record_at(struct kabi_recorder *recorder, const char *file,
		    unsigned int line);
void kabi_record_end(struct kabi_recorder *recorder);

/* A new body line, indented by "depth" (1 or more) tabs. */
void kabi_record_line(struct kabi_recorder *recorder, unsigned int depth);
/* Text as it is, on the current line: no newline, no NUL. */
void kabi_record_text(struct kabi_recorder *recorder, const char *text);
void kabi_record_unsigned(struct kabi_recorder *recorder, uint64_t value);
void kabi_record_signed(struct kabi_recorder *recorder, int64_t value);
/* A string as the value of a macro, in quotes. */
void kabi_record_string(struct kabi_recorder *recorder, const char *bytes,
			size_t length);
/* A line "!FORMAT": what could not be recorded, and why. */
void kabi_record_problem(struct kabi_recorder *recorder, unsigned int depth,
			 const char *format, ...) kabi_printf(3, 4);

/*
 * What a frame holds: every record closed by a NUL, the unit first, the others
 * sorted bytewise, each once. Lent until the next call; false when there is no
 * memory.
 */
bool kabi_recorder_finish(struct kabi_recorder *recorder, const char **body,
			  size_t *length) kabi_must_check;

#ifdef __cplusplus
}
#endif

#endif /* KABI_PLUGIN_RECORD_H */
