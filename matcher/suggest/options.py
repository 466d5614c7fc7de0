"""How a list of suggestions is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.errors import Refusal
from matcher.wording.message import message


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How many suggestions at most, and who may be among them.

    `exclude` are rows of the landscape that are no candidates (declined before, say). `newness`
    moves weight from signals of those whom the asker knows (−1 … 0) to those of new partners
    (0 … 1). `also_small` is how many of the last places are for small organisations.
    """

    top: int = 10
    include_current: bool = False
    exclude: frozenset[int] = frozenset()
    newness: float = 0.0
    also_small: int = 0

    def __post_init__(self) -> None:
        if self.top < 1:
            raise Refusal(
                "invalid",
                message("{top} suggestions cannot be listed.", top=self.top),
                message("Ask for at least one."),
            )
        if not -1 <= self.newness <= 1:
            raise Refusal(
                "invalid",
                message("The setting “known or new” is not between −1 and 1."),
                message("−1 is for those whom one knows, 1 for new ones, 0 for neither."),
            )
        if not 0 <= self.also_small <= self.top:
            raise Refusal(
                "invalid",
                message("{n} of {top} places cannot be for small organisations.",
                        n=self.also_small, top=self.top),
                message("Choose a number between 0 and the length of the list."),
            )  # fmt: skip
