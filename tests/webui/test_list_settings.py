"""How a list of suggestions is asked for."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from matcher.suggest import Options
from webui.list_settings import HOW_MANY, MOST_SMALL, NEWNESS, USUAL, Settings, choices, settings

SETTINGS = st.builds(
    Settings,
    top=st.sampled_from(HOW_MANY),
    newness=st.sampled_from([value for value, _ in NEWNESS]),
    also_small=st.integers(0, MOST_SMALL),
    include_current=st.booleans(),
)


@given(SETTINGS)
def test_what_an_address_says_is_read_again(asked: Settings) -> None:
    assert settings(asked.address) == asked


@given(SETTINGS)
def test_every_choice_can_be_asked_for(asked: Settings) -> None:
    assert Options(**asked.options).newness == float(asked.newness)


def test_the_usual_needs_no_address() -> None:
    assert USUAL.address == {}
    assert settings({}) == USUAL


@pytest.mark.parametrize(
    "odd",
    [{"top": "11"}, {"newness": "nan"}, {"newness": "0.0"}, {"also_small": "9"}, {"top": "1e1"}],
)
def test_what_is_not_on_offer_is_the_usual(odd: dict[str, str]) -> None:
    assert settings(odd) == USUAL


def test_every_setting_has_its_choices(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}):
        offered = choices()
    assert [value for value, _ in offered["newness"]] == ["-1", "-0.5", "0", "0.5", "1"]
    assert offered["also_small"][:3] == [
        ("0", "No places of their own"),
        ("1", "The last place"),
        ("2", "The last 2 places"),
    ]
    assert [value for value, _ in offered["top"]] == [str(number) for number in HOW_MANY]
