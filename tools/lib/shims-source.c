// SPDX-License-Identifier: GPL-2.0-or-later
/* The C of one adapter; see shims.h. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ctype.h"
#include "repr.h"
#include "shims.h"

#define NONE SIZE_MAX

struct adapter {
	const struct kabi_shims *shims;
	struct kabi_shim *shim;
	const struct kabi_type *old_type, *new_type; /* functions; or NULL */
	/* Which old value each new parameter is handed; NONE: a decision. */
	size_t old_index[KABI_SHIM_MAX_PARAMETERS];
	bool dropped[KABI_SHIM_MAX_PARAMETERS]; /* of the old ones */
	FILE *stream;
	bool questions_only;
};

static bool is_void(const struct kabi_type *type)
{
	return kabi_type_strip(type)->kind == KABI_TYPE_VOID;
}

static bool same_name(const struct kabi_type *a, const struct kabi_type *b)
{
	kabi_cleanup(kabi_free_cleanup) char *a_name = kabi_ctype_name(a);
	kabi_cleanup(kabi_free_cleanup) char *b_name = kabi_ctype_name(b);

	return !strcmp(a_name, b_name);
}

static bool is_pointer_to_void(const struct kabi_type *type)
{
	type = kabi_type_strip(type);
	return type->kind == KABI_TYPE_POINTER && is_void(type->target);
}

static bool is_signed(const struct kabi_type *type)
{
	type = kabi_type_strip(type);
	if (type->kind == KABI_TYPE_TAGGED)
		return type->decl && type->decl->is_signed;
	return type->kind == KABI_TYPE_NAMED && type->decl &&
	       type->decl->encoding != KABI_ENCODING_UNSIGNED &&
	       type->decl->encoding != KABI_ENCODING_BOOL;
}

/* Does C convert every value of the one to the same value of the other? */
static bool converts(const struct kabi_model *from_model,
		     const struct kabi_type *from,
		     const struct kabi_model *to_model,
		     const struct kabi_type *to)
{
	uint64_t from_size, to_size;

	if (same_name(from, to))
		return true;
	if (is_pointer_to_void(to))
		return kabi_repr_class(from) == KABI_CLASS_POINTER;
	if (kabi_repr_class(from) != KABI_CLASS_INTEGER ||
	    kabi_repr_class(to) != KABI_CLASS_INTEGER ||
	    !kabi_type_size(from_model, from, &from_size) ||
	    !kabi_type_size(to_model, to, &to_size))
		return false;
	if (is_signed(from) == is_signed(to))
		return to_size >= from_size;
	return is_signed(to) && to_size > from_size;
}

/* How many are the same, counted from the first or from the last one on. */
static size_t common(const struct kabi_type *a, const struct kabi_type *b,
		     bool from_end)
{
	size_t least = a->n_params < b->n_params ? a->n_params : b->n_params;
	size_t n = 0;

	while (n < least &&
	       same_name(a->params[from_end ? a->n_params - 1 - n : n],
			 b->params[from_end ? b->n_params - 1 - n : n]))
		n++;
	return n;
}

/* Of as many parameters as before: is the new one the old one's value? */
static bool may_stay(const struct adapter *adapter, size_t i)
{
	return converts(adapter->shims->old_model, adapter->old_type->params[i],
			adapter->shims->new_model,
			adapter->new_type->params[i]);
}

/* Could it have changed places with one that cannot stay? */
static bool may_be_another(const struct adapter *adapter, size_t i)
{
	const struct kabi_type *a = adapter->old_type, *b = adapter->new_type;

	for (size_t j = 0; j < b->n_params; j++) {
		if (!may_stay(adapter, j) &&
		    (same_name(a->params[j], b->params[i]) ||
		     same_name(a->params[i], b->params[j])))
			return true;
	}
	return false;
}

/*
 * With as many parameters as before each is what it was, if C converts it and
 * it can be no other one. Else those are that can be no others: of (int, int,
 * int) that became (int, int) nobody knows which one went. All the rest is a
 * question.
 */
static void match_parameters(struct adapter *adapter)
{
	const struct kabi_type *a = adapter->old_type, *b = adapter->new_type;
	size_t least = a->n_params < b->n_params ? a->n_params : b->n_params;
	size_t first = common(a, b, false), last = common(a, b, true);
	bool same_count = a->n_params == b->n_params;

	if (same_count) {
		first = least;
		last = 0;
	} else if (first + last > least) {
		size_t certain = least - last;

		last = least - first;
		first = certain;
	}
	for (size_t i = 0; i < b->n_params; i++) {
		bool is_last = i >= b->n_params - last;
		size_t *old_index = &adapter->old_index[i];

		*old_index = i < first ? i
			     : is_last ? i + a->n_params - b->n_params
				       : NONE;
		if (same_count &&
		    (!may_stay(adapter, i) || may_be_another(adapter, i)))
			*old_index = NONE;
	}
	/* Where new ones have to be decided on, old ones may go into that. */
	if (first + last == b->n_params)
		for (size_t i = first; i < a->n_params - last; i++)
			adapter->dropped[i] = true;
}

/* "u8 *old1, unsigned int old2" */
static void write_old_values(struct adapter *adapter)
{
	const struct kabi_type *type = adapter->old_type;

	if (!type->n_params)
		fputs("nothing", adapter->stream);
	for (size_t i = 0; i < type->n_params; i++) {
		kabi_cleanup(kabi_free_cleanup) char *name =
			kabi_ctype_name(type->params[i]);

		fprintf(adapter->stream, "%sold%zu (%s)", i ? ", " : "", i + 1,
			name);
	}
}

/* Something that only a human can know: "KABI_WORD_f" has to be defined. */
static void ask(struct adapter *adapter, const char *word, size_t number,
		const char *parameters, const char *question)
{
	const char *function = adapter->shim->function;
	kabi_cleanup(kabi_free_cleanup) char *macro =
		number ? kabi_xasprintf("KABI_%s_%s_%zu", word, function,
					number)
		       : kabi_xasprintf("KABI_%s_%s", word, function);

	adapter->shim->n_decisions++;
	if (adapter->questions_only) {
		fprintf(adapter->stream,
			"\n/*\n * %s(): %s There is: ", function, question);
		write_old_values(adapter);
		fprintf(adapter->stream, ".\n#define %s%s\n */\n", macro,
			parameters);
		return;
	}
	fprintf(adapter->stream,
		"#ifndef %s\n#error \"%s(): %s There is: ", macro, function,
		question);
	write_old_values(adapter);
	fprintf(adapter->stream, ". #define %s%s\"\n#endif\n", macro,
		parameters);
}

/* How its result becomes the old one. */
enum result {
	RESULT_NONE,
	RESULT_PASSED,
	RESULT_IGNORED,
	RESULT_MADE,	  /* there is none */
	RESULT_CONVERTED, /* by a decision */
};

static enum result result_of(const struct adapter *adapter)
{
	const struct kabi_type *a = adapter->old_type->target;
	const struct kabi_type *b = adapter->new_type->target;

	if (is_void(a))
		return is_void(b) ? RESULT_NONE : RESULT_IGNORED;
	if (is_void(b))
		return RESULT_MADE;
	return converts(adapter->shims->new_model, b, adapter->shims->old_model,
			a)
		       ? RESULT_PASSED
		       : RESULT_CONVERTED;
}

static void ask_all(struct adapter *adapter)
{
	const struct kabi_type *a = adapter->old_type, *b = adapter->new_type;

	if (!b) {
		ask(adapter, "CALL", 0, "",
		    "it is gone; what shall be done instead, as an expression?");
		return;
	}
	for (size_t i = 0; i < b->n_params; i++) {
		kabi_cleanup(kabi_free_cleanup) char *type =
			kabi_ctype_name(b->params[i]);
		kabi_cleanup(kabi_free_cleanup) char *question =
			kabi_xasprintf("what shall argument %zu be, which is "
				       "%s now?",
				       i + 1, type);

		if (adapter->old_index[i] == NONE)
			ask(adapter, "ARGUMENT", i + 1, "", question);
	}
	for (size_t i = 0; i < a->n_params; i++) {
		kabi_cleanup(kabi_free_cleanup) char *question =
			kabi_xasprintf("may old%zu be dropped?", i + 1);

		if (adapter->dropped[i])
			ask(adapter, "DROP", i + 1, "", question);
	}
	switch (result_of(adapter)) {
	case RESULT_IGNORED:
		ask(adapter, "IGNORE", 0, "",
		    "may its result, which is new, be ignored?");
		break;
	case RESULT_MADE:
		ask(adapter, "RESULT", 0, "",
		    "it has no result any more; what shall it be?");
		break;
	case RESULT_CONVERTED:
		ask(adapter, "RESULT", 0, "(result)",
		    "how does its result become what it was?");
		break;
	default:
		break;
	}
}

/* That the types are as large as the objects have them. */
static void write_assertions(struct adapter *adapter)
{
	const struct kabi_model *model = adapter->shims->old_model;
	const struct kabi_type *type = adapter->old_type;

	for (size_t i = 0; i <= type->n_params; i++) {
		const struct kabi_type *part = i ? type->params[i - 1]
						 : type->target;
		kabi_cleanup(kabi_free_cleanup) char *name =
			kabi_ctype_name(part);
		uint64_t size;

		if (kabi_repr_class(part) == KABI_CLASS_POINTER ||
		    is_void(part) || !kabi_type_size(model, part, &size))
			continue;
		fprintf(adapter->stream,
			"\t_Static_assert(sizeof(%s) == %" PRIu64
			",\n\t\t\"%s(): the objects have another %s\");\n",
			name, size, adapter->shim->function, name);
	}
	if (adapter->new_type) {
		kabi_cleanup(kabi_free_cleanup) char *name =
			kabi_ctype_name(adapter->new_type);

		fprintf(adapter->stream,
			"\t_Static_assert(__builtin_types_compatible_p(\n"
			"\t\t__typeof__(%s), %s),\n"
			"\t\t\"%s() is not what this was written for\");\n",
			adapter->shim->function, name, adapter->shim->function);
	}
}

static void write_call(struct adapter *adapter)
{
	const char *function = adapter->shim->function;

	if (!adapter->new_type) {
		fprintf(adapter->stream, "KABI_CALL_%s", function);
		return;
	}
	fprintf(adapter->stream, "%s(", function);
	for (size_t i = 0; i < adapter->new_type->n_params; i++) {
		fputs(i ? ", " : "", adapter->stream);
		if (adapter->old_index[i] == NONE)
			fprintf(adapter->stream, "KABI_ARGUMENT_%s_%zu",
				function, i + 1);
		else
			fprintf(adapter->stream, "old%zu",
				adapter->old_index[i] + 1);
	}
	fputc(')', adapter->stream);
}

static void write_body(struct adapter *adapter)
{
	const char *function = adapter->shim->function;
	enum result result = RESULT_PASSED;

	if (adapter->new_type)
		result = result_of(adapter);
	else if (is_void(adapter->old_type->target))
		result = RESULT_NONE;
	fputs("\n\t", adapter->stream);
	if (result == RESULT_PASSED)
		fputs("return ", adapter->stream);
	if (result == RESULT_IGNORED)
		fputs("(void)", adapter->stream);
	if (result == RESULT_CONVERTED)
		fprintf(adapter->stream, "return KABI_RESULT_%s(", function);
	write_call(adapter);
	fputs(result == RESULT_CONVERTED ? ");\n" : ";\n", adapter->stream);
	if (result == RESULT_MADE)
		fprintf(adapter->stream, "\treturn KABI_RESULT_%s;\n",
			function);
}

/* "void kabi_shim_f(u8 *old1, unsigned int old2)" */
static void write_declaration(struct adapter *adapter)
{
	const struct kabi_type *type = adapter->old_type;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf head =
		KABI_STRBUF_INIT;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_strbuf_add_format(&head, "kabi_shim_%s(%s",
			       adapter->shim->function,
			       type->n_params ? "" : "void");
	for (size_t i = 0; i < type->n_params; i++) {
		kabi_cleanup(kabi_free_cleanup) char *name =
			kabi_xasprintf("old%zu", i + 1);

		kabi_strbuf_add(&head, i ? ", " : "");
		kabi_ctype_declare(&head, type->params[i], name);
	}
	kabi_strbuf_add_char(&head, ')');
	kabi_ctype_declare(&text, type->target, head.string);
	fputs(text.string, adapter->stream);
}

static void adapter_init(struct adapter *adapter,
			 const struct kabi_shims *shims, struct kabi_shim *shim,
			 FILE *stream)
{
	*adapter = (struct adapter){
		.shims = shims,
		.shim = shim,
		.old_type = kabi_type_strip(shim->old_record->type),
		.stream = stream,
	};
	if (shim->new_record) {
		adapter->new_type = kabi_type_strip(shim->new_record->type);
		match_parameters(adapter);
	}
	shim->n_decisions = 0;
}

void kabi_shim_write_source(FILE *stream, const struct kabi_shims *shims,
			    struct kabi_shim *shim)
{
	struct adapter adapter;
	kabi_cleanup(kabi_free_cleanup) char *old_name =
		kabi_ctype_name(shim->old_record->type);
	kabi_cleanup(kabi_free_cleanup) char *new_name =
		shim->new_record ? kabi_ctype_name(shim->new_record->type)
				 : NULL;

	adapter_init(&adapter, shims, shim, stream);
	fprintf(stream, "\n/*\n * %s()\n *\twas %s\n *\tis  %s\n */\n",
		shim->function, old_name, new_name ? new_name : "gone");
	ask_all(&adapter);
	write_declaration(&adapter);
	fputs(";\n", stream);
	write_declaration(&adapter);
	fputs("\n{\n", stream);
	write_assertions(&adapter);
	write_body(&adapter);
	fputs("}\n", stream);
}

void kabi_shim_write_questions(FILE *stream, const struct kabi_shims *shims,
			       struct kabi_shim *shim)
{
	struct adapter adapter;

	adapter_init(&adapter, shims, shim, stream);
	adapter.questions_only = true;
	ask_all(&adapter);
}
