// SPDX-License-Identifier: GPL-2.0-or-later
/* Another way to find its address. */
#ifdef NEW
__thread int a = 1;
__attribute__((section(".data..percpu"))) int b = 1;
#else
int a = 1;
int b = 1;
#endif
/*
kabi-test: thread-local and per-CPU variables
kabi-run: diff
kabi-with: values
kabi-changes-start
break variable-storage-changed variable a | global -> thread-local
break variable-storage-changed variable b | global -> per-CPU
note section-added section .data..percpu | - -> data
kabi-changes-end
*/
