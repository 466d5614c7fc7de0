"""Read-only links on the page: made, opened, withdrawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.links import ShareOptions, list_links, revoke, share
from matcher.services.views import ViewText, save_view
from tests.factories import make_organisation, make_shortlist
from tests.webui.conftest import Client, as_client


@pytest.fixture
def shortlist(installation: Installation) -> str:
    """The id of a shortlist with a candidate."""
    return make_shortlist(
        installation, "Høstfesten", entries=[make_organisation(installation, "Kulturhuset")]
    )


def link_on(page: str) -> str:
    """The path of the link that a page shows."""
    return "/links/" + page.split('value="http://localhost/links/')[1].split('"')[0]


@pytest.mark.parametrize("subject", ["map", "shortlist"])
def test_from_making_a_link_to_withdrawing_it(
    app: Flask, subject: str, shortlist: str, client_as: Callable[..., Client]
) -> None:
    editor, friend = client_as("editor", "en"), as_client(app)
    where = "/maps" if subject == "map" else f"/shortlists/{shortlist}"
    make = "/links/map" if subject == "map" else f"/links/shortlist/{shortlist}"
    assert f'action="{make}"' in editor.get(make).text
    made = editor.post(make, data={"label": "Styregruppen", "days": "30"}, follow_redirects=True)
    link = link_on(made.text)
    assert editor.get("/links/new").status_code == 303  # shown once

    opened = friend.get(link)
    assert (opened.status_code, opened.location) == (303, where)
    assert friend.get(where).status_code == 200
    assert friend.get("/").location == where
    other = f"/shortlists/{shortlist}" if subject == "map" else "/maps"
    for path in (other, "/organisations", "/shortlists", "/people", "/import", "/account"):
        assert friend.get(path).status_code == 403, path

    page = editor.get(make)
    assert "Styregruppen" in page.text
    revoked = page.text.split('/revoke"')[0].rpartition('action="')[2] + "/revoke"
    assert editor.post(revoked).location == where
    assert "The link for Styregruppen has been withdrawn" in editor.get(where).text
    assert "Styregruppen" not in editor.get(make).text
    for path in (where, "/", link):
        assert friend.get(path).status_code == 410


def test_the_holder_changes_nothing(
    app: Flask, shortlist: str, link_to: Callable[..., str], installation: Installation
) -> None:
    friend = as_client(app)
    friend.get(link_to("shortlist", shortlist))
    page = friend.get(f"/shortlists/{shortlist}").text
    actions = {part.split('"')[0] for part in page.split('action="')[1:]}
    assert actions == {"/language/da", "/language/en"}
    link = list_links(installation, OPERATOR, "shortlist", shortlist)[0]
    for path in (f"/links/shortlist/{shortlist}", "/links/map", f"/links/{link.id}/revoke"):
        assert friend.post(path, data={"label": "x", "days": "30"}).status_code == 403


def test_who_is_signed_in_keeps_their_role(
    shortlist: str, link_to: Callable[..., str], client_as: Callable[..., Client]
) -> None:
    editor = client_as("editor")
    editor.get(link_to("shortlist", shortlist))
    assert editor.get("/import").status_code == 200
    editor.post("/sign-out")
    assert editor.get(f"/shortlists/{shortlist}").status_code == 303


def test_the_last_link_opened_counts(
    app: Flask, shortlist: str, link_to: Callable[..., str]
) -> None:
    friend = as_client(app)
    friend.get(link_to("map"))
    friend.get(link_to("shortlist", shortlist))
    assert friend.get("/").location == f"/shortlists/{shortlist}"
    assert friend.get("/maps").status_code == 403


def test_signing_in_leaves_the_link_behind(
    app: Flask, link_to: Callable[..., str], installation: Installation
) -> None:
    from matcher.services.people import invite

    friend = as_client(app)
    friend.get(link_to("map"))
    path = invite(installation, OPERATOR, email="bo@samspil.example", role="reader").path
    friend.post(path, data={"name": "Bo", "password": "fire heste i en skov"})
    revoke(installation, OPERATOR, list_links(installation, OPERATOR, "map", None)[0].id)
    assert friend.get("/").status_code == 200
    friend.post("/sign-out")
    assert friend.get("/maps").location == "/sign-in?next=/maps"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"label": "", "days": "30"}, "label"),
        ({"label": "Bestyrelsen", "days": "0"}, "days"),
        ({"label": "Bestyrelsen", "days": "1000"}, "days"),
        ({"label": "Bestyrelsen", "days": "a lot"}, "days"),
        ({"label": "Bestyrelsen", "days": "-1"}, "days"),
        ({"label": "Bestyrelsen"}, "days"),
    ],
)
def test_a_faulty_form_keeps_what_was_typed(
    data: dict[str, str], field: str, client_as: Callable[..., Client]
) -> None:
    answer = client_as("editor").post("/links/map", data=data)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert f'value="{data["label"]}"' in answer.text


def test_the_page_of_a_shortlist_has_its_links(
    shortlist: str, link_to: Callable[..., str], client_as: Callable[..., Client]
) -> None:
    link_to("shortlist", shortlist, "Bestyrelsen")
    assert "Bestyrelsen" in client_as("editor").get(f"/shortlists/{shortlist}").text
    assert "Bestyrelsen" not in client_as("reader").get(f"/shortlists/{shortlist}").text


def test_there_is_nothing_to_share(client_as: Callable[..., Client]) -> None:
    editor = client_as("editor")
    data = {"label": "Bestyrelsen", "days": "30"}
    assert editor.post("/links/shortlist/none", data=data).status_code == 404
    assert editor.post("/links/shortlist", data=data).status_code == 410  # no such token
    assert editor.post("/links/none/revoke").status_code == 404


@pytest.mark.parametrize("token", ["x", "x" * 43, "a b", "%01"])
def test_a_link_that_never_was(client: Client, token: str) -> None:
    assert client.get(f"/links/{token}").status_code == 410


PASSWORD = "kun for udvalget"


@pytest.fixture
def guarded(installation: Installation) -> str:
    """The path of a link to the map with a password."""
    options = ShareOptions(label="Udvalget", password=PASSWORD)
    return share(installation, OPERATOR, "map", None, options).path


def test_a_password_is_asked_for_once(app: Flask, guarded: str) -> None:
    client = as_client(app)
    page = client.get(guarded)
    assert (page.status_code, 'type="password"' in page.text) == (200, True)
    assert f'action="{guarded}"' in page.text
    assert client.get("/maps").status_code == 303
    wrong = client.post(guarded, data={"password": "noget andet"})
    assert wrong.status_code == 422
    assert 'data-role="error-summary"' in wrong.text
    assert client.get("/maps").status_code == 303
    assert client.post(guarded, data={"password": PASSWORD}).location == "/maps"
    assert client.get("/maps").status_code == 200


def test_who_is_signed_in_needs_no_password(client_as: Callable[..., Client], guarded: str) -> None:
    assert client_as("reader").get(guarded).location == "/maps"


def test_guessing_is_limited(app: Flask, guarded: str) -> None:
    client = as_client(app)
    answers = [
        client.post(guarded, data={"password": f"gæt {number}"}).status_code for number in range(11)
    ]
    assert answers == [422] * 10 + [429]
    assert client.post("/links/none", data={"password": "x"}).status_code == 410


def test_a_link_for_frames_comes_with_what_to_put_into_the_page(
    client_as: Callable[..., Client],
) -> None:
    editor = client_as("editor", "en")
    data = {"label": "<Hjemmesiden>", "days": "30", "sites": "https://www.valby.example/om"}
    assert editor.post("/links/map", data=data).location == "/links/new"
    page = editor.get("/links/new").text
    assert "&lt;iframe src=&#34;http://localhost/embed/" in page
    assert "title=&#34;Network map" in page
    assert "<iframe" not in page


def test_a_frame_and_a_password_do_not_go_together(client_as: Callable[..., Client]) -> None:
    data = {
        "label": "x",
        "days": "30",
        "sites": "https://www.valby.example",
        "password": PASSWORD,
    }
    answer = client_as("editor", "en").post("/links/map", data=data)
    assert answer.status_code == 422
    assert "leave out one of the two" in answer.text
    assert PASSWORD not in answer.text


def test_a_link_to_a_saved_view_shows_that_alone(
    app: Flask, installation: Installation, client_as: Callable[..., Client]
) -> None:
    make_organisation(installation, name="Aftenskolen", sector="association")
    make_organisation(installation, name="Biblioteket", sector="public")
    text = ViewText(title="Kun foreninger", conditions={"sector": "association"})
    view = save_view(installation, OPERATOR, text).id
    form = client_as("editor").get("/links/map").text
    assert "Kun foreninger" in form
    made = share(installation, OPERATOR, "map", view, ShareOptions(label="x"))
    client = as_client(app)
    assert client.get(made.path).location == f"/maps/views/{view}"
    other = save_view(installation, OPERATOR, ViewText(title="Alle")).id
    for path in (f"/maps/views/{view}", f"/maps/views/{view}/data", "/maps", "/maps/data"):
        shown = client.get(path)
        assert (shown.status_code, "Biblioteket" in shown.text) == (200, False)
    assert client.get(f"/maps/views/{other}").status_code == 403
    assert client.get(f"/maps/views/{other}/network.json").status_code == 403
    assert client.get("/maps/views").status_code == 403
    for ending in ("json", "graphml", "html"):
        file = client.get(f"/maps/network.{ending}").text
        assert ("Aftenskolen" in file, "Biblioteket" in file) == (True, False)
    assert client.get("/maps?sector=public").status_code == 403
    assert client.get("/maps/network.json?sector=public").status_code == 403
    assert client.get("/maps/data?around=Biblioteket").status_code == 404
    for other in ("/organisations", "/maps/measures", "/maps/report", "/collaborations"):
        assert client.get(other).status_code in {403, 404}


def test_who_shares_from_a_saved_view_is_offered_that_view_first(
    installation: Installation, client_as: Callable[..., Client]
) -> None:
    make_organisation(installation, name="Aftenskolen", sector="association")
    view = save_view(installation, OPERATOR, ViewText(title="Foreninger")).id
    save_view(installation, OPERATOR, ViewText(title="Alle"))
    offered = f'<option value="{view}" selected>'
    client = client_as("editor")
    assert offered in client.get(f"/maps/views/{view}").text
    assert offered not in client.get("/maps").text
