/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Marks for a kernel's headers that keep its ABI while structs change: copy it
 * to include/linux/ of the kernel; it needs no other header. What a mark says
 * is seen by kabi, which proves it, by genksyms (__GENKSYMS__) and by
 * gendwarfksyms, which believe it.
 *
 * A mark stands in place of a declaration and ends with a semicolon. Members
 * that it takes must not define a struct, union or enum of their own.
 *
 * Before a release whose ABI is kept:
 *
 *	struct queue {
 *		struct list_head entries;
 *		unsigned int depth;
 *		KABI_RESERVE(1);
 *		KABI_RESERVE(2);
 *	};
 *
 * and later, with a hole filled, a slot used and a member of another type:
 *
 *	struct queue {
 *		struct list_head entries;
 *		KABI_REPLACE(unsigned int depth, atomic_t depth);
 *		KABI_IGNORE(1, unsigned int users);
 *		KABI_USE(1, struct queue_ops *ops);
 *		KABI_RESERVE(2);
 *	};
 */
#ifndef KABI_KABI_H
#define KABI_KABI_H

#if !defined(__ASSEMBLY__) && !defined(__ASSEMBLER__)

/* Private: two steps, so that arguments are expanded first. */
#define KABI_PASTE__(a, b) a##b
#define KABI_PASTE_(a, b) KABI_PASTE__(a, b)
#define KABI_STRING__(x) #x
#define KABI_STRING_(x) KABI_STRING__(x)
/* C90 knows no empty arguments. */
#define KABI_NAMELESS_

/* 8 bytes on every machine; C90 knows no long long. */
__extension__ typedef unsigned long long kabi_slot_t;

/* Clang does not take it in front of an assertion, and GCC wants it in C90. */
#ifdef __clang__
#define KABI_ASSERT_ _Static_assert
#else
#define KABI_ASSERT_ __extension__ _Static_assert
#endif

/* Sparse has no need to check what the compiler does. */
#ifdef __CHECKER__
#define KABI_FITS_(old, new)
#else
#define KABI_FITS_(old, new)                                                   \
	KABI_ASSERT_(sizeof(struct { new; }) <= sizeof(struct { old; }),       \
		     "kabi: the new member is larger than what it takes the "  \
		     "place of");                                              \
	KABI_ASSERT_(__alignof__(struct { new; }) <=                           \
			     __alignof__(struct { old; }),                     \
		     "kabi: the new member needs more alignment than what it " \
		     "takes the place of");
#endif

/* Genksyms shall see what stood there before. */
#ifdef __GENKSYMS__
#define KABI_IN_PLACE_(old, name, new) old
#else
#define KABI_IN_PLACE_(old, name, new) \
	__extension__ union {          \
		new;                   \
		__extension__ struct { \
			old;           \
		} name;                \
		KABI_FITS_(old, new)   \
	}
#endif

/**
 * KABI_RESERVE - a slot of 8 bytes for a member that is not known yet
 * @n: a number, or a word, that no other slot of the struct has
 *
 * Costs its 8 bytes and, on some machines, padding before it. Whoever clears
 * or copies the struct as a whole also does so with the slots, so a member put
 * there later is 0 in what old code allocated with zeroes, and garbage in what
 * it did not.
 */
#define KABI_RESERVE(n) kabi_slot_t __kabi_reserved##n

/**
 * KABI_RESERVE_ARRAY - several slots in a row
 * @n: as for KABI_RESERVE()
 * @count: how many
 */
#define KABI_RESERVE_ARRAY(n, count) kabi_slot_t __kabi_reserved##n[count]

/**
 * KABI_USE - puts a member into the place of KABI_RESERVE()
 * @n: that slot's number
 * @new: declaration of the member, at most 8 bytes
 *
 * Promises that nothing moves; the compiler checks size and alignment. Unsafe
 * when old code allocates the struct without clearing it and new code reads
 * the member, or the other way round: nobody can see that.
 */
#define KABI_USE(n, new) KABI_IN_PLACE_(KABI_RESERVE(n), KABI_NAMELESS_, new)

/**
 * KABI_USE2 - puts two members into the place of one KABI_RESERVE()
 * @n: that slot's number
 * @new1: declaration of the first member
 * @new2: declaration of the second; both together take at most 8 bytes
 */
#define KABI_USE2(n, new1, new2)                                        \
	KABI_IN_PLACE_(                                                 \
		KABI_RESERVE(n), KABI_NAMELESS_, __extension__ struct { \
			new1;                                           \
			new2;                                           \
		})

/**
 * KABI_USE_ARRAY - puts a member into the place of all of KABI_RESERVE_ARRAY()
 * @n: that array's number
 * @count: how many slots it has
 * @new: declaration of the member
 */
#define KABI_USE_ARRAY(n, count, new) \
	KABI_IN_PLACE_(KABI_RESERVE_ARRAY(n, count), KABI_NAMELESS_, new)

/**
 * KABI_REPLACE - a member in the place of another one
 * @old: declaration of the member that was there
 * @new: declaration of the one that is; it may have the same name
 *
 * Promises that nothing moves; the compiler checks size and alignment. Old code
 * still reads and writes the old member: safe only where that cannot happen, or
 * where both mean the same in memory. Of two on one line only one can stand in
 * a struct.
 */
#define KABI_REPLACE(old, new) \
	KABI_IN_PLACE_(old, KABI_PASTE_(__kabi_renamed_, __LINE__), new)

/**
 * KABI_EXTEND - a member at the end of a struct that grows for it
 * @new: declaration of the member
 *
 * Hidden from genksyms only. kabi reports that the struct grew; to
 * gendwarfksyms, and to kabi, the old size is told with KABI_BYTE_SIZE(). Safe
 * only when all structs of this type are allocated by the kernel itself, and
 * never
 *
 * - embedded in another struct, where it would push what stands behind;
 * - allocated or put on the stack by a module, whose struct is too short;
 * - an element of an array that modules walk.
 *
 * kabi reports the first and exported arrays even with KABI_BYTE_SIZE(); the
 * rest it cannot know.
 */
#ifdef __GENKSYMS__
#define KABI_EXTEND(new)
#else
#define KABI_EXTEND(new) new
#endif

/**
 * KABI_IGNORE - a member in a hole, which is not to be compared
 * @n: a number that no other ignored member of the struct has
 * @new: declaration of the member
 *
 * Promises that nothing moves; kabi reports it when something did. The hole was
 * padding, which old code leaves as garbage, or loses when it copies members.
 */
#ifdef __GENKSYMS__
#define KABI_IGNORE(n, new)
#else
#define KABI_IGNORE(n, new)                      \
	__extension__ union {                    \
		new;                             \
		unsigned char __kabi_ignored##n; \
	}
#endif

/*
 * Rules, which stand outside of any function or struct. They are strings in a
 * section that no linked kernel or module keeps; without a reader they stay
 * away, as a declaration that takes the semicolon.
 */
#if defined(__GENKSYMS__) || defined(__CHECKER__)
#define KABI_RULE_(type, target, value) struct kabi_slot_of_no_rule
#else
#define KABI_RULE_(type, target, value)                                      \
	static const char KABI_PASTE_(kabi_rule_, __COUNTER__)[]             \
		__attribute__((                                              \
			__used__, __aligned__(1),                            \
			__section__(".discard.gendwarfksyms.kabi_rules"))) = \
			"1\0" type "\0" target "\0" value
#endif

/**
 * KABI_DECLONLY - a type of which only the name is part of the ABI
 * @tag: of a struct, union or enum, without that word
 *
 * For a type that a new #include completes, or whose insides no module may
 * touch. Unsafe when a module has it by value or reads its members: nothing of
 * it is compared any more.
 */
#define KABI_DECLONLY(tag) KABI_RULE_("declonly", #tag, "")

/**
 * KABI_ENUMERATOR_IGNORE - an enumerator that is not part of the ABI
 * @tag: of the enum
 * @enumerator: its name
 *
 * For one that is new, with KABI_ENUMERATOR_VALUE() for those it moved.
 */
#define KABI_ENUMERATOR_IGNORE(tag, enumerator) \
	KABI_RULE_("enumerator_ignore", #tag " " #enumerator, "")

/**
 * KABI_ENUMERATOR_VALUE - the value that an enumerator counts with
 * @tag: of the enum
 * @enumerator: its name
 * @value: a number in decimal, without anything around it
 *
 * For one that only says how many there are. Unsafe when modules loop up to it,
 * or size arrays by it that the kernel fills: they have the old value.
 */
#define KABI_ENUMERATOR_VALUE(tag, enumerator, value)        \
	KABI_RULE_("enumerator_value", #tag " " #enumerator, \
		   KABI_STRING_(value))

/**
 * KABI_BYTE_SIZE - the size that a struct counts with
 * @tag: of the struct or union
 * @value: bytes in decimal, without anything around it
 *
 * What begins behind it is not compared: see KABI_EXTEND().
 */
#define KABI_BYTE_SIZE(tag, value) \
	KABI_RULE_("byte_size", #tag, KABI_STRING_(value))

/**
 * KABI_TYPE_STRING - what a type, or a symbol's type, counts as
 * @target: a string: "s#TAG", "u#TAG", "e#TAG", "t#TYPEDEF" or a symbol
 * @text: a string, as gendwarfksyms prints types
 *
 * Nothing of it is compared but this text: the last resort.
 */
#define KABI_TYPE_STRING(target, text) KABI_RULE_("type_string", target, text)

#endif /* no assembly */
#endif /* KABI_KABI_H */
