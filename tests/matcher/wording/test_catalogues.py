"""The Danish of the engine and of the pages: all of it, with the right places, and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

import pytest
from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tools.translations import ENGINE, PAGES, Texts, gather

PERCENT_PLACES = re.compile(r"%(?:\(\w+\)[sd]|%)|{\w+}")


@dataclass(frozen=True, kw_only=True)
class Danish:
    """A catalogue as its .po file has it."""

    texts: Texts
    catalogue: Catalog

    @property
    def messages(self) -> list[Message]:
        return messages(self.catalogue)

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each English form with the Danish of the same number."""
        for message in self.messages:
            yield from zip(forms(message.id), forms(message.string), strict=True)

    def places(self, text: str) -> set[str]:
        if self.texts is ENGINE:
            return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        return set(PERCENT_PLACES.findall(text))


def messages(catalogue: Catalog) -> list[Message]:
    """The texts of a catalogue without its head."""
    return [message for message in catalogue if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """One text, or singular and plural."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


@pytest.fixture(scope="module", params=[ENGINE, PAGES], ids=["engine", "pages"])
def danish(request: pytest.FixtureRequest) -> Danish:
    texts: Texts = request.param
    with texts.translated.open("rb") as file:
        return Danish(texts=texts, catalogue=read_po(file, locale=Locale.parse("da")))


def test_the_catalogue_has_exactly_the_texts_of_the_source(danish: Danish) -> None:
    wanted = {message.id for message in gather(danish.texts) if message.id}
    assert {message.id for message in danish.messages} == wanted
    assert len(wanted) > 100


def test_every_text_is_translated_in_all_its_forms(danish: Danish) -> None:
    assert [m.id for m in danish.messages if not all(forms(m.string))] == []
    assert [m.id for m in danish.messages if len(forms(m.id)) != len(forms(m.string))] == []


def test_no_translation_is_a_guess_or_left_over(danish: Danish) -> None:
    assert [message.id for message in danish.messages if message.fuzzy] == []
    assert not danish.catalogue.obsolete


def test_what_is_put_in_is_the_same_in_danish(danish: Danish) -> None:
    wrong = [(en, da) for en, da in danish.pairs if danish.places(en) != danish.places(da)]
    assert wrong == []


def test_a_sentence_stays_a_sentence(danish: Danish) -> None:
    """No stray spaces, and a full stop or question mark where the text has one."""
    assert [da for _, da in danish.pairs if da != da.strip() or "  " in da] == []
    assert [(en, da) for en, da in danish.pairs if en[-1] in ".?" and en[-1] != da[-1:]] == []


def test_the_compiled_catalogue_is_the_written_one(danish: Danish) -> None:
    with danish.texts.compiled.open("rb") as file:
        held = [(forms(m.id), forms(m.string)) for m in messages(read_mo(file))]
    assert sorted(held) == sorted((forms(m.id), forms(m.string)) for m in danish.messages)
