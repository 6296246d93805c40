/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the TU was compiled with. Needs gcc-compat.h before it. */
#ifndef KABI_PLUGIN_SETTINGS_H
#define KABI_PLUGIN_SETTINGS_H

struct kabi_recorder;

/* Writes a `setting` record for each; when all options are final. */
void kabi_settings_record(struct kabi_recorder *recorder);

#endif /* KABI_PLUGIN_SETTINGS_H */
