// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The only program of the guest.  Loads the modules that are there, lets the kernel
 * make the algorithms that are templates (it tests each when it is made), computes
 * digests whose values are known, sends frames through the driver, and says how each
 * went on lines that begin with "kabi: ".  The harness judges; this only reports.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/if_alg.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FRAMES = 10, CRYPTO_SIZE = 1 << 18 };

static void say(const char *what, const char *name, int failed)
{
	if (failed)
		printf("kabi: %s %s failed: %s\n", what, name, strerror(errno));
	else
		printf("kabi: %s %s ok\n", what, name);
}

/* In the order of /modules/list, which is that of their dependencies. */
static void load_modules(void)
{
	char name[128], path[160];
	FILE *list = fopen("/modules/list", "r");

	while (list && fscanf(list, "%127s", name) == 1) {
		int fd;

		snprintf(path, sizeof(path), "/modules/%s", name);
		fd = open(path, O_RDONLY);
		say("module", name,
		    fd < 0 || syscall(SYS_finit_module, fd, "", 0) != 0);
		if (fd >= 0)
			close(fd);
	}
	if (list)
		fclose(list);
}

static int bind_algorithm(const char *type, const char *name)
{
	struct sockaddr_alg address = { .salg_family = AF_ALG };
	int fd = socket(AF_ALG, SOCK_SEQPACKET, 0);

	strcpy((char *)address.salg_type, type);
	strcpy((char *)address.salg_name, name);
	if (fd >= 0 && bind(fd, (void *)&address, sizeof(address)) != 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static void make_algorithm(const char *type, const char *name)
{
	int fd = bind_algorithm(type, name);

	say("algorithm", name, fd < 0);
	if (fd >= 0)
		close(fd);
}

/* That of "abc", whose first bytes the standard has as an example. */
static void digest(const char *name, const char *begins)
{
	unsigned char is[64] = { 0 };
	char text[2 * sizeof(is) + 1];
	int fd = bind_algorithm("hash", name);
	int operation = fd < 0 ? -1 : accept(fd, NULL, 0);
	int failed = operation < 0 || write(operation, "abc", 3) != 3 ||
		     read(operation, is, sizeof(is)) < 16;
	size_t i;

	for (i = 0; i < sizeof(is); i++)
		sprintf(text + 2 * i, "%02x", is[i]);
	if (!failed && strncmp(text, begins, strlen(begins)) != 0) {
		errno = EBADMSG;
		failed = 1;
	}
	say("digest", name, failed);
	if (operation >= 0)
		close(operation);
	if (fd >= 0)
		close(fd);
}

static char crypto[CRYPTO_SIZE], crypto_before[CRYPTO_SIZE];

/*
 * /proc/crypto is read in pieces, and an algorithm that comes or goes in between,
 * as they do while they are tested, makes it skip another one: so it is read until
 * it is twice the same, without one that is still to be tested.
 */
static void read_crypto(void)
{
	for (int tries = 0; tries < 100; tries++) {
		FILE *file = fopen("/proc/crypto", "r");
		size_t size = 0;

		strcpy(crypto_before, crypto);
		if (file) {
			size = fread(crypto, 1, sizeof(crypto) - 1, file);
			fclose(file);
		}
		crypto[size] = '\0';
		if (!strstr(crypto, ": unknown") && !strcmp(crypto, crypto_before))
			return;
		usleep(100000);
	}
}

/* What /proc/crypto says of every driver. */
static void show_selftests(void)
{
	char driver[128] = "?", word[32];

	read_crypto();
	for (char *line = strtok(crypto, "\n"); line; line = strtok(NULL, "\n")) {
		if (sscanf(line, "selftest : %31s", word) == 1)
			printf("kabi: selftest %s %s\n", driver, word);
		else
			sscanf(line, "driver : %127s", driver);
	}
}

/* What the memory of all processes adds up to: the kernel has a per-CPU counter of it. */
static long committed_memory(void)
{
	char line[128];
	long kilobytes = 0;
	FILE *file = fopen("/proc/meminfo", "r");

	while (file && fgets(line, sizeof(line), file))
		sscanf(line, "Committed_AS: %ld", &kilobytes);
	if (file)
		fclose(file);
	errno = ERANGE;
	return kilobytes;
}

/* How many frames a network device says that it has sent; -1: it is not there. */
static long frames_sent(const char *device)
{
	char line[512];
	long sent = -1;
	FILE *file = fopen("/proc/net/dev", "r");

	while (file && fgets(line, sizeof(line), file)) {
		char *colon = strchr(line, ':');
		char *name = line + strspn(line, " ");

		if (!colon)
			continue;
		*colon = '\0';
		/* Eight figures of what was received, bytes, frames. */
		if (strcmp(name, device) == 0)
			sscanf(colon + 1, "%*s %*s %*s %*s %*s %*s %*s %*s %*s %ld",
			       &sent);
	}
	if (file)
		fclose(file);
	return sent;
}

static int send_frames(const char *device)
{
	static const unsigned char frame[64] = {
		2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x88, 0xb5, 'k', 'a', 'b', 'i'
	};
	struct sockaddr_ll to = { .sll_family = AF_PACKET, .sll_halen = 6 };
	struct ifreq request = { 0 };
	int i, fd = socket(AF_PACKET, SOCK_RAW, 0);

	strcpy(request.ifr_name, device);
	if (fd < 0 || ioctl(fd, SIOCGIFFLAGS, &request) != 0)
		return -1;
	request.ifr_flags |= IFF_UP;
	if (ioctl(fd, SIOCSIFFLAGS, &request) != 0 ||
	    ioctl(fd, SIOCGIFINDEX, &request) != 0)
		return -1;
	to.sll_ifindex = request.ifr_ifindex;
	for (i = 0; i < FRAMES; i++)
		if (sendto(fd, frame, sizeof(frame), 0, (void *)&to,
			   sizeof(to)) != sizeof(frame))
			return -1;
	close(fd);
	errno = EIO;
	return frames_sent(device) >= FRAMES ? 0 : -1;
}

/* As `ip link delete`: the kernel looks for what the driver wrote into the device. */
static int delete_device(const char *device)
{
	struct {
		struct nlmsghdr header;
		struct ifinfomsg link;
	} request = {
		.header = { .nlmsg_len = sizeof(request),
			    .nlmsg_type = RTM_DELLINK,
			    .nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK },
	};
	struct ifreq interface = { 0 };
	struct {
		struct nlmsghdr header;
		struct nlmsgerr answer;
		char rest[512];
	} reply = { 0 };
	int by_name = socket(AF_PACKET, SOCK_RAW, 0);
	int fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
	ssize_t length = -1;

	/* if_nametoindex() wants a family of sockets that is not there. */
	strcpy(interface.ifr_name, device);
	if (by_name < 0 || ioctl(by_name, SIOCGIFINDEX, &interface) != 0)
		return -1;
	close(by_name);
	request.link.ifi_index = interface.ifr_ifindex;
	if (fd >= 0 && send(fd, &request, sizeof(request), 0) > 0)
		length = recv(fd, &reply, sizeof(reply), 0);
	close(fd);
	if (length < (ssize_t)sizeof(reply.header) ||
	    reply.header.nlmsg_type != NLMSG_ERROR)
		return -1;
	errno = -reply.answer.error;
	return reply.answer.error ? -1 : 0;
}

int main(void)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	mkdir("/proc", 0755);
	mount("proc", "/proc", "proc", 0, NULL);
	puts("kabi: init");

	load_modules();
	make_algorithm("hash", "sha256");
	make_algorithm("hash", "sha3-256");
	make_algorithm("hash", "hmac(sha256)");
	make_algorithm("hash", "hmac(sha3-256)");
	make_algorithm("skcipher", "ctr(aes)");
	make_algorithm("aead", "gcm(aes)");
	digest("sha256", "ba7816bf8f01cfea414140de5dae2223");
	digest("sha3-256", "3a985da74fe225b2045c172d6bd390bd");
	show_selftests();
	say("counter", "Committed_AS", committed_memory() <= 0);
	say("driver", "dummy",
	    send_frames("dummy0") != 0 || delete_device("dummy0") != 0);

	puts("kabi: done");
	fflush(stdout);
	sync();
	reboot(RB_AUTOBOOT);
	return 1;
}
