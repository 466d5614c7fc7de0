"""The map as one file, in a real browser without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.matcher.network.makers import NASTY, make_nasty
from tests.webui.maps.test_standalone import make_sheet
from webui.maps.standalone import standalone


@dataclass
class Opened:
    """The page, what it asked for, and what went wrong in it."""

    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """The file of a map whose names are nasty."""
    (tmp_path / "map.html").write_text(standalone(make_sheet(make_nasty(), "en")), "utf-8")
    context = browser.new_context(offline=True)
    found = Opened(context.new_page())
    found.page.on("request", lambda request: found.asked.append(request.url))
    found.page.on("pageerror", lambda error: found.wrong.append(str(error)))
    found.page.on("console", lambda said: found.wrong.append(said.text))
    found.page.goto((tmp_path / "map.html").as_uri())
    found.page.wait_for_selector("[data-role=map][data-state=ready]")
    yield found
    context.close()


def test_it_opens_offline_and_runs_nothing_of_what_names_hold(opened: Opened) -> None:
    assert opened.page.title().startswith("Kort <b>")
    assert [url for url in opened.asked if not url.startswith(("file:", "data:"))] == []
    assert opened.wrong == []
    assert opened.page.locator("[data-role=map-table] tbody tr").count() == 4


def test_a_click_tells_of_an_organisation_as_text(opened: Opened) -> None:
    spot = opened.page.evaluate("document.querySelector('[data-role=map]').map.where('m')")
    opened.page.mouse.click(spot["x"], spot["y"])
    panel = opened.page.locator("[data-map=panel] h2")
    panel.wait_for()
    assert panel.inner_text() == f"Museet {NASTY}"
    assert opened.page.title().startswith("Kort <b>")


def test_search_goes_to_an_organisation(opened: Opened) -> None:
    opened.page.fill("#map-search", "aerlig")
    opened.page.press("#map-search", "Enter")
    opened.page.wait_for_selector("[data-role=map][data-selected=e]")


def shown_on(page: Page) -> list[str]:
    shown: list[str] = page.evaluate(
        "[...document.querySelector('[data-role=map]').map.index.nodes.keys()]"
    )
    return shown


def test_filters_narrow_picture_and_tables(opened: Opened) -> None:
    page = opened.page
    page.select_option("#filter-sector", "public")
    assert shown_on(page) == ["m"]
    assert page.locator("[data-role=map-table] tbody tr:visible").count() == 1
    assert page.locator("[data-map=count]").inner_text() == "1 of 4 are shown."
    page.select_option("#filter-sector", "")
    page.select_option("#filter-area", "Østre")
    assert shown_on(page) == ["k"]
    page.select_option("#filter-area", "")
    page.check("#filter-current")
    assert shown_on(page) == ["k", "m", "o", "e"]


def test_pointing_at_an_organisation_tells_of_it_as_text(opened: Opened) -> None:
    page = opened.page
    spot = page.evaluate("document.querySelector('[data-role=map]').map.where('k')")
    page.mouse.move(spot["x"] - 3, spot["y"])
    page.mouse.move(spot["x"], spot["y"])
    tip = page.locator("[data-map=tip]")
    tip.wait_for()
    assert tip.inner_text().startswith("Kirkeklubben </script>")
    assert opened.wrong == []


def test_tables_can_be_sorted(opened: Opened) -> None:
    page = opened.page
    page.click("[data-role=map-table] th:has-text('Ties') button")
    first = page.locator("[data-role=map-table] tbody tr").first
    assert first.locator("td.number").inner_text() == "2"
