# SPDX-License-Identifier: GPL-2.0-or-later
# The two commands of the README, and the tests: testsuite/README.md.
#
# demo, check, check-kernel, check-reuse and check-gcc install what is missing first. What
# they need of this makefile comes from a second make, because the first one
# looked for the libraries when it started.

-include testsuite/unit/unit.mk

test_env = CC='$(CC)' CXX='$(CXX)' KABI_BUILD='$(abspath $(O))'
kernel_env = $(test_env) \
	KABI_KERNEL_DIR='$(or $(KABI_KERNEL_DIR),$(abspath $(O))/kernel)'
test_jobs ?= 2
test_files = $(sort $(wildcard testsuite/record/*.c testsuite/diff/*.c \
	testsuite/tools/*.sh testsuite/house/*.sh testsuite/selftest/*.sh))

# Programs that stop at the first bad access, for tests with hostile input.
test_sanitize = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all

test_check = -DENABLE_TREE_CHECKING -DENABLE_GIMPLE_CHECKING

# As many jobs as processors, unless the user said how many.
second_make = $(MAKE) --no-print-directory \
	$(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 1))

.PHONY: demo demo-run
demo:
	$(quiet)$(test_env) testsuite/install-deps build \
		$(if $(KERNEL),kernel,demo)
	$(quiet)$(second_make) demo-run

demo-run: all
ifeq ($(KERNEL),)
	$(quiet)CC='$(CC)' KABI_BUILD='$(O)' testsuite/demo/run
else
	$(quiet)$(kernel_env) testsuite/kernel/demo '$(KERNEL)'
endif

.PHONY: check check-run sanitized checked
check:
	$(quiet)$(test_env) testsuite/install-deps build check
	$(quiet)$(second_make) check-run

check-run: all unit-programs sanitized checked
	$(quiet)rm -rf $(O)/installed
	$(quiet)$(MAKE) -s install DESTDIR='$(abspath $(O))/installed'
	$(quiet)$(test_env) KABI_INSTALLED='$(abspath $(O))/installed' \
		PREFIX='$(PREFIX)' KABI_TOOLS='$(abspath $(O))/san' \
		KABI_PLUGIN='$(abspath $(O))/checked/kabi.so' \
		testsuite/run -j$(test_jobs) $(unit_tests) $(test_files)

# One make: two would write the same objects.
sanitized:
	$(quiet)$(MAKE) --no-print-directory O=$(O)/san \
		CFLAGS='$(test_sanitize)' programs unit-programs \
		fuzz-programs

# The plugin, which looks at every tree before it takes it for something, as GCC
# does when it is built for its own developers.
checked:
	$(quiet)$(MAKE) --no-print-directory O=$(O)/checked \
		CXXFLAGS='$(test_check) $(CXXFLAGS)' \
		plugin_checks=testsuite/gcc/tree-check.cc $(O)/checked/kabi.so

.PHONY: programs
programs: $(tools_programs)

# Parts of check, to run alone.
.PHONY: check-headers check-deps check-docs check-symbols check-style
check-headers check-deps check-docs check-symbols check-style: check-%: all
	$(quiet)$(test_env) testsuite/run testsuite/house/$*.sh

# REBUILDS=1: also through ccache and distcc. EDITS=1: with edits of its ABI.
KERNELS ?= 6.1 6.12
.PHONY: check-kernel check-kernel-run
check-kernel:
	$(quiet)$(test_env) testsuite/install-deps build check kernel dwarf
	$(quiet)$(second_make) check-kernel-run

check-kernel-run: all
	$(quiet)$(kernel_env) REBUILDS='$(REBUILDS)' EDITS='$(EDITS)' \
		testsuite/kernel/check $(KERNELS)

# PAIRINGS: some of those in testsuite/reuse/pairings, by name.
.PHONY: check-reuse check-reuse-run
check-reuse:
	$(quiet)$(test_env) testsuite/install-deps build check kernel reuse
	$(quiet)$(second_make) check-reuse-run

check-reuse-run: all
	$(quiet)$(kernel_env) KABI_REUSE='$(KABI_REUSE)' \
		testsuite/reuse/check $(PAIRINGS)

# SAMPLE=1: a fixed part that takes minutes: testsuite/gcc/README.md.
.PHONY: check-gcc check-gcc-run
check-gcc:
	$(quiet)$(test_env) testsuite/install-deps build gcc
	$(quiet)$(second_make) check-gcc-run

check-gcc-run: all
	$(quiet)$(test_env) JOBS=$(test_jobs) SAMPLE='$(SAMPLE)' \
		KABI_GCC_DIR='$(or $(KABI_GCC_DIR),$(abspath $(O))/gcc-testsuite)' \
		testsuite/gcc/check

# Figures, not tests: nothing fails because it is slow. BENCH are arguments of
# testsuite/bench/run.
.PHONY: bench bench-run
bench:
	$(quiet)$(test_env) testsuite/install-deps build kernel
	$(quiet)$(second_make) bench-run

bench-run: all
	$(quiet)$(kernel_env) testsuite/bench/run $(BENCH)
