"""The main job from end to end: import → suggestion → shortlist → spreadsheet → map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, expect

from seed_data.demo import write_shifted
from tests.browser.sites import Site, Visitor, come_in, site, visitor

WHO = "Plejehjemmet Kvædehaven"
NOTE = "Ringede tirsdag; =HYPERLINK er ikke en formel her"


@pytest.fixture
def new_site(tmp_path: Path) -> Iterator[Site]:
    """A site without organisations."""
    with site(tmp_path, demo=False) as made:
        yield made


def test_from_own_lists_to_a_shortlist_and_the_map(
    browser: Browser, new_site: Site, tmp_path: Path
) -> None:
    lists = write_shifted(tmp_path / "own lists", date.today())
    with visitor(browser, new_site) as guest:
        come_in(guest, new_site)
        guest.require_sound_page()
        import_lists(guest, lists)
        find_the_organisation(guest)
        kept = keep_two_suggestions(guest)
        follow_up(guest)
        assert export_names(guest, tmp_path / "liste.xlsx") == kept
        click_on_the_map(guest, kept[0])


def import_lists(guest: Visitor, lists: tuple[Path, ...]) -> None:
    """Choose the files, read what would happen, and let it happen."""
    page = guest.page
    guest.go("/import")
    page.set_input_files("[name=files]", [str(path) for path in lists])
    page.locator("main form button").first.click()
    expect(page.locator("[data-role=import-counts]")).to_contain_text("242")
    guest.require_sound_page()
    page.click("[data-role=import-now]")
    expect(page.locator("[data-role=import-now]")).to_have_count(0)
    expect(page.locator("[data-role=import-counts]")).to_contain_text("242")
    guest.require_sound_page()


def find_the_organisation(guest: Visitor) -> None:
    """Type part of the name as somebody without Danish letters would, and choose it by keys."""
    page = guest.page
    guest.go("/organisations")
    search = page.locator("main [name=text]")
    search.press_sequentially("kvaedeh", delay=20)
    expect(page.locator("main [role=option]").first).to_contain_text(WHO)
    guest.require_sound_page()
    search.press("ArrowDown")
    search.press("Enter")
    expect(page.locator("h1")).to_have_text(WHO)
    # The suggestions on the organisation's page come after the page itself.
    expect(page.locator("[data-role=suggestion]").first).to_be_visible()
    guest.require_sound_page()


def keep_two_suggestions(guest: Visitor) -> list[str]:
    """Read why, then put the two best on a shortlist; gives their names."""
    page = guest.page
    page.locator("[data-role=next-steps] a[href*='/partners']").first.click()
    expect(page.locator("[data-role=suggestion]")).to_have_count(10)
    guest.require_sound_page()
    best = page.locator("[data-role=suggestion]").first
    points = best.locator("[data-role=reason] data")
    total = float(best.locator("[data-role=score] data").get_attribute("value") or "nan")
    parts = [float(each.get_attribute("value") or "nan") for each in points.all()]
    assert sum(parts) == pytest.approx(total, abs=1e-9)
    names = []
    for at in (0, 1):
        suggestion = page.locator("[data-role=suggestion]").nth(at)
        names.append(suggestion.locator("h3 a").inner_text())
        suggestion.locator("[data-role=add-to-shortlist]").click()
        expect(suggestion.locator("[data-role=kept-on]")).to_be_visible()
    guest.require_sound_page()
    page.locator("[data-role=kept-on] a").first.click()
    expect(page.locator("[data-role=shortlist-entry]")).to_have_count(2)
    guest.require_sound_page()
    return names


def follow_up(guest: Visitor) -> None:
    """Note that the first one has been contacted; it is still so when the page comes again."""
    page = guest.page
    step = page.locator("[data-role=take-step]").first
    step.locator("summary").click()
    expect(step.locator("[name^=reason-]")).to_be_hidden()
    step.locator("[name^=state-]").select_option("contacted")
    step.locator("[name^=step_note-]").fill(NOTE)
    guest.require_sound_page()
    # Until the page has come again: a reload before would break off the answer.
    with page.expect_navigation():
        step.locator("form button").click()
    page.reload()
    again = page.locator("[data-role=shortlist-entry]").first
    expect(again.locator("[data-role=standing]")).to_contain_text("Kontaktet")
    expect(again.locator("[data-role=steps]")).to_contain_text(NOTE)


def export_names(guest: Visitor, out: Path) -> list[str]:
    """Download the shortlist as a spreadsheet and read the candidates' names back."""
    with guest.page.expect_download() as waiting:
        guest.page.click("[data-role=export-xlsx]")
    waiting.value.save_as(out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    cells = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    text = "\n".join(" ".join(row) for row in cells)
    assert "Ringede tirsdag" in text
    assert "Dagligt kontor" not in text  # a contact person is never in a file to pass on
    names = [
        name.inner_text() for name in guest.page.locator("[data-role=shortlist-entry] h3 a").all()
    ]
    return [name for name in names if name in text]


def click_on_the_map(guest: Visitor, name: str) -> None:
    """Find the best candidate on the map, click on its dot, and open its page."""
    page = guest.page
    guest.go("/maps")
    drawing = page.locator("[data-role=map]")
    expect(drawing).to_have_attribute("data-state", "ready")
    guest.require_sound_page()
    row = page.locator("[data-role=map-table] tbody tr", has_text=name)
    organisation = row.get_attribute("data-id")
    drawing.scroll_into_view_if_needed()
    place = drawing.evaluate("(drawn, id) => drawn.map.where(id)", organisation)
    page.mouse.click(place["x"], place["y"])
    panel = page.locator("[data-map=panel]")
    expect(panel).to_contain_text(name)
    expect(row).to_have_class("is-chosen")
    panel.locator("a").click()
    expect(page.locator("h1")).to_have_text(name)
