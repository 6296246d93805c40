/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What zstd compresses frames with: the records that most TUs of a kernel have,
 * so that a frame need not hold them. dictionary.txt has them as a baseline
 * does, and the makefile makes these bytes of it, as a frame's body has them:
 * each record closed by a NUL.
 *
 * A part of the format: frames in objects that exist are read with it, so it
 * never changes. A better one would be another one, with a flag of its own.
 */
#ifndef KABI_DICTIONARY_H
#define KABI_DICTIONARY_H

extern const unsigned char kabi_dictionary[];
extern const unsigned int kabi_dictionary_size; /* bytes */

#endif /* KABI_DICTIONARY_H */
