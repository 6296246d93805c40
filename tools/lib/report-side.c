// SPDX-License-Identifier: GPL-2.0-or-later
/* Layouts as text, old and new side by side. */
#include "report-side.h"

#include <inttypes.h>
#include <string.h>

#include "report-facts.h"

enum {
	LINES = 24,	  /* of a layout, at most */
	MOVED_LINES = 2,  /* of those that moved one after another */
	DECLARATION = 44, /* columns, at most; of longer ones the end is told,
			     where the name is */
	HEAD_WIDTH = 14	  /* "offset size  " */
};

static const char markers[KABI_LAYOUT_STATES] = {
	[KABI_LAYOUT_SAME] = ' ',    [KABI_LAYOUT_MOVED] = '>',
	[KABI_LAYOUT_CHANGED] = '!', [KABI_LAYOUT_ADDED] = '+',
	[KABI_LAYOUT_REMOVED] = '-',
};

void kabi_report_add_cell_offset(struct kabi_strbuf *buf,
				 const struct kabi_layout_cell *cell)
{
	kabi_strbuf_add_format(buf, "%" PRIu64, cell->offset);
	if (cell->is_hole ? cell->bit_offset : cell->bits)
		kabi_strbuf_add_format(buf, ":%u", cell->bit_offset);
}

void kabi_report_add_cell_size(struct kabi_strbuf *buf,
			       const struct kabi_layout_cell *cell)
{
	if (!cell->has_size)
		kabi_strbuf_add(buf, "?");
	else if (!cell->is_hole || !cell->bits)
		kabi_strbuf_add_format(buf, "%" PRIu64, cell->size);
	else
		kabi_strbuf_add_format(buf, "%" PRIu64 ":%u", cell->size,
				       cell->bits);
}

void kabi_report_add_cell_text(struct kabi_strbuf *buf,
			       const struct kabi_layout_cell *cell)
{
	kabi_strbuf_add_format(buf, "%*s", (int)cell->depth * 2, "");
	if (cell->is_hole)
		kabi_strbuf_add(buf, "[hole]");
	else
		kabi_report_add(buf, cell->text);
}

/* Columns of a terminal, as long as characters take one each. */
static size_t width_of(const char *text)
{
	size_t width = 0;

	for (; *text; text++)
		width += ((unsigned char)*text & 0xc0) != 0x80;
	return width;
}

/* "...ute_group *sysfs_groups[4]" of a text that is wider than a column. */
static void add_end(struct kabi_strbuf *buf, const char *text)
{
	size_t width = width_of(text);

	if (width > DECLARATION) {
		kabi_strbuf_add(buf, "...");
		for (; width > DECLARATION - 3; width--)
			do
				text++;
			while (((unsigned char)*text & 0xc0) == 0x80);
	}
	kabi_strbuf_add(buf, text);
}

static void add_padded(struct kabi_strbuf *buf, const char *text, int width,
		       bool right)
{
	int blanks = width - (int)width_of(text);

	if (right && blanks > 0)
		kabi_strbuf_add_format(buf, "%*s", blanks, "");
	kabi_strbuf_add(buf, text);
	if (!right && blanks > 0)
		kabi_strbuf_add_format(buf, "%*s", blanks, "");
}

/* "     4    4  int a", filled up to the width of a whole column. */
static void add_cell(struct kabi_strbuf *buf,
		     const struct kabi_layout_cell *cell, int width)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf word =
		KABI_STRBUF_INIT;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf end =
		KABI_STRBUF_INIT;

	if (!cell) {
		kabi_strbuf_add_format(buf, "%*s", width, "");
		return;
	}
	kabi_report_add_cell_offset(&word, cell);
	add_padded(buf, word.string, 6, true);
	kabi_strbuf_truncate(&word, 0);
	kabi_report_add_cell_size(&word, cell);
	kabi_strbuf_add_char(buf, ' ');
	add_padded(buf, word.string, 5, true);
	kabi_strbuf_truncate(&word, 0);
	kabi_report_add_cell_text(&word, cell);
	kabi_strbuf_add(buf, "  ");
	add_end(&end, word.string);
	add_padded(buf, end.string, width - HEAD_WIDTH, false);
}

static void end_line(struct kabi_strbuf *buf)
{
	while (buf->length && buf->string[buf->length - 1] == ' ')
		kabi_strbuf_truncate(buf, buf->length - 1);
	kabi_strbuf_add_char(buf, '\n');
}

struct picture {
	struct kabi_strbuf *buf;
	const struct kabi_layout *layout;
	bool *shown; /* by row */
	int indent;
	int width; /* of OLD's column */
};

static bool is_moved(const struct kabi_layout *layout, size_t i)
{
	return i < layout->n_rows && layout->rows[i].state == KABI_LAYOUT_MOVED;
}

/* What is different and its neighbours; of a run that moved its beginning. */
static void choose(struct picture *picture)
{
	const struct kabi_layout *layout = picture->layout;
	size_t run = 0, n = 0;

	for (size_t i = 0; i < layout->n_rows && n < LINES; i++) {
		run = is_moved(layout, i) ? run + 1 : 0;
		if (layout->rows[i].state == KABI_LAYOUT_SAME ||
		    run > MOVED_LINES)
			continue;
		if (i && layout->rows[i - 1].state == KABI_LAYOUT_SAME)
			picture->shown[i - 1] = true;
		picture->shown[i] = true;
		if (i + 1 < layout->n_rows &&
		    layout->rows[i + 1].state == KABI_LAYOUT_SAME)
			picture->shown[i + 1] = true;
		n++;
	}
}

/* The widest of OLD's declarations that are shown. */
static int find_width(const struct picture *picture)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	size_t width = 12; /* the totals' */

	for (size_t i = 0; i < picture->layout->n_rows; i++) {
		const struct kabi_layout_cell *cell =
			picture->layout->rows[i].cells[KABI_OLD];
		size_t own;

		if (!cell || !picture->shown[i])
			continue;
		kabi_strbuf_truncate(&text, 0);
		kabi_report_add_cell_text(&text, cell);
		own = width_of(text.string);
		if (own > width)
			width = own;
	}
	return HEAD_WIDTH + (int)(width < DECLARATION ? width : DECLARATION);
}

/* "... 12 more, 10 of them moved" for rows that are left out; those that are
 * the same are not worth a number. */
static void add_left_out(struct picture *picture, size_t first, size_t last)
{
	size_t same = 0, moved = 0, total = last - first;

	for (size_t i = first; i < last; i++) {
		same += picture->layout->rows[i].state == KABI_LAYOUT_SAME;
		moved += is_moved(picture->layout, i);
	}
	if (first == last)
		return;
	kabi_strbuf_add_format(picture->buf, "%*s%*s ... ", picture->indent, "",
			       HEAD_WIDTH - 5, "");
	if (same == total)
		kabi_strbuf_add_format(picture->buf, "%zu unchanged", total);
	else if (moved == total)
		kabi_strbuf_add_format(picture->buf, "%zu more moved", total);
	else
		kabi_strbuf_add_format(picture->buf,
				       "%zu more, %zu of them different", total,
				       total - same);
	end_line(picture->buf);
}

static void add_row(struct picture *picture, const struct kabi_layout_row *row)
{
	struct kabi_strbuf *buf = picture->buf;

	kabi_strbuf_add_format(buf, "%*s", picture->indent, "");
	add_cell(buf, row->cells[KABI_OLD], picture->width);
	kabi_strbuf_add_format(buf, " %c ", markers[row->state]);
	add_cell(buf, row->cells[KABI_NEW], 0);
	end_line(buf);
}

static void add_head(struct picture *picture)
{
	kabi_strbuf_add_format(picture->buf,
			       "%*soffset  size  %*s   offset  size\n",
			       picture->indent, "", picture->width - HEAD_WIDTH,
			       "");
}

static void add_total(struct picture *picture)
{
	const struct kabi_layout *layout = picture->layout;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf word =
		KABI_STRBUF_INIT;
	bool same = layout->sizes[0] == layout->sizes[1] &&
		    layout->aligns[0] == layout->aligns[1];

	kabi_strbuf_add_format(picture->buf, "%*s", picture->indent, "");
	for (int side = 0; side < KABI_SIDES; side++) {
		kabi_strbuf_truncate(&word, 0);
		kabi_strbuf_add_format(&word,
				       "%12" PRIu64 "  bytes, align %" PRIu64,
				       layout->sizes[side],
				       layout->aligns[side]);
		add_padded(picture->buf, word.string,
			   side == KABI_OLD ? picture->width : 0, false);
		if (side == KABI_OLD)
			kabi_strbuf_add(picture->buf, same ? "   " : " ! ");
	}
	end_line(picture->buf);
}

void kabi_report_add_layout(struct kabi_strbuf *buf,
			    const struct kabi_layout *layout, int indent)
{
	kabi_cleanup(kabi_free_cleanup) bool *shown =
		kabi_xcalloc(layout->n_rows + 1, sizeof(*shown));
	struct picture picture = { buf, layout, shown, indent, 0 };
	size_t begin = 0;

	if (!layout->n_different)
		return;
	choose(&picture);
	picture.width = find_width(&picture);
	add_head(&picture);
	for (size_t i = 0; i < layout->n_rows; i++) {
		if (!shown[i])
			continue;
		add_left_out(&picture, begin, i);
		add_row(&picture, &layout->rows[i]);
		begin = i + 1;
	}
	add_left_out(&picture, begin, layout->n_rows);
	add_total(&picture);
}
