"""The map of the page, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.set_up import set_up
from matcher.settings import Settings
from matcher.store.queries import people
from seed_data.vocabulary import read_vocabulary
from tests.webui.pages.gardens import plant
from tests.webui.serving import served
from webui import create_app


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """The app of an installation where there is something to show."""
    installation = Installation(
        Settings(database_url=f"sqlite:///{tmp_path / 'map.db'}", language="browser")
    )
    set_up(installation, OPERATOR, read_vocabulary())
    plant(installation)
    yield create_app(installation, TESTING=True)
    installation.close()


def make_session(app: Flask) -> dict[str, str]:
    """The cookie of a reader who is signed in."""
    installation: Installation = app.extensions["samspil"]
    with installation.writing(OPERATOR) as work:
        user = people.add(work, email="reader@samspil.example", role="reader", name="Kim Prøve")
        user.password_hash = "set"
        work.commit()
        signed_in = f"{user.id}:{user.session_key}"
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = signed_in
    name = app.config["SESSION_COOKIE_NAME"]
    cookie = client.get_cookie(name)
    assert cookie is not None
    return {"name": name, "value": cookie.value}


@pytest.fixture
def page(app: Flask, browser: Browser) -> Iterator[Page]:
    """The map as a reader sees it in English."""
    with served(app) as address:
        context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
        context.add_cookies([{**make_session(app), "url": address}])
        opened = context.new_page()
        wrong: list[str] = []
        opened.on("console", lambda said: wrong.append(said.text))
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.goto(f"{address}/maps")
        opened.wait_for_selector("[data-role=map][data-state=ready]")
        yield opened
        context.close()
        assert wrong == []


def click_on(page: Page, organisation: str) -> None:
    figure = "document.querySelector('[data-role=map]')"
    page.locator("[data-role=map]").scroll_into_view_if_needed()
    spot = page.evaluate(f"{figure}.map.where('{organisation}')")
    page.mouse.click(spot["x"], spot["y"])


def test_a_click_on_the_map_leads_to_the_organisation(page: Page) -> None:
    click_on(page, "home")
    panel = page.locator("[data-map=panel]")
    panel.get_by_role("heading", name="Plejehjemmet").wait_for()
    assert "2 ties" in panel.inner_text()
    assert panel.get_by_role("link", name="Open").get_attribute("href") == "/organisations/home"
    row = page.locator("tr[data-id=home]")
    assert "is-chosen" in (row.get_attribute("class") or "")


def test_the_table_and_the_map_share_what_is_chosen(page: Page) -> None:
    page.get_by_role("button", name="Show on map: Åens Bageri").press("Enter")
    page.wait_for_selector("[data-role=map][data-selected=shop]")
    page.get_by_role("button", name="Plejehjemmet", exact=True).click()
    page.wait_for_selector("[data-role=map][data-selected=home]")


def test_search_finds_as_danes_write(page: Page) -> None:
    page.get_by_label("Find on the map").fill("aens")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-role=map][data-selected=shop]")


def test_a_condition_hides_and_moves_nobody(page: Page) -> None:
    figure = "document.querySelector('[data-role=map]').map"
    place = f"{figure}.toWindow({figure}.data.x[{figure}.data.indexOf('home')], 0)"
    before = page.evaluate(place)
    page.get_by_label("Sector").select_option("public")
    page.get_by_text("1 of 4 organisations").wait_for()
    page.wait_for_selector("[data-role=map][data-shown='1']")
    assert page.evaluate(place) == pytest.approx(before)
    assert "sector=public" in page.url
    assert page.locator("[data-role=map-table] tbody tr").count() == 1


def test_the_table_sorts_danish_letters_last(page: Page) -> None:
    page.get_by_role("button", name="Sector", exact=True).click()
    names = page.locator("[data-role=map-table] tbody th")
    page.get_by_role("columnheader").get_by_role("button", name="Organisation").first.click()
    assert names.all_inner_texts() == ["Nystartet", "Plejehjemmet", "Ældreklubben", "Åens Bageri"]


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_sticks_out(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    click_on(page, "home")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
