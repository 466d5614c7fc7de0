"""A collaboration from the shortlist to what falls when its money ends, in one sitting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Site, Visitor, come_in, site, visitor
from tests.factories import make_organisation

NAMES = ("Huset", "Klubben", "Skolen")


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[Site]:
    """A site with three organisations."""
    with site(tmp_path, demo=False) as made:
        for name in NAMES:
            make_organisation(made.installation, name)
        yield made


def test_from_a_shortlist_to_a_plan_for_the_day_the_money_ends(
    browser: Browser, small_site: Site
) -> None:
    with visitor(browser, small_site) as guest:
        come_in(guest, small_site)
        make_shortlist(guest)
        two_agree_and_one_declines(guest)
        collaboration = start(guest)
        links = give_links(guest)
        first, second = ("Ældre der spiser alene", "Alle ældre i bydelen")
        answer(browser, small_site, links[0], first)
        answer(browser, small_site, links[1], second)
        agree_on_a_text(guest, collaboration, first, second)
        for link in links:
            confirm(browser, small_site, link)
        use_the_text(guest, collaboration)
        write_the_grant(guest, collaboration)
        hold_the_talk(guest, collaboration)
        see_what_falls(guest, collaboration)


def make_shortlist(guest: Visitor) -> None:
    """A list with three candidates, added by name."""
    page = guest.page
    guest.go("/shortlists")
    page.fill("[name=title]", "Fællesspisning")
    page.press("[name=title]", "Enter")
    for n, name in enumerate(NAMES, 1):
        page.fill("[name=candidate]", name)
        page.locator("form", has=page.locator("[name=candidate]")).locator("button").click()
        expect(page.locator("[data-role=shortlist-entry]")).to_have_count(n)


def two_agree_and_one_declines(guest: Visitor) -> None:
    """The steps, on the page: who says no is asked why, and the reason is kept."""
    for name, state in zip(NAMES, ("agreed", "agreed", "declined"), strict=True):
        entry = guest.page.locator("[data-role=shortlist-entry]", has_text=name)
        step = entry.locator("[data-role=take-step]")
        step.locator("summary").first.click()
        step.locator("[name^=state-]").select_option(state)
        if state == "declined":
            step.locator("[name^=reason-]").select_option("too_busy")
        with guest.page.expect_navigation():
            step.locator("form button").click()
    declined = guest.page.locator("[data-role=shortlist-entry]", has_text="Skolen")
    expect(declined.locator("[data-role=standing]")).to_contain_text("Har for travlt")
    guest.require_sound_page()


def start(guest: Visitor) -> str:
    """Take those who agreed along; gives the collaboration's address."""
    page = guest.page
    page.click("[data-role=start-collaboration]")
    expect(page.locator("[name=together]:checked")).to_have_count(2)
    guest.require_sound_page()
    page.locator("main form button").first.click()
    expect(page.locator("[data-role=party]")).to_have_count(2)
    collaboration = page.url.removeprefix(guest.address).removesuffix("/parties")
    guest.go(collaboration)
    expect(page.locator("[data-role=way] > li")).to_have_count(5)
    guest.require_sound_page()
    return collaboration


def give_links(guest: Visitor) -> list[str]:
    """Each party gets its link; nobody has said yet whom to reach."""
    page = guest.page
    page.locator("[data-role=stage-parties] .button").click()
    links = page.locator("[data-role=party-link]")
    if not links.count():
        page.click("[data-role=make-links]")
    expect(links).to_have_count(2)
    guest.require_sound_page()
    return [each.input_value() for each in links.all()]


def answer(browser: Browser, small_site: Site, link: str, target_group: str) -> None:
    """On a phone, without an account: the others' answers are not there before one's own."""
    with visitor(browser, small_site, width=320) as guest:
        page = guest.page
        guest.go(path_of(link))
        page.locator("[data-role=task-purpose] .button").click()
        guest.require_sound_page()
        expect(page.locator("main")).not_to_contain_text("spiser alene")
        page.fill("[name=purpose]", "At spise sammen")
        page.fill("[name=target_group]", target_group)
        page.fill("[name=name]", "Lederen")
        page.click("[name=do][value=send]")
        expect(page.locator("[data-role=own-answer]")).to_have_count(0)
        guest.require_sound_page()


def agree_on_a_text(guest: Visitor, collaboration: str, first: str, second: str) -> None:
    """Both answers stand side by side; one is begun with and changed."""
    page = guest.page
    guest.go(f"{collaboration}/purpose")
    answers = page.locator("[data-role=answers]")
    expect(answers).to_contain_text(first)
    expect(answers).to_contain_text(second)
    guest.require_sound_page()
    page.fill("[name=purpose]", "At spise sammen")
    page.locator("[name=take][value^='target_group:']").first.click()
    written = page.locator("[name=target_group]")
    expect(written).to_have_value(first)
    expect(page.locator("[name=purpose]")).to_have_value("At spise sammen")
    page.click("[data-role=save-text]")
    expect(page.locator("[data-role=text] .panel")).to_contain_text(first)
    guest.require_sound_page()


def confirm(browser: Browser, small_site: Site, link: str) -> None:
    """From the party's own page to the text, and confirm it."""
    with visitor(browser, small_site, width=320) as guest:
        guest.go(path_of(link) + "/purpose")
        guest.page.locator("[data-role=confirm] button").click()
        expect(guest.page.locator("[data-role=own-confirmation]")).to_contain_text("Lederen")
        guest.require_sound_page()


def use_the_text(guest: Visitor, collaboration: str) -> None:
    """What all confirmed becomes the purpose of the collaboration."""
    page = guest.page
    guest.go(f"{collaboration}/purpose")
    page.locator("[data-role=take-over] button").click()
    guest.go(collaboration)
    expect(page.locator("#purpose + p")).to_contain_text("At spise sammen")


def write_the_grant(guest: Visitor, collaboration: str) -> None:
    """An amount as one writes it; the talks before the money ends fall due by themselves."""
    page = guest.page
    guest.go(f"{collaboration}/anchoring/grants")
    page.fill("[name=funding_source]", "Puljen")
    page.fill("[name=funding_amount]", "12.500,50 kroner og lidt til")
    page.fill("[name=funding_end]", (date.today() + timedelta(days=450)).isoformat())
    save(page)
    guest.complaints.clear()  # the browser tells of every answer that is not well
    guest.require_sound_page()
    expect(page.locator("#funding_amount")).to_have_value("12.500,50 kroner og lidt til")
    page.fill("[name=funding_amount]", "12.500,50")
    save(page)
    expect(page.locator("[data-role=grants]")).to_contain_text("12.500,50")
    guest.require_sound_page()


def hold_the_talk(guest: Visitor, collaboration: str) -> None:
    """The talk that is asked for, with one decision; then nothing asks for it any more."""
    page = guest.page
    guest.go(f"{collaboration}/anchoring")
    page.locator("[data-role=talk-now] .button").click()
    guest.require_sound_page()
    page.fill("[name=note-partnerships]", "Klubben vil gerne have køkkenet")
    page.fill("[name=decisions-0-what]", "Spørge kommunen om lokalet")
    page.fill("[name=decisions-0-owner]", "Huset")
    page.fill("[name=decisions-0-day]", (date.today() + timedelta(days=14)).isoformat())
    save(page)
    expect(page.locator("[data-role=talk][data-state=held]")).to_contain_text("køkkenet")
    expect(page.locator("[data-role=decision]")).to_contain_text("Spørge kommunen om lokalet")
    expect(page.locator("[data-role=talk-now]")).to_have_count(0)
    guest.require_sound_page()


def see_what_falls(guest: Visitor, collaboration: str) -> None:
    """The two work together in nothing else: both would stand alone."""
    page = guest.page
    guest.go(f"{collaboration}/anchoring")
    page.locator("[data-role=grants] a").first.click()
    main = page.locator("main")
    expect(main).to_contain_text("Huset")
    expect(main).to_contain_text("Klubben")
    guest.require_sound_page()
    guest.go("/due")
    expect(main).to_contain_text("Spørge kommunen om lokalet")


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form .button-primary").last.click()


def path_of(link: str) -> str:
    """The path of a link that is shown to be sent."""
    return "/" + link.split("/", 3)[3]
