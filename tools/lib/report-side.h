/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts as text, old and new side by side. */
#ifndef KABI_TOOLS_REPORT_SIDE_H
#define KABI_TOOLS_REPORT_SIDE_H

#include "report-layout.h"
#include "strbuf.h"

/*
 * What changed with a line around it, each behind "indent" blanks; nothing when
 * nothing did:
 *
 *	 offset size                     offset size
 *	      0    4  int a                   0    4  int a
 *	      4    4  [hole]           +      4    4  int b
 *	      8    8  long c                  8    8  long c
 *	             size 16                         size 16
 *
 * In the middle stand + - for what came and went, ! for what is another type,
 * size or name, > for what moved. Of many that moved one after another only
 * some are shown, with the number of the others, and so of what is too long.
 */
void kabi_report_add_layout(struct kabi_strbuf *buf,
			    const struct kabi_layout *layout, int indent);

/* "offset", "4:3" of a bit-field; "size", "?" when nobody knows. */
void kabi_report_add_cell_offset(struct kabi_strbuf *buf,
				 const struct kabi_layout_cell *cell);
void kabi_report_add_cell_size(struct kabi_strbuf *buf,
			       const struct kabi_layout_cell *cell);
/* The declaration, or "[hole]", as deep as it is: two blanks a level. */
void kabi_report_add_cell_text(struct kabi_strbuf *buf,
			       const struct kabi_layout_cell *cell);

#endif /* KABI_TOOLS_REPORT_SIDE_H */
