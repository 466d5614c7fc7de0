"""The picture of a consortium: who is drawn, and where the lines go."""

from __future__ import annotations

from itertools import pairwise

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from matcher.services.show_consortium import Composition, ConsortiumView, Gap, MemberView
from matcher.wording.message import message
from webui.consortium_picture import WIDTH, picture_of, wrapped


def member(name: str, *fills: int, already_in: bool = False) -> MemberView:
    return MemberView(
        id=name,
        name=name,
        sector=None,
        fills=fills,
        already_in=already_in,
        introduction=not already_in,
        steps=2,
        km=None,
        cost=1.0,
    )


def consortium(*members: MemberView, gaps: tuple[int, ...] = ()) -> ConsortiumView:
    return ConsortiumView(
        members=members,
        cost=1.0,
        introductions=1,
        sure=message("Sure."),
        gaps=tuple(Gap(place=each, why=message("Nobody.")) for each in gaps),
        reserves=(),
    )


def page(one: ConsortiumView, *places: str) -> Composition:
    return Composition(
        title="Idé", asker=None, candidates=3, places=places, consortia=(one,), greedy=one
    )


def test_places_stand_left_and_members_right_with_a_line_for_each_place(app: Flask) -> None:
    one = consortium(member("Skolen", 0, 2), member("Cafeen", 1, already_in=True), member("Tom"))
    with app.test_request_context():
        picture = picture_of(page(one, "Rum", "Mad", "Anker"), one)
    left = [box for box in picture.boxes if box.x == 0]
    right = [box for box in picture.boxes if box.x > 0]
    assert [box.lines for box in left] == [("Rum",), ("Mad",), ("Anker",)]
    assert [(box.lines, box.kind) for box in right] == [
        (("Skolen",), "member"),
        (("Cafeen",), "inside"),
    ]
    ends = {(tie.y1, tie.y2): tie.gap for tie in picture.ties}
    school, cafe = right
    assert ends == {
        (left[0].middle, school.middle): False,
        (left[1].middle, cafe.middle): False,
        (left[2].middle, school.middle): False,
    }
    assert picture.text == "Rum: Skolen. Mad: Cafeen. Anker: Skolen."


def test_gaps_lead_to_nobody(app: Flask) -> None:
    one = consortium(member("Skolen", 0), gaps=(1,))
    with app.test_request_context(headers={"Accept-Language": "en"}):
        picture = picture_of(page(one, "Rum", "Mad"), one)
    assert [box.kind for box in picture.boxes] == ["place", "gap", "member", "nobody"]
    assert [tie.gap for tie in picture.ties] == [False, True]
    assert picture.text == "Rum: Skolen. Mad: nobody."


@given(
    st.lists(st.text(max_size=60), min_size=1, max_size=6),
    st.lists(st.text(max_size=60), max_size=6),
)
def test_boxes_stay_in_the_picture_and_apart(places: list[str], names: list[str]) -> None:
    members = [member(name, at % len(places)) for at, name in enumerate(names)]
    one = consortium(*members)
    picture = _drawn(page(one, *places), one)
    for x in {box.x for box in picture.boxes}:
        column = [box for box in picture.boxes if box.x == x]
        assert column[0].y >= 0
        assert column[-1].y + column[-1].height <= picture.height + 1e-6
        for above, below in pairwise(column):
            assert above.y + above.height < below.y
    assert all(box.x + picture.box <= WIDTH for box in picture.boxes)


def _drawn(shown: Composition, one: ConsortiumView):  # type: ignore[no-untyped-def]
    from unittest.mock import patch

    with patch("webui.consortium_picture.say", str), patch("webui.consortium_picture._", str):
        return picture_of(shown, one)


@given(st.text(max_size=200))
def test_a_name_is_at_most_three_short_lines(text: str) -> None:
    lines = wrapped(text)
    assert 1 <= len(lines) <= 3
    assert all(0 < len(line) <= 15 for line in lines)
