"""Files as they are handed over: from disk or from the web, alone or in a folder."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from matcher.errors import Refusal
from matcher.wording.message import message

_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A file: its name as the person knows it, its bytes or where they are, and its folder.

    `folder` is the folder that was given; None when the file itself was. A file that came over
    the web (`uploaded`, and whatever is handed over as bytes) is held to the limit for uploads.
    """

    name: str
    data: bytes | Path
    folder: Path | None = None
    uploaded: bool = False

    def open(self) -> BinaryIO:
        """The bytes, from the beginning. Refusal (unreadable) if the file cannot be opened."""
        if isinstance(self.data, bytes):
            return io.BytesIO(self.data)
        try:
            return self.data.open("rb")
        except OSError as error:
            raise Refusal(
                "unreadable", message("{file} cannot be opened.", file=self.name)
            ) from error

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.data) if isinstance(self.data, bytes) else self.data.stat().st_size

    @property
    def stem(self) -> str:
        """The name without its ending: "members" for members.csv."""
        return Path(self.name).stem


def sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """The files that the paths stand for; of a folder its spreadsheets, in order of their names.

    Hidden files and Excel's lock files are passed over. Files from several folders count as given
    by their folders, since each may hold a list of its own; names that would then mean several
    files get their folder's in front. Refusal: not_found for a path that is not there, unreadable
    for a folder without spreadsheets.
    """
    given = tuple(paths)
    apart = len({path.resolve().parent for path in given if path.is_file()}) > 1
    return _told_apart([source for path in given for source in _sources(path, apart)])


def _told_apart(found: Sequence[Source]) -> tuple[Source, ...]:
    files = Counter(name for name, _ in {(source.name, source.folder) for source in found})
    return tuple(
        replace(source, name=f"{source.folder.name}/{source.name}")
        if source.folder and files[source.name] > 1
        else source
        for source in found
    )


def _sources(path: Path, apart: bool) -> list[Source]:
    if path.is_dir():
        found = [
            Source(name=file.name, data=file, folder=path.resolve())
            for file in sorted(path.iterdir())
            if file.suffix.lower() in _TABLES
            and file.is_file()
            and not file.name.startswith((".", "~$"))
        ]
        if not found:
            raise Refusal(
                "unreadable",
                message("There are no CSV or XLSX files in {folder}.", folder=str(path)),
            )
        return found
    if not path.is_file():
        raise Refusal("not_found", message("There is no file {file}.", file=str(path)))
    return [Source(name=path.name, data=path, folder=path.resolve().parent if apart else None)]
