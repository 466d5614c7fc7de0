"""`samspil ledger`: the stages for a person, everything for a program."""

from __future__ import annotations

import pytest

from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.matcher.cli.conftest import Samspil
from tests.matcher.services.ledger.records import make_list


@pytest.fixture
def _one_list(installation: Installation) -> None:
    club = make_organisation(installation, "Klubben", sector="association")
    home = make_organisation(installation, "Plejehjemmet", sector="public")
    make_list(installation, None, {club: (("contacted", 4),), home: ()})


@pytest.mark.usefixtures("_one_list")
def test_json_has_every_table(samspil: Samspil) -> None:
    answer = samspil("ledger", "--format", "json")
    assert answer.code == 0
    stages = answer.json["all"]["stages"]
    assert [each["count"] for each in stages] == [2, 1, 0, 0, 0, 0, 0]
    assert stages[1] == {"stage": "contacted", "count": 1, "days": 4.0, "rests_on": 1}
    assert {row["key"] for row in answer.json["by_sector"]} == {"association", "public"}


@pytest.mark.usefixtures("_one_list")
def test_the_table_and_its_conditions(samspil: Samspil) -> None:
    told = samspil("ledger", "--language", "en", "--from", "2026-01-01", "--sector", "public")
    assert told.code == 0
    lines = samspil("ledger", "--format", "csv", "--sector", "public").out.splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["1", "0", "0", "0", "0", "0", "0"]


@pytest.mark.usefixtures("_one_list")
def test_an_end_before_the_start_is_refused(samspil: Samspil) -> None:
    assert samspil("ledger", "--from", "2026-02-01", "--until", "2026-01-01").code == 1
