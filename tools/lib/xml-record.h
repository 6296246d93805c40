/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One element of an XML baseline into the text of its record. */
#ifndef KABI_TOOLS_XML_RECORD_H
#define KABI_TOOLS_XML_RECORD_H

#include <libxml/tree.h>

#include "error.h"
#include "strbuf.h"

/*
 * Adds the record to the buffer. It is for kabi_model_add() to check, like the
 * text of a baseline. Messages begin with "LINE: ".
 */
struct kabi_error *kabi_xml_record(struct kabi_strbuf *buf, const xmlNode *node)
	kabi_must_check;

#endif /* KABI_TOOLS_XML_RECORD_H */
