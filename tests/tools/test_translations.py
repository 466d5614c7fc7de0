from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tools.translations import Plain, Texts, compiled, faults, gather, update, written

CODE = """
answer = message("No organisation is called {name}.", name=name)
count = messages_n("{n} row", "{n} rows", n=rows)
other = some_call("not for people")
"""


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "one.py").write_text(CODE, encoding="utf-8")
    return Texts(
        folder=tmp_path / "translations",
        sources=(str(tmp_path / "code"),),
        methods=(("**.py", "python"),),
        keywords={"message": (1,), "messages_n": (1, 2)},
    )


def make_catalogue(**translations: str | tuple[str, str]) -> Catalog:
    catalogue = Plain("da")
    for text, translation in translations.items():
        catalogue.add(text, translation)
    return catalogue


def test_marked_texts_are_gathered_with_their_plurals(texts: Texts) -> None:
    found = {message.id for message in gather(texts) if message.id}
    assert found == {"No organisation is called {name}.", ("{n} row", "{n} rows")}


def test_a_translation_is_kept_and_one_without_text_is_dropped(texts: Texts) -> None:
    old = make_catalogue(Gone="Væk")
    old.add("No organisation is called {name}.", "Ingen aktør hedder {name}.")
    new = update(gather(texts), old)
    assert new.get("No organisation is called {name}.").string == "Ingen aktør hedder {name}."
    assert "Gone" not in new


def test_a_changed_text_starts_without_a_translation_rather_than_with_a_guess(
    texts: Texts,
) -> None:
    old = make_catalogue()
    old.add("No organisation is named {name}.", "Ingen aktør hedder {name}.")
    new = update(gather(texts), old)
    assert not new.get("No organisation is called {name}.").string


def test_what_is_written_is_read_back_the_same(texts: Texts) -> None:
    once = update(gather(texts), make_catalogue())
    again = update(gather(texts), read_po(io.BytesIO(written(once)), locale="da"))
    assert written(again) == written(once)
    assert b"Date" not in written(once)


def test_the_compiled_catalogue_speaks_danish(texts: Texts) -> None:
    old = make_catalogue()
    old.add(("{n} row", "{n} rows"), ("{n} række", "{n} rækker"))
    translations = gettext.GNUTranslations(io.BytesIO(compiled(update(gather(texts), old))))
    assert translations.ngettext("{n} row", "{n} rows", 1) == "{n} række"
    assert translations.ngettext("{n} row", "{n} rows", 2) == "{n} rækker"


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("{name} is here", "{name} er her", None),
        ("{name} is here", "", "not translated"),
        ("{name} is here", "{navn} er her", "a place that the text has not"),
        ("%(name)s is here", "Her er man", "a place is lost"),
        (("One row", "{n} rows"), ("En række", "{n} rækker"), None),
        (("One row", "{n} rows"), ("En række", "Rækker"), "a place is lost"),
    ],
)
def test_faults_of_a_translation_are_told(
    text: str | tuple[str, str], translation: str | tuple[str, str], fault: str | None
) -> None:
    catalogue = Plain("da")
    catalogue.add(text, translation)
    told = list(faults(catalogue))
    assert len(told) == (fault is not None)
    assert all(line.startswith(f"{fault}: ") for line in told)
