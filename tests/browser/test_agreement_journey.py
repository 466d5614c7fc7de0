"""An agreement from the first word to the second acceptance, as people press and read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from matcher.store import documents
from tests.browser.sites import Site, Visitor, come_in, site, visitor
from tests.factories import (
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[Site]:
    """A site with nothing but its vocabularies."""
    with site(tmp_path, demo=False) as made:
        yield made


def test_two_parties_agree_in_writing_and_once_more(browser: Browser, small_site: Site) -> None:
    where = small_site.installation
    house, club = make_organisation(where, "Huset"), make_organisation(where, "Klubben")
    key = make_collaboration(where, "Fælles måltider", [house, club])
    parties = make_parties(where, key, contact_name="Kontakten")
    links = [make_personal_link(where, "party", parties[each]) for each in (house, club)]
    with visitor(browser, small_site, language="en") as guest:
        come_in(guest, small_site)
        guest.go(f"/collaborations/{key}")
        guest.page.locator("[data-role=stage-agreement] .button").click()
        guest.page.locator("[data-role=next-steps] a").first.click()
        write_who_does_what(guest, f"/collaborations/{key}/agreement/edit/roles")
        write_how_to_stop(guest)
        lay_before(guest, key)
    for link in links:
        with visitor(browser, small_site, width=320, language="en") as guest:
            accept(guest, link, version=1)
    with where.reading() as session:
        assert documents.read(session, "collaboration", [key])[key]["agreement"] == "written"
    with visitor(browser, small_site, language="en") as guest:
        sign_in(guest)
        guest.go(f"/collaborations/{key}")
        expect(guest.page.locator("[data-role=stage-agreement] .badge-success")).to_be_visible()
        change_and_compare(guest, key)
        lay_before(guest, key)
    with visitor(browser, small_site, language="en") as guest:
        guest.go(f"{links[0]}/agreement")
        since = guest.page.locator("[data-role=since]")
        expect(since.locator("del")).to_have_text("three")
        expect(since.locator("ins")).to_have_text("six")
        accept(guest, links[0], version=2)
        guest.go(f"{links[0]}/agreement/versions/1")
        guest.require_sound_page()


def write_who_does_what(guest: Visitor, path: str) -> None:
    """Take the suggested tasks, take one away, and say who is responsible."""
    page = guest.page
    guest.go(path)
    guest.require_sound_page()
    page.locator("[name=suggest][value=roles-tasks]").click()
    rows = page.locator("#roles-tasks fieldset")
    expect(rows).to_have_count(6)
    expect(page.locator("#roles-tasks-0-task")).to_be_focused()
    rows.last.locator("[name=remove]").click()
    expect(rows).to_have_count(5)
    rows.first.locator("select").first.select_option("responsible")
    page.locator("[name=then]").click()
    expect(page).to_have_url(f"{guest.address}{path.removesuffix('roles')}volunteers")


def write_how_to_stop(guest: Visitor) -> None:
    """Take a suggestion; it stands in the field, to be changed."""
    page = guest.page
    page.goto(page.url.replace("volunteers", "stopping"))
    page.locator("[name=suggest][value=stopping-notice]").click()
    notice = page.locator("#stopping-notice")
    expect(notice).to_have_value("A party may leave the collaboration with three months’ written "
                                 "notice to the others. The parties agree on who takes over its "
                                 "tasks and how the participants are told.")  # fmt: skip
    expect(notice).to_be_focused()
    page.locator("[name=then]").click()


def lay_before(guest: Visitor, key: str) -> None:
    """Lay what is written before the parties, and see who is waited for."""
    page = guest.page
    guest.go(f"/collaborations/{key}/agreement")
    guest.require_sound_page()
    page.locator("[data-role=lay-before]").click()
    expect(page.locator("[data-role=waited-for] li")).to_have_count(2)
    expect(page.locator("[data-role=lay-before]")).to_have_count(0)
    guest.require_sound_page()


def accept(guest: Visitor, link: str, *, version: int) -> None:
    """From a party's home page to the agreement, and accept it."""
    page = guest.page
    guest.go(link)
    page.locator("[data-role=task-agreement] .button").click()
    expect(page.locator("form:has([data-role=accept]) [name=version]")).to_have_value(str(version))
    expect(page.locator("#name")).to_have_value("Kontakten")
    guest.require_sound_page()
    page.locator("[data-role=accept]").click()
    expect(page.locator("[data-role=accept]")).to_have_count(0)
    guest.require_sound_page()


def sign_in(guest: Visitor) -> None:
    """Come back as the administrator that `come_in` made."""
    page = guest.page
    guest.go("/sign-in")
    page.fill("[name=email]", "bestyrer@samspil.example")
    page.fill("[name=password]", "en lang og god adgangskode")
    page.press("[name=password]", "Enter")
    page.wait_for_url(guest.address + "/")


def change_and_compare(guest: Visitor, key: str) -> None:
    """Another notice: the draft differs from the version that all accepted."""
    page = guest.page
    guest.go(f"/collaborations/{key}/agreement/edit/stopping")
    notice = page.locator("#stopping-notice")
    notice.fill(notice.input_value().replace("three", "six"))
    page.locator("[name=then]").click()
    guest.go(f"/collaborations/{key}/agreement")
    page.locator("[data-role=acceptance] a[href*='/compare']").click()
    changed = page.locator("[data-role=difference]")
    expect(changed).to_have_count(1)
    expect(changed.locator("del")).to_have_text("three")
    expect(changed.locator("ins")).to_have_text("six")
    guest.require_sound_page()
