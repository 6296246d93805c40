#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Prebuilt objects beside kernels that differ in one thing each: what the object
# needs is missed, and what it does not need may be as it likes.
. "$(dirname "$0")/../tap.sh"

cat > kernel.h <<'H'
#ifndef FLAG
#define FLAG 4
#endif
#ifndef BODY
#define BODY + 1
#endif
#ifndef PARAMETER
#define PARAMETER int
#endif
#ifndef UNUSED
#define UNUSED int
#endif
#ifndef USED
#define USED int
#endif
#ifndef SECTION
#define SECTION ".data..often_read"
#endif
#define often_read __attribute__((section(SECTION)))
struct thing {
	USED used;
	UNUSED unused;
	int last;
};
struct other {
	UNUSED value;
	int more;
};
enum state { STATE_FIRST, STATE_ZOMBIE = FLAG };
static inline int next(int n) { return n BODY; }
int thing_register(struct thing *thing, PARAMETER flags);
int other_register(struct other *other);
int from_assembly(void);
extern int counter;
H
cat > kernel.c <<'C'
#include "kernel.h"
int counter often_read;
#ifndef WITHOUT
int thing_register(struct thing *thing, PARAMETER flags)
{
	return next(thing->used);
}
#endif
int other_register(struct other *other) { return other->more; }
int internal(void) { return STATE_ZOMBIE + from_assembly(); }
C
cat > driver.c <<'C'
#include "kernel.h"
static int mine often_read = 1;
static struct thing *thing;
int driver(struct thing *t)
{
	thing = t;
	return thing_register(t, STATE_ZOMBIE) + t->used + next(mine) + counter +
		from_assembly();
}
C

# kernel NAME [FLAGS...]: NAME.kabi
kernel() {
	kernel=$1
	shift
	record kernel.c "$@"
	mv kernel.o "kernel-$kernel.o"
	kabi-collect -o "$kernel.kabi" "kernel-$kernel.o" ||
		not_ok "collects the kernel $kernel"
}

kernel same
record driver.c

# fits NAME [FLAGS...]: with a kernel of these flags, without a word.
fits() {
	name=$1
	shift
	kernel now "$@"
	expect "$name: fits" 0 kabi-reuse driver.o --with=now.kabi
	check "$name: and nothing is said" test ! -s out -a ! -s err
}

# changed STATUS NAME PATTERN [FLAGS...]: one line of "short", which matches.
changed() {
	status=$1
	name=$2
	pattern=$3
	shift 3
	kernel now "$@"
	expect "$name: $status" "$status" kabi-reuse --format=short driver.o \
		--with=now.kabi
	check "$name: is told" has out "$pattern"
	check "$name: and nothing else" test "$(wc -l < out)" -eq 1
}

fits "the kernel it was built for"
fits "a member that it does not use" "-DUNUSED=char"
changed 12 "a member that it uses" \
	'^break member-size-changed struct thing: used' -DUSED=char -DUNUSED=long
changed 12 "a function that is gone" \
	'^break symbol-removed function thing_register' -DWITHOUT
changed 12 "a signature" \
	'^break parameter-type-changed function thing_register' -DPARAMETER=long
changed 4 "a body that it contains" '^risk inline-body-changed inline next' \
	'-DBODY=+2'
changed 12 "a value that it was compiled with" \
	'^break enumerator-value-changed enum state: STATE_ZOMBIE' -DFLAG=5
changed 4 "a section that nobody knows" \
	'^risk section-removed section .data..often_read' \
	'-DSECTION=".data..renamed"'

# How the kernel is built is not how an object has to be.
fits "another optimisation" -O3
fits "a kernel that is watched" -fsanitize=kernel-address
fits "a kernel that is covered" -fsanitize-coverage=trace-pc
fits "a kernel that is traced" -pg -mfentry
changed 4 "a kernel that guards its stack" \
	'^risk setting-changed setting stack-protector' -fstack-protector-strong
changed 4 "a kernel with return thunks" \
	'^risk setting-changed setting function-return' \
	-mfunction-return=thunk-extern
changed 12 "a kernel where calls have to land on marks" \
	'^break setting-changed setting cf-protection' -fcf-protection=branch
changed 4 "a kernel of other characters" \
	'^risk setting-changed setting unsigned-char' -funsigned-char

# What the compiler put into the object has to be there.
for call in __stack_chk_fail:-fstack-protector-all \
	__fentry__:-pg,-mfentry \
	__asan_load4_noabort:-fsanitize=kernel-address,--param=asan-instrumentation-with-call-threshold=0 \
	__sanitizer_cov_trace_pc:-fsanitize-coverage=trace-pc \
	__ubsan_handle_add_overflow:-fsanitize=signed-integer-overflow \
	__x86_return_thunk:-mfunction-return=thunk-extern; do
	symbol=${call%%:*}
	flags=$(echo "${call#*:}" | tr , ' ')
	# shellcheck disable=SC2086 # flags
	record driver.c $flags
	expect "$symbol, which is not there" 12 kabi-reuse --format=short \
		driver.o --with=same.kabi
	check "$symbol: is told" has out \
		"^break (hidden-call-missing|symbol-removed) [a-z]+ $symbol\b"
	# shellcheck disable=SC2086 # flags
	kernel with $flags
	expect "$symbol, which the kernel calls too" 0 kabi-reuse --format=short \
		driver.o --with=with.kabi
done
record driver.c -fstack-protector-all
kernel moved -fstack-protector-all -mstack-protector-guard-reg=gs
expect "a guard that lives elsewhere" 12 kabi-reuse --format=short driver.o \
	--with=moved.kabi
check "the guard is told" has out \
	'^break setting-changed setting stack-protector-guard-reg: fs -> gs'
record driver.c

# Several objects: what one has of the other is nobody else's.
cat > part.c <<'C'
int second(void);
int first(void) { return second(); }
C
cat > rest.c <<'C'
int second(void) { return 3; }
C
record part.c
record rest.c
expect "half of two objects" 12 kabi-reuse part.o --with=same.kabi
expect "both" 0 kabi-reuse part.o rest.o --with=same.kabi
ar rc both.a part.o rest.o
expect "an archive of both" 0 kabi-reuse both.a --with=same.kabi
cat > perhaps.c <<'C'
int missing(void) __attribute__((weak));
int perhaps(void) { return missing ? missing() : 0; }
C
record perhaps.c
expect "what is weak need not be there" 0 kabi-reuse perhaps.o --with=same.kabi

# What the kernel has of the object: its callers know the new header.
cat > given.c <<'C'
#ifdef NEW
int given(long i) { return i; }
int table[4];
int another(void) { return 1; }
static int own(void) { return 1; }
int (*keep)(void) = own;
#else
int given(int i) { return i; }
int table[3];
int (*keep)(void);
#endif
C
record given.c -DNEW
kabi-collect -o given.kabi given.o || not_ok "collects given.o"
expect "what it gave it gives" 0 kabi-reuse given.o --with=given.kabi
record given.c
expect "what it gives is not what is called" 12 kabi-reuse --format=short given.o \
	--with=given.kabi
for pattern in 'parameter-type-changed function given: .*int -> long' \
	'variable-(size|type)-changed variable table' \
	'symbol-removed function another: not defined -> int \(void\)'; do
	check "told: $pattern" has out "^break $pattern"
done
check "and nothing else" lacks out 'own|keep'

# A module is loaded: exports count. What is linked has all that is there.
cat > export.inc <<'C'
#define EXPORT(symbol, gpl, ns) asm( \
	".section __ksymtab_strings, \"aMS\", @progbits, 1\n" \
	"__kstrtab_" #symbol ": .asciz \"" #symbol "\"\n" \
	"__kstrtabns_" #symbol ": .asciz \"" ns "\"\n" \
	".section ___ksymtab" gpl "+" #symbol ", \"a\"\n.balign 4\n" \
	"__ksymtab_" #symbol ": .long " #symbol " - ., __kstrtab_" #symbol \
	" - ., __kstrtabns_" #symbol " - .\n.previous\n");
C
cat > exporting.c <<'C'
#include "export.inc"
int hidden(void) { return 1; }
int for_all(void) { return 1; }
int for_gpl(void) { return 1; }
int for_some(void) { return 1; }
EXPORT(for_all, "", "")
EXPORT(for_gpl, "_gpl", "")
EXPORT(for_some, "", "SOME")
static const char tag[] __attribute__((section(".modinfo"), used)) = "a=b";
C
record exporting.c
kabi-collect -o exporting.kabi exporting.o || not_ok "collects exporting.o"

# module NAME BODY TAG...: NAME.o
module() {
	name=$1
	body=$2
	shift 2
	{
		echo "int hidden(void); int for_all(void); int for_gpl(void); int for_some(void);"
		for tag; do
			echo "static const char tag_${tag%%=*}[] __attribute__((section(\".modinfo\"), used, aligned(1))) = \"$tag\";"
		done
		echo "int init_module(void) { return $body; }"
	} > "$name.c"
	record "$name.c"
}

module one 'for_all() + for_gpl()' 'license=GPL'
expect "a module and exports" 0 kabi-reuse one.o --with=exporting.kabi
module two 'for_all() + for_gpl()' 'license=Proprietary'
expect "not for its license" 12 kabi-reuse --format=short two.o \
	--with=exporting.kabi
check "the license is told" has out \
	'^break symbol-license-tightened function for_gpl: Proprietary -> GPL-only'
module three 'for_some()' 'license=GPL'
expect "not without the namespace" 12 kabi-reuse --format=short three.o \
	--with=exporting.kabi
check "the namespace is told" has out \
	'^break symbol-namespace-changed function for_some: .*SOME'
module four 'for_some()' 'license=GPL' 'import_ns=SOME'
expect "with the namespace" 0 kabi-reuse four.o --with=exporting.kabi
module five 'hidden()' 'license=GPL'
expect "what is not exported" 12 kabi-reuse --format=short five.o \
	--with=exporting.kabi
check "that is told" has out 'symbol-removed function hidden: .* -> not exported'
echo 'int hidden(void); int linked(void) { return hidden(); }' > linked.c
record linked.c
expect "is there for what is linked" 0 kabi-reuse linked.o --with=exporting.kabi

expect "as a module it is not" 12 kabi-reuse --use=module linked.o \
	--with=exporting.kabi
expect "a module that is linked" 12 kabi-reuse --format=short --use=linked one.o \
	--with=exporting.kabi
check "was compiled for something else" has out \
	'^break setting-changed setting MODULE: yes -> no'
cat > builtin.c <<'C'
int for_all(void);
static int init(void) { return for_all(); }
static int (*call)(void) __attribute__((section(".initcall6.init"), used)) = init;
C
record builtin.c
expect "built in" 0 kabi-reuse --level=break builtin.o --with=exporting.kabi
expect "built in, as a module" 12 kabi-reuse --format=short --level=break \
	--use=module builtin.o --with=exporting.kabi
check "nobody would call its initcall" has out \
	'^break setting-changed setting MODULE: no -> yes'
error "no such use" 3 "'nothing'" kabi-reuse --use=nothing one.o \
	--with=exporting.kabi

# What an object exports modpost finds in one place or in the other.
cat > table.c <<'C'
#include "export.inc"
int mine(void) { return 1; }
EXPORT(mine, "", "")
C
cat > label.c <<'C'
int mine(void) { return 1; }
asm (".pushsection .export_symbol, \"a\"\n__export_symbol_mine:\n"
	".asciz \"\"\n.asciz \"\"\n.balign 8\n.quad mine\n.popsection\n");
C
for kind in table label; do
	sed 's/mine/other/g' $kind.c > kernel-$kind.c
	record kernel-$kind.c
	kabi-collect -o kernel-$kind.kabi kernel-$kind.o || not_ok "collects $kind"
	record $kind.c
	expect "exports by $kind" 0 kabi-reuse $kind.o --with=kernel-$kind.kabi
done
expect "tables that modpost did not make" 12 kabi-reuse --format=short table.o \
	--with=kernel-label.kabi
check "are told" has out \
	'^break section-removed section ___ksymtab: exports in ___ksymtab -> .* .export_symbol'
check "once" test "$(wc -l < out)" -eq 1
expect "labels that it does not look for" 12 kabi-reuse --format=short label.o \
	--with=kernel-table.kabi
check "are told" has out '^break section-removed section .export_symbol: exports in .export'
check "once" test "$(wc -l < out)" -eq 1
printf 'static const char tag[] __attribute__((section(".modinfo"), used)) = "%s";\n' \
	'vermagic=6.1.2' >> table.c
record table.c
expect "a linked module has its own" 0 kabi-reuse --level=break table.o \
	--with=kernel-label.kabi

# A module that is linked says for what release.
sed 's/^	origin/	release 6.1.2\n&/' exporting.kabi > released.kabi
module six 'for_all()' 'license=GPL' 'vermagic=6.1.2 SMP mod_unload '
expect "of the same release" 0 kabi-reuse six.o --with=released.kabi
module seven 'for_all()' 'license=GPL' 'vermagic=6.1.1 SMP mod_unload '
expect "of another release" 12 kabi-reuse --format=short seven.o \
	--with=released.kabi
check "which is told" has out '^break setting-changed setting vermagic: 6.1.1 -> 6.1.2'

# objtool writes a table of these for functions, which the kernel reads.
cat > orc.h <<'H'
struct orc_entry {
	short sp_offset;
	unsigned int type : TYPE_BITS;
	unsigned int end : 1;
} __attribute__((packed));
extern struct orc_entry orc_table[];
H
{
	echo '#include "orc.h"'
	echo 'int orc(void) { return orc_table[0].end; }'
} > orc.c
printf '#include "orc.h"\nint code(void) { return 1; }\n' > code.c
printf '#include "orc.h"\nint data = 1;\n' > data.c
for bits in 2 3; do
	record orc.c -DTYPE_BITS=$bits
	kabi-collect -o orc-$bits.kabi orc.o || not_ok "collects orc.o"
done
for object in code data; do
	record $object.c -DTYPE_BITS=2
done
expect "a table for functions" 0 kabi-reuse code.o --with=orc-2.kabi
expect "a table that is read otherwise" 4 kabi-reuse --format=short code.o \
	--with=orc-3.kabi
check "is told, of traces alone" has out '^risk member-.* struct orc_entry: type'
expect "nobody reads that table" 0 kabi-reuse code.o --with=same.kabi
expect "no table where there is no function" 0 kabi-reuse data.o --with=orc-3.kabi

# With the tables, and with a kernel that has no use for them.
cat > walk.h <<'H'
#ifdef ORC
#define CONFIG_UNWINDER_ORC 1
#endif
#ifdef CONFIG_UNWINDER_ORC
#endif
H
printf '#include "walk.h"\nint walk(void) { return 1; }\n' > walk.c
record walk.c
kabi-collect -o frames.kabi walk.o || not_ok "collects walk.o"
record walk.c -DORC
kabi-collect -o orc.kabi walk.o || not_ok "collects walk.o"
objcopy --add-section .orc_unwind=walk.c \
	--set-section-flags .orc_unwind=alloc,readonly,data code.o tables.o
expect "ORC for ORC" 0 kabi-reuse tables.o --with=orc.kabi
expect "nothing for nothing" 0 kabi-reuse code.o --with=frames.kabi
expect "ORC, and frame pointers in the kernel" 4 kabi-reuse --format=short tables.o \
	--with=frames.kabi
check "is told" has out '^risk setting-changed setting unwinder: ORC -> no ORC'
expect "none, and ORC in the kernel" 4 kabi-reuse --format=short code.o --with=orc.kabi
check "is told" has out '^risk setting-changed setting unwinder: no ORC -> ORC'
expect "no code" 0 kabi-reuse data.o --with=orc.kabi

# Inline assembly writes tables, too.
cat > patch.h <<'H'
struct alt_instr {
	int offset;
	NUMBER cpuid;
	unsigned char length;
} __attribute__((packed));
#define ALTERNATIVE ".pushsection .altinstructions, \"a\"\n.byte 0\n.popsection"
extern struct alt_instr patches[];
H
cat > patch.c <<'C'
#include "patch.h"
int patch(void) { asm volatile (ALTERNATIVE); return patches[0].length; }
C
printf '#include "patch.h"\nint body(void) { asm volatile (ALTERNATIVE); return 1; }\n' > body.c
printf '#include "patch.h"\nasm (ALTERNATIVE);\n' > file.c
printf '#include "patch.h"\nint without(void) { return 1; }\n' > without.c
record patch.c -DNUMBER=int
kabi-collect -o patch.kabi patch.o || not_ok "collects patch.o"
for object in body file without; do
	record $object.c -DNUMBER=short
done
for object in body file; do
	expect "a table of assembly: $object" 12 kabi-reuse --format=short $object.o \
		--with=patch.kabi
	check "is told: $object" has out '^break member-.* struct alt_instr: cpuid'
done
expect "no table where there is no assembly" 0 kabi-reuse without.o --with=patch.kabi

# Without records there are symbols.
$CC -O2 -c -o bare.o driver.c
expect "an object without records" 0 kabi-reuse bare.o --with=same.kabi
check "it says what is not checked" has err 'bare\.o: has no records'
kernel now -DWITHOUT
expect "its symbols are checked" 12 kabi-reuse --format=short bare.o \
	--with=now.kabi
check "and told" has out '^break symbol-removed function thing_register'

# The same from a baseline in XML, which is read as a whole.
kernel now -DPARAMETER=long -DFLAG=5 -DUSED=char '-DBODY=+2'
kabi-collect --format=xml -o now.xml now.kabi || not_ok "writes XML"
kabi-reuse --format=json driver.o --with=now.kabi | sed '/now\./d' > of-text
kabi-reuse --format=json driver.o --with=now.xml | sed '/now\./d' > of-xml
check "a baseline in XML: the same" cmp of-text of-xml
check "and it is not empty" has of-text member-size-changed
expect "an object as the kernel" 12 kabi-reuse driver.o --with=kernel-now.o

# Input that is none.
echo text > text.o
error "a text" 1 'text\.o' kabi-reuse text.o --with=same.kabi
error "an object that is not there" 1 'nothing\.o' \
	kabi-reuse nothing.o --with=same.kabi
error "a kernel that is not there" 1 'nothing\.kabi' \
	kabi-reuse driver.o --with=nothing.kabi
error "a baseline as object" 1 'same\.kabi' kabi-reuse same.kabi --with=same.kabi
error "no kernel" 3 'with' kabi-reuse driver.o
error "no object" 3 'OBJECT' kabi-reuse --with=same.kabi
strip -s -o stripped.o rest.o
error "a stripped object" 1 'stripped\.o: has no symbol table' \
	kabi-reuse stripped.o --with=same.kabi
echo 'int main(void) { return 0; }' > main.c
$CC -o main main.c
error "a program" 1 'main: is linked already' kabi-reuse main --with=same.kabi
if $CC -m32 -c -o narrow.o rest.c 2> /dev/null; then
	error "another architecture" 1 'i386' kabi-reuse narrow.o --with=same.kabi
	error "two architectures" 1 'narrow\.o: is for i386, but' \
		kabi-reuse driver.o narrow.o --with=same.kabi
fi
$CC -O2 -flto -fno-fat-lto-objects -c -o lto.o rest.c
error "bytecode" 1 'lto\.o: is bytecode of -flto' kabi-reuse lto.o --with=same.kabi
head -c 700 driver.o > cut.o
error "half an object" 1 'cut\.o' kabi-reuse cut.o --with=same.kabi
error "the same object twice" 3 'driver\.o: is a consumer twice' \
	kabi-reuse driver.o driver.o --with=same.kabi
finish
