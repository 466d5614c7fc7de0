"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from matcher.errors import Refusal
from matcher.wording.message import message


def write_whole(out: Path, data: bytes) -> None:
    """Put the bytes in place of the file, so that no reader ever meets a half of it.

    Refusal (unavailable) when the folder is missing or may not be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as wrong:
        raise _unwritable(out) from wrong
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(out)
    except OSError as wrong:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(out) from wrong


def _unwritable(out: Path) -> Refusal:
    return Refusal(
        "unavailable",
        message("{file} cannot be written.", file=str(out)),
        message("Does the folder exist, and may you write there?"),
    )
