"""A wire with a length: two TUN devices, and every IP packet that enters one leaves the other DELAY later.

    python3 delay.py DELAY_MS SERVER_DEVICE CLIENT_DEVICE

Nothing is dropped, reordered, or held back by a rate: what a program takes longer over this wire than over loopback
is round trips and nothing else. Connections are the kernel's own, so a SYN costs its round trip, a FIN too, and slow
start is what it is.

Prints `ready`, then a line for each TCP packet at the moment the client's end sees it, in microseconds:

    1234567 < 21 40112 SA
    1274801 > 40112 21 A 55534552...        the payload's first 512 bytes in hex

Ends when its standard input is closed; the devices go with it.
"""

import collections
import errno
import fcntl
import os
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
PACKET = 65536
FLAGS = ((0x02, "S"), (0x10, "A"), (0x01, "F"), (0x04, "R"))


def open_device(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def tell(now, mark, packet):
    """One line for a TCP packet of IPv4; anything else passes untold."""
    if packet[0] >> 4 != 4 or packet[9] != 6:
        return
    tcp = packet[(packet[0] & 15) * 4 :]
    source, target = struct.unpack("!HH", tcp[:4])
    flags = "".join(letter for bit, letter in FLAGS if tcp[13] & bit)
    payload = tcp[(tcp[12] >> 4) * 4 :][:512].hex()
    print(int(now * 1e6), mark, source, target, flags or "-", payload)


def deliver(device, packet):
    """A device that is not up takes nothing, as a computer that is still off."""
    try:
        os.write(device, packet)
    except OSError as error:
        if error.errno != errno.EIO:
            raise


def main():
    delay, server_name, client_name = float(sys.argv[1]) / 1e3, sys.argv[2], sys.argv[3]
    server, client = open_device(server_name), open_device(client_name)
    under_way = {server: collections.deque(), client: collections.deque()}
    print("ready", flush=True)
    while True:
        due = min((queue[0][0] for queue in under_way.values() if queue), default=None)
        timeout = None if due is None else max(0, due - time.monotonic())
        readable, _, _ = select.select([server, client, sys.stdin], [], [], timeout)
        if sys.stdin in readable:
            return
        now = time.monotonic()
        for device in readable:
            packet = os.read(device, PACKET)
            under_way[server if device == client else client].append((now + delay, packet))
            if device == client:
                tell(now, ">", packet)
        for device, queue in under_way.items():
            while queue and queue[0][0] <= now:
                packet = queue.popleft()[1]
                deliver(device, packet)
                if device == client:
                    tell(now, "<", packet)
        sys.stdout.flush()


main()
