"""The key that signs sessions is the same for every process, and made once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from matcher.services.installation import Installation
from matcher.services.session_key import session_key
from matcher.settings import Settings


def test_the_settings_come_first(installation: Installation) -> None:
    url = installation.settings.database_url
    named = Installation(Settings(database_url=url, secret_key="from the settings"))
    assert session_key(named) == "from the settings"
    named.close()
    assert session_key(installation) != "from the settings"


def test_it_is_kept(installation: Installation) -> None:
    key = session_key(installation)
    assert len(key) >= 40
    assert session_key(installation) == key


def test_processes_that_start_at_once_agree(installation: Installation) -> None:
    others = [Installation(installation.settings) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        keys = set(pool.map(session_key, others))
    for other in others:
        other.close()
    assert len(keys) == 1


def test_it_is_not_in_the_history(installation: Installation) -> None:
    from sqlalchemy import func, select

    from matcher.store.tables import Change

    session_key(installation)
    with installation.reading() as session:
        assert session.execute(select(func.count()).select_from(Change)).scalar_one() == 0
