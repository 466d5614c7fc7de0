"""The organisations and ties of a map as tables: sorted and paged here where there are many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from matcher.errors import Refusal
from matcher.landscape import SECTORS
from matcher.landscape.collaborations import ALWAYS, FOR_EVER
from matcher.network import objects
from matcher.network.picture import MapNode, MapPicture, MapTie
from matcher.text import danish_key
from matcher.wording.labels import sector_label
from matcher.wording.message import Value, message
from webui.maps.look.classes import Floats, Ints
from webui.maps.words import kinds_said

MOST_ROWS = 500
"""So many rows are one page, which the page's script sorts; more are sorted and paged here."""

PAGE = 100

NODE_COLUMNS = ("name", "sector", "kind", "area", "ties", "measure")
TIE_COLUMNS = ("name", "with", "kind", "since", "until")
"""What the tables can be sorted by, as addresses call it; the first is the usual order."""

Say = Callable[[Value], str]
Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A column to sort by, and whether the other way round: "ties" or "-ties" in an address."""

    column: str
    backwards: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows(Generic[Row]):
    """A page of a table, of `count` rows; `page` counts from 1, `pages` is at least 1."""

    rows: tuple[Row, ...]
    order: Order
    page: int
    pages: int
    count: int

    @property
    def paged(self) -> bool:
        """Whether there are more rows than these, so that a script cannot sort them."""
        return self.pages > 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """A measure as a column: what it is called, how exactly it is shown, its values by id."""

    label: Value
    decimals: int
    values: Mapping[str, float | None]


def read_order(word: str, columns: Sequence[str]) -> Order:
    """The order that an address asks for, the usual one if it says nothing.

    Refusal (invalid) for a column that is not there.
    """
    column = word.removeprefix("-") or columns[0]
    if column not in columns:
        raise Refusal(
            "invalid",
            message("The table has no column called “{word}”.", word=column),
            message("Choose one of: {keys}", keys=", ".join(columns)),
        )
    return Order(column=column, backwards=word.startswith("-"))


def organisations(
    picture: MapPicture, order: Order, page: int, say: Say, measure: Measured | None = None
) -> Rows[MapNode]:
    """The organisations shown; what is not known comes last whichever way they are sorted."""
    nodes = picture.columns.nodes
    places, pages, at = _page(_node_keys(picture, order.column, say, measure), order, page)
    return Rows(
        rows=objects.nodes(nodes, places), order=order, page=at, pages=pages, count=len(nodes)
    )


def ties(picture: MapPicture, order: Order, page: int, say: Say) -> Rows[MapTie]:
    """The ties shown, in the same way."""
    columns = picture.columns
    places, pages, at = _page(_tie_keys(picture, order.column, say), order, page)
    return Rows(
        rows=objects.ties(columns.ties, columns.nodes.ids, places),
        order=order,
        page=at,
        pages=pages,
        count=len(columns.ties),
    )


def _node_keys(picture: MapPicture, column: str, say: Say, measure: Measured | None) -> Floats:
    """What to sort by: nan is not known, equal ones stay in the order of names."""
    nodes = picture.columns.nodes
    if column == "sector":
        return _by_words(nodes.sector, [say(sector_label(sector)) for sector in SECTORS])
    if column == "kind":
        return _by_words(nodes.kind, [say(words) for _, words in nodes.kinds])
    if column == "area":
        return _by_words(nodes.area, nodes.areas)
    if column == "ties":
        return nodes.ties.astype(np.float64)
    if column == "measure" and measure is not None:
        found = map(measure.values.get, nodes.ids)
        return np.array([np.nan if value is None else value for value in found])
    return np.arange(len(nodes), dtype=np.float64)


def _tie_keys(picture: MapPicture, column: str, say: Say) -> Floats:
    ties_ = picture.columns.ties
    if column == "with":
        return ties_.b.astype(np.float64)
    if column == "kind":
        return _by_words(ties_.kind, [say(kinds_said(words)) for words in ties_.kinds])
    if column in {"since", "until"}:
        days = getattr(ties_, column)
        known = (days > ALWAYS) & (days < FOR_EVER)
        return np.where(known, days, np.nan)
    return ties_.a.astype(np.float64)


def _by_words(codes: Ints, words: Sequence[str]) -> Floats:
    """The rank of each one's word in Danish order, nan for none."""
    rank = np.full(len(words) + 1, np.nan)  # the last is where the place −1 looks
    order = sorted(range(len(words)), key=lambda place: (danish_key(words[place]), place))
    rank[order] = np.arange(len(words))
    return rank[codes]


def _page(keys: Floats, order: Order, page: int) -> tuple[list[int], int, int]:
    """The places of the rows of a page, how many pages there are, and which this is."""
    count = len(keys)
    unknown = np.isnan(keys)
    turned = np.where(unknown, 0.0, -keys if order.backwards else keys)
    sorted_ = np.lexsort((np.arange(count), turned, unknown))
    if count <= MOST_ROWS:
        return sorted_.tolist(), 1, 1
    pages = -(-count // PAGE)
    at = min(max(page, 1), pages)
    return sorted_[(at - 1) * PAGE : at * PAGE].tolist(), pages, at
