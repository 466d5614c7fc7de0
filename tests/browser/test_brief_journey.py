"""An idea from end to end: written → suggestions → kept → consortium → shortlist; ways in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.sites import Site, Visitor, come_in, site, visitor

WHO = "Plejehjemmet Kvædehaven"


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Site]:
    """A site with the demo network."""
    with site(tmp_path, demo=True) as made:
        yield made


def test_from_an_idea_to_a_shortlist(browser: Browser, demo: Site) -> None:
    with visitor(browser, demo, language="en") as guest:
        come_in(guest, demo)
        write_the_idea(guest)
        lean_to_new_ones(guest)
        kept = keep_one(guest)
        keep_the_idea(guest)
        members = compose(guest)
        assert members
        ask_for_a_way_in(guest)
        assert kept


def write_the_idea(guest: Visitor) -> None:
    """Fill in the form by keys and mouse, with one more row, and find partners."""
    page = guest.page
    guest.go("/briefs")
    guest.require_sound_page()
    page.locator("main").get_by_role("link", name="Find partners for an idea").click()
    page.fill("#purpose", "Fællesspisning med musik for ensomme ældre i Valby")
    asker = page.locator("#asker")
    asker.press_sequentially("kvaedeh", delay=20)
    expect(page.locator("main [role=option]").first).to_contain_text(WHO)
    asker.press("ArrowDown")
    asker.press("Enter")
    expect(asker).to_have_value(WHO)
    page.select_option("#needs-0-term", "kitchen")
    page.select_option("#needs-1-term", "volunteers")
    page.get_by_role("button", name="Add more that it needs").click()
    expect(page.locator("#needs-2-term")).to_be_focused()
    page.select_option("#needs-2-term", "music")
    page.locator("#target-groups-fold summary").click()
    page.check("#target_groups-older-people")
    page.check("#sectors-3")
    guest.require_sound_page()
    page.get_by_role("button", name="Find partners").last.click()
    expect(page.locator("[data-role=suggestion]")).to_have_count(10)
    assert "needs-2-term=music" in page.url
    guest.require_sound_page()


def lean_to_new_ones(guest: Visitor) -> None:
    """The two settings change the list where it stands, and the address with it."""
    page = guest.page
    page.get_by_label("Known or new partners").select_option("1")
    page.wait_for_url("**newness=1**")
    page.get_by_label("Small organisations too").select_option("2")
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(2)
    expect(page.locator("[data-role=suggestion]")).to_have_count(10)
    guest.require_sound_page()
    page.reload()
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(2)


def keep_one(guest: Visitor) -> str:
    """Put the best one on a shortlist although the idea is not kept yet."""
    page = guest.page
    best = page.locator("[data-role=suggestion]").first
    name = best.locator("h4 a").inner_text()
    best.locator("[data-role=add-to-shortlist]").click()
    expect(best.locator("[data-role=kept-on]")).to_be_visible()
    guest.require_sound_page()
    return name


def keep_the_idea(guest: Visitor) -> None:
    """Without a title it comes back; with one it has a page, with the list as it was asked for."""
    page = guest.page
    page.get_by_role("button", name="Keep the idea").click()
    summary = page.locator("[data-role=error-summary]")
    expect(summary).to_be_focused()
    guest.complaints.clear()  # the browser notes the status 422
    summary.get_by_role("link", name="Write a title.").press("Enter")
    expect(page.locator("#title")).to_be_focused()
    page.keyboard.type("Mad og musik")
    page.get_by_role("button", name="Keep the idea").click()
    expect(page.locator("h1")).to_have_text("Mad og musik")
    expect(page.locator("main")).to_contain_text("Fællesspisning med musik")
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(2)
    guest.require_sound_page()


def compose(guest: Visitor) -> list[str]:
    """The consortium, its picture, and its members as a shortlist; gives their names."""
    page = guest.page
    page.locator("[data-role=next-steps]").get_by_role("link").first.click()
    first = page.locator("[data-role=consortium]").first
    expect(first.locator("[data-role=member]").first).to_be_visible()
    guest.require_sound_page()
    picture = first.locator("[data-role=consortium-picture]")
    expect(picture).to_have_attribute("aria-label", _saying("Music"))
    page.set_viewport_size({"width": 320, "height": 900})
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] > 200
    # Letters on a phone are at least as large as the smallest that people read at ease.
    size = picture.evaluate(
        "(svg) => 15 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
    )
    assert size >= 11
    guest.require_sound_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    names = first.locator("[data-role=member] a").all_inner_texts()
    first.locator("[data-role=keep-consortium]").click()
    expect(page.locator("h1")).to_have_text("Mad og musik")
    entries = page.locator("[data-role=shortlist-entry] h3 a")
    expect(entries.first).to_be_visible()
    listed = entries.all_inner_texts()
    assert set(listed) <= set(names)
    guest.require_sound_page()
    return listed


def ask_for_a_way_in(guest: Visitor) -> None:
    """From a suggestion to the ways in, and to somebody else by typing."""
    page = guest.page
    guest.go("/briefs")
    page.locator("[data-role=briefs] a").first.click()
    page.get_by_role("link", name="More ways in").first.click()
    ways = page.locator("[data-role=introduction]")
    expect(ways.first).to_be_visible()
    guest.require_sound_page()
    to = page.locator("#to")
    to.fill("")
    to.press_sequentially("kornlag", delay=20)
    expect(page.locator("main [role=option]").first).to_be_visible()
    to.press("ArrowDown")
    to.press("Enter")
    to.press("Enter")
    expect(page.locator("h1")).to_contain_text("Kornlageret")


def _saying(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))


def test_an_idea_is_answered_without_script(browser: Browser, demo: Site) -> None:
    """Written, rows added, found, kept on a shortlist: forms do what scripts make smoother."""
    with visitor(browser, demo) as guest:
        come_in(guest, demo)
        cookies = guest.page.context.cookies()
    context = browser.new_context(java_script_enabled=False, locale="en")
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(demo.address + "/briefs/new")
    page.fill("#purpose", "Havedag for børnefamilier")
    page.fill("#asker", WHO)
    page.get_by_role("button", name="Add more that it needs").click()
    expect(page.locator("#needs-3-term")).to_have_count(1)
    expect(page.locator("#purpose")).to_have_value("Havedag for børnefamilier")
    page.select_option("#needs-3-term", "gardening")
    page.press("#area", "Enter")
    expect(page.locator("[data-role=suggestion]")).to_have_count(10)
    page.get_by_label("Small organisations too").select_option("1")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(1)
    page.locator("[data-role=add-to-shortlist]").first.click()
    expect(page.locator("[data-role=kept-on]").first).to_be_visible()
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(1)
    context.close()
