// SPDX-License-Identifier: GPL-2.0-or-later
void fill(char *to, unsigned long size)
{
	unsigned long length = size;

	to[length < size ? length : size - 1] = 0;
}
/*
kabi-test: what the compiler itself counts bytes in is no type of the source
kabi-records: base
kabi-expect-start
base char size=1 align=1 encoding=char
base unsigned long size=8 align=8 encoding=unsigned
kabi-expect-end
*/
