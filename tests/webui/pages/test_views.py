"""`/maps/views`: kept from the map's page, opened, changed, deleted."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.organisations import delete_organisation, hide_organisation
from matcher.services.views import ViewNote, ViewText, list_views, save_view, show_view
from tests.webui.conftest import Client, as_client
from tests.webui.pages.gardens import plant

ENGLISH = {"Accept-Language": "en"}
STATE = {
    "hidden": ["shop"],
    "selected": ["club"],
    "notes": [{"x": 1, "y": -2.5, "text": "Her mangler et køkken"}],
    "window": {"x": 0, "y": 0, "scale": 0.5},
}


@pytest.fixture
def editor(installation: Installation, client_as: Callable[[str], Client]) -> Client:
    """Somebody who may save, where there is something to show."""
    plant(installation)
    return client_as("editor")


def make_view(installation: Installation, **changed: Any) -> str:
    """A view that is kept."""
    return save_view(installation, OPERATOR, ViewText(**{"title": "Haven", **changed})).id


def send(client: Client, path: str = "/maps/views", **changed: str) -> Any:
    """What the form on the map's page sends."""
    data = {"title": "Haven", "note": "", "query": "sector=public&lines=agreement", **changed}
    return client.post(path, data=data, headers=ENGLISH)


def test_a_map_is_kept_as_it_is_seen(editor: Client, installation: Installation) -> None:
    answer = send(editor, note="Til mødet", state=json.dumps(STATE))
    (line,) = list_views(installation, OPERATOR)
    assert answer.headers["Location"] == f"/maps/views/{line.id}"
    text = show_view(installation, OPERATOR, line.id).text
    assert dict(text.conditions) == {"sector": "public"}
    assert dict(text.look) == {"lines": "agreement"}
    assert (text.hidden, text.selected) == (("shop",), ("club",))
    assert text.notes == (ViewNote(x=1.0, y=-2.5, text="Her mangler et køkken"),)
    page = editor.get(answer.headers["Location"], headers=ENGLISH).text
    assert "Haven</h1>" in page
    assert "Til mødet" in page
    assert "<li>Her mangler et køkken</li>" in page
    assert '<option value="public" selected>' in page
    assert f'data-map-data="/maps/views/{line.id}/data"' in page


def test_without_a_script_conditions_and_look_are_kept(
    editor: Client, installation: Installation
) -> None:
    send(editor, query="around=Plejehjemmet&steps=1")
    (line,) = list_views(installation, OPERATOR)
    assert line.conditions == {"around": "home", "steps": "1"}


def test_the_list_says_who_and_when(editor: Client) -> None:
    assert "No views are kept yet" in editor.get("/maps/views", headers=ENGLISH).text
    send(editor, note="Til mødet")
    page = editor.get("/maps/views", headers=ENGLISH).text
    assert all(text in page for text in (">Haven<", "Til mødet", "Saved by", "Saved views"))


def test_a_view_needs_a_title(editor: Client, installation: Installation) -> None:
    answer = send(editor, title=" ", note="Skrevet", state=json.dumps(STATE))
    assert answer.status_code == 422
    assert "Write a title." in answer.text
    assert "Skrevet" in answer.text
    assert "Her mangler et køkken" in answer.text
    assert '<option value="public" selected>' in answer.text
    assert list_views(installation, OPERATOR) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"query": "colour=mood"},
        {"query": "theme=nonsense"},
        {"state": "{"},
        {"state": "[]"},
        {"state": '{"hidden": "shop"}'},
        {"state": '{"hidden": [1]}'},
        {"state": '{"notes": [{"x": "a", "y": 0, "text": "x"}]}'},
        {"state": '{"notes": [{"x": 1e999, "y": 0, "text": "x"}]}'},
        {"state": '{"window": 3}'},
        {"state": '{"window": {"x": 0, "y": 0, "scale": true}}'},
    ],
)
def test_what_no_page_sends_is_refused(
    editor: Client, installation: Installation, changed: dict[str, str]
) -> None:
    assert send(editor, **changed).status_code == 422
    assert list_views(installation, OPERATOR) == ()


def test_changing_a_view(editor: Client, installation: Installation) -> None:
    key = make_view(installation)
    page = editor.get(f"/maps?sector=business&view={key}", headers=ENGLISH).text
    assert "You are changing the view “Haven”." in page
    answer = send(editor, f"/maps/views/{key}", view=key, version="1", query="sector=business")
    assert answer.status_code == 303
    assert dict(show_view(installation, OPERATOR, key).text.conditions) == {"sector": "business"}


def test_who_saves_second_sees_it_and_keeps_what_was_written(
    editor: Client, installation: Installation
) -> None:
    key = make_view(installation)
    save_view(installation, OPERATOR, ViewText(title="Andet"), view_id=key)
    answer = send(editor, f"/maps/views/{key}", view=key, version="1", title="Mit")
    assert answer.status_code == 409
    assert "Somebody else has changed this" in answer.text
    assert 'value="Mit"' in answer.text
    assert 'name="version" value="2"' in answer.text
    send(editor, f"/maps/views/{key}", view=key, version="2", title="Mit")
    assert show_view(installation, OPERATOR, key).text.title == "Mit"


def test_a_deleted_view_is_brought_back_from_its_history(
    editor: Client, installation: Installation
) -> None:
    key = make_view(installation)
    answer = editor.post(f"/maps/views/{key}/delete")
    assert answer.headers["Location"] == f"/history/view/{key}"
    assert editor.get(f"/maps/views/{key}").status_code == 404
    assert editor.get(f"/maps?view={key}").status_code == 200
    assert "/undo" in editor.get(answer.headers["Location"]).text


def test_a_view_opens_though_its_organisation_is_gone(
    editor: Client, installation: Installation
) -> None:
    around = make_view(installation, conditions={"around": "new", "sector": "business"})
    way = make_view(installation, conditions={"around": "club", "path_to": "new"})
    delete_organisation(installation, OPERATOR, "new")
    page = editor.get(f"/maps/views/{around}", headers=ENGLISH).text
    assert "“Nystartet” is not on the map any more" in page
    assert "Åens Bageri" in page
    assert editor.get(f"/maps/views/{around}/data").status_code == 200
    assert "“Nystartet” is not on the map" in editor.get(f"/maps/views/{way}", headers=ENGLISH).text


def test_who_has_been_hidden_since_is_called_by_name(
    editor: Client, installation: Installation
) -> None:
    key = make_view(installation, conditions={"around": "club"})
    hide_organisation(installation, OPERATOR, "club", hidden=True)
    page = editor.get(f"/maps/views/{key}", headers=ENGLISH).text
    assert "“Ældreklubben” is not on the map any more" in page


@pytest.mark.parametrize(
    "kept",
    [
        {"conditions": {"collaboration": "gone"}},
        {"conditions": {"theme": "nonsense"}},
        {"conditions": {"steps": "many"}},
        {"look": {"colour": "mood"}},
    ],
)
def test_a_view_opens_though_a_word_of_it_is_gone(
    editor: Client, installation: Installation, kept: dict[str, Any]
) -> None:
    answer = editor.get(f"/maps/views/{make_view(installation, **kept)}")
    assert answer.status_code == 200
    assert "alert-warning" in answer.text


def test_from_one_view_to_the_next(editor: Client, installation: Installation) -> None:
    first, second = (make_view(installation, title=title) for title in "AB")
    page = editor.get(f"/maps/views/{first}", headers=ENGLISH).text
    assert "1 of 2" in page
    assert f'href="/maps/views/{second}#present"' in page


@pytest.mark.parametrize("ending", ["json", "svg"])
def test_a_view_as_a_file(editor: Client, installation: Installation, ending: str) -> None:
    key = make_view(installation, conditions={"sector": "business"})
    answer = editor.get(f"/maps/views/{key}/network.{ending}")
    assert answer.status_code == 200
    assert "Haven" in answer.headers["Content-Disposition"]
    assert b"Plejehjemmet" not in answer.data


def test_readers_open_views_and_save_none(
    installation: Installation, client_as: Callable[[str], Client]
) -> None:
    plant(installation)
    key = make_view(installation)
    reader = client_as("reader")
    page = reader.get(f"/maps/views/{key}").text
    assert "data-view-form" not in page
    assert send(reader).status_code == 403
    assert reader.post(f"/maps/views/{key}/delete").status_code == 403
    assert client_as("nobody").get(f"/maps/views/{key}").status_code == 303


def test_a_link_is_told_of_a_view_only_who_is_on_it(
    editor: Client, app: Flask, installation: Installation, link_to: Callable[..., str]
) -> None:
    key = make_view(installation, hidden=("home",), selected=("shop", "home", "long-gone"))
    holder = as_client(app)
    holder.get(link_to("map", key))
    pages = [html.unescape(each.get(f"/maps/views/{key}").text) for each in (editor, holder)]
    assert [
        f'"selected": {json.dumps(kept)}' in page
        for page, kept in zip(pages, (["shop", "home", "long-gone"], ["shop"]), strict=True)
    ] == [True, True]
    assert ["long-gone" in page for page in pages] == [True, False]


def test_a_view_asks_the_database_little(
    editor: Client, installation: Installation, queries: Callable[[], Any]
) -> None:
    keys = [make_view(installation, title=str(n), hidden=("club", "x")) for n in range(9)]
    editor.get(f"/maps/views/{keys[0]}")
    with queries() as sent:
        editor.get(f"/maps/views/{keys[1]}")
    assert len(sent) <= 16
