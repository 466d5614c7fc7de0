"""Counting, with known answers."""

from __future__ import annotations

import numpy as np

from matcher.evaluate.folder import ProjectBrief
from matcher.evaluate.peers.counts import past_partners, popularity, random, topic
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history

SEA = ProjectBrief(topics=("Sea", "Air"))
LAND = ProjectBrief(topics=("Land",))


def test_popularity_is_the_number_of_earlier_projects() -> None:
    history = make_history("a b", "b c", "b")
    values = popularity(history)([Question(asker=0, brief=SEA)] * 2)
    assert [each.id for each in history.organisations] == ["b", "a", "c"]
    assert values.tolist() == [[3, 1, 1]] * 2


def test_past_partners_are_counted_by_project() -> None:
    history = make_history("a b", "a b c", "c d")
    row = past_partners(history)([Question(asker=history.index["a"], brief=SEA)])[0]
    assert {key: row[history.index[key]] for key in "bcd"} == {"b": 2, "c": 1, "d": 0}


def test_a_topic_counts_who_worked_on_it() -> None:
    history = make_history("a b", "b c", "c", briefs=[SEA, LAND, ProjectBrief(topics=("Sea",))])
    at = history.index
    ask = topic(history)
    sea, land, unheard = ask(
        [Question(asker=0, brief=brief) for brief in (SEA, LAND, ProjectBrief(topics=("Fire",)))]
    )
    assert [sea[at[key]] for key in "abc"] == [2, 2, 1]
    assert [land[at[key]] for key in "abc"] == [0, 1, 1]
    assert not unheard.any()


def test_chance_repeats_with_its_seed() -> None:
    history = make_history("a b c d e f g")
    asked = [Question(asker=0, brief=SEA)]
    assert np.array_equal(random(3)(history)(asked), random(3)(history)(asked))
    assert not np.array_equal(random(3)(history)(asked), random(4)(history)(asked))
