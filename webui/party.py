"""A party at its own pages: the token in the address says who asks, whoever is signed in."""

from __future__ import annotations

from flask import g, session

from matcher.services.parties import PartyHere, party_here
from webui import here

BLUEPRINTS = frozenset(
    {
        "no_mail",
        "party",
        "party_agreement",
        "party_decisions",
        "party_pulse",
        "party_purpose",
        "sign_up",
    }
)
"""Blueprints whose addresses carry a secret of their own.

They need no session and no token against forged requests: whoever forges one would have to know the
address. So a form that was open for a week can still be sent.
"""


def enter(token: str) -> PartyHere:
    """The party that a token is for; its pages are in its own language unless another is chosen.

    Refusal (link_expired) for a token that opens nothing.
    """
    found = party_here(here.installation(), token, here.today())
    if "language" not in session:
        g.language = found.party.language
    return found
