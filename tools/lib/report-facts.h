/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the formats for people say of a change, in the same words. Names of the
 * input may hold any byte; what is added here is UTF-8 in one line that no
 * terminal takes for a command and that XML can hold: control characters and
 * what is no character are %xx of their bytes, text that is no UTF-8 is taken
 * for Latin-1 as in JSON. Markup is the writers' business.
 */
#ifndef KABI_TOOLS_REPORT_FACTS_H
#define KABI_TOOLS_REPORT_FACTS_H

#include "change.h"
#include "strbuf.h"

void kabi_report_add(struct kabi_strbuf *buf, const char *text);

/* "offset 4 -> offset 8", "int at offset 4"; "" when nothing is known. */
void kabi_report_add_values(struct kabi_strbuf *buf,
			    const struct kabi_change *change);
/* "member-moved: b: offset 4 -> offset 8" */
void kabi_report_add_change(struct kabi_strbuf *buf,
			    const struct kabi_change *change);
/* "include/linux/foo.h:13", "lib/a.c:9, was drivers/a.c:7", "was a.c:7", "" */
void kabi_report_add_location(struct kabi_strbuf *buf,
			      const struct kabi_change *change);
/* "CONFIG_FOO: n -> y, CONFIG_HZ: 100 -> 250" */
void kabi_report_add_causes(struct kabi_strbuf *buf,
			    const struct kabi_change *change);
/* "register_netdevice -> struct net_device -> member dev -> struct device" */
void kabi_report_add_path(struct kabi_strbuf *buf,
			  const struct kabi_change *change);
/* "acme.ko: member b, size" */
void kabi_report_add_hit(struct kabi_strbuf *buf, const struct kabi_hit *hit);

/*
 * All that stands below a change, a line each: why, whom it reaches (at most
 * max_symbols names; 0: all), whom it hits, and its children with two blanks
 * more a level.
 */
void kabi_report_add_details(struct kabi_strbuf *buf,
			     const struct kabi_change *change,
			     size_t max_symbols);

/* "3 changes: 1 break, 2 note; 12 exported symbols affected; 1 suppressed" */
void kabi_report_add_summary(struct kabi_strbuf *buf,
			     const struct kabi_changes *changes);
/* "PATH (x86_64, 6.12.107, gcc 12.2.0, 1234 exports)" */
void kabi_report_add_side(struct kabi_strbuf *buf,
			  const struct kabi_side *side);

/*
 * A symbol's own change reaches that symbol and no other, which is not worth
 * telling; "reaches" is whether there is more.
 */
bool kabi_report_reaches(const struct kabi_change *change);
/* Of n names: how many to list, when max are wanted. 0: all. */
size_t kabi_report_cut(size_t n, size_t max);

/* Does the gate judge it otherwise than by what is usual, a break? */
bool kabi_report_is_judged(const struct kabi_change *change);

/* "FILE:LINE": the length of FILE, and LINE (0: there is none). */
size_t kabi_report_split_location(const char *location, unsigned int *ret_line);
/* Where to look: NEW's place, else OLD's; or NULL. */
const char *kabi_report_location(const struct kabi_change *change);

/* "" for one, else "s". */
const char *kabi_report_plural(size_t n);

#endif /* KABI_TOOLS_REPORT_FACTS_H */
