from __future__ import annotations

from sqlalchemy import create_engine, text


def test_the_database_of_a_worker_is_its_own_and_speaks_utf8(postgresql_url: str) -> None:
    engine = create_engine(postgresql_url)
    with engine.connect() as connection:
        name = connection.execute(text("SELECT current_database()")).scalar_one()
        assert connection.execute(text("SHOW server_encoding")).scalar_one() == "UTF8"
    engine.dispose()
    assert name.startswith("samspil_test_")
