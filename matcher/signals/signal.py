"""What a signal is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from matcher.landscape import Landscape
from matcher.signals.answer import Answer
from matcher.signals.query import Query


class Share(NamedTuple):
    """A fact and its part of a signal's value.

    `id` is that of a term, an organisation, a collaboration, a place or a sector, or a word, by
    `kind`; `amount` is a measured quantity where there is one (kilometres).
    """

    kind: str
    id: str | None
    share: float
    amount: float | None = None


Values = Callable[[Landscape, Query], Answer]
Facts = Callable[[Landscape, Query, int], tuple[Share, ...]]
Side = Literal["known", "new", "either"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Signal:
    """One measure of fit between the one who asks and every organisation.

    `values` is pure and vectorised: 0…1 for each organisation, nan where the data do not say.
    `facts` names what one value is the sum of, the strongest first; nothing where the value is 0
    or unknown. The first sentence of `values`' docstring is true of a pair with a high value,
    and it is what people read. `side` says whom it speaks for: "known" for those whom the asker
    knows or nearly knows, "new" for those it does not, "either" for neither more than the other.
    `standing` signals answer the same whoever asks. Learning never raises the weight of those
    that are `held`: history would, and the largest would be suggested to everybody.
    """

    values: Values
    facts: Facts
    side: Side = "either"
    standing: bool = False
    held: bool = False

    @property
    def name(self) -> str:
        return self.values.__name__

    @property
    def sentence(self) -> str:
        return (self.values.__doc__ or "").strip().partition("\n")[0]


def strongest_first(shares: list[Share]) -> tuple[Share, ...]:
    """Shares from the largest down, equal ones by id; those of nothing left out."""
    told = [share for share in shares if share.share > 0]
    return tuple(sorted(told, key=lambda share: (-share.share, share.id or "")))
