"""`/maps/data`: the compact file as browsers get it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from matcher.services.installation import Installation
from tests.webui.conftest import Client
from tests.webui.pages.gardens import plant

PACKED = {"Accept-Encoding": "gzip, br"}


@pytest.fixture
def reader(installation: Installation, client_as: Callable[[str], Client]) -> Client:
    """Somebody who may read, where there is something to show."""
    plant(installation)
    return client_as("reader")


def file_at(client: Client, query: str = "") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(client.get(f"/maps/data{query}").data)
    return read


def test_it_is_for_the_same_map_as_the_page(reader: Client) -> None:
    file = file_at(reader, "?sector=public")
    assert (file["nodes"]["ids"], file["open"]) == (["home"], "/organisations/")
    assert file["ties"]["a"] == []


def test_it_is_packed_for_those_who_take_it_so(reader: Client) -> None:
    plain, packed = reader.get("/maps/data"), reader.get("/maps/data", headers=PACKED)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert answer.headers["Content-Type"] == "application/json"
    assert plain.headers["ETag"] != packed.headers["ETag"]


@pytest.mark.parametrize("headers", [{}, PACKED])
def test_it_is_not_sent_again_when_it_is_the_same(reader: Client, headers: dict[str, str]) -> None:
    first = reader.get("/maps/data", headers=headers)
    again = reader.get("/maps/data", headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = reader.get(
        "/maps/data?colour=kind", headers={**headers, "If-None-Match": first.headers["ETag"]}
    )
    assert other.status_code == 200


def test_a_look_marks_and_joins_are_in_it(reader: Client) -> None:
    file = file_at(reader, "?together=hubs&labels=all&mark=new&mark=gone&join=new:club&join=x")
    assert (file["together"], file["labels"]) == ("hubs", "all")
    assert [hub["title"] for hub in file["hubs"]] == ["Haven"]
    ids = file["nodes"]["ids"]
    assert [ids[place] for place in file["marked"]] == ["new"]
    assert [[ids[a], ids[b]] for a, b in file["joins"]] == [["new", "club"]]


def test_languages_are_told_apart(reader: Client) -> None:
    answers = [reader.get("/maps/data", headers={"Accept-Language": x}).text for x in ("da", "en")]
    assert '"Association"' in answers[1]
    assert answers[0] != answers[1]


def test_an_unknown_look_is_said(reader: Client) -> None:
    assert reader.get("/maps/data?colour=nonsense").status_code == 422


def test_hidden_ones_are_not_in_it(reader: Client) -> None:
    assert "Den skjulte" not in reader.get("/maps/data?together=hubs").text


def test_who_holds_a_link_is_told_no_addresses(
    reader: Client, client_as: Callable[[str], Client]
) -> None:
    file = file_at(client_as("link"))
    assert (len(file["nodes"]["ids"]), file["open"]) == (4, "")
