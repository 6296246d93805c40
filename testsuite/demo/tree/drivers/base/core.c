// SPDX-License-Identifier: GPL-2.0-or-later
/* Built in: the device model. */
#include <linux/device.h>
#include <linux/export.h>

int device_register(struct device *dev)
{
	if (!dev->name)
		return -1;
	dev->children.next = dev->children.prev = &dev->children;
	dev->power = POWER_ON;
	return 0;
}
EXPORT_SYMBOL_GPL(device_register);

void device_unregister(struct device *dev)
{
	if (dev->release)
		dev->release(dev);
}
EXPORT_SYMBOL_GPL(device_unregister);

int device_set_power(struct device *dev, enum power_state state)
{
	if (state == POWER_OFF && dev->children.next != &dev->children)
		return -1;
	dev->power = state;
	return 0;
}
EXPORT_SYMBOL_GPL(device_set_power);
