"""The catalogues of translations: gather the texts, bring them up to date, compile.

`python -m tools.translations` writes; with `--check` it writes nothing and tells what is missing
or out of date. What it writes depends on the source alone: no dates, no line numbers.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LANGUAGE = "da"  # the code and the templates are written in English
PLACES = re.compile(r"%\(\w+\)[sd]|(?<!{){\w*}(?!})")


@dataclass(frozen=True, kw_only=True)
class Texts:
    """One catalogue: the folders it is gathered from, and what marks a text there."""

    folder: Path
    sources: tuple[str, ...]
    methods: tuple[tuple[str, str], ...]
    keywords: dict[str, tuple[int, ...] | None]

    @property
    def template(self) -> Path:
        return self.folder / "messages.pot"

    @property
    def translated(self) -> Path:
        return self.folder / LANGUAGE / "LC_MESSAGES" / "messages.po"

    @property
    def compiled(self) -> Path:
        return self.translated.with_suffix(".mo")


ENGINE = Texts(
    folder=ROOT / "matcher" / "wording" / "translations",
    sources=("matcher", "webui", "seed_data"),
    methods=(("frontend/**", "ignore"), ("**.py", "python")),
    keywords={"message": (1,), "messages_n": (1, 2)},
)
PAGES = Texts(
    folder=ROOT / "webui" / "translations",
    sources=("webui",),
    methods=(("frontend/**", "ignore"), ("**.py", "python"), ("templates/**.html", "jinja2")),
    keywords={
        "_": None,
        "gettext": None,
        "ngettext": (1, 2),
        "lazy_gettext": None,
        "lazy_ngettext": (1, 2),
    },
)


class Plain(Catalog):
    """A catalogue whose head says only what gettext needs, so that it changes with the texts."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the head."""
        language = [("Language", str(self.locale))] if self.locale else []
        return [
            *language,
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, _given: object) -> None:
        """What a file says of itself is passed over."""


def gather(texts: Texts) -> Catalog:
    """The texts of the source, with the files that they stand in."""
    catalogue = Plain(header_comment="# Samspil: the texts, in English.", fuzzy=False)
    found = sorted(_found(texts), key=lambda one: (one[0], str(one[1])))
    for file, text, comments in found:
        catalogue.add(text, locations=[(file, 0)], auto_comments=comments)
    return catalogue


def _found(texts: Texts) -> Iterator[tuple[str, str | tuple[str, ...], list[str]]]:
    for source in texts.sources:
        extracted = extract_from_dir(
            ROOT / source,
            method_map=list(texts.methods),
            options_map={"templates/**.html": {"silent": "false"}},
            keywords=texts.keywords,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for file, _line, text, comments, _context in extracted:
            yield f"{source}/{Path(file).as_posix()}", text, comments


def update(gathered: Catalog, old: Catalog) -> Catalog:
    """The translations of the texts that there are; new ones are empty, others are dropped."""
    comment = "# Samspil: the texts in Danish."
    catalogue = Plain(LANGUAGE, header_comment=comment, fuzzy=False)
    for message in _messages(gathered):
        kept = old.get(message.id)
        catalogue.add(
            message.id,
            kept.string if kept and not kept.fuzzy else "",
            locations=message.locations,
            auto_comments=message.auto_comments,
            user_comments=kept.user_comments if kept else (),
        )
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a .po or .pot file."""
    file = io.BytesIO()
    write_po(file, catalogue, width=98, sort_output=True, include_lineno=False)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def faults(catalogue: Catalog) -> Iterator[str]:
    """What a reader would stumble over: texts without translation, or with other places."""
    for message in _messages(catalogue):
        wanted, given = _forms(message.id), _forms(message.string)
        if not all(given):
            yield f"not translated: {wanted[0]!r}"
        elif any(_places(text) - _places(*wanted) for text in given):
            yield f"a place that the text has not: {wanted[0]!r}"
        elif _places(wanted[-1]) - _places(given[-1]):
            yield f"a place is lost: {wanted[0]!r}"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """One text, or singular and plural."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _places(*texts: str) -> set[str]:
    return {place for text in texts for place in PLACES.findall(text)}


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _old(texts: Texts) -> Catalog:
    if not texts.translated.exists():
        return Catalog(LANGUAGE)
    with texts.translated.open("rb") as file:
        return read_po(file, locale=Locale.parse(LANGUAGE))


def main(arguments: list[str]) -> int:
    """Write the catalogues, or with --check tell what is wrong: 1 when anything is."""
    problems: list[str] = []
    for texts in (ENGINE, PAGES):
        gathered = gather(texts)
        danish = update(gathered, _old(texts))
        files = {
            texts.template: written(gathered),
            texts.translated: written(danish),
            texts.compiled: compiled(danish),
        }
        problems += [f"{texts.translated.relative_to(ROOT)}: {fault}" for fault in faults(danish)]
        for path, content in files.items():
            if path.exists() and path.read_bytes() == content:
                continue
            if "--check" in arguments:
                problems.append(f"{path.relative_to(ROOT)}: out of date; run make translations")
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
