"""Offers and needs: words in a cell, and rows of their own."""

from __future__ import annotations

from typing import Any

from matcher.services.installation import Installation
from tests.factories import make_capacity, make_organisation
from tests.matcher.services.importing.makers import counts, faults, make_file, organisations, take

HEADING = "organisation;offers_or_needs;term;note;amount;unit;when;until\n"


def rows(installation: Installation, text: str) -> Any:
    return take(installation, make_file(HEADING + text, "capacities.csv"))


def offers(installation: Installation) -> list[tuple[Any, ...]]:
    return [
        (each["term"], each["note"], each["amount"], each["until"])
        for each in organisations(installation)["A"]["offers"]
    ]


def test_a_word_asks_for_no_more_than_the_term(installation: Installation) -> None:
    make_organisation(installation, "A", offers=[make_capacity("meeting-room", note="Stort")])
    report = take(installation, "navn;tilbyder\nA;Mødelokale|Kørsel\n")
    assert counts(report.created) == {"capacities": 1}
    assert counts(report.unchanged) == {"organisations": 1, "capacities": 1}
    assert [term for term, *_ in offers(installation)] == ["meeting-room", "transport"]


def test_a_row_says_more_of_what_a_word_named(installation: Installation) -> None:
    make_organisation(installation, "A", offers=["meeting-room"])
    report = rows(installation, "A;offers;Mødelokale;Stort;20;pladser;;31-12-2030\n")
    assert counts(report.updated) == {"capacities": 1}
    assert offers(installation) == [("meeting-room", "Stort", 20.0, "2030-12-31")]


def test_a_word_and_a_row_in_one_call_are_one(installation: Installation) -> None:
    report = take(
        installation,
        make_file("id;navn;tilbyder\n1;A;Mødelokale\n", "a.csv", "valby"),
        make_file(HEADING + "1;tilbyder;Mødelokale;Stort;;;;\n", "b.csv", "valby"),
    )
    assert counts(report.created) == {"organisations": 1, "capacities": 1}
    assert len(offers(installation)) == 1


def test_the_same_term_twice_with_other_notes(installation: Installation) -> None:
    text = "A;offers;Mødelokale;Stort;20;;;\nA;offers;Mødelokale;Lille;4;;;\n"
    make_organisation(installation, "A")
    assert counts(rows(installation, text).created) == {"capacities": 2}
    assert counts(rows(installation, text).unchanged) == {"capacities": 2}
    report = rows(installation, text.replace("4", "5"))
    assert (counts(report.updated), counts(report.unchanged)) == (
        {"capacities": 1},
        {"capacities": 1},
    )
    assert sorted(amount for _, _, amount, _ in offers(installation)) == [5.0, 20.0]


def test_an_empty_cell_does_not_erase(installation: Installation) -> None:
    make_organisation(installation, "A", offers=[make_capacity("meeting-room", note="x", amount=3)])
    assert counts(rows(installation, "A;offers;Mødelokale;;;;;\n").unchanged) == {"capacities": 1}
    assert offers(installation) == [("meeting-room", "x", 3, None)]


def test_what_is_offered_is_not_what_is_needed(installation: Installation) -> None:
    make_organisation(installation, "A", offers=["meeting-room"])
    rows(installation, "A;needs;Mødelokale;;;;;\n")
    found = organisations(installation)["A"]
    assert [each["term"] for each in found["needs"]] == ["meeting-room"]


def test_references_and_words_that_are_none(installation: Installation) -> None:
    make_organisation(installation, "A")
    report = rows(installation, "Nobody;offers;Mødelokale;;;;;\nA;offers;???;;;;;\n")
    assert [(row, column, value) for row, column, value, _ in faults(report)] == [
        (2, "organisation", "Nobody"),
        (3, "term", "???"),
    ]
