"""Words and register numbers in cells."""

from __future__ import annotations

import pytest

from matcher.exchange.fault import Fault
from matcher.exchange.sheet import Cell
from matcher.exchange.tables import TABLES
from matcher.exchange.text_cells import names_text, text, word_list
from matcher.exchange.values import READERS, agreement, cvr, email, p_number, sector, side, yes_no


def test_every_shape_can_be_read_and_an_empty_cell_says_nothing() -> None:
    shapes = {column.shape for table in TABLES.values() for column in table.columns}
    assert shapes == set(READERS)
    for read in READERS.values():
        assert not read(None)
        assert not read("  ")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Forening", "association"),
        ("frivillig-forening", "association"),
        ("Offentlig", "public"),
        ("KOMMUNE", "public"),
        ("virksomhed", "business"),
        ("Private sector", "business"),
        ("business", "business"),
    ],
)
def test_sectors(written: str, meant: str) -> None:
    assert sector(written) == meant


def test_other_narrow_words() -> None:
    assert [agreement(word) for word in ("Ingen", "mundtlig", "skriftlig")] == [
        "none",
        "oral",
        "written",
    ]
    assert (side("Tilbyder"), side("søger")) == ("offers", "needs")
    assert [yes_no(cell) for cell in ("ja", "NEJ", True, 0.0, 1, "x")] == [
        True,
        False,
        True,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("read", [sector, agreement, side, yes_no])
def test_an_unknown_word_is_a_fault(read: object) -> None:
    assert callable(read)
    with pytest.raises(Fault):
        read("banana")


def test_register_numbers() -> None:
    assert cvr(25313763.0) == cvr("25 31 37 63") == "25313763"
    assert p_number(1003375567) == "1003375567"
    for read, wrong in ((cvr, "25313764"), (cvr, "123"), (p_number, "123")):
        with pytest.raises(Fault):
            read(wrong)


def test_addresses() -> None:
    assert email("mailto:post@example.org") == "post@example.org"
    assert email("a@example.org; b@example.org") == "a@example.org, b@example.org"
    for wrong in ("post", "post@", "post@example", "a b@example.org@x.dk"):
        with pytest.raises(Fault):
            email(wrong)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [(2500.0, "2500"), (" a \r\n b ", "a \n b"), ("'=1", "=1"), ("a\x00b", "ab"), (0.5, "0.5")],
)
def test_text(cell: Cell, kept: str) -> None:
    assert text(cell) == kept


def test_a_spreadsheets_error_is_no_text() -> None:
    with pytest.raises(Fault):
        text("#N/A")


def test_several_names_are_kept_as_one_text() -> None:
    assert names_text(word_list("Valby;Vanløse | Valby\n")) == "Valby; Vanløse"
    assert names_text(word_list("Valby; Vanløse")) == "Valby; Vanløse"
    assert names_text(word_list(" ; ")) is None


def test_lists_of_words() -> None:
    assert word_list("Kultur| Idræt ;Kultur\nMad||") == ("Kultur", "Idræt", "Mad")
