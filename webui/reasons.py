"""The reasons of a suggestion as the pages draw them: bars that together are the score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from matcher.services.shortlists import Why
from matcher.services.shortlists.why import KeptReason
from matcher.wording.introduction import introduction
from matcher.wording.message import Message, Words
from matcher.wording.points import shown_points

_ALL_SHOWN, _FIRST_SHOWN = 10, 6
"""A recipe of more signals than the first shows only so many reasons; the rest is folded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One reason: its sentence, its points as shown, and its bar.

    The bar begins where that of the part before ended; `start` and `width` are per cent of the
    drawing. What is not known has a value of None and points that the recipe gives for it.
    """

    signal: str
    text: Words
    points: Decimal
    start: float
    width: float
    known: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Reasons:
    """A suggestion's reasons: `given` bring points, `unknown` is not known, `none` bring nothing.

    `score` is the sum of the points shown, `most` what they could have been, `known` a whole
    number of per cent. `missing` says why not higher, `counterfactual` what would put it higher,
    `settles` what would tell more of what is not known.
    """

    score: Decimal
    most: Decimal
    known: int
    given: tuple[Part, ...]
    unknown: tuple[Part, ...]
    none: tuple[Part, ...]
    missing: Words | None
    counterfactual: Words | None
    settles: Words | None
    introduction: Message | None

    @property
    def folded(self) -> bool:
        """Whether there are so many reasons that some of them stand folded."""
        return len(self.given) + len(self.unknown) + len(self.none) > _ALL_SHOWN

    @property
    def strongest(self) -> tuple[Part, ...]:
        """The reasons that are not folded."""
        return self.given[:_FIRST_SHOWN] if self.folded else self.given

    @property
    def weaker(self) -> tuple[Part, ...]:
        """The reasons that bring points and are folded."""
        return self.given[len(self.strongest) :]

    @property
    def rest(self) -> Decimal:
        """The points of all that stands folded."""
        return self.score - sum((part.points for part in self.strongest), Decimal("0.00"))


def scale_of(whys: Iterable[Why]) -> float:
    """The points that a whole bar stands for: those of the best on the page."""
    return max((why.score for why in whys), default=0.0) or 1.0


def reasons_of(why: Why, scale: float) -> Reasons:
    """What is drawn: the weightiest reasons first, then what is not known."""
    weightiest = sorted(why.reasons, key=lambda reason: -reason.points)
    given = [each for each in weightiest if each.value is not None and each.points > 0]
    unknown = [each for each in weightiest if each.value is None]
    none = [each for each in weightiest if each.value is not None and each.points <= 0]
    parts = _parts([*given, *unknown, *none], scale)
    return Reasons(
        score=sum((part.points for part in parts), Decimal("0.00")),
        most=sum(shown_points([each.weight for each in why.reasons]), Decimal("0.00")),
        known=round(100 * why.known),
        given=parts[: len(given)],
        unknown=parts[len(given) : len(given) + len(unknown)],
        none=parts[len(given) + len(unknown) :],
        missing=None if why.missing is None else why.missing.text,
        counterfactual=why.counterfactual,
        settles=why.unknown,
        introduction=introduction(why.introduction or ()),
    )


def _parts(reasons: list[KeptReason], scale: float) -> tuple[Part, ...]:
    shown = shown_points([each.points for each in reasons])
    parts, start = [], 0.0
    for reason, points in zip(reasons, shown, strict=True):
        width = 100 * reason.points / scale
        parts.append(
            Part(
                signal=reason.signal,
                text=reason.text,
                points=points,
                start=start,
                width=width,
                known=reason.value is not None,
            )
        )
        start += width
    return tuple(parts)
