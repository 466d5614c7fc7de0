"""What a picture looks like, and that its legend says all of it."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from matcher.network.picture import MapPicture
from matcher.wording.say import say
from tests.matcher.network.makers import make_picture
from webui.maps.look import CHOICES, Legend, Look, Styled, styled
from webui.maps.look.legend import Variable
from webui.maps.look.nodes import Category
from webui.maps.look.words import MEASURES

THEMES = Category(values=np.array([0, 0, 1, -1]), names=("Mad", "Sang"))
MEASURED = {name: {"k": 0.5, "m": 2.0, "o": None} for name in MEASURES}
EVERY = [{key: word} for key, words in CHOICES.items() for word in words]
"""Looks that differ from the usual one in one thing."""


def dress(picture: MapPicture, **look: str) -> Styled:
    return styled(picture, Look(**look), MEASURED, THEMES)


def entries(legend: Legend, variable: Variable) -> list[tuple[str, int | None]]:
    section = legend.section(variable)
    return [(say(e.label, "en"), e.count) for e in section.entries] if section else []


def ids(picture: MapPicture) -> list[str]:
    return list(picture.columns.nodes.ids)


@pytest.mark.parametrize("look", EVERY, ids=str)
def test_every_node_and_tie_has_its_look(look: dict[str, str]) -> None:
    picture = make_picture()
    found = dress(picture, **look)
    nodes, ties = len(picture.columns.nodes), len(picture.columns.ties)
    for values, count, most in (
        (found.fill, nodes, len(found.fills)),
        (found.shape, nodes, len(found.shapes)),
        (found.line, ties, len(found.lines)),
    ):
        assert len(values) == count
        assert ((values >= 0) & (values < most)).all()
    assert len(found.radius) == nodes
    assert (found.radius > 0).all()
    assert len(found.width) == ties
    assert (found.width > 0).all()


@pytest.mark.parametrize("look", EVERY, ids=str)
def test_the_legend_has_every_colour_and_line_that_is_seen(look: dict[str, str]) -> None:
    picture = make_picture()
    found = dress(picture, **look)
    said = [entry for section in found.legend.sections for entry in section.entries]
    marks = {entry.mark.colour for entry in said if entry.mark}
    lines = {entry.line for entry in said if entry.line}
    if look.get("colour") != "none":
        assert {found.fills[code] for code in found.fill.tolist()} <= marks
    assert {found.lines[code] for code in found.line.tolist()} <= lines
    for variable in ("sector", "colour", "shape"):
        counts = [count for _, count in entries(found.legend, variable)]
        assert not counts or sum(count or 0 for count in counts) == 4


@pytest.mark.parametrize("look", [*EVERY, {"colour": "theme"}], ids=str)
def test_nobody_is_drawn_without_a_fault(look: dict[str, str]) -> None:
    picture = make_picture(sector="public", theme="song", area="Nowhere")
    assert not len(picture.columns.nodes)
    found = styled(picture, Look(**look), MEASURED)
    assert [s for s in found.legend.sections if s.variable not in {"groups"}] == []


def test_shapes_tell_the_sector_whatever_the_colours_say() -> None:
    picture = make_picture()
    found = dress(picture, colour="kind")
    shapes = dict(zip(ids(picture), (found.shapes[code] for code in found.shape), strict=True))
    assert shapes == {"k": "dot", "m": "square", "o": "triangle", "e": "diamond"}
    assert len(entries(found.legend, "shape")) == 4


def test_the_usual_look_is_by_sector_and_freshness() -> None:
    found = dress(make_picture())
    assert entries(found.legend, "sector") == [
        ("Association", 1),
        ("Public body", 1),
        ("Business", 1),
        ("Not known", 1),
    ]
    assert [label for label, _ in entries(found.legend, "lines")] == ["They work together"]


def test_sizes_by_ties_are_those_of_the_whole_network() -> None:
    picture = make_picture(sector="public")
    assert styled(picture, Look()).radius.tolist() == picture.columns.nodes.size.tolist()


def test_a_measure_ranks_and_says_what_is_not_known() -> None:
    picture = make_picture()
    found = dress(picture, colour="betweenness", size="betweenness")
    radius = dict(zip(ids(picture), found.radius.tolist(), strict=True))
    assert radius["m"] > radius["k"] > radius["o"] == radius["e"]
    assert entries(found.legend, "size")[-1] == ("Not known", 2)
    assert entries(found.legend, "colour") == [("0.5", 1), ("2", 1), ("Not known", 2)]


def test_a_measure_that_is_not_computed_falls_back_and_says_so() -> None:
    found = styled(make_picture(), Look(colour="betweenness", size="core"))
    assert (found.look.colour, found.look.size) == ("sector", "ties")
    assert len(found.legend.notes) == 2


def test_agreements_are_told_apart() -> None:
    found = dress(make_picture(), lines="agreement")
    assert entries(found.legend, "lines") == [("Oral agreement", 3)]


def test_kinds_of_tie() -> None:
    assert entries(dress(make_picture(), lines="kind").legend, "lines")[0][0] == "Collaboration"
    assert entries(dress(make_picture(), lines="evidence").legend, "lines") == [
        ("Joint collaborations, and reported", 1),
        ("Joint collaborations", 2),
    ]


def test_without_an_end_of_funding_that_is_said() -> None:
    found = dress(make_picture(), lines="funding")
    assert entries(found.legend, "lines") == [("No end of funding is known", 3)]
    section = found.legend.section("lines")
    assert section is not None
    assert section.entries[0].unknown


@pytest.mark.parametrize("together", ["hubs", "hulls"])
def test_collaborations_of_three_are_one_mark(together: str) -> None:
    found = dress(make_picture(), together=together)
    assert [count for _, count in entries(found.legend, "together")] == [1]


def test_closer_ties_are_wider() -> None:
    picture = make_picture()
    strength = picture.columns.ties.strength
    width = dress(picture).width
    assert (np.diff(width[np.argsort(strength)]) >= 0).all()
    assert len(set(dress(picture, width="same").width.tolist())) == 1


def test_a_look_is_the_same_for_the_same_picture() -> None:
    for colour, lines in product(("kind", "area", "theme", "group"), ("funding", "evidence")):
        first, second = (dress(make_picture(), colour=colour, lines=lines) for _ in range(2))
        assert first.legend == second.legend
        assert first.fill.tolist() == second.fill.tolist()
