"""Mapping files."""

from __future__ import annotations

import pytest

from matcher.errors import Refusal
from matcher.exchange.mapping import read_mapping, shipped_mappings
from matcher.wording.message import Words
from matcher.wording.say import say
from tests.matcher.exchange.makers import faults, make_reading

_MAPPING = b"""
[organisations]
"Klubbens kaldenavn" = "name"
"Felt 7" = "themes"
"Slags" = "sector"
"Intern kode" = ""

[values.sector]
"Klub" = "association"
"Andet" = ""

[values.themes]
"idr" = { da = "Motion", en = "Exercise" }
"""


def test_headings_and_words_are_translated() -> None:
    mapping = read_mapping(_MAPPING, "clubs.toml")
    reading = make_reading(
        "Klubbens kaldenavn;Felt 7;Slags;Intern kode\n"
        "A;idr|Kultur;klub;9\nB;;Andet;9\nC;;Kegle;9\n",
        mapping=mapping,
    )
    rows = [(row.name, row.themes, row.sector, row.id) for row in reading.tables[0].rows]
    assert rows == [("A", ("Motion", "Kultur"), "association", None), ("B", (), None, None)]
    assert reading.labels == {"motion": Words(da="Motion", en="Exercise")}
    assert [fault[:3] for fault in faults(reading)] == [(4, "Slags", "Kegle")]


def test_names_of_a_cell_are_translated_one_by_one() -> None:
    mapping = read_mapping(b'[values.area]\n"kbh" = "K\xc3\xb8benhavn"\n"hele landet" = ""', "m")
    reading = make_reading(
        "titel;område\nA;KBH|Greve\nB;Hele landet\nC;Hele landet|Greve\n", mapping=mapping
    )
    assert [row.area for row in reading.tables[0].rows] == [
        ("København", "Greve"),
        (),
        ("Greve",),
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (b"[organisations", "The reader says"),
        (b"\xff\xfe", "The reader says"),
        (b'[organisations]\n"Navn" = "nam"', "name"),
        (b'[organisatons]\n"Navn" = "name"', "organisations"),
        (b'[values.secter]\n"x" = "public"', "sector"),
        (b'[values.sector]\n"x" = "publik"', "public"),
        (b'[values.agreement]\n"x" = "writen"', "written"),
    ],
)
def test_mistakes_are_refused_with_what_is_near(text: bytes, hint: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_mapping(text, "m.toml")
    assert refused.value.code == "invalid"
    assert refused.value.hint is not None
    assert hint in say(refused.value.hint, "en")


@pytest.mark.parametrize("text", [b"organisations = 1", b"[values]\nsector = 1", b"[values]\nx=1"])
def test_what_is_no_section_is_refused(text: bytes) -> None:
    with pytest.raises(Refusal):
        read_mapping(text, "m.toml")


@pytest.mark.parametrize("value", ["1", "{ da = 'x' }"])
def test_a_word_must_be_a_text(value: str) -> None:
    with pytest.raises(Refusal):
        read_mapping(f'[values.sector]\n"x" = {value}'.encode(), "m.toml")


@pytest.mark.parametrize("value", ["1", "[1]", "'Navn'", "{ x = 'y' }"])
def test_headings_to_recognise_are_a_list_of_texts(value: str) -> None:
    with pytest.raises(Refusal):
        read_mapping(f"[recognise]\norganisations = {value}".encode(), "m.toml")


def test_the_shipped_mappings_can_be_read() -> None:
    assert [mapping.name for mapping in shipped_mappings()] == ["dk_esif", "interreg"]
