"""What some organisations offer, need and care about now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from matcher.landscape.arrays import (
    FloatArray,
    IntArray,
    Sparse,
    frozen,
    incidence,
    product,
    turned,
)
from matcher.landscape.columns import numbered
from matcher.landscape.from_rows import capacity_columns, interest_cells
from matcher.landscape.model import Landscape
from matcher.landscape.replacing import equal, put, some_rows, with_columns, with_rows
from matcher.landscape.rows import Rows
from matcher.landscape.terms import DERIVED, asked, beyond, held, met

Amounts = Mapping[tuple[int, int], float]


def profile_fields(landscape: Landscape, rows: IntArray, now: Rows) -> dict[str, Any]:
    """The fields of a landscape that speak of offers, needs, themes and target groups.

    `now` has all that these rows say. Rarity stays as it is. KeyError for a term that the
    landscape does not know.
    """
    own = numbered([landscape.ids[row] for row in rows.tolist()])
    capacities = landscape.vocabularies["capacity"]
    said = capacity_columns(now.capacities, own, capacities.index)
    offers, needs, amounts = held(said, (len(rows), len(capacities)), landscape.as_of)
    themes, derived_themes = _interests(landscape, rows, now, "theme")
    target_groups, derived_target_groups = _interests(landscape, rows, now, "target_group")
    new = {
        "offers": offers,
        "needs": needs,
        "themes": themes,
        "derived_themes": derived_themes,
        "target_groups": target_groups,
        "derived_target_groups": derived_target_groups,
    }
    before = {name: some_rows(getattr(landscape, name), rows) for name in new}
    different = [name for name in new if not equal(before[name], new[name])]
    owners = {
        name: with_columns(landscape.owners[name], rows, before[name], new[name])
        for name in different
    }
    offered = put(landscape.totals.offers, rows, product(offers, capacities.rarity))
    return {
        **{name: with_rows(getattr(landscape, name), rows, new[name]) for name in different},
        "owners": MappingProxyType({**landscape.owners, **owners}),
        "amounts": _amounts(landscape.amounts, rows, before["offers"], amounts),
        "totals": replace(
            landscape.totals,
            needs=put(landscape.totals.needs, rows, product(needs, capacities.rarity)),
            offers=offered,
            asked=asked(offered) if "offers" in different else landscape.totals.asked,
            themes=put(landscape.totals.themes, rows, _counts(themes, derived_themes)),
            target_groups=put(
                landscape.totals.target_groups,
                rows,
                _counts(target_groups, derived_target_groups),
            ),
        ),
    }


def _interests(
    landscape: Landscape, rows: IntArray, now: Rows, vocabulary: str
) -> tuple[Sparse, Sparse]:
    """The rows of declared and derived terms."""
    own = numbered([landscape.ids[row] for row in rows.tolist()])
    words = landscape.vocabularies[vocabulary]
    cells = interest_cells(now.interests, vocabulary, own, words.index)
    declared = incidence(cells.rows, cells.columns, (len(rows), len(words)))
    about = turned(landscape.experience.about[vocabulary])
    found = met(some_rows(landscape.participation, rows), about)
    return frozen(declared), frozen(beyond(found, declared))


def _counts(declared: Sparse, derived: Sparse) -> FloatArray:
    each = np.ones(declared.shape[1])
    return product(declared, each) + DERIVED * product(derived, each)


def _amounts(amounts: Amounts, rows: IntArray, offered: Sparse, new: Amounts) -> Amounts:
    """The amounts with those of some rows replaced; `offered` is what these offered before."""
    cells = zip(
        np.repeat(rows, np.diff(offered.indptr)).tolist(), offered.indices.tolist(), strict=True
    )
    old = {cell: amounts[cell] for cell in cells if cell in amounts}
    now = {(int(rows[place]), term): amount for (place, term), amount in new.items()}
    if old == now:
        return amounts
    rest = dict(amounts)
    for cell in old:
        del rest[cell]
    return MappingProxyType({**rest, **now})
