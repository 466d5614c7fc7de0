"""What the documentation points to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("seed_data/**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*src=\"([^\"]+)\"")


def links(page: Path) -> list[str]:
    """The relative addresses in a page; comments and code are left out."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"<!--.*?-->|```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    found = [one or other for one, other in LINK.findall(text)]
    return [address for address in found if not re.match(r"[a-z]+:", address)]


def anchors(page: Path) -> set[str]:
    """The anchors that headings get when the page is shown."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    broken = []
    for address in links(page):
        name, _, anchor = address.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(address)
    assert broken == []


def test_no_page_of_the_guide_is_lost() -> None:
    """Every page under docs/ can be reached from the README."""
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for address in links(page):
            target = (page.parent / address.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.exists() and target not in reached:
                waiting.append(target)
    assert [page for page in PAGES if "docs" in page.parts and page not in reached] == []


def test_the_guide_is_the_same_in_both_languages() -> None:
    danish, english = (
        {
            page.relative_to(ROOT / "docs/user" / language)
            for page in PAGES
            if language in page.parts
        }
        for language in ("da", "en")
    )
    assert danish == english
