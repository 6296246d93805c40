// SPDX-License-Identifier: GPL-2.0-or-later
/* A module, loop.ko, that exports a function of its own into a namespace. */
#include <linux/export.h>
#include <linux/netdevice.h>

int netif_rx(struct net_device *net, const void *packet, size_t length)
{
	if (!packet)
		return NET_RX_DROP;
	if (length > net->mtu)
		return NET_RX_RETRY;
	net->rx_packets++;
	return NET_RX_SUCCESS;
}
EXPORT_SYMBOL_NS_GPL(netif_rx, NET_LOOP);

int init_module(void)
{
	static struct net_device loop = { .dev.name = "loop", .mtu = 1500 };

	return device_register(&loop.dev);
}
