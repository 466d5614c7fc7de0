"""Outlines from files: what is taken, what is told, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from matcher.errors import Refusal
from matcher.exchange.geojson_file import MOST_AREAS, AreasRead, read_areas
from matcher.exchange.limits import Limits
from matcher.exchange.source import Source
from matcher.wording.say import say
from tests.missing import missing

DENMARK = Path("/work/shared/data/denmark")
SQUARE = [[12, 55], [13, 55], [13, 56], [12, 56], [12, 55]]


def make_feature(name: Any = "Valby", ring: Any = SQUARE, **known: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"navn": name}, "geometry": geometry, **known}


def read(*features: Any, level: str = "district", **known: Any) -> AreasRead:
    text = json.dumps({"type": "FeatureCollection", "features": list(features)})
    return read_text(text, level=level, **known)


def read_text(text: str, *, level: str = "district", limit: int = 10**6, **known: Any) -> AreasRead:
    source = Source(name="areas.geojson", data=text.encode())
    return read_areas(source, level, limits=Limits(uploaded=limit), **known)


def refused(*features: Any, **known: Any) -> str:
    with pytest.raises(Refusal) as told:
        read(*features, **known)
    hint = told.value.hint
    return say(told.value.text, "en") + (" " + say(hint, "en") if hint else "")


def test_a_name_and_an_outline_are_an_area() -> None:
    found = read(make_feature("  Indre   By "))
    assert [area.name for area in found.areas] == ["Indre By"]
    assert found.areas[0].geometry == {"type": "Polygon", "coordinates": [SQUARE]}
    assert (found.faulty, found.name_field) == ((), "navn")


def test_features_of_one_name_are_parts_of_one_area() -> None:
    (area,) = read(make_feature(), make_feature()).areas
    assert area.geometry == {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}


def test_heights_go_and_digits_that_say_nothing() -> None:
    ring = [[x + 1e-9, y, 12.5] for x, y in SQUARE]
    assert read(make_feature(ring=ring)).areas[0].geometry["coordinates"] == [SQUARE]


@pytest.mark.parametrize(
    ("level", "properties", "field"),
    [
        ("municipality", {"navn": "x", "KOMMUNENAVN": "y"}, "KOMMUNENAVN"),
        ("district", {"kommunenavn": "x", "name": "y"}, "name"),
        ("district", {"Bydel": "x", "navn": "y"}, "Bydel"),
    ],
)
def test_the_field_with_the_names_is_recognised(
    level: str, properties: dict[str, str], field: str
) -> None:
    assert read(make_feature(properties=properties), level=level).name_field == field


def test_where_it_is_not_the_fields_are_told() -> None:
    strange = make_feature(properties={"betegnelse": "Valby", "nr": 8})
    assert "betegnelse and nr" in refused(strange)
    assert "betegnelse" in refused(strange, name_field="navne")
    assert read(strange, name_field="betegnelse").areas[0].name == "Valby"
    assert "no properties" in refused(make_feature(properties=None))


@pytest.mark.parametrize(
    ("feature", "why"),
    [
        (make_feature(geometry=None), "not an area"),
        (make_feature(geometry={"type": "Point", "coordinates": [12, 55]}), "not an area"),
        (make_feature(ring=SQUARE[:-1]), "not closed"),
        (make_feature(ring=SQUARE[:3]), "four points"),
        (make_feature(ring=[["12", 55], *SQUARE[1:]]), "two numbers"),
        (make_feature(ring=[[True, 55], *SQUARE[1:]]), "two numbers"),
        (make_feature(ring=[[12, 91], *SQUARE[1:-1], [12, 91]]), "not degrees"),
        (make_feature(ring=[[1e400, 55], *SQUARE[1:]]), "two numbers"),
        (make_feature(ring=[[10**400, 55], *SQUARE[1:]]), "two numbers"),
        (make_feature(geometry={"type": "Polygon", "coordinates": []}), "no points"),
        (make_feature(name=7), "no name"),
        (make_feature(name=" "), "no name"),
        (make_feature(name="x" * 300), "no name"),
    ],
)
def test_a_faulty_feature_is_told_and_the_others_are_taken(
    feature: dict[str, Any], why: str
) -> None:
    text = json.dumps({"features": [feature, make_feature("Sound")]}).replace("Infinity", "1e400")
    found = read_text(text)
    assert [area.name for area in found.areas] == ["Sound"]
    (fault,) = found.faulty
    assert fault.number == 1
    assert why in say(fault.reason, "en")


def test_metres_are_refused_with_the_word_that_helps() -> None:
    metres = [[x * 50_000, y * 100_000] for x, y in SQUARE]
    assert "EPSG:4326" in refused(make_feature(ring=metres))


def test_a_file_without_a_sound_area_is_refused_whole() -> None:
    assert "not closed" in refused(make_feature(ring=[*SQUARE[:-1], [1, 1]]))
    assert "empty" in refused()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[1]",
        '{"features": 3}',
        '{"features": [3]}',
        "[" * 100_000,
        '{"a": NaN}',
        "9" * 9000,
    ],
)
def test_what_is_no_collection_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as told:
        read_text(text)
    assert told.value.code == "unreadable"


def test_too_much_is_refused() -> None:
    with pytest.raises(Refusal) as bytes_:
        read_text("[" * 2000, limit=1000)
    assert bytes_.value.code == "too_large"
    with pytest.raises(Refusal) as areas:
        read_text(json.dumps({"features": [{}] * (MOST_AREAS + 1)}))
    assert areas.value.code == "too_large"
    with pytest.raises(Refusal) as points:
        read_text(json.dumps({"features": [make_feature(ring=SQUARE * 110_000)]}), limit=10**8)
    assert points.value.code == "too_large"


@pytest.mark.parametrize(
    ("file", "level", "count"),
    [("dk_kommuner_simplified", "municipality", 98), ("kbh_bydele", "district", 10)],
)
def test_real_files_are_read(file: str, level: str, count: int) -> None:
    path = DENMARK / f"{file}.geojson"
    if not path.is_file():
        missing(f"there is no {path}")
    found = read_areas(Source(name=path.name, data=path), level, limits=Limits())
    assert len(found.areas) + len(found.faulty) >= count
    assert len(found.areas) >= count
