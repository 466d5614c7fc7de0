"""How often somebody may try in vain to sign in before they have to wait."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter

from matcher.settings import Settings


def network() -> str:
    """Where the request comes from: an IPv4 address, or the /64 network of an IPv6 one."""
    text = request.remote_addr or "unknown"
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv6Address):
        return str(IPv6Address(int(address) >> 64 << 64))
    return text


def account() -> str:
    """The account that is tried, without its e-mail standing in the store of the counts."""
    email = request.form.get("email", "").strip().casefold()
    return hashlib.sha256(email.encode()).hexdigest()


def account_from_here() -> str:
    """One account tried from one place."""
    return f"{network()} {account()}"


def link_from_here() -> str:
    """One link tried from one place, without its token standing in the store of the counts."""
    token = str((request.view_args or {}).get("token", ""))
    return f"{network()} {hashlib.sha256(token.encode()).hexdigest()}"


LIMITS: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("sign_in.enter", "10 per 15 minutes", account_from_here),
    ("sign_in.enter", "60 per 15 minutes", network),
    ("sign_in.enter", "100 per hour", account),
    ("sign_in.accept", "60 per 15 minutes", network),
    ("links.unlock", "10 per 15 minutes", link_from_here),
    ("links.unlock", "60 per 15 minutes", network),
)
"""(endpoint, how many attempts that fail, counted by what)."""

ASKED: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("sign_up.send", "60 per 15 minutes", link_from_here),
    ("party_agreement.document", "60 per 15 minutes", link_from_here),
    *(
        (endpoint, "120 per 15 minutes", link_from_here)
        for endpoint in (
            "party_purpose.answer",
            "party_purpose.confirm",
            "party_purpose.remark",
            "party_pulse.answer",
            "party_agreement.accept",
            "sign_up.withdraw",
        )
    ),
)
"""The same of what is done without an account: all counts. A room of people may share one network,
so as many may sign up from it as come to an event. What is made anew each time, such as a PDF, or
kept each time is not asked for by hand more often than this."""


def init_app(app: Flask, settings: Settings) -> None:
    """Count attempts at the endpoints of the table; one more than allowed is answered 429."""
    limiter = Limiter(network, app=app, storage_uri=settings.rate_limit_storage)
    for endpoint, allowed, key in LIMITS:
        limited = limiter.limit(allowed, key_func=key, methods=["POST"], deduct_when=_failed)
        view: Callable[..., Any] = app.view_functions[endpoint]
        app.view_functions[endpoint] = limited(view)
    for endpoint, allowed, key in ASKED:
        asked: Callable[..., Any] = app.view_functions[endpoint]
        app.view_functions[endpoint] = limiter.limit(allowed, key_func=key)(asked)


def _failed(response: Response) -> bool:
    return response.status_code >= 400
