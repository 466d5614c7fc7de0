"""Who asks, and for what, as the signals see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np

from matcher.brief import Brief
from matcher.landscape import Landscape
from matcher.landscape.arrays import FloatArray, IntArray, Sparse, closed, gathered, row_of
from matcher.landscape.experience import parts
from matcher.landscape.places import on_sphere
from matcher.landscape.terms import DERIVED
from matcher.landscape.ties import closeness
from matcher.text import fold

# Of somebody who asks without an idea, this many of the latest collaborations say what it does.
_LATEST = 10
_NOTHING = (np.empty(0, np.int64), np.empty(0))
Kept = TypeVar("Kept")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Weighted:
    """Columns (or rows) of the landscape with a weight each; `of` finds the weight of one."""

    at: IntArray
    weights: FloatArray
    of: Mapping[int, float]

    def __len__(self) -> int:
        return len(self.at)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Asked:
    """A text as it stands, and its features (columns, weights) in both spaces of `Texts`."""

    text: str
    words: tuple[IntArray, FloatArray]
    letters: tuple[IntArray, FloatArray]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Query:
    """What is known of the one who asks and of what is looked for.

    `asker` is a row, None for an idea that nobody owns; `team` are the asker and those who are
    already in, as rows. `needs`, `offers`, `themes` and `target_groups` are terms: 1, or DERIVED
    where only collaborations tell. A total of 0 means that nothing is known. `amounts` says how
    much of a need is looked for. `sectors` are those looked for (places in SECTORS), empty for
    any other than `sector`. `point` is a place on a sphere of radius 1 (see `Places`), nan
    where unknown. `partners` are rows with how near each is. `areas` are those of
    collaborations (columns of `Experience.areas`). `about_something` says whether it is an idea
    that says what it is about, in words in `purpose`. `scales` are the largest sums that values
    are shares of, where they are to stay as they were for another question; empty to find them
    anew.
    """

    asker: int | None
    team: IntArray
    sector: int
    sectors: frozenset[int]
    kind: int
    municipality: int
    district: int
    postcode: int
    point: FloatArray
    needs: Weighted
    amounts: Mapping[int, float]
    offers: Weighted
    themes: Weighted
    target_groups: Weighted
    partners: Weighted
    need_total: float
    theme_total: float
    target_group_total: float
    partner_total: float
    text: Asked
    areas: IntArray
    funding_source: str | None
    about_something: bool
    purpose: str
    scales: Mapping[str, float]
    _kept: dict[str, Any] = field(default_factory=dict)

    def kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """What is made of the question once and read often, such as by values and by facts."""
        if name not in self._kept:
            self._kept[name] = make()
        made: Kept = self._kept[name]
        return made


def query_of(landscape: Landscape, asker: int) -> Query:
    """The query of an organisation; an asker outside the landscape is an IndexError."""
    return query_for(landscape, Brief(asker=asker))


def query_for(landscape: Landscape, brief: Brief) -> Query:
    """The query of an idea: what it says, and where it says nothing, what its asker is known for.

    Needs, themes and target groups of the brief stand in the place of the asker's own, each where
    it names any; so does its place. Those who are already in share their partners and offers.
    Rows outside the landscape are an IndexError.
    """
    team = _team(landscape, brief)
    asker = brief.asker
    needs = dict.fromkeys(_wanted(brief), 1.0) or _terms((landscape.needs, 1.0), row=asker)
    themes = dict.fromkeys(brief.themes, 1.0) or _terms(
        (landscape.derived_themes, DERIVED), (landscape.themes, 1.0), row=asker
    )
    target_groups = dict.fromkeys(brief.target_groups, 1.0) or _terms(
        (landscape.derived_target_groups, DERIVED), (landscape.target_groups, 1.0), row=asker
    )
    offers = {
        term: 1.0
        for member in team.tolist()
        for term in _terms((landscape.offers, 1.0), row=member)
    }
    partners = _partners(landscape, team)
    rarity = landscape.vocabularies["capacity"].rarity
    municipality, district, postcode, point = _place(landscape, brief)
    return Query(
        asker=asker,
        team=team,
        sector=-1 if asker is None else int(landscape.sector[asker]),
        sectors=_sectors(landscape, brief, team),
        kind=-1 if asker is None else int(landscape.kind[asker]),
        municipality=municipality,
        district=district,
        postcode=postcode,
        point=point,
        needs=_weighted(needs),
        amounts=MappingProxyType(
            {need.term: need.amount for need in brief.needs if need.amount is not None}
        ),
        offers=_weighted(offers),
        themes=_weighted(themes),
        target_groups=_weighted(target_groups),
        partners=_weighted(partners),
        need_total=float(sum(rarity[term] for term in sorted(needs))),
        theme_total=float(sum(themes.values())),
        target_group_total=float(sum(target_groups.values())),
        partner_total=_worth(landscape, partners),
        text=_asked(landscape, brief),
        areas=_areas(landscape, brief, team),
        funding_source=brief.funding_source,
        purpose=brief.purpose.strip(),
        about_something=bool(brief.purpose.strip() or brief.themes or brief.target_groups),
        scales=MappingProxyType({}),
    )


def _wanted(brief: Brief) -> list[int]:
    """The terms that an idea needs, those that only its slots name as well."""
    return [need.term for need in brief.needs] + [t for slot in brief.slots for t in slot.needs]


def _team(landscape: Landscape, brief: Brief) -> IntArray:
    rows = [*(() if brief.asker is None else (brief.asker,)), *brief.members]
    for row in rows:
        if not 0 <= row < len(landscape):
            raise IndexError(f"no organisation {row} among {len(landscape)}")
    return closed(np.array(sorted(set(rows)), np.int64))


def _terms(*matrices: tuple[Sparse, float], row: int | None) -> dict[int, float]:
    """The columns that a row has in the matrices, each at its worth; the last one counts."""
    if row is None:
        return {}
    return {
        column: worth for matrix, worth in matrices for column in row_of(matrix, row)[0].tolist()
    }


def _partners(landscape: Landscape, team: IntArray) -> dict[int, float]:
    """The partners of all in the team, as near as they are to the nearest of them."""
    found: dict[int, float] = {}
    for member in team.tolist():
        rows, strength = row_of(landscape.ties, member)
        for row, near in zip(rows.tolist(), closeness(strength).tolist(), strict=True):
            found[row] = max(near, found.get(row, 0.0))
    return found


def _worth(landscape: Landscape, partners: Mapping[int, float]) -> float:
    """What partners come to, as `Totals.partners` counts an organisation's own."""
    weight = landscape.partner_weight
    return float(sum(weight[row] * near * near for row, near in sorted(partners.items())))


def _sectors(landscape: Landscape, brief: Brief, team: IntArray) -> frozenset[int]:
    """The sectors that must be in and are not yet; all of them where none is left."""
    wanted = frozenset(brief.sectors)
    return (wanted - {int(landscape.sector[row]) for row in team}) or wanted


def _asked(landscape: Landscape, brief: Brief) -> Asked:
    """The purpose of the idea; without one, what its asker says of itself and has done."""
    known = landscape.texts
    if not known.letters.profiles.nnz and not known.words.profiles.nnz:
        return Asked(text=brief.purpose.strip(), words=_NOTHING, letters=_NOTHING)
    said = brief.purpose.strip() or _own_words(landscape, brief.asker)
    return Asked(text=said, words=known.words.vector(said), letters=known.letters.vector(said))


def _own_words(landscape: Landscape, asker: int | None) -> str:
    if asker is None:
        return ""
    joint = row_of(landscape.participation, asker)[0]
    ago = np.nan_to_num(landscape.experience.years[joint], nan=np.inf)
    latest = joint[np.lexsort((joint, ago))][:_LATEST].tolist()
    said = landscape.texts
    own = (said.organisations[asker], *(said.collaborations[row] for row in latest))
    return "\n".join(text for text in own if text)


def _areas(landscape: Landscape, brief: Brief, team: IntArray) -> IntArray:
    """The areas that the idea names; without one, those where its asker has worked most."""
    known = landscape.experience
    named = [known.area_index.get(fold(name)) for name in parts(brief.area)]
    if any(at is not None for at in named):
        return closed(np.array(sorted({at for at in named if at is not None}), np.int64))
    _, joint, _ = gathered(landscape.participation, team)
    _, columns, _ = gathered(known.areas, joint)
    often = np.bincount(columns, minlength=len(known.area_names))
    return closed(np.flatnonzero((often > 0) & (often == often.max(initial=0))))


def _place(landscape: Landscape, brief: Brief) -> tuple[int, int, int, FloatArray]:
    places = landscape.places
    nowhere = closed(np.full(3, np.nan))
    if brief.near is not None:
        degrees = np.array([[brief.near.lat, brief.near.lon]])
        return -1, -1, -1, closed(on_sphere(degrees)[:, 0])
    if brief.area is not None:
        names = [fold(part) for part in brief.area.split(";")]
        district = _code(places.districts, names)
        municipality = _code(places.municipalities, names)
        if district >= 0 and municipality < 0:
            homes = places.municipality[(places.district == district) & (places.municipality >= 0)]
            municipality = int(homes[0]) if len(homes) else -1
        if max(district, municipality) >= 0:
            return municipality, district, -1, nowhere
    if brief.asker is None:
        return -1, -1, -1, nowhere
    return (
        int(places.municipality[brief.asker]),
        int(places.district[brief.asker]),
        int(places.postcode[brief.asker]),
        places.points[:, brief.asker],
    )


def _code(names: tuple[str, ...], wanted: Iterable[str]) -> int:
    sought = set(wanted)
    return next((code for code, name in enumerate(names) if fold(name) in sought), -1)


def _weighted(found: Mapping[int, float]) -> Weighted:
    at = np.array(sorted(found), np.int64)
    return Weighted(
        at=closed(at),
        weights=closed(np.array([found[key] for key in at.tolist()], np.float64)),
        of=MappingProxyType(dict(found)),
    )
