// SPDX-License-Identifier: GPL-2.0-or-later
/* The command line and output files. */
#include "alloc.h"
#include "cli.h"
#include "tap.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the options were set to, in order: "format=json verbose ". */
static char seen[256];

static struct kabi_error *note(const char *name, const char *value)
{
	size_t length = strlen(seen);

	snprintf(seen + length, sizeof(seen) - length, "%s%s%s ", name,
		 value ? "=" : "", value ? value : "");
	return NULL;
}

static struct kabi_error *set_format(void *context, const char *value)
{
	(void)context;
	if (!strcmp(value, "bad"))
		return kabi_error_create(KABI_ERROR_USAGE, "no such format");
	if (!strcmp(value, "missing"))
		return kabi_error_create(KABI_ERROR_IO, "missing: not there");
	return note("format", value);
}

static struct kabi_error *set_output(void *context, const char *value)
{
	*(int *)context += 1;
	return note("output", value);
}

static struct kabi_error *set_verbose(void *context, const char *value)
{
	(void)context;
	return note("verbose", value);
}

static const struct kabi_option options[] = {
	{ "format", 0, "FORMAT", "how", set_format, 0 },
	{ "output", 'o', "FILE", "where", set_output, 0 },
	{ "verbose", 'v', NULL, "more", set_verbose, 0 },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static const struct kabi_cli cli = {
	.program = "test",
	.synopsis = "[OPTIONS] FILE",
	.about = "A test.",
	.options = options,
};

/* The words of a command line, the status, the options and the operands. */
static const struct {
	const char *words;
	int status;
	const char *options;
	const char *operands;
} lines[] = {
	{ "", -1, "", "" },
	{ "a b", -1, "", "a b " },
	{ "--format=json a", -1, "format=json ", "a " },
	{ "--format json a", -1, "format=json ", "a " },
	{ "--format= a", -1, "format= ", "a " },
	{ "--format=a=b", -1, "format=a=b ", "" },
	{ "-ofile a", -1, "output=file ", "a " },
	{ "-o file a", -1, "output=file ", "a " },
	{ "-o - -", -1, "output=- ", "- " },
	{ "-vofile", -1, "verbose output=file ", "" },
	{ "-vv a -v", -1, "verbose verbose verbose ", "a " },
	{ "a --verbose b -o x c", -1, "verbose output=x ", "a b c " },
	{ "-v -- -o a --format", -1, "verbose ", "-o a --format " },
	{ "a -- -- b", -1, "", "a -- b " },
	{ "--form=json", 3, "", "" },
	{ "--formatter=json", 3, "", "" },
	{ "--nonsense a", 3, "", "" },
	{ "-x", 3, "", "" },
	{ "-vx", 3, "verbose ", "" },
	{ "--verbose=yes", 3, "", "" },
	{ "--help=yes", 3, "", "" },
	{ "--format", 3, "", "" },
	{ "a -o", 3, "", "a " },
	{ "--format=bad", 3, "", "" },
	{ "--format=missing", 1, "", "" },
};

static void test_line(const char *words, int status, const char *set,
		      const char *operands)
{
	char text[128], rest[128] = "", name[160];
	char program[] = "test";
	char *argv[16] = { program };
	int argc = 1, first, outputs = 0;

	snprintf(text, sizeof(text), "%s", words);
	for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	seen[0] = '\0';
	snprintf(name, sizeof(name), "'%s': status", words);
	tap_ok(kabi_cli_parse(&cli, argc, argv, &outputs, &first) == status,
	       "%s", name);
	snprintf(name, sizeof(name), "'%s': options", words);
	tap_string(seen, set, name);
	for (int i = first; i < argc; i++) {
		strcat(rest, argv[i]);
		strcat(rest, " ");
	}
	snprintf(name, sizeof(name), "'%s': operands", words);
	tap_string(rest, operands, name);
}

/* The file's text, or NULL when it is not there; the caller frees it. */
static char *contents(const char *path)
{
	char text[64] = "";
	FILE *stream = fopen(path, "r");

	if (!stream)
		return NULL;
	text[fread(text, 1, sizeof(text) - 1, stream)] = '\0';
	fclose(stream);
	return kabi_xstrdup(text);
}

static void is(const char *path, const char *text, const char *what)
{
	char *found = contents(path);

	tap_string(found, text, what);
	free(found);
}

static struct kabi_output *begin(const char *path, const char *text)
{
	struct kabi_output *output = NULL;
	struct kabi_error *error = kabi_output_create(path, &output);

	if (!tap_ok(!error, "%s is begun", path))
		tap_diagnose("error", error->message);
	kabi_error_destroy(error);
	fputs(text, kabi_output_stream(output));
	return output;
}

static void commit(struct kabi_output *output, const char *what)
{
	struct kabi_error *error = kabi_output_commit(output);

	if (!tap_ok(!error, "%s", what))
		tap_diagnose("error", error->message);
	kabi_error_destroy(error);
	kabi_output_destroy(output);
}

static unsigned int mode(const char *path)
{
	struct stat st;

	return stat(path, &st) ? 0 : st.st_mode & 0777;
}

static void test_replace(void)
{
	struct kabi_output *output = begin("file", "one");

	tap_ok(access("file", F_OK), "not there before it is complete");
	commit(output, "is committed");
	is("file", "one", "is there");
	tap_ok(mode("file") == 0640, "has the mode that the umask leaves");

	chmod("file", 0600);
	output = begin("file", "two");
	is("file", "one", "the old file stays as long");
	kabi_output_destroy(output);
	is("file", "one", "the old file stays without a commit");
	output = begin("file", "three");
	commit(output, "is committed again");
	is("file", "three", "is replaced");
	tap_ok(mode("file") == 0600, "keeps its mode");

	tap_ok(!symlink("file", "link"), "a link");
	output = begin("link", "four");
	commit(output, "is committed through a link");
	is("file", "four", "the link's target is replaced");
	tap_ok(readlink("link", (char[8]){ 0 }, 8) == 4, "the link stays");
}

static void test_failure(void)
{
	struct kabi_output *output = NULL;
	struct kabi_error *error;

	error = kabi_output_create("none/file", &output);
	tap_string(error ? error->message : NULL,
		   "none/file: No such file or directory", "no such folder");
	kabi_error_destroy(error);
	error = kabi_output_create(".", &output);
	tap_string(error ? error->message : NULL, ".: Is a directory",
		   "a folder");
	kabi_error_destroy(error);

	output = begin("/dev/full", "lost");
	error = kabi_output_commit(output);
	tap_string(error ? error->message : NULL,
		   "/dev/full: No space left on device", "a full disk");
	kabi_error_destroy(error);
	kabi_output_destroy(output);
	kabi_output_destroy(NULL);
}

/* A program that is interrupted leaves what was there, and nothing else. */
static void test_signal(int number)
{
	struct kabi_output *output;
	int status;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (!pid) {
		struct kabi_error *error;

		/* A shell's background jobs ignore SIGINT, and it stays so. */
		signal(number, SIG_DFL);
		error = kabi_output_create("file", &output);
		kabi_error_destroy(error);
		raise(number);
		_exit(1);
	}
	tap_ok(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) &&
		       WTERMSIG(status) == number,
	       "signal %d ends it", number);
	is("file", "four", "and leaves the old file");
}

int main(void)
{
	char directory[] = "/tmp/kabi-cli-XXXXXX";

	/* Messages are not what is tested here. */
	if (!freopen("/dev/null", "w", stderr) || !mkdtemp(directory) ||
	    chdir(directory))
		return 1;
	umask(027);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		test_line(lines[i].words, lines[i].status, lines[i].options,
			  lines[i].operands);
	test_replace();
	test_failure();
	test_signal(SIGINT);
	test_signal(SIGTERM);
	tap_ok(!unlink("file") && !unlink("link") && !rmdir(directory),
	       "nothing else is left");
	return tap_finish();
}
