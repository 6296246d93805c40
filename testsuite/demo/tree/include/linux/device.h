/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef _LINUX_DEVICE_H
#define _LINUX_DEVICE_H

#include <linux/types.h>

enum power_state {
	POWER_ON,
	POWER_SUSPENDED,
	POWER_OFF,
};

struct device {
	const char *name;
	u32 flags;
	enum power_state power;
	struct device *parent;
	struct list_head children;
	void (*release)(struct device *dev);
};

int device_register(struct device *dev);
void device_unregister(struct device *dev);
int device_set_power(struct device *dev, enum power_state state);

#endif /* _LINUX_DEVICE_H */
