// SPDX-License-Identifier: GPL-2.0-or-later
/* A bit-field of whole bytes, where they stand, is an integer of them. */
enum state { OFF, ON };

struct device {
#ifdef NEW
	unsigned char state;
	unsigned char kind;
	unsigned short flags : 8;
	unsigned short users;
#else
	enum state state : 8;
	unsigned char kind : 8;
	unsigned char flags;
	unsigned short users : 9;
#endif
	int id;
};

int f(struct device *device)
{
	return device->state;
}
/*
kabi-test: a bit-field that fills its bytes becomes an ordinary member
kabi-run: diff
kabi-with: values
kabi-changes-start
break member-size-changed struct device: users | width 9 -> size 2
risk member-type-changed struct device: flags | unsigned char -> unsigned short
risk member-type-changed struct device: state | enum state -> unsigned char
kabi-changes-end
*/
