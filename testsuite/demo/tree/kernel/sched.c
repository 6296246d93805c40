// SPDX-License-Identifier: GPL-2.0-or-later
/* Built in: tasks. */
#include <linux/export.h>
#include <linux/sched.h>

int wake_up_process(struct task_struct *task)
{
	if (task->state == TASK_RUNNING || task->state == TASK_STOPPED)
		return 0;
	task->state = TASK_RUNNING;
	return 1;
}
EXPORT_SYMBOL(wake_up_process);

void set_task_state(struct task_struct *task, u32 state)
{
	task->state = state;
}
EXPORT_SYMBOL(set_task_state);

bool task_is_waiting(const struct task_struct *task)
{
	return task->state & (TASK_INTERRUPTIBLE | TASK_KILLABLE);
}
EXPORT_SYMBOL_GPL(task_is_waiting);
