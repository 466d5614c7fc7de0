"""The page of a recipe in a real browser: a weight is moved, and the list moves with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from matcher.services.installation import Installation
from matcher.services.recipes import recipe_named
from tests.browser.sites import Site, Visitor, come_in, site, visitor
from tests.factories import make_collaboration, make_organisation, make_recipe

PARTNERS = "/organisations/house/partners"


def make_village(where: Installation) -> None:
    """Two near the house, of which one has what it needs; one far away whom it worked with."""
    here = {"municipality": "København", "district": "Valby"}
    make_organisation(where, "Kulturhuset", id="house", needs=["volunteers"], **here)
    make_organisation(where, "Besøgsvennerne", id="visitors", offers=["volunteers"], **here)
    make_organisation(where, "Aftenskolen", id="school", offers=["transport"], **here)
    make_organisation(where, "Fjernklubben", id="club", municipality="Skagen")
    make_collaboration(
        where, "Udflugt", ["house", "club"], start=date(2020, 1, 1), end=date(2021, 1, 1)
    )
    make_recipe(where, "ours")


@pytest.fixture
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a few organisations and a recipe that counts nothing but nearness."""
    with site(tmp_path_factory.mktemp("village"), demo=False) as made:
        make_village(made.installation)
        yield made


@pytest.fixture
def guest(browser: Browser, village: Site) -> Iterator[Visitor]:
    with visitor(browser, village, language="en") as found:
        come_in(found, village)
        yield found


def names(page: Page) -> list[str]:
    return page.locator("[data-role=place] a").all_inner_texts()


def test_the_list_follows_what_is_typed_and_is_kept_under_a_new_name(
    guest: Visitor, village: Site
) -> None:
    page = guest.page
    guest.go("/recipes/ours")
    page.locator("#organisation").press_sequentially("kult", delay=20)
    page.get_by_role("option").first.click()
    expect(page.locator("[data-role=place]")).to_have_count(3)
    assert names(page)[0] == "Aftenskolen"
    page.locator("#weights summary").click()
    page.locator("#weight-need_met_by_offer").fill("2")
    page.keyboard.press("Tab")
    expect(page.locator("[data-role=place] a").first).to_have_text("Besøgsvennerne")
    expect(page.locator("[data-role=preview] [role=status]")).to_contain_text("the list changes")
    guest.require_sound_page()
    page.locator("#name").fill("nearer")
    page.locator("#name").press("Enter")
    page.wait_for_url("**/recipes/nearer")
    made = recipe_named(village.installation, "nearer")
    assert dict(made.weights) == {"need_met_by_offer": 2.0, "nearness": 1.0}
    guest.require_sound_page()


def test_a_slider_moves_the_number_and_the_keyboard_needs_none(guest: Visitor) -> None:
    page = guest.page
    guest.go("/recipes/ours?organisation=Kulturhuset")
    slider, field = page.locator(".recipe__slider").first, page.locator("#weight-nearness")
    assert slider.get_attribute("tabindex") == "-1"
    slider.fill("0.5")
    expect(field).to_have_value("0.5")
    expect(page.locator("[data-role=preview]")).to_contain_text("of 0.50 points")
    field.focus()
    page.keyboard.press("ArrowUp")
    expect(slider).to_have_value("0.6")
    page.keyboard.press("Tab")
    expect(page.locator("[data-role=preview]")).to_contain_text("of 0.60 points")


def test_what_is_wrong_is_said_where_one_looks(guest: Visitor) -> None:
    page = guest.page
    guest.go("/recipes/ours?organisation=Kulturhuset")
    page.locator("#weight-nearness").fill("-1")
    page.keyboard.press("Tab")
    expect(page.locator("#preview [data-role=error-summary]")).to_contain_text("0 or more")
    expect(page.locator("[data-role=preview]")).to_have_count(0)
    page.locator("#weight-nearness").fill("1")
    page.keyboard.press("Tab")
    expect(page.locator("[data-role=place]")).to_have_count(3)


def test_the_settings_change_the_list_at_once_and_stay_in_the_address(guest: Visitor) -> None:
    page = guest.page
    guest.go(PARTNERS)
    expect(page.locator("[data-role=suggestion]")).to_have_count(3)
    page.select_option("#top", "5")
    page.wait_for_url("**top=5**")
    page.select_option("#also_small", "4")
    page.wait_for_url("**also_small=4**")
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(2)
    guest.require_sound_page()
    page.reload()
    expect(page.locator("#also_small")).to_have_value("4")
    expect(page.locator("[data-role=also-small] [data-role=suggestion]")).to_have_count(2)


def test_a_verdict_by_keyboard_leaves_out_and_is_taken_back(guest: Visitor) -> None:
    page = guest.page
    guest.go(PARTNERS)
    row = page.locator("#suggestion-visitors")
    row.locator("summary", has_text="Give a verdict").focus()
    page.keyboard.press("Enter")
    row.locator("#reason-visitors").select_option("too_far")
    row.get_by_role("button", name="Not relevant").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-role=suggestion]")).to_have_count(2)
    expect(page.locator("#suggestion-visitors")).to_have_count(0)
    page.locator("#left-out summary").click()
    expect(page.locator("#left-out")).to_contain_text("Too far away.")
    guest.require_sound_page()
    page.locator("#left-out").get_by_role("button", name="Take back").click()
    expect(page.locator("#suggestion-visitors")).to_have_count(1)


def test_recipes_and_verdicts_work_without_script(browser: Browser, village: Site) -> None:
    with visitor(browser, village) as first:
        come_in(first, village)
        cookies = first.page.context.cookies()
    context = browser.new_context(java_script_enabled=False, locale="en")
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(village.address + "/recipes/ours")
    page.fill("#organisation", "Kulturhuset")
    page.fill("#weight-nearness", "2")
    page.get_by_role("button", name="See the list").click()
    expect(page.locator("[data-role=place]")).to_have_count(3)
    page.fill("#name", "without script")
    page.locator("#preview form button").click()
    expect(page.locator("h1")).to_contain_text("without script")
    page.goto(village.address + PARTNERS)
    page.select_option("#newness", "1")
    page.locator(".list-settings button").click()
    assert "newness=1" in page.url
    page.locator("#suggestion-school summary", has_text="Give a verdict").click()
    page.locator("#suggestion-school button[value=hide]").click()
    assert "newness=1" in page.url
    expect(page.locator("#suggestion-school")).to_have_count(0)
    context.close()
    assert recipe_named(village.installation, "without script").weights["nearness"] == 2.0
