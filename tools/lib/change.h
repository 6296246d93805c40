/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a comparison found, as data: the differ makes changes, the report
 * writers print them, and neither knows the other.
 */
#ifndef KABI_TOOLS_CHANGE_H
#define KABI_TOOLS_CHANGE_H

#include <limits.h>

#include "model.h"

/* From harmless to bad, so that levels compare with < and >. */
enum kabi_level {
	KABI_LEVEL_NOTE,
	KABI_LEVEL_SOURCE,
	KABI_LEVEL_RISK,
	KABI_LEVEL_BREAK,
	KABI_LEVEL_COUNT
};

enum kabi_diff_side {
	KABI_OLD,
	KABI_NEW,
	KABI_SIDES
};

enum kabi_verdict {
#define KABI_VERDICT(id, word, level) KABI_VERDICT_##id,
#include "verdicts.def"
#undef KABI_VERDICT
	KABI_VERDICT_COUNT
};

/* In a kernel most changes reach thousands of symbols. */
#define KABI_CHANGE_SYMBOLS 1000

/* An object that was compiled against OLD and depends on what changed. */
struct kabi_hit {
	const char *consumer; /* "acme.ko" */
	/* On what: "member b", "size", "symbol foo"; sorted. */
	const char **what;
	size_t n_what;
};

/*
 * One change. Strings and arrays belong to the result's arena. In "children"
 * are the changes that follow from this one, of the same shape; their symbols
 * are those of their root, and not repeated (symbols == NULL).
 */
struct kabi_change {
	enum kabi_verdict verdict;
	enum kabi_level level; /* at least that of its children */
	const char *subject;   /* "struct foo", "function f" ... */
	const char *member;    /* or NULL */
	const char *old_text;  /* "offset 4"; NULL: nothing there */
	const char *new_text;
	const char *old_location; /* "FILE:LINE" or NULL */
	const char *new_location;
	/* "CONFIG_FOO: n -> y": what the lines depend on, and is otherwise. */
	const char **causes;
	size_t n_causes;
	bool is_private; /* no consumer can have its layout */
	/* Exported symbols it reaches: the first KABI_CHANGE_SYMBOLS by name.
	 */
	const char **symbols;
	size_t n_symbols;
	size_t n_unlisted;     /* ... and how many more */
	unsigned int distance; /* in pointer hops; UINT_MAX: unreached */
	/*
	 * A shortest way from a symbol to the subject: "register_netdevice",
	 * "struct net_device", "member dev", "struct device". None when it is a
	 * symbol's own change, or unreached.
	 */
	const char **path;
	size_t n_path;
	/* With kabi_changes.n_consumers: by name, each once. */
	struct kabi_hit *hits;
	size_t n_hits;
	bool fails; /* the gate: by its level, or by the policy */
	/*
	 * What it was found in, for those who draw layouts: the struct of a
	 * member, the function of a parameter ... or NULL. The models'.
	 */
	const struct kabi_record *records[KABI_SIDES];
	struct kabi_change **children;
	size_t n_children;
	size_t room_children;
};

struct kabi_side {
	const char *path; /* as given on the command line */
	const char *arch;
	const char *release;
	const char *compiler;
	size_t exports;
	size_t types; /* struct, union, enum records */
	size_t units;
};

struct kabi_changes {
	struct kabi_arena arena;
	struct kabi_side old_side, new_side;
	/* Worst level first, then by subject, member, verdict. */
	struct kabi_change **changes;
	size_t n_changes;
	size_t room_changes;
	size_t by_level[KABI_LEVEL_COUNT]; /* changes, not their children */
	size_t n_failing;		   /* that fail the gate */
	size_t symbols_affected;	   /* distinct */
	size_t suppressed;
	/* "N changes, of which M hit K of your L modules": L, K and M. */
	size_t n_consumers; /* 0: none was given */
	size_t n_consumers_hit;
	size_t n_changes_hit;
	/* What was not compared, and why: one sentence each. */
	const char *remarks[3];
	size_t n_remarks;
};

const char *kabi_level_name(enum kabi_level level);
bool kabi_level_parse(const char *word, enum kabi_level *ret);
const char *kabi_verdict_name(enum kabi_verdict verdict);
enum kabi_level kabi_verdict_level(enum kabi_verdict verdict);

#endif /* KABI_TOOLS_CHANGE_H */
