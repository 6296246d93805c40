/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How a type lies in memory, whatever it is called: two types of the same
 * representation hold the same kinds of scalars at the same places
 * (docs/verdicts.md, "Same representation").
 */
#ifndef KABI_TOOLS_REPR_H
#define KABI_TOOLS_REPR_H

#include "model.h"

enum kabi_class {
	KABI_CLASS_INTEGER, /* signed, unsigned, bool, char and enum */
	KABI_CLASS_FLOAT,
	KABI_CLASS_DECIMAL,
	KABI_CLASS_COMPLEX,
	KABI_CLASS_VECTOR,
	KABI_CLASS_POINTER,
	KABI_CLASS_VOID,
	KABI_CLASS_FUNCTION,
	KABI_CLASS_AGGREGATE, /* arrays too */
	KABI_CLASS_UNKNOWN,
};

/* Of the type, past typedefs. */
enum kabi_class kabi_repr_class(const struct kabi_type *type);

/* Bytes; 0 when it has none or is not known. */
uint64_t kabi_repr_align(const struct kabi_model *model,
			 const struct kabi_type *type);

/*
 * Each type is of its own model. What cannot be known (an opaque type, one that
 * is too large to be taken apart) is not the same.
 */
bool kabi_repr_same(const struct kabi_model *a_model, const struct kabi_type *a,
		    const struct kabi_model *b_model,
		    const struct kabi_type *b);

#endif /* KABI_TOOLS_REPR_H */
