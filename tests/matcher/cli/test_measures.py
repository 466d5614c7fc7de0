"""`samspil measures`: the contract's JSON, a table and a CSV."""

from __future__ import annotations

import pytest

from matcher.services.installation import Installation
from tests.matcher.cli.conftest import Samspil


@pytest.mark.usefixtures("network")
def test_json_has_all_and_of_one(samspil: Samspil) -> None:
    answer = samspil("measures", "--format", "json")
    assert answer.code == 0
    assert answer.json["network"]["ties"] == 2
    assert answer.json["organisations"][0]["name"] == "Besøgsvennerne"
    one = samspil("measures", "--of", "Kulturhuset", "--format", "json").json["organisations"]
    assert [(each["id"], each["degree"], each["betweenness"]) for each in one] == [
        ("hub", 2, pytest.approx(1 / 3))
    ]


@pytest.mark.usefixtures("network")
def test_the_table_says_on_how_much_it_rests(samspil: Samspil) -> None:
    told = samspil("measures", "--language", "en").out
    assert "Ties are known for 75 % of the organisations (3 of 4)." in told
    assert "Kulturhuset" in told
    lines = samspil("measures", "--format", "csv", "--language", "en").out.splitlines()
    assert lines[0].startswith("Organisation,How many it works with")
    assert len(lines) == 5


def test_an_empty_network_is_told(samspil: Samspil, installation: Installation) -> None:
    assert installation is not None
    told = samspil("measures", "--language", "en")
    assert told.code == 0
    assert "There are no organisations yet." in told.out


@pytest.mark.usefixtures("network")
def test_somebody_unknown_is_refused(samspil: Samspil) -> None:
    assert samspil("measures", "--of", "Ingen Sådan", "--format", "json").code == 1
