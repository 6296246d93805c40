/* SPDX-License-Identifier: GPL-2.0-or-later */
#ifndef _LINUX_NETDEVICE_H
#define _LINUX_NETDEVICE_H

#include <linux/device.h>

/* Passed and returned as plain int: no prototype names this enum. */
enum {
	NET_RX_SUCCESS,
	NET_RX_DROP,
	NET_RX_RETRY,
};

struct net_device {
	struct device dev;
	u32 mtu;
	u64 rx_packets;
};

int netif_rx(struct net_device *net, const void *packet, size_t length);

#endif /* _LINUX_NETDEVICE_H */
