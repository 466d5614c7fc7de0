"""A look in an address, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.wording.say import say
from webui.maps.look import CHOICES, KEYS, Look, as_query, read_look

LOOKS = st.builds(Look, **{key: st.sampled_from(sorted(words)) for key, words in CHOICES.items()})


@given(LOOKS)
def test_a_look_comes_back_from_its_address(look: Look) -> None:
    assert read_look(as_query(look)) == look


def test_the_usual_look_needs_no_words() -> None:
    assert as_query(Look()) == {}
    assert read_look({"sector": "public", "colour": ""}) == Look()


def test_the_first_of_each_list_is_usual() -> None:
    assert {key: next(iter(words)) for key, words in CHOICES.items()} == {
        key: getattr(Look(), key) for key in KEYS
    }


def test_a_word_that_is_not_there_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal) as refusal:
        read_look({"palette": "rainbow"})
    assert refusal.value.code == "invalid"
    assert refusal.value.hint is not None
    assert "print" in say(refusal.value.hint, "en")
