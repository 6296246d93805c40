# SPDX-License-Identifier: GPL-2.0-or-later
"""Types as pahole read them from DWARF, in the words of `kabi-show`.

Reads what `bpftool -j btf dump file` prints.  BTF lacks what DWARF has and
these words cannot tell therefore: alignment, address spaces, attributes of
functions, whether an array of no elements was [0] or [], how many dimensions an
array has, and the sign of an enumerator in an enum of four bytes.
"""

import json
import math
import re

AGGREGATES = ("struct", "union")

BASE_NAMES = {
    "short int": "short", "short unsigned int": "unsigned short",
    "long int": "long", "long unsigned int": "unsigned long",
    "long long int": "long long",
    "long long unsigned int": "unsigned long long",
    "__int128 unsigned": "unsigned __int128",
}

QUALIFIERS = {"CONST": "const", "VOLATILE": "volatile", "RESTRICT": "restrict"}


def without_what_btf_lacks(text):
    """A type in kabi-show's words, as far as BTF could tell it."""
    text = re.sub(r" __attribute__\(\([^()]*(\([^()]*\))?\)\)", "", text)
    text = re.sub(r" ?__seg_[fg]s", "", text)
    return re.sub(r"(\[\d+\])+", flattened, text.replace("[]", "[0]"))


def flattened(match):
    """pahole makes one array of an array of arrays."""
    return f"[{math.prod(map(int, re.findall('[0-9]+', match[0])))}]"


def enumerator(value, size):
    """pahole extends the sign of every value of four bytes."""
    return value % (1 << 64 if size == 8 else 1 << 32)


class Btf:
    """The types of one object."""

    def __init__(self, path):
        with open(path, encoding="ascii") as text:
            self.types = {t["id"]: t for t in json.load(text)["types"]}
        self.types[0] = {"id": 0, "kind": "VOID", "name": "void"}

    def size(self, ident):
        t = self.types[ident]
        if t["kind"] == "TYPEDEF" or t["kind"] in QUALIFIERS:
            return self.size(t["type_id"])
        if t["kind"] == "ARRAY":
            return t["nr_elems"] * self.size(t["type_id"])
        return 8 if t["kind"] == "PTR" else t["size"]

    def untagged(self, ident, start):
        """The untagged struct or union in a type, or None, and where it is.

        What a pointer points to, or a function returns, begins anew.
        """
        t = self.types[ident]
        while not (t["kind"].lower() in AGGREGATES and t["name"] == "(anon)"):
            if t["kind"] in ("PTR", "FUNC_PROTO"):
                start = 0
            elif t["kind"] != "ARRAY" and t["kind"] not in QUALIFIERS:
                return None, 0
            t = self.types[t.get("type_id", t.get("ret_type_id"))]
        return t, start

    def members(self, t, start=0):
        """Of each: name, first bit, width in bits, type, and what is inside."""
        result = []
        for m in t["members"]:
            first = start + m["bits_offset"]
            inner, inside = self.untagged(m["type_id"], first)
            result.append((
                None if m["name"] == "(anon)" else m["name"], first,
                m.get("bitfield_size") or 8 * self.size(m["type_id"]),
                self.text(m["type_id"]),
                inner and self.members(inner, inside)))
        return result

    def text(self, ident, name=""):
        """A C declaration of name, from the outside in."""
        quals = []
        while True:
            t = self.types[ident]
            if t["kind"] in QUALIFIERS:
                quals.append(QUALIFIERS[t["kind"]])
            elif t["kind"] == "PTR":
                words = " ".join(sorted(set(quals)))
                glue = " " if words and name[:1] not in ("", "[") else ""
                name = "*" + words.replace(
                    "restrict volatile", "volatile restrict") + glue + name
                target = self.types[t["type_id"]]["kind"]
                if target in ("ARRAY", "FUNC_PROTO"):
                    name = "(" + name + ")"
                quals = []
            elif t["kind"] == "ARRAY":
                name += f"[{t['nr_elems']}]"
            elif t["kind"] == "FUNC_PROTO":
                name += "(" + self.parameters(t) + ")"
                quals = []
            else:
                break
            ident = t.get("type_id", t.get("ret_type_id"))
        core = " ".join(sorted(set(quals)) + [self.core(t)])
        if name and name[0] != "[":
            core += " "
        return core + name

    def parameters(self, proto):
        ids = [p["type_id"] for p in proto["params"]]
        dots = ["..."] if ids and ids[-1] == 0 else []
        texts = []
        for ident in ids[:-1] if dots else ids:
            while self.types[ident]["kind"] in QUALIFIERS:
                ident = self.types[ident]["type_id"]
            texts.append(self.text(ident))
        return ", ".join(texts + dots) or "void"

    def core(self, t):
        kind = t["kind"].lower().replace("enum64", "enum")
        if kind == "fwd":
            kind = t["fwd_kind"]
        if kind in AGGREGATES:
            return kind if t["name"] == "(anon)" else f"{kind} {t['name']}"
        if kind == "enum":
            if t["name"] != "(anon)":
                return f"enum {t['name']}"
            more = ", ..." if len(t["values"]) > 1 else ""
            return f"enum {{ {t['values'][0]['name']}{more} }}"
        return BASE_NAMES.get(t["name"], t["name"])

    def layout(self, t):
        if t["kind"].lower() in AGGREGATES:
            return t["size"], self.members(t)
        return t["size"], [(v["name"], enumerator(v["val"], t["size"]))
                           for v in t["values"]]

    def definitions(self):
        """(kind, name) and (size, members or enumerators) of every type, and
        of functions (None, their prototype)."""
        for t in self.types.values():
            kind = t["kind"].lower().replace("enum64", "enum")
            if kind in AGGREGATES + ("enum",):
                name = t["name"]
                if name == "(anon)" and kind == "enum":
                    name = "{" + t["values"][0]["name"] + "}"
                yield (kind, name), self.layout(t)
            elif kind == "typedef":
                inner, _ = self.untagged(t["type_id"], 0)
                if inner:
                    yield (kind, t["name"]), (inner["size"],
                                              self.members(inner))
                else:
                    yield (kind, t["name"]), (None, self.text(t["type_id"]))
            elif kind == "func":
                yield ("function", t["name"]), (None, self.text(t["type_id"]))
