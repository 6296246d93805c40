// SPDX-License-Identifier: GPL-2.0-or-later
/* Output files that are complete or not there at all. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"

struct kabi_output {
	char *path;	 /* for messages: as the user said it */
	char *target;	 /* what is renamed over; NULL: written directly */
	char *temporary; /* exists on disk; NULL once it is renamed */
	FILE *stream;	 /* NULL once it is closed */
	struct kabi_output *next;
};

/*
 * What a signal has to remove: a list, because a signal handler finds nothing
 * but globals. It changes only while the signals are blocked, and in one
 * thread: outputs are the main program's.
 */
static struct kabi_output *pending;

static const int fatal_signals[] = { SIGHUP, SIGINT, SIGTERM };
enum {
	N_FATAL_SIGNALS = sizeof(fatal_signals) / sizeof(*fatal_signals)
};

static void remove_pending(int number)
{
	for (struct kabi_output *o = pending; o; o = o->next)
		unlink(o->temporary);
	/* SA_RESETHAND: this time the signal does what it always does. */
	raise(number);
}

static void block_signals(sigset_t *old)
{
	sigset_t set;

	sigemptyset(&set);
	for (int i = 0; i < N_FATAL_SIGNALS; i++)
		sigaddset(&set, fatal_signals[i]);
	sigprocmask(SIG_BLOCK, &set, old);
}

static void unblock_signals(const sigset_t *old)
{
	sigprocmask(SIG_SETMASK, old, NULL);
}

/* A signal that is ignored (nohup) or handled already stays as it is. */
static void install_handlers(void)
{
	for (int i = 0; i < N_FATAL_SIGNALS; i++) {
		struct sigaction action = { .sa_handler = remove_pending,
					    .sa_flags = SA_RESETHAND };
		struct sigaction old;

		if (!sigaction(fatal_signals[i], NULL, &old) &&
		    old.sa_handler == SIG_DFL)
			sigaction(fatal_signals[i], &action, NULL);
	}
}

/* Both under block_signals(). */
static void pending_add(struct kabi_output *output)
{
	output->next = pending;
	pending = output;
}

static void pending_remove(struct kabi_output *output)
{
	for (struct kabi_output **o = &pending; *o; o = &(*o)->next) {
		if (*o == output) {
			*o = output->next;
			break;
		}
	}
}

/* A descriptor of a new file beside the target, or -1 with errno. */
static int create_temporary(struct kabi_output *output)
{
	sigset_t old;
	int fd = -1;

	block_signals(&old);
	install_handlers();
	for (int i = 0; fd < 0 && i < 100; i++) {
		free(output->temporary);
		output->temporary = kabi_xasprintf(
			"%s.tmp%d-%d", output->target, (int)getpid(), i);
		fd = open(output->temporary,
			  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	if (fd >= 0) {
		pending_add(output);
	} else {
		int number = errno;

		free(kabi_steal(&output->temporary));
		errno = number;
	}
	unblock_signals(&old);
	return fd;
}

/* Decides between the two ways and opens the stream; false: see errno. */
static bool open_stream(struct kabi_output *output)
{
	struct stat old;
	bool exists = !stat(output->path, &old);

	if (exists && S_ISREG(old.st_mode)) {
		/* Renaming over it would not ask. */
		if (access(output->path, W_OK))
			return false;
		output->target = realpath(output->path, NULL);
		if (!output->target)
			return false;
	} else if (!exists && errno == ENOENT && lstat(output->path, &old)) {
		output->target = kabi_xstrdup(output->path);
	} else {
		output->stream = fopen(output->path, "we");
		return output->stream;
	}

	int fd = create_temporary(output);

	if (fd < 0)
		return false;
	/* Where that is refused the usual permissions are good enough. */
	if (exists)
		fchmod(fd, old.st_mode & 0777);
	output->stream = fdopen(fd, "w");
	if (!output->stream)
		close(fd);
	return output->stream;
}

struct kabi_error *kabi_output_create(const char *path,
				      struct kabi_output **ret)
{
	struct kabi_output *output = kabi_xcalloc(1, sizeof(*output));

	if (!path || (path[0] == '-' && !path[1])) {
		output->path = kabi_xstrdup("standard output");
		output->stream = stdout;
	} else {
		output->path = kabi_xstrdup(path);
		if (!open_stream(output)) {
			int number = errno;

			kabi_output_destroy(output);
			return kabi_error_errno(number, "%s", path);
		}
	}
	*ret = output;
	return NULL;
}

FILE *kabi_output_stream(struct kabi_output *output)
{
	return output->stream;
}

static struct kabi_error *write_error(const struct kabi_output *output,
				      int number)
{
	/* The write that failed may be long ago, and its errno lost. */
	return kabi_error_errno(number ? number : EIO, "%s", output->path);
}

struct kabi_error *kabi_output_commit(struct kabi_output *output)
{
	FILE *stream = output->stream;

	errno = 0;
	if (fflush(stream) || ferror(stream))
		return write_error(output, errno);
	if (stream == stdout)
		return NULL;
	output->stream = NULL;
	if (fclose(stream))
		return write_error(output, errno);
	if (!output->target)
		return NULL;

	sigset_t old;
	int number = 0;

	block_signals(&old);
	if (rename(output->temporary, output->target)) {
		number = errno;
	} else {
		pending_remove(output);
		free(kabi_steal(&output->temporary));
	}
	unblock_signals(&old);
	return number ? write_error(output, number) : NULL;
}

void kabi_output_destroy(struct kabi_output *output)
{
	if (!output)
		return;
	if (output->stream && output->stream != stdout)
		fclose(output->stream);
	if (output->temporary) {
		sigset_t old;

		block_signals(&old);
		pending_remove(output);
		unlink(output->temporary);
		unblock_signals(&old);
	}
	free(output->temporary);
	free(output->target);
	free(output->path);
	free(output);
}
