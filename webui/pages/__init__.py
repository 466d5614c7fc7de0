"""The pages, one subject a module; each has a `blueprint`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from flask import Blueprint

BLUEPRINTS = (
    "account",
    "anchoring",
    "agreement",
    "audit",
    "brief_partners",
    "briefs",
    "calendar",
    "candidates",
    "collaborations",
    "due",
    "embed",
    "event_plan",
    "event_run",
    "event_sign_ups",
    "events",
    "export",
    "gaps",
    "health",
    "history",
    "home",
    "imports",
    "intentions",
    "introductions",
    "languages",
    "ledger",
    "links",
    "maps",
    "measures",
    "no_mail",
    "organisations",
    "parties",
    "party",
    "party_agreement",
    "party_decisions",
    "party_pulse",
    "party_purpose",
    "people",
    "place",
    "pulse",
    "purpose",
    "recipes",
    "reports",
    "search",
    "shortlists",
    "sign_in",
    "sign_up",
    "starting",
    "steps",
    "suggestions",
    "talks",
    "time",
    "verdicts",
    "views",
)
"""The modules of this package that the app consists of; webui/access.py has their endpoints."""


def blueprints() -> Iterator[Blueprint]:
    """The blueprint of each module, in the order listed."""
    for name in BLUEPRINTS:
        module = import_module(f"{__name__}.{name}")
        blueprint: Blueprint = module.blueprint
        yield blueprint
