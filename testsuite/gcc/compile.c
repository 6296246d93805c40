// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * compile JOBS SOURCE PLAIN WITH EXTRA COMPILER... <LIST
 *
 * Compiles every file of LIST, which has lines "FILE<TAB>OPTIONS", twice: as it
 * is and with the options EXTRA, JOBS files at a time. FILE is relative to the
 * directory SOURCE. Objects are left as FILE.o below the directories PLAIN and
 * WITH, and what the compiler said as FILE.said, below WITH only where it is
 * not the same. What stands in PLAIN already is taken for granted: the
 * compilation without EXTRA can be kept.
 *
 * Both are compiled into one name below WITH, so that nothing but EXTRA can
 * make a difference; the first object is moved away.
 *
 * Writes a line for each file, in any order:
 *
 *	good FILE		both times an object
 *	empty FILE		no error, but no object either (--help)
 *	header FILE		both times a precompiled header
 *	refused FILE		an error both times
 *	broken FILE		an ICE both times, of which no two say the same
 *	differs FILE WHAT	the status is another one, or what was said
 *
 * Status 2: trouble; else 0.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	/*
	 * Seconds of a processor: the longest compilation takes 30. A loop
	 * that does not end is to be found and not to be waited for.
	 */
	LIMIT = 100,
	ARGUMENTS = 256,
};

static const char *source, *plain, *with, *extra;
static char **compiler;

static void __attribute__((noreturn)) trouble(const char *what)
{
	fprintf(stderr, "compile: %s: %s\n", what, strerror(errno));
	exit(2);
}

static char *__attribute__((format(printf, 1, 2))) text(const char *format, ...)
{
	va_list args;
	char *made;

	va_start(args, format);
	if (vasprintf(&made, format, args) < 0)
		trouble("memory");
	va_end(args);
	return made;
}

static char *read_file(const char *path, size_t *size)
{
	struct stat st;
	char *data;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st))
		trouble(path);
	data = malloc(st.st_size + 1);
	if (!data || read(fd, data, st.st_size) != st.st_size)
		trouble(path);
	close(fd);
	data[st.st_size] = 0;
	*size = st.st_size;
	return data;
}

static void make_directories(char *path)
{
	char *slash = path;

	while ((slash = strchr(slash + 1, '/'))) {
		*slash = 0;
		if (mkdir(path, 0777) && errno != EEXIST)
			trouble(path);
		*slash = '/';
	}
}

static int add_words(const char **argv, int argc, char *words)
{
	char *word;

	while ((word = strsep(&words, " \t")))
		if (*word && argc < ARGUMENTS - 8)
			argv[argc++] = word;
	return argc;
}

static void __attribute__((noreturn))
execute(const char *file, const char *options, const char *more,
	const char *said)
{
	const char *argv[ARGUMENTS] = { 0 };
	struct rlimit limit = { LIMIT, LIMIT };
	int argc = 0, in = open("/dev/null", O_RDONLY),
	    out = open(said, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 ||
	    dup2(out, 2) < 0)
		_exit(127);
	setrlimit(RLIMIT_CPU, &limit);
	limit.rlim_cur = limit.rlim_max = 0;
	setrlimit(RLIMIT_CORE, &limit);
	while (compiler[argc]) {
		argv[argc] = compiler[argc];
		argc++;
	}
	/* A file's own options may end with one that takes the next word. */
	argc = add_words(argv, argc, text("%s %s", more, options));
	argv[argc++] = "-c";
	argv[argc++] = "-o";
	argv[argc++] = text("%s/%s.o", with, file);
	argv[argc++] = text("%s/%s", source, file);
	execvp(argv[0], (char **)argv);
	_exit(127);
}

/* The exit status, as the shell has it. */
static int compile(const char *file, const char *options, const char *more,
		   const char *said)
{
	int status;
	pid_t pid = fork();

	if (pid < 0)
		trouble("fork");
	if (!pid)
		execute(file, options, more, said);
	if (waitpid(pid, &status, 0) != pid)
		trouble("waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Compiles without EXTRA, or remembers: the last line of what it said. */
static int compile_plain(const char *file, const char *options)
{
	char *said = text("%s/%s.said", plain, file),
	     *object = text("%s/%s.o", plain, file),
	     *fresh = text("%s.said.new", object),
	     *name = text("%s/%s.o", with, file), *data, *line;
	int status, fd;
	size_t size;

	if (!access(said, R_OK)) {
		data = read_file(said, &size);
		data[size ? size - 1 : 0] = 0;
		line = strrchr(data, '\n');
		status = line ? atoi(line + 1) : 126;
		free(data);
		goto out;
	}
	make_directories(said);
	status = compile(file, options, "", fresh);
	if (!status && rename(name, object) && errno != ENOENT)
		trouble(name);
	if (status)
		unlink(name);
	data = text("\n%d\n", status);
	fd = open(fresh, O_WRONLY | O_APPEND);
	if (fd < 0 || write(fd, data, strlen(data)) < 0 || close(fd))
		trouble(fresh);
	free(data);
	if (rename(fresh, said))
		trouble(fresh);
out:
	free(said);
	free(object);
	free(fresh);
	free(name);
	return status;
}

/*
 * GCC 12 calls a declaration that has no name by its address: <Uc120>. Returns
 * the size that is left without them.
 */
static size_t drop_addresses(char *text)
{
	char *from = text, *to = text;

	while (*from) {
		size_t length = 2 + strspn(from + (from[0] && from[1] ? 2 : 0),
					   "0123456789abcdef");

		if (from[0] == '<' && from[1] == 'U' && length > 2 &&
		    from[length] == '>')
			from += length;
		*to++ = *from++;
	}
	*to = 0;
	return to - text;
}

/* Is what was said the same? An internal error tells of plugins, if any. */
static const char *compare_said(const char *file, int status)
{
	char *a_path = text("%s/%s.said", plain, file),
	     *b_path = text("%s/%s.said", with, file),
	     *tail = text("\n%d\n", status);
	size_t a_size, b_size, tail_size = strlen(tail);
	char *a = read_file(a_path, &a_size), *b = read_file(b_path, &b_size);
	const char *verdict = status ? "refused" : "good";

	a_size = drop_addresses(a);
	b_size = drop_addresses(b);
	if (strstr(a, "internal compiler error"))
		verdict = "broken";
	else if (a_size != b_size + tail_size || memcmp(a, b, b_size))
		verdict = NULL;
	else
		unlink(b_path);
	free(a_path);
	free(b_path);
	free(tail);
	free(a);
	free(b);
	return verdict;
}

static bool is_elf(const char *path)
{
	char magic[4];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool is = fd >= 0 && read(fd, magic, 4) == 4 &&
		  !memcmp(magic, "\177ELF", 4);

	if (fd >= 0)
		close(fd);
	return is;
}

static void do_job(char *file)
{
	char *options = strchr(file, '\t'), *said, *line, *object;
	const char *verdict;
	int was, is;

	if (!options)
		trouble(file);
	*options++ = 0;
	said = text("%s/%s.said", with, file);
	object = text("%s/%s.o", with, file);
	make_directories(said);
	unlink(object);
	was = compile_plain(file, options);
	is = compile(file, options, extra, said);
	verdict = was == is ? compare_said(file, was) : NULL;
	if (was == 127 || is == 127) {
		errno = ENOENT;
		trouble(compiler[0]);
	}
	if (is)
		unlink(object);
	else if (verdict && access(object, F_OK))
		verdict = "empty";
	else if (verdict && !is_elf(object))
		verdict = "header"; /* precompiled */
	if (verdict)
		line = text("%s %s\n", verdict, file);
	else if (was != is)
		line = text("differs %s status %d and %d\n", file, was, is);
	else
		line = text("differs %s in what the compiler says\n", file);
	if (write(1, line, strlen(line)) < 0)
		trouble("stdout");
	free(said);
	free(object);
	free(line);
}

static void work(char **jobs, size_t count, size_t *next)
{
	size_t i;

	while ((i = __atomic_fetch_add(next, 1, __ATOMIC_RELAXED)) < count)
		do_job(jobs[i]);
	exit(0);
}

int main(int argc, char **argv)
{
	size_t count = 0, room = 0, *next;
	char **jobs = NULL, *line = NULL;
	size_t line_room = 0;
	int workers, i, status, worst = 0;
	ssize_t length;

	if (argc < 7) {
		fputs("usage: compile JOBS SOURCE PLAIN WITH EXTRA COMPILER... <LIST\n",
		      stderr);
		return 2;
	}
	workers = atoi(argv[1]);
	source = argv[2];
	plain = argv[3];
	with = argv[4];
	extra = argv[5];
	compiler = argv + 6;
	while ((length = getline(&line, &line_room, stdin)) > 0) {
		if (count == room) {
			room = 2 * room + 64;
			jobs = realloc(jobs, room * sizeof(*jobs));
		}
		line[length - 1] = 0;
		jobs[count++] = text("%s", line);
	}
	next = mmap(NULL, sizeof(*next), PROT_READ | PROT_WRITE,
		    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (next == MAP_FAILED)
		trouble("memory");
	fflush(stdout);
	for (i = 0; i < workers; i++)
		if (!fork())
			work(jobs, count, next);
	while (wait(&status) > 0)
		if (status)
			worst = 2;
	return worst;
}
