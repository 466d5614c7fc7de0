"""From a gap in the network to a shortlist: read what is missing, see what would help, keep it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.sites import Site, come_in, site, visitor


@pytest.fixture
def demo_site(tmp_path: Path) -> Iterator[Site]:
    """A site with the demo network."""
    with site(tmp_path, demo=True) as made:
        yield made


def test_from_a_gap_to_a_shortlist(browser: Browser, demo_site: Site) -> None:
    with visitor(browser, demo_site, language="en") as guest:
        come_in(guest, demo_site)
        page = guest.page
        guest.go("/maps")
        page.locator(".map-tabs a", has_text="Gaps").click()
        summary = page.locator("[data-role=gap-summary] li")
        expect(summary.first).to_be_visible()
        guest.require_sound_page()

        # The most needed capacity first, also after sorting by another column and back.
        table = page.locator("[data-role=gap-table][data-kind=capacities]")
        most_needed = table.locator("[data-role=gap]").first.inner_text()
        table.get_by_role("button", name="Capacity").click()
        table.get_by_role("button", name="In need").click()
        expect(table.locator("[data-role=gap]").first).to_have_text(re.compile(r"^Legal help"))
        assert most_needed.startswith("Legal help")

        table.locator("[data-role=helping-ties]").first.click()
        expect(page.locator("[data-role=gap-text]")).to_contain_text("Legal help")
        guest.require_sound_page()
        tie = page.locator("[data-role=helping-tie]").first
        expect(tie.locator("[data-role=gain]")).to_contain_text(
            re.compile(r"Fits [\d.]+ of [\d.]+ points; meets \d+ need")
        )
        expect(tie.locator("[data-role=reason]").first).to_be_visible()
        asker, candidate = tie.locator("h2 a").all_inner_texts()

        tie.locator("[data-role=add-to-shortlist]").click()
        expect(page.locator("[role=status]").first).to_contain_text(
            f"{candidate} is on the shortlist “Partners for {asker}” now."
        )
        guest.require_sound_page()
        page.locator("[data-role=kept-on] a").first.click()
        expect(page.locator("h1")).to_have_text(f"Partners for {asker}")
        expect(page.locator("[data-role=shortlist-entry]")).to_contain_text(candidate)


def test_the_picture_of_themes_is_read_by_keyboard_on_a_phone(
    browser: Browser, demo_site: Site
) -> None:
    with visitor(browser, demo_site, width=320, language="en") as guest:
        come_in(guest, demo_site)
        page = guest.page
        guest.go("/maps/gaps")
        heat = page.locator("[data-role=heat]")
        # The name of the theme stays beside its last number.
        last = heat.locator("tbody tr").first.locator("td").last
        last.scroll_into_view_if_needed()
        theme = heat.locator("tbody th").first.bounding_box()
        assert theme is not None
        assert theme["x"] >= 0
        link = heat.locator("a").first
        told = link.locator(".sr-only").inner_text()
        assert re.search(r"need and no offer: \d+ organisations?, \d+ of \d+ needs unmet", told)
        link.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-role=gap-text]")).to_be_visible()
        guest.require_sound_page()


def test_the_map_is_asked_to_mark_the_gap_and_draw_its_ties(
    browser: Browser, demo_site: Site
) -> None:
    with visitor(browser, demo_site, language="en") as guest:
        come_in(guest, demo_site)
        page = guest.page
        guest.go("/maps/gaps/ties?gap=sectors&a=public&b=business")
        ties = page.locator("[data-role=helping-tie]")
        pairs = [
            f"{tie.get_attribute('data-a')}:{tie.get_attribute('data-b')}" for tie in ties.all()
        ]
        page.get_by_role("link", name="See on the map").click()
        page.wait_for_url("**/maps?**")
        asked = parse_qs(urlsplit(page.url).query)
        assert asked["join"] == pairs
        ends = {key for pair in pairs for key in pair.split(":")}
        assert ends <= set(asked["mark"])
        expect(page.locator("[data-role=map]")).to_be_visible()
