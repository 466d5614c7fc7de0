"""Forms of records in a real browser: names that complete, rows that come and go, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Visitor, come_in, site, visitor
from tests.factories import make_organisation

FIRST, THIRD = "participants-0-organisation", "participants-2-organisation"


@pytest.fixture
def guest(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """An administrator with three organisations, at the form of a new collaboration."""
    with (
        site(tmp_path_factory.mktemp("forms"), demo=False) as made,
        visitor(browser, made, language="en") as found,
    ):
        for name in ("Ældrecaféen", "Ældrerådet", "Zoologisk Have"):
            make_organisation(made.installation, name)
        come_in(found, made)
        found.go("/collaborations/new")
        yield found


def chosen(page: Page, field: str) -> tuple[str, str]:
    """The name in a field, and the id that goes along."""
    return page.input_value(f"[name={field}]"), page.input_value(f"[name={field}_id]")


def test_a_name_is_completed_and_chosen_by_keys(guest: Visitor) -> None:
    page = guest.page
    field = page.locator(f"#{FIRST}")
    field.press_sequentially("AELDRE", delay=20)
    expect(page.get_by_role("option")).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#live-message")).to_have_text("Organisations found: 2")
    guest.require_sound_page()
    field.press("ArrowDown")
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    expect(page.locator(f"[id='{active}']")).to_contain_text("Ældrerådet")
    guest.require_sound_page()
    field.press("Enter")
    name, key = chosen(page, FIRST)
    assert name == "Ældrerådet"
    assert key
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("option")).to_have_count(0)
    field.press("Backspace")
    assert chosen(page, FIRST) == ("Ældreråde", "")


def test_escape_leaves_what_was_typed(guest: Visitor) -> None:
    field = guest.page.locator(f"#{FIRST}")
    field.press_sequentially("zoo", delay=20)
    expect(guest.page.get_by_role("option")).to_have_count(1)
    field.press("Escape")
    expect(guest.page.get_by_role("option")).to_have_count(0)
    assert chosen(guest.page, FIRST) == ("zoo", "")


def test_rows_come_and_go_where_one_is_and_keep_what_was_typed(guest: Visitor) -> None:
    page = guest.page
    page.fill("#title", "Åben dør")
    page.fill(f"#{FIRST}", "Zoologisk Have")
    rows = page.locator("#participants fieldset")
    before = rows.count()
    page.get_by_role("button", name="Add more participants").click()
    expect(rows).to_have_count(before + 2)
    expect(page.locator(f"#{THIRD}")).to_be_focused()
    page.keyboard.type("ældrec", delay=20)
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert chosen(page, THIRD)[0] == "Ældrecaféen"
    page.get_by_role("button", name="Remove participant 2").click()
    expect(rows).to_have_count(before + 1)
    assert chosen(page, "participants-1-organisation")[0] == "Ældrecaféen"
    assert chosen(page, FIRST)[0] == "Zoologisk Have"
    page.get_by_role("button", name="Save").last.click()
    expect(page.locator("[data-role=participants] tbody tr")).to_have_count(2)
    expect(page.locator("h1")).to_have_text("Åben dør")
    guest.require_sound_page()


def test_enter_in_a_field_saves_and_faults_are_brought_to_the_reader(guest: Visitor) -> None:
    page = guest.page
    page.press("#title", "Enter")
    summary = page.locator("[data-role=error-summary]")
    expect(summary).to_be_focused()
    guest.complaints.clear()  # the browser notes the status 422
    guest.require_sound_page()
    summary.get_by_role("link", name="Write the title.").press("Enter")
    expect(page.locator("#title")).to_be_focused()
