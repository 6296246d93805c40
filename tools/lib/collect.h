/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reads all inputs, several at a time: what TUs recorded into one pool, export
 * tables into one list, and of each file what is to be known of it. What a
 * kernel's records add up to is not looked at here (resolve.h, merge.h).
 */
#ifndef KABI_TOOLS_COLLECT_H
#define KABI_TOOLS_COLLECT_H

#include "blob.h"
#include "exports.h"
#include "model.h"
#include "notices.h"
#include "pool.h"
#include "sightings.h"

/* What is wanted of a file. */
enum kabi_source_role {
	KABI_SOURCE_ALL,     /* records and exports */
	KABI_SOURCE_RECORDS, /* of vmlinux.o, when vmlinux has the exports */
	KABI_SOURCE_EXPORTS, /* of that vmlinux */
};

/* A file to read, and what was found. */
struct kabi_source {
	char *path;
	char *module; /* who exports what it exports; NULL: unknown */
	enum kabi_source_role role;
	size_t input;	    /* which of the command line's inputs it is of */
	unsigned int build; /* which build directory's, from 1; 0: none */
	struct kabi_blob *blob; /* its bytes when open already, or NULL */
	bool is_stream;		/* standard input: nothing lies beside it */

	/* Filled by reading it. */
	bool linked;	  /* it is no object that can be linked further */
	char *substitute; /* the vmlinux.o that was read for its records */
	char *arch;
	size_t n_units;
	struct kabi_exports exports;
	/* A baseline: its header; nothing was collected but taken over. */
	struct kabi_model *baseline;
};

struct kabi_collection {
	bool want_exposure; /* for kabi_collection_read(): keep `exposure` */
	struct kabi_source *sources;
	size_t n_sources;
	size_t room_sources;
	/* Owners' positions have the source's index in the upper half. */
	struct kabi_pool *pool;
	struct kabi_sighting_count *counts;
	size_t n_counts;
	struct kabi_exports exports; /* of all sources, not resolved */
	const char *arch;	     /* lent by a source; NULL: unknown */
};

/* Takes blob, which may be NULL; the strings are copied. */
struct kabi_source *kabi_collection_add(struct kabi_collection *collection,
					const char *path, size_t input,
					struct kabi_blob *blob);

/*
 * Reads all sources in "jobs" threads. Files of two machines are an error. What
 * is said to "progress" is jobs done and known.
 */
struct kabi_error *
kabi_collection_read(struct kabi_collection *collection, unsigned int jobs,
		     void (*progress)(void *context, size_t done, size_t total),
		     void *progress_context) kabi_must_check;

/*
 * "FILE: UNIT" of the first one that has the text, for messages; the caller
 * frees it.
 */
char *kabi_collection_where(const struct kabi_collection *collection,
			    uint32_t number);

/* The storage is the caller's, all zero at first. */
void kabi_collection_deinit(struct kabi_collection *collection);

#endif /* KABI_TOOLS_COLLECT_H */
