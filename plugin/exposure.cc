// SPDX-License-Identifier: GPL-2.0-or-later
// What the code of the TU depends on: see exposure.h.

#include "gcc-compat.h"

#include "exposure-parts.h"

void kabi_exposure_init(void)
{
	kabi_named_init();
}

void kabi_exposure_record(struct kabi_recorder *recorder)
{
	struct kabi_exposed_body data;
	cgraph_node *function;
	varpool_node *variable;

	kabi_exposed_init();
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(function)
		kabi_code_function(function->decl);
	data.collects = kabi_fold_wants_data();
	FOR_EACH_DEFINED_VARIABLE(variable)
	kabi_data_variable(&data, variable->decl);
	kabi_fold_outside(&data);
	kabi_exposed_write(recorder);
	kabi_exposed_deinit();
	kabi_named_deinit();
}
