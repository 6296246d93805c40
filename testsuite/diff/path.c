// SPDX-License-Identifier: GPL-2.0-or-later
/* How a symbol comes to what changed, on the side where it is the nearer. */
struct device {
#ifdef NEW
	long added;
#endif
	int id;
};
struct net_device {
	char name[16];
	struct device *dev;
};
struct nearer {
#ifdef NEW
	long added;
#endif
	int id;
};
struct farther {
#ifdef NEW
	long added;
#endif
	int id;
};
struct holder {
	struct nearer **a;
	struct farther *b;
};
void own(int i) { }
int register_netdevice(struct net_device *net)
{
	return net->dev->id;
}
#ifdef NEW
void put_nearer(struct nearer *nearer, struct farther **farther) { }
#endif
void put(struct holder *holder) { }
/*
kabi-test: paths from symbols to changes
kabi-run: diff
kabi-with: distance, path
kabi-changes-start
break member-added struct device: added | distance 2 | path register_netdevice -> struct net_device -> member dev -> struct device
  break member-moved struct device: id
  break type-alignment-changed struct device
  break type-size-changed struct device
break member-added struct farther: added | distance 2 | path put -> struct holder -> member b -> struct farther
  break member-moved struct farther: id
  break type-alignment-changed struct farther
  break type-size-changed struct farther
break member-added struct nearer: added | distance 1 | path put_nearer -> struct nearer
  break member-moved struct nearer: id
  break type-alignment-changed struct nearer
  break type-size-changed struct nearer
note symbol-added function put_nearer | distance 0 | path -
kabi-changes-end
*/
