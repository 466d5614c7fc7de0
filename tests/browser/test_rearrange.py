"""The map drawn anew at the press of a button: everybody moves, and the page stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import text

from matcher.services.access import OPERATOR
from tests.browser.sites import Site, come_in, site, visitor

PLACES = """() => { const { map } = document.querySelector("[data-role=map]");
    const { ids, x, y } = map.data;
    return Object.fromEntries(ids.map((id, k) => [id, [x[k], y[k]]])); }"""


@pytest.fixture
def demo_site(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path, demo=True) as made:
        yield made


def test_who_stands_astray_comes_back_and_the_page_stays(browser: Browser, demo_site: Site) -> None:
    with visitor(browser, demo_site, language="en") as guest:
        come_in(guest, demo_site)
        guest.go("/maps")
        page, ready = guest.page, "[data-role=map][data-state=ready]"
        page.wait_for_selector(ready)
        whole = page.evaluate(PLACES)
        with demo_site.installation.writing(OPERATOR) as work:
            work.session.execute(text("UPDATE map_place SET x = x + 3000"))
            # Whoever draws next reads what is kept, as another process would.
            work.session.execute(text("UPDATE map_layout SET made = '2020-01-01 00:00:00'"))
            work.commit()
        guest.go("/maps")
        page.wait_for_selector(ready)
        astray = page.evaluate(PLACES)
        assert all(astray[key][0] > whole[key][0] + 2000 for key in whole)
        page.evaluate("window.stayed = true")
        page.get_by_role("button", name="Draw the map anew").click()
        expect(page.locator("#live-message")).to_have_text("The map has been drawn anew.")
        assert page.evaluate(PLACES) == whole
        assert page.evaluate("window.stayed")
        guest.require_sound_page()
