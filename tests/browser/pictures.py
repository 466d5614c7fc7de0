"""The pictures of the guides that need no more than a page of the demo network, taken anew.

`python -m tests.browser.pictures [name …]` writes docs/pictures/<name>.png. Pictures of a map that
somebody has moved or chosen in, and of printed pages, are taken by hand.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from matcher.services import events
from matcher.services.access import OPERATOR
from matcher.services.forms import Form
from matcher.services.installation import Installation
from matcher.services.shortlists import StepText, make_from_suggestions, take_step
from matcher.store import documents
from seed_data.partnership import carry_on
from tests.browser.conftest import FLAGS
from tests.browser.sites import Visitor, come_in, site, visitor
from tools import browser as browsers

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WHO = "Plejehjemmet Kvædehaven"
TODAY = date.today()


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A page at a width and height in pixels; from the element `at` on, else from its top."""

    path: str
    width: int = 1000
    height: int = 760
    at: str = ""


PICTURES: Mapping[str, Picture] = {
    "suggestions": Picture(path="/organisations/{who}/partners", width=1280, height=1250),
    "profile": Picture(path="/organisations/{who}", width=1280, height=900),
    "shortlist": Picture(path="/shortlists/{shortlist}", width=1280, height=1000),
    "way": Picture(path="/collaborations/{one}", height=640, at="[aria-labelledby=way]"),
    "purpose": Picture(path="/collaborations/{one}/purpose", height=720, at="[data-role=answers]"),
    "agreement": Picture(path="/collaborations/{one}/agreement", at="main"),
    "anchoring": Picture(path="/collaborations/{one}/anchoring", height=780, at="main"),
    "pulse": Picture(path="/collaborations/{one}/pulse", at="main h2"),
    "event": Picture(path="/events/{event}/run", at="main"),
}


def main(names: Sequence[str]) -> None:
    """Take the pictures named, or all; SystemExit where that cannot be."""
    if unknown := set(names) - PICTURES.keys():
        raise SystemExit(f"no picture is called {', '.join(sorted(unknown))}")
    path = browsers.find()
    if path is None:
        raise SystemExit(browsers.MISSING)
    with (
        tempfile.TemporaryDirectory() as folder,
        site(Path(folder), demo=True) as made,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        places = _prepared(made.installation)
        with visitor(browser, made) as guest:
            come_in(guest, made)
            for name in names or PICTURES:
                _take(guest, PICTURES[name], places, FOLDER / f"{name}.png")
        browser.close()


def _prepared(where: Installation) -> dict[str, str]:
    """What the pictures show beside the demo network; the ids that stand in their addresses."""
    shortlist = make_from_suggestions(where, OPERATOR, WHO, as_of=TODAY, top=4)
    with where.reading() as session:
        kept = documents.read(session, "shortlist", [shortlist])[shortlist]
        named = documents.read(session, "organisation")
    who = next(key for key, each in named.items() if each["name"] == WHO)
    keys = [each["organisation"] for each in kept["entries"]]
    for key, state in zip(keys, ("agreed", "contacted"), strict=False):
        text = StepText(state=state, day=TODAY.isoformat(), note="Ringede")
        take_step(where, OPERATOR, shortlist, key, text, as_of=TODAY)
    values = {"title": "Partneraften i Valby", "day": TODAY.isoformat(), "starts": "17:00"}
    form = Form(values={**values, "rounds": "4", "minutes": "10", "pause": "5"})
    event = events.save_event(where, OPERATOR, form).id
    for key in [who, *keys]:
        wanted = events.Wanted(organisation=named[key]["name"], organisation_id=key)
        events.add_sign_up(where, OPERATOR, event, wanted, as_of=TODAY)
    events.plan_event(where, OPERATOR, event, as_of=TODAY)
    one = carry_on(where, OPERATOR, TODAY)
    return {"who": who, "shortlist": shortlist, "event": event, "one": one}


def _take(guest: Visitor, wanted: Picture, places: Mapping[str, str], to: Path) -> None:
    page = guest.page
    page.set_viewport_size({"width": wanted.width, "height": wanted.height})
    guest.go(wanted.path.format(**places))
    page.wait_for_load_state("networkidle")
    if wanted.at:
        page.locator(wanted.at).first.evaluate("(part) => part.scrollIntoView()")
    page.screenshot(path=to)


if __name__ == "__main__":
    main(sys.argv[1:])
