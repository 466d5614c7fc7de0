"""A network of any size, made by chance and a seed, with the shape of real ones."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from matcher.landscape import (
    SECTORS,
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
)
from matcher.landscape.arrays import IntArray

COLLABORATIONS = 5  # an organisation, on average
SIZES = (2, 8)
PROFILE = 8  # terms an organisation
TERMS = {"capacity": 150, "theme": 100, "target_group": 50}
NEIGHBOURS = 200  # organisations of a district
LOCAL = 0.8  # share of a collaboration's members that come from one district
FIRST, DAYS = date(2016, 1, 1), 3650


def generated(organisations: int, seed: int = 1) -> Rows:
    """Rows of so many organisations: heavy-tailed degrees, most partners in one's own district.

    Five collaborations each on average, of two to eight participants, and eight profile terms of
    three hundred, popular ones more often.
    """
    random = np.random.default_rng(seed)
    districts = max(1, organisations // NEIGHBOURS)
    home = random.integers(0, districts, organisations)
    weight = random.pareto(2.0, organisations) + 0.3
    members = _members(random, home, weight, organisations * COLLABORATIONS * 2 // sum(SIZES))
    return Rows(
        organisations=tuple(_organisation(random, i, int(home[i])) for i in range(organisations)),
        terms=tuple(
            TermRow(id=f"{vocabulary}{i}", vocabulary=vocabulary, da=f"Ord {i}", en=f"Word {i}")
            for vocabulary, count in TERMS.items()
            for i in range(count)
        ),
        **_profiles(random, organisations),
        collaborations=tuple(_collaboration(random, i) for i in range(len(members))),
        participations=tuple(
            ParticipationRow(collaboration=f"c{i}", organisation=f"o{member}")
            for i, who in enumerate(members)
            for member in who.tolist()
        ),
    )


def _organisation(random: np.random.Generator, number: int, district: int) -> OrganisationRow:
    centre = np.random.default_rng(district).uniform((55.0, 8.5), (57.0, 12.5))
    lat, lon = centre + random.normal(0, 0.02, 2)
    return OrganisationRow(
        id=f"o{number}",
        name=f"Aktør {number}",
        sector=SECTORS[random.choice(3, p=[0.6, 0.2, 0.2])],
        district=f"Distrikt {district}",
        lat=float(lat) if random.random() < 0.8 else None,
        lon=float(lon),
    )


def _members(
    random: np.random.Generator, home: IntArray, weight: np.ndarray, count: int
) -> list[IntArray]:
    """Participants of each collaboration, drawn by weight, mostly from one district."""
    everybody = weight / weight.sum()
    anywhere = random.choice(len(home), count * SIZES[1], p=everybody).reshape(count, SIZES[1])
    sizes = random.integers(SIZES[0], SIZES[1] + 1, count)
    local = random.random((count, SIZES[1])) < LOCAL
    place = home[anywhere[:, 0]]
    found: list[IntArray] = [np.empty(0, np.int64)] * count
    for district in np.unique(place):
        here = np.flatnonzero(home == district)
        chance = weight[here] / weight[here].sum()
        for i in np.flatnonzero(place == district):
            drawn = random.choice(here, SIZES[1], p=chance)
            found[i] = np.unique(np.where(local[i], drawn, anywhere[i])[: sizes[i]])
    return found


def _profiles(
    random: np.random.Generator, organisations: int
) -> dict[str, tuple[CapacityRow, ...] | tuple[InterestRow, ...]]:
    capacities: list[CapacityRow] = []
    interests: list[InterestRow] = []
    total = sum(TERMS.values())
    popularity = 1.0 / (np.arange(total) % 50 + 3)
    drawn = random.choice(total, (organisations, PROFILE), p=popularity / popularity.sum())
    names = [f"{vocabulary}{i}" for vocabulary, count in TERMS.items() for i in range(count)]
    for i, terms in enumerate(drawn.tolist()):
        for term in sorted(set(terms)):
            name, owner = names[term], f"o{i}"
            if name.startswith("capacity"):
                side = "offers" if random.random() < 0.6 else "needs"
                capacities.append(CapacityRow(organisation=owner, side=side, term=name))
            else:
                kind = "theme" if name.startswith("theme") else "target_group"
                interests.append(InterestRow(organisation=owner, vocabulary=kind, term=name))
    return {"capacities": tuple(capacities), "interests": tuple(interests)}


def _collaboration(random: np.random.Generator, number: int) -> CollaborationRow:
    start = FIRST + timedelta(days=int(random.integers(0, DAYS)))
    lasts = timedelta(days=int(random.integers(100, 1500)))
    theme = f"theme{random.integers(0, TERMS['theme'])}"
    return CollaborationRow(
        id=f"c{number}", title=f"Samarbejde {number}", start=start, end=start + lasts,
        themes=(theme,),
    )  # fmt: skip
