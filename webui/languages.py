"""Which language a page is in, and the catalogues of its texts."""

from __future__ import annotations

from flask import Flask, current_app, g, has_request_context, request, session
from flask_babel import Babel

from matcher.wording.say import LANGUAGES
from webui import identity

NAMES = (("da", "Dansk"), ("en", "English"))
"""Each language by its own name."""


def init_app(app: Flask) -> None:
    """Let Flask-Babel ask for the language of each request."""
    Babel(app, locale_selector=language)
    app.context_processor(lambda: {"language": language(), "languages": NAMES})


def language() -> str:
    """What was chosen on the page, else the person's own, else the installation's.

    The browser is asked only where the setting says so: many a Danish office has English ones.
    """
    if not has_request_context():
        return _default()
    if "language" not in g:
        g.language = _chosen() or _preferred() or _default()
    kept: str = g.language
    return kept


def choose(code: str) -> None:
    """Keep a language for this session; it is the language from now on."""
    session["language"] = code
    g.language = code


def _chosen() -> str | None:
    code = session.get("language")
    return code if code in LANGUAGES else None


def _preferred() -> str | None:
    person = identity.person()
    if person is not None and person.language in LANGUAGES:
        return person.language
    if current_app.config["SAMSPIL_ASK_BROWSER"]:
        return request.accept_languages.best_match(LANGUAGES)
    return None


def _default() -> str:
    code: str = current_app.config["BABEL_DEFAULT_LOCALE"]
    return code
