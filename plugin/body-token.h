/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands in the hash of a function before each of its effects. */
#ifndef KABI_PLUGIN_BODY_TOKEN_H
#define KABI_PLUGIN_BODY_TOKEN_H

enum token {
	TOKEN_CALL = 1,
	TOKEN_SET,
	TOKEN_STORE,
	TOKEN_RESULT,
	TOKEN_TEST,
	TOKEN_NEXT,
	TOKEN_GOTO,
	TOKEN_LABEL,
	TOKEN_SWITCH,
	TOKEN_CASE,
	TOKEN_RETURN,
	TOKEN_ASSEMBLY,
	TOKEN_INPUT,
	TOKEN_OUTPUT,
	TOKEN_CLOBBER,
	TOKEN_OTHER,
	TOKEN_TRY
};

#endif
