# SPDX-License-Identifier: GPL-2.0-or-later
# Man pages are written by hand in mdoc(7) and need no building.
# What another reader of the formats needs, and the header for kernels, go to
# share/kabi.

docs_man := $(sort $(wildcard docs/man/*.[1-9]))

docs_data := docs/kabi-baseline.rng docs/kabi-report.rng \
	include/kabi/dictionary.txt include/kabi/kabi.h

.PHONY: install-docs
install-docs:
	for page in $(docs_man); do \
		dir=$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}; \
		install -d $$dir && install -m 644 $$page $$dir/ || exit 1; \
	done
	install -d $(DESTDIR)$(PREFIX)/share/kabi
	install -m 644 $(docs_data) $(DESTDIR)$(PREFIX)/share/kabi/
