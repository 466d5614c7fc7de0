"""A network of any size, made by chance and a seed, with the shape of real ones."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

import numpy as np

from matcher.landscape import TermRow
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray
from matcher.landscape.columns import (
    CapacityColumns,
    Cells,
    CollaborationColumns,
    Columns,
    OrganisationColumns,
    ParticipationColumns,
    TieColumns,
    never,
)
from matcher.landscape.from_rows import ranked
from matcher.text import danish_key

COLLABORATIONS = 5  # an organisation, on average
SIZES = (2, 8)
PROFILE = 8  # terms an organisation
TERMS = {"capacity": 150, "theme": 100, "target_group": 50, "kind": 0}
NEIGHBOURS = 200  # organisations of a district
LOCAL = 0.8  # share of a collaboration's members that come from one district
ON_THE_MAP = 0.8
SECTORS = (0.6, 0.2, 0.2)
OFFERED = 0.6  # share of capacities
LAST = dt.date(2026, 1, 1)  # nothing begins later
DAYS, LASTS = 3650, (100, 1500)
SOUTH_WEST, NORTH_EAST, SPREAD = (55.0, 8.5), (57.0, 12.5), 0.02  # degrees

_DRAWS = 2  # times as many as are needed, for some are drawn twice


def generated(organisations: int, seed: int = 1, last: dt.date = LAST) -> Columns:
    """So many organisations: heavy-tailed degrees, most partners in one's own district.

    Five collaborations each on average, of two to eight participants, and eight profile terms of
    three hundred, popular ones more often. Collaborations began in the ten years before `last`.
    """
    random = np.random.default_rng(seed)
    home = random.integers(0, max(1, organisations // NEIGHBOURS), organisations)
    profile = _profile(random, organisations)
    members = _members(random, home)
    joint = int(members.rows.max(initial=-1)) + 1
    return Columns(
        organisations=_organisations(random, home),
        terms=MappingProxyType({name: _terms(name, count) for name, count in TERMS.items()}),
        capacities=_capacities(random, profile),
        themes=_of(profile, "theme"),
        target_groups=_of(profile, "target_group"),
        collaborations=_collaborations(random, joint, last),
        participations=ParticipationColumns(
            collaboration=members.rows,
            organisation=members.columns,
            since=never(len(members.rows)),
            until=never(len(members.rows)),
        ),
        ties=TieColumns(
            ids=(), a=_none(), b=_none(), since=never(0), until=never(0), confidence=np.empty(0)
        ),
    )


def _organisations(random: np.random.Generator, home: IntArray) -> OrganisationColumns:
    count = len(home)
    names = tuple(f"Aktør {number}" for number in range(count))
    centre = random.uniform(SOUTH_WEST, NORTH_EAST, (int(home.max(initial=0)) + 1, 2))
    place = centre[home] + random.normal(0, SPREAD, (count, 2))
    place[random.random(count) >= ON_THE_MAP] = np.nan
    return OrganisationColumns(
        ids=_ids("o", count),
        names=names,
        order=ranked([danish_key(name) for name in names]),
        source_ids=(None,) * count,
        descriptions=(None,) * count,
        countries=(None,) * count,
        sector=random.choice(len(SECTORS), count, p=SECTORS),
        kind=np.full(count, -1),
        parent=np.full(count, -1),
        municipalities=(None,) * count,
        districts=tuple(f"Distrikt {number}" for number in home.tolist()),
        postcodes=(None,) * count,
        lat=place[:, 0],
        lon=place[:, 1],
        open_to_partners=np.full(count, -1),
        hidden=np.zeros(count, np.bool_),
    )


def _ids(letter: str, count: int) -> tuple[str, ...]:
    """Ids that ascend as texts do."""
    width = len(str(max(count - 1, 0)))
    return tuple(f"{letter}{number:0{width}}" for number in range(count))


def _terms(vocabulary: str, count: int) -> tuple[TermRow, ...]:
    return tuple(
        TermRow(id=key, vocabulary=vocabulary, da=f"Ord {number}", en=f"Word {number}")
        for number, key in enumerate(_ids(vocabulary, count))
    )


def _members(random: np.random.Generator, home: IntArray) -> Cells:
    """Participants (columns) of collaborations (rows), by weight, mostly from one district."""
    count = len(home) * COLLABORATIONS * 2 // sum(SIZES)
    sizes = random.integers(SIZES[0], SIZES[1] + 1, count)
    weight = random.pareto(2.0, len(home)) + 0.3
    by_home = np.argsort(home, kind="stable")
    before = np.concatenate([[0.0], np.cumsum(weight[by_home])])
    shape = (count, SIZES[1] * _DRAWS)
    # The first one decides the district; `ends` says where those of each district stand.
    drawn = _drawn(random.random(shape) * before[-1], before, by_home)
    ends = before[np.searchsorted(home[by_home], np.arange(int(home.max(initial=0)) + 2))]
    district = home[drawn[:, 0]]
    least, most = ends[district][:, np.newaxis], ends[district + 1][:, np.newaxis]
    near = _drawn(least + random.random(shape) * (most - least), before, by_home)
    drawn = np.where(random.random(shape) < LOCAL, near, drawn)
    return _first(drawn, sizes)


def _drawn(points: FloatArray, before: FloatArray, rows: IntArray) -> IntArray:
    """The rows whose weight lies at points of the sum of all weights."""
    place = np.searchsorted(before, points.ravel(), "right").reshape(points.shape) - 1
    return rows[np.minimum(place, len(rows) - 1)]


def _first(drawn: IntArray, wanted: IntArray) -> Cells:
    """Of each row's draws the first different ones, as many as are wanted (if there are)."""
    new = np.ones(drawn.shape, np.bool_)
    for column in range(1, drawn.shape[1]):
        new[:, column] = (drawn[:, :column] != drawn[:, column, np.newaxis]).all(axis=1)
    kept = new & (np.cumsum(new, axis=1) <= wanted[:, np.newaxis])
    rows, place = np.nonzero(kept)
    return Cells(rows, drawn[rows, place])


def _profile(random: np.random.Generator, organisations: int) -> Cells:
    """Eight different terms each, columns of all vocabularies in turn."""
    total = sum(TERMS.values())
    popularity = 1.0 / (np.arange(total) % 50 + 3)
    before = np.concatenate([[0.0], np.cumsum(popularity)])
    points = random.random((organisations, PROFILE * _DRAWS)) * before[-1]
    drawn = _drawn(points, before, np.arange(total))
    return _first(drawn, np.full(organisations, PROFILE))


def _capacities(random: np.random.Generator, profile: Cells) -> CapacityColumns:
    owners, terms = _of(profile, "capacity")
    count = len(owners)
    return CapacityColumns(
        organisation=owners,
        term=terms,
        offered=random.random(count) < OFFERED,
        since=never(count),
        until=never(count),
        amount=np.full(count, np.nan),
    )


def _of(profile: Cells, vocabulary: str) -> Cells:
    """The part of the profiles that is of one vocabulary, by its own columns."""
    names = list(TERMS)
    first = sum(TERMS[name] for name in names[: names.index(vocabulary)])
    mine: BoolArray = (profile.columns >= first) & (profile.columns < first + TERMS[vocabulary])
    return Cells(profile.rows[mine], profile.columns[mine] - first)


def _collaborations(random: np.random.Generator, count: int, last: dt.date) -> CollaborationColumns:
    start = np.datetime64(last, "D") - random.integers(0, DAYS, count)
    return CollaborationColumns(
        ids=_ids("c", count),
        titles=tuple(f"Samarbejde {number}" for number in range(count)),
        purposes=(None,) * count,
        areas=(None,) * count,
        funding_sources=(None,) * count,
        start=start,
        end=start + random.integers(*LASTS, count),
        themes=Cells(np.arange(count), random.integers(0, TERMS["theme"], count)),
        target_groups=Cells(_none(), _none()),
    )


def _none() -> IntArray:
    return np.empty(0, np.int64)
