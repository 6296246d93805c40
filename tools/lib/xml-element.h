/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Elements of an XML baseline, asked for what they hold: whoever reads an
 * element begins it, takes its attributes and children in the order of the text
 * and finishes it, which complains about everything that was not asked for. The
 * first complaint is kept; what is read after it does not matter.
 */
#ifndef KABI_TOOLS_XML_ELEMENT_H
#define KABI_TOOLS_XML_ELEMENT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "error.h"
#include "strbuf.h"

struct kabi_xml_builder {
	struct kabi_strbuf *text; /* the record's, so far */
	struct kabi_error *error; /* the first one */
};

struct kabi_xml_element {
	struct kabi_xml_builder *builder;
	const xmlNode *node;
	const xmlNode *child; /* the next one; NULL behind the last */
	const char *seen[24]; /* attributes; more than any element has */
	size_t n_seen;
};

/* What an attribute's value may consist of. */
enum kabi_xml_content {
	KABI_XML_NUMBER, /* digits, perhaps behind a sign */
	KABI_XML_NAME,	 /* of C, in parts: "unsigned long" */
	KABI_XML_TAG,	 /* of C, or "{FIRST}" */
	KABI_XML_WORD,	 /* no blank: an escaped value */
	KABI_XML_WORDS,	 /* attributes of functions */
	KABI_XML_LINE,	 /* anything but a newline */
};

/* "LINE: FORMAT", LINE being the element's. */
struct kabi_error *kabi_xml_error(const xmlNode *node, const char *format, ...)
	kabi_printf(2, 3) kabi_must_check;
/* The same, for builder->error. */
void kabi_xml_fail(struct kabi_xml_builder *builder, const xmlNode *node,
		   const char *format, ...) kabi_printf(3, 4);

bool kabi_xml_is(const xmlNode *node, const char *name);

void kabi_xml_begin(struct kabi_xml_element *element,
		    struct kabi_xml_builder *builder, const xmlNode *node);
void kabi_xml_finish(struct kabi_xml_element *element);

/* The next child if it is called that, or whatever it is; else NULL. */
const xmlNode *kabi_xml_take(struct kabi_xml_element *element,
			     const char *name);
const xmlNode *kabi_xml_take_any(struct kabi_xml_element *element);

/*
 * The value of the attribute "name", or NULL when it is not there or is no such
 * content; the caller frees it. A "=" behind the name is no part of it. The
 * name must live as long as the element.
 */
char *kabi_xml_get(struct kabi_xml_element *element, const char *name,
		   enum kabi_xml_content content);
/* An attribute that is "1" or not there. */
bool kabi_xml_flag(struct kabi_xml_element *element, const char *name);

/* Add PREFIX VALUE SUFFIX to the text; without the attribute _optional adds
 * nothing and is false. */
void kabi_xml_add(struct kabi_xml_element *element, const char *name,
		  enum kabi_xml_content content, const char *prefix,
		  const char *suffix);
bool kabi_xml_add_optional(struct kabi_xml_element *element, const char *name,
			   enum kabi_xml_content content, const char *prefix,
			   const char *suffix);

/*
 * The content of an element that holds nothing but text, in a new string that
 * the caller frees.
 */
struct kabi_error *kabi_xml_text(const xmlNode *node, char **ret)
	kabi_must_check;

#endif /* KABI_TOOLS_XML_ELEMENT_H */
