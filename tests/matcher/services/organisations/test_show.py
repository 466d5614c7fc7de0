"""What an organisation's page tells, and to whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.organisations import OrganisationPage, show_organisation
from matcher.wording.message import Words
from tests.factories import (
    EDITOR,
    READER,
    make_capacity,
    make_collaboration,
    make_organisation,
    make_participant,
    make_tie,
)

TODAY = date(2026, 6, 1)
CONTACT = {"email": "post@huset.example", "phone": "00000000", "contact_person": "Kim Prøve"}


def show(installation: Installation, key: str, actor: Actor = EDITOR) -> OrganisationPage:
    """The page as of a day in June."""
    return show_organisation(installation, actor, key, as_of=TODAY)


def test_the_profile_is_told_in_words_of_both_languages(installation: Installation) -> None:
    parent = make_organisation(installation, "Kommunen")
    key = make_organisation(
        installation,
        "Huset",
        kind="school",
        parent=parent,
        sector="public",
        website="www.huset.example",
        lat=55.66,
        lon=12.5,
        themes=["loneliness", "green"],
        target_groups=["older"],
        needs=[make_capacity("transport", amount=2.0, unit="ture", until="2026-06-01")],
        offers=[make_capacity("volunteers", until="2026-05-31")],
        sources=[("kommunens liste", "17")],
    )
    make_organisation(installation, "Ørnen", parent=key)
    make_organisation(installation, "Zebraen", parent=key, id="z")
    page = show(installation, key)
    assert page.kind == Words(da="Skole", en="School")
    assert page.parent == (parent, "Kommunen")
    assert [name for _, name in page.units] == ["Zebraen", "Ørnen"]
    assert [words.en for words in page.themes] == ["Green spaces", "Loneliness"]
    assert (page.website, page.website_url) == ("www.huset.example", "https://www.huset.example")
    assert page.coordinates == (55.66, 12.5)
    assert page.sources == (("kommunens liste", "17"),)
    assert (page.needs[0].what.en, page.needs[0].amount, page.needs[0].over) == (
        "Transport",
        2.0,
        False,
    )
    assert page.offers[0].over


def test_a_bare_organisation_has_a_page(installation: Installation) -> None:
    page = show(installation, make_organisation(installation, "Huset"))
    assert (page.sector, page.kind, page.parent, page.coordinates) == (None, None, None, None)
    assert (page.offers, page.ties, page.collaborations, page.sources) == ((), (), (), ())


def test_an_address_that_would_run_is_not_led_to(installation: Installation) -> None:
    key = make_organisation(installation, website="javascript:alert(1)")
    page = show(installation, key)
    assert (page.website, page.website_url) == ("javascript:alert(1)", None)


@pytest.mark.parametrize(
    ("actor", "may_pass_on", "seen"),
    [
        (EDITOR, None, {"email", "phone", "contact_person", "notes"}),
        (EDITOR, False, {"email", "phone", "contact_person", "notes"}),
        (READER, True, {"email", "phone"}),
        (READER, None, set()),
        (READER, False, set()),
    ],
)
def test_contact_points_are_for_those_who_may_see_them(
    installation: Installation, actor: Actor, may_pass_on: bool | None, seen: set[str]
) -> None:
    key = make_organisation(installation, may_pass_on=may_pass_on, notes="Hemmeligt", **CONTACT)
    page = show(installation, key, actor)
    told = {name for name in CONTACT if getattr(page.contact, name) is not None}
    assert told | ({"notes"} if page.notes else set()) == seen
    assert page.contact.withheld == (actor is READER)


@pytest.mark.parametrize(
    ("fields", "begins"),
    [
        ({"may_pass_on": None}, "They have not said"),
        ({"may_pass_on": False}, "They do not want"),
        ({"advertising_protected": True}, "Protected from advertising"),
        ({"advertising_protected": True, "may_pass_on": False}, "Protected from advertising"),
    ],
)
def test_a_remark_says_what_to_mind(
    installation: Installation, fields: dict[str, Any], begins: str
) -> None:
    remark = show(installation, make_organisation(installation, **fields)).contact.remark
    assert remark is not None
    assert remark.id.startswith(begins)


def test_no_remark_where_passing_on_was_agreed(installation: Installation) -> None:
    key = make_organisation(installation, may_pass_on=True, advertising_protected=True)
    assert show(installation, key).contact.remark is None


def test_collaborations_are_listed_with_partners(installation: Installation) -> None:
    a, b, c = (make_organisation(installation, name) for name in ("A", "Ø", "Z"))
    make_collaboration(
        installation,
        "Ny",
        [make_participant(a, role="vært", until="2027-01-01"), b, c],
        start="2025-01-01",
        agreement="oral",
        funding_end="2026-09-01",
    )
    make_collaboration(installation, "De andres", [b, c])
    (found,) = show(installation, a).collaborations
    ours = found.undertaking
    assert ours.partners == ((c, "Z"), (b, "Ø"))
    assert (ours.role, ours.until) == ("vært", date(2027, 1, 1))
    assert (ours.agreement, ours.funding_end) == ("oral", date(2026, 9, 1))


def test_what_goes_on_comes_before_what_has_ended(installation: Installation) -> None:
    a = make_organisation(installation)
    left = make_participant(a, until="2026-05-31")
    for title, part, start, end in (
        ("Gammel", a, "2020-01-01", "2021-01-01"),
        ("Forladt", left, "2025-01-01", None),
        ("Udateret", a, None, None),
        ("Kommende", a, "2026-06-02", None),
        ("I gang", a, "2024-01-01", "2026-06-01"),
        ("Nyere", a, "2026-06-01", None),
    ):
        make_collaboration(installation, title, [part], start=start, end=end)
    found = show(installation, a).collaborations
    assert [(each.undertaking.title, each.state) for each in found] == [
        ("Nyere", "current"),
        ("I gang", "current"),
        ("Udateret", "current"),
        ("Kommende", "planned"),
        ("Forladt", "past"),
        ("Gammel", "past"),
    ]


def test_ties_are_told_from_either_end_with_their_evidence(installation: Installation) -> None:
    a, b = (make_organisation(installation, name) for name in ("A", "B"))
    make_tie(installation, a, b, kind="naboer", source="spørgeskema", reporter="A", confidence=0.5)
    (from_a,) = show(installation, a).ties
    (from_b,) = show(installation, b).ties
    assert (from_a.partner, from_b.partner) == ((b, "B"), (a, "A"))
    assert (from_a.kind, from_a.source, from_a.reporter, from_a.confidence) == (
        "naboer",
        "spørgeskema",
        "A",
        0.5,
    )


def test_what_is_not_there_is_not_found(installation: Installation) -> None:
    with pytest.raises(Refusal) as refusal:
        show(installation, "nobody")
    assert refusal.value.code == "not_found"
