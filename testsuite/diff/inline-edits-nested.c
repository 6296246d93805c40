// SPDX-License-Identifier: GPL-2.0-or-later
/* They are part of what they stand in. */
/* kabi-file: edits.h */
int get(int n), fetch(int n);
#ifdef NEW
#define EDIT(name, type, old, new) static inline int name(type) new
#else
#define EDIT(name, type, old, new) static inline int name(type) old
#endif

EDIT(alone, int n,
     { int f(int m) { return get(m); } return f(1); },
     { int f(int m) { return fetch(m); } return f(1); })
EDIT(deeper, int n,
     { int f(int m) { int g(int k) { return k + m; } return g(m); } return f(1); },
     { int f(int m) { int g(int k) { return k - m; } return g(m); } return f(1); })
EDIT(exchanged, int n,
     { int f(int m) { return m + 1; } int g(int m) { return m; } return f(1) - g(1); },
     { int f(int m) { return m; } int g(int m) { return m + 1; } return f(1) - g(1); })
EDIT(with_frame, int n,
     { int f(int m) { return m + n; } return f(1); },
     { int f(int m) { return m - n; } return f(1); })

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = {
	alone, deeper, exchanged, with_frame,
};
/*
kabi-test: nested functions of inline functions
kabi-cflags: -Wno-unused
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline alone
risk inline-body-changed inline deeper
risk inline-body-changed inline exchanged
risk inline-body-changed inline with_frame
kabi-changes-end
*/
