"""The key that signs sessions: from the settings, else made once and kept with the records."""

from __future__ import annotations

import secrets

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.store.queries import installation as values

_NAME = "session_key"


def session_key(installation: Installation) -> str:
    """The key of this installation; the same for every process that serves it.

    Writers take turns, so of two processes that start at once one makes the key and the other
    reads it.
    """
    if installation.settings.secret_key:
        return installation.settings.secret_key
    with installation.reading() as session:
        kept = values.value(session, _NAME)
    return kept if kept is not None else _make(installation)


def _make(installation: Installation) -> str:
    with installation.writing(OPERATOR) as work:
        kept = values.value(work.session, _NAME)
        if kept is not None:
            return kept
        key = secrets.token_urlsafe(32)
        values.keep_value(work, _NAME, key)
        work.commit()
    return key
