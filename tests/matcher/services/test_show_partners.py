"""Partners for an organisation as its page shows them."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.show_partners import show_partners
from matcher.store import documents
from tests.factories import EDITOR, READER, make_organisation, make_shortlist, make_verdict
from tests.neighbourhood import AS_OF, make_neighbourhood


def test_each_partner_is_told_with_where_it_is_kept(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house", ["cafe"])
    found = show_partners(installation, READER, "house", as_of=AS_OF)
    assert (found.id, found.name, found.as_of) == ("house", "Kulturhuset", AS_OF)
    assert (found.candidates, found.others, found.blank) == (3, 5, False)
    school, cafe, stranger = found.partners
    assert (school.rank, school.name, school.sector, school.area) == (
        1,
        "Ålholm Skole",
        "public",
        "Valby",
    )
    assert school.kind is not None
    assert school.kind.da == "Skole"
    assert school.why.score > cafe.why.score
    assert (school.kept_on, cafe.kept_on) == ((), ((key, "Høstfest"),))
    assert (stranger.sector, stranger.kind, stranger.area) == (None, None, None)


def test_verdicts_are_told_of_those_listed_and_of_those_left_out(
    installation: Installation,
) -> None:
    make_neighbourhood(installation)
    make_verdict(installation, "school", "relevant", asker="house", note="Ring i april")
    make_verdict(installation, "cafe", "not_relevant", asker="house", reason="too_busy")
    make_verdict(installation, "stranger", "in_touch", asker="house", given="2026-02-01T00:00:00Z")
    make_verdict(installation, "bridge", "hide", asker="cafe")
    found = show_partners(installation, READER, "house", as_of=AS_OF)
    (school,) = found.partners
    assert school.verdict is not None
    assert (school.verdict.note, school.verdict.given_by) == ("Ring i april", "Redaktør")
    assert [(line.candidate[0], line.verdict) for line in found.left_out] == [
        ("stranger", "in_touch"),
        ("cafe", "not_relevant"),
    ], "the newest first, and nothing of what was said for the café"


def test_those_who_declined_are_told_apart(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house", ["school", "cafe"])
    with installation.writing(EDITOR) as work:
        listed = documents.read(work.session, "shortlist", [key])[key]
        entries = [{**each, "status": "declined"} for each in listed["entries"]]
        documents.write(work, "shortlist", {key: {**listed, "entries": entries}})
        work.commit()
    make_verdict(installation, "cafe", "hide", asker="house")
    found = show_partners(installation, READER, "house", as_of=AS_OF)
    assert found.declined == (("school", "Ålholm Skole"),)
    assert [line.candidate[0] for line in found.left_out] == ["cafe"]
    assert [each.id for each in found.partners] == ["stranger"]


def test_the_last_place_may_be_for_a_small_one(installation: Installation) -> None:
    make_neighbourhood(installation)
    plain = show_partners(installation, READER, "cafe", as_of=AS_OF, top=2)
    small = show_partners(installation, READER, "cafe", as_of=AS_OF, top=2, also_small=1)
    assert [each.group for each in plain.partners] == ["best", "best"]
    assert [each.group for each in small.partners] == ["best", "also"]
    assert plain.partners[0].why == small.partners[0].why


def test_new_ones_weigh_more_when_that_is_asked_for(installation: Installation) -> None:
    make_neighbourhood(installation)
    known, new = (
        show_partners(installation, READER, "house", as_of=AS_OF, newness=newness).partners[0].why
        for newness in (-1.0, 1.0)
    )
    weight = {
        newness: {reason.signal: reason.weight for reason in why.reasons}["common_partners"]
        for newness, why in (("known", known), ("new", new))
    }
    assert weight["known"] > weight["new"] == 0


def test_one_of_whom_nothing_is_known_is_blank(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert show_partners(installation, READER, "stranger", as_of=AS_OF).blank


def test_one_who_is_alone_has_no_others(installation: Installation) -> None:
    make_organisation(installation, "Alene", id="alone", themes=["food"])
    make_organisation(installation, "Skjult", hidden=True)
    found = show_partners(installation, READER, "alone", as_of=AS_OF)
    assert (found.others, found.candidates, found.partners) == (0, 0, ())


@pytest.mark.parametrize("wrong", ["Kultur", "Kulturhuset", "nobody"])
def test_a_page_is_for_an_id_and_not_for_a_name(installation: Installation, wrong: str) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Kulturhuset Nord", hidden=True)
    with pytest.raises(Refusal) as refusal:
        show_partners(installation, READER, wrong, as_of=AS_OF)
    assert refusal.value.code == "not_found"


def test_a_link_does_not_open_it(installation: Installation) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refusal:
        show_partners(installation, Actor(role="link"), "house", as_of=AS_OF)
    assert refusal.value.code == "forbidden"
