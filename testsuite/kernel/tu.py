# SPDX-License-Identifier: GPL-2.0-or-later
"""One translation unit of a built kernel: how it was compiled, and what the
plugin recorded about it.

kbuild leaves the command of kernel/fork.o in kernel/.fork.o.cmd, spelled for
make, to be run in the directory of the build.
"""

import os
import re
import shlex
import subprocess
import tempfile

OURS = re.compile(r"-fplugin=.*/kabi\.so$|-fplugin-arg-kabi-")
# Output and warnings; what preprocesses stays.
DROPPED = re.compile(r"-Wp,-M|-W(?!p,)|-c$")


def command_of(path):
    """The words of the compiler's command in a .cmd file."""
    with open(path, encoding="utf-8") as text:
        line = text.readline()
    line = line.split(":=", 1)[1].replace("$$", "$").replace("\\#", "#")
    words = shlex.split(line.replace("$(pound)", "#"))
    return words[:words.index(";")] if ";" in words else words


class Unit:
    """tree: the build; name: the object's path in it, as `find` prints it."""

    def __init__(self, tree, name):
        directory, base = os.path.split(name)
        words = command_of(os.path.join(tree, directory, f".{base}.cmd"))
        at = words.index("-o")
        del words[at:at + 2]
        self.tree = tree
        self.name = os.path.normpath(name)
        self.path = os.path.join(tree, name)
        self.source = os.path.join(tree, words.pop())
        self.command = [word for word in words
                        if not OURS.match(word) and not DROPPED.match(word)]

    def run(self, *options, text=None):
        """The compiler, with these options; text: what it reads for its file."""
        return subprocess.run(
            self.command + ["-w", *options], cwd=self.tree, input=text,
            stdin=subprocess.DEVNULL if text is None else None,
            capture_output=True, encoding="utf-8", errors="surrogateescape",
            env={**os.environ, "LC_ALL": "C"}, check=False)

    def behind(self, lines):
        """The unit's source and these lines behind it, in a function."""
        return "\n".join([f'#include "{self.source}"', "void kabi_lines(void);",
                          "void kabi_lines(void) {", *lines, "}\n"])

    def preprocessed(self, lines):
        """behind(lines), preprocessed: the file, and the lines in it."""
        marked = [f"kabi_line_{at} {line}" for at, line in enumerate(lines)]
        text = self.run("-E", "-x", "c", "-", text=self.behind(marked)).stdout
        file, _, rest = text.rpartition("void kabi_lines(void) {\n")
        rest = re.sub(r"^#.*\n", "", rest.removesuffix("}\n"), flags=re.M)
        lines = re.split(r"\bkabi_line_\d+\b", rest)[1:]
        return file, [line.replace("\n", " ") for line in lines]

    def wrong_lines(self, lines, file=None):
        """What the compiler has against each of lines, as index: message.

        The lines stand in a function behind the unit's source, or behind file:
        what preprocessed() returned, if they are preprocessed too.
        """
        if not file:
            done = self.run("-fsyntax-only", "-x", "c", "-",
                            text=self.behind(lines))
            if done.returncode == 0:
                return {}
            # Once more, so that what a macro holds has the line of its use.
            file, lines = self.preprocessed(lines)
        text = "\n".join([file, '# 1 "kabi"', "void kabi_lines(void) {",
                          *lines, "}\n"])
        done = self.run("-fmax-errors=0", "-fsyntax-only", "-x", "cpp-output",
                        "-", text=text)
        wrong = {}
        for line in done.stderr.splitlines():
            # Behind a very long line there are no columns.
            error = re.match(r"kabi:(\d+):(?:\d+:)? (?:fatal )?error: (.*)",
                             line)
            if error:
                wrong.setdefault(int(error[1]) - 2, error[2])
        if done.returncode and not wrong:
            raise RuntimeError(f"{self.name}: {done.stderr[-2000:]}")
        return wrong

    def records(self, collect, *options):
        """(head, body) of every record, as words and lines; with options, of an
        object that the compiler makes with them."""
        with tempfile.NamedTemporaryFile(suffix=".o") as made:
            path = self.path
            if options:
                path = made.name
                done = self.run(*options, "-c", "-o", path, self.source)
                if done.returncode or done.stderr:
                    raise RuntimeError(f"{self.name}: {done.stderr}")
            done = subprocess.run(
                [collect, path], stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, encoding="utf-8",
                errors="surrogateescape", check=True)
        records = []
        for line in done.stdout.splitlines():
            if line[:1] != "\t":
                records.append((line.split(" "), []))
            else:
                records[-1][1].append(line[1:])
        return records


def every_unit(tree, names, least):
    """At least this many units, if there are as many, spread over all names."""
    names = sorted(names)
    step = max(1, len(names) // least)
    return [Unit(tree, name) for name in names[::step]]
