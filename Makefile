# SPDX-License-Identifier: GPL-2.0-or-later
# kabi: one makefile; the fragments */*.mk only declare what there is.
#
#	make [CC=gcc-11] [O=build] [V=1] [DEVELOPER=1]
#	make demo | demo KERNEL=6.12 | check | check-kernel | install
#
# CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR are the user's and are
# never overwritten; what the project needs is in lower-case variables. local.mk
# (ignored by git) may set any of them.

-include local.mk

O ?= build
PREFIX ?= /usr/local
CC ?= gcc
ifeq ($(origin CC),default)
CC := gcc
endif
# The plugin includes GCC's headers, which are C++, of the very compiler it is for.
ifeq ($(origin CXX),default)
CXX := $(subst gcc,g++,$(CC))
endif
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config

version := 0.1

ifeq ($(V),1)
msg :=
quiet :=
else
msg = @printf '  %-7s %s\n' '$(1)' '$(patsubst $(O)/%,%,$(2))';
quiet := @
endif

warnings := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith -Wundef -Wvla
ifeq ($(DEVELOPER),1)
warnings += -Werror
endif
cppflags := -Iinclude -D_GNU_SOURCE -DKABI_VERSION='"$(version)"'
cflags := -std=gnu11 -fvisibility=hidden $(warnings)

# What frames are compressed with; linked into the plugin and the tools.
dictionary := $(O)/include/kabi/dictionary.o

.PHONY: all
all:

include plugin/plugin.mk
include tools/tools.mk
include docs/docs.mk
include kbuild/kbuild.mk
include testsuite/testsuite.mk

all: $(O)/kabi.so $(tools_programs)

# What the tree has is compiled by one of these two rules; an object says with
# target-specific variables what else it needs.
compile_c = $(CC) $(cppflags) $(extra_cppflags) $(CPPFLAGS) \
	$(cflags) $(extra_cflags) $(CFLAGS) -MMD -MP -c -o $@ $<

$(O)/%.o: %.c $(O)/flags
	@mkdir -p $(@D)
	$(call msg,CC,$@)$(compile_c)

$(O)/%.o: %.cc $(O)/flags
	@mkdir -p $(@D)
	$(call msg,CXX,$@)$(CXX) $(cppflags) $(extra_cppflags) $(CPPFLAGS) \
		$(extra_cxxflags) $(CXXFLAGS) -MMD -MP -c -o $@ $<

# Text in the tree, bytes in the object: <kabi/dictionary.h>.
$(dictionary): extra_cflags = -fPIC
$(dictionary): %.o: %.c $(O)/flags
	$(call msg,CC,$@)$(compile_c)

$(dictionary:.o=.c): include/kabi/dictionary.txt
	@mkdir -p $(@D)
	$(call msg,GEN,$@){ echo '#include <kabi/dictionary.h>' && \
		echo 'const unsigned char kabi_dictionary[] = {' && \
		sed -z 's/\n\([^\t]\)/\x00\1/g; s/\n$$/\x00/' $< | \
		od -An -v -tu1 | sed 's/[0-9]\{1,\}/&,/g' && echo '};' && \
		echo 'const unsigned int kabi_dictionary_size ='\
			'sizeof(kabi_dictionary);'; } > $@.tmp && mv $@.tmp $@

# Another compiler or other flags rebuild everything.
.PHONY: FORCE
$(O)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CXX) $(CPPFLAGS) $(CFLAGS) $(CXXFLAGS) $(warnings)' \
		'$(version)' | cmp -s - $@ || \
		echo '$(CC) $(CXX) $(CPPFLAGS) $(CFLAGS) $(CXXFLAGS) $(warnings)' \
		'$(version)' > $@

-include $(wildcard $(addprefix $(O)/,plugin/*.d tools/*.d tools/lib/*.d \
	include/kabi/*.d testsuite/*/*.d))

.PHONY: install
install: all install-docs install-kbuild install-completion
	install -d $(DESTDIR)$(plugin_install_dir) $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(O)/kabi.so $(DESTDIR)$(plugin_install_dir)/
	install -m 755 $(tools_programs) $(DESTDIR)$(PREFIX)/bin/

.PHONY: clean
clean:
	rm -rf $(O)

.PHONY: format format-check
c_sources = $(shell git ls-files '*.c' '*.h' '*.cc' | grep -v '^testsuite/\(record\|diff\|demo\)/')
format:
	clang-format -i $(c_sources)
format-check:
	clang-format --dry-run -Werror $(c_sources)
