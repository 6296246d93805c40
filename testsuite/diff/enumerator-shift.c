// SPDX-License-Identifier: GPL-2.0-or-later
/* What is put in front of others moves all of them: one change. */
enum state {
	OFF,
#ifdef NEW
	DOZING,
#else
	LISTENING = 10,
#endif
	IDLE,
	BUSY,
	FULL = 20,
	DRAINED,
#ifdef NEW
	BROKEN = 32,
#else
	BROKEN = 30,
#endif
	LOST,
	FIXED = 40,
#ifdef NEW
	SOLD = 41,
	THROWN_AWAY = 43,
#else
	SOLD = 42,
	THROWN_AWAY = 41,
#endif
};

int f(enum state state)
{
	return state;
}
/*
kabi-test: enumerators that follow from others
kabi-run: diff
kabi-with: values
kabi-changes-start
break enumerator-value-changed enum state: BROKEN | 30 -> 32
  break enumerator-value-changed enum state: LOST | 31 -> 33
break enumerator-value-changed enum state: IDLE | 11 -> 2
  break enumerator-value-changed enum state: BUSY | 12 -> 3
break enumerator-removed enum state: LISTENING | 10 -> -
break enumerator-value-changed enum state: SOLD | 42 -> 41
break enumerator-value-changed enum state: THROWN_AWAY | 41 -> 43
note enumerator-added enum state: DOZING | - -> 1
kabi-changes-end
*/
