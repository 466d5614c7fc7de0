"""The tables beside a map: sorted, paged, and what is not known last."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.network.picture import MapPicture
from matcher.wording.message import Value
from matcher.wording.say import say
from tests.matcher.network.makers import make_picture
from webui.maps import tables
from webui.maps.tables import NODE_COLUMNS, TIE_COLUMNS, Measured, Order, read_order


def english(value: Value) -> str:
    return say(value, "en")


def names(
    picture: MapPicture, word: str, page: int = 1, measure: Measured | None = None
) -> list[str]:
    rows = tables.organisations(picture, read_order(word, NODE_COLUMNS), page, english, measure)
    return [node.id for node in rows.rows]


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("", "kmoe"),
        ("-name", "eomk"),
        ("sector", "kome"),
        ("-ties", "kmoe"),
        ("kind", "kmoe"),
        ("-kind", "kmoe"),
        ("area", "mkoe"),
    ],
)
def test_the_order_of_organisations(word: str, ids: str) -> None:
    assert names(make_picture(), word) == list(ids)


def test_who_is_not_measured_comes_last_whichever_way() -> None:
    measure = Measured(label="x", decimals=1, values={"k": 1.0, "o": 2.0, "m": None})
    picture = make_picture()
    assert names(picture, "measure", measure=measure) == ["k", "o", "m", "e"]
    assert names(picture, "-measure", measure=measure) == ["o", "k", "m", "e"]


@pytest.mark.parametrize("column", TIE_COLUMNS)
@pytest.mark.parametrize("sign", ["", "-"])
def test_ties_are_all_there_in_every_order(column: str, sign: str) -> None:
    picture = make_picture()
    rows = tables.ties(picture, read_order(sign + column, TIE_COLUMNS), 1, english)
    assert sorted((tie.a, tie.b) for tie in rows.rows) == [("k", "m"), ("k", "o"), ("m", "o")]
    assert (rows.page, rows.pages, rows.count, rows.paged) == (1, 1, 3, False)


def test_ties_by_when_they_began() -> None:
    rows = tables.ties(make_picture(), Order(column="since"), 1, english)
    days = [tie.since for tie in rows.rows]
    assert days == sorted(days, key=str)


def test_many_rows_are_shown_a_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    monkeypatch.setattr(tables, "PAGE", 3)
    picture = make_picture()
    assert names(picture, "", 1) == ["k", "m", "o"]
    assert names(picture, "", 2) == ["e"]
    assert names(picture, "", 99) == ["e"]
    assert names(picture, "", -1) == ["k", "m", "o"]
    assert tables.organisations(picture, Order(column="name"), 1, english).paged


def test_nobody_has_one_empty_page() -> None:
    rows = tables.organisations(make_picture(area="Nowhere"), Order(column="ties"), 1, english)
    assert (rows.rows, rows.pages) == ((), 1)


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        read_order("-colour", NODE_COLUMNS)
    assert refusal.value.code == "invalid"
