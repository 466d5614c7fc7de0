"""The map as one file, in a real browser without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.matcher.network.makers import NASTY, make_nasty
from webui.maps.standalone import write


@dataclass
class Opened:
    """The page, what it asked for, and what went wrong in it."""

    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """The file of a map whose names are nasty."""
    write(make_nasty(), tmp_path / "map.html", "en")
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
    assert opened.page.title().startswith("Network map")
    assert [url for url in opened.asked if not url.startswith(("file:", "data:"))] == []
    assert opened.wrong == []
    assert opened.page.locator("[data-role=map-table] tbody tr").count() == 4


def test_a_click_tells_of_an_organisation_as_text(opened: Opened) -> None:
    spot = opened.page.evaluate("document.querySelector('[data-role=map]').map.where('m')")
    opened.page.mouse.click(spot["x"], spot["y"])
    panel = opened.page.locator("[data-map=panel] h2")
    panel.wait_for()
    assert panel.inner_text() == f"Museet {NASTY}"
    assert opened.page.title().startswith("Network map")


def test_search_goes_to_an_organisation(opened: Opened) -> None:
    opened.page.fill("#map-search", "aerlig")
    opened.page.press("#map-search", "Enter")
    opened.page.wait_for_selector("[data-role=map][data-selected=e]")


def test_a_sector_can_be_hidden(opened: Opened) -> None:
    opened.page.uncheck("input[data-sector=public]")
    shown = opened.page.evaluate(
        "[...document.querySelector('[data-role=map]').map.index.nodes.keys()]"
    )
    assert shown == ["k", "o", "e"]
