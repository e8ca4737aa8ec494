"""Whether a host is this very machine: what goes there need not be encrypted on its way."""

import ipaddress


def is_this_machine(host: str) -> bool:
    """By its address or as `localhost`; a name that only looks like one is another machine.

    >>> is_this_machine("127.0.0.1"), is_this_machine("127.0.0.1.example.org")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
