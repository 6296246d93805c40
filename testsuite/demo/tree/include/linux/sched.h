/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef _LINUX_SCHED_H
#define _LINUX_SCHED_H

#include <linux/types.h>

/* What a task waits for. Modules have these numbers compiled into them. */
#define TASK_RUNNING		0x0000
#define TASK_INTERRUPTIBLE	0x0001
#define TASK_UNINTERRUPTIBLE	0x0002
#define TASK_STOPPED		0x0004
#define TASK_WAKEKILL		0x0100
#define TASK_KILLABLE		(TASK_WAKEKILL | TASK_UNINTERRUPTIBLE)

struct task_struct {
	u32 state;
	int prio;
	bool in_execve;
	bool in_iowait;
	struct list_head tasks;
	char comm[16];
};

int wake_up_process(struct task_struct *task);
void set_task_state(struct task_struct *task, u32 state);
bool task_is_waiting(const struct task_struct *task);

#endif /* _LINUX_SCHED_H */
