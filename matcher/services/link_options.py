"""How a read-only link is made: for whom, for how long, with a password, for which web sites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from matcher.errors import Refusal
from matcher.services.passwords import weakness
from matcher.wording.message import Message, message

DAYS = 30
LONGEST_DAYS = 365
LONGEST_LABEL = 100
MOST_SITES = 10

_HOST = re.compile(
    r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
)
_LOCAL = frozenset({"localhost", "127.0.0.1"})


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareOptions:
    """Whom a link is for, in the maker's own words, and how many days it is good.

    With a password, whoever opens it is asked for that; `sites` are addresses of the web sites that
    may show it in a frame. A frame cannot ask for a password, so a link has one or the other.
    """

    label: str
    days: int = DAYS
    password: str = ""
    sites: tuple[str, ...] = ()


def checked(subject: str, options: ShareOptions) -> tuple[str, tuple[str, ...]]:
    """The label and the sites as they are kept; Refusal (invalid) with `fields` for faults."""
    label = options.label.strip()
    faults: dict[str, Message | None] = {
        "label": _label_fault(label),
        "days": None
        if 1 <= options.days <= LONGEST_DAYS
        else message("Choose between 1 and {n} days.", n=LONGEST_DAYS),
        "password": weakness(options.password, name=label) if options.password else None,
    }
    sites, faults["sites"] = _sites(subject, options)
    fields = {field: fault for field, fault in faults.items() if fault is not None}
    if fields:
        raise Refusal("invalid", next(iter(fields.values())), fields=fields)
    return label, sites


def origin(text: str) -> str | None:
    """The origin that a web address belongs to, as browsers compare them; None if it is none.

    Over https, or over http on the machine itself. What follows the host is left out.

    >>> origin("https://Www.Valby.example/om-os/"), origin("http://localhost:8080")
    ('https://www.valby.example', 'http://localhost:8080')
    >>> origin("http://www.valby.example"), origin("https://*.example"), origin("https://a;b")
    (None, None, None)
    """
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:  # also of what cannot be written as a host
        return None
    allowed = parts.scheme == "https" or (parts.scheme == "http" and host in _LOCAL)
    if not allowed or parts.username is not None or not _HOST.fullmatch(host):
        return None
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _label_fault(label: str) -> Message | None:
    if label and len(label) <= LONGEST_LABEL:
        return None
    return message("Write in at most {n} characters whom the link is for.", n=LONGEST_LABEL)


def _sites(subject: str, options: ShareOptions) -> tuple[tuple[str, ...], Message | None]:
    """The origins, each once, and what is wrong with them."""
    given = [text for text in options.sites if text.strip()]
    found = {text: origin(text) for text in given}
    wrong = next((text for text, each in found.items() if each is None), None)
    if wrong is not None:
        return (), message(
            "“{address}” is not the address of a web site. Write it as https://www.example.org.",
            address=wrong.strip()[:100],
        )
    if given and subject != "map":
        return (), message("Only the map can be shown on other web sites.")
    if given and options.password:
        return (), message(
            "A link with a password cannot be shown on other web sites: leave out one of the two."
        )
    if len(given) > MOST_SITES:
        return (), message("Name at most {n} web sites.", n=MOST_SITES)
    return tuple(dict.fromkeys(each for each in found.values() if each is not None)), None
