"""Who asks, as the signals see it."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, closed, dense_row, row_of
from matcher.landscape.ties import closeness


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Query:
    """What is known of the one who asks; a signal never asks who it is.

    `needs` … `derived_target_groups` have one value a term (1 or 0); a total of 0 means that
    nothing is known. `point` is its place on a sphere of radius 1 (see `Places`). `partners` are
    rows of the landscape and `closeness` how near each is.
    """

    sector: int
    municipality: int
    district: int
    postcode: int
    point: FloatArray
    needs: FloatArray
    offers: FloatArray
    themes: FloatArray
    derived_themes: FloatArray
    target_groups: FloatArray
    derived_target_groups: FloatArray
    partners: IntArray
    closeness: FloatArray
    need_total: float
    offer_total: float
    theme_total: float
    target_group_total: float
    partner_total: float


def query_of(landscape: Landscape, asker: int) -> Query:
    """The query of an organisation; an asker outside the landscape is an IndexError."""
    if not 0 <= asker < len(landscape):
        raise IndexError(f"no organisation {asker} among {len(landscape)}")
    partners, strength = row_of(landscape.ties, asker)
    places, totals = landscape.places, landscape.totals
    return Query(
        sector=int(landscape.sector[asker]),
        municipality=int(places.municipality[asker]),
        district=int(places.district[asker]),
        postcode=int(places.postcode[asker]),
        point=places.points[:, asker],
        needs=closed(dense_row(landscape.needs, asker)),
        offers=closed(dense_row(landscape.offers, asker)),
        themes=closed(dense_row(landscape.themes, asker)),
        derived_themes=closed(dense_row(landscape.derived_themes, asker)),
        target_groups=closed(dense_row(landscape.target_groups, asker)),
        derived_target_groups=closed(dense_row(landscape.derived_target_groups, asker)),
        partners=closed(partners),
        closeness=closed(closeness(strength)),
        need_total=float(totals.needs[asker]),
        offer_total=float(totals.offers[asker]),
        theme_total=float(totals.themes[asker]),
        target_group_total=float(totals.target_groups[asker]),
        partner_total=float(totals.partners[asker]),
    )
