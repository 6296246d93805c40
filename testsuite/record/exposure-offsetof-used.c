// SPDX-License-Identifier: GPL-2.0-or-later
/* Places where an offset is a constant of another kind. */
/* kabi-file: foo.h */
#define offsetof(type, member) __builtin_offsetof(type, member)
struct memory { int first[5], second; };
struct label { int first[7], second; };

/* kabi-file: test.c */
#include "foo.h"

int memory(char *p)
{
	return *(int *)(p + offsetof(struct memory, second));
}

int label(int n)
{
	switch (n) {
	case offsetof(struct label, second):
		return 1;
	case 3:
		return 7;
	}
	return 2;
}
/*
kabi-test: an offset within a reference, another as a label
kabi-run: show 'exposure memory' 'exposure label'
kabi-expect-start
exposure struct label {
	offset second;
};

exposure struct memory {
	offset second;
};
kabi-expect-end
*/
