"""The page of what is due, and the first of it on the home page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from matcher.services.installation import Installation
from matcher.wording.message import message
from tests.factories import make_organisation
from tests.matcher.services.dues import make_due, make_party, set_dues
from tests.webui.conftest import Client

TODAY = date.today()


def user_of(client: Client) -> str:
    with client.session_transaction() as session:
        return str(session["_user_id"]).partition(":")[0]


def test_it_leads_to_where_each_thing_is_done(
    client_as: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_as("reader", "en")
    kim = user_of(client)
    set_dues(
        monkeypatch,
        make_due("a", user=kim, about="Fælles <have>", day=TODAY - timedelta(days=2)),
        make_due("b", user=kim, path="/shortlists/y", day=TODAY),
        make_due("c", user=kim, day=TODAY + timedelta(days=60)),
    )
    page = client.get("/due").text
    assert "Fælles &lt;have&gt;" in page
    assert 'href="/collaborations/x"' in page
    assert 'href="/shortlists/y"' in page
    assert page.count('data-role="due"') == 3
    for group in ("overdue", "week", "later"):
        assert page.count(f'data-role="due-{group}"') == 1
    assert "whose=everybody" not in page


def test_what_several_have_in_common_is_said_in_the_readers_language(
    client_as: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_as("editor", "da")
    due = make_due(user=user_of(client), about=message("Grants that end"), day=TODAY)
    set_dues(monkeypatch, due)
    assert ">Bevillinger der udløber</a>" in client.get("/due").text


def test_editors_see_everybodys_and_readers_their_own_alone(
    installation: Installation, client_as: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    party = make_party(installation, contact_name="Grethe", contact_email="g@forening.example")
    set_dues(monkeypatch, make_due(party=party, day=TODAY))
    editor = client_as("editor")
    assert 'data-role="due"' not in editor.get("/due").text
    assert "Grethe" in editor.get("/due?whose=everybody").text
    assert "Grethe" not in client_as("reader").get("/due?whose=everybody").text


def test_nothing_to_do_says_what_will_stand_here(client_as: Callable[..., Client]) -> None:
    assert 'class="empty"' in client_as("editor").get("/due").text


def test_the_home_page_has_the_first_of_it(
    installation: Installation, client_as: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_as("editor")
    assert 'data-role="due-list"' not in client.get("/").text
    make_organisation(installation)
    kim = user_of(client)
    set_dues(monkeypatch, *(make_due(f"{n}", user=kim, day=TODAY) for n in range(9)))
    page = client.get("/").text
    assert page.count('data-role="due"') == 3
    assert "(9)" in page
    assert 'href="/due"' in page


def test_every_page_leads_to_it_for_whoever_has_things_to_do(
    client_as: Callable[..., Client],
) -> None:
    here = 'href="/due" aria-current="page"'
    for role in ("reader", "editor", "administrator"):
        client = client_as(role)
        for path in ("/organisations", "/account"):
            header = client.get(path).text.partition("</header>")[0]
            assert header.count('href="/due"') == 1
            assert here not in header
        assert here in client.get("/due").text
    for role in ("nobody", "link"):
        assert 'href="/due"' not in client_as(role).get("/map").text
