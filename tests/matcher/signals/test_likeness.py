"""How like earlier collaborations are to what is asked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.signals import query_for
from matcher.signals.likeness import likeness
from tests.engine_factories import make_collaboration, make_idea, make_landscape

OTHERS = ("skak og kort", "teater for børn", "biler og motorer", "heste på landet", "haver i byen",
          "brætspil om aftenen", "kor og orkester", "løb i skoven")  # fmt: skip


def _alike(landscape: Landscape, purpose: str = "", **idea: Any) -> dict[str, float]:
    found = likeness(landscape, query_for(landscape, make_idea(landscape, purpose, **idea)))
    return dict(zip(landscape.collaborations.ids, found.tolist(), strict=True))


def _made(**joint: dict[str, Any]) -> Landscape:
    """A landscape of such collaborations among others about other things."""
    rows = [make_collaboration(key, ["a"], **known) for key, known in joint.items()]
    rows += [make_collaboration(f"x{i}", ["x"], purpose=text) for i, text in enumerate(OTHERS)]
    return make_landscape("a", "x", joint=rows)


def test_the_same_text_is_the_most_alike() -> None:
    landscape = _made(
        same={"purpose": "Vinterbadning for ældre i havnen"},
        near={"purpose": "Vinterbadning for alle"},
        none={"purpose": "Strikkecafé med kaffe"},
    )
    found = _alike(landscape, "Vinterbadning for ældre i havnen")
    assert found["same"] == max(found.values())
    assert found["same"] > found["near"] > found["none"]


def test_words_in_other_forms_and_within_others_count() -> None:
    landscape = _made(
        form={"purpose": "Badningen og de ældre"},
        within={"purpose": "Et demensvenligt kor"},
        again={"purpose": "Demensvenlige byer"},
        none={"purpose": "Strikkecafé"},
    )
    bathing = _alike(landscape, "Badning for en ældre")
    assert bathing["form"] > bathing["none"]
    forgetful = _alike(landscape, "Mad til demensramte")
    assert forgetful["within"] > forgetful["none"]


def test_a_few_that_are_very_like_it_count_more_than_many_that_are_a_little() -> None:
    landscape = _made(
        same={"purpose": "Vinterbadning for ældre i havnen"},
        half={"purpose": "Vinterbadning og strikning og cykling"},
    )
    found = _alike(landscape, "Vinterbadning for ældre i havnen")
    assert found["same"] > 3 * found["half"] > 0


def test_themes_alone_are_the_share_of_those_asked_for() -> None:
    landscape = _made(
        both={"themes": ("green", "song")}, one={"themes": ("song",)}, none={"themes": ("art",)}
    )
    found = _alike(landscape, themes=["green", "song"])
    assert found["both"] == pytest.approx(1.0)
    assert found["both"] > found["one"] > found["none"] == 0


def test_target_groups_count_as_themes_do() -> None:
    landscape = _made(
        both={"themes": ("green",), "target_groups": ("old",)}, one={"target_groups": ("old",)}
    )
    found = _alike(landscape, themes=["green"], target_groups=["old"])
    assert found["both"] == pytest.approx(1.0)
    assert found["both"] > found["one"] > 0


def test_elsewhere_counts_little_and_nobody_knows_where_something() -> None:
    landscape = _made(
        here={"themes": ("green",), "area": "Byen"},
        there={"themes": ("green",), "area": "Øen"},
        both={"themes": ("green",), "area": "Øen; byen"},
        unknown={"themes": ("green",)},
    )
    found = _alike(landscape, themes=["green"], area="Byen")
    assert found["here"] == found["both"] > found["unknown"] > found["there"] > 0
    anywhere = _alike(landscape, themes=["green"])
    assert anywhere["here"] == anywhere["there"] == anywhere["unknown"]


def test_another_fund_counts_little() -> None:
    landscape = _made(
        same={"themes": ("green",), "funding_source": "Nordea Fonden"},
        other={"themes": ("green",), "funding_source": "Statens Pulje"},
        unknown={"themes": ("green",)},
    )
    found = _alike(landscape, themes=["green"], funding_source="nordea fonden")
    assert found["same"] > found["unknown"] > found["other"] > 0


def test_nothing_asked_is_like_nothing() -> None:
    landscape = _made(one={"purpose": "Sang", "themes": ("song",)})
    assert not any(_alike(landscape).values())
    empty = make_landscape()
    assert np.array_equal(likeness(empty, query_for(empty, Brief(purpose="Sang"))), np.empty(0))
