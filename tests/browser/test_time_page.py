"""The page of time in a real browser: the slider, two years side by side, and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.sites import Site, Visitor, come_in, site, visitor


@pytest.fixture(scope="module")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with the demo network."""
    with site(tmp_path_factory.mktemp("demo"), demo=True) as made:
        yield made


@pytest.fixture(scope="module")
def signed_in(browser: Browser, demo_site: Site) -> StorageState:
    """What the browser of somebody signed in keeps."""
    with visitor(browser, demo_site) as guest:
        come_in(guest, demo_site)
        return guest.page.context.storage_state()


@pytest.fixture
def guest(browser: Browser, demo_site: Site, signed_in: StorageState) -> Iterator[Visitor]:
    """Somebody on the page of time, in English."""
    with visitor(browser, demo_site, language="en") as found:
        found.page.context.add_cookies(signed_in["cookies"])  # type: ignore[arg-type]
        found.go("/maps/time")
        expect(found.page.locator("[data-role=time]")).to_have_attribute(
            "data-year", re.compile(r"\d")
        )
        yield found
        assert found.complaints == []
        assert found.elsewhere == []


def years(page: Page) -> list[int]:
    return sorted(
        int(row.get_attribute("data-year") or 0) for row in page.locator("tr[data-year]").all()
    )


def test_the_slider_shows_one_year_by_keyboard(guest: Visitor) -> None:
    page, slider = guest.page, guest.page.get_by_label("Year", exact=True)
    known = years(page)
    shown = int(page.locator("[data-role=map]").get_attribute("data-shown") or 0)
    slider.press("Home")
    section = page.locator("[data-role=time]")
    expect(section).to_have_attribute("data-year", str(known[0]))
    slider.press("ArrowRight")
    expect(section).to_have_attribute("data-year", str(known[1]))
    row = page.locator(f"tr[data-year='{known[1]}']")
    said = row.get_attribute("data-said") or ""
    expect(page.locator("[data-time=said]")).to_have_text(said)
    assert slider.get_attribute("aria-valuetext") == said
    fewer = int(page.locator("[data-role=map]").get_attribute("data-shown") or 0)
    assert f"{fewer} organisation" in said
    assert 0 < fewer < shown
    expect(row).to_have_class("is-chosen")


def test_who_is_not_there_in_a_year_cannot_be_chosen(guest: Visitor) -> None:
    page = guest.page
    page.get_by_label("Year", exact=True).press("Home")
    seen = page.evaluate(
        """() => { const { map } = document.querySelector("[data-role=map]");
        map.select([...map.data.ids.keys()]);
        return [map.selection.length, map.data.count]; }"""
    )
    assert 0 < seen[0] < seen[1]
    assert seen[0] == int(page.locator("[data-role=map]").get_attribute("data-shown") or 0)


def test_playing_goes_through_the_years_and_stops(guest: Visitor) -> None:
    page, known = guest.page, years(guest.page)
    slider = page.get_by_label("Year", exact=True)
    slider.press("End")
    slider.press("ArrowLeft")
    page.get_by_role("button", name="Play").click()
    expect(page.locator("[data-role=time]")).to_have_attribute("data-year", str(known[-1]))
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_two_years_stand_side_by_side_in_one_window(guest: Visitor) -> None:
    page = guest.page
    page.locator("[data-role=compare]").scroll_into_view_if_needed()
    expect(page.locator("[data-time=pair]")).to_have_attribute("data-state", "ready")
    found = page.evaluate(
        """() => { const [a, b] = ["earlier", "later"].map((name) =>
          document.querySelector(`[data-time=${name}]`).map);
        a.window = { x: 100, y: 50, scale: 0.5 };
        const both = [...a.data.ids.keys()].filter((k) => a.isSeen(k) && b.isSeen(k));
        const place = (map) => map.toWindow(map.data.x[both[0]], map.data.y[both[0]]);
        return { windows: [a.window, b.window], places: [place(a), place(b)],
          seen: [a, b].map((map) => map.data.ids.filter((_, k) => map.isSeen(k)).length) }; }"""
    )
    assert found["windows"][0] == found["windows"][1]
    assert found["places"][0] == found["places"][1]
    assert found["seen"][0] != found["seen"][1]
    for name, count in zip(("earlier", "later"), found["seen"], strict=True):
        year = page.locator("[data-role=compare]").get_attribute(f"data-{name}")
        row = page.locator(f"tr[data-year='{year}']")
        assert f" {count} organisation" in (row.get_attribute("data-said") or "")


def test_both_are_zoomed_at_once(guest: Visitor) -> None:
    page = guest.page
    page.locator("[data-role=compare]").scroll_into_view_if_needed()
    expect(page.locator("[data-time=pair]")).to_have_attribute("data-state", "ready")
    scales = """() => ["earlier", "later"].map((name) =>
        document.querySelector(`[data-time=${name}]`).map.window.scale)"""
    before = page.evaluate(scales)
    page.locator("[data-time=pair]").get_by_role("button", name="Zoom in").click()
    after = page.evaluate(scales)
    assert before[0] == before[1]
    assert after[0] == after[1] > before[0]


def test_other_years_are_compared_and_the_conditions_stay(guest: Visitor) -> None:
    page, known = guest.page, years(guest.page)
    guest.go("/maps/time?sector=association")
    page.get_by_label("Compare", exact=True).select_option(str(known[-3]))
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("[data-role=compare]")).to_have_attribute("data-earlier", str(known[-3]))
    assert "sector=association" in page.url


def test_it_is_all_there_without_a_script(
    browser: Browser, demo_site: Site, signed_in: StorageState
) -> None:
    context = browser.new_context(
        java_script_enabled=False,
        storage_state=signed_in,
        locale="en",
        viewport={"width": 320, "height": 700},
    )
    page = context.new_page()
    page.goto(demo_site.address + "/maps/time")
    expect(page.locator("#time-year")).to_be_hidden()
    expect(page.locator("[data-role=came]")).to_be_visible()
    expect(page.locator("[data-role=curve] svg").first).to_be_visible()
    expect(page.locator("tr[data-year]").first).to_be_visible()
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("[data-role=compare]")).to_be_visible()
    context.close()
