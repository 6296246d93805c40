/* SPDX-License-Identifier: GPL-2.0-or-later */
/* variants/ecckey.patch: first the key, then the curve. */
#define KABI_ARGUMENT_ecc_is_key_valid_1 old3
#define KABI_ARGUMENT_ecc_is_key_valid_2 old4
#define KABI_ARGUMENT_ecc_is_key_valid_3 old1
#define KABI_ARGUMENT_ecc_is_key_valid_4 old2
