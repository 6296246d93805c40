// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Types taken apart into scalars. Equal neighbours are kept as one run, so that
 * char[65536] is one item; runs are sorted and joined until equal sets of
 * scalars are equal lists of runs.
 */
#include "repr.h"

#include <string.h>

/* A type that takes more steps than this to take apart is left alone. */
enum {
	MAX_STEPS = 1 << 16,
	MAX_NESTING = 4 * KABI_MAX_DEPTH,
};

struct run {
	enum kabi_class class;
	uint64_t width; /* of one scalar, in bits */
	uint64_t start; /* of the first, in bits */
	uint64_t count; /* they follow each other without a gap */
};

struct runs {
	const struct kabi_model *model;
	struct run *runs;
	size_t n, room;
	unsigned int steps;
	bool failed;
};

/* What a base type or an enum is; the name is past typedefs. */
static enum kabi_class class_of_base(const struct kabi_type *type)
{
	if (!type->decl)
		return !strcmp(type->name, "void") ? KABI_CLASS_VOID
						   : KABI_CLASS_UNKNOWN;
	switch (type->decl->encoding) {
	case KABI_ENCODING_SIGNED:
	case KABI_ENCODING_UNSIGNED:
	case KABI_ENCODING_BOOL:
	case KABI_ENCODING_CHAR:
		return KABI_CLASS_INTEGER;
	case KABI_ENCODING_FLOAT:
		return KABI_CLASS_FLOAT;
	case KABI_ENCODING_DECIMAL:
		return KABI_CLASS_DECIMAL;
	case KABI_ENCODING_VOID:
		return KABI_CLASS_VOID;
	}
	return KABI_CLASS_UNKNOWN;
}

enum kabi_class kabi_repr_class(const struct kabi_type *type)
{
	type = kabi_type_strip(type);
	switch (type->kind) {
	case KABI_TYPE_VOID:
		return KABI_CLASS_VOID;
	case KABI_TYPE_POINTER:
		return KABI_CLASS_POINTER;
	case KABI_TYPE_FUNCTION:
		return KABI_CLASS_FUNCTION;
	case KABI_TYPE_VECTOR:
		return KABI_CLASS_VECTOR;
	case KABI_TYPE_COMPLEX:
		return KABI_CLASS_COMPLEX;
	case KABI_TYPE_NAMED:
		return class_of_base(type);
	case KABI_TYPE_TAGGED:
		return type->tag_kind == KABI_KIND_ENUM ? KABI_CLASS_INTEGER
							: KABI_CLASS_AGGREGATE;
	case KABI_TYPE_ARRAY:
	case KABI_TYPE_UNTAGGED:
		return KABI_CLASS_AGGREGATE;
	case KABI_TYPE_UNKNOWN:
		break;
	}
	return KABI_CLASS_UNKNOWN;
}

uint64_t kabi_repr_align(const struct kabi_model *model,
			 const struct kabi_type *type)
{
	uint64_t size;

	type = kabi_type_strip(type);
	while (type->kind == KABI_TYPE_ARRAY || type->kind == KABI_TYPE_COMPLEX)
		type = kabi_type_strip(type->target);
	switch (type->kind) {
	case KABI_TYPE_POINTER:
		return kabi_model_pointer_size(model);
	case KABI_TYPE_NAMED:
		return type->decl ? type->decl->align : 0;
	case KABI_TYPE_UNTAGGED:
		return type->body->align;
	case KABI_TYPE_TAGGED:
		if (type->decl && type->decl->body)
			return type->decl->body->align;
		if (type->decl && type->tag_kind == KABI_KIND_ENUM)
			return type->decl->size;
		return 0;
	case KABI_TYPE_VECTOR:
		return kabi_type_size(model, type, &size) ? size : 0;
	default:
		return 0;
	}
}

static void add_run(struct runs *runs, struct run run)
{
	struct run *last = runs->n ? &runs->runs[runs->n - 1] : NULL;

	if (!run.count || !run.width)
		return;
	if (last && last->class == run.class && last->width == run.width &&
	    last->start + last->count * last->width == run.start) {
		last->count += run.count;
		return;
	}
	kabi_array_reserve(&runs->runs, runs->n, &runs->room,
			   sizeof(*runs->runs));
	runs->runs[runs->n++] = run;
}

static void add_type(struct runs *runs, const struct kabi_type *type,
		     uint64_t start, unsigned int nesting);

static void add_body(struct runs *runs, const struct kabi_body *body,
		     uint64_t start, unsigned int nesting)
{
	for (size_t i = 0; i < body->n_members && !runs->failed; i++) {
		const struct kabi_member *member = &body->members[i];
		uint64_t at = start + member->offset * 8 + member->bit_offset;

		if (member->bits) {
			struct run run = { KABI_CLASS_INTEGER, member->bits, at,
					   1 };

			add_run(runs, run);
		} else {
			add_type(runs, member->type, at, nesting);
		}
	}
}

/*
 * An element that is one run without gaps gives the array one run; any other is
 * taken apart again for each element, as long as there are not too many.
 */
static void add_array(struct runs *runs, const struct kabi_type *type,
		      uint64_t start, unsigned int nesting)
{
	size_t before = runs->n;
	uint64_t size, bits;

	if (!type->count)
		return;
	if (!kabi_type_size(runs->model, type->target, &size) ||
	    __builtin_mul_overflow(size, 8, &bits)) {
		runs->failed = true;
		return;
	}
	/* A run of its own, whatever stands before it. */
	struct runs element = { .model = runs->model, .steps = runs->steps };

	add_type(&element, type->target, 0, nesting);
	runs->steps = element.steps;
	runs->failed = element.failed;
	if (!runs->failed && element.n == 1 && element.runs[0].start == 0 &&
	    element.runs[0].width * element.runs[0].count == bits &&
	    type->count <= UINT64_MAX / 64 / bits) {
		struct run run = element.runs[0];

		run.start = start;
		run.count *= type->count;
		add_run(runs, run);
		free(element.runs);
		return;
	}
	for (uint64_t i = 0; i < type->count && !runs->failed; i++) {
		for (size_t j = 0; j < element.n; j++) {
			struct run run = element.runs[j];

			run.start += start + i * bits;
			add_run(runs, run);
		}
		runs->failed = runs->n - before > MAX_STEPS;
		if (!element.n)
			break;
	}
	free(element.runs);
}

static void add_type(struct runs *runs, const struct kabi_type *type,
		     uint64_t start, unsigned int nesting)
{
	const struct kabi_body *body = NULL;
	uint64_t size;

	/* Types that hold themselves exist in broken input only. */
	if (nesting > MAX_NESTING || ++runs->steps > MAX_STEPS) {
		runs->failed = true;
		return;
	}
	type = kabi_type_strip(type);
	if (type->kind == KABI_TYPE_ARRAY) {
		add_array(runs, type, start, nesting + 1);
		return;
	}
	if (type->kind == KABI_TYPE_UNTAGGED)
		body = type->body;
	else if (type->kind == KABI_TYPE_TAGGED && type->decl)
		body = type->decl->body;
	if (body) {
		add_body(runs, body, start, nesting + 1);
	} else if (kabi_repr_class(type) == KABI_CLASS_AGGREGATE ||
		   kabi_repr_class(type) == KABI_CLASS_UNKNOWN ||
		   !kabi_type_size(runs->model, type, &size)) {
		runs->failed = true; /* opaque, or not known */
	} else {
		struct run run = { kabi_repr_class(type), size * 8, start, 1 };

		add_run(runs, run);
	}
}

static int compare_runs(const void *a, const void *b)
{
	const struct run *x = a, *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->width != y->width)
		return x->width < y->width ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->count < y->count ? -1 : x->count > y->count;
}

/* Members of a union lie on top of each other. */
static void join_runs(struct runs *runs)
{
	size_t n = 0;

	if (!runs->n)
		return;
	qsort(runs->runs, runs->n, sizeof(*runs->runs), compare_runs);
	for (size_t i = 1; i < runs->n; i++) {
		struct run *last = &runs->runs[n], *run = &runs->runs[i];
		uint64_t end = last->start + last->count * last->width;

		if (last->class != run->class || last->width != run->width ||
		    run->start > end || (end - run->start) % run->width) {
			runs->runs[++n] = *run;
			continue;
		}
		if (run->start + run->count * run->width > end)
			last->count = (run->start - last->start) / run->width +
				      run->count;
	}
	runs->n = n + 1;
}

static bool same_runs(const struct kabi_model *a_model,
		      const struct kabi_type *a,
		      const struct kabi_model *b_model,
		      const struct kabi_type *b)
{
	struct runs x = { .model = a_model }, y = { .model = b_model };
	bool same = false;

	add_type(&x, a, 0, 0);
	add_type(&y, b, 0, 0);
	if (!x.failed && !y.failed) {
		join_runs(&x);
		join_runs(&y);
		same = x.n == y.n;
		for (size_t i = 0; same && i < x.n; i++)
			same = !compare_runs(&x.runs[i], &y.runs[i]);
	}
	free(x.runs);
	free(y.runs);
	return same;
}

bool kabi_repr_same(const struct kabi_model *a_model, const struct kabi_type *a,
		    const struct kabi_model *b_model, const struct kabi_type *b)
{
	enum kabi_class class = kabi_repr_class(a);
	uint64_t a_size, b_size;

	if (class != kabi_repr_class(b) || class == KABI_CLASS_UNKNOWN)
		return false;
	if (class == KABI_CLASS_VOID)
		return true;
	if (!kabi_type_size(a_model, a, &a_size) ||
	    !kabi_type_size(b_model, b, &b_size) || a_size != b_size ||
	    kabi_repr_align(a_model, a) != kabi_repr_align(b_model, b))
		return false;
	if (class == KABI_CLASS_AGGREGATE)
		return same_runs(a_model, a, b_model, b);
	return true;
}
