// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Every report format, of changes whose names hold whatever breaks a format.
 * With a format as its argument the program prints that report: tools/
 * report-hostile.sh gives it to parsers that others wrote. "FORMAT empty" is a
 * report of nothing, "FORMAT many" one of 2000 changes.
 */
#include <limits.h>
#include <stdlib.h>

#include "report.h"
#include "tap.h"
#include "utf8.h"

/* Markup, ends of what a name may stand in, lines, commands to terminals. */
#define MARKUP "<script>alert(1)</script>&amp;]]>--><!--\"'`|\\|``\\`*_[x](y)"
#define CONTROL "\1\2\3\b\t\n\r\33[31m\177\302\233"
#define BIDI "\342\200\256\342\200\250\342\201\246\357\277\276\357\277\277"
#define LATIN1 "\200\205\233\240\377\300\200\355\240\200"
#define WIDE "\303\244\342\202\254\360\237\230\200"

static const char *names[] = {
	MARKUP,	  CONTROL,
	BIDI,	  LATIN1,
	WIDE,	  "",
	" ",	  "</title></style><img src=x onerror=alert(1)>",
	"%s%n%d", "a|b",
	"a\\|b",  "a`b",
	"a<b>c",  "\" onload=\"alert(1)"
};
enum {
	N_NAMES = sizeof(names) / sizeof(*names),
	MANY = 2000
};

static struct kabi_hit hits[] = {
	{ MARKUP ".ko", names, N_NAMES },
	{ LATIN1, NULL, 0 },
};

static struct kabi_change child = {
	.verdict = KABI_VERDICT_MEMBER_MOVED,
	.level = KABI_LEVEL_BREAK,
	.subject = "struct " MARKUP,
	.member = CONTROL BIDI,
	.old_text = LATIN1,
	.new_text = MARKUP,
	.old_location = MARKUP ":12",
	.new_location = CONTROL ":13",
	.distance = UINT_MAX,
};

static const char *remarks[] = { "bodies, for a reason" };

static struct kabi_change *children[] = { &child };

/* One for each name, with that name in every place where one can be. */
static struct kabi_change hostile[N_NAMES], many[MANY];
static struct kabi_change *all[MANY];
static char paths[N_NAMES][200];

static void fill_hostile(struct kabi_changes *changes)
{
	for (size_t i = 0; i < N_NAMES; i++) {
		snprintf(paths[i], sizeof(paths[i]), "%s/%s.h:%zu", names[i],
			 names[i], i);
		hostile[i] = (struct kabi_change){
			.verdict = KABI_VERDICT_MEMBER_MOVED,
			.level = i < N_NAMES / 2 ? KABI_LEVEL_BREAK
						 : KABI_LEVEL_NOTE,
			.subject = names[i],
			.member = names[i],
			.old_text = names[i],
			.new_text = i % 2 ? names[i] : NULL,
			.old_location = paths[i],
			.new_location = i % 2 ? names[i] : NULL,
			.causes = names + i,
			.n_causes = 1,
			.is_private = i % 2,
			.symbols = names,
			.n_symbols = N_NAMES,
			.n_unlisted = i,
			.distance = 3,
			.path = names,
			.n_path = N_NAMES,
			.hits = hits,
			.n_hits = 2,
			.fails = i % 3 == 0,
			.children = children,
			.n_children = 1,
		};
		all[i] = &hostile[i];
		changes->by_level[hostile[i].level]++;
		changes->n_failing += hostile[i].fails;
	}
	changes->n_changes = N_NAMES;
	changes->n_consumers = 3;
	changes->n_consumers_hit = 2;
	changes->n_changes_hit = N_NAMES;
	changes->symbols_affected = N_NAMES;
}

static void fill_many(struct kabi_changes *changes)
{
	for (size_t i = 0; i < MANY; i++) {
		many[i] = hostile[4];
		many[i].level = i < 20 ? KABI_LEVEL_BREAK : KABI_LEVEL_RISK;
		many[i].fails = many[i].level == KABI_LEVEL_BREAK;
		all[i] = &many[i];
		changes->by_level[many[i].level]++;
		changes->n_failing += many[i].fails;
	}
	changes->n_changes = MANY;
	changes->n_consumers = 3;
}

static void fill(struct kabi_changes *changes, const char *what)
{
	struct kabi_changes counts = { .n_changes = 0 };

	*changes = (struct kabi_changes){
		.old_side = { MARKUP, CONTROL, BIDI, LATIN1, 1, 2, 3 },
		.new_side = { .path = LATIN1 },
		.changes = all,
		.suppressed = 2,
		.remarks = remarks,
		.n_remarks = 1,
	};
	fill_hostile(strcmp(what, "hostile") ? &counts : changes);
	if (!strcmp(what, "many"))
		fill_many(changes);
}

static char *report(const struct kabi_report_format *format, const char *what,
		    size_t *length)
{
	const struct kabi_report_options options = { .max_symbols = 10 };
	struct kabi_changes changes;
	char *text = NULL;
	FILE *stream = open_memstream(&text, length);
	struct kabi_error *error;

	fill(&changes, what);
	error = format->write(stream, &changes, &options);
	tap_ok(!error, "%s, %s: no error", format->name, what);
	kabi_error_destroy(error);
	fclose(stream);
	return text;
}

/* What every format must be, whatever it is. */
static void test_format(const struct kabi_report_format *format,
			const char *what)
{
	size_t length, again_length;
	char *text = report(format, what, &length);
	char *again = report(format, what, &again_length);
	bool is_json = !strcmp(format->name, "json") ||
		       !strcmp(format->name, "sarif");
	bool is_tame = true;

	for (size_t i = 0; i < length; i++) {
		unsigned char c = text[i];

		/* JSON has its own way to write all but DEL. */
		if (c == 0x7f && is_json)
			continue;
		if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7f)
			is_tame = false;
	}
	tap_ok(is_tame, "%s, %s: no control characters", format->name, what);
	tap_ok(kabi_utf8_valid(text, length), "%s, %s: UTF-8", format->name,
	       what);
	tap_ok(length == again_length && !memcmp(text, again, length),
	       "%s, %s: the same again", format->name, what);
	if (!strcmp(format->name, "markdown"))
		tap_ok(length < 65536, "%s, %s: not longer than a comment",
		       format->name, what);
	free(text);
	free(again);
}

static int print(const char *name, const char *what)
{
	const struct kabi_report_format *format = kabi_report_find(name);
	const struct kabi_report_options options = { .max_symbols = 10 };
	struct kabi_changes changes;
	struct kabi_error *error;

	if (!format)
		return 3;
	fill(&changes, what);
	error = format->write(stdout, &changes, &options);
	if (!error)
		return 0;
	kabi_error_destroy(error);
	return 1;
}

int main(int argc, char **argv)
{
	if (argc > 1)
		return print(argv[1], argc > 2 ? argv[2] : "hostile");
	for (const struct kabi_report_format *format = kabi_report_formats;
	     format->name; format++) {
		test_format(format, "hostile");
		test_format(format, "empty");
		test_format(format, "many");
	}
	return tap_finish();
}
