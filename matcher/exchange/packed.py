"""What a packed file says of itself, checked before anything is unpacked."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from matcher.errors import Refusal
from matcher.exchange.limits import Limits
from matcher.wording.message import message

_ENCRYPTED = 0x1


def require_harmless(stream: BinaryIO, name: str, size: int, limits: Limits) -> None:
    """Refusal for a packed file that is broken (unreadable) or unpacks to too much (too_large).

    The sizes are those that the file declares; `zipfile` never unpacks more than declared, so a
    file that lies fails while it is read.
    """
    try:
        with zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise not_a_workbook(name) from error
    finally:
        stream.seek(0)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Refusal(
            "unreadable",
            message("{file} is protected by a password.", file=name),
            message("Save it without a password."),
        )
    unpacked = sum(part.file_size for part in parts)
    excessive = unpacked > limits.always_fine and unpacked > size * limits.ratio
    if len(parts) > limits.parts or unpacked > limits.unpacked or excessive:
        raise Refusal(
            "too_large",
            message("{file} would become too large when unpacked.", file=name),
            message("Save the sheets that are needed as CSV files."),
        )


def not_a_workbook(name: str) -> Refusal:
    """That a file looks like a workbook and is none."""
    return Refusal(
        "unreadable",
        message("{file} is not an Excel workbook that can be read.", file=name),
        message("Open it in a spreadsheet and save it as .xlsx or CSV."),
    )
