"""What was refused in the background is said on the page, and nothing on it is lost."""

from __future__ import annotations

from flask import Flask
from playwright.sync_api import Browser, expect

from tests.browser.test_map_page import app, make_session
from tests.webui.serving import served

__all__ = ["app"]


def test_a_name_that_nobody_has_is_told_and_the_map_stays(app: Flask, browser: Browser) -> None:
    with served(app) as address:
        context = browser.new_context(locale="en-GB")
        context.add_cookies([{**make_session(app), "url": address}])
        page = context.new_page()
        page.goto(f"{address}/maps")
        page.wait_for_selector("[data-role=map][data-state=ready]")
        shown = page.locator("#map-results").inner_text()
        page.get_by_text("More conditions").click()
        field, failed = (
            page.get_by_label("Around the organisation"),
            page.locator("#failed-message"),
        )
        expect(failed).to_be_hidden()
        with page.expect_response("**/search?*"):
            field.fill("Nobody is called so")
            field.press("Tab")
        expect(failed).to_contain_text("Nobody is called so")
        expect(failed).to_be_visible()
        assert page.locator("#map-results").inner_text() == shown
        expect(field).to_have_value("Nobody is called so")
        field.fill("")
        field.press("Tab")
        expect(failed).to_be_hidden()
        context.close()
