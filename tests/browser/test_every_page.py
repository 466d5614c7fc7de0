"""What holds for every page: on a desk and on a phone, in Danish and English, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from playwright.sync_api import Browser, StorageState, expect

from matcher.services import events
from matcher.services.access import OPERATOR
from matcher.services.briefs import save_brief
from matcher.services.forms import Form
from matcher.services.parties import show_parties
from matcher.services.reminders.way_out import want_mail, way_out
from matcher.services.shortlists import make_from_suggestions
from matcher.services.views import ViewNote, ViewText, save_view
from matcher.store import documents
from seed_data.partnership import carry_on
from tests.browser.sites import Site, Visitor, come_in, site, visitor
from tests.factories import make_personal_link

WHO = "Plejehjemmet Kvædehaven"
PAGES = (
    "/",
    "/organisations",
    "/organisations?text=findes+ikke",
    "/organisations/new",
    "/organisations/{organisation}",
    "/organisations/{organisation}/edit",
    "/organisations/{organisation}/history",
    "/organisations/{organisation}/partners",
    "/organisations/{organisation}/partners?newness=1&also_small=3",
    "/organisations/{organisation}/verdicts/{candidate}",
    "/recipes",
    "/recipes/partners?organisation={organisation}&weight-nearness=5",
    "/audit",
    "/collaborations",
    "/collaborations/new",
    "/collaborations/{collaboration}",
    "/collaborations/{collaboration}/edit",
    "/collaborations/{collaboration}/agreement",
    "/collaborations/{collaboration}/agreement/edit",
    "/collaborations/{collaboration}/agreement/edit/roles",
    "/organisations/{organisation}/introductions",
    "/organisations/{organisation}/introductions?to={candidate}",
    "/briefs",
    "/briefs/new",
    "/briefs/new?purpose=Musik&needs-0-term=minibus&lat=1&lon=1&km=1&also_small=2",
    "/briefs/{brief}",
    "/briefs/{brief}/edit",
    "/briefs/{brief}/consortium",
    "/briefs/{brief}/consortium?size=1",
    "/shortlists",
    "/shortlists/{shortlist}",
    "/maps",
    "/maps?around={organisation}",
    "/maps/report",
    "/links/map",
    "/maps?around={organisation}&path_to={candidate}&colour=theme&lines=funding&palette=print",
    "/maps?collaboration={collaboration}&together=hubs&colour=area&size=same&labels=all",
    "/maps/views",
    "/maps/views/{view}",
    "/maps/time",
    "/maps/time?sector=association&theme=dementia",
    "/maps/measures",
    "/maps/measures?by=constraint&order=up",
    "/maps/gaps",
    "/maps/gaps?table=themes",
    "/maps/gaps?area=Valby&sector=business&theme=dementia",
    "/maps/gaps/ties?gap=sectors&a=public&b=business",
    "/maps/place",
    "/maps/place?sector=unknown",
    "/maps/boundaries",
    "/ledger",
    "/ledger?period=2026&sector=public",
    "/collaborations/{collaboration}/pulse",
    "/collaborations/{carried_on}",
    "/collaborations/{carried_on}/parties",
    "/collaborations/{carried_on}/purpose",
    "/collaborations/{carried_on}/agreement",
    "/collaborations/{carried_on}/anchoring",
    "/collaborations/{carried_on}/anchoring/falls",
    "/collaborations/{carried_on}/pulse",
    "/anchoring",
    "{party}",
    "{party}/purpose",
    "{party}/agreement",
    "{party}/pulse",
    "{mailed}",
    "{stopped}",
    "/events",
    "/events/new",
    "/events/{event}",
    "/events/{event}/plan",
    "/events/{event}/run",
    "/events/{event}/intentions",
    "{sign_up}",
    "/import",
    "/export",
    "/people",
    "/account",
    "/due",
    "/due?whose=everybody",
)


@pytest.fixture(scope="module")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with the demo network and one shortlist."""
    with site(tmp_path_factory.mktemp("demo"), demo=True) as made:
        yield made


@pytest.fixture(scope="module")
def administrator(browser: Browser, demo_site: Site) -> StorageState:
    """What the browser of a signed-in administrator keeps."""
    with visitor(browser, demo_site) as guest:
        come_in(guest, demo_site)
        return guest.page.context.storage_state()


@pytest.fixture(scope="module")
def records(demo_site: Site) -> dict[str, str]:
    """The ids that stand in the pages' addresses."""
    shortlist = make_from_suggestions(
        demo_site.installation, OPERATOR, WHO, as_of=date.today(), top=3
    )
    with demo_site.installation.reading() as session:
        named = documents.read(session, "organisation")
        dated = documents.read(session, "collaboration")
        kept = documents.read(session, "shortlist", [shortlist])[shortlist]
    idea = {
        "title": "Mad og musik",
        "purpose": "Fællesspisning i Valby",
        "needs": ["kitchen", "minibus"],
        "themes": ["loneliness"],
        "asker": WHO,
        "sectors": ["business"],
        "slots": [{"name": "Anker", "needs": ["staff-hours"], "sector": "public"}],
    }
    view = ViewText(
        title="Til mødet",
        note="Hvem mangler?",
        conditions={"sector": "public"},
        look={"lines": "agreement"},
        notes=(ViewNote(x=0, y=0, text="Her mangler nogen"),),
    )
    carried_on = carry_on(demo_site.installation, OPERATOR, date.today())
    parties = show_parties(demo_site.installation, OPERATOR, carried_on, as_of=date.today())
    event = make_event(demo_site, [each["organisation"] for each in kept["entries"]], named)
    stopped = way_out(demo_site.installation, "stoppet@forening.example", "da")
    want_mail(demo_site.installation, stopped.rpartition("/")[2], wanted=False)
    return {
        "carried_on": carried_on,
        "mailed": way_out(demo_site.installation, f"{'grethe' * 9}@forening.example", "da"),
        "stopped": stopped,
        "party": next(each.link.path for each in parties.parties if each.link),
        "event": event,
        "sign_up": make_personal_link(demo_site.installation, "event", event),
        "view": save_view(demo_site.installation, OPERATOR, view).id,
        "brief": save_brief(demo_site.installation, OPERATOR, idea).id,
        "candidate": kept["entries"][0]["organisation"],
        "organisation": next(key for key, each in named.items() if each["name"] == WHO),
        "collaboration": min(dated, key=lambda key: str(dated[key]["title"])),
        "shortlist": shortlist,
    }


def make_event(where: Site, keys: list[str], named: Mapping[str, Mapping[str, str]]) -> str:
    """An evening to which these organisations come, planned; gives its id."""
    form = Form(values={"title": "Partneraften", "day": "2099-01-14", "starts": "17:00",
                        "rounds": "2", "minutes": "10", "pause": "5"})  # fmt: skip
    made = events.save_event(where.installation, OPERATOR, form)
    for key in keys:
        wanted = events.Wanted(organisation=named[key]["name"], organisation_id=key)
        events.add_sign_up(where.installation, OPERATOR, made.id, wanted, as_of=date.today())
    events.plan_event(where.installation, OPERATOR, made.id, as_of=date.today())
    return made.id


def come_back(guest: Visitor, state: StorageState) -> None:
    guest.page.context.add_cookies(state["cookies"])


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_sound(
    browser: Browser,
    demo_site: Site,
    administrator: StorageState,
    records: dict[str, str],
    path: str,
    language: str,
) -> None:
    with visitor(browser, demo_site, language=language) as guest:
        by_link = path.startswith(("{party}", "{mailed}", "{stopped}", "{sign_up}"))
        if not by_link:  # who comes by a personal link has no account
            come_back(guest, administrator)
        guest.go(path.format(**records))
        guest.page.wait_for_load_state("networkidle")
        if by_link and path != "{sign_up}" and language == "en":  # they are in a person's own
            guest.page.click('button[lang="en"]')
            guest.page.wait_for_load_state("networkidle")
        assert guest.page.get_attribute("html", "lang") == language
        assert guest.page.locator("h1").count() == 1
        for width in (1280, 320):
            guest.page.set_viewport_size({"width": width, "height": 900})
            guest.require_sound_page()
            shown = guest.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert shown[0] <= shown[1], f"at {width} the page is wider than the window"


def test_the_first_step_by_keyboard_leads_past_the_navigation(
    browser: Browser, demo_site: Site, administrator: StorageState
) -> None:
    with visitor(browser, demo_site) as guest:
        come_back(guest, administrator)
        guest.go("/organisations")
        guest.page.keyboard.press("Tab")
        guest.page.keyboard.press("Enter")
        guest.page.keyboard.press("Tab")
        focused = guest.page.locator(":focus")
        assert guest.page.locator("main").locator(":focus").count() == 1, focused.inner_html()


def test_what_is_due_is_reached_by_keyboard_from_every_page(
    browser: Browser, demo_site: Site, administrator: StorageState
) -> None:
    for width in (1280, 320):
        with visitor(browser, demo_site, width=width) as guest:
            come_back(guest, administrator)
            guest.go("/organisations")
            focused = guest.page.locator(":focus")
            for _ in range(9):
                guest.page.keyboard.press("Tab")
                if focused.get_attribute("href") == "/due":
                    break
            expect(focused).to_be_in_viewport()
            guest.page.keyboard.press("Enter")
            expect(guest.page.locator("h1")).to_have_text("Skal gøres")
            expect(guest.page.locator(".session [aria-current=page]")).to_have_text("Skal gøres")


def test_the_pages_work_without_script(
    browser: Browser, demo_site: Site, administrator: StorageState, records: dict[str, str]
) -> None:
    """Search, suggestions and keeping one: forms do what scripts only make smoother."""
    context = browser.new_context(java_script_enabled=False, locale="da")
    context.add_cookies(administrator["cookies"])
    page = context.new_page()
    page.goto(demo_site.address + "/organisations")
    page.fill("main [name=text]", "kvædehaven")
    page.press("main [name=text]", "Enter")
    page.locator("[data-role=organisations] a", has_text=WHO).click()
    page.locator("[data-role=next-steps] a[href*='/partners']").first.click()
    suggestion = page.locator("[data-role=suggestion]").nth(5)
    name = suggestion.locator("h3 a").inner_text()
    suggestion.locator("[data-role=add-to-shortlist]").click()
    expect(page.locator("[data-role=kept-on]").first).to_be_visible()
    page.goto(f"{demo_site.address}/shortlists")
    page.locator("[data-role=shortlists] a").first.click()
    expect(page.locator("main")).to_contain_text(name)
    page.goto(f"{demo_site.address}/maps")
    expect(page.locator("[data-role=map-table] tbody tr")).not_to_have_count(0)
    context.close()
