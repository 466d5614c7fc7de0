"""Who is from where."""

from __future__ import annotations

from matcher.evaluate.folder import Organisation, ProjectBrief
from matcher.evaluate.peers.place import places, same_as_asker, same_place
from matcher.evaluate.split import Question
from tests.matcher.evaluate.makers import make_history

NORTH, SOUTH, NOWHERE = (ProjectBrief(region=name) for name in ("North", "South", ""))


def test_a_place_is_where_most_earlier_projects_were() -> None:
    history = make_history("a b", "a b", "a c", briefs=[NORTH, NORTH, SOUTH])
    place = dict(zip("abc", places(history)[[history.index[key] for key in "abc"]], strict=True))
    assert place["a"] == place["b"] != place["c"]


def test_an_address_comes_before_projects_and_these_before_the_country() -> None:
    history = make_history(
        "a b c d e",
        "d e",
        briefs=[NOWHERE, SOUTH],
        organisations=[
            Organisation(id="a", name="a", nuts3="DK011", country="Denmark"),
            Organisation(id="b", name="b", nuts3="DK013", country="Denmark"),
            Organisation(id="c", name="c", country="Denmark"),
            Organisation(id="d", name="d", nuts3="DK042", country="Denmark"),
        ],
    )
    place = {key: int(places(history)[history.index[key]]) for key in "abcde"}
    assert place["a"] == place["b"]
    assert len({place[key] for key in "acde"}) == 4


def test_where_nothing_is_known_nobody_is_near() -> None:
    history = make_history("a b")
    assert places(history).tolist() == [-1, -1]
    assert not same_as_asker(history)([Question(asker=0, brief=NORTH)]).any()


def test_the_same_place_comes_first_and_then_who_is_active() -> None:
    history = make_history("a b", "c", "c d", "d", "d", briefs=[NORTH, NORTH, SOUTH, SOUTH, SOUTH])
    row = same_place(history)([Question(asker=history.index["a"], brief=SOUTH)])[0]
    in_order = sorted("bcd", key=lambda key: -row[history.index[key]])
    assert in_order == ["c", "b", "d"]
