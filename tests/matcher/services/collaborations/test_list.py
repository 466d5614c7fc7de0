"""Collaborations by where they stand in time, by agreement and by title."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.access import NOBODY
from matcher.services.collaborations import list_collaborations
from matcher.services.collaborations.list import PER_PAGE, FoundCollaborations
from matcher.services.installation import Installation
from matcher.wording.say import say
from tests.factories import READER, make_collaboration, make_organisation

TODAY = date(2026, 6, 1)


def find(installation: Installation, **wanted: Any) -> FoundCollaborations:
    """What a reader finds on a day in June."""
    return list_collaborations(installation, READER, as_of=TODAY, **wanted)


def titles(found: FoundCollaborations) -> list[str]:
    """The titles found, in order."""
    return [each.line.title for each in found.lines]


@pytest.fixture
def some(installation: Installation) -> Installation:
    """Collaborations on either side of the day."""
    for title, fields in {
        "Åben ende": {"start": "2020-01-01", "agreement": "oral"},
        "Slut i går": {"end": "2026-05-31"},
        "Slut i dag": {"start": "2025-01-01", "end": "2026-06-01", "agreement": "written"},
        "Penge til september": {"end": "2028-01-01", "funding_end": "2026-09-01"},
        "Penge brugt": {"funding_end": "2026-01-01"},
        "Slut til jul": {"end": "2026-12-24"},
        "Begynder i morgen": {"start": "2026-06-02", "agreement": "none"},
        "Ende om et halvt år": {"end": "2026-12-01"},
    }.items():
        make_collaboration(installation, title, **fields)
    return installation


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("past", {"Slut i går"}),
        ("planned", {"Begynder i morgen"}),
        (
            "current",
            {
                "Åben ende",
                "Slut i dag",
                "Penge til september",
                "Penge brugt",
                "Slut til jul",
                "Ende om et halvt år",
            },
        ),
    ],
)
def test_every_collaboration_stands_in_one_place_in_time(
    some: Installation, when: Any, expected: set[str]
) -> None:
    found = find(some, when=when)
    assert set(titles(found)) == expected
    assert {each.state for each in found.lines} == {when}


def test_what_expires_within_six_months_soonest_first(some: Installation) -> None:
    found = find(some, when="expiring")
    assert titles(found) == ["Slut i dag", "Penge til september", "Ende om et halvt år"]
    assert [say(each.warning, "en") for each in found.lines if each.warning] == [
        "Ends on 1 June 2026",
        "The money ends on 1 September 2026",
        "Ends on 1 December 2026",
    ]


def test_the_list_is_in_danish_order(some: Installation) -> None:
    assert titles(find(some))[-1] == "Åben ende"


def test_by_agreement(some: Installation) -> None:
    assert titles(find(some, agreement="oral")) == ["Åben ende"]
    assert titles(find(some, agreement="none")) == ["Begynder i morgen"]
    assert find(some, agreement="unknown").total == 5


@pytest.mark.parametrize("text", ["åben", "AABEN", "ende åben"])
def test_by_title_as_danes_write(some: Installation, text: str) -> None:
    assert titles(find(some, text=text)) == ["Åben ende"]


def test_partners_are_named_in_danish_order(installation: Installation) -> None:
    keys = [make_organisation(installation, name) for name in ("Ørnen", "Abe", "Zebra")]
    make_collaboration(installation, "Fest", keys)
    assert find(installation).lines[0].line.partners == ("Abe", "Zebra", "Ørnen")


@pytest.mark.parametrize("text", ["a " * 2_000, "x" * 60_000])
def test_a_text_without_end_is_answered(some: Installation, text: str) -> None:
    found = list_collaborations(some, READER, as_of=TODAY, text=text)
    assert found.total == len(found.lines)


def test_pages(installation: Installation) -> None:
    for number in range(PER_PAGE + 1):
        make_collaboration(installation, f"Nr. {number:03}")
    found = find(installation, page=2)
    assert (found.page, found.pages, titles(found)) == (2, 2, [f"Nr. {PER_PAGE:03}"])


def test_nobody_must_sign_in(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        list_collaborations(installation, NOBODY, as_of=TODAY)
    assert refusal.value.code == "not_signed_in"
