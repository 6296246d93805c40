# SPDX-License-Identifier: GPL-2.0-or-later
# What calls crypto_inc() as it was, calls a shim.
KABI_ADD := crypto/shims.o
$(foreach object,crypto/ctr.o crypto/drbg.o,\
	$(eval KABI_OBJCOPY_$(object) := --redefine-sym crypto_inc=kabi_shim_crypto_inc))
