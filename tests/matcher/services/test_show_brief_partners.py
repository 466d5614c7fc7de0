"""Partners for an idea as its page shows them."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NearText, NeedText
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.show_brief_partners import BriefPartners, show_brief_partners
from matcher.services.verdicts import give_verdict
from tests.factories import EDITOR, READER, make_brief, make_organisation, make_shortlist
from tests.neighbourhood import AS_OF, make_neighbourhood

ROOM = (NeedText(term="meeting-room"),)
TEXT = BriefText(purpose="Fællesspisning", needs=ROOM)


def shown(installation: Installation, text: BriefText = TEXT, **options: Any) -> BriefPartners:
    return show_brief_partners(installation, READER, text, as_of=AS_OF, **options)


def test_each_partner_is_told_with_where_it_is_kept(installation: Installation) -> None:
    make_neighbourhood(installation)
    key = make_shortlist(installation, "Høstfest", "house", ["school"])
    found = shown(installation, BriefText(needs=ROOM, asker="house"))
    assert (found.asker, found.as_of) == (("house", "Kulturhuset"), AS_OF)
    assert (found.candidates, found.others, found.not_offered) == (3, 5, ())
    school = found.partners[0]
    assert (school.rank, school.id, school.kept_on) == (1, "school", ((key, "Høstfest"),))
    assert school.why.introduction is not None


def test_an_idea_that_nobody_owns_has_no_asker(installation: Installation) -> None:
    make_neighbourhood(installation)
    found = shown(installation)
    assert found.asker is None
    assert found.others == 6
    assert all(each.why.introduction is None for each in found.partners)


def test_needs_that_nobody_can_meet_are_named(installation: Installation) -> None:
    make_neighbourhood(installation)
    needs = (NeedText(term="meeting-room"), NeedText(term="transport"))
    assert shown(installation, BriefText(needs=needs)).not_offered == ()
    without = shown(installation, BriefText(needs=needs, exclude=("cafe",)))
    assert [words.en for words in without.not_offered] == ["Transport"]
    # What somebody who is in already offers is not missing.
    with_it = shown(installation, BriefText(needs=needs, members=("cafe",)))
    assert with_it.not_offered == ()
    assert with_it.others == 5


def test_who_is_too_far_away_is_no_candidate(installation: Installation) -> None:
    make_organisation(installation, "Fjern", offers=["meeting-room"], lat=57.0, lon=10.0)
    near = NearText(lat=55.0, lon=12.0, km=5.0)
    found = shown(installation, BriefText(needs=ROOM, near=near))
    assert (found.candidates, found.others, found.partners) == (0, 1, ())
    assert [words.en for words in found.not_offered] == ["Meeting room"]
    assert found.near == 0


def test_whoever_has_no_place_may_be_near(installation: Installation) -> None:
    make_organisation(installation, "Uoplyst", offers=["meeting-room"])
    make_organisation(installation, "Nær", offers=["meeting-room"], lat=55.0, lon=12.0)
    near = NearText(lat=55.0, lon=12.0, km=5.0)
    found = shown(installation, BriefText(needs=ROOM, near=near))
    assert (found.candidates, found.near, found.not_offered) == (2, 1, ())
    assert shown(installation).near is None


def test_verdicts_are_told_with_the_list(installation: Installation) -> None:
    make_neighbourhood(installation)
    idea = make_brief(installation)
    mine = BriefText(needs=ROOM, asker="house")
    give_verdict(installation, EDITOR, brief=idea, candidate="school", verdict="relevant")
    give_verdict(installation, EDITOR, brief=idea, candidate="cafe", verdict="hide")
    give_verdict(installation, EDITOR, asker="house", candidate="stranger", verdict="in_touch")
    found = shown(installation, mine, saved=idea)
    assert [each.id for each in found.partners] == ["school"]
    assert found.partners[0].verdict is not None
    assert found.partners[0].verdict.verdict == "relevant"
    assert [line.candidate[0] for line in found.left_out] == ["cafe"]
    assert found.left_out_for_asker == 1
    unsaved = shown(installation, mine)
    assert (unsaved.left_out, unsaved.left_out_for_asker) == ((), 1)


def test_nobody_may_ask_who_is_not_signed_in(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        show_brief_partners(installation, NOBODY, TEXT, as_of=AS_OF)
    assert refused.value.code == "not_signed_in"
