"""A table of gaps in the order of a column."""

from __future__ import annotations

from matcher.services.gaps.results import Cell, Column, GapLine, GapTable, Key, Who
from matcher.services.gaps.sorting import in_order
from matcher.wording.message import Words, message

ROWS: tuple[tuple[Cell, Cell], ...] = (
    (Who(id="o", name="Ørnen"), 2),
    (Who(id="a", name="Aben"), None),
    (Words(da="Zebra", en="Abacus"), 2.5),
    (None, 1),
)
TABLE = GapTable(
    kind="alone",
    title=message("T"),
    means=message("M"),
    nothing=message("N"),
    columns=(
        Column(name="who", heading=message("Who")),
        Column(name="number", heading=message("Number"), sort="number"),
    ),
    count=len(ROWS),
    line=lambda at: GapLine(
        key=Key(kind="alone", a=str(at)), text=message("x"), cells=ROWS[at], weight=1
    ),
)


def order(by: str, language: str = "da") -> str:
    return "".join(line.key.a for line in in_order(TABLE, by, language))


def test_texts_stand_as_the_alphabet_has_them_in_the_language() -> None:
    assert order("who") == "1203"
    assert order("-who") == "0213"
    assert order("who", "en") == "2103"


def test_numbers_stand_by_size_and_what_is_not_known_comes_last() -> None:
    assert order("number") == "3021"
    assert order("-number") == "2031"


def test_a_column_that_is_not_there_changes_nothing() -> None:
    assert order("") == order("size") == order("-") == "0123"
