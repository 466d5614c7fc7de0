"""How much of somebody's file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Sizes in bytes.

    `uploaded` holds for files that came over the web; those on the operator's own disk are
    streamed and may be larger. `unpacked` and `ratio` (unpacked size by packed size) hold for
    every spreadsheet, because a packed file says nothing of what it becomes; a spreadsheet that
    unpacks to less than `always_fine` is never refused for its ratio. `parts` is the number of
    files inside a spreadsheet: a sheet needs two, a picture one. `columns` is the number of
    headings.
    """

    uploaded: int = 20 * _MEGABYTE
    unpacked: int = 200 * _MEGABYTE
    ratio: int = 200
    always_fine: int = 10 * _MEGABYTE
    parts: int = 2_000
    columns: int = 1_000

    @classmethod
    def of_megabytes(cls, *, uploaded: int, unpacked: int, ratio: int) -> Limits:
        """The limits as the settings say them."""
        return cls(uploaded=uploaded * _MEGABYTE, unpacked=unpacked * _MEGABYTE, ratio=ratio)
