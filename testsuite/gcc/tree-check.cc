// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * What GCC's headers call when a tree or a statement is not what it is taken
 * for (tree.h and gimple.h, with ENABLE_TREE_CHECKING and
 * ENABLE_GIMPLE_CHECKING). A compiler that was built for a release neither
 * looks nor has these functions; linked into a plugin that was compiled to
 * look, they end the compilation.
 */
#include "../../plugin/gcc-compat.h"

#include <diagnostic-core.h>

__attribute__((noreturn)) static void fail(const char *what, const char *file,
					   int line, const char *function)
{
	fatal_error(UNKNOWN_LOCATION, "kabi: %s:%d: %s: given a %s", file, line,
		    function, what);
}

void tree_contains_struct_check_failed(const_tree node,
				       const enum tree_node_structure_enum,
				       const char *file, int line,
				       const char *function)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_check_failed(const_tree node, const char *file, int line,
		       const char *function, ...)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_not_check_failed(const_tree node, const char *file, int line,
			   const char *function, ...)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_class_check_failed(const_tree node, const enum tree_code_class,
			     const char *file, int line, const char *function)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_not_class_check_failed(const_tree node, const enum tree_code_class,
				 const char *file, int line,
				 const char *function)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_range_check_failed(const_tree node, const char *file, int line,
			     const char *function, enum tree_code,
			     enum tree_code)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_operand_check_failed(int, const_tree node, const char *file, int line,
			       const char *function)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void tree_int_cst_elt_check_failed(int, int, const char *file, int line,
				   const char *function)
{
	fail("element of an integer", file, line, function);
}

void tree_vec_elt_check_failed(int, int, const char *file, int line,
			       const char *function)
{
	fail("element of a vector", file, line, function);
}

void phi_node_elt_check_failed(int, int, const char *file, int line,
			       const char *function)
{
	fail("element of a phi node", file, line, function);
}

void omp_clause_check_failed(const_tree node, const char *file, int line,
			     const char *function, enum omp_clause_code)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void omp_clause_operand_check_failed(int, const_tree node, const char *file,
				     int line, const char *function)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void omp_clause_range_check_failed(const_tree node, const char *file, int line,
				   const char *function, enum omp_clause_code,
				   enum omp_clause_code)
{
	fail(get_tree_code_name(TREE_CODE(node)), file, line, function);
}

void gimple_check_failed(const gimple *statement, const char *file, int line,
			 const char *function, enum gimple_code, enum tree_code)
{
	fail(gimple_code_name[gimple_code(statement)], file, line, function);
}
