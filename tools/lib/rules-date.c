// SPDX-License-Identifier: GPL-2.0-or-later
/* Days of the calendar. */
#include "rules-date.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int number(const char *text, int digits)
{
	int value = 0;

	while (digits--)
		value = value * 10 + (*text++ - '0');
	return value;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool kabi_date_is_valid(const char *text)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	int year, month, day;

	for (int i = 0; i < 10; i++) {
		if (i == 4 || i == 7 ? text[i] != '-'
				     : !isdigit((unsigned char)text[i]))
			return false;
	}
	if (text[10])
		return false;
	year = number(text, 4);
	month = number(text + 5, 2);
	day = number(text + 8, 2);
	return month >= 1 && month <= 12 && day >= 1 &&
	       day <= days[month - 1] + (month == 2 && is_leap(year));
}

struct kabi_error *kabi_date_today(char ret[KABI_DATE_SIZE])
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	struct tm tm;

	if (epoch && *epoch) {
		char *end;
		long long seconds;

		errno = 0;
		seconds = strtoll(epoch, &end, 10);
		if (errno || *end || seconds < 0)
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"SOURCE_DATE_EPOCH: '%.40s' is no number of "
				"seconds",
				epoch);
		now = seconds;
	}
	if (!gmtime_r(&now, &tm) || strftime(ret, KABI_DATE_SIZE, "%Y-%m-%d",
					     &tm) != KABI_DATE_SIZE - 1)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "SOURCE_DATE_EPOCH: no day of ours");
	return NULL;
}
