"""From opening a pulse to what to talk about: a consultant, and three parties by keyboard."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from matcher.partnership.pulse_texts import pulse_texts
from tests.browser.sites import come_in, site, visitor
from tests.factories import (
    make_collaboration,
    make_organisation,
    make_parties,
    make_personal_link,
)


def answer_by_keyboard(page: Page, steps: int) -> None:
    """Go through all questions with Tab and the arrow keys alone."""
    first, *others = pulse_texts().questions
    page.focus(f"#{first.id}-1")
    for number, question in enumerate((first, *others)):
        page.keyboard.press("Space")
        for _step in range(steps):
            page.keyboard.press("ArrowRight")
        chosen = page.locator(f"[name={question.id}]:checked").get_attribute("value")
        assert chosen == str(1 + steps)
        if number < len(others):
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_a_pulse_from_opening_to_the_talk(browser: Browser, tmp_path: Path) -> None:
    with site(tmp_path, demo=False) as made, visitor(browser, made) as consultant:
        where = made.installation
        ends = [make_organisation(where, name) for name in ("Klubben", "Plejehjemmet", "Skolen")]
        collaboration = make_collaboration(where, "Havedag", ends)
        parties = make_parties(where, collaboration)
        links = [make_personal_link(where, "party", parties[end]) for end in ends]
        come_in(consultant, made)
        consultant.go(f"/collaborations/{collaboration}/pulse")
        consultant.page.click("[data-role=open-pulse] button")
        consultant.page.wait_for_selector("[data-answered='0']")
        consultant.require_sound_page()
        for link, steps in zip(links, (0, 4, 4), strict=True):
            with visitor(browser, made, width=320) as party:
                party.go(link)
                party.page.click("[data-role=task-pulse] a.button")
                party.page.wait_for_selector("[data-role=answer-pulse]")
                party.require_sound_page()
                answer_by_keyboard(party.page, steps)
                party.page.wait_for_selector(".alert-success")
                party.require_sound_page()
                wide = party.page.evaluate("document.documentElement.scrollWidth")
                assert wide <= 320
        consultant.page.reload()
        consultant.page.on("dialog", lambda dialog: dialog.accept())
        consultant.page.wait_for_selector("[data-answered='3']")
        consultant.page.click("form[action$='/close'] button")
        consultant.page.wait_for_selector("[data-role=starters]")
        consultant.require_sound_page()
        assert consultant.page.locator("[data-role=theme]").count() == 4
