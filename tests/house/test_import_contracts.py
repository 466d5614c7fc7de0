"""The import contracts speak of every room of the engine that there is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGINE = (
    "landscape",
    "signals",
    "recipe",
    "suggest",
    "introduce",
    "compose",
    "pair",
    "network",
    "partnership",
)


@pytest.mark.parametrize("room", ENGINE)
def test_a_room_of_the_engine_may_know_neither_storage_nor_web(room: str) -> None:
    if not list((ROOT / "matcher").glob(f"{room}*")):
        return  # not built yet
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {one["id"]: one for one in metadata["tool"]["importlinter"]["contracts"]}
    assert f"matcher.{room}" in contracts["engine"]["source_modules"]
