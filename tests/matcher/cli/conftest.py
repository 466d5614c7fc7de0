"""A command line on a database of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from matcher.cli import main
from matcher.services.installation import Installation
from matcher.settings import Settings
from tests.factories import make_collaboration, make_organisation


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its answer, parsed; a number that is none would be an error."""
        return json.loads(self.out, parse_constant=pytest.fail)


Samspil = Callable[..., Answer]


@pytest.fixture
def samspil(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Samspil:
    """Runs a command in an empty folder, with its database there."""
    monkeypatch.chdir(tmp_path)

    def run(*argv: object) -> Answer:
        capsys.readouterr()
        try:
            code = main([str(each) for each in argv])
        except SystemExit as stopped:  # argparse, on wrong usage
            code = int(str(stopped.code or 0))
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def installation(samspil: Samspil) -> Iterator[Installation]:
    """The installation behind the commands, set up, with a small network in it."""
    assert samspil("init").code == 0
    opened = Installation(Settings())
    yield opened
    opened.close()


@pytest.fixture
def network(installation: Installation) -> Installation:
    """Four organisations: a home that needs, two that offer, and a friend of both."""
    home = make_organisation(
        installation,
        "Plejehjemmet Åkanden",
        id="home",
        sector="public",
        needs=["volunteers"],
        themes=["loneliness"],
        contact_person="Dagligt kontor",
    )
    friends = make_organisation(
        installation, "Besøgsvennerne", id="friends", sector="association", offers=["volunteers"]
    )
    make_organisation(installation, "Åkander & Co", id="shop", sector="business", offers=["garden"])
    hub = make_organisation(installation, "Kulturhuset", id="hub", sector="association")
    make_collaboration(installation, "Sang", [home, hub], start="2020-01-01")
    make_collaboration(installation, "Kaffe", [hub, friends], start="2020-01-01")
    return installation
