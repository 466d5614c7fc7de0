"""Evidence as the records have it, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from datetime import date
from typing import Any

from matcher.network.evidence import AGREEMENTS, Pieces, day
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.network_evidence import network_evidence
from matcher.store.documents import collaborations, organisations
from matcher.store.documents.table import write

AS_OF = date(2026, 5, 1)
NO_TIE = dict.fromkeys(("a", "b", "kind", "source", "reporter", "date", "end", "confidence"))


def plant(installation: Installation) -> None:
    """Three and a hidden one in a garden, two in an old choir, one report, one of the future."""
    with installation.writing(OPERATOR) as work:
        names = {"a": "Havelauget", "b": "Biblioteket", "c": "Bageren", "h": "Den skjulte"}
        write(
            work,
            "organisation",
            {
                key: {**organisations.EMPTY, "name": name, "hidden": key == "h"}
                for key, name in names.items()
            },
        )
        write(
            work,
            "collaboration",
            {
                "garden": make_joint(
                    "Ålehaven",
                    "abch",
                    start="2025-03-01",
                    agreement="oral",
                    funding_end="2027-06-30",
                ),
                "choir": make_joint("Østerkoret", "ab", start="2018-01-01", end="2020-12-31"),
                "fair": make_joint("Messen", "bc", start="2027-01-01"),
                "alone": make_joint("Alene", "a"),
            },
        )
        write(
            work,
            "tie",
            {
                "t1": {**NO_TIE, "a": "c", "b": "a", "kind": "lokaler", "confidence": 0.5},
                "t2": {**NO_TIE, "a": "a", "b": "b", "date": "2026-09-01"},
            },
        )
        work.commit()


def make_joint(title: str, members: str, **told: Any) -> dict[str, Any]:
    return {
        **collaborations.EMPTY,
        "title": title,
        **told,
        "participants": [
            {"organisation": key, "role": None, "since": None, "until": None} for key in members
        ],
    }


def evidence(installation: Installation, as_of: date = AS_OF) -> tuple[Pieces, tuple[str, ...]]:
    landscape = installation.landscape(as_of)
    return network_evidence(installation, landscape), landscape.ids


def test_collaborations_and_reports_are_evidence(installation: Installation) -> None:
    plant(installation)
    pieces, ids = evidence(installation)
    told = [
        (ids[a] + ids[b], pieces.kinds[kind], round(strength, 3))
        for a, b, kind, strength in zip(
            pieces.a, pieces.b, pieces.kind, pieces.strength, strict=True
        )
    ]
    third = round(1 / 3, 3)
    assert told == [
        ("ab", "collaboration", 1.0),
        ("ab", "collaboration", third),
        ("ac", "collaboration", third),
        ("ac", "lokaler", 0.5),
        ("ah", "collaboration", third),
        ("bc", "collaboration", third),
        ("bh", "collaboration", third),
        ("ch", "collaboration", third),
    ]


def test_collaborations_have_their_agreement_and_money(installation: Installation) -> None:
    plant(installation)
    known = evidence(installation)[0].known
    assert known.ids == ("alone", "choir", "garden")
    garden = known.ids.index("garden")
    assert AGREEMENTS[known.agreement[garden]] == "oral"
    assert day(int(known.funding_end[garden])) == date(2027, 6, 30)
    assert (day(int(known.start[garden])), day(int(known.end[garden]))) == (date(2025, 3, 1), None)
    assert sorted(known.titles, key=lambda title: known.order[known.titles.index(title)]) == [
        "Alene",
        "Østerkoret",
        "Ålehaven",
    ]


def test_an_earlier_day_knows_less(installation: Installation) -> None:
    plant(installation)
    pieces, ids = evidence(installation, date(2019, 1, 1))
    assert [ids[row] for row in (pieces.a[0], pieces.b[0])] == ["a", "b"]
    assert pieces.known.ids == ("alone", "choir")


def test_organisations_that_came_after_the_landscape_was_read_are_passed_over(
    installation: Installation,
) -> None:
    plant(installation)
    before = installation.landscape(AS_OF)
    with installation.writing(OPERATOR) as work:
        write(work, "organisation", {"z": {**organisations.EMPTY, "name": "Ny"}})
        write(work, "collaboration", {"new": make_joint("Ny", "az")})
        work.commit()
    assert len(network_evidence(installation, before)) == 8


def test_no_records(installation: Installation) -> None:
    assert len(evidence(installation)[0]) == 0
