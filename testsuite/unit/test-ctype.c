// SPDX-License-Identifier: GPL-2.0-or-later
/* Types in prefix notation as C. */
#include "alloc.h"
#include "build.h"
#include "ctype.h"

#define UNTAGGED_STRUCT             \
	"struct size=4 align=4 {\n" \
	"\t0 a int\n"               \
	"}"

/* name: NULL for a type name. The C is what a programmer would write. */
static const struct {
	const char *type;
	const char *name;
	const char *c;
} cases[] = {
	{ "int", NULL, "int" },
	{ "int", "", "int" },
	{ "unsigned long", "jiffies", "unsigned long jiffies" },
	{ "void", NULL, "void" },
	{ "*void", NULL, "void *" },
	{ "*const char", NULL, "const char *" },
	{ "*const char", "s", "const char *s" },
	{ "const *char", NULL, "char *const" },
	{ "const *char", "s", "char *const s" },
	{ "*const *const char", "s", "const char *const *s" },
	{ "const volatile restrict _Atomic *int", "p",
	  "int *const volatile restrict _Atomic p" },
	{ "*const __seg_gs int", "p", "const __seg_gs int *p" },
	{ "__seg_gs *int", "p", "int *__seg_gs p" },
	{ "[16]char", NULL, "char[16]" },
	{ "[16]char", "comm", "char comm[16]" },
	{ "[]int", "tail", "int tail[]" },
	{ "[*]int", "vla", "int vla[*]" },
	{ "[0]int", "zero", "int zero[0]" },
	{ "[2][3]int", "m", "int m[2][3]" },
	{ "const [4]int", "a", "const int a[4]" },
	{ "const [4]*int", "a", "int *const a[4]" },
	{ "const [2][3]int", NULL, "const int[2][3]" },
	{ "[4]*int", NULL, "int *[4]" },
	{ "*[4]int", NULL, "int (*)[4]" },
	{ "*[4]int", "p", "int (*p)[4]" },
	{ "const *[4]int", "p", "int (*const p)[4]" },
	{ "func(*struct foo, long) int", NULL, "int (struct foo *, long)" },
	{ "func(*struct foo, long) int", "f", "int f(struct foo *, long)" },
	{ "func(void) void", "f", "void f(void)" },
	{ "func(?) void", "f", "void f()" },
	{ "func(...) void", "f", "void f(...)" },
	{ "func(*const char, ...) int", "printk",
	  "int printk(const char *, ...)" },
	{ "func(int) *void", NULL, "void *(int)" },
	{ "*func(*struct foo, long) int", "cb",
	  "int (*cb)(struct foo *, long)" },
	{ "*func(*struct foo, long) int", NULL, "int (*)(struct foo *, long)" },
	{ "const *func(void) int", "cb", "int (*const cb)(void)" },
	{ "[4]*func(int) *char", "ops", "char *(*ops[4])(int)" },
	{ "func(int, *func(int) void) *func(int) void", "signal",
	  "void (*signal(int, void (*)(int)))(int)" },
	{ "*func(void) *[3]int", "f", "int (*(*f)(void))[3]" },
	{ "func(*func(*func(void) int) int) int", "f",
	  "int f(int (*)(int (*)(void)))" },
	{ "func[noreturn](void) void", "panic",
	  "void panic(void) __attribute__((noreturn))" },
	{ "*func[ms_abi,regparm=3](int) int", "f",
	  "int (*f)(int) __attribute__((ms_abi, regparm(3)))" },
	{ "const func(int) int", "f", "int f(int) __attribute__((const))" },
	{ "volatile func(void) void", "f",
	  "void f(void) __attribute__((noreturn))" },
	{ "vector(4) int", "v",
	  "int __attribute__((vector_size(4 * sizeof(int)))) v" },
	{ "*const vector(2) unsigned long", NULL,
	  "const unsigned long "
	  "__attribute__((vector_size(2 * sizeof(unsigned long)))) *" },
	{ "_Complex double", "z", "_Complex double z" },
	{ "const _Complex float", NULL, "const _Complex float" },
	{ "struct foo", "f", "struct foo f" },
	{ "*union bar", NULL, "union bar *" },
	{ "enum color", "c", "enum color c" },
	{ "enum {FIRST}", "e", "enum { FIRST, ... } e" },
	{ "enum {ONLY}", NULL, "enum { ONLY }" },
	{ UNTAGGED_STRUCT, "s", "struct { ... } s" },
	{ "*const " UNTAGGED_STRUCT, NULL, "const struct { ... } *" },
	{ "[2]union size=0 align=1 {\n}", "u", "union { ... } u[2]" },
	{ "*u32", "p", "u32 *p" },
	{ "?offset_type", NULL, "?offset_type" },
};

static const char *const records[] = {
	"enum {FIRST} size=4 signed=0\n\tFIRST 0\n\tSECOND 1",
	"enum {ONLY} size=4 signed=0\n\tONLY 0",
	/* Links the types below, which are shared by their text. */
	"struct user size=8 align=4\n\t0 e enum {FIRST}\n\t4 o enum {ONLY}",
};

int main(void)
{
	struct kabi_model *model =
		build_unfinished(records, BUILD_COUNT(records));
	const struct kabi_type *types[BUILD_COUNT(cases)];
	struct kabi_error *error;

	for (size_t i = 0; i < BUILD_COUNT(cases); i++) {
		error = kabi_model_add_type(model, cases[i].type,
					    strlen(cases[i].type), &types[i]);
		if (!error)
			continue;
		tap_ok(false, "%s: %s", cases[i].type, error->message);
		kabi_error_destroy(error);
		return tap_finish();
	}
	error = kabi_model_finish(model);
	if (!tap_ok(!error, "the model is finished"))
		tap_diagnose("error", error->message);
	kabi_error_destroy(error);

	for (size_t i = 0; i < BUILD_COUNT(cases); i++) {
		struct kabi_strbuf buf = KABI_STRBUF_INIT;

		kabi_ctype_declare(&buf, types[i], cases[i].name);
		tap_string(buf.string, cases[i].c, cases[i].c);
		kabi_strbuf_deinit(&buf);
	}

	kabi_cleanup(kabi_free_cleanup) char *name = kabi_ctype_name(types[4]);

	tap_string(name, "void *", "a type's name");
	kabi_model_destroy(model);
	return tap_finish();
}
