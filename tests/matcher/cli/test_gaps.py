"""`samspil gaps`: what is missing, in three formats."""

from __future__ import annotations

import csv
import io

import pytest

from matcher.cli.gaps import KINDS
from matcher.services.gaps import results
from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.matcher.cli.conftest import Samspil


@pytest.fixture
def town(network: Installation) -> Installation:
    """The network with a need in Valby that is met in Vesterbro."""
    make_organisation(
        network, "Koret", id="choir", needs=["meeting-room"], municipality="Byen", district="Valby"
    )
    make_organisation(
        network, "Salen", id="hall", offers=["meeting-room"], municipality="Byen", district="Vest"
    )
    return network


def test_the_kinds_are_those_that_there_are() -> None:
    assert KINDS == results.KINDS


def test_the_answer_has_its_shape(town: Installation, samspil: Samspil) -> None:
    answer = samspil("gaps", "--format", "json", "--language", "en").json
    assert set(answer) == {"as_of", "coverage", "summary", "gaps"}
    assert tuple(answer["gaps"]) == KINDS
    assert answer["coverage"]["organisations"] == 6
    (gap,) = answer["gaps"]["capacities"]
    assert (gap["area"], gap["needing"], gap["km"]) == ("Valby", 1, None)
    assert gap["nearest"] == {"id": "hall", "name": "Salen"}
    assert "helping" not in gap


def test_the_ties_that_would_help_are_told_when_asked_for(
    town: Installation, samspil: Samspil
) -> None:
    asked = ("gaps", "--of", "capacities", "--ties", "1", "--language", "en")
    answer = samspil(*asked, "--format", "json").json
    ((tie,),) = [gap["helping"] for gap in answer["gaps"]["capacities"]]
    assert (tie["for"]["id"], tie["with"]["id"], tie["gain"]) == ("choir", "hall", 1)
    assert (tie["measure"], tie["text"]) == ("needs", "meets 1 need")
    _, row = csv.reader(io.StringIO(samspil(*asked, "--format", "csv").out))
    assert (row[0], row[2], row[3], row[5]) == ("capacities", "Koret", "Salen", "1")
    table = samspil(*asked)
    assert (table.code, table.err) == (0, "")
    assert "Koret – Salen: fits" in " ".join(table.out.replace("│", " ").split())


def test_conditions_and_top_narrow_it(town: Installation, samspil: Samspil) -> None:
    answer = samspil("gaps", "--where", "area=Vest", "--top", "1", "--format", "json").json
    assert answer["gaps"]["capacities"] == []
    assert [gap["organisation"]["id"] for gap in answer["gaps"]["alone"]] == ["hall"]
    assert samspil("gaps", "--where", "area=Nowhere").code == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("--of", "holes"),
        ("--where", "area"),
        ("--where", "area=Vest", "--where", "area=Nord"),
        ("--top", "0"),
        ("--ties", "-1"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(samspil: Samspil, wrong: tuple[str, ...]) -> None:
    assert samspil("gaps", *wrong).code == 2


def test_an_empty_network_says_so(installation: Installation, samspil: Samspil) -> None:
    told = samspil("gaps", "--language", "en")
    assert told.code == 0
    assert "No single tie holds two sides together." in told.out
    assert samspil("gaps", "--format", "json").json["coverage"]["share"] == 0
