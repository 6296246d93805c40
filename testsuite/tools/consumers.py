#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A random kernel that changed, and consumers that depend on it, in C.

consumers.py SEED COUNT

Writes old/k.h, new/k.h, kernel.c and c0.c ... into the working directory. Each
consumer depends in one way, which it gets from OLD's header: with NEW's it may
not compile.
"""

import copy
import os
import random
import sys

SCALARS = ["char", "short", "int", "unsigned int", "long", "void *", "float",
           "scalar_t"]
STRUCTS = ["s%d" % i for i in range(6)]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = 0

    def member(self, structs, depth=0):
        """[kind, name, what it is of, count]; structs that are complete."""
        choose = self.random.choice
        self.names += 1
        name = "m%d" % self.names
        kinds = ["scalar"] * 5 + ["array", "bits", "callback"]
        if structs:
            kinds += ["struct", "structs", "pointer"]
        if depth < 2:
            kinds += ["untagged", "untagged[]", "untagged*", "nameless",
                      "union"]
        kind = choose(kinds)
        if kind in ("scalar", "array"):
            return [kind, name, choose(SCALARS), self.random.randint(1, 4)]
        if kind == "bits":
            return [kind, name, None, self.random.randint(1, 9)]
        if kind == "callback":
            return [kind, name, choose(["int", "long"]), 0]
        if kind in ("struct", "structs", "pointer"):
            return [kind, name, choose(structs), self.random.randint(1, 3)]
        return [kind, name, [self.member(structs, depth + 1)
                             for _ in range(self.random.randint(1, 3))], 0]

    def changed(self, members, structs):
        """A copy with at most two edits."""
        members = copy.deepcopy(members)
        for _ in range(self.random.choice([0, 0, 1, 1, 2])):
            at = self.random.randrange(len(members))
            edit = self.random.choice(["add", "add", "remove", "swap",
                                       "change", "change", "change"])
            member = members[at]
            if edit == "add":
                members.insert(at + self.random.randint(0, 1),
                               self.member(structs))
            elif edit == "remove" and len(members) > 1:
                members.pop(at)
            elif edit == "swap":
                other = self.random.randrange(len(members))
                members[at], members[other] = members[other], members[at]
            elif member[0] in ("scalar", "array"):
                member[2] = self.random.choice(SCALARS)
            elif member[0] == "bits":
                member[3] = self.random.randint(1, 9)
            elif member[0] == "callback":
                member[2] = "long" if member[2] == "int" else "int"
            elif isinstance(member[2], list):
                member[2] = self.changed(member[2], structs)
        return members

    def consumer(self, kernel):
        struct = self.random.choice(STRUCTS)
        path, kind = self.random.choice(list(places(kernel, kernel[struct])))
        forms = [
            "void *f(struct S *p, int i) { return &p->P; }",
            "void *f(void) { return get(sizeof(struct S)); }",
            "struct S *f(struct S *p, int i) { return p + i; }",
            "void f(struct S *p, struct S *q) { *p = *q; }",
            "void f(struct S *p) { give_S(*p); }",
            "void f(struct S *p) { put_S(p); }",
            "void f(void) { struct S s; put_S(&s); }",
            "struct S s; void *f(void) { return &s; }",
            "struct own { char c; struct S s; int own; };"
            "int f(struct own *p) { return p->own; }",
            "struct own { char c; struct S s; };"
            "void *f(struct own *p) { return &p->s; }",
            "struct own { struct { struct S s[2]; int x; } u; };"
            "void *f(void) { return get(sizeof(struct own)); }",
            "int f(void) { return MACRO; }",
            "void f(scalar_t *p) { scalar(p[1]); }",
            "long f(struct S *p) { return inline_S(p); }",
        ]
        if kind == "bits":
            forms[0] = "void f(struct S *p, int i) { p->P = 1; }"
        elif "->" not in path and "[i]" not in path:
            forms += ["void *f(char *p) { return p - "
                      "__builtin_offsetof(struct S, P); }"] * 3
        if kind in ("scalar", "bits"):
            forms += ["long f(struct S *p, int i) { return (long)p->P; }"] * 9
        if kind == "callback":
            forms += ["int f(struct S *p, int i) { return p->P(i); }"] * 5
        return ("#include \"k.h\"\n" + self.random.choice(forms) + "\n") \
            .replace("S", struct).replace("P;", path + ";") \
            .replace("P(", path + "(").replace("P =", path + " =") \
            .replace(" P)", " " + path + ")")


def declare(member):
    kind, name, of, count = member
    if isinstance(of, list):
        form = {"untagged": "struct { %s } N;", "untagged[]":
                "struct { %s } N[2];", "untagged*": "struct { %s } *N;",
                "nameless": "struct { %s };", "union": "union { %s };"}[kind]
        return form.replace("N", name) % " ".join(map(declare, of))
    return {"scalar": "%s %s;" % (of, name),
            "array": "%s %s[%d];" % (of, name, count),
            "bits": "unsigned %s : %d;" % (name, count),
            "callback": "int (*%s)(%s);" % (name, of),
            "struct": "struct %s %s;" % (of, name),
            "structs": "struct %s %s[%d];" % (of, name, count),
            "pointer": "struct %s *%s;" % (of, name)}[kind]


def places(kernel, members, before=""):
    """Expressions behind "p->" and the kind of their member."""
    for kind, name, of, _ in members:
        path = before + name
        if kind in ("scalar", "bits", "callback"):
            yield path, kind
        elif kind == "array":
            yield path + "[0]", "scalar"
        elif kind in ("nameless", "union"):
            yield from places(kernel, of, before)
        else:
            behind = {"*": "->", "]": "[i].", "s": "[0]."}.get(kind[-1], ".")
            if kind == "pointer":
                behind = "->"
            yield path, "whole"
            yield from places(kernel, kernel.get(of, of) if
                              isinstance(of, str) else of, path + behind)


def header(kernel, inlines, scalar, macro):
    text = "typedef %s scalar_t;\n#define MACRO %d\n" % (scalar, macro)
    for name, members in kernel.items():
        text += "struct %s { %s };\n" % (name, " ".join(map(declare, members)))
        text += "void put_%s(struct %s *p), give_%s(struct %s p);\n" % \
            (name, name, name, name)
        text += "static inline long inline_%s(struct %s *p)\n" % (name, name)
        text += "{ return (long)p + %d; }\n" % inlines[name]
    return text + "void *get(unsigned long n);\nvoid scalar(scalar_t s);\n"


def main():
    generator = Generator(int(sys.argv[1]))
    old, new = {}, {}
    for i, name in enumerate(STRUCTS):
        old[name] = [generator.member(STRUCTS[:i])
                     for _ in range(generator.random.randint(1, 6))]
        new[name] = generator.changed(old[name], STRUCTS[:i])
    choose = generator.random.choice
    inlines = {name: 1 for name in STRUCTS}
    changed = {name: choose([1, 1, 2]) for name in STRUCTS}
    for side, kernel, bodies, scalar, macro in (
            ("old", old, inlines, "int", 8),
            ("new", new, changed, choose(["int", "int", "int", "long"]),
             choose([8, 16]))):
        os.makedirs(side, exist_ok=True)
        with open(side + "/k.h", "w") as file:
            file.write(header(kernel, bodies, scalar, macro))
    with open("kernel.c", "w") as file:
        file.write("#include \"k.h\"\n")
        for name in STRUCTS:
            file.write("void put_S(struct S *p) { struct S s = *p; *p = s; }\n"
                       "void give_S(struct S p) { put_S(&p); inline_S(&p); }\n"
                       .replace("S", name))
        file.write("void *get(unsigned long n) { return (void *)(n + MACRO); }\n"
                   "void scalar(scalar_t s) { }\n")
    for i in range(int(sys.argv[2])):
        with open("c%d.c" % i, "w") as file:
            file.write(generator.consumer(old))


main()
