"""The map in a frame of another web site: for the sites that a link names, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.links import Shared, ShareOptions, revoke, share
from matcher.services.views import ViewText, save_view
from matcher.store.tables import AccessLink
from matcher.store.tables.base import now
from tests.factories import make_organisation
from tests.webui.conftest import Client, as_client
from tests.webui.walk import all_addresses
from webui.security import HEADERS

SITES = ("https://www.valby.example", "http://localhost:8123")


@pytest.fixture
def make_frame(installation: Installation) -> Callable[..., Shared]:
    """Makes a link for frames, to the map or to a saved view."""
    make_organisation(installation, name="Aftenskolen", sector="association", email="a@b.example")
    make_organisation(installation, name="Biblioteket", sector="public")
    make_organisation(installation, name="Gemt", hidden=True)

    def make(view: str | None = None, sites: tuple[str, ...] = SITES) -> Shared:
        return share(
            installation, OPERATOR, "map", view, ShareOptions(label="Hjemmesiden", sites=sites)
        )

    return make


@pytest.fixture
def associations(installation: Installation) -> str:
    """The id of a view of associations, in a look of its own."""
    text = ViewText(
        title="Foreninger <b>",
        conditions={"sector": "association"},
        look={"palette": "standard", "colour": "kind"},
    )
    return save_view(installation, OPERATOR, text).id


def test_the_named_sites_may_frame_it_and_no_cookie_is_needed(
    client: Client, make_frame: Callable[..., Shared]
) -> None:
    path = make_frame().path
    for address in (path, f"{path}/data"):
        answer = client.get(address)
        assert answer.status_code == 200
        policy = answer.headers["Content-Security-Policy"]
        assert f"frame-ancestors {' '.join(SITES)};" in policy
        assert "X-Frame-Options" not in answer.headers
        assert "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"]
    page = client.get(path).text
    assert "Aftenskolen" in page
    assert "Gemt" not in page
    assert "a@b.example" not in page
    assert not re.search(r'href="[^"]*/organisations', page)


def test_no_other_page_lets_itself_be_framed(
    app: Flask, client_as: Callable[..., Client], make_frame: Callable[..., Shared]
) -> None:
    client = client_as("administrator")
    client.get(make_frame().path)
    for address in all_addresses(app):
        if address.method == "GET" and not address.path.startswith("/sign-out"):
            answer = client.get(address.path)
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"], address
            assert answer.headers["X-Frame-Options"] == "DENY", address


def test_only_the_policy_on_frames_differs(
    client: Client, make_frame: Callable[..., Shared]
) -> None:
    told = client.get(make_frame().path).headers
    opened = told["Content-Security-Policy"].replace(" ".join(SITES), "'none'")
    assert opened == HEADERS["Content-Security-Policy"]
    others = set(HEADERS) - {"Content-Security-Policy", "X-Frame-Options"}
    assert {name: told[name] for name in others} == {name: HEADERS[name] for name in others}


def test_a_view_shows_itself_and_cannot_be_widened(
    client: Client, make_frame: Callable[..., Shared], associations: str
) -> None:
    path = make_frame(associations).path
    page = client.get(path, query_string={"language": "en"}).text
    assert '<h1 class="h2">Foreninger &lt;b&gt;</h1>' in page
    assert "Colour: Kind" in page
    assert "Biblioteket" not in page
    for query in ({"sector": "public"}, {"around": "Biblioteket"}):
        for address in (path, f"{path}/data"):
            asked = {"Accept": "application/json"} if address.endswith("data") else {}
            answer = client.get(address, query_string=query, headers=asked)
            assert answer.status_code in {403, 404}
            assert "Biblioteket" not in answer.text
    assert client.get(path, query_string={"area": "Valby"}).status_code in {200, 422}


def test_a_view_whose_look_is_no_more_is_shown_in_the_usual_one(
    client: Client, make_frame: Callable[..., Shared], installation: Installation
) -> None:
    text = ViewText(title="Farvet", look={"colour": "zodiac"})
    path = make_frame(save_view(installation, OPERATOR, text).id).path
    assert client.get(path).status_code == 200
    usual = client.get(f"{make_frame().path}/data").get_json()
    assert client.get(f"{path}/data").get_json() == usual


def test_a_token_opens_frames_or_pages_but_not_the_other(
    app: Flask, client: Client, make_frame: Callable[..., Shared], link_to: Callable[..., str]
) -> None:
    path = make_frame().path
    through = client.get(path.replace("/embed/", "/links/"))
    assert (through.status_code, through.location) == (303, path)
    other = client.get(link_to("map").replace("/links/", "/embed/"))
    assert other.status_code == 410
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]
    fresh = as_client(app)
    fresh.get(path)
    assert fresh.get("/maps").status_code == 303  # nothing is kept of it


def test_a_frame_of_a_link_that_is_over_says_so_kindly(
    installation: Installation, client: Client, make_frame: Callable[..., Shared]
) -> None:
    withdrawn, expired = make_frame(), make_frame()
    revoke(installation, OPERATOR, withdrawn.link.id)
    with installation.writing(OPERATOR) as work:
        work.session.execute(
            update(AccessLink)
            .where(AccessLink.id == expired.link.id)
            .values(expires=now() - timedelta(days=1))
        )
        work.commit()
    for made in (withdrawn, expired):
        answer = client.get(made.path, query_string={"language": "en"})
        assert answer.status_code == 410
        assert "This map cannot be shown" in answer.text
        assert SITES[0] in answer.headers["Content-Security-Policy"]
        assert client.get(f"{made.path}/data").status_code == 410


def test_no_such_token(client: Client) -> None:
    answer = client.get("/embed/none")
    assert answer.status_code == 410
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_the_session_of_who_is_signed_in_counts_for_nothing(
    client_as: Callable[..., Client], make_frame: Callable[..., Shared], associations: str
) -> None:
    page = client_as("administrator").get(make_frame(associations).path).text
    assert "Biblioteket" not in page


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_address_says_the_language(
    client: Client, make_frame: Callable[..., Shared], language: str
) -> None:
    page = client.get(make_frame().path, query_string={"language": language}).text
    assert f'<html lang="{language}">' in page
