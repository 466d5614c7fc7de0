"""An evening: signing up on a phone, planning, and noting what two mean to do without network."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from matcher.services import events
from matcher.services.access import OPERATOR
from matcher.services.forms import Form
from matcher.services.installation import Installation
from tests.browser.sites import come_in, site, visitor
from tests.factories import make_organisation, make_personal_link

TODAY = date.today()


def make_event(where: Installation, names: tuple[str, ...]) -> str:
    """An evening in a week to which organisations of these names come; gives its id."""
    day = (TODAY + timedelta(days=7)).isoformat()
    values = {"title": "Partneraften", "day": day, "starts": "17:00", "rounds": "2"}
    form = Form(values={**values, "minutes": "10", "pause": "5"})
    made = events.save_event(where, OPERATOR, form)
    for name in names:
        key = make_organisation(where, name)
        wanted = events.Wanted(organisation=name, organisation_id=key)
        events.add_sign_up(where, OPERATOR, made.id, wanted, as_of=TODAY)
    return made.id


def note(page: Page, text: str) -> None:
    page.locator("[data-role=note-for]").first.click()
    page.fill("[name=text]", text)
    page.click("[data-role=note] button")


def test_what_is_noted_without_network_is_sent_once_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    with site(tmp_path, demo=False) as made, visitor(browser, made) as consultant:
        where = made.installation
        event = make_event(where, ("Klubben", "Plejehjemmet", "Skolen", "Koret"))
        events.plan_event(where, OPERATOR, event, as_of=TODAY)
        come_in(consultant, made)
        page = consultant.page
        consultant.go(f"/events/{event}/run")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        note(page, "Spise sammen hver onsdag")
        waiting = page.locator("[data-role=noted] > li")
        expect(waiting).to_have_count(1)
        page.reload()
        expect(page.locator("[data-role=round]")).to_have_count(2)
        expect(page.locator("[data-role=noted] > li")).to_have_count(1)
        assert events.list_intentions(where, OPERATOR, event, as_of=TODAY)[1] == ()
        page.context.set_offline(False)
        expect(page.locator("[data-role=noted] .badge-success")).to_have_count(1)
        page.reload()
        page.wait_for_load_state("networkidle")
        _event, noted = events.list_intentions(where, OPERATOR, event, as_of=TODAY)
        assert [each.text for each in noted] == ["Spise sammen hver onsdag"]


def test_somebody_signs_up_on_a_phone_and_withdraws(browser: Browser, tmp_path: Path) -> None:
    with site(tmp_path, demo=False) as made, visitor(browser, made, width=320) as guest:
        where = made.installation
        event = make_event(where, ("Klubben",))
        make_organisation(where, "Plejehjemmet")
        guest.go(make_personal_link(where, "event", event))
        guest.require_sound_page()
        guest.page.fill("[name=organisation]", "plejehjemmet")
        guest.page.fill("[name=person]", "Daglig leder")
        guest.page.fill("[name=email]", "leder@plejehjemmet.example")
        guest.page.click("main form button")
        guest.page.wait_for_load_state()
        guest.require_sound_page()
        coming = events.show_event(where, OPERATOR, event, as_of=TODAY).coming
        assert {line.name for line in coming if line.organisation_id} == {"Klubben", "Plejehjemmet"}
        guest.page.on("dialog", lambda dialog: dialog.accept())
        guest.page.locator("main form button").last.click()
        guest.page.wait_for_load_state("networkidle")
        coming = events.show_event(where, OPERATOR, event, as_of=TODAY).coming
        assert [line.name for line in coming] == ["Klubben"]
