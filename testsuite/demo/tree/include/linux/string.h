/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef _LINUX_STRING_H
#define _LINUX_STRING_H

#include <linux/types.h>

size_t strlcpy(char *to, const char *from, size_t size);
long strscpy(char *to, const char *from, size_t size);

#endif /* _LINUX_STRING_H */
