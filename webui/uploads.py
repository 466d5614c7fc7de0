"""Files that somebody sent and that wait to be imported: private, and gone after a while.

They lie in a folder of the system's temporary ones that only this program's user can enter, in
one folder a person, so that nobody reaches what another has sent.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from werkzeug.datastructures import FileStorage

from matcher.errors import Refusal
from matcher.exchange.source import Source
from matcher.services.installation import Installation
from matcher.wording.message import message

KEPT_SECONDS = 4 * 3600
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_WAITING, _TAKEN, _ABOUT, _REPORT = "waiting", "taken", "about.json", "report.json"
_MAPPING = "mapping.toml"
_TOGETHER = "import"


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """Files that somebody sent, and what became of them.

    `names` are the files' names as the person knows them and `files` the folder they lie in, None
    once they are gone; `report` is what the importer said, by language, once it said something.
    """

    id: str
    folder: Path
    files: Path | None
    names: tuple[str, ...]
    mapping: str | None
    source: str
    report: dict[str, Any] | None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files, as the importer takes them; none once they are gone."""
        if self.files is None:
            return ()
        # Files that came together belong together, as those of a folder do.
        folder = self.source or (_TOGETHER if len(self.names) > 1 else "")
        return tuple(
            Source(
                name=name,
                data=self.files / str(number),
                folder=Path(folder) if folder else None,
                uploaded=True,
            )
            for number, name in enumerate(self.names)
        )

    @property
    def mapping_path(self) -> Path | None:
        """The mapping that came with them."""
        return None if self.files is None or not self.mapping else self.files / _MAPPING


class Uploads:
    """What one person has sent to one installation."""

    def __init__(self, installation: Installation, user_id: str) -> None:
        self._root = _private_folder(installation.settings.database_url) / user_id

    def keep(
        self, files: Iterable[FileStorage], mapping: FileStorage | None, source: str
    ) -> Upload:
        """Keep files for the next step; what anybody sent long ago goes."""
        self._root.mkdir(mode=0o700, exist_ok=True)
        self._forget_old()
        upload_id = secrets.token_urlsafe(16)
        waiting = self._root / upload_id / _WAITING
        waiting.mkdir(mode=0o700, parents=True)
        names = []
        for number, file in enumerate(files):
            file.save(waiting / str(number))
            names.append(_base_name(file.filename))
        if mapping is not None:
            mapping.save(waiting / _MAPPING)
        about = {
            "names": names,
            "mapping": None if mapping is None else _base_name(mapping.filename),
            "source": source,
        }
        _write(self._root / upload_id / _ABOUT, about)
        return self.find(upload_id)

    def find(self, upload_id: str) -> Upload:
        """An upload of this person; Refusal (not_found) if it is gone or never was."""
        folder = self._root / upload_id
        if _ID.fullmatch(upload_id) is None or not (folder / _ABOUT).is_file():
            raise _gone()
        about = json.loads((folder / _ABOUT).read_text("utf-8"))
        report = folder / _REPORT
        return Upload(
            id=upload_id,
            folder=folder,
            files=folder / _WAITING if (folder / _WAITING).is_dir() else None,
            names=tuple(about["names"]),
            mapping=about["mapping"],
            source=about["source"],
            report=json.loads(report.read_text("utf-8")) if report.is_file() else None,
        )

    def keep_report(self, upload: Upload, report: dict[str, Any]) -> None:
        """Keep what the importer said."""
        _write(upload.folder / _REPORT, report)

    def take(self, upload: Upload) -> Upload:
        """Claim the files, so that a second press on the button finds none.

        Refusal (not_found) if they are gone already.
        """
        try:
            (upload.folder / _WAITING).rename(upload.folder / _TAKEN)
        except FileNotFoundError as gone:
            raise _gone() from gone
        return replace(upload, files=upload.folder / _TAKEN)

    def put_back(self, upload: Upload) -> None:
        """The import failed: the files wait again."""
        (upload.folder / _TAKEN).rename(upload.folder / _WAITING)

    def forget_files(self, upload: Upload) -> None:
        """The files have done their work; the report stays for a while."""
        shutil.rmtree(upload.folder / _TAKEN, ignore_errors=True)

    def forget(self, upload: Upload) -> None:
        """Remove everything of an upload."""
        shutil.rmtree(upload.folder, ignore_errors=True)

    def _forget_old(self) -> None:
        for folder in self._root.parent.glob("*/*"):
            with suppress(FileNotFoundError):  # somebody else was quicker
                if folder.stat().st_mtime < time.time() - KEPT_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)


def _private_folder(database_url: str) -> Path:
    """A folder of the installation's own; somebody else's in its place is an accident (OSError)."""
    # An SQLite address may be relative to where the program was started.
    name = hashlib.sha256(f"{Path.cwd()} {database_url}".encode()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"samspil-{os.getuid()}-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(f"{folder} is not a folder of this user alone")
    return folder


def _base_name(name: str | None) -> str:
    """The name without folders, which some browsers send along; at most 200 characters."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable())[:200] or "–"


def _write(path: Path, content: dict[str, Any]) -> None:
    """All of it or nothing: a reader meanwhile sees what was there."""
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    draft.replace(path)


def _gone() -> Refusal:
    return Refusal(
        "not_found",
        message("The files are no longer here."),
        message("They are kept for a few hours only. Choose them again."),
    )
