// SPDX-License-Identifier: GPL-2.0-or-later
// One walk over all identifiers: see identifiers.h.

#include "gcc-compat.h"

#include "identifiers.h"
#include "macro-parse.h"

static int read(cpp_reader *, cpp_hashnode *node, void *data)
{
	struct kabi_identifiers *to = (struct kabi_identifiers *)data;
	tree identifier = HT_IDENT_TO_GCC_IDENT(HT_NODE(node));

	if (TREE_SYMBOL_REFERENCED(identifier))
		to->written.safe_push(identifier);
	if (node->type != NT_VOID)
		to->macros.safe_push(node);
	if (kabi_macro_traces_option(node))
		to->options.safe_push(node);
	return 1;
}

void kabi_identifiers_read(struct kabi_identifiers *identifiers)
{
	cpp_forall_identifiers(parse_in, read, identifiers);
}
