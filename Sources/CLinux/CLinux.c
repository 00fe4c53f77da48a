#define _GNU_SOURCE
#include "CLinux.h"

#include <arpa/inet.h>
#include <linux/sockios.h>
#include <malloc.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>

int linux_epoll_control(int poller, int operation, int descriptor, uint32_t events,
                        uint64_t token) {
  struct epoll_event event = {.events = events, .data = {.u64 = token}};
  return epoll_ctl(poller, operation, descriptor, &event);
}

void linux_read_address(const void *from, struct linux_address *address) {
  memset(address, 0, sizeof *address);
  switch (((const struct sockaddr *)from)->sa_family) {
  case AF_INET6:
    memcpy(address->bytes, &((const struct sockaddr_in6 *)from)->sin6_addr, 16);
    break;
  case AF_INET:
    memset(address->bytes + 10, 0xff, 2);
    memcpy(address->bytes + 12, &((const struct sockaddr_in *)from)->sin_addr, 4);
    break;
  }
}

int linux_parse_address(const uint8_t *text, size_t length, struct linux_address *address) {
  char ended[INET6_ADDRSTRLEN] = {0};
  if (length == 0 || length >= sizeof ended || memchr(text, 0, length) != NULL) return 0;
  memcpy(ended, text, length);
  if (strchr(ended, ':') != NULL) return inet_pton(AF_INET6, ended, address->bytes);
  struct sockaddr_in four = {.sin_family = AF_INET};
  if (inet_pton(AF_INET, ended, &four.sin_addr) != 1) return 0;
  linux_read_address(&four, address);
  return 1;
}

int linux_accept(int listener, struct linux_address *peer) {
  struct sockaddr_storage from = {0};
  socklen_t length = sizeof from;
  int descriptor =
      accept4(listener, (struct sockaddr *)&from, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
  linux_read_address(&from, peer);
  return descriptor;
}

int linux_unacknowledged(int descriptor) {
  int bytes = 0;
  return ioctl(descriptor, SIOCOUTQ, &bytes) < 0 ? -1 : bytes;
}

int linux_event(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void linux_release_free_memory(void) { malloc_trim(0); }

void linux_return_blocks(int size) { mallopt(M_MMAP_THRESHOLD, size); }

static void *checked(void *block) { return block == MAP_FAILED ? NULL : block; }

void *linux_map_anonymous(size_t size) {
  return checked(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
}

void *linux_remap(void *block, size_t old_size, size_t new_size) {
  return checked(mremap(block, old_size, new_size, MREMAP_MAYMOVE));
}
