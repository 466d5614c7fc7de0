"""Consortia for the records."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NearText, NeedText
from matcher.services.access import NOBODY
from matcher.services.compose_consortium import Composed, compose_consortium
from matcher.services.installation import Installation
from matcher.services.verdicts import give_verdict
from tests.factories import EDITOR, READER, make_organisation, make_shortlist, make_step
from tests.neighbourhood import AS_OF, make_neighbourhood

ROOM = (NeedText(term="Mødelokale"),)


def _composed(installation: Installation, text: BriefText, **options: Any) -> Composed:
    return compose_consortium(installation, READER, text, as_of=AS_OF, **options)


def _new(found: Composed) -> list[list[str]]:
    return [
        [found.landscape.ids[m.organisation] for m in each.members if not m.already_in]
        for each in found.consortia.consortia
    ]


def test_the_nearest_that_is_open_to_partners_is_asked(installation: Installation) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Biblioteket", id="library", offers=["meeting-room"])
    found = _composed(installation, BriefText(needs=ROOM, asker="house"))
    # The school is two steps away, nobody knows the library, and the closed one is not asked.
    assert _new(found) == [["school"], ["library"]]
    assert [slot.name for slot in found.consortia.slots] == ["Mødelokale"]
    assert found.brief.asker == found.landscape.index["house"]


def test_who_declined_is_not_asked_again(installation: Installation) -> None:
    make_neighbourhood(installation)
    text = BriefText(needs=ROOM, asker="house")
    assert _new(_composed(installation, text)) == [["school"]]
    shortlist = make_shortlist(installation, organisation="house", entries=["school"])
    make_step(installation, shortlist, "school", "declined")
    assert _new(_composed(installation, text)) == [[]]
    assert _new(_composed(installation, BriefText(needs=ROOM))) == [["school"]]


@pytest.mark.parametrize(
    ("verdict", "asked"), [("not_relevant", False), ("hide", False), ("in_touch", True)]
)
def test_whom_somebody_turned_down_is_not_asked(
    installation: Installation, verdict: str, asked: bool
) -> None:
    make_neighbourhood(installation)
    give_verdict(installation, EDITOR, asker="house", candidate="school", verdict=verdict)
    found = _composed(installation, BriefText(needs=ROOM, asker="house"))
    assert _new(found) == [["school"] if asked else []]


def test_who_is_too_far_away_is_not_asked(installation: Installation) -> None:
    make_organisation(installation, "Nær", id="a", offers=["meeting-room"], lat=55.0, lon=12.0)
    make_organisation(installation, "Fjern", id="b", offers=["meeting-room"], lat=56.0, lon=12.0)
    near = NearText(lat=55.0, lon=12.0, km=10.0)
    assert _new(_composed(installation, BriefText(needs=ROOM, near=near))) == [["a"]]
    assert _new(_composed(installation, BriefText(needs=ROOM))) == [["b"], ["a"]]


def test_size_and_alternatives_are_passed_on(installation: Installation) -> None:
    make_neighbourhood(installation)
    text = BriefText(needs=(*ROOM, NeedText(term="transport")), asker="house")
    one = _composed(installation, text, size=1, alternatives=1)
    assert len(one.consortia.consortia) == 1
    assert len(one.consortia.consortia[0].uncovered) == 1


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (BriefText(), {}, "invalid"),
        (BriefText(purpose="Sang"), {}, "invalid"),
        (BriefText(needs=ROOM, asker="nobody"), {}, "not_found"),
        (BriefText(needs=ROOM), {"size": 0}, "invalid"),
        (BriefText(needs=ROOM), {"alternatives": 0}, "invalid"),
        (BriefText(needs=ROOM), {"recipe": "nothing"}, "not_found"),
    ],
)
def test_what_makes_no_sense_is_refused(
    installation: Installation, text: BriefText, options: dict[str, Any], code: str
) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refused:
        _composed(installation, text, **options)
    assert refused.value.code == code
    assert refused.value.hint is not None


def test_nobody_may_ask_who_is_not_signed_in(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        compose_consortium(installation, NOBODY, BriefText(needs=ROOM), as_of=AS_OF)
    assert refused.value.code == "not_signed_in"
