"""Reading forms with rows, and adding and taking away rows without a script."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from matcher.services.forms import Form
from webui.record_forms import EMPTY_ROWS, Shape, rearranged, sent, with_empty_rows

SHAPE = Shape(fields=("title",), choices=("themes",), rows={"people": ("who", "role")})


def test_what_was_sent_is_read_and_nothing_else() -> None:
    data = MultiDict(
        [
            ("title", " Fest "),
            ("themes", "a"),
            ("themes", "b"),
            ("people-10-who", "B"),
            ("people-2-who", "A"),
            ("people-2-role", "vært"),
            ("people-x-who", "no number"),
            ("people-3", "no field"),
            ("elsewhere-0-who", "no part"),
        ]
    )
    form = sent(data, SHAPE)
    assert form.values == {"title": " Fest "}
    assert form.choices == {"themes": ("a", "b")}
    assert form.rows["people"] == ({"who": "A", "role": "vært"}, {"who": "B", "role": ""})


def test_nothing_sent_is_an_empty_form() -> None:
    form = sent(MultiDict(), SHAPE)
    assert (form.values, form.choices, form.rows) == ({"title": ""}, {"themes": ()}, {"people": ()})


def test_there_is_a_limit_to_rows() -> None:
    form = sent(MultiDict({f"people-{at}-who": "x" for at in range(5000)}), SHAPE)
    assert len(form.rows["people"]) == 300


@pytest.mark.parametrize(
    ("pressed", "rows", "focus"),
    [
        ({"add": "people"}, ["A", "B", *[""] * EMPTY_ROWS], "people-2-who"),
        ({"remove": "people-0"}, ["B"], "people-0-who"),
        ({"remove": "people-1"}, ["A"], "people-0-who"),
        ({"remove": "people-7"}, ["A", "B"], "people-1-who"),
    ],
)
def test_buttons_change_the_rows(
    app: Flask, pressed: dict[str, str], rows: list[str], focus: str
) -> None:
    form = Form(rows={"people": ({"who": "A", "role": ""}, {"who": "B", "role": ""})})
    with app.test_request_context("/", method="POST", data=pressed):
        filled = rearranged(form, SHAPE)
    assert filled is not None
    assert [row["who"] for row in filled.form.rows["people"]] == rows
    assert filled.focus == focus


@pytest.mark.parametrize(
    "pressed",
    [
        {},
        {"add": "x"},
        {"remove": "people"},
        {"remove": "x-1"},
        {"remove": "people--1"},
        {"remove": "people-" + "9" * 5000},
    ],
)
def test_other_buttons_do_not(app: Flask, pressed: dict[str, str]) -> None:
    with app.test_request_context("/", method="POST", data=pressed):
        assert rearranged(Form(rows={"people": ()}), SHAPE) is None


def test_the_last_row_leaves_an_empty_one(app: Flask) -> None:
    form = Form(rows={"people": ({"who": "A", "role": ""},)})
    with app.test_request_context("/", method="POST", data={"remove": "people-0"}):
        filled = rearranged(form, SHAPE)
    assert filled is not None
    assert filled.form.rows["people"] == ({"who": "", "role": ""},)


def test_a_new_form_begins_with_empty_rows() -> None:
    rows = with_empty_rows(Form(), SHAPE).rows["people"]
    assert rows == ({"who": "", "role": ""},) * EMPTY_ROWS
    there = {"who": "A", "role": ""}
    rows = with_empty_rows(Form(rows={"people": (there,)}), SHAPE).rows["people"]
    assert rows == (there, {"who": "", "role": ""})
