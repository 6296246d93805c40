// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * An element back into its record's text. Checked here is only what would let
 * an attribute say two things in the text, a blank in a value for instance;
 * everything else is for the parser of records.
 *
 * libxml2 bounds the depth of documents (to 256 without XML_PARSE_HUGE), and
 * with it every recursion here.
 */
#include "xml-record.h"

#include <string.h>

#include "alloc.h"
#include "parse.h"
#include "words.h"
#include "xml-element.h"

/* " +3", " -3" or nothing. */
static void add_line(struct kabi_xml_element *element)
{
	kabi_cleanup(kabi_free_cleanup) char *line =
		kabi_xml_get(element, "line", KABI_XML_NUMBER);

	if (line)
		kabi_strbuf_add_format(element->builder->text, " %s%s",
				       line[0] == '-' ? "" : "+", line);
}

static void add_newline(struct kabi_xml_builder *builder, int indent)
{
	kabi_strbuf_add_char(builder->text, '\n');
	while (indent-- > 0)
		kabi_strbuf_add_char(builder->text, '\t');
}

static void add_problems(struct kabi_xml_element *element, int indent)
{
	struct kabi_xml_builder *builder = element->builder;
	const xmlNode *node;

	while ((node = kabi_xml_take(element, "problem"))) {
		kabi_cleanup(kabi_free_cleanup) char *text = NULL;
		struct kabi_error *error = kabi_xml_text(node, &text);

		if (error) {
			if (builder->error)
				kabi_error_destroy(error);
			else
				builder->error = error;
			return;
		}
		if (node->properties || strchr(text, '\n'))
			kabi_xml_fail(builder, node, "bad <problem>");
		add_newline(builder, indent);
		kabi_strbuf_add_format(builder->text, "!%s", text);
	}
}

static void add_type(struct kabi_xml_builder *builder, const xmlNode *node,
		     int indent);

/* The type that must stand next in the element. */
static void add_child_type(struct kabi_xml_element *element, int indent)
{
	const xmlNode *child = kabi_xml_take_any(element);

	if (child)
		add_type(element->builder, child, indent);
	else
		kabi_xml_fail(element->builder, element->node,
			      "no type in <%s>", element->node->name);
}

/* An element that holds a type and nothing else. */
static void add_holder(struct kabi_xml_builder *builder, const xmlNode *node,
		       int indent)
{
	struct kabi_xml_element element;

	kabi_xml_begin(&element, builder, node);
	add_child_type(&element, indent);
	kabi_xml_finish(&element);
}

static void add_members(struct kabi_xml_element *element, int indent)
{
	struct kabi_xml_builder *builder = element->builder;
	const xmlNode *node;

	while ((node = kabi_xml_take(element, "member"))) {
		struct kabi_xml_element member;
		bool bits = xmlHasProp(node, BAD_CAST "bits");

		kabi_xml_begin(&member, builder, node);
		add_newline(builder, indent);
		kabi_xml_add(&member, "offset", KABI_XML_NUMBER, "", "");
		if (bits)
			kabi_xml_add(&member, "bit", KABI_XML_NUMBER, ":", "");
		if (!kabi_xml_add_optional(&member, "name", KABI_XML_TAG, " ",
					   ""))
			kabi_strbuf_add(builder->text, " -");
		if (bits)
			kabi_xml_add(&member, "bits", KABI_XML_NUMBER, ":", "");
		add_line(&member);
		kabi_strbuf_add(builder->text, " ");
		add_child_type(&member, indent);
		kabi_xml_finish(&member);
	}
}

static void add_untagged(struct kabi_xml_element *element, int indent)
{
	struct kabi_xml_builder *builder = element->builder;

	kabi_strbuf_add(builder->text, (const char *)element->node->name);
	kabi_xml_add(element, "size", KABI_XML_NUMBER, " size=", "");
	kabi_xml_add(element, "align", KABI_XML_NUMBER, " align=", "");
	if (kabi_xml_flag(element, "transparent"))
		kabi_strbuf_add(builder->text, " transparent=1");
	kabi_strbuf_add(builder->text, " {");
	add_members(element, indent + 1);
	add_problems(element, indent + 1);
	add_newline(builder, indent);
	kabi_strbuf_add(builder->text, "}");
}

/* "[noreturn,regparm=3]" */
static void add_attributes(struct kabi_xml_element *element)
{
	kabi_cleanup(kabi_free_cleanup) char *words =
		kabi_xml_get(element, "attributes", KABI_XML_WORDS);

	if (!words)
		return;
	for (char *c = words; *c; c++) {
		if (*c == ' ')
			*c = ',';
	}
	kabi_strbuf_add_format(element->builder->text, "[%s]", words);
}

static void add_function(struct kabi_xml_element *element, int indent)
{
	struct kabi_xml_builder *builder = element->builder;
	const xmlNode *returns = kabi_xml_take(element, "returns"), *parameter;
	kabi_cleanup(kabi_free_cleanup) char *prototype =
		kabi_xml_get(element, "prototype", KABI_XML_WORD);
	bool variadic = kabi_xml_flag(element, "variadic"), any = false;

	if (!returns)
		kabi_xml_fail(builder, element->node, "no <returns> in <%s>",
			      element->node->name);
	if (prototype && strcmp(prototype, "no"))
		kabi_xml_fail(builder, element->node,
			      "bad value of \"prototype\"");
	kabi_strbuf_add(builder->text, "func");
	add_attributes(element);
	kabi_strbuf_add(builder->text, "(");
	while ((parameter = kabi_xml_take(element, "parameter"))) {
		if (any)
			kabi_strbuf_add(builder->text, ", ");
		any = true;
		add_holder(builder, parameter, indent);
	}
	if (prototype && (any || variadic))
		kabi_xml_fail(builder, element->node,
			      "parameters without a prototype");
	if (prototype)
		kabi_strbuf_add(builder->text, "?");
	else if (variadic)
		kabi_strbuf_add(builder->text, any ? ", ..." : "...");
	else if (!any)
		kabi_strbuf_add(builder->text, "void");
	kabi_strbuf_add(builder->text, ") ");
	if (returns)
		add_holder(builder, returns, indent);
}

static void add_array(struct kabi_xml_element *element, int indent)
{
	struct kabi_xml_builder *builder = element->builder;

	kabi_strbuf_add(builder->text, "[");
	kabi_xml_add_optional(element, "count", KABI_XML_NUMBER, "", "");
	if (kabi_xml_flag(element, "variable"))
		kabi_strbuf_add(builder->text, "*");
	kabi_strbuf_add(builder->text, "]");
	add_child_type(element, indent);
}

static void add_qualifiers(struct kabi_xml_element *element)
{
	for (int i = 0; kabi_qualifier_words[i]; i++) {
		if (kabi_xml_flag(element, kabi_qualifier_words[i]))
			kabi_strbuf_add_format(element->builder->text, "%s ",
					       kabi_qualifier_words[i]);
	}

	kabi_cleanup(kabi_free_cleanup) char *space =
		kabi_xml_get(element, "space", KABI_XML_TAG);

	if (!space)
		return;
	/* Any other word would become a part of the type's name. */
	if (strncmp(space, "__seg_", strlen("__seg_")))
		kabi_xml_fail(element->builder, element->node,
			      "bad value of \"space\"");
	kabi_strbuf_add_format(element->builder->text, "%s ", space);
}

static void add_type(struct kabi_xml_builder *builder, const xmlNode *node,
		     int indent)
{
	struct kabi_xml_element element;

	kabi_xml_begin(&element, builder, node);
	add_qualifiers(&element);
	if (kabi_xml_is(node, "void")) {
		kabi_strbuf_add(builder->text, "void");
	} else if (kabi_xml_is(node, "pointer")) {
		kabi_strbuf_add(builder->text, "*");
		add_child_type(&element, indent);
	} else if (kabi_xml_is(node, "array")) {
		add_array(&element, indent);
	} else if (kabi_xml_is(node, "function-type")) {
		add_function(&element, indent);
	} else if (kabi_xml_is(node, "vector")) {
		kabi_xml_add(&element, "count", KABI_XML_NUMBER, "vector(",
			     ") ");
		add_child_type(&element, indent);
	} else if (kabi_xml_is(node, "complex")) {
		kabi_strbuf_add(builder->text, "_Complex ");
		add_child_type(&element, indent);
	} else if (kabi_xml_is(node, "type-ref")) {
		kabi_xml_add(&element, "name", KABI_XML_NAME, "", "");
	} else if (kabi_xml_is(node, "struct-ref")) {
		kabi_xml_add(&element, "name", KABI_XML_TAG, "struct ", "");
	} else if (kabi_xml_is(node, "union-ref")) {
		kabi_xml_add(&element, "name", KABI_XML_TAG, "union ", "");
	} else if (kabi_xml_is(node, "enum-ref")) {
		kabi_xml_add(&element, "name", KABI_XML_TAG, "enum ", "");
	} else if (kabi_xml_is(node, "struct") || kabi_xml_is(node, "union")) {
		add_untagged(&element, indent);
	} else if (kabi_xml_is(node, "unknown")) {
		kabi_xml_add(&element, "name", KABI_XML_WORD, "?", "");
	} else {
		kabi_xml_fail(builder, node, "<%.64s> is no type", node->name);
	}
	kabi_xml_finish(&element);
}

static void add_enumerators(struct kabi_xml_element *element)
{
	struct kabi_xml_builder *builder = element->builder;
	const xmlNode *node;

	while ((node = kabi_xml_take(element, "enumerator"))) {
		struct kabi_xml_element enumerator;

		kabi_xml_begin(&enumerator, builder, node);
		add_newline(builder, 1);
		kabi_xml_add(&enumerator, "name", KABI_XML_TAG, "", " ");
		kabi_xml_add(&enumerator, "value", KABI_XML_NUMBER, "", "");
		add_line(&enumerator);
		kabi_xml_finish(&enumerator);
	}
}

/* Of sections: what there is, an attribute each. */
static void add_contents(struct kabi_xml_element *element)
{
	struct kabi_xml_builder *builder = element->builder;

	for (int i = 0; kabi_contents_words[i]; i++) {
		if (!kabi_xml_flag(element, kabi_contents_words[i]))
			continue;
		add_newline(builder, 1);
		kabi_strbuf_add(builder->text, kabi_contents_words[i]);
	}
}

static void add_ranges(struct kabi_xml_element *element)
{
	struct kabi_xml_builder *builder = element->builder;
	const xmlNode *node, *option;

	while ((node = kabi_xml_take(element, "range"))) {
		struct kabi_xml_element range;

		kabi_xml_begin(&range, builder, node);
		add_newline(builder, 1);
		kabi_xml_add(&range, "first", KABI_XML_NUMBER, "", " ");
		kabi_xml_add(&range, "last", KABI_XML_NUMBER, "", "");
		while ((option = kabi_xml_take(&range, "option"))) {
			struct kabi_xml_element child;

			kabi_xml_begin(&child, builder, option);
			kabi_xml_add(&child, "name", KABI_XML_TAG, " ", "");
			kabi_xml_finish(&child);
		}
		kabi_xml_finish(&range);
	}
}

static void add_fingerprint(struct kabi_xml_element *element)
{
	kabi_cleanup(kabi_free_cleanup) char *body =
		kabi_xml_get(element, "body", KABI_XML_WORD);

	add_newline(element->builder, 1);
	kabi_strbuf_add_format(element->builder->text, "body %s",
			       body ? body : "");
}

/* An integer or a string; only a macro must have one of them. */
static void add_value(struct kabi_xml_element *element, enum kabi_kind kind)
{
	const xmlNode *node = element->node;

	if (kind != KABI_KIND_MACRO && !xmlHasProp(node, BAD_CAST "string") &&
	    !xmlHasProp(node, BAD_CAST "value"))
		return;
	add_newline(element->builder, 1);
	if (!kabi_xml_add_optional(element, "string", KABI_XML_LINE, "\"",
				   "\""))
		kabi_xml_add(element, "value", KABI_XML_NUMBER, "", "");
}

static void add_units(struct kabi_xml_element *element)
{
	struct kabi_xml_builder *builder = element->builder;
	const xmlNode *node = kabi_xml_take(element, "in"), *file;
	struct kabi_xml_element in;

	if (!node)
		return;
	kabi_xml_begin(&in, builder, node);
	add_newline(builder, 1);
	kabi_xml_add(&in, "total", KABI_XML_NUMBER, "in ", "");
	/* "in 2" would be an enumerator. */
	if (!in.child)
		kabi_xml_fail(builder, node, "no <file> in <in>");
	while ((file = kabi_xml_take(&in, "file"))) {
		struct kabi_xml_element child;

		kabi_xml_begin(&child, builder, file);
		kabi_xml_add(&child, "name", KABI_XML_WORD, " ", "");
		kabi_xml_finish(&child);
	}
	kabi_xml_finish(&in);
}

/* "KIND NAME KEY=VALUE ...": attributes have no order, keys do. */
static void add_head(struct kabi_xml_element *element, enum kabi_kind kind)
{
	const char *key;

	kabi_strbuf_add(element->builder->text, kabi_kind_name(kind));
	kabi_xml_add(element, "name",
		     kind == KABI_KIND_BASE ? KABI_XML_NAME : KABI_XML_WORD,
		     " ", "");
	for (size_t i = 0; (key = kabi_parse_key_at(kind, i)); i++) {
		kabi_cleanup(kabi_free_cleanup) char *value =
			kabi_xml_get(element, key, KABI_XML_WORD);

		if (value)
			kabi_strbuf_add_format(element->builder->text, " %s%s",
					       key, value);
	}
}

static void add_body(struct kabi_xml_element *element, enum kabi_kind kind)
{
	struct kabi_xml_builder *builder = element->builder;

	switch (kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		add_members(element, 1);
		break;
	case KABI_KIND_ENUM:
		add_enumerators(element);
		break;
	case KABI_KIND_TYPEDEF:
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		add_newline(builder, 1);
		add_child_type(element, 1);
		break;
	case KABI_KIND_INLINE:
		add_newline(builder, 1);
		add_child_type(element, 1);
		add_fingerprint(element);
		break;
	case KABI_KIND_MACRO:
	case KABI_KIND_CONFIG:
	case KABI_KIND_RULE:
		add_value(element, kind);
		break;
	case KABI_KIND_SECTION:
		add_contents(element);
		break;
	case KABI_KIND_CONDITIONS:
		add_ranges(element);
		break;
	case KABI_KIND_SETTING:
		add_newline(builder, 1);
		kabi_xml_add(element, "value", KABI_XML_LINE, "", "");
		break;
	default:
		break;
	}
}

struct kabi_error *kabi_xml_record(struct kabi_strbuf *buf, const xmlNode *node)
{
	struct kabi_xml_builder builder = { .text = buf };
	struct kabi_xml_element element;
	enum kabi_kind kind;
	const char *name = (const char *)node->name;

	if (node->ns || !kabi_kind_parse(name, strlen(name), &kind))
		return kabi_xml_error(node, "unexpected element <%.64s>", name);
	kabi_xml_begin(&element, &builder, node);
	add_head(&element, kind);
	add_body(&element, kind);
	add_problems(&element, 1);
	add_units(&element);
	kabi_xml_finish(&element);
	return builder.error;
}
