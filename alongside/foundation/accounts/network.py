"""From which network a request comes, for counting (trust 12)."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """Return the address, or for version 6 the /64 that one household or phone has to itself."""
    address = ip_address(get_adapter(request).get_client_ip(request))
    return _around(address, 64) if isinstance(address, IPv6Address) else str(address)


def wider_network(network: str) -> str:
    """Return the network around one: what a single owner of many addresses often holds as a whole.

    >>> wider_network("192.0.2.7")
    '192.0.2.0/24'
    >>> wider_network("2001:db8:1:2::/64")
    '2001:db8:1::/48'
    """
    address = ip_address(network.partition("/")[0])
    return _around(address, 48 if isinstance(address, IPv6Address) else 24)


def _around(address: IPv4Address | IPv6Address, bits: int) -> str:
    return str(ip_network((address, bits), strict=False))
