// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * C's declarators from prefix types. A type is read outside in, as the English
 * sentence goes; a C declarator is built inside out, around the name. So the
 * walk goes down the chain of targets and wraps what it has got so far:
 *
 *	pointer to        *cb
 *	function(long) of (*cb)(long)
 *	pointer to        *(*cb)(long)
 *	int               int *(*cb)(long)
 */
#include "ctype.h"

#include <inttypes.h>
#include <string.h>

/* "const volatile __seg_gs", with no blank at either end. */
static void add_quals(struct kabi_strbuf *buf, unsigned int quals,
		      const char *space)
{
	static const struct {
		unsigned int bit;
		const char *word;
	} words[] = {
		{ KABI_QUAL_CONST, "const" },
		{ KABI_QUAL_VOLATILE, "volatile" },
		{ KABI_QUAL_RESTRICT, "restrict" },
		{ KABI_QUAL_ATOMIC, "_Atomic" },
	};
	const char *separator = "";

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!(quals & words[i].bit))
			continue;
		kabi_strbuf_add_format(buf, "%s%s", separator, words[i].word);
		separator = " ";
	}
	if (space)
		kabi_strbuf_add_format(buf, "%s%s", separator, space);
}

/* "regparm=3" is regparm(3) in C; all stand in one list. */
static void add_attribute(struct kabi_strbuf *buf, const char *attribute,
			  bool *any)
{
	const char *value = strchr(attribute, '=');

	kabi_strbuf_add(buf, *any ? ", " : " __attribute__((");
	*any = true;
	if (value)
		kabi_strbuf_add_format(buf, "%.*s(%s)",
				       (int)(value - attribute), attribute,
				       value + 1);
	else
		kabi_strbuf_add(buf, attribute);
}

static void add_attributes(struct kabi_strbuf *buf,
			   const struct kabi_type *type)
{
	bool any = false;

	for (size_t i = 0; i < type->n_attributes; i++)
		add_attribute(buf, type->attributes[i], &any);
	/* What GCC means by a qualified function. */
	if (type->quals & KABI_QUAL_CONST)
		add_attribute(buf, "const", &any);
	if (type->quals & KABI_QUAL_VOLATILE)
		add_attribute(buf, "noreturn", &any);
	if (any)
		kabi_strbuf_add(buf, "))");
}

static void add_parameters(struct kabi_strbuf *buf,
			   const struct kabi_type *type)
{
	kabi_strbuf_add(buf, "(");
	for (size_t i = 0; i < type->n_params; i++) {
		if (i)
			kabi_strbuf_add(buf, ", ");
		kabi_ctype_declare(buf, type->params[i], NULL);
	}
	if (type->prototype == KABI_PROTOTYPE_VARIADIC)
		kabi_strbuf_add(buf, type->n_params ? ", ..." : "...");
	else if (type->prototype == KABI_PROTOTYPE_FIXED && !type->n_params)
		kabi_strbuf_add(buf, "void");
	kabi_strbuf_add(buf, ")");
	add_attributes(buf, type);
}

static void wrap_pointer(struct kabi_strbuf *inner,
			 const struct kabi_type *type, unsigned int quals)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf star =
		KABI_STRBUF_INIT;

	kabi_strbuf_add(&star, "*");
	add_quals(&star, quals, type->space);
	if (star.length > 1 && inner->length && inner->string[0] != '[')
		kabi_strbuf_add(&star, " ");
	kabi_strbuf_prepend(inner, star.string);
	/* [] and () bind more tightly than the star. */
	if (type->target->kind == KABI_TYPE_ARRAY ||
	    type->target->kind == KABI_TYPE_FUNCTION) {
		kabi_strbuf_prepend(inner, "(");
		kabi_strbuf_add(inner, ")");
	}
}

static void wrap_array(struct kabi_strbuf *inner, const struct kabi_type *type)
{
	switch (type->bound) {
	case KABI_BOUND_CONSTANT:
		kabi_strbuf_add_format(inner, "[%" PRIu64 "]", type->count);
		break;
	case KABI_BOUND_NONE:
		kabi_strbuf_add(inner, "[]");
		break;
	case KABI_BOUND_VARIABLE:
		kabi_strbuf_add(inner, "[*]");
		break;
	}
}

/* "{FIRST}" is the name of the untagged enum that begins with FIRST. */
static void add_enum(struct kabi_strbuf *buf, const struct kabi_type *type)
{
	size_t length = strlen(type->name);

	if (type->name[0] != '{' || length < 2) {
		kabi_strbuf_add_format(buf, "enum %s", type->name);
		return;
	}
	kabi_strbuf_add_format(
		buf, "enum { %.*s%s }", (int)(length - 2), type->name + 1,
		type->decl && type->decl->n_enumerators == 1 ? "" : ", ...");
}

/* The type at the end of the chain: what stands left of all declarators. */
static void add_core(struct kabi_strbuf *buf, const struct kabi_type *type)
{
	switch (type->kind) {
	case KABI_TYPE_NAMED:
		kabi_strbuf_add(buf, type->name);
		break;
	case KABI_TYPE_TAGGED:
		if (type->tag_kind == KABI_KIND_ENUM)
			add_enum(buf, type);
		else
			kabi_strbuf_add_format(buf, "%s %s",
					       kabi_kind_name(type->tag_kind),
					       type->name);
		break;
	case KABI_TYPE_UNTAGGED:
		kabi_strbuf_add_format(buf, "%s { ... }",
				       kabi_kind_name(type->body->kind));
		break;
	case KABI_TYPE_COMPLEX:
		kabi_strbuf_add(buf, "_Complex ");
		kabi_ctype_declare(buf, type->target, NULL);
		break;
	case KABI_TYPE_VECTOR:
		kabi_ctype_declare(buf, type->target, NULL);
		kabi_strbuf_add_format(buf,
				       " __attribute__((vector_size(%" PRIu64
				       " * sizeof(",
				       type->count);
		kabi_ctype_declare(buf, type->target, NULL);
		kabi_strbuf_add(buf, "))))");
		break;
	case KABI_TYPE_UNKNOWN:
		kabi_strbuf_add_format(buf, "?%s", type->name);
		break;
	default:
		kabi_strbuf_add(buf, "void");
		break;
	}
}

void kabi_ctype_declare(struct kabi_strbuf *buf, const struct kabi_type *type,
			const char *name)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf inner =
		KABI_STRBUF_INIT;
	unsigned int quals = type->quals;

	kabi_strbuf_add(&inner, name ? name : "");
	for (;;) {
		unsigned int carried = 0;

		if (type->kind == KABI_TYPE_POINTER) {
			wrap_pointer(&inner, type, quals);
		} else if (type->kind == KABI_TYPE_ARRAY) {
			wrap_array(&inner, type);
			/* An array's qualifiers are its elements'. */
			carried = quals;
		} else if (type->kind == KABI_TYPE_FUNCTION) {
			add_parameters(&inner, type);
		} else {
			break;
		}
		type = type->target;
		quals = type->quals | carried;
	}
	add_quals(buf, quals, type->space);
	if (quals || type->space)
		kabi_strbuf_add(buf, " ");
	add_core(buf, type);
	/* "char[16]", but "int (long)", "void *" and "char name[16]". */
	if (inner.length && inner.string[0] != '[')
		kabi_strbuf_add(buf, " ");
	kabi_strbuf_add_bytes(buf, inner.string, inner.length);
}

char *kabi_ctype_name(const struct kabi_type *type)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	kabi_ctype_declare(&buf, type, NULL);
	return kabi_strbuf_steal(&buf);
}
