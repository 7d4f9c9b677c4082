"""Which links Telegram accepts, and how it writes them."""

import re
from typing import Final

APP_SCHEME: Final = re.compile(r"(?i)^(tg|ton|tonsite):(?://)?")
DISALLOWED_HOST: Final = re.compile(r"[\x00-\x20<>\"'`{}|^\\]")


class LinkError(ValueError):
    """A link that Telegram refuses; the message is Telegram's."""


def checked_link(link: str) -> str:
    """The link as Telegram stores it; `LinkError` when it takes only http, https and its own schemes."""
    scheme = APP_SCHEME.match(link)
    if scheme:
        return _app_link(scheme[1].lower(), link[scheme.end() :])
    protocol, host, port, query = _parts(link)
    if "." not in host and not host.startswith("["):
        raise LinkError("Wrong HTTP URL")
    return f"{protocol}://{host}{port}{query}"


def _app_link(scheme: str, rest: str) -> str:
    if "://" in rest.split("?")[0]:
        raise LinkError(f"Wrong {scheme} URL")
    _, host, port, query = _parts(rest)
    if port or "@" in host:
        raise LinkError(f"Wrong {scheme} URL")
    if not re.fullmatch(r"[A-Za-z0-9_-]+", host):
        raise LinkError("Unallowed characters in URL host")
    return f"{scheme}://{host}{query[1:] if query.startswith('/?') or query == '/' else query}"


def _parts(link: str) -> tuple[str, str, str, str]:
    protocol, separator, rest = link.partition("://")
    if separator and ":" not in protocol:
        protocol = protocol.lower()
        if protocol not in ("http", "https"):
            raise LinkError("Unsupported URL protocol")
    else:
        protocol, rest = "http", link
    address, query = _split(rest)
    host, port = _host_and_port(address)
    if not host.rpartition("@")[2]:
        raise LinkError("URL host is empty")
    if host == "." or DISALLOWED_HOST.search(host):
        raise LinkError("Disallowed character in URL host")
    if not query.startswith("/"):
        query = f"/{query}"
    return protocol, host, port, query.rstrip().replace(" ", "%20")


def _split(rest: str) -> tuple[str, str]:
    cut = re.search(r"[/?#]", rest)
    return (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")


def _host_and_port(address: str) -> tuple[str, str]:
    found = re.fullmatch(r"(?s)(.+):([^:\]@]*)", address)
    if found is None:
        return address.lower(), ""
    host, digits = found[1], found[2]
    if not re.fullmatch(r"[0-9]{1,10}", digits) or not 0 < int(digits) <= 65_535:
        raise LinkError("Wrong port number specified in the URL")
    return host.lower(), f":{int(digits)}"
