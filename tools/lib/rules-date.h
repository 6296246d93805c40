/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Days as "YYYY-MM-DD", which compare like strings. */
#ifndef KABI_TOOLS_RULES_DATE_H
#define KABI_TOOLS_RULES_DATE_H

#include <stdbool.h>

#include "error.h"

#define KABI_DATE_SIZE sizeof("YYYY-MM-DD")

/* Is it a day of the calendar, in this form? */
bool kabi_date_is_valid(const char *text);

/* Today by SOURCE_DATE_EPOCH, where that is set, else by the clock; UTC. */
struct kabi_error *kabi_date_today(char ret[KABI_DATE_SIZE]) kabi_must_check;

#endif /* KABI_TOOLS_RULES_DATE_H */
