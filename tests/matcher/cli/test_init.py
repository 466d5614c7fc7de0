"""`samspil init`."""

from __future__ import annotations

from pathlib import Path

from tests.matcher.cli.conftest import Samspil


def test_it_prints_a_link_that_works_until_somebody_used_one(samspil: Samspil) -> None:
    link = samspil("init", "--format", "json").json["link"]
    assert "/sign-in/" in link
    again = samspil("init", "--format", "json").json["link"]
    assert "/sign-in/" in again
    assert again != link


def test_the_database_is_in_the_working_directory(samspil: Samspil, tmp_path: Path) -> None:
    assert samspil("init").code == 0
    assert (tmp_path / "samspil.db").exists()


def test_the_demo_is_loaded_once(samspil: Samspil) -> None:
    assert samspil("init", "--demo", "--format", "json").json["demo"] is True
    assert samspil("init", "--demo", "--format", "json").json["demo"] is False
    answer = samspil("suggest", "Plejehjemmet Kvædehaven", "--format", "json").json
    assert len(answer["suggestions"]) == 10
    assert answer["candidates"] > 200
