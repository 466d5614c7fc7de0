"""The letters that documents are set in: how wide a text is, and which characters there are."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
MISSING = "?"
"""What is set for a character that the font does not have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letters:
    """A font's characters with their widths, as shares of the size it is set in."""

    widths: Mapping[str, float]

    def width(self, text: str, size: float) -> float:
        """How wide a line of text is, in the unit of `size`; kerning is left aside."""
        missing = self.widths[MISSING]
        return size * sum(self.widths.get(each, missing) for each in text)

    def known(self, text: str) -> str:
        """The text as it can be set on a line: blanks for breaks, `MISSING` for what is missing.

        A document for everybody (PDF/UA) may hold no character that its font cannot show.
        """
        shown = (each for each in text if unicodedata.category(each) not in {"Cf", "Co", "Cs"})
        single = " ".join("".join(shown).split())
        return "".join(each if each in self.widths else MISSING for each in single)


@cache
def letters(weight: str = "Regular") -> Letters:
    """IBM Plex Sans in a weight that lies in `fonts`: Regular or SemiBold."""
    return read_letters((FONTS / f"IBMPlexSans-{weight}.ttf").read_bytes())


def read_letters(font: bytes) -> Letters:
    """The widths in a TrueType font: its tables head, hhea, hmtx, and cmap in format 4."""
    tables = _tables(font)
    (units,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (long,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = [
        struct.unpack_from(">H", font, tables["hmtx"] + 4 * glyph)[0] for glyph in range(long)
    ]
    return Letters(
        widths={
            chr(code): advances[min(glyph, long - 1)] / units
            for code, glyph in _glyphs(font, tables["cmap"]).items()
        }
    )


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4sIII", font, 12 + 16 * row) for row in range(count))
    return {name.decode("ascii"): offset for name, _, offset, _ in rows}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Code point → glyph, from the segments of a character map (OpenType, cmap format 4)."""
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    records = [struct.unpack_from(">HHI", font, cmap + 4 + 8 * row) for row in range(count)]
    at = next(cmap + offset for platform, code, offset in records if (platform, code) == (3, 1))
    (twice,) = struct.unpack_from(">H", font, at + 6)
    half = twice // 2

    def column(start: int, kind: str) -> tuple[int, ...]:
        return struct.unpack_from(f">{half}{kind}", font, start)

    ends, starts = column(at + 14, "H"), column(at + 16 + twice, "H")
    deltas, offsets = column(at + 16 + 2 * twice, "H"), column(at + 16 + 3 * twice, "H")
    found = {}
    for row, (first, last, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(first, last + 1):
            glyph = code
            if offset:
                spot = at + 16 + 3 * twice + 2 * row + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, spot)
            if glyph and code != 0xFFFF and (glyph + delta) % 0x10000:
                found[code] = (glyph + delta) % 0x10000
    return found
