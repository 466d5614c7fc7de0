"""The geographic map in a browser: arcs, counts, keys, who is chosen, nothing from elsewhere."""

from __future__ import annotations

import re
import threading
from base64 import b64decode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect

from matcher.services.access import OPERATOR
from matcher.services.boundaries import BoundaryOptions, import_boundaries
from matcher.services.installation import Installation
from matcher.services.set_up import set_up
from matcher.settings import Settings
from matcher.store.documents import organisations
from matcher.store.documents.table import write
from seed_data.vocabulary import read_vocabulary
from tests.browser.sites import Site, Visitor, come_in, site, visitor
from tests.matcher.services.boundaries.makers import make_file
from tests.webui.serving import served
from webui import create_app

POINT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
AREAS = make_file(("Valby", 12.46, 55.63, 0.06), ("Vesterbro", 12.53, 55.65, 0.06))


@pytest.fixture(scope="module")
def place_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo network with the outlines of two of its districts."""
    folder: Path = tmp_path_factory.mktemp("place")
    with site(folder, demo=True) as made:
        options = BoundaryOptions(level="district", municipality="København", source="Prøven")
        import_boundaries(made.installation, OPERATOR, AREAS, options)
        yield made


@pytest.fixture(scope="module")
def guest(browser: Browser, place_site: Site) -> Iterator[Visitor]:
    with visitor(browser, place_site, language="en") as made:
        come_in(made, place_site)
        yield made


def open_map(guest: Visitor, query: str = "") -> Page:
    guest.go(f"/maps/place{query}")
    page = guest.page
    expect(page.locator("[data-role=place]")).to_have_attribute("data-state", "ready")
    return page


def figure(page: Page, asked: str) -> object:
    return page.evaluate(f"document.querySelector('[data-role=place]').place.{asked}")


def test_organisations_arcs_and_counts_are_drawn(guest: Visitor) -> None:
    page = open_map(guest)
    shown = int(page.get_attribute("[data-role=place]", "data-shown") or 0)
    assert shown > 100
    arcs = figure(page, "arcs")
    assert isinstance(arcs, int)
    assert arcs > 10
    counts = page.locator("[data-role=place-areas] tbody tr")
    expect(counts).to_have_count(2)
    expect(counts.first.locator("td.number")).to_have_text(re.compile(r"^[1-9]\d*$"))
    painted = page.evaluate(
        """() => {
          const canvas = document.querySelector('.place__marks');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, at) => at % 4 === 3 && value).length;
        }"""
    )
    assert painted > 1000
    guest.require_sound_page()


def test_who_is_chosen_stays_chosen_on_both_maps(guest: Visitor) -> None:
    page = open_map(guest)
    row = page.locator("[data-role=place-table] tbody tr").nth(3)
    name, key = row.locator("th").inner_text(), row.get_attribute("data-id")
    row.locator("[data-show]").click()
    expect(page.locator("[data-map=panel] h2")).to_have_text(name)
    expect(page).to_have_url(re.compile(rf"mark={key}"))
    assert f"mark={key}" in (page.get_attribute("[data-place=network]", "href") or "")
    again = open_map(guest, f"?mark={key}")
    expect(again.locator("[data-map=panel] h2")).to_have_text(name)
    expect(again.locator("[data-role=place-table] tr.is-chosen")).to_have_count(1)


def test_who_is_chosen_on_the_network_map_is_chosen_here(guest: Visitor) -> None:
    guest.go("/maps")
    page = guest.page
    expect(page.locator("[data-role=map]")).to_have_attribute("data-state", "ready")
    row = page.locator("tr[data-id]").nth(2)
    name = row.locator("th").inner_text()
    row.locator("[data-show]").click()
    page.locator(".map-tabs__link[href*='/maps/place']").click()
    expect(page.locator("[data-map=panel] h2")).to_have_text(name)


def test_keys_walk_zoom_and_let_go(guest: Visitor) -> None:
    page = open_map(guest)
    page.locator("[data-map=canvas]").focus()
    page.keyboard.press("ArrowRight")
    chosen = page.get_attribute("[data-role=place]", "data-selected")
    assert chosen
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    before = figure(page, "map.getZoom()")
    page.keyboard.press("+")
    assert figure(page, "map.getZoom()") != before
    page.keyboard.press("Escape")
    expect(page.locator("[data-role=place]")).to_have_attribute("data-selected", "")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/organisations/"))


def test_searching_goes_there(guest: Visitor) -> None:
    page = open_map(guest)
    name = page.locator("[data-role=place-table] tbody th").nth(7).inner_text()
    page.fill("#map-search", name)
    page.press("#map-search", "Enter")
    expect(page.locator("[data-map=panel] h2")).to_have_text(name)


def test_a_click_on_several_comes_nearer(guest: Visitor) -> None:
    page = open_map(guest)
    where = page.evaluate(
        """() => {
          const figure = document.querySelector('[data-role=place]').place;
          const many = figure.drawn.find((bunch) => bunch.members.length > 3);
          const [left, top] = figure.margin();
          const box = document.querySelector('[data-map=canvas]').getBoundingClientRect();
          return [box.left + many.x - left, box.top + many.y - top];
        }"""
    )
    before = figure(page, "map.getZoom()")
    page.mouse.click(*where)
    page.wait_for_function(
        f"document.querySelector('[data-role=place]').place.map.getZoom() > {before}"
    )


def test_nothing_comes_from_elsewhere(guest: Visitor) -> None:
    open_map(guest, "?areas=municipality&colour=area")
    assert guest.elsewhere == []
    assert guest.complaints == []


class Tiles(BaseHTTPRequestHandler):
    """A tile server that sends one grey point for each tile, and remembers the paths."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        self.wfile.write(POINT)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def tiled_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """An installation with a tile server on another port, and one organisation."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'tiled.db'}",
        language="browser",
        tile_url=f"http://127.0.0.1:{server.server_address[1]}/{{z}}/{{x}}/{{y}}.png",
        tile_attribution="© <b>Prøven</b>",
    )
    installation = Installation(settings)
    set_up(installation, OPERATOR, read_vocabulary())
    with installation.writing(OPERATOR) as work:
        one = {**organisations.EMPTY, "name": "Havelauget", "lat": 55.66, "lon": 12.5}
        write(work, "organisation", {"one": one})
        work.commit()
    with served(create_app(installation)) as address:
        yield Site(address=address, installation=installation)
    installation.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_background_comes_through_our_own_server(browser: Browser, tiled_site: Site) -> None:
    with visitor(browser, tiled_site, language="en") as guest:
        come_in(guest, tiled_site)
        page = open_map(guest)
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_attached()
        sources = page.eval_on_selector_all("img.leaflet-tile", "all => all.map(each => each.src)")
        assert sources
        assert all(source.startswith(f"{guest.address}/maps/tiles/") for source in sources)
        expect(page.locator(".leaflet-control-attribution")).to_have_text("© <b>Prøven</b>")
        assert Tiles.asked
        guest.require_sound_page()
