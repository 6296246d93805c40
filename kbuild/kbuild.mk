# SPDX-License-Identifier: GPL-2.0-or-later
# What a kernel tree uses of kabi: makefile fragments.

.PHONY: install-kbuild
install-kbuild:
	install -d $(DESTDIR)$(PREFIX)/share/kabi
	install -m 644 $(wildcard kbuild/Makefile.*) $(DESTDIR)$(PREFIX)/share/kabi/
