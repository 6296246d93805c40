// SPDX-License-Identifier: GPL-2.0-or-later
/* A module, demofs.ko, that exports nothing. */
#include <linux/sched.h>
#include <linux/string.h>

static struct task_struct flusher;

int init_module(void)
{
	strscpy(flusher.comm, "demofs", sizeof(flusher.comm));
	set_task_state(&flusher, TASK_KILLABLE);
	return wake_up_process(&flusher);
}
