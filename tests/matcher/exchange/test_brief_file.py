"""Briefs from files and documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import Refusal
from matcher.exchange.brief_file import brief_of, read_brief
from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.wording.say import say

_FILE = """
title = "Sang i Sydvest"
purpose = "  Fællessang for ældre, der er alene "
themes = ["Ensomhed", "music", "Ensomhed"]
target_groups = ["Ældre"]
needs = ["Klaver", { term = "Sal", amount = 80, when = "tirsdag aften" }]
near = { postcode = "2450", km = 5 }
funding_source = "Nordea-fonden"
asker = "Kulturhuset"
members = ["Koret"]
sectors = ["public"]
exclude = ["Ålholm Skole"]

[[slots]]
name = "Vært"
needs = ["Sal", "Klaver"]
sector = "public"

[[slots]]
name = "Sponsor"
sector = "virksomhed"
"""
_BRIEF = BriefText(
    title="Sang i Sydvest",
    purpose="Fællessang for ældre, der er alene",
    themes=("Ensomhed", "music"),
    target_groups=("Ældre",),
    needs=(NeedText(term="Klaver"), NeedText(term="Sal", amount=80.0, when="tirsdag aften")),
    near=NearText(km=5.0, postcode="2450"),
    funding_source="Nordea-fonden",
    asker="Kulturhuset",
    members=("Koret",),
    sectors=("public",),
    exclude=("Ålholm Skole",),
    slots=(
        SlotText(name="Vært", needs=("Sal", "Klaver"), sector="public"),
        SlotText(name="Sponsor", sector="virksomhed"),
    ),
)


def make_file(folder: Path, text: str | bytes) -> Path:
    """A file with this text."""
    path = folder / "idea.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_is_read_as_it_is_written(tmp_path: Path) -> None:
    assert read_brief(make_file(tmp_path, _FILE)) == _BRIEF
    assert read_brief(make_file(tmp_path, b"\xef\xbb\xbf" + _FILE.encode())) == _BRIEF


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    brief = read_brief(make_file(tmp_path, ""))
    assert brief == BriefText()
    assert not brief.says_something
    assert _BRIEF.says_something
    assert not BriefText(asker="Kulturhuset", area="Valby").says_something


def test_a_postcode_may_be_written_as_a_number() -> None:
    assert brief_of({"near": {"postcode": 2450, "km": 5}}).near == NearText(km=5, postcode="2450")
    assert brief_of({"near": {"postcode": 800, "km": 5}}).near == NearText(km=5, postcode="0800")


@pytest.mark.parametrize(
    ("document", "field", "told"),
    [
        ({"purpos": "x"}, "purpos", "purpose"),
        ({"targetgroups": []}, "targetgroups", "target_groups"),
        ({"purpose": 3}, "purpose", "must be a text"),
        ({"themes": "Ensomhed"}, "themes", "must be a list"),
        ({"themes": ["a", 2]}, "themes[2]", "must be a text"),
        ({"themes": ["a"] * 201}, "themes", "200"),
        ({"needs": [3]}, "needs[1]", "must be a text"),
        ({"needs": [{"amount": 3}]}, "needs[1].term", "must say something"),
        ({"needs": [" "]}, "needs[1]", "must say something"),
        ({"needs": [{"term": "a", "amount": "many"}]}, "needs[1].amount", "must be a number"),
        ({"needs": [{"term": "a", "amount": True}]}, "needs[1].amount", "must be a number"),
        ({"needs": [{"term": "a", "amount": 0}]}, "needs[1].amount", "above 0"),
        ({"needs": [{"term": "a", "much": 3}]}, "needs[1].much", "term"),
        ({"near": "2450"}, "near", "must be a table"),
        ({"near": {"postcode": "2450"}}, "near.km", "how far"),
        ({"near": {"postcode": "2450", "km": 0}}, "near.km", "above 0"),
        ({"near": {"postcode": "2450", "km": -3}}, "near.km", "above 0"),
        ({"near": {"postcode": "2450", "km": float("nan")}}, "near.km", "must be a number"),
        ({"near": {"postcode": "2450", "km": 10**400}}, "near.km", "must be a number"),
        ({"near": {"km": 5}}, "near", "either a postcode"),
        ({"near": {"lat": 55.0, "km": 5}}, "near", "both lat and lon"),
        ({"near": {"postcode": "2450", "lat": 55.0, "lon": 12.0, "km": 5}}, "near", "either"),
        ({"near": {"lat": 155.0, "lon": 12.0, "km": 5}}, "near.lat", "no such place"),
        ({"area": "Valby", "near": {"postcode": "2500", "km": 5}}, "near", "both an area"),
        ({"slots": [{"needs": ["a"]}]}, "slots[1].name", "must say something"),
        ({"slots": [{"name": "Vært"}]}, "slots[1]", "asks for nothing"),
        ({"slots": [{"name": "Vært", "needs": [], "sector": ""}]}, "slots[1]", "asks for nothing"),
        ({"slots": [{"name": "A", "needs": ["a"]}] * 2}, "slots[2].name", "Two slots"),
        ({"slots": ["Vært"]}, "slots[1]", "must be a table"),
        ({"slots": [{"name": "A", "need": ["a"]}]}, "slots[1].need", "needs"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    document: dict[str, Any], field: str, told: str
) -> None:
    with pytest.raises(Refusal) as refused:
        brief_of(document)
    said = refused.value
    assert said.code == "invalid"
    assert list(said.details["fields"]) == [field]  # type: ignore[call-overload]
    hint = say(said.hint, "en") if said.hint else ""
    assert told in f"{say(said.text, 'en')} {hint}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"purpose = ", "invalid"),
        (b"\xff\xfe", "invalid"),
        (b"#" * 1_000_001, "too_large"),
        (b"a = " + b"[" * 100_000, "invalid"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, text: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_brief(make_file(tmp_path, text))
    assert refused.value.code == code


def test_no_such_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(Refusal) as refused:
            read_brief(path)
        assert refused.value.code == "not_found"


def test_a_document_holds_every_field() -> None:
    assert list(BriefText().as_document()) == list(BriefText.__slots__)
    assert brief_of({}) == brief_of(dict.fromkeys(BriefText.__slots__)) == BriefText()


_WORD = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5)
_WORDS = st.lists(_WORD, max_size=3, unique=True).map(tuple)
_MAYBE = st.none() | _WORD
_AMOUNT = st.none() | st.floats(0.001, 1e9)
_KM = st.floats(0.001, 20_000)
_BRIEFS = st.builds(
    BriefText,
    title=_MAYBE,
    purpose=st.just("") | _WORD,
    themes=_WORDS,
    target_groups=_WORDS,
    needs=st.lists(st.builds(NeedText, term=_WORD, amount=_AMOUNT, when=_MAYBE)).map(tuple),
    near=st.none()
    | st.builds(NearText, km=_KM, postcode=_WORD)
    | st.builds(NearText, km=_KM, lat=st.floats(-90, 90), lon=st.floats(-180, 180)),
    funding_source=_MAYBE,
    asker=_MAYBE,
    members=_WORDS,
    sectors=_WORDS,
    exclude=_WORDS,
    slots=st.lists(
        st.builds(SlotText, name=_WORD, needs=_WORDS, sector=_WORD),
        unique_by=lambda slot: slot.name,
        max_size=3,
    ).map(tuple),
)


@given(brief=_BRIEFS)
def test_a_brief_comes_back_from_its_document(brief: BriefText) -> None:
    assert brief_of(json.loads(json.dumps(brief.as_document(), allow_nan=False))) == brief
