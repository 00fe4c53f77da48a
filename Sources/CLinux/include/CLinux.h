// The Linux calls that Swift's Glibc module leaves out: epoll, accept4, eventfd, mremap.
//
// Only epoll's header is included here: any other would make this module the owner of declarations
// that Swift expects in Glibc.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>

// epoll's flags that are macros with casts, which Swift does not import.
static const uint32_t linux_epoll_in = EPOLLIN;
static const uint32_t linux_epoll_out = EPOLLOUT;
static const uint32_t linux_epoll_hangup = EPOLLHUP | EPOLLERR;
static const uint32_t linux_epoll_half_closed = EPOLLRDHUP;
static const uint32_t linux_epoll_exclusive = EPOLLEXCLUSIVE;

int linux_epoll_control(int poller, int operation, int descriptor, uint32_t events,
                        uint64_t token);

/// The `data` of an event, which is a union.
static inline uint64_t linux_epoll_token(const struct epoll_event *event) {
  return event->data.u64;
}

/// An IPv6 address as it goes over the network, IPv4 mapped into it; all zero for a Unix-domain
/// socket.
struct linux_address {
  uint8_t bytes[16];
};

/// The address in a socket address, which is a `struct sockaddr_storage`.
void linux_read_address(const void *from, struct linux_address *address);

/// The address that a text is, IPv6 or IPv4; 0 where it is none.
int linux_parse_address(const uint8_t *text, size_t length, struct linux_address *address);

/// accept4 with SOCK_NONBLOCK and SOCK_CLOEXEC; -1 and errno on failure.
int linux_accept(int listener, struct linux_address *peer);

/// Bytes written to a socket that its peer has not acknowledged; -1 and errno on failure.
int linux_unacknowledged(int descriptor);

/// A non-blocking eventfd; -1 and errno on failure.
int linux_event(void);

/// Gives free heap memory back to the system.
void linux_release_free_memory(void);

/// Has blocks of this size and more go back to the system as soon as they are freed.
void linux_return_blocks(int size);

/// NULL on failure.
void *linux_map_anonymous(size_t size);
void *linux_remap(void *block, size_t old_size, size_t new_size);
