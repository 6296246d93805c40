/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The baseline as XML, by libxml2: holds the same as the text, and each is made
 * from the other without loss. docs/kabi-baseline.rng is its schema.
 */
#ifndef KABI_TOOLS_XML_H
#define KABI_TOOLS_XML_H

#include <stdio.h>

#include "model.h"

bool kabi_xml_probe(const char *bytes, size_t length);

/* As kabi_baseline_read(). Never fetches anything, expands no entities. */
struct kabi_error *kabi_xml_read(const char *name, const char *bytes,
				 size_t length, struct kabi_model **ret)
	kabi_must_check;

struct kabi_error *kabi_xml_write(FILE *stream, const struct kabi_model *model)
	kabi_must_check;

#endif /* KABI_TOOLS_XML_H */
