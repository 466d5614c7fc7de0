"""Verdicts as lists to learn from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from matcher.brief import Brief
from matcher.landscape import Rows
from matcher.learn import Judged, learn
from matcher.learn.judged import judged
from tests.engine_factories import make_collaboration, make_organisation, make_rows
from tests.matcher.learn.makers import UNTIL, make_history, make_shipped

GIVEN = date(2023, 6, 1)


def _profiles(organisations: int = 60) -> Rows:
    """Themes and sectors that have nothing to do with each other, and no history."""
    keys = [f"o{number:02}" for number in range(organisations)]
    return make_rows(
        *(
            make_organisation(key, sector=("association", "public", "business")[at % 3])
            for at, key in enumerate(keys)
        ),
        themes={key: [f"theme{at % 4}"] for at, key in enumerate(keys)},
    )


def _by_theme(askers: int, given: date = GIVEN) -> list[Judged]:
    """Those of the asker's theme are relevant, others not."""
    return [
        Judged(
            brief=Brief(asker=asker),
            relevant=(asker + 4, asker + 12),
            not_relevant=(asker + 1, asker + 2, asker + 3),
            given=given,
        )
        for asker in range(askers)
    ]


SHIPPED = make_shipped(shared_themes=0.3, other_sector=1.0)


def test_verdicts_alone_teach_where_there_are_enough() -> None:
    found = learn(_profiles(), UNTIL, SHIPPED, _by_theme(44))
    assert not found.fell_back
    assert found.recipe.weights["shared_themes"] > found.recipe.weights["other_sector"]
    assert found.recipe.learnt == {"verdicts": 44}
    assert found.quality == {}


@pytest.mark.parametrize(
    "verdicts",
    [
        [],
        _by_theme(10),
        _by_theme(44, given=UNTIL + timedelta(days=1)),
        [replace(each, relevant=()) for each in _by_theme(44)],
    ],
)
def test_few_or_later_verdicts_or_none_that_are_relevant_are_too_little(
    verdicts: list[Judged],
) -> None:
    assert learn(_profiles(), UNTIL, SHIPPED, verdicts).fell_back


def test_verdicts_move_what_history_teaches_and_do_not_rule_it() -> None:
    rows = make_history()
    shipped = make_shipped(shared_themes=1.0, other_sector=1.0)
    alone = learn(rows, UNTIL, shipped).recipe
    sector = {row.id: row.sector for row in rows.organisations}
    keys = sorted(sector)
    theirs = [
        Judged(
            brief=Brief(asker=at),
            relevant=tuple(o for o in range(len(keys)) if sector[keys[o]] != sector[key])[:3],
            not_relevant=tuple(
                o for o in range(len(keys)) if sector[keys[o]] == sector[key] and o != at
            )[:3],
            given=GIVEN,
        )
        for at, key in enumerate(keys)
    ]
    both = learn(rows, UNTIL, shipped, theirs).recipe
    assert both.learnt["verdicts"] == len(theirs)
    assert both.weights["other_sector"] > alone.weights["other_sector"]
    assert both.weights["shared_themes"] > both.weights["other_sector"]


def test_a_list_has_those_judged_and_some_others() -> None:
    (told,) = _by_theme(1)
    lists = judged(_profiles(), [told], SHIPPED, 5.0, seed=1)
    assert len(lists.values) == 5 + 10
    assert np.count_nonzero(lists.views[0].target) == 2
    assert lists.views[0].weight.sum() == 1.0


def test_together_they_weigh_no_more_than_is_given() -> None:
    lists = judged(_profiles(), _by_theme(44), SHIPPED, 5.0, seed=1)
    assert lists.views[0].weight.sum() == pytest.approx(5.0)


def test_what_came_of_a_verdict_does_not_speak_for_it() -> None:
    keys = ("a", "b", "c")
    rows = make_rows(*keys, joint=[make_collaboration("x", keys, start=GIVEN)])
    signals = make_shipped(common_partners=1.0, shared_themes=1.0)

    def partners_in_common(given: date) -> float:
        told = Judged(brief=Brief(asker=0), relevant=(1,), not_relevant=(2,), given=given)
        lists = judged(rows, [told], signals, 1.0, seed=1)
        return float(lists.values[:, list(signals.weights).index("common_partners")].sum())

    assert partners_in_common(GIVEN) == 0
    assert partners_in_common(GIVEN + timedelta(days=1)) > 0


def test_an_idea_that_nobody_owns_may_be_judged() -> None:
    told = [replace(each, brief=Brief(themes=(each.brief.asker % 4,))) for each in _by_theme(44)]
    found = learn(_profiles(), UNTIL, SHIPPED, told)
    assert found.recipe.weights["shared_themes"] > SHIPPED.weights["shared_themes"]
