"""Which addresses the client may reach: http and https, and only what the whole world can reach.

Names are resolved here and the connection is made to the very address that was checked, so that
neither odd spellings (`2130706433`, `127.1`) nor a name that changes its mind lead inside.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from sources.client.names import Resolve
from warehouse.errors import RefusedError, UnreachableError, UsageError

PORTS: Final = {"http": 80, "https": 443}
EXPECTED: Final = "an address that anyone on the internet can reach"
# Addresses that carry another one inside: a way around every check of the outer one.
CARRIERS: Final = tuple(
    ipaddress.ip_network(net)
    for net in ("2002::/16", "2001::/32", "64:ff9b::/96", "64:ff9b:1::/48")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A checked address: what to ask for, and where to connect, best first."""

    url: str
    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]

    @property
    def origin(self) -> str:
        return _origin(self.scheme, self.host, self.port)

    @property
    def host_header(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        return all(ipaddress.ip_address(address).is_loopback for address in self.addresses)


def resolve(host: str, port: int) -> list[str]:
    """Addresses of a name as the system resolves it; raises OSError or UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(info[4][0]).partition("%")[0] for info in found]


def origin_of(url: str) -> str:
    """`scheme://host:port` with the port always written; ValueError for a broken address."""
    parts = urlsplit(url)
    port = parts.port or PORTS.get(parts.scheme, 0)
    return _origin(parts.scheme, (parts.hostname or "").rstrip("."), port)


def _origin(scheme: str, host: str, port: int) -> str:
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def allowed_origin(text: str) -> str:
    """An origin that a setting allows, as `origin_of` writes it; UsageError for anything else."""
    try:
        origin = origin_of(text.strip())
    except ValueError as error:
        raise UsageError(f"allowed origin {text!r}: expected scheme://host:port") from error
    if origin.startswith("://") or origin.endswith(":0") or "://:" in origin:
        raise UsageError(f"allowed origin {text!r}: expected scheme://host:port")
    return origin


def check(url: str, allowed: frozenset[str], resolver: Resolve = resolve) -> Target:
    """The target of an address that policy allows.

    `allowed` holds origins (as `origin_of` writes them) that may lie anywhere. RefusedError for
    what policy forbids, UnreachableError for a name that does not resolve.
    """
    try:
        parts = urlsplit(url)
        host, port = _ascii((parts.hostname or "").rstrip(".")), parts.port
    except ValueError as error:
        raise RefusedError(url, "a web address", str(error)) from error
    if parts.scheme not in PORTS or not host:
        raise RefusedError(url, "an http or https address", f"{parts.scheme or 'no scheme'}")
    if parts.username is not None or parts.password is not None:
        raise RefusedError(url, "an address without a user name", "one before the @")
    port = port or PORTS[parts.scheme]
    addresses = _resolved(url, host, port, resolver)
    if _origin(parts.scheme, host, port) not in allowed:
        for address in addresses:
            if not is_public(address):
                raise RefusedError(url, EXPECTED, _private(host, address))
    return Target(url=url, scheme=parts.scheme, host=host, port=port, addresses=tuple(addresses))


def _ascii(host: str) -> str:
    """A name as DNS and the Host header write it; UnicodeError, a ValueError, for no such name."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _resolved(url: str, host: str, port: int, resolver: Resolve) -> list[str]:
    try:
        addresses = list(dict.fromkeys(resolver(host, port)))
    except (OSError, UnicodeError) as error:
        raise UnreachableError(url, f"a host named {host}", f"no such name ({error})") from error
    if not addresses:
        raise UnreachableError(url, f"a host named {host}", "a name without addresses")
    return addresses


def is_public(address: str) -> bool:
    """Whether it is a global unicast address that carries no other address inside."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            parsed = parsed.ipv4_mapped
        elif any(parsed in net for net in CARRIERS):
            return False
    return parsed.is_global and not parsed.is_multicast


def _private(host: str, address: str) -> str:
    named = "" if host == address else f", which is what {host} resolves to"
    return f"{address}{named}"
