"""What differs between two versions of an agreement: field by field, word by word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from matcher.partnership.written import Written, WrittenSection


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldDifference:
    """A field, or a row of a grid, that is not the same; a paragraph has no label."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionDifference:
    """A section in which something is not the same."""

    id: str
    heading: str
    fields: tuple[FieldDifference, ...]


def compare(before: Written, after: Written) -> tuple[SectionDifference, ...]:
    """The sections that differ, in their order; none where both say the same.

    Both are to be in one language, for the words are what is compared.
    """
    was = {each.id: each for each in before.sections}
    now = {each.id: each for each in after.sections}
    found = []
    for key in dict.fromkeys([*now, *was]):
        fields = _differing(was.get(key), now.get(key))
        if fields:
            heading = (now.get(key) or was[key]).heading
            found.append(SectionDifference(id=key, heading=heading, fields=fields))
    return tuple(found)


def word_runs(before: str, after: str) -> tuple[Run, ...]:
    """What of a text stayed, came and went.

    What stayed and went gives the text before, what stayed and came the text after.

    >>> [(run.kind, run.text) for run in word_runs("hver uge", "hver måned")]
    [('same', 'hver '), ('removed', 'uge'), ('added', 'måned')]
    """
    was, now = _words(before), _words(after)
    runs: list[Run] = []
    matcher = SequenceMatcher(a=was, b=now, autojunk=False)
    for tag, from_was, to_was, from_now, to_now in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(was[from_was:to_was])))
            continue
        if to_was > from_was:
            runs.append(Run("removed", "".join(was[from_was:to_was])))
        if to_now > from_now:
            runs.append(Run("added", "".join(now[from_now:to_now])))
    return tuple(runs)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _differing(
    before: WrittenSection | None, after: WrittenSection | None
) -> tuple[FieldDifference, ...]:
    was, now = _said(before), _said(after)
    return tuple(
        FieldDifference(label=key[0], runs=word_runs(was.get(key, ""), now.get(key, "")))
        for key in dict.fromkeys([*now, *was])
        if was.get(key, "") != now.get(key, "")
    )


def _said(section: WrittenSection | None) -> dict[tuple[str, int], str]:
    """What a section says by label; the number tells those with the same label apart."""
    if section is None:
        return {}
    said: dict[tuple[str, int], str] = {}
    times: Counter[str] = Counter()
    rows = [
        (row[0], _row(grid.columns, row)) for grid in section.grids for row in grid.rows
    ]  # fmt: skip
    for label, text in (*section.facts, *(("", each) for each in section.paragraphs), *rows):
        said[label, times[label]] = text
        times[label] += 1
    return said


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row of a grid as text: each column with what stands in it."""
    return "; ".join(f"{column}: {cell}" for column, cell in zip(columns, row, strict=True))
