"""Which letters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from matcher.errors import Refusal
from matcher.wording.message import message

_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BROKEN = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")
# What no text holds: all control characters but tab, line feed, form feed and return.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Word leaves a stray one behind now and then; noise has them everywhere.
_STRAY = 0.001


def encoding_of(stream: BinaryIO, name: str) -> str:
    """UTF-8 (with or without a byte order mark), UTF-16 with a mark, or Windows-1252.

    The stream is read in portions and left at its beginning. Refusal (unreadable) for an empty
    file, for bytes that are no text, and for UTF-8 that is damaged: read as Windows-1252 it would
    turn every æ, ø and å into two other signs.
    """
    start = stream.read(4)
    stream.seek(0)
    if not start:
        raise Refusal("unreadable", message("{file} is empty.", file=name))
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            if encoding == "utf-16":
                return encoding
            _count(stream, name)
            return encoding
    broken, whole = _count(stream, name)
    if not broken:
        return "utf-8"
    if whole > broken:
        raise _damaged(name)
    _require_windows_1252(stream, name)
    return "cp1252"


def _count(stream: BinaryIO, name: str) -> tuple[int, int]:
    """How many bytes are not UTF-8, and how many letters beyond ASCII are."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    broken = whole = control = size = 0
    while chunk := stream.read(_CHUNK):
        control += len(_CONTROL.findall(chunk))
        size += len(chunk)
        if b"\x00" in chunk or control > 1 + size * _STRAY:
            raise _noise(name)
        text = decoder.decode(chunk)
        broken += len(_BROKEN.findall(text))
        whole += len(_BEYOND_ASCII.findall(text))
    broken += len(decoder.decode(b"", final=True))
    stream.seek(0)
    return broken, whole


def _require_windows_1252(stream: BinaryIO, name: str) -> None:
    decoder = codecs.getincrementaldecoder("cp1252")()
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
    except UnicodeDecodeError:
        raise _noise(name) from None
    stream.seek(0)


def _noise(name: str) -> Refusal:
    return Refusal(
        "unreadable",
        message("{file} is not a text file or spreadsheet that can be read.", file=name),
        message("Save it as CSV (UTF-8) or as an Excel workbook (.xlsx)."),
    )


def _damaged(name: str) -> Refusal:
    return Refusal(
        "unreadable",
        message("{file} mixes letters of different encodings.", file=name),
        message("Open it in a spreadsheet, check the letters æ, ø and å, and save it as UTF-8."),
    )
