/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Jobs for several threads, with one error that does not depend on their speed:
 * of all that went wrong, what stands first in the input is reported.
 */
#ifndef KABI_TOOLS_WORKERS_H
#define KABI_TOOLS_WORKERS_H

#include <stddef.h>
#include <stdint.h>

#include "error.h"

struct kabi_job {
	struct kabi_job *next; /* for workers.c */
	/*
	 * Where in the input the job's work begins. A job may add others, at
	 * positions behind its own, and moves its own on to where its error is.
	 */
	uint64_t position;
	/* "worker" counts from 0: the thread, for what each has its own of. */
	struct kabi_error *(*run)(struct kabi_job *job, unsigned int worker);
	/* Called for every job in the end, whether it ran or not. */
	void (*destroy)(struct kabi_job *job);
};

struct kabi_workers;

/*
 * "progress" (NULL: not wanted) is told of jobs done and known, from any
 * thread, but never from two at once.
 */
struct kabi_workers *
kabi_workers_create(void (*progress)(void *context, size_t done, size_t total),
		    void *context);
void kabi_workers_destroy(struct kabi_workers *workers);
static inline void kabi_workers_cleanup(struct kabi_workers **workers)
{
	kabi_workers_destroy(*workers);
}

/*
 * Takes a job. The last one added is the first one done, so that a file that is
 * open is finished before the next one is opened.
 */
void kabi_workers_add(struct kabi_workers *workers, struct kabi_job *job);

/*
 * Runs all jobs in "n" threads, of which the caller's is one. Of several errors
 * the one of the smallest position is returned, and of a job behind an error it
 * is left open whether it ran.
 */
struct kabi_error *kabi_workers_run(struct kabi_workers *workers,
				    unsigned int n) kabi_must_check;

/* As many as there are processors that this process may use. */
unsigned int kabi_workers_default(void);

#endif /* KABI_TOOLS_WORKERS_H */
