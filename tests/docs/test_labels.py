"""What the user guide tells people to press is what the pages say, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUES = [
    ROOT / room / "translations" / "da" / "LC_MESSAGES" / "messages.po"
    for room in ("webui", "matcher/wording")
]
# In the guide to lists, bold marks the columns that must be there.
PAGES = [page for page in sorted((ROOT / "docs" / "user").glob("*/*.md")) if page.stem != "lists"]


def said(language: str) -> set[str]:
    """Every text of the pages in a language."""
    texts: set[str] = set()
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file):
                text = message.string if language == "da" else message.id
                texts.update([text] if isinstance(text, str) else text or ())
    return texts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_every_label_in_bold_is_on_a_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    labels = {label for label in re.findall(r"\*\*(.+?)\*\*", text) if not label.endswith("?")}
    assert sorted(labels - said(page.parent.name)) == []
