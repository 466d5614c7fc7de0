"""What is written, and names that stand in it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray
from matcher.signals import SIGNALS, query_for
from matcher.signals.wording import letters_in_common, name_in_common, words_in_common
from tests.engine_factories import make_collaboration, make_idea, make_landscape
from tests.engine_factories import make_organisation as org

OTHERS = ("skak og kort", "teater for børn", "biler og motorer", "heste på landet", "haver i byen",
          "brætspil om aftenen", "kor og orkester", "løb i skoven")  # fmt: skip


def _values(signal: str, landscape: Landscape, purpose: str = "", **idea: Any) -> dict[str, float]:
    query = query_for(landscape, make_idea(landscape, purpose, **idea))
    values: FloatArray = SIGNALS[signal].values(landscape, query).dense(len(landscape))
    return dict(zip(landscape.ids, values.tolist(), strict=True))


def _made(*organisations: Any, **known: Any) -> Landscape:
    """Such organisations among others that write about other things."""
    others = [org(f"x{i}", name=f"Klub {i}", description=text) for i, text in enumerate(OTHERS)]
    return make_landscape(*organisations, *others, **known)


def test_who_writes_the_same_comes_first_in_whatever_form() -> None:
    landscape = _made(
        org("same", description="Badning for ældre i havnen"),
        org("form", description="De ældres badninger"),
        org("else", description="Strik og kaffe for alle"),
        org("silent"),
    )
    found = _values("similar_words", landscape, "Badning for ældre i havnen")
    assert found["same"] == 1.0
    assert found["same"] > found["form"] > found["else"] == 0.0
    assert np.isnan(found["silent"])


def test_what_they_took_part_in_speaks_for_them() -> None:
    landscape = _made(
        "done", "new", joint=[make_collaboration("c", ["done"], purpose="Badning i havnen")]
    )
    found = _values("similar_words", landscape, "Badning i havnen")
    assert found["done"] == 1.0
    assert np.isnan(found["new"])


def test_letters_see_into_words_where_whole_words_do_not() -> None:
    landscape = _made(
        org("by", description="En demensvenlig by for alle"),
        org("kor", name="Demenskoret", description="Sang for alle"),
        org("else", description="Skak og kaffe for alle"),
    )
    assert _values("similar_words", landscape, "Kaffe om demens")["by"] == 0.0
    found = _values("similar_letters", landscape, "Frivillige om demens")
    assert min(found["by"], found["kor"]) > found["else"]
    assert max(found.values()) == max(found["by"], found["kor"]) == 1.0


def test_rare_words_tell_more_than_common_ones() -> None:
    landscape = _made(
        org("rare", description="Vinterbadning om morgenen"),
        *(org(f"many{i}", description=f"Havnen og {i}") for i in range(5)),
    )
    found = _values("similar_words", landscape, "Vinterbadning i havnen")
    assert found["rare"] > found["many0"] > 0


def test_facts_are_the_words_of_the_question() -> None:
    landscape = _made(
        org("b", description="Vinterbadning og sauna"), org("c", description="Vintersauna og sauna")
    )
    query = query_for(landscape, make_idea(landscape, "Sauna efter vinterbadning på stranden"))
    row = landscape.index["b"]
    assert [(f.kind, f.id) for f in words_in_common(landscape, query, row)] == [
        ("word", "vinterbadning"),
        ("word", "sauna"),
    ]
    letters = {f.id for f in letters_in_common(landscape, query, row)}
    assert letters == {"vinterbadning", "sauna"}


def test_words_that_share_letters_share_their_points() -> None:
    landscape = _made(org("b", description="Sauna"), org("c", description="Sauna og kaffe"))
    query = query_for(landscape, make_idea(landscape, "Sauna saunaen i byen"))
    told = letters_in_common(landscape, query, landscape.index["b"])
    assert {f.id for f in told} == {"sauna", "saunaen"}
    assert sum(f.share for f in told) == pytest.approx(
        _values("similar_letters", landscape, "Sauna saunaen i byen")["b"]
    )


def test_beyond_eight_words_the_weakest_are_one_fact() -> None:
    many = "alfa beta gamma delta epsilon zeta theta kappa lambda sigma"
    landscape = _made(org("b", description=f"{many} og mere"))
    query = query_for(landscape, make_idea(landscape, f"{many} og mere"))
    told = words_in_common(landscape, query, landscape.index["b"])
    assert [f.kind for f in told].count("word") == 8
    assert [f.kind for f in told].count("other_words") == 1
    assert sum(f.share for f in told) == pytest.approx(1.0)


def test_a_name_that_stands_in_the_idea() -> None:
    landscape = _made(
        org("whole", name="Havnens Vinterbadere"),
        org("half", name="Vinterbadere ved Fjorden"),
        org("none", name="Strikkerne"),
    )
    found = _values("named", landscape, "Vi vil spørge Havnens Vinterbadere")
    assert found["whole"] == max(found.values()) <= 1.0
    assert found["whole"] > found["half"] > found["none"] == 0.0


def test_a_word_without_a_capital_is_no_name() -> None:
    landscape = _made(org("b", name="Koret"))
    assert _values("named", landscape, "Et kor til koret")["b"] == 0.0
    assert _values("named", landscape, "Sammen med Koret")["b"] > 0.0


def test_a_name_that_stands_in_many_texts_tells_less() -> None:
    joint = [make_collaboration(f"c{i}", ["x0"], purpose="Byens havn") for i in range(9)]
    landscape = _made(org("rare", name="Solsikken"), org("often", name="Havnen"), joint=joint)
    found = _values("named", landscape, "Solsikken og Havnen")
    assert found["rare"] > found["often"] >= 0


def test_nothing_written_names_nobody() -> None:
    landscape = _made("b")
    assert np.isnan(list(_values("named", landscape).values())).all()


def test_names_that_are_alike() -> None:
    landscape = _made(
        org("a", name="Valby Lokaludvalg"),
        org("b", name="Valby Bibliotek"),
        org("c", name="Vanløse Lokaludvalg"),
        org("d", name="Strikkerne"),
        org("e", name="Lokaludvalget i Valby"),
    )
    found = _values("similar_name", landscape, asker="a")
    assert found["e"] == pytest.approx(1.0)
    assert found["e"] > min(found["b"], found["c"]) > found["d"] == 0.0
    facts = name_in_common(
        landscape, query_for(landscape, make_idea(landscape, asker="a")), landscape.index["e"]
    )
    assert {f.kind for f in facts} == {"name"}
    assert {f.id for f in facts} == {"valby", "lokaludvalg"}


def test_a_name_of_many_tells_less_than_a_rare_one() -> None:
    landscape = _made(
        org("a", name="Koret Solsikken"),
        org("rare", name="Solsikken Syd"),
        org("often", name="Koret Syd"),
        org("too", name="Koret Nord"),
    )
    found = _values("similar_name", landscape, asker="a")
    assert found["rare"] > found["often"] > 0


def test_an_idea_of_nobodys_is_like_no_name() -> None:
    landscape = _made("a", "b")
    assert np.isnan(list(_values("similar_name", landscape, "Sang").values())).all()
