"""Fetching a page over HTTP, and only from public addresses unless told otherwise."""

from __future__ import annotations

import socket
import time
from ipaddress import IPv6Address, ip_address
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import certifi
import msgspec
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from registan.errors import InputError, SourceError

MAX_HOPS: Final = 5
TIMEOUT: Final = urllib3.Timeout(connect=10, read=20)
READABLE: Final = (
    "text/html",
    "text/plain",
    "application/xhtml+xml",
    "application/xml",
    "text/xml",
)
FEEDS: Final = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
PATIENCE: Final = 60.0  # Seconds for a whole answer, however it trickles in.
PIECE: Final = 65_536
AGENT: Final = "Registan/0.1 (+news reader)"
NAT64: Final = 0x64FF9B << 96  # 64:ff9b::/96 carries an IPv4 address in its last 32 bits.


class Fetched(msgspec.Struct, frozen=True):
    """What an address answered: the bytes, their media type, and the address after redirects.

    `whole` is false where the answer had not ended when its time was up.
    """

    body: bytes
    media_type: str
    url: str
    whole: bool = True


class _PrivateError(Exception):
    """The connection led to an address that is not public."""


def is_url(source: str) -> bool:
    """Whether a source is a web address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def is_public(address: str) -> bool:
    """Whether an IP address is reachable by anyone: not private, loopback, link-local or reserved.

    Addresses that wrap an IPv4 address (mapped, 6to4, NAT64) are judged by what they wrap.
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        wrapped = found.ipv4_mapped or found.sixtofour
        if wrapped is None and int(found) >> 32 == NAT64 >> 32:
            return is_public(str(ip_address(int(found) & 0xFFFFFFFF)))
        if wrapped is not None:
            return is_public(str(wrapped))
    return found.is_global and not found.is_multicast and not found.is_reserved


def fetch(
    url: str,
    *,
    limit: int,
    allow_private: bool = False,
    feeds: bool = False,
    patience: float = PATIENCE,
) -> Fetched:
    """Fetch a page of at most `limit` bytes, following up to five redirects.

    Every hop's host is resolved and checked, and so is the address that was really connected to,
    so that a name that changes its answer gains nothing. InputError for an address that is refused
    or a page that is no text; SourceError where nobody answers.
    """
    with _open_pool(allow_private) as pool:
        for _ in range(MAX_HOPS + 1):
            _check_url(url, allow_private)
            answer = _request(pool, url)
            try:
                target = answer.get_redirect_location()
                if not target:
                    return _read(answer, url, limit, READABLE + FEEDS * feeds, patience)
            finally:
                answer.release_conn()
            url = urljoin(url, target)
    raise SourceError(f"{url} redirects more than {MAX_HOPS} times.")


def _check_url(url: str, allow_private: bool) -> None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(f"{url} is no web address: {error}.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise InputError(f"{url} is no web address.", hint="Give one with http:// or https://.")
    if not allow_private and not all(map(is_public, _resolve(host, port))):
        raise _refuse(url)


def _refuse(url: str) -> InputError:
    return InputError(
        f"{url} leads to a private or local address, which is refused.",
        hint="Use --allow-private if you mean it.",
    )


def _resolve(host: str, port: int | None) -> set[str]:
    try:
        answers = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(
            f"{host} was not found: no network, or no such host.",
            hint="Check the address, or save the page and give the file.",
        ) from error
    return {str(answer[4][0]) for answer in answers}


def _request(pool: urllib3.PoolManager, url: str) -> urllib3.BaseHTTPResponse:
    try:
        answer = pool.request(
            "GET",
            url,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=TIMEOUT,
            headers={"User-Agent": AGENT, "Accept": ", ".join(READABLE)},
        )
    except _PrivateError as error:
        raise _refuse(url) from error
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise SourceError(f"{url} did not answer ({_reason(error)}).", hint="Try again.") from error
    return answer


def _reason(error: Exception) -> str:
    text = str(error).rpartition(": ")[2].strip()
    return text if 0 < len(text) < 80 else type(error).__name__


def _read(
    answer: urllib3.BaseHTTPResponse,
    url: str,
    limit: int,
    readable: tuple[str, ...],
    patience: float,
) -> Fetched:
    if answer.status >= 400:
        raise SourceError(f"{url} answered {answer.status} {answer.reason or ''}".strip() + ".")
    media_type = answer.headers.get("Content-Type", "text/html").partition(";")[0].strip().lower()
    if media_type not in readable:
        raise InputError(f"{url} is no article but {media_type}.", hint="Give a page or a text.")
    try:
        body, whole = _gather(answer, limit, patience)
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise SourceError(f"{url} broke off while answering ({_reason(error)}).") from error
    if not whole and len(body) <= limit and media_type not in FEEDS and readable == READABLE:
        raise SourceError(f"{url} had not ended after {patience:.0f} seconds.", hint="Try again.")
    return Fetched(body, media_type, url, whole)


def _gather(answer: urllib3.BaseHTTPResponse, limit: int, patience: float) -> tuple[bytes, bool]:
    """Read until the end, the limit or the time is reached; say whether it was the end."""
    pieces: list[bytes] = []
    ends, size = time.monotonic() + patience, 0
    while size <= limit:
        piece = answer.read1(min(PIECE, limit + 1 - size), decode_content=True)
        if not piece:
            return b"".join(pieces), True
        pieces.append(piece)
        size += len(piece)
        if time.monotonic() > ends:
            break
    return b"".join(pieces), False


def _open_pool(allow_private: bool) -> urllib3.PoolManager:
    pool = urllib3.PoolManager(ca_certs=certifi.where())
    if not allow_private:
        pool.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicSecurePool}
    return pool


def _check_peer(connected: socket.socket) -> socket.socket:
    if not is_public(str(connected.getpeername()[0])):
        connected.close()
        raise _PrivateError
    return connected


class _PublicConnection(HTTPConnection):
    def _new_conn(self) -> Any:
        return _check_peer(super()._new_conn())


class _PublicSecureConnection(HTTPSConnection):
    def _new_conn(self) -> Any:
        return _check_peer(super()._new_conn())


class _PublicPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicSecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PublicSecureConnection
