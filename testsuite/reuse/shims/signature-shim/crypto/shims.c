// SPDX-License-Identifier: GPL-2.0-or-later
/* crypto_inc() as it was, for objects that were compiled then: variants/signature.patch. */
#include <crypto/algapi.h>

void kabi_shim_crypto_inc(u8 *a, unsigned int size);

void kabi_shim_crypto_inc(u8 *a, unsigned int size)
{
	crypto_inc(size, a);
}
