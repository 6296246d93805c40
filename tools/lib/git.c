// SPDX-License-Identifier: GPL-2.0-or-later
/* Files of a revision, by git; see git.h. */
#include "git.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alloc.h"

#define PREFIX "git:"

bool kabi_git_is_input(const char *name)
{
	return !strncmp(name, PREFIX, strlen(PREFIX));
}

const char *kabi_git_file(const char *name)
{
	const char *file = name + strlen(PREFIX);
	const char *colon = strrchr(file, ':');

	return colon ? colon + 1 : file;
}

static void close_cleanup(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

static void fclose_cleanup(FILE **file)
{
	if (*file)
		fclose(*file);
}

/* What git reads as REV:PATH; a REV with "-" in front would be an option. */
static struct kabi_error *check_name(const char *object)
{
	const char *colon = strchr(object, ':');

	if (!colon || !colon[1])
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "is not git:REV:PATH");
	if (*object == '-')
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "no revision begins with '-'");
	return NULL;
}

/*
 * Starts `git cat-file blob OBJECT`; "*ret_out" is the end of a pipe that has
 * what it prints, and what it says goes to "messages".
 */
static struct kabi_error *start(const char *object, FILE *messages,
				pid_t *ret_pid, int *ret_out)
{
	char *const arguments[] = { "git", "cat-file", "blob", (char *)object,
				    NULL };
	posix_spawn_file_actions_t actions;
	int ends[2];
	int status;

	if (pipe2(ends, O_CLOEXEC))
		return kabi_error_errno(errno, "no pipe to git");
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
					 O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, fileno(messages),
					 STDERR_FILENO);
	status = posix_spawnp(ret_pid, "git", &actions, NULL, arguments,
			      environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	*ret_out = ends[0];
	if (status == ENOENT)
		return kabi_error_create(KABI_ERROR_IO,
					 "git is needed, and not installed");
	if (status)
		return kabi_error_errno(status, "git cannot be started");
	return NULL;
}

/* The first line of what git said, without what a terminal would obey. */
static struct kabi_error *failure(FILE *messages)
{
	char line[512] = "";

	rewind(messages);
	if (!fgets(line, sizeof(line), messages) || !*line)
		return kabi_error_create(KABI_ERROR_IO, "git failed");
	line[strcspn(line, "\n")] = '\0';
	for (char *at = line; *at; at++) {
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			*at = '?';
	}
	return kabi_error_create(KABI_ERROR_IO, "%s", line);
}

static struct kabi_error *finish(pid_t pid, FILE *messages)
{
	int status;

	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return kabi_error_errno(errno, "git is lost");
	}
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return NULL;
	return failure(messages);
}

static struct kabi_error *read_object(const char *object,
				      struct kabi_blob **ret)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	kabi_cleanup(fclose_cleanup) FILE *messages = NULL;
	kabi_cleanup(close_cleanup) int out = -1;
	struct kabi_error *error = check_name(object);
	struct kabi_error *git_error;
	pid_t pid;

	if (error)
		return error;
	messages = tmpfile();
	if (!messages)
		return kabi_error_errno(errno, "no temporary file");
	error = start(object, messages, &pid, &out);
	if (error)
		return error;
	error = kabi_blob_read(out, &blob);
	/* Whoever is not read to the end must not wait for us. */
	close(out);
	out = -1;
	git_error = finish(pid, messages);
	if (git_error) {
		kabi_error_destroy(error);
		return git_error;
	}
	if (!error)
		*ret = kabi_steal(&blob);
	return error;
}

struct kabi_error *kabi_git_open(const char *name, struct kabi_blob **ret)
{
	struct kabi_error *error = read_object(name + strlen(PREFIX), ret);

	return kabi_error_prefix(error, "%s", name);
}
