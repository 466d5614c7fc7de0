"""A map narrowed, dressed, noted on, kept, opened again and shown at a meeting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from matcher.services.access import OPERATOR
from matcher.services.views import ViewText, list_views, save_view, show_view
from tests.browser.sites import Site, Visitor, come_in, site, visitor
from webui.maps import tables

MAP = "document.querySelector('[data-role=map]').map"


@pytest.fixture(scope="module")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with the demo network."""
    with site(tmp_path_factory.mktemp("views"), demo=True) as made:
        yield made


@pytest.fixture(scope="module")
def administrator(browser: Browser, demo_site: Site) -> StorageState:
    """What the browser of a signed-in administrator keeps."""
    with visitor(browser, demo_site) as made:
        come_in(made, demo_site)
        return made.page.context.storage_state()


@pytest.fixture
def guest(browser: Browser, demo_site: Site, administrator: StorageState) -> Iterator[Visitor]:
    """An administrator who reads English."""
    with visitor(browser, demo_site, language="en") as made:
        made.page.context.add_cookies(administrator["cookies"])
        yield made


def ready(page: Page) -> None:
    page.wait_for_selector("[data-role=map][data-state=ready]")


def test_from_a_filter_to_the_meeting(guest: Visitor, demo_site: Site) -> None:
    other = save_view(demo_site.installation, OPERATOR, ViewText(title="Zoner")).id
    page = guest.page
    guest.go("/maps")
    ready(page)
    page.locator("#sector").select_option("public")
    page.wait_for_url("**/maps?*sector=public*")
    expect(page.locator("#map-chips")).to_contain_text("Public body")
    page.get_by_text("How it looks").click()
    page.locator("#lines").select_option("agreement")
    expect(page.locator("#map-legend")).to_contain_text("Written agreement")

    shown = int(page.locator("[data-role=map]").get_attribute("data-shown") or 0)
    page.locator("[data-show]").first.click()
    page.evaluate(f"{MAP}.hide({MAP}.selectedIds)")
    page.get_by_role("button", name="Put a note on the map").click()
    page.keyboard.type("Mangler et køkken")
    pin = page.locator(".map-note")
    expect(pin).to_have_text("Mangler et køkken")
    before = pin.bounding_box()
    pin.focus()
    page.keyboard.press("ArrowRight")
    after = pin.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] > before["x"]

    page.get_by_text("Save this view").click()
    page.locator("#view-save [name=title]").fill("Offentlige")
    page.locator("#view-save [name=note]").fill("Til udvalget")
    page.get_by_role("button", name="Save the view").click()
    page.wait_for_url("**/maps/views/*")
    ready(page)
    expect(page.locator("h1")).to_have_text("Offentlige")
    expect(page.locator("#view-bar")).to_contain_text("Til udvalget")
    expect(page.locator(".map-note")).to_have_text("Mangler et køkken")
    assert page.locator("[data-role=map]").get_attribute("data-shown") == str(shown - 1)
    guest.require_sound_page()
    lines = list_views(demo_site.installation, OPERATOR)
    mine = next(line.id for line in lines if line.title == "Offentlige")
    kept = show_view(demo_site.installation, OPERATOR, mine).text
    assert (dict(kept.conditions), dict(kept.look)) == (
        {"sector": "public"},
        {"lines": "agreement"},
    )
    assert len(kept.hidden) == 1

    page.get_by_role("button", name="Present").click()
    expect(page.locator("#present-bar")).to_be_visible()
    expect(page.locator("header")).not_to_be_visible()
    guest.require_sound_page()
    page.keyboard.press("PageDown")
    page.wait_for_url(f"**/maps/views/{other}*")
    expect(page.locator(".present-bar__title")).to_have_text("Zoner")
    expect(page.locator(".map-note")).to_have_count(0)
    page.wait_for_function("Number(document.querySelector('[data-role=map]').dataset.shown) > 200")
    page.keyboard.press("PageUp")
    expect(page.locator(".present-bar__title")).to_have_text("Offentlige")
    page.keyboard.press("Escape")
    expect(page.locator("header")).to_be_visible()


def test_a_note_is_moved_by_mouse_and_taken_away_by_keyboard(guest: Visitor) -> None:
    page = guest.page
    guest.go("/maps")
    ready(page)
    page.get_by_role("button", name="Put a note on the map").click()
    page.keyboard.type("Her")
    pin = page.locator(".map-note")
    pin.scroll_into_view_if_needed()
    before = pin.bounding_box()
    assert before is not None
    page.mouse.move(before["x"] + 5, before["y"] + 5)
    page.mouse.down()
    page.mouse.move(before["x"] + 65, before["y"] + 45)
    page.mouse.up()
    after = pin.bounding_box()
    assert after is not None
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((60, 40), abs=2)
    pin.focus()
    page.keyboard.press("Delete")
    expect(pin).to_have_count(0)
    expect(page.locator(".map-notes__list li")).to_have_count(0)


def test_a_long_table_is_turned_on_the_server(
    guest: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 200)
    page = guest.page
    guest.go("/maps")
    ready(page)
    rows = page.locator("[data-role=map-table] tbody tr")
    expect(rows).to_have_count(100)
    page.locator("[data-role=map-table] th a", has_text="Ties").click()
    page.wait_for_url("**sort=-ties**")
    expect(rows).to_have_count(100)
    counts = [
        int(text) for text in page.locator("[data-role=map-table] td.number").all_inner_texts()
    ]
    assert counts == sorted(counts, reverse=True)
