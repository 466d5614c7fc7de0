"""What a shortlist keeps of a suggestion."""

from __future__ import annotations

import json

import pytest

from matcher.landscape import Landscape
from matcher.services.installation import Installation
from matcher.services.shortlists.why import Why, why_from_json, why_to_json, whys
from matcher.services.suggest_partners import suggest_partners
from matcher.suggest import SuggestionList
from matcher.wording.say import say
from matcher.wording.suggestion import spoken
from tests.factories import READER
from tests.neighbourhood import AS_OF, make_neighbourhood


@pytest.fixture
def found(installation: Installation) -> tuple[SuggestionList, Landscape]:
    make_neighbourhood(installation)
    answer = suggest_partners(installation, READER, "house", as_of=AS_OF, include_current=True)
    return answer.list, answer.landscape


@pytest.fixture
def kept(found: tuple[SuggestionList, Landscape]) -> tuple[Why, ...]:
    return whys(*found)


def test_it_says_what_was_said_in_both_languages(
    found: tuple[SuggestionList, Landscape], kept: tuple[Why, ...]
) -> None:
    for language in ("da", "en"):
        told = spoken(*found, language)["suggestions"]
        for why, suggestion in zip(kept, told, strict=True):
            assert why.score == suggestion["score"]
            assert why.known == suggestion["known"]
            for reason, in_words in zip(why.reasons, suggestion["reasons"], strict=True):
                assert say(reason.text, language) == in_words["text"]
                assert [say(fact.label, language) for fact in reason.facts] == [
                    fact["label"] for fact in in_words["facts"]
                ]


def test_reasons_add_up_to_the_score(kept: tuple[Why, ...]) -> None:
    for why in kept:
        assert sum(each.points for each in why.reasons) == pytest.approx(why.score, abs=1e-9)
        assert why.score <= why.most


def test_steps_know_which_ties_are_of_today(kept: tuple[Why, ...]) -> None:
    way = kept[0].introduction
    assert way is not None
    assert [(step.id, step.current) for step in way[1:]] == [("bridge", True), ("school", False)]


def test_who_cannot_be_introduced_has_no_way(kept: tuple[Why, ...]) -> None:
    ways = {len(why.introduction or ()) for why in kept}
    assert ways == {0, 2, 3}, "the café and the stranger know nobody"


def test_it_comes_back_from_the_record_as_it_was(kept: tuple[Why, ...]) -> None:
    for why in kept:
        record = json.loads(json.dumps(why_to_json(why), allow_nan=False))
        assert why_from_json(record) == why


def test_it_keeps_what_would_put_it_higher(
    found: tuple[SuggestionList, Landscape], kept: tuple[Why, ...]
) -> None:
    told = spoken(*found, "en")["suggestions"]
    said = [each["counterfactual"] and each["counterfactual"]["text"] for each in told]
    assert [why.counterfactual and say(why.counterfactual, "en") for why in kept] == said
    assert said[0] is None, "the first cannot stand higher"
    assert any(said)


def test_a_record_of_before_there_was_such_a_sentence_is_read(kept: tuple[Why, ...]) -> None:
    record = why_to_json(kept[1])
    del record["counterfactual"], record["unknown"]
    read = why_from_json(record)
    assert (read.counterfactual, read.unknown) == (None, None)
    assert read.reasons == kept[1].reasons


def test_terms_keep_both_labels(kept: tuple[Why, ...]) -> None:
    facts = [fact for reason in kept[0].reasons for fact in reason.facts]
    (room,) = [fact for fact in facts if fact.id == "meeting-room"]
    assert (room.label.da, room.label.en) == ("Mødelokale", "Meeting room")
