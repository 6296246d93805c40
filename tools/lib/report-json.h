/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A change as the JSON report has it, for formats that are JSON too. */
#ifndef KABI_TOOLS_REPORT_JSON_H
#define KABI_TOOLS_REPORT_JSON_H

#include "change.h"
#include "json.h"

/* One of changes->changes; the caller releases it. */
struct json_object *kabi_report_json_change(const struct kabi_changes *changes,
					    const struct kabi_change *change);
struct json_object *
kabi_report_json_summary(const struct kabi_changes *changes);
struct json_object *kabi_report_json_side(const struct kabi_side *side);

#endif /* KABI_TOOLS_REPORT_JSON_H */
