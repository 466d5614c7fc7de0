"""Answers as a table, as JSON or as CSV; refusals as plain lines or as JSON."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from typing import Any, Literal, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from matcher.errors import Refusal
from matcher.wording.message import Message, Value, message
from matcher.wording.say import say

Format = Literal["table", "json", "csv"]
Cell = str | int | float | bool | None

# Wide enough for a reason to stay on one or two lines when the answer goes to a file or pipe.
_WIDTH_WITHOUT_TERMINAL = 120


class Output:
    """Writes one command's answer in the format and language asked for."""

    def __init__(self, format: Format, language: str) -> None:  # noqa: A002 - the option's name
        self.format = format
        self.language = language
        for stream in (sys.stdout, sys.stderr):
            _prepare(stream, format)

    def say(self, text: Value) -> str:
        """A message in the reader's language."""
        return say(text, self.language)

    def json(self, answer: Any) -> None:
        """The answer as JSON: unknown is null, numbers as they are, keys in their order."""
        json.dump(answer, sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
        sys.stdout.write("\n")

    def table(
        self, headings: Sequence[Message], rows: Sequence[Sequence[Cell]], title: str = ""
    ) -> None:
        """The answer as a table for a person, or as CSV."""
        if self.format == "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow([self.say(heading) for heading in headings])
            writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
            return
        table = Table(title=title or None, title_justify="left", show_lines=False)
        for heading in headings:
            table.add_column(Text(self.say(heading)), overflow="fold")
        for row in rows:
            table.add_row(*(Text(self._shown(cell)) for cell in row))
        self._console().print(table)

    def line(self, text: Value) -> None:
        """A line for a person; left out of JSON and CSV, which carry the answer alone."""
        if self.format == "table":
            self._console().print(Text(self.say(text)), soft_wrap=True)

    def refuse(self, refusal: Refusal) -> None:
        """Tell on stderr what could not be done and what to change."""
        text = self.say(refusal.text)
        hint = None if refusal.hint is None else self.say(refusal.hint)
        if self.format == "json":
            error = {"code": refusal.code, "message": text, "hint": hint}
            json.dump({"error": error}, sys.stderr, ensure_ascii=False)
            sys.stderr.write("\n")
            return
        sys.stderr.write(text + "\n")
        if hint:
            sys.stderr.write(hint + "\n")

    def _shown(self, cell: Cell) -> str:
        match cell:
            case None:
                return "–"
            case bool():
                return self.say(message("yes") if cell else message("no"))
            case float():
                return f"{cell:.2f}".replace(".", "," if self.language == "da" else ".")
            case _:
                return str(cell)

    @staticmethod
    def _console() -> Console:
        terminal = sys.stdout.isatty()
        return Console(width=None if terminal else _WIDTH_WITHOUT_TERMINAL, highlight=False)


def _prepare(stream: TextIO, format_: Format) -> None:
    """What programs read is UTF-8; a terminal gets signs for letters that it does not have."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    if format_ == "table":
        stream.reconfigure(errors="replace")
    else:
        # A file's name may have bytes that are no letters: escaped, they are JSON still.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
