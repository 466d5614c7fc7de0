"""Two people at the same fields."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.services.shortlists.together import settled
from matcher.wording.message import message
from matcher.wording.say import say


@pytest.mark.parametrize(
    ("typed", "before", "now", "saved"),
    [
        ("mine", "old", "old", "mine"),
        ("old", "old", "theirs", "theirs"),
        ("same", "old", "same", "same"),
        ("", "old", "old", ""),
    ],
)
def test_each_keeps_what_they_touched(typed: str, before: str, now: str, saved: str) -> None:
    assert settled({"note": typed}, {"note": before}, {"note": now}) == {"note": saved}


def test_without_a_before_the_typed_counts() -> None:
    assert settled({"note": "mine"}, {}, {"note": "theirs"}) == {"note": "mine"}


def test_fields_are_settled_one_by_one() -> None:
    typed, before = {"status": "met", "note": "old"}, {"status": "suggested", "note": "old"}
    now = {"status": "suggested", "note": "theirs"}
    assert settled(typed, before, now) == {"status": "met", "note": "theirs"}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("theirs", "Somebody else wrote: theirs"),
        ("met", "Somebody else wrote: Met"),
        ("", "Somebody else has emptied this."),
    ],
)
def test_the_same_field_is_a_conflict_that_tells_theirs(now: str, told: str) -> None:
    with pytest.raises(Refusal) as refusal:
        settled({"a": "mine"}, {"a": "old"}, {"a": now}, {"met": message("Met")})
    assert refusal.value.code == "conflict"
    fields = refusal.value.details["fields"]
    assert isinstance(fields, dict)
    assert {name: say(text, "en") for name, text in fields.items()} == {"a": told}
    assert refusal.value.details["now"] == {"a": now}
