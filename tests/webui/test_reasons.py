"""Reasons as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.services.shortlists import Why
from matcher.services.shortlists.why import KeptReason
from matcher.wording.message import Words
from matcher.wording.say import say
from webui.reasons import reasons_of, scale_of

SHARES = st.lists(
    st.tuples(st.floats(0.1, 10), st.none() | st.floats(0, 1)), min_size=1, max_size=9
)


def make_why(*reasons: tuple[float, float | None]) -> Why:
    """A suggestion of reasons (weight, value); what is not known gets a third of its weight."""
    kept = tuple(
        KeptReason(
            signal=f"signal_{at}",
            value=value,
            weight=weight,
            points=weight * (1 / 3 if value is None else value),
            facts=(),
            text=Words(da=f"Grund {at}", en=f"Reason {at}"),
        )
        for at, (weight, value) in enumerate(reasons)
    )
    return Why(
        asker="us",
        as_of=date(2026, 3, 1),
        recipe="partners",
        score=sum(each.points for each in kept),
        known=sum(r.weight for r in kept if r.value is not None) / sum(r.weight for r in kept),
        reasons=kept,
        missing=None,
        introduction=None,
    )


@given(SHARES)
def test_points_add_up_and_bars_stand_end_to_end(shares: list[tuple[float, float | None]]) -> None:
    why = make_why(*shares)
    drawn = reasons_of(why, scale_of([why]))
    parts = [*drawn.given, *drawn.unknown, *drawn.none]
    assert len(parts) == len(shares)
    assert sum((part.points for part in parts), Decimal(0)) == drawn.score
    at = 0.0
    for part in parts:
        assert part.start == pytest.approx(at)
        at += part.width
    assert at == pytest.approx(100 if why.score else 0)


def test_the_weightiest_come_first_and_what_is_not_known_stands_apart() -> None:
    drawn = reasons_of(make_why((1.0, 0.5), (3.0, None), (2.0, 1.0), (1.0, 0.0)), 4.0)
    assert [say(part.text, "en") for part in drawn.given] == ["Reason 2", "Reason 0"]
    assert [say(part.text, "en") for part in drawn.unknown] == ["Reason 1"]
    assert [say(part.text, "en") for part in drawn.none] == ["Reason 3"]
    assert (drawn.score, drawn.most, drawn.known) == (Decimal("3.50"), Decimal("7.00"), 57)
    assert drawn.given[0].width == pytest.approx(50)


@given(SHARES, st.integers(0, 12))
def test_what_is_folded_and_what_is_not_add_up(
    shares: list[tuple[float, float | None]], more: int
) -> None:
    why = make_why(*shares, *[(1.0, 0.5)] * more)
    drawn = reasons_of(why, scale_of([why]))
    shown = sum((part.points for part in drawn.strongest), Decimal(0))
    assert shown + drawn.rest == drawn.score
    assert (*drawn.strongest, *drawn.weaker) == drawn.given
    assert drawn.folded == (len(shares) + more > 10)
    if not drawn.folded:
        assert drawn.weaker == ()


def test_of_many_reasons_the_weaker_stand_folded() -> None:
    drawn = reasons_of(make_why(*[(float(n), 1.0) for n in range(1, 12)]), 11.0)
    assert [part.points for part in drawn.strongest] == [11, 10, 9, 8, 7, 6]
    assert drawn.rest == 5 + 4 + 3 + 2 + 1


def test_what_would_change_it_goes_along() -> None:
    higher, more = Words(da="Højere", en="Higher"), Words(da="Mere", en="More")
    drawn = reasons_of(replace(make_why((1.0, 0.5)), counterfactual=higher, unknown=more), 1.0)
    assert (drawn.counterfactual, drawn.settles) == (higher, more)


def test_the_best_on_the_page_is_a_whole_bar() -> None:
    good, poor = make_why((2.0, 1.0)), make_why((2.0, 0.25))
    scale = scale_of([poor, good])
    assert reasons_of(good, scale).given[0].width == pytest.approx(100)
    assert reasons_of(poor, scale).given[0].width == pytest.approx(25)


@pytest.mark.parametrize("whys", [[], [make_why((1.0, 0.0))]])
def test_nothing_to_draw_is_no_division_by_nothing(whys: list[Why]) -> None:
    assert scale_of(whys) == 1.0
