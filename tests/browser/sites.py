"""Sites that browser tests visit, and visitors that notice what a page must not do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request

from matcher.services.access import OPERATOR
from matcher.services.importing import import_files
from matcher.services.installation import Installation
from matcher.services.set_up import set_up
from matcher.settings import Settings
from seed_data.demo import write_shifted
from seed_data.vocabulary import read_vocabulary
from tests.webui.serving import served
from webui import create_app


@dataclass(frozen=True, kw_only=True)
class Site:
    """A served installation of its own."""

    address: str
    installation: Installation


@contextmanager
def site(folder: Path, *, demo: bool) -> Iterator[Site]:
    """A site with the vocabularies, and with the demo network if asked for."""
    installation = Installation(
        Settings(database_url=f"sqlite:///{folder / 'samspil.db'}", language="browser")
    )
    set_up(installation, OPERATOR, read_vocabulary())
    if demo:
        write_shifted(folder / "lists", date.today())
        import_files(installation, OPERATOR, [folder / "lists"], strict=True)
    with served(create_app(installation)) as address:
        yield Site(address=address, installation=installation)
    installation.close()


@dataclass
class Visitor:
    """A page in a browser of its own, with all that it asked for and complained of."""

    page: Page
    address: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page of the site; it must answer well."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def require_sound_page(self) -> None:
        """What holds for every page, always."""
        where = self.page.url
        violations = Axe().run(self.page).response["violations"]
        told = [(v["id"], [node["html"] for node in v["nodes"]]) for v in violations]
        assert told == [], f"{where}: {told}"
        assert self.complaints == [], f"{where}: {self.complaints}"
        assert self.elsewhere == [], f"{where}: {self.elsewhere}"


@contextmanager
def visitor(
    browser: Browser, site: Site, *, width: int = 1280, language: str = "da"
) -> Iterator[Visitor]:
    """Somebody with an empty browser; requests to other hosts are cut, and kept in mind."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale=language, accept_downloads=True
    )
    # The animations of a page half way would blur what is measured of it.
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.set_default_timeout(20_000)
    found = Visitor(page, site.address)
    _listen(context, found)
    try:
        yield found
    finally:
        context.close()


def _listen(context: BrowserContext, found: Visitor) -> None:
    own = urlsplit(found.address).netloc

    def notice(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != own:
            found.elsewhere.append(request.url)

    context.on("request", notice)
    context.route(lambda url: urlsplit(url).netloc != own, lambda route: route.abort())
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on(
        "console",
        lambda told: found.complaints.append(told.text) if told.type == "error" else None,
    )


def come_in(visitor: Visitor, site: Site) -> None:
    """Use the first administrator's link and choose a password, as a newcomer does."""
    from matcher.services.sign_in import make_first_administrator_link

    link = make_first_administrator_link(site.installation, OPERATOR)
    assert link is not None
    visitor.go(urlsplit(link).path)
    visitor.require_sound_page()
    page = visitor.page
    page.fill("[name=email]", "bestyrer@samspil.example")
    page.fill("[name=name]", "Bestyreren")
    page.fill("[name=password]", "en lang og god adgangskode")
    page.press("[name=password]", "Enter")
    page.wait_for_url(visitor.address + "/")
