"""What falls when a grant ends, which grants end soon, and what a map is told."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from matcher.errors import Refusal
from matcher.services.anchoring import (
    ending_grants,
    export_ending_grants,
    falls_on_map,
    show_falls,
)
from matcher.services.installation import Installation
from tests.factories import READER, make_collaboration, make_tie
from tests.matcher.services.anchoring.conftest import TODAY

END = date(2027, 12, 31)
SOON = date(2027, 1, 1)


def test_all_that_hangs_on_a_grant_is_told(
    installation: Installation, garden: SimpleNamespace
) -> None:
    make_tie(installation, garden.a, garden.c)
    found = show_falls(installation, READER, garden.key, as_of=TODAY)
    assert found is not None
    names = {garden.a: "Beboerhuset", garden.b: "Haveforeningen", garden.c: "Plejehjemmet"}
    assert [(a.name, b.name) for a, b in found.ties] == [
        (names[garden.a], names[garden.b]),
        (names[garden.b], names[garden.c]),
    ]
    assert [each.id for each in found.alone] == [garden.b]
    (lost,) = found.capacities
    assert (lost.capacity.en, [each.id for each in lost.needed_by]) == ("Meeting room", [garden.b])
    assert set(found.shown) == set(names)
    told = falls_on_map(installation, READER, garden.key, as_of=TODAY)
    assert told.alone == (garden.b,)
    assert {frozenset(pair) for pair in told.ties} == {
        frozenset((garden.a, garden.b)),
        frozenset((garden.b, garden.c)),
    }


def test_a_grant_may_carry_several_collaborations(
    installation: Installation, garden: SimpleNamespace
) -> None:
    alone = show_falls(installation, READER, garden.key, as_of=TODAY)
    assert alone is not None
    assert len(alone.ties) == 3
    other = make_collaboration(
        installation,
        "Caféen",
        [garden.a, garden.b],
        funding_source="PULJEN ",
        funding_end=END,
    )
    found = show_falls(installation, READER, garden.key, as_of=TODAY)
    assert found is not None
    assert found.others == ((other, "Caféen"),)
    assert len(found.ties) == 3
    make_collaboration(installation, "Koret", [garden.a, garden.b], funding_source="En anden")
    found = show_falls(installation, READER, garden.key, as_of=TODAY)
    assert found is not None
    assert len(found.ties) == 2


def test_before_it_has_begun_nothing_falls(
    installation: Installation, garden: SimpleNamespace
) -> None:
    key = make_collaboration(
        installation, "Næste år", [garden.a, garden.b], start=date(2027, 2, 1), funding_end=END
    )
    found = show_falls(installation, READER, key, as_of=TODAY)
    assert found is not None
    assert (found.begun, found.ties) == (False, ())


def test_without_an_end_there_is_nothing_to_tell(
    installation: Installation, garden: SimpleNamespace
) -> None:
    key = make_collaboration(installation, "Uden penge", [garden.a, garden.b])
    assert show_falls(installation, READER, key, as_of=TODAY) is None
    assert falls_on_map(installation, READER, key, as_of=TODAY).ties == ()
    for day in (date(2020, 1, 1), SOON):
        with pytest.raises(Refusal) as refused:
            show_falls(installation, READER, garden.key, end=day, as_of=TODAY)
        assert refused.value.code == "not_found"


def test_grants_that_end_within_a_year_are_listed(
    installation: Installation, garden: SimpleNamespace
) -> None:
    assert ending_grants(installation, READER, as_of=TODAY) == ()
    both = {"funding_end": SOON, "funding_source": "Fonden", "funding_amount": 100.0}
    make_collaboration(installation, "Æblefest", [garden.a, garden.b], **both)
    make_collaboration(installation, "Koncert", [garden.a, garden.b], **both)
    make_collaboration(installation, "Forbi", [garden.a], end=date(2026, 1, 1), **both)
    (found,) = ending_grants(installation, READER, as_of=TODAY)
    assert [line.title for line in found.grant.collaborations] == ["Koncert", "Æblefest"]
    assert (found.grant.amount, found.grant.end, found.planned) == (200.0, SOON, 0)
    # The garden still ties them.
    assert (found.ties, found.alone) == (0, 0)
    file = export_ending_grants(installation, READER, "csv", language="en", as_of=TODAY)
    assert "Koncert; Æblefest" in file.decode("utf-8-sig")
    assert export_ending_grants(installation, READER, "xlsx", language="da", as_of=TODAY)
