// SPDX-License-Identifier: GPL-2.0-or-later
// What the code of the TU depends on: see exposure.h.

#include "gcc-compat.h"

#include "exposure-parts.h"

void kabi_exposure_init(void)
{
	kabi_named_init();
	kabi_tables_init();
}

void kabi_exposure_record(struct kabi_recorder *recorder,
			  struct kabi_scope *scope)
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
	kabi_tables_note(scope);
	kabi_exposed_write(recorder);
	kabi_exposed_deinit();
	kabi_named_deinit();
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void kabi_exposure_record_list(struct kabi_recorder *recorder, const char *list,
			       vec<const char *> &names)
{
	const char *last = NULL, *name;
	unsigned int i;

	names.qsort(compare_names);
	kabi_record_begin(recorder, KABI_KIND_EXPOSURE, list);
	FOR_EACH_VEC_ELT(names, i, name) {
		if (last && !strcmp(last, name))
			continue;
		kabi_record_line(recorder, 1);
		kabi_record_text(recorder, "access ");
		kabi_record_text(recorder, name);
		last = name;
	}
	kabi_record_end(recorder);
}
