# SPDX-License-Identifier: GPL-2.0-or-later
# Unit tests: every testsuite/unit/test-*.c is a program over the library and
# the recorder, and runs as it is and under the sanitizers (in $(O)/san, which
# shares its objects with the sanitized programs).

unit_src := $(sort $(wildcard testsuite/unit/test-*.c))
unit_obj := $(unit_src:%.c=$(O)/%.o)
unit_programs := $(unit_src:%.c=$(O)/%)
unit_tests := $(unit_programs) $(unit_src:%.c=$(O)/san/%)

# What is read by others and written by us must not be able to break them.
fuzz_src := $(sort $(wildcard testsuite/fuzz/fuzz-*.c))
fuzz_obj := $(fuzz_src:%.c=$(O)/%.o) $(O)/testsuite/fuzz/replay.o
fuzz_programs := $(fuzz_src:%.c=$(O)/%)

$(unit_obj) $(fuzz_obj): extra_cppflags = -iquote tools/lib -Iplugin

# An archive: a test takes of the recorder only what it names.
$(O)/librecorder.a: $(plugin_recorder_obj)
	$(call msg,AR,$@)rm -f $@ && $(AR) rcs $@ $^

$(unit_programs): $(O)/%: $(O)/%.o $(tools_lib) $(O)/librecorder.a
	$(call msg,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ \
		$(tools_ldlibs) -pthread

$(fuzz_programs): $(O)/%: $(O)/%.o $(O)/testsuite/fuzz/replay.o $(tools_lib)
	$(call msg,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ \
		$(tools_ldlibs) -pthread

.PHONY: unit-programs fuzz-programs check-unit
unit-programs: $(unit_programs)
fuzz-programs: $(fuzz_programs)

check-unit: unit-programs sanitized
	$(quiet)$(test_env) testsuite/run -j$(test_jobs) $(unit_tests)
