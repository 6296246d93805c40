# SPDX-License-Identifier: GPL-2.0-or-later
# kabi.so: the recorder, pure C that also links without GCC, and the glue, C++
# because GCC's headers are.

plugin_recorder_src := $(sort $(wildcard plugin/*.c))
# plugin_checks: another file, for `make checked`.
plugin_glue_src := $(sort $(wildcard plugin/*.cc)) $(plugin_checks)
plugin_recorder_obj := $(plugin_recorder_src:%.c=$(O)/%.o)
plugin_glue_obj := $(plugin_glue_src:%.cc=$(O)/%.o)

plugin_pch := $(O)/plugin/pch/gcc-compat.h.gch

plugin_gcc_dir := $(shell $(CC) -print-file-name=plugin 2>/dev/null)
plugin_install_dir := $(plugin_gcc_dir)

OBJCOPY ?= objcopy
NM ?= nm

$(plugin_recorder_obj): extra_cflags = -fPIC
# -fno-rtti as GCC itself; its headers are not ours to warn about.
$(plugin_glue_obj) $(plugin_pch): extra_cxxflags = -std=gnu++14 -fPIC -fvisibility=hidden \
	-fno-rtti -fno-exceptions -Wall -Wextra
$(plugin_glue_obj) $(plugin_pch): extra_cppflags = -isystem $(plugin_gcc_dir)/include

# GCC's headers take three quarters of each compilation: they are read once. Behind
# the folder of the result stands that of the header, for a compiler that does not
# take the result.
$(plugin_glue_obj): extra_cppflags += -I$(dir $(plugin_pch)) -Iplugin \
	-include gcc-compat.h
$(plugin_glue_obj): $(plugin_pch)
$(plugin_pch): plugin/gcc-compat.h $(O)/flags
	@mkdir -p $(@D)
	$(call msg,CXX,$@)$(CXX) $(cppflags) $(extra_cppflags) $(CPPFLAGS) \
		$(extra_cxxflags) $(CXXFLAGS) -MMD -MP -x c++-header -o $@ $<
-include $(plugin_pch:.gch=.d)

# References to GCC become weak: kabi.so then loads into a compiler that it was
# not built for and can say so, instead of failing on the first missing symbol.
# Not linked by $(CXX): what the glue needs of libstdc++ is in cc1.
$(O)/plugin/glue.o: $(plugin_glue_obj)
	$(call msg,LD,$@)$(CC) -r -nostdlib -o $@ $^ && \
		$(NM) -u $@ | sed 's/^ *U //' > $@.undefined && \
		$(OBJCOPY) --weaken-symbols=$@.undefined $@

# A weak reference to something of our own would hide a typing error.
$(O)/kabi.so: $(plugin_recorder_obj) $(O)/plugin/glue.o $(dictionary) plugin/kabi.map
	$(call msg,LINK,$@)$(CC) -shared -static-libgcc $(CFLAGS) $(LDFLAGS) \
		-Wl,--version-script=plugin/kabi.map -o $@ \
		$(filter %.o,$^) -lzstd -lz && \
		if $(NM) -D --undefined-only $@ | grep kabi; then \
			rm -f $@; exit 1; fi
