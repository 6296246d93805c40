#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# That each check of whole kernels can fail; needs no kernel.
exec "$(dirname "$0")/../kernel/selftest"
