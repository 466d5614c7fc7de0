"""Collaborations, participants and ties."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.services.installation import Installation
from tests.factories import make_organisation
from tests.matcher.services.importing.makers import (
    counts,
    everything,
    faults,
    make_file,
    take,
)


def collaborations(installation: Installation) -> list[dict[str, Any]]:
    found = everything(installation)["collaboration"]
    return sorted(found.values(), key=lambda each: (each["title"], each["start"] or ""))


def test_without_an_id_title_and_start_tell(installation: Installation) -> None:
    text = "titel;start;formål\nSommerfest;2024;x\nSommerfest;2025;x\nMøde;;x\n"
    assert counts(take(installation, text).created) == {"collaborations": 3}
    assert counts(take(installation, text).unchanged) == {"collaborations": 3}
    report = take(installation, "titel;start;formål\nSommerfest;2025;y\nMøde;2025-02-03;\n")
    assert counts(report.updated) == {"collaborations": 2}
    assert [each["start"] for each in collaborations(installation)] == [
        "2025-02-03",
        "2024-01-01",
        "2025-01-01",
    ]


def test_the_same_title_and_start_twice_need_ids(installation: Installation) -> None:
    report = take(installation, "titel;start\nFest;2024\nFest;2024\n")
    assert [row for row, *_ in faults(report)] == [3]
    report = take(installation, "id;titel;start\n1;Dans;2024\n2;Dans;2024\n")
    assert counts(report.created) == {"collaborations": 2}


def test_an_id_is_known_again_whatever_the_title(installation: Installation) -> None:
    take(installation, "id;titel;bevilling\n1;A;\n2;B;\n3;C;\n")
    report = take(installation, "id;titel;bevilling\n1;A;\n2;Noget helt andet;\n3;C;1.500 kr.\n")
    assert counts(report.updated) == {"collaborations": 2}
    assert [each["title"] for each in collaborations(installation)] == [
        "A",
        "C",
        "Noget helt andet",
    ]
    assert collaborations(installation)[1]["funding_amount"] == 1500


@pytest.mark.parametrize("heading", ["area", "Område", "REGION", "områder"])
def test_the_area_is_one_text_of_several_names(installation: Installation, heading: str) -> None:
    text = f"id;titel;{heading}\n1;Fest;Valby | Vanløse|Valby\n2;Møde;\n"
    assert counts(take(installation, text).created) == {"collaborations": 2}
    assert [each["area"] for each in collaborations(installation)] == ["Valby; Vanløse", None]
    assert counts(take(installation, text).updated) == {}
    assert counts(take(installation, text.replace("Valby | Vanløse|Valby", "")).updated) == {}
    report = take(installation, text.replace("Valby | Vanløse|Valby", "Bornholm"))
    assert counts(report.updated) == {"collaborations": 1}
    assert [each["area"] for each in collaborations(installation)] == ["Bornholm", None]


def test_an_organisation_takes_part_once(installation: Installation) -> None:
    make_organisation(installation, "A")
    text = "projekt;aktør;rolle;fra;til\nFest;A;tovholder;;\nFest;a;partner;;\n"
    report = take(installation, make_file("titel\nFest\n", "p.csv"), make_file(text, "d.csv"))
    assert faults(report) == [(3, "aktør", "a", "Row 2 says already that it takes part.")]
    report = take(installation, text.replace("tovholder;;", ";2024-01-01;"))
    assert counts(report.updated) == {"participants": 1}
    (fest,) = collaborations(installation)
    (part,) = fest["participants"]
    assert (part["role"], part["since"], part["until"]) == ("tovholder", "2024-01-01", None)


def test_participants_of_what_there_is_not(installation: Installation) -> None:
    make_organisation(installation, "A")
    report = take(installation, "projekt;aktør\nFest;A\n")
    assert [(row, column) for row, column, *_ in faults(report)] == [(2, "projekt")]
    take(installation, "titel\nFest\n")
    report = take(installation, "projekt;aktør\nFest;A\nFest;B\n")
    assert [(row, column) for row, column, *_ in faults(report)] == [(3, "aktør")]
    assert counts(report.created) == {"participants": 1}


def ties(installation: Installation) -> list[dict[str, Any]]:
    return list(everything(installation)["tie"].values())


def test_a_tie_is_known_again_by_its_evidence(installation: Installation) -> None:
    for name in ("A", "B"):
        make_organisation(installation, name)
    text = "fra;til;type;kilde;oplyst af;dato;slut\nA;B;leje;Samtale;X;2024-01-01;\n"
    assert counts(take(installation, text).created) == {"ties": 1}
    assert counts(take(installation, text).unchanged) == {"ties": 1}
    assert counts(take(installation, text.replace("A;B", "B;A")).unchanged) == {"ties": 1}
    assert counts(take(installation, text.replace(";\n", ";2025\n")).updated) == {"ties": 1}
    other = take(installation, text.replace("Samtale", "Brev"))
    assert counts(other.created) == {"ties": 1}
    assert counts(take(installation, text.replace("2024-01-01", "")).unchanged) == {"ties": 1}


def test_rows_of_a_tie_with_and_without_a_date(installation: Installation) -> None:
    for name in ("A", "B"):
        make_organisation(installation, name)
    heading = "fra;til;kilde;dato\n"
    rows = ["A;B;x;\n", "A;B;x;2024-01-01\n"]
    assert counts(take(installation, heading + rows[1]).created) == {"ties": 1}
    assert counts(take(installation, heading + "".join(rows)).created) == {"ties": 1}
    for order in (rows, rows[::-1]):
        assert counts(take(installation, heading + "".join(order)).unchanged) == {"ties": 2}


def test_a_file_without_a_source_is_the_source(installation: Installation) -> None:
    for name in ("A", "B", "C"):
        make_organisation(installation, name)
    text = "fra;til\nA;B\nB;C\n"
    take(installation, make_file(text, "rundspørge.csv"))
    assert {each["source"] for each in ties(installation)} == {"rundspørge"}
    again = take(installation, make_file(text, "andet navn.csv"))
    assert counts(again.unchanged) == {"ties": 2}


def test_ties_that_are_none(installation: Installation) -> None:
    make_organisation(installation, "A")
    make_organisation(installation, "B")
    report = take(installation, "fra;til\nA;a\nA;Nobody\nA;B\nB;A\n")
    assert [(row, column) for row, column, *_ in faults(report)] == [
        (2, "til"),
        (3, "til"),
        (5, None),
    ]
