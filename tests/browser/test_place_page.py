"""The geographic map in a browser: arcs, counts, keys, who is chosen, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from matcher.services.access import OPERATOR
from matcher.services.boundaries import BoundaryOptions, import_boundaries
from tests.browser.sites import Site, Visitor, come_in, site, visitor
from tests.matcher.services.boundaries.makers import make_file

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
