"""Partners for an idea in the records."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NeedText
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.suggest_for_brief import suggest_for_brief
from matcher.services.verdicts import give_verdict
from matcher.wording.suggestion import spoken
from tests.factories import EDITOR, READER, make_brief, make_organisation, make_shortlist, make_step
from tests.neighbourhood import AS_OF, make_neighbourhood

ROOM = (NeedText(term="Mødelokale"),)
TEXT = BriefText(purpose="Fællesspisning", needs=ROOM)


def suggested(installation: Installation, text: BriefText = TEXT, **options: Any) -> list[str]:
    """The ids of those suggested, the best first."""
    found = suggest_for_brief(installation, READER, text, as_of=AS_OF, **options)
    return [found.landscape.ids[each.organisation] for each in found.list.suggestions]


def test_who_has_what_is_needed_comes_first(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert suggested(installation)[0] == "school"
    assert "closed" not in suggested(installation)
    assert suggested(installation, top=1) == ["school"]
    transport = BriefText(needs=(NeedText(term="transport"),))
    assert suggested(installation, transport)[0] == "cafe"


def test_the_answer_can_be_told(installation: Installation) -> None:
    make_neighbourhood(installation)
    text = BriefText(needs=ROOM, asker="Kulturhuset", members=("Café Grøn",))
    found = suggest_for_brief(installation, READER, text, as_of=AS_OF)
    told = spoken(found.list, found.landscape, "en")
    assert told["for"] == {"id": "house", "name": "Kulturhuset"}
    assert told["brief"]["members"] == ["cafe"]
    first = told["suggestions"][0]
    assert first["organisation"]["id"] == "school"
    assert [step["id"] for step in first["introduction"]] == ["house", "bridge", "school"]
    assert first["score"] == pytest.approx(sum(r["points"] for r in first["reasons"]), abs=1e-9)


def test_those_in_it_already_are_not_suggested(installation: Installation) -> None:
    make_neighbourhood(installation)
    text = BriefText(needs=ROOM, asker="house", members=("cafe",), exclude=("stranger",))
    assert suggested(installation, text) == ["school"]
    assert set(suggested(installation, text, include_current=True)) == {"school", "bridge"}


def test_who_declined_or_was_turned_down_is_left_out(installation: Installation) -> None:
    make_neighbourhood(installation)
    mine = BriefText(needs=ROOM, asker="house")
    assert suggested(installation, mine) == ["school", "cafe", "stranger"]
    give_verdict(installation, EDITOR, asker="house", candidate="cafe", verdict="not_relevant")
    shortlist = make_shortlist(installation, organisation="house", entries=["stranger"])
    make_step(installation, shortlist, "stranger", "declined")
    assert suggested(installation, mine) == ["school"]
    assert {"cafe", "stranger"} <= set(suggested(installation)), "others may still ask"


@pytest.mark.parametrize(
    ("verdict", "stays"),
    [("relevant", True), ("not_relevant", False), ("in_touch", False), ("hide", False)],
)
def test_verdicts_for_the_idea_count_for_the_idea(
    installation: Installation, verdict: str, stays: bool
) -> None:
    make_neighbourhood(installation)
    one, other = make_brief(installation), make_brief(installation)
    give_verdict(installation, EDITOR, brief=one, candidate="school", verdict=verdict)
    assert ("school" in suggested(installation, saved=one)) is stays
    assert "school" in suggested(installation, saved=other)


def test_the_settings_reach_the_engine(installation: Installation) -> None:
    make_neighbourhood(installation)
    found = suggest_for_brief(
        installation, READER, TEXT, as_of=AS_OF, top=3, newness=0.5, also_small=1
    )
    assert [each.group for each in found.list.suggestions] == ["best", "best", "also"]
    usual = suggest_for_brief(installation, READER, TEXT, as_of=AS_OF, top=3)
    weights = [
        {reason.signal: reason.weight for reason in each.list.suggestions[0].reasons}
        for each in (usual, found)
    ]
    assert weights[0] != weights[1]


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (BriefText(), {}, "invalid"),
        (BriefText(asker="house"), {}, "invalid"),
        (BriefText(needs=(NeedText(term="unicorns"),)), {}, "invalid"),
        (BriefText(purpose="Sang", asker="nobody at all"), {}, "not_found"),
        (BriefText(purpose="Sang", members=("cafe",), exclude=("cafe",)), {}, "invalid"),
        (TEXT, {"recipe": "secret"}, "not_found"),
        (TEXT, {"top": 0}, "invalid"),
        (TEXT, {"newness": 1.5}, "invalid"),
        (TEXT, {"also_small": 11}, "invalid"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    installation: Installation, text: BriefText, options: dict[str, Any], code: str
) -> None:
    make_neighbourhood(installation)
    with pytest.raises(Refusal) as refused:
        suggested(installation, text, **options)
    assert refused.value.code == code
    assert refused.value.hint is not None


def test_nobody_may_ask_who_is_not_signed_in(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        suggest_for_brief(installation, NOBODY, TEXT, as_of=AS_OF)
    assert refused.value.code == "not_signed_in"


def test_where_there_is_nobody_the_list_is_empty(installation: Installation) -> None:
    make_organisation(installation, "Alene", id="alone")
    text = BriefText(needs=ROOM, asker="alone")
    assert suggested(installation, text) == []
