"""The map drawn anew when somebody asks."""

from __future__ import annotations

from collections.abc import Callable

from matcher.services.installation import Installation
from matcher.store.queries.map_places import laid_out
from tests.webui.conftest import Client
from tests.webui.pages.gardens import plant


def made(installation: Installation) -> object:
    with installation.reading() as session:
        return laid_out(session)


def test_an_editor_lays_the_map_out_anew_and_comes_back_to_the_same_part(
    installation: Installation, client_as: Callable[[str], Client]
) -> None:
    plant(installation)
    editor = client_as("editor")
    editor.get("/maps")
    first = made(installation)
    answer = editor.post("/maps/rearrange?sector=public&_scheme=x")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/maps?sector=public&_scheme=x"
    assert made(installation) is None
    editor.get(answer.headers["Location"])
    assert made(installation) not in {None, first}


def test_a_script_that_shows_the_move_itself_gets_no_page(
    installation: Installation, client_as: Callable[[str], Client]
) -> None:
    plant(installation)
    editor = client_as("editor")
    answer = editor.post("/maps/rearrange", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.data) == (204, b"")
    page = editor.get("/maps", headers={"Accept-Language": "en"}).text
    assert page.count("The map has been drawn anew.") == 1, "what the script says, and no message"


def test_the_button_is_for_those_who_may(
    installation: Installation, client_as: Callable[[str], Client]
) -> None:
    plant(installation)
    assert 'data-role="rearrange"' in client_as("editor").get("/maps?sector=public").text
    assert 'data-role="rearrange"' not in client_as("reader").get("/maps").text


def test_a_reader_looks_and_does_not_move_anything(
    installation: Installation, client_as: Callable[[str], Client]
) -> None:
    """Looking keeps the places all the same: they are nobody's change."""
    plant(installation)
    reader = client_as("reader")
    reader.get("/maps")
    assert made(installation) is not None
    assert reader.post("/maps/rearrange").status_code == 403
    assert made(installation) is not None
