# SPDX-License-Identifier: GPL-2.0-or-later
# kabi.so: the recorder, pure C that also links without GCC, and the glue, C++
# because GCC's headers are.

plugin_recorder_src := $(sort $(wildcard plugin/*.c))
plugin_glue_src := $(sort $(wildcard plugin/*.cc))
plugin_recorder_obj := $(plugin_recorder_src:%.c=$(O)/%.o)
plugin_glue_obj := $(plugin_glue_src:%.cc=$(O)/%.o)

plugin_gcc_dir := $(shell $(CC) -print-file-name=plugin)
plugin_install_dir := $(plugin_gcc_dir)

$(plugin_recorder_obj): extra_cflags = -fPIC
# -fno-rtti as GCC itself; its headers are not ours to warn about.
$(plugin_glue_obj): extra_cxxflags = -std=gnu++14 -fPIC -fvisibility=hidden \
	-fno-rtti -fno-exceptions -Wall -Wextra
$(plugin_glue_obj): extra_cppflags = -isystem $(plugin_gcc_dir)/include

$(O)/kabi.so: $(plugin_recorder_obj) $(plugin_glue_obj)
	$(call msg,LINK,$@)$(CXX) -shared -static-libgcc $(CXXFLAGS) $(LDFLAGS) \
		-o $@ $^ -lzstd -lz
