"""The map in a frame: on a site that the link names, and on one that it does not."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from matcher.services.access import OPERATOR
from matcher.services.links import ShareOptions, revoke, share
from tests.browser.sites import Site, site, visitor
from tests.webui.serving import served


@pytest.fixture(scope="module")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with the demo network."""
    with site(tmp_path_factory.mktemp("embed"), demo=True) as made:
        yield made


@contextmanager
def hosting(framed: dict[str, str]) -> Iterator[str]:
    """A web site of another origin, whose page shows what stands in `framed` as "src"."""
    app = Flask("host")

    @app.get("/")
    def page() -> str:
        src = html.escape(framed["src"])
        frame = f'<iframe src="{src}" title="Map" width="900" height="1400"></iframe>'
        return f"<!doctype html><title>Host</title>{frame}"

    with served(app) as address:
        yield address.replace("127.0.0.1", "localhost")


@contextmanager
def visiting(browser: Browser, address: str, said: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 1500})
    page = context.new_page()
    page.on("console", lambda told: said.append(told.text))
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_in_the_frame_is_sound(browser: Browser, demo_site: Site, width: int) -> None:
    options = ShareOptions(label="Hjemmesiden", sites=("https://www.valby.example",))
    made = share(demo_site.installation, OPERATOR, "map", None, options)
    with visitor(browser, demo_site, width=width) as guest:
        guest.go(made.path)
        guest.page.wait_for_selector("[data-role=map][data-state=ready]")
        guest.require_sound_page()
        shown = guest.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert shown[0] <= shown[1]


def test_the_page_that_asks_for_a_password_is_sound(browser: Browser, demo_site: Site) -> None:
    options = ShareOptions(label="Udvalget", password="kun for udvalget")
    made = share(demo_site.installation, OPERATOR, "map", None, options)
    with visitor(browser, demo_site) as guest:
        guest.go(made.path)
        guest.require_sound_page()
        guest.page.fill("[name=password]", "kun for udvalget")
        guest.page.press("[name=password]", "Enter")
        guest.page.wait_for_selector("[data-role=map][data-state=ready]")


def test_the_named_site_shows_the_map_and_others_nothing(
    browser: Browser, demo_site: Site, tmp_path: Path
) -> None:
    framed = {"src": ""}
    with hosting(framed) as friend, hosting(framed) as stranger:
        made = share(
            demo_site.installation,
            OPERATOR,
            "map",
            None,
            ShareOptions(label="Hjemmesiden", sites=(friend,)),
        )
        framed["src"] = f"{demo_site.address}{made.path}?language=en"
        said: list[str] = []
        with visiting(browser, friend, said) as page:
            frame = page.frame_locator("iframe")
            expect(frame.locator("[data-role=map][data-state=ready]")).to_be_attached(timeout=20000)
            expect(frame.locator("[data-role=map-table] tbody tr")).not_to_have_count(0)
            assert page.context.cookies() == []
            assert [each for each in said if "rror" in each] == []
            revoke(demo_site.installation, OPERATOR, made.link.id)
            page.reload()
            expect(frame.locator("h1")).to_have_text("This map cannot be shown")
        refused: list[str] = []
        with visiting(browser, stranger, refused) as page:
            page.wait_for_timeout(500)
            assert page.frames[1].url.startswith("chrome-error:")
            assert any("frame-ancestors" in each for each in refused)
