"""The geographic map: page, data, files, boundaries and tiles."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from matcher.services import fetch_tile
from matcher.services.boundaries import BoundaryOptions, import_boundaries
from matcher.services.fetch_tile import Tile
from matcher.services.installation import Installation
from tests.matcher.services.boundaries.makers import DISTRICTS, TOWN, make_file, settle
from tests.webui.conftest import Client
from tests.webui.filled import text_of


@pytest.fixture
def reader(installation: Installation, client_as: Callable[..., Client]) -> Client:
    """Somebody who reads, in a network of five that are shown."""
    settle(installation)
    return client_as("reader", "en")


@pytest.fixture
def outlined(reader: Client, installation: Installation, actor_as: Callable[..., Any]) -> Client:
    """The same with boundaries of the town and two of its districts."""
    editor = actor_as("editor")
    import_boundaries(installation, editor, TOWN, BoundaryOptions(source="Kortstyrelsen"))
    options = BoundaryOptions(level="district", municipality="Nordby")
    import_boundaries(installation, editor, DISTRICTS, options)
    return reader


def by_id(data: dict[str, Any], column: str) -> dict[str, Any]:
    return dict(zip(data["nodes"]["ids"], data["nodes"][column], strict=True))


def test_an_empty_network_leads_to_what_fills_it(client_as: Callable[..., Client]) -> None:
    page = text_of(client_as("editor", "en").get("/maps/place").text)
    assert "There is no network to show yet" in page


def test_without_boundaries_those_with_coordinates_have_a_place(reader: Client) -> None:
    page = text_of(reader.get("/maps/place").text)
    assert "3 organisations without a known place." in page
    assert "There are no boundaries yet" in page
    data = reader.get("/maps/place/data").get_json()
    assert by_id(data, "how") == {"a": -1, "b": -1, "c": 0, "d": 0, "e": -1}
    assert by_id(data, "lat")["e"] is None
    assert data["counted"] == []


def test_with_boundaries_the_others_stand_near_and_are_counted(outlined: Client) -> None:
    data = outlined.get("/maps/place/data").get_json()
    assert by_id(data, "how") == {"a": 1, "b": 1, "c": 0, "d": 0, "e": -1}
    assert {area["name"]: area["count"] for area in data["counted"]} == {"Havnen": 3, "Skoven": 0}
    page = outlined.get("/maps/place").text
    assert "Approximate: in the district" in page
    assert "1 organisation without a known place." in text_of(page)


def test_what_is_drawn_is_packed_and_not_sent_twice(outlined: Client) -> None:
    packed = {"Accept-Encoding": "gzip"}
    answer = outlined.get("/maps/place/data", headers=packed)
    assert json.loads(gzip.decompress(answer.data)) == outlined.get("/maps/place/data").get_json()
    again = outlined.get(
        "/maps/place/data", headers={**packed, "If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_counts_follow_the_level_and_the_conditions(outlined: Client) -> None:
    towns = outlined.get("/maps/place/data?areas=municipality").get_json()
    assert [(area["name"], area["count"]) for area in towns["counted"]] == [("Nordby Kommune", 4)]
    few = outlined.get("/maps/place/data?sector=public").get_json()
    assert {area["name"]: area["count"] for area in few["counted"]} == {"Havnen": 1, "Skoven": 0}
    assert "Kortstyrelsen" in outlined.get("/maps/place?areas=municipality").text


def test_nobody_who_fits_is_said(outlined: Client) -> None:
    page = outlined.get("/maps/place?sector=business")
    assert page.status_code == 200
    assert "Nobody fits these conditions" in page.text
    assert outlined.get("/maps/place/data?sector=business").get_json()["nodes"]["ids"] == []


def test_hidden_organisations_are_nowhere(outlined: Client) -> None:
    for path in ("/maps/place", "/maps/place/data", "/maps/place/network.geojson"):
        assert "Skjult" not in outlined.get(path).text


def test_marks_are_handed_on(outlined: Client) -> None:
    page = outlined.get("/maps/place?mark=a&mark=b").text
    assert 'data-marked="a b"' in page
    assert page.count('name="mark"') == 2


def test_the_same_as_geojson(outlined: Client) -> None:
    answer = outlined.get("/maps/place/network.geojson")
    assert answer.content_type == "application/geo+json"
    features = json.loads(answer.data)["features"]
    found = {f["properties"].get("id"): f for f in features}
    assert found["e"]["geometry"] is None
    assert (found["a"]["properties"]["approximate"], found["c"]["properties"]["approximate"]) == (
        True,
        False,
    )
    assert found["c"]["geometry"]["coordinates"] == [12.5, 55.5]
    kinds = [feature["properties"]["feature"] for feature in features]
    assert (kinds.count("area"), kinds.count("tie"), kinds.count("organisation")) == (2, 3, 5)
    names = {f["properties"]["name"]: f["properties"].get("organisations") for f in features[:2]}
    assert names == {"Havnen": 3, "Skoven": 0}


def test_the_picture_is_made_here_whatever_there_is(
    outlined: Client, installation: Installation
) -> None:
    for conditions in ("", "?sector=business", "?areas=municipality"):
        answer = outlined.get(f"/maps/place/network.png{conditions}")
        assert answer.data.startswith(b"\x89PNG")
        assert answer.content_type == "image/png"


def send(client: Client, data: bytes, name: str = "a.geojson", **said: str) -> Any:
    return client.post("/maps/boundaries", data={"file": (io.BytesIO(data), name), **said})


def test_an_editor_imports_boundaries_and_removes_them(
    reader: Client, client_as: Callable[..., Client]
) -> None:
    editor = client_as("editor", "en")
    before = text_of(editor.get("/maps/boundaries").text)
    assert "2 areas of the network have no boundary" in before
    assert isinstance(DISTRICTS.data, bytes)
    answer = send(editor, DISTRICTS.data, level="district", municipality="Nordby")
    assert answer.status_code == 303
    after = text_of(editor.get("/maps/boundaries").text)
    assert "2 boundaries are new, 0 are changed, 0 are as they were." in after
    assert "2 districts in Nordby" in after
    assert "1 area of the network has no boundary" in after
    gone = {"level": "district", "municipality": "Nordby"}
    assert editor.post("/maps/boundaries/remove", data=gone).status_code == 303
    assert "2 boundaries were removed." in text_of(editor.get("/maps/boundaries").text)


def test_what_is_wrong_with_a_file_is_said(client_as: Callable[..., Client]) -> None:
    editor = client_as("editor", "en")
    assert editor.post("/maps/boundaries", data={"level": "district"}).status_code == 422
    metres = make_file(("A", 700_000, 6_000_000, 10))
    assert isinstance(metres.data, bytes)
    refused = send(editor, metres.data, level="municipality")
    assert refused.status_code == 422
    assert "EPSG:4326" in refused.text
    other = send(editor, DISTRICTS.data, level="district", name_field="bydelen")  # type: ignore[arg-type]
    assert "has no field “bydelen”" in other.text
    assert 'value="bydelen"' in other.text


def test_a_reader_sees_but_does_not_import(reader: Client) -> None:
    page = reader.get("/maps/boundaries").text
    assert "enctype" not in page
    assert send(reader, b"{}").status_code == 403


def test_a_tile_is_passed_on_and_kept_by_the_browser(
    make_installation: Callable[..., Installation],
    client_as: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader = client_as("reader")
    blank = reader.get("/maps/tiles/3/1/1.png")
    assert (blank.status_code, blank.content_type) == (200, "image/png")
    assert blank.headers["Cache-Control"] == "no-store"
    tile = Tile(b"\xff\xd8\xff\x00", "image/jpeg")
    monkeypatch.setattr("webui.pages.place.fetch_tile", lambda *_: tile)
    answer = reader.get("/maps/tiles/3/1/1.png")
    assert (answer.data, answer.content_type) == (tile.data, "image/jpeg")
    assert answer.headers["Cache-Control"] == "private, max-age=86400"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert fetch_tile.DEEPEST == 19


def test_without_a_tile_server_there_is_no_background(outlined: Client) -> None:
    assert 'data-tiles=""' in outlined.get("/maps/place").text


def test_a_page_asks_the_database_little(outlined: Client, queries: Callable[[], Any]) -> None:
    outlined.get("/maps/place")
    with queries() as sent:
        outlined.get("/maps/place")
    assert len(sent) <= 14, sent
