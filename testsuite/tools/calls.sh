#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What an object needs is what its source names and what the compiler calls of
# itself, nothing else and nothing less: the symbol table is the judge.
. "$(dirname "$0")/../tap.sh"

cat > test.c << 'END'
typedef unsigned long size;
typedef struct { int id; char text[400]; long tail; } big;
typedef struct { char c[3]; } odd;
struct pair { long a, b; };
enum e { A, B };
/* Declared: what calls them is the compiler. */
void *memcpy(void *, const void *, size);
void *memset(void *, int, size) __asm__("own_memset");
/* Called by the source as well. */
size strlen(const char *);
int printf(const char *, ...), other(int), weak(void) __attribute__((weak));
static int ref(void) __attribute__((weakref("weakref_target")));
void take(big), get(const void *), free_it(void **);
void noreturning(void) __attribute__((noreturn));
extern int array[10], counter;
extern big bigs[];
extern __thread int tls;
extern char start[], end[];
extern int renamed(int) __asm__("under_this_name");
extern int unused_function(int), unused_variable;
static int variable;
__asm__(".pushsection .data\n.long by_assembly\n.popsection");

big copy(big *from) { big to = *from; to.id = renamed(3); return to; }
void clear(big *to) { *to = (big){ .id = 1 }; get(to); }
void builtins(char *to, const char *from, size n)
{
	__builtin_memmove(to, from, n);
	__builtin_strcpy(to, from);
	get(to + strlen(from));
}
int compare(const char *a, const char *b, size n)
{
	return __builtin_strcmp(a, b) + __builtin_memcmp(a, b, n);
}
void prints(void) { printf("a line\n"); printf("%c", 'c'); }
#ifdef __SIZEOF_INT128__
__int128 divide(__int128 a, __int128 b) { return a / b; }
__int128 load_wide(__int128 *p) { return __atomic_load_n(p, 5); }
#else
long long divide(long long a, long long b) { return a / b; }
#endif
int population(unsigned long a) { return __builtin_popcountl(a); }
int arithmetic(int a, int b) { return a + b * (a << b) + a / b; }
int places(int i, _Bool *b, enum e *e) { return array[i] + *b + *e; }
long pairs(struct pair *p) { return p->a / p->b; }
int tail(int (*f)(int), int a) { return f(a); }
int call(int (*f)(int), int a) { return f(a) + 1; }
int buffer(int n) { char text[100]; get(text); return text[n]; }
int stack(int n) { char text[n]; get(text); return text[n - 1]; }
int *thread(void) { static __thread int own; return tls ? &tls : &own; }
long atomics(long *p) { return __atomic_fetch_add(p, 1, 5); }
void atomic_odd(odd *p, odd *q) { __atomic_store(p, q, 5); }
void fill(char *p, const char *q, int n)
{
	for (int i = 0; i < n; i++)
		p[i] = 0;
	for (int i = 0; i < n; i++)
		p[i] = q[i];
}
void stop(int a) { if (a) noreturning(); __builtin_unreachable(); }
int choose(int a)
{
	switch (a) {
	case 0: return other(1);
	case 1: return 7;
	case 2: return other(2);
	case 3: return 3;
	case 4: return other(4);
	}
	return 0;
}
int nested(int a) { int inner(int b) { return a + b; } return call(inner, a); }
double floating(double a) { return __builtin_pow(a, 3.1); }
_Complex double complex(_Complex double a, _Complex double b) { return a * b; }
int variadic(int n, ...)
{
	__builtin_va_list list;
	__builtin_va_start(list, n);
	n = __builtin_va_arg(list, int);
	__builtin_va_end(list);
	return n;
}
int cleaned(void *p)
{
	__attribute__((cleanup(free_it))) void *q = p;
	get(&q);
	return other(2);
}
int weaks(void) { return weak ? weak() + ref() : bigs[counter].id; }
int asms(int a) { __asm__ volatile("# %0\n.long by_statement" : "+r"(a)); return a; }
void pass(big *b) { take(*b); }
long span(void) { return end - start; }
int *address(void) { return &variable; }
__attribute__((constructor)) static void construct(void) { variable = 3; }
static int unreached(void) { return unused_function(unused_variable); }
END

# In the object and not in its source: what the assembly above names.
cat > assembly << 'END'
by_assembly
by_statement
END

# symbols KIND...: the names of such records.
symbols() {
	awk -v kinds=" $* " 'index(kinds, " " $1 " ") { print $2 }' records |
		sort -u
}

# The symbol table, without what the linker makes.
undefined() {
	nm -u test.o | awk '$NF != "_GLOBAL_OFFSET_TABLE_" { print $NF }' |
		sort -u
}

agree() {
	kabi-collect test.o > records || return
	undefined > needed
	symbols call > calls
	symbols function variable > declared
	comm -23 needed declared | comm -23 - assembly |
		diff -U0 --label needed --label recorded - calls
}

# calls NAME FLAG...: compiled so, the object needs just what is recorded, and
# among the calls is NAME (-: anything).
calls() {
	name=$1
	shift
	if ! $CC "$@" -w -c -o plain.o test.c 2> err; then
		skip "$*" "$(grep -m 1 -e error -e sorry err)"
		return
	fi
	rm -f test.o
	$CC "$@" -w "-fplugin=$KABI_PLUGIN" -c -o test.o test.c
	check "$*" agree
	[ "$name" = - ] || check "$*: $name" grep -qxE -e "$name" calls
}

libcalls="-mmemcpy-strategy=libcall:-1:noalign
	-mmemset-strategy=libcall:-1:noalign"
# shellcheck disable=SC2086 # two flags
for level in -O0 -O2; do
	calls own_memset $level $libcalls
	calls memcpy $level $libcalls
done
calls memcmp -Os
calls __divdi3 -O2 -m32
calls __atomic_store -O2 -fno-builtin
calls _Unwind_Resume -O2 -fexceptions
calls __addvsi3 -O2 -ftrapv
calls __tls_get_addr -O2 -fPIC -ftls-model=global-dynamic
calls __tls_get_addr -O2 -fPIC -ftls-model=local-dynamic
calls ___tls_get_addr -O2 -m32 -fPIC
calls - -O2 -fPIC -fno-plt -mtls-dialect=gnu2
calls __cyg_profile_func_enter -O2 -finstrument-functions
calls __morestack -O2 -fsplit-stack
calls own_limit -O2 -fstack-limit-symbol=own_limit
calls - -O2 -fopenmp
calls - -O2 -fgnu-tm

# Profilers, with the code models of kernels and others.
for model in kernel small large; do
	calls mcount -O2 -pg -fno-pic -mcmodel=$model
	calls __fentry__ -O2 -pg -mfentry -fno-pic -mcmodel=$model
done
calls mcount -O2 -pg -fPIC
calls __fentry__ -O2 -pg -mfentry -fPIC
calls own_fentry -O2 -pg -mfentry -fno-pic -mfentry-name=own_fentry
calls - -O2 -pg -mfentry -fno-pic -mnop-mcount
calls __fentry__ -O2 -pg -mfentry -fno-pic -mrecord-mcount
calls mcount -O2 -m32 -pg -fno-pic

calls __stack_chk_fail -O2 -fstack-protector
calls __stack_chk_fail -O2 -fstack-protector-strong -fno-pic
calls __stack_chk_guard -O2 -fstack-protector-all -mstack-protector-guard=global
calls own_guard -O2 -fstack-protector-strong -fno-pic \
	-mstack-protector-guard-reg=gs -mstack-protector-guard-symbol=own_guard
calls __stack_chk_fail_local -O2 -m32 -fPIC -fstack-protector-all

thunks=-mindirect-branch=thunk-extern
calls '__x86_indirect_thunk_.*' -O2 -fno-pic $thunks
calls '__x86_indirect_thunk_.*' -O2 -fno-pic $thunks -mindirect-branch-register \
	-fcf-protection=branch -fno-jump-tables
calls '__x86_indirect_thunk_.*' -Os -m32 -fno-pic $thunks
calls __x86_return_thunk -O2 -mfunction-return=thunk-extern
calls - -O2 -mindirect-branch=thunk -mfunction-return=thunk
calls - -O2 -mindirect-branch=thunk-inline -mharden-sls=all

for level in -O0 -O2; do
	calls __asan_register_globals $level -fsanitize=address
	calls __asan_storeN_noabort $level -fsanitize=kernel-address \
		--param asan-instrumentation-with-call-threshold=0
	calls '__tsan_read.*' $level -fsanitize=thread
	calls '__ubsan_handle_.*' $level -fsanitize=undefined
	calls __sanitizer_cov_trace_pc $level -fsanitize-coverage=trace-pc
	calls __gcov_init $level -fprofile-arcs
done
calls - -O2 -fsanitize=kernel-address -fno-pic \
	-fasan-shadow-offset=0xdffffc0000000000 \
	--param asan-globals=1 --param asan-stack=1
calls '__tsan_write.*' -O2 -fsanitize=thread \
	--param tsan-distinguish-volatile=1 \
	--param tsan-instrument-func-entry-exit=0
calls - -O2 -fsanitize=undefined -fsanitize-undefined-trap-on-error
calls '__ubsan_handle_.*_abort' -O2 -fsanitize=undefined -fno-sanitize-recover
calls '__sanitizer_cov_trace_(const_)?cmp.*' -O2 \
	-fsanitize-coverage=trace-cmp
calls __gcov_indirect_call_profiler_v4 -O2 -fprofile-generate
calls __sanitizer_cov_trace_pc -O2 -pg -mfentry -fno-pic -mcmodel=kernel \
	-fsanitize=kernel-address -fsanitize-coverage=trace-pc \
	-fstack-protector-strong $thunks -mfunction-return=thunk-extern
finish
