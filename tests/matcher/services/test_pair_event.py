"""Rounds of meetings for the records."""

from __future__ import annotations

from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.event_file import EventText
from matcher.services.access import NOBODY
from matcher.services.installation import Installation
from matcher.services.pair_event import pair_event
from matcher.wording.say import say
from tests.factories import READER, make_organisation
from tests.neighbourhood import AS_OF, make_neighbourhood

FOUR = ("Kulturhuset", "Ålholm Skole", "bridge", "cafe")


def _answer(installation: Installation, number: int = 1, **said: Any) -> dict[str, Any]:
    event = EventText(**{"participants": FOUR, **said})
    return pair_event(installation, READER, event, number, as_of=AS_OF)


def _pairs(answer: dict[str, Any]) -> list[set[tuple[str, str]]]:
    return [{(m["a"], m["b"]) for m in meetings} for meetings in answer["rounds"]]


def test_those_who_need_each_other_meet_first(installation: Installation) -> None:
    make_neighbourhood(installation)
    answer = _answer(installation, 3)
    # Those who come first by name stand first, and Å is the last letter.
    assert _pairs(answer)[0] == {("bridge", "cafe"), ("house", "school")}
    assert len({pair for each in _pairs(answer) for pair in each}) == 6
    assert answer["idle"] == [[], [], []]
    assert answer["total"] == pytest.approx(
        sum(m["score"] for meetings in answer["rounds"] for m in meetings)
    )
    assert all(0 <= m["score"] <= 1 for meetings in answer["rounds"] for m in meetings)
    assert [each["id"] for each in answer["participants"]] == ["bridge", "cafe", "house", "school"]


def test_the_order_of_participants_means_nothing(installation: Installation) -> None:
    make_neighbourhood(installation)
    assert _answer(installation, 3) == _answer(installation, 3, participants=FOUR[::-1])


def test_absences_and_pairs_that_never_meet(installation: Installation) -> None:
    make_neighbourhood(installation)
    answer = _answer(
        installation,
        3,
        absent={2: ("bridge", "Café Grøn"), 3: ("house",)},
        never=(("cafe", "kulturhuset"),),
    )
    pairs = _pairs(answer)
    assert ("cafe", "house") not in {pair for each in pairs for pair in each}
    assert not any("bridge" in pair or "cafe" in pair for pair in pairs[1])
    assert not any("house" in pair for pair in pairs[2])
    assert not {"bridge", "cafe"} & set(answer["idle"][1])


def test_who_wants_no_partners_may_still_come(installation: Installation) -> None:
    make_neighbourhood(installation)
    answer = _answer(installation, participants=("house", "closed"))
    assert _pairs(answer) == [{("house", "closed")}]


@pytest.mark.parametrize(
    ("said", "number", "code", "told"),
    [
        ({}, 0, "invalid", "1 to 100"),
        ({}, 101, "invalid", "1 to 100"),
        ({"participants": ("house", "KULTURHUSET")}, 1, "invalid", "once"),
        ({"participants": ("house", "nobody")}, 1, "not_found", ""),
        ({"participants": ("house", "secret")}, 1, "invalid", "Take it out"),
        ({"absent": {1: ("stranger",)}}, 1, "invalid", "take it out"),
        ({"absent": {2: ("house",)}}, 1, "invalid", "more rounds"),
        ({"never": (("house", "stranger"),)}, 1, "invalid", "take it out"),
    ],
)
def test_what_makes_no_sense_is_refused(
    installation: Installation, said: dict[str, Any], number: int, code: str, told: str
) -> None:
    make_neighbourhood(installation)
    make_organisation(installation, "Hemmelig", id="secret", hidden=True)
    with pytest.raises(Refusal) as refused:
        _answer(installation, number, **said)
    assert refused.value.code == code
    assert refused.value.hint is not None
    assert told in say(refused.value.hint, "en")


def test_nobody_may_ask_who_is_not_signed_in(installation: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        pair_event(installation, NOBODY, EventText(participants=FOUR), 1, as_of=AS_OF)
    assert refused.value.code == "not_signed_in"
