# SPDX-License-Identifier: GPL-2.0-or-later
# The programs: a thin main each over one library.

tools_names := kabi-collect kabi-diff kabi-reuse kabi-show
tools_programs := $(tools_names:%=$(O)/%)

# Style and script of the HTML report, as bytes in an object.
html_page := $(O)/tools/lib/report-html-page.o
html_sources := tools/lib/report-html.css tools/lib/report-html.js

tools_lib_src := $(sort $(wildcard tools/lib/*.c))
tools_lib_obj := $(tools_lib_src:%.c=$(O)/%.o) $(html_page)
tools_lib := $(O)/libkabi.a

tools_packages := libelf libxml-2.0 libzstd zlib liblzma json-c nettle
tools_cppflags := $(shell $(PKG_CONFIG) --cflags $(tools_packages) 2>/dev/null)
tools_ldlibs := $(shell $(PKG_CONFIG) --libs $(tools_packages) 2>/dev/null || \
	echo missing)
ifneq ($(filter missing,$(tools_ldlibs)),)
ifneq ($(filter-out clean demo check check-kernel format%,$(or $(MAKECMDGOALS),all)),)
$(error libraries are missing ($(tools_packages)): testsuite/install-deps installs them)
endif
endif

$(tools_lib_obj): extra_cppflags = $(tools_cppflags)
$(tools_names:%=$(O)/tools/%.o): extra_cppflags = -iquote tools/lib

$(html_page:.o=.c): tools/html-page.sh $(html_sources)
	@mkdir -p $(@D)
	$(call msg,GEN,$@)sh $< $(html_sources) > $@.tmp && mv $@.tmp $@

$(html_page): extra_cppflags = -iquote tools/lib
$(html_page): %.o: %.c $(O)/flags
	$(call msg,CC,$@)$(compile_c)

$(tools_lib): $(tools_lib_obj) $(dictionary)
	$(call msg,AR,$@)rm -f $@ && $(AR) rcs $@ $^

$(tools_programs): $(O)/%: $(O)/tools/%.o $(tools_lib)
	$(call msg,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ \
		$(tools_ldlibs) -pthread

# bash-completion looks for a file of the program's name.
.PHONY: install-completion
install-completion:
	dir=$(DESTDIR)$(PREFIX)/share/bash-completion/completions; \
	install -d $$dir && for program in $(tools_names); do \
		install -m 644 tools/completion.bash $$dir/$$program || exit 1; \
	done
