// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Layouts as text:
 *
 *	{
 *		int a:3;                                   [ 0: 0  4 ]
 *
 *		[ XXX 5 bits hole ]
 *		[ XXX 3 bytes hole ]
 *
 *		struct foo *next;                          [ 4     8 ]
 *
 *		[ size: 16, align: 8, cachelines: 1, members: 2 ]
 *	}
 *
 * with C's comments instead of brackets. Behind each member stand its offset,
 * from the start of the outermost type, and its size; of a bit-field the byte
 * and bit of its first bit and the size of its declared type.
 */
#include "show-layout.h"

#include <inttypes.h>
#include <string.h>

#include "alloc.h"
#include "ctype.h"
#include "show.h"
#include "strbuf.h"

enum {
	CACHE_LINE = 64,
	TAB = 8
};

/* What is gathered about one struct or union, for its totals. */
struct sums {
	__int128 end;	/* of the member that reaches furthest, in bits */
	bool open;	/* nobody knows where the last member ends */
	uint64_t bytes; /* in members that are no bit-fields */
	uint64_t bits;	/* in bit-fields */
	uint64_t holes, hole_bytes;
	uint64_t bit_holes, bit_hole_bits;
};

/* How ctype.h spells an untagged body. */
static const char placeholder[] = "{ ... }";

struct layout {
	FILE *stream;
	const struct kabi_model *model;
	uint64_t cache_line; /* the last one that was announced */
};

static void write_indent(FILE *stream, int depth)
{
	for (int i = 0; i < depth; i++)
		fputc('\t', stream);
}

void kabi_show_problems(FILE *stream, int depth, const char *const *problems,
			size_t n_problems)
{
	for (size_t i = 0; i < n_problems; i++) {
		write_indent(stream, depth);
		fprintf(stream, "/* not recorded: %s */\n",
			problems[i] + strspn(problems[i], " "));
	}
}

/* From "column", which tabs have not made uncertain, to where comments begin.
 */
static void write_pad(FILE *stream, size_t column)
{
	do
		fputc(' ', stream);
	while (++column < KABI_SHOW_COLUMN);
}

/*
 * A hole as it can be used: the bits up to the next byte and whole bytes. The
 * line before it was a member, and so is the line after.
 */
static void write_hole(const struct layout *layout, struct sums *sums,
		       __int128 start, int depth)
{
	__int128 gap = start - sums->end;
	unsigned int bits;
	uint64_t bytes;

	if (gap <= 0 || sums->open)
		return;
	bits = (unsigned int)((8 - sums->end % 8) % 8);
	if (bits > gap)
		bits = gap;
	bytes = (gap - bits) / 8;
	/* Bits that are left over in front of a bit-field. */
	if ((gap - bits) % 8)
		bits += (gap - bits) % 8;
	fputc('\n', layout->stream);
	if (bits) {
		write_indent(layout->stream, depth);
		fprintf(layout->stream, "/* XXX %u bit%s hole */\n", bits,
			bits == 1 ? "" : "s");
		sums->bit_holes++;
		sums->bit_hole_bits += bits;
	}
	if (bytes) {
		write_indent(layout->stream, depth);
		fprintf(layout->stream, "/* XXX %" PRIu64 " byte%s hole */\n",
			bytes, bytes == 1 ? "" : "s");
		sums->holes++;
		sums->hole_bytes += bytes;
	}
	fputc('\n', layout->stream);
}

static void write_cache_line(struct layout *layout, uint64_t offset, int depth)
{
	uint64_t line = offset / CACHE_LINE;

	if (line <= layout->cache_line)
		return;
	layout->cache_line = line;
	write_indent(layout->stream, depth);
	fprintf(layout->stream,
		"/* --- cacheline %" PRIu64 " boundary (%" PRIu64 " bytes)",
		line, line * CACHE_LINE);
	if (offset % CACHE_LINE)
		fprintf(layout->stream, " was %" PRIu64 " bytes ago",
			offset % CACHE_LINE);
	fprintf(layout->stream, " --- */\n");
}

static void write_body(struct layout *layout, const struct kabi_body *body,
		       uint64_t base, int depth, struct sums *sums);

static const char *body_attribute(const struct kabi_body *body)
{
	return body->transparent ? " __attribute__((transparent_union))" : "";
}

/* What is left behind the last member, in bits. */
static __int128 padding_of(const struct kabi_body *body,
			   const struct sums *sums)
{
	__int128 padding = (__int128)body->size * 8 - sums->end;

	if (body->kind != KABI_KIND_STRUCT || padding < 0 || sums->open)
		return 0;
	return padding;
}

/*
 * A declaration whose type holds an untagged body: what stands before and after
 * "{ ... }" in its spelling, around the body itself.
 */
static size_t write_with_body(struct layout *layout,
			      const struct kabi_body *body, const char *text,
			      uint64_t base, int depth)
{
	const char *at = strstr(text, placeholder);
	const char *tail = at + strlen(placeholder);
	const char *attribute = body_attribute(body);
	struct sums sums = { 0 };
	uint64_t padding;

	fprintf(layout->stream, "%.*s{\n", (int)(at - text), text);
	write_body(layout, body, base, depth + 1, &sums);
	padding = padding_of(body, &sums) / 8;
	if (padding) {
		write_indent(layout->stream, depth + 1);
		fprintf(layout->stream,
			"/* XXX %" PRIu64 " byte%s padding */\n", padding,
			padding == 1 ? "" : "s");
	}
	kabi_show_problems(layout->stream, depth + 1, body->problems,
			   body->n_problems);
	write_indent(layout->stream, depth);
	fprintf(layout->stream, "}%s%s", attribute, tail);
	return (size_t)depth * TAB + 1 + strlen(attribute) + strlen(tail);
}

/* What a pointer points to has offsets of its own, from 0. */
static uint64_t untagged_base(const struct kabi_type *type, uint64_t offset)
{
	for (; type->kind != KABI_TYPE_UNTAGGED; type = type->target) {
		if (type->kind != KABI_TYPE_ARRAY)
			offset = 0;
	}
	return offset;
}

static void write_member(struct layout *layout,
			 const struct kabi_member *member, uint64_t base,
			 int depth)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const struct kabi_body *body = kabi_show_untagged(member->type);
	uint64_t offset = base + member->offset;
	size_t column;
	uint64_t size;

	kabi_ctype_declare(&text, member->type, member->name);
	if (member->bits)
		kabi_strbuf_add_format(&text, ":%u", member->bits);
	write_indent(layout->stream, depth);
	if (body) {
		column = write_with_body(layout, body, text.string,
					 untagged_base(member->type, offset),
					 depth);
	} else {
		fputs(text.string, layout->stream);
		column = (size_t)depth * TAB + text.length;
	}
	fputc(';', layout->stream);
	write_pad(layout->stream, column + 1);
	fprintf(layout->stream, "/* %5" PRIu64, offset);
	if (!kabi_type_size(layout->model, member->type, &size))
		fprintf(layout->stream, "     ? */\n");
	else if (member->bits)
		fprintf(layout->stream, ":%2u %2" PRIu64 " */\n",
			member->bit_offset, size);
	else
		fprintf(layout->stream, " %5" PRIu64 " */\n", size);
}

static __int128 first_bit(const struct kabi_member *member)
{
	return (__int128)member->offset * 8 + member->bit_offset;
}

static int compare_members(const void *a_pointer, const void *b_pointer)
{
	const struct kabi_member *const *a = a_pointer, *const *b = b_pointer;
	__int128 a_bit = first_bit(*a), b_bit = first_bit(*b);

	if (a_bit != b_bit)
		return a_bit < b_bit ? -1 : 1;
	/* Both point into one array, in the order of the declaration. */
	return *a < *b ? -1 : *a > *b;
}

/* The order in memory is not that of the declaration after RANDSTRUCT. */
static const struct kabi_member **sorted_members(const struct kabi_body *body)
{
	const struct kabi_member **members =
		kabi_xcalloc(body->n_members + 1, sizeof(*members));

	for (size_t i = 0; i < body->n_members; i++)
		members[i] = &body->members[i];
	if (body->kind == KABI_KIND_STRUCT)
		qsort(members, body->n_members, sizeof(*members),
		      compare_members);
	return members;
}

static void add_member(const struct layout *layout, struct sums *sums,
		       const struct kabi_member *member)
{
	__int128 end = first_bit(member);
	uint64_t size = 0;

	sums->open = false;
	if (member->bits) {
		sums->bits += member->bits;
		end += member->bits;
	} else if (kabi_type_size(layout->model, member->type, &size)) {
		sums->bytes += size;
		end += (__int128)size * 8;
	} else {
		sums->open = true;
	}
	if (end > sums->end)
		sums->end = end;
}

/* Nesting is as deep as the model allows. */
static void write_body(struct layout *layout, const struct kabi_body *body,
		       uint64_t base, int depth, struct sums *sums)
{
	kabi_cleanup(kabi_free_cleanup)
		const struct kabi_member **members = sorted_members(body);

	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = members[i];

		/* The members of a union begin all at its start. */
		if (body->kind == KABI_KIND_STRUCT) {
			write_hole(layout, sums, first_bit(member), depth);
			write_cache_line(layout, base + member->offset, depth);
		}
		write_member(layout, member, base, depth);
		add_member(layout, sums, member);
	}
}

static void write_totals(const struct layout *layout,
			 const struct kabi_body *body, const struct sums *sums)
{
	FILE *stream = layout->stream;
	__int128 padding = padding_of(body, sums);

	fprintf(stream, "%s\t/* size: %" PRIu64 ", align: %" PRIu64,
		body->n_members ? "\n" : "", body->size, body->align);
	if (body->size)
		fprintf(stream, ", cachelines: %" PRIu64,
			(body->size - 1) / CACHE_LINE + 1);
	fprintf(stream, ", members: %zu */\n", body->n_members);
	if (body->kind == KABI_KIND_UNION)
		return;
	if (sums->holes)
		fprintf(stream,
			"\t/* sum members: %" PRIu64 ", holes: %" PRIu64
			", sum holes: %" PRIu64 " */\n",
			sums->bytes, sums->holes, sums->hole_bytes);
	if (sums->bit_holes)
		fprintf(stream,
			"\t/* sum bit-fields: %" PRIu64
			" bits, bit holes: %" PRIu64 ", sum bit holes: %" PRIu64
			" bits */\n",
			sums->bits, sums->bit_holes, sums->bit_hole_bits);
	if (padding % 8)
		fprintf(stream, "\t/* bit padding: %d bits */\n",
			(int)(padding % 8));
	if (padding >= 8)
		fprintf(stream, "\t/* padding: %" PRIu64 " */\n",
			(uint64_t)(padding / 8));
	if (body->size % CACHE_LINE)
		fprintf(stream, "\t/* last cacheline: %" PRIu64 " bytes */\n",
			body->size % CACHE_LINE);
}

void kabi_show_layout(FILE *stream, const struct kabi_model *model,
		      const struct kabi_body *body, const char *const *problems,
		      size_t n_problems)
{
	struct layout layout = { stream, model, 0 };
	struct sums sums = { 0 };

	fprintf(stream, "{\n");
	write_body(&layout, body, 0, 1, &sums);
	write_totals(&layout, body, &sums);
	kabi_show_problems(stream, 1, problems, n_problems);
	fprintf(stream, "}%s", body_attribute(body));
}

size_t kabi_show_declaration(FILE *stream, const struct kabi_model *model,
			     const char *lead, const struct kabi_type *type,
			     const char *name)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const struct kabi_body *body = kabi_show_untagged(type);

	kabi_strbuf_add(&text, lead);
	kabi_ctype_declare(&text, type, name);
	if (!body) {
		fputs(text.string, stream);
		return text.length;
	}

	const char *at = strstr(text.string, placeholder);
	const char *tail = at + strlen(placeholder);

	fwrite(text.string, 1, at - text.string, stream);
	kabi_show_layout(stream, model, body, body->problems, body->n_problems);
	fputs(tail, stream);
	return 1 + strlen(tail);
}
