"""The pages, one subject a module; each has a `blueprint`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from flask import Blueprint

BLUEPRINTS = (
    "account",
    "audit",
    "brief_partners",
    "briefs",
    "candidates",
    "collaborations",
    "embed",
    "export",
    "gaps",
    "health",
    "history",
    "home",
    "imports",
    "introductions",
    "languages",
    "links",
    "maps",
    "measures",
    "organisations",
    "people",
    "place",
    "recipes",
    "reports",
    "search",
    "shortlists",
    "sign_in",
    "suggestions",
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
