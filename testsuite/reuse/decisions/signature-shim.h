/* SPDX-License-Identifier: GPL-2.0-or-later */
/* variants/signature.patch: the arguments are the other way round. */
#define KABI_ARGUMENT_crypto_inc_1 old2
#define KABI_ARGUMENT_crypto_inc_2 old1
