// SPDX-License-Identifier: GPL-2.0-or-later
/* What an element holds, and whether that is all. */
#include "xml-element.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "scan.h"

static struct kabi_error *new_error(const xmlNode *node, const char *format,
				    va_list args)
{
	char *message;
	struct kabi_error *error;

	if (vasprintf(&message, format, args) < 0)
		message = NULL;
	error = kabi_error_create(KABI_ERROR_BAD_DATA, "%ld: %s",
				  xmlGetLineNo(node), message ? message : "?");
	free(message);
	return error;
}

struct kabi_error *kabi_xml_error(const xmlNode *node, const char *format, ...)
{
	struct kabi_error *error;
	va_list args;

	va_start(args, format);
	error = new_error(node, format, args);
	va_end(args);
	return error;
}

void kabi_xml_fail(struct kabi_xml_builder *builder, const xmlNode *node,
		   const char *format, ...)
{
	va_list args;

	if (builder->error)
		return;
	va_start(args, format);
	builder->error = new_error(node, format, args);
	va_end(args);
}

/* The next element from "node" on; only comments may stand between. */
static const xmlNode *next_element(struct kabi_xml_builder *builder,
				   const xmlNode *node)
{
	for (; node; node = node->next) {
		if (node->type == XML_ELEMENT_NODE)
			return node;
		if (node->type != XML_COMMENT_NODE &&
		    node->type != XML_PI_NODE && !xmlIsBlankNode(node))
			kabi_xml_fail(builder, node, "text between elements");
	}
	return NULL;
}

bool kabi_xml_is(const xmlNode *node, const char *name)
{
	return node && !node->ns && !strcmp((const char *)node->name, name);
}

void kabi_xml_begin(struct kabi_xml_element *element,
		    struct kabi_xml_builder *builder, const xmlNode *node)
{
	*element =
		(struct kabi_xml_element){ .builder = builder, .node = node };
	element->child = next_element(builder, node->children);
}

const xmlNode *kabi_xml_take_any(struct kabi_xml_element *element)
{
	const xmlNode *child = element->child;

	if (child)
		element->child = next_element(element->builder, child->next);
	return child;
}

const xmlNode *kabi_xml_take(struct kabi_xml_element *element, const char *name)
{
	const xmlNode *child = element->child;

	if (!kabi_xml_is(child, name))
		return NULL;
	return kabi_xml_take_any(element);
}

static bool was_seen(const struct kabi_xml_element *element,
		     const xmlAttr *attribute)
{
	const char *name = (const char *)attribute->name;

	for (size_t i = 0; i < element->n_seen && !attribute->ns; i++) {
		size_t length = strcspn(element->seen[i], "=");

		if (strlen(name) == length &&
		    !memcmp(name, element->seen[i], length))
			return true;
	}
	return false;
}

void kabi_xml_finish(struct kabi_xml_element *element)
{
	const xmlNode *node = element->node;

	if (element->child)
		kabi_xml_fail(element->builder, element->child,
			      "unexpected element <%.64s> in <%s>",
			      element->child->name, node->name);
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (!was_seen(element, a))
			kabi_xml_fail(element->builder, node,
				      "unexpected attribute \"%.64s\" of <%s>",
				      a->name, node->name);
	}
}

static bool may_hold(enum kabi_xml_content content, char c, size_t i)
{
	switch (content) {
	case KABI_XML_NUMBER:
		return (c >= '0' && c <= '9') || (c == '-' && !i);
	case KABI_XML_NAME:
		return kabi_scan_is(c, KABI_SCAN_IDENTIFIER) || (c == ' ' && i);
	case KABI_XML_TAG:
		return kabi_scan_is(c, KABI_SCAN_IDENTIFIER) || c == '{' ||
		       c == '}';
	case KABI_XML_WORD:
		return kabi_scan_is(c, KABI_SCAN_GRAPH);
	case KABI_XML_WORDS:
		return kabi_scan_is(c, KABI_SCAN_WORD) || (c == ' ' && i);
	case KABI_XML_LINE:
		return c != '\n';
	}
	return false;
}

char *kabi_xml_get(struct kabi_xml_element *element, const char *name,
		   enum kabi_xml_content content)
{
	xmlChar *plain = xmlStrndup(BAD_CAST name, strcspn(name, "="));
	xmlChar *value = xmlGetNoNsProp(element->node, plain);
	char *copy;

	xmlFree(plain);
	if (!value)
		return NULL;
	if (element->n_seen < sizeof(element->seen) / sizeof(*element->seen))
		element->seen[element->n_seen++] = name;
	copy = kabi_xstrdup((const char *)value);
	xmlFree(value);
	for (size_t i = 0; copy[i]; i++) {
		if (may_hold(content, copy[i], i))
			continue;
		kabi_xml_fail(element->builder, element->node,
			      "bad value of \"%.*s\" in <%s>",
			      (int)strcspn(name, "="), name,
			      element->node->name);
		free(copy);
		return NULL;
	}
	return copy;
}

bool kabi_xml_add_optional(struct kabi_xml_element *element, const char *name,
			   enum kabi_xml_content content, const char *prefix,
			   const char *suffix)
{
	kabi_cleanup(kabi_free_cleanup) char *value =
		kabi_xml_get(element, name, content);

	if (!value)
		return false;
	kabi_strbuf_add_format(element->builder->text, "%s%s%s", prefix, value,
			       suffix);
	return true;
}

void kabi_xml_add(struct kabi_xml_element *element, const char *name,
		  enum kabi_xml_content content, const char *prefix,
		  const char *suffix)
{
	if (!kabi_xml_add_optional(element, name, content, prefix, suffix))
		kabi_xml_fail(element->builder, element->node,
			      "no attribute \"%s\" in <%s>", name,
			      element->node->name);
}

bool kabi_xml_flag(struct kabi_xml_element *element, const char *name)
{
	kabi_cleanup(kabi_free_cleanup) char *value =
		kabi_xml_get(element, name, KABI_XML_WORD);

	if (value && strcmp(value, "1"))
		kabi_xml_fail(element->builder, element->node,
			      "bad value of \"%s\" in <%s>", name,
			      element->node->name);
	return value;
}

struct kabi_error *kabi_xml_text(const xmlNode *node, char **ret)
{
	struct kabi_strbuf text = KABI_STRBUF_INIT;

	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type != XML_TEXT_NODE &&
		    n->type != XML_CDATA_SECTION_NODE) {
			kabi_strbuf_deinit(&text);
			return kabi_xml_error(node, "<%s> holds more than text",
					      node->name);
		}
		kabi_strbuf_add(&text, (const char *)n->content);
	}
	*ret = kabi_strbuf_steal(&text);
	return NULL;
}
