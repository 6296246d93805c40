/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef _LINUX_TYPES_H
#define _LINUX_TYPES_H

#define NULL ((void *)0)

typedef _Bool bool;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;

struct list_head {
	struct list_head *next, *prev;
};

#endif /* _LINUX_TYPES_H */
