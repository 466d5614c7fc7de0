"""What is typed is kept until it is saved, whatever happens to session, page or patience."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.sites import Visitor, come_in, site, visitor
from tests.factories import make_organisation

NEW = "/collaborations/new"
WRITTEN = "Vi synger på gangen hver torsdag.\nOg drikker kaffe."
OFFER = "[data-role=draft-offer]"


@pytest.fixture
def guest(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """An administrator among two organisations."""
    with (
        site(tmp_path_factory.mktemp("drafts"), demo=False) as made,
        visitor(browser, made, language="en") as found,
    ):
        for name in ("Plejehjemmet", "Sangforeningen"):
            make_organisation(made.installation, name)
        come_in(found, made)
        yield found


def write(guest: Visitor, *, partners: bool = True) -> None:
    """Fill the form of a new collaboration in, all but pressing the button."""
    guest.go(NEW)
    page = guest.page
    page.fill("#title", "Sang på gangen")
    page.fill("[name=purpose]", WRITTEN)
    if partners:
        page.fill("#participants-0-organisation", "Plejehjemmet")
        page.fill("#participants-1-organisation", "Sangforeningen")


def save(guest: Visitor) -> None:
    guest.page.locator("main form[data-draft]").locator("button:text-is('Save')").last.click()


def test_who_went_away_is_offered_what_was_typed(guest: Visitor) -> None:
    write(guest)
    guest.go("/")
    guest.go(NEW)
    page = guest.page
    expect(page.locator(OFFER)).to_be_visible()
    guest.require_sound_page()
    assert page.input_value("#title") == ""  # offered, never forced
    page.locator("[data-draft-take]").click()
    expect(page.locator(OFFER)).to_have_count(0)
    expect(page.locator("#title")).to_be_focused()
    assert page.input_value("[name=purpose]") == WRITTEN
    save(guest)
    expect(page.locator("h1")).to_have_text("Sang på gangen")
    guest.go(NEW)
    expect(page.locator("#title")).to_be_visible()
    expect(page.locator(OFFER)).to_have_count(0)


def test_what_is_thrown_away_is_gone_and_what_was_typed_since_is_not(guest: Visitor) -> None:
    write(guest)
    guest.go(NEW)
    page = guest.page
    page.fill("#title", "Noget nyt")
    page.locator("[data-draft-drop]").click()
    guest.go(NEW)
    page.locator("[data-draft-take]").click()
    assert page.input_value("#title") == "Noget nyt"
    assert page.input_value("[name=purpose]") == ""


def test_typing_beside_an_offer_loses_neither(guest: Visitor) -> None:
    write(guest)
    guest.go(NEW)
    page = guest.page
    page.fill("#title", "Noget nyt")
    guest.go(NEW)
    page.locator("[data-draft-take]").click()
    assert page.input_value("#title") == "Noget nyt"
    assert page.input_value("[name=purpose]") == WRITTEN


def test_a_form_with_faults_is_still_unsaved(guest: Visitor) -> None:
    write(guest, partners=False)
    save(guest)
    page = guest.page
    expect(page.locator("[data-role=error-summary]")).to_be_visible()
    expect(page.locator(OFFER)).to_have_count(0)
    guest.complaints.clear()  # the browser notes the status 422
    guest.go("/")
    guest.go(NEW)
    page.locator("[data-draft-take]").click()
    assert page.input_value("[name=purpose]") == WRITTEN


def test_signing_out_forgets_everything(guest: Visitor) -> None:
    write(guest)
    guest.go("/")
    assert guest.page.evaluate("Object.keys(localStorage).length") == 1
    guest.page.locator("[data-role=sign-out] button").click()
    guest.page.wait_for_url("**/sign-in")
    assert guest.page.evaluate("Object.keys(localStorage).length") == 0


def test_after_a_day_it_is_forgotten(guest: Visitor) -> None:
    write(guest)
    guest.go("/")
    guest.page.evaluate(
        """() => { const [key] = Object.keys(localStorage);
        const kept = JSON.parse(localStorage[key]);
        localStorage[key] = JSON.stringify({...kept, at: Date.now() - 25 * 3600 * 1000}); }"""
    )
    guest.go(NEW)
    expect(guest.page.locator("#title")).to_be_visible()
    assert guest.page.evaluate("Object.keys(localStorage).length") == 0


def test_no_password_nor_hidden_field_is_kept(guest: Visitor) -> None:
    write(guest)
    guest.go("/")
    kept = guest.page.evaluate("JSON.parse(Object.values(localStorage)[0])")
    names = {name for name, *_ in kept["fields"]}
    assert {"title", "purpose"} <= names
    assert not {"csrf_token", "version"} & names


def test_a_lost_session_loses_nothing(guest: Visitor) -> None:
    """Session gone, Save pressed, signed in in another window, sent again: it is saved."""
    write(guest)
    page = guest.page
    page.context.clear_cookies()
    save(guest)
    expect(page.locator("form[data-role=kept-form]")).to_be_visible()
    guest.complaints.clear()  # the browser notes the status 400
    guest.require_sound_page()
    with page.context.expect_page() as opened:
        page.locator("form[data-role=kept-form] a").click()
    other = opened.value
    other.fill("[name=email]", "bestyrer@samspil.example")
    other.fill("[name=password]", "en lang og god adgangskode")
    other.press("[name=password]", "Enter")
    other.wait_for_url(guest.address + "/")
    page.locator("form[data-role=kept-form] button").click()
    expect(page.locator("h1")).to_have_text("Sang på gangen")
    expect(page.locator("main")).to_contain_text("Og drikker kaffe.")
    guest.go(NEW)
    expect(page.locator("#title")).to_be_visible()
    expect(page.locator(OFFER)).to_have_count(0)
