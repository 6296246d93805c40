// SPDX-License-Identifier: GPL-2.0-or-later
/* A stack of jobs under one lock; see workers.h. */
#include "workers.h"

#include <pthread.h>
#include <sched.h>
#include <stdbool.h>

#include "alloc.h"

struct kabi_workers {
	pthread_mutex_t lock;
	pthread_cond_t changed; /* a job was added, or the last one ended */
	struct kabi_job *jobs;
	unsigned int running;
	size_t done;
	size_t total;
	struct kabi_error *error;
	uint64_t error_position; /* UINT64_MAX: no error */
	void (*progress)(void *context, size_t done, size_t total);
	void *progress_context;
};

struct thread {
	pthread_t handle;
	struct kabi_workers *workers;
	unsigned int number;
};

struct kabi_workers *
kabi_workers_create(void (*progress)(void *context, size_t done, size_t total),
		    void *context)
{
	struct kabi_workers *workers = kabi_xcalloc(1, sizeof(*workers));

	pthread_mutex_init(&workers->lock, NULL);
	pthread_cond_init(&workers->changed, NULL);
	workers->error_position = UINT64_MAX;
	workers->progress = progress;
	workers->progress_context = context;
	return workers;
}

void kabi_workers_destroy(struct kabi_workers *workers)
{
	if (!workers)
		return;
	while (workers->jobs) {
		struct kabi_job *job = workers->jobs;

		workers->jobs = job->next;
		job->destroy(job);
	}
	kabi_error_destroy(workers->error);
	pthread_cond_destroy(&workers->changed);
	pthread_mutex_destroy(&workers->lock);
	free(workers);
}

void kabi_workers_add(struct kabi_workers *workers, struct kabi_job *job)
{
	pthread_mutex_lock(&workers->lock);
	job->next = workers->jobs;
	workers->jobs = job;
	workers->total++;
	pthread_cond_signal(&workers->changed);
	pthread_mutex_unlock(&workers->lock);
}

/* Under the lock: the next job, or NULL when all is done. */
static struct kabi_job *next_job(struct kabi_workers *workers)
{
	while (!workers->jobs && workers->running)
		pthread_cond_wait(&workers->changed, &workers->lock);

	struct kabi_job *job = workers->jobs;

	if (job) {
		workers->jobs = job->next;
		workers->running++;
	}
	return job;
}

/* Under the lock; takes the error, which may be NULL. */
static void end_job(struct kabi_workers *workers, uint64_t position,
		    struct kabi_error *error)
{
	if (error && position < workers->error_position) {
		workers->error_position = position;
		kabi_error_destroy(workers->error);
		workers->error = kabi_steal(&error);
	}
	kabi_error_destroy(error);
	workers->done++;
	if (workers->progress)
		workers->progress(workers->progress_context, workers->done,
				  workers->total);
	if (!--workers->running && !workers->jobs)
		pthread_cond_broadcast(&workers->changed);
}

static void *work(void *argument)
{
	const struct thread *thread = argument;
	struct kabi_workers *workers = thread->workers;
	struct kabi_job *job;

	pthread_mutex_lock(&workers->lock);
	while ((job = next_job(workers))) {
		struct kabi_error *error = NULL;
		uint64_t position = job->position;
		/* An earlier error stands, whatever this job would find. */
		bool wanted = position < workers->error_position;

		pthread_mutex_unlock(&workers->lock);
		if (wanted)
			error = job->run(job, thread->number);
		position = job->position;
		job->destroy(job);
		pthread_mutex_lock(&workers->lock);
		end_job(workers, position, error);
	}
	pthread_mutex_unlock(&workers->lock);
	return NULL;
}

struct kabi_error *kabi_workers_run(struct kabi_workers *workers,
				    unsigned int n)
{
	kabi_cleanup(kabi_free_cleanup) struct thread *threads =
		kabi_xcalloc(n, sizeof(*threads));
	unsigned int started = 1;

	for (unsigned int i = 0; i < n; i++)
		threads[i] = (struct thread){ .workers = workers, .number = i };
	/* Where the system has no thread to give, fewer do the same work. */
	while (started < n && !pthread_create(&threads[started].handle, NULL,
					      work, &threads[started]))
		started++;
	work(&threads[0]);
	for (unsigned int i = 1; i < started; i++)
		pthread_join(threads[i].handle, NULL);
	return kabi_steal(&workers->error);
}

unsigned int kabi_workers_default(void)
{
	cpu_set_t set;
	int count = 1;

	if (!sched_getaffinity(0, sizeof(set), &set))
		count = CPU_COUNT(&set);
	return count > 0 ? count : 1;
}
