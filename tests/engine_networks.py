"""Random small networks, for properties that hold on all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from matcher.brief import Brief, Near, Need
from matcher.landscape import (
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
    TieRow,
)
from matcher.recipe import Recipe
from matcher.signals import SIGNALS
from tests.engine_factories import AS_OF

TERMS = {
    "capacity": ("bus", "hall", "hands", "kitchen"),
    "theme": ("green", "health", "song"),
    "target_group": ("old", "young"),
    "kind": ("club", "school"),
}
# Names that need the id to tell them apart, words that several share, and Danish letters that
# need Danish order.
NAMES = ("Ærø", "Aabenraa", "Zoo", "Klub", "Klub", "Ærø Klub", "Zooskolen", "Skolen i Byen", "1")
# Words that stand in one another, and a name; a sentence is some of them.
WORDS = ("havn", "havnebad", "bad", "sang", "og", "Zooskolen", "Byen", "demensvenlig", "demens")
PLACES = (None, "Byen", "Øen", "Byen; Øen")
FUNDS = (None, "Nordea Fonden", "Nordea Puljen", "Staten")


def _days() -> st.SearchStrategy[date | None]:
    near = st.integers(-2000, 400).map(lambda days: AS_OF + timedelta(days=days))
    return st.none() | near | st.just(AS_OF)


def _texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


def _some(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True)


@st.composite
def organisations(draw: st.DrawFn, least: int = 1) -> tuple[OrganisationRow, ...]:
    """Up to nine organisations; a parent is always an earlier one, so chains have an end."""
    keys = [f"o{i}" for i in range(draw(st.integers(least, 9)))]
    return tuple(
        OrganisationRow(
            id=key,
            name=draw(st.sampled_from(NAMES)),
            sector=draw(st.sampled_from([None, "association", "public", "business"])),
            kind=draw(st.none() | st.sampled_from(TERMS["kind"])),
            parent=draw(st.none() | st.sampled_from(keys[:i])) if i else None,
            municipality=draw(st.sampled_from([None, "Byen", "Øen"])),
            district=draw(st.sampled_from([None, "Nord"])),
            postcode=draw(st.sampled_from([None, "1000", "2000"])),
            lat=draw(st.none() | st.just(55.66) | st.floats(55.0, 56.0)),
            lon=draw(st.none() | st.just(12.5) | st.floats(9.0, 12.6)),
            open_to_partners=draw(st.sampled_from([None, None, True, False])),
            hidden=draw(st.integers(0, 9)) == 0,
            description=draw(st.none() | _texts()),
            country=draw(st.sampled_from([None, "Danmark", "Byen"])),
        )
        for i, key in enumerate(keys)
    )


@st.composite
def networks(draw: st.DrawFn, least: int = 1) -> Rows:
    """Organisations with profiles, collaborations and reported ties."""
    own = draw(organisations(least))
    key = st.sampled_from([row.id for row in own])
    capacities = st.builds(
        CapacityRow,
        organisation=key,
        side=st.sampled_from(["offers", "needs"]),
        term=st.sampled_from(TERMS["capacity"]),
        until=_days(),
        amount=st.sampled_from([None, None, 0.0, 2.0, 10.0]),
    )
    interests = st.sampled_from(["theme", "target_group"]).flatmap(
        lambda vocabulary: st.builds(
            InterestRow,
            organisation=key,
            vocabulary=st.just(vocabulary),
            term=st.sampled_from(TERMS[vocabulary]),
        )
    )
    joint = tuple(
        CollaborationRow(
            id=f"c{i}",
            title=f"C{i}",
            start=draw(_days()),
            end=draw(_days()),
            themes=tuple(draw(_some(TERMS["theme"]))),
            target_groups=tuple(draw(_some(TERMS["target_group"]))),
            purpose=draw(st.none() | _texts()),
            area=draw(st.sampled_from(PLACES)),
            funding_source=draw(st.sampled_from(FUNDS)),
        )
        for i in range(draw(st.integers(0, 5)))
    )
    parts = st.builds(
        ParticipationRow,
        collaboration=st.sampled_from([row.id for row in joint] or ["c0"]),
        organisation=key,
        since=_days(),
        until=_days(),
    )
    ties = draw(
        st.lists(
            st.builds(
                TieRow,
                id=st.just("t"),
                a=key,
                b=key,
                date=_days(),
                end=_days(),
                confidence=st.none() | st.floats(0, 1),
            ),
            max_size=8,
        )
    )
    return Rows(
        organisations=own,
        terms=_terms(),
        capacities=tuple(draw(st.lists(capacities, max_size=20))),
        interests=tuple(draw(st.lists(interests, max_size=14))),
        collaborations=joint,
        participations=tuple(draw(st.lists(parts, max_size=18))) if joint else (),
        ties=tuple(replace(tie, id=f"t{i}") for i, tie in enumerate(ties)),
    )


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    """Any weights and values for the unknown; at least one weight is above 0."""
    weights = {name: draw(st.sampled_from([0.0, 0.1, 1.0, 2.5])) for name in SIGNALS}
    weights[draw(st.sampled_from(list(SIGNALS)))] = 1.5
    unknown = {name: draw(st.sampled_from([0.0, 0.0, 0.3])) for name in SIGNALS}
    return Recipe(name="random", weights=weights, unknown=unknown)


@st.composite
def briefs(draw: st.DrawFn, rows: Rows) -> Brief:
    """Any idea for the landscape of these rows; its asker, if it has one, is not in already."""
    number = len(rows.organisations)
    row = st.integers(0, number - 1)
    members = draw(st.lists(row, max_size=2, unique=True))
    free = [each for each in range(number) if each not in members]
    needs = draw(st.lists(st.integers(0, len(TERMS["capacity"]) - 1), unique=True, max_size=3))
    return Brief(
        purpose=draw(_texts()),
        themes=tuple(draw(_columns("theme"))),
        target_groups=tuple(draw(_columns("target_group"))),
        needs=tuple(
            Need(term=term, amount=draw(st.sampled_from([None, 1.0, 5.0]))) for term in needs
        ),
        area=draw(st.sampled_from([*PLACES, "Nord", "Månen"])),
        near=draw(st.none() | st.just(Near(lat=55.66, lon=12.5, km=30.0))),
        funding_source=draw(st.sampled_from(FUNDS)),
        asker=draw(st.none() | st.sampled_from(free)) if free else None,
        members=tuple(members),
        sectors=tuple(draw(st.lists(st.integers(0, 2), unique=True, max_size=2))),
        exclude=tuple(draw(st.lists(row, max_size=1))),
    )


def _columns(vocabulary: str) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, len(TERMS[vocabulary]) - 1), unique=True, max_size=2)


def asking(rows: Rows) -> st.SearchStrategy[tuple[Rows, int | Brief]]:
    """The rows with somebody who asks: an organisation, or an idea."""
    row = st.integers(0, len(rows.organisations) - 1)
    return st.tuples(st.just(rows), row | briefs(rows))


def crowded(seed: int, organisations: int = 24) -> Rows:
    """A network in which nearly everything is known of everybody; the same for the same seed."""
    random = Random(seed)
    keys = [f"o{i:02}" for i in range(organisations)]

    def said(most: int) -> str:
        return " ".join(random.choices(WORDS, k=random.randint(1, most)))

    def some(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(random.sample(values, random.randint(0, len(values))))

    def days_ago(most: int) -> date:
        return AS_OF - timedelta(days=random.randint(0, most))

    own = tuple(
        OrganisationRow(
            id=key,
            name=f"{random.choice(NAMES)} {random.choice(WORDS).title()}",
            sector=random.choice(["association", "public", "business"]),
            kind=random.choice(TERMS["kind"]),
            municipality=random.choice(["Byen", "Øen", None]),
            district=random.choice([None, "Nord", "Syd"]),
            postcode=random.choice([None, "1000", "2000"]),
            lat=random.choice([None, random.uniform(55.6, 55.7)]),
            lon=12.5,
            open_to_partners=random.choice([None, True]),
            description=said(8),
            country=random.choice([None, "Danmark"]),
        )
        for key in keys
    )
    joint = tuple(
        CollaborationRow(
            id=f"c{i:02}",
            title=said(3),
            start=days_ago(2000),
            end=random.choice([None, days_ago(300)]),
            themes=some(TERMS["theme"]),
            target_groups=some(TERMS["target_group"]),
            purpose=said(8),
            area=random.choice(PLACES),
            funding_source=random.choice(FUNDS),
        )
        for i in range(organisations)
    )
    return Rows(
        organisations=own,
        terms=_terms(),
        capacities=tuple(
            CapacityRow(organisation=key, side=side, term=term, amount=random.choice([None, 3.0]))
            for key in keys
            for side in ("offers", "needs")
            for term in some(TERMS["capacity"])
        ),
        interests=tuple(
            InterestRow(organisation=key, vocabulary=vocabulary, term=term)
            for key in keys
            for vocabulary in ("theme", "target_group")
            for term in some(TERMS[vocabulary])
        ),
        collaborations=joint,
        participations=tuple(
            ParticipationRow(collaboration=row.id, organisation=member)
            for row in joint
            for member in random.sample(keys, random.randint(1, 5))
        ),
        ties=tuple(
            TieRow(id=f"t{i:02}", a=a, b=b, confidence=random.random())
            for i, (a, b) in enumerate(random.sample(keys, 2) for _ in range(organisations))
        ),
    )


def _terms() -> tuple[TermRow, ...]:
    return tuple(
        TermRow(id=term, vocabulary=vocabulary, da=term, en=term)
        for vocabulary, terms in TERMS.items()
        for term in terms
    )


def shuffled(rows: Rows, seed: int) -> Rows:
    """The same rows in another order."""
    random = Random(seed)
    parts = {
        name: tuple(random.sample(getattr(rows, name), len(getattr(rows, name))))
        for name in Rows.__slots__
    }
    return Rows(**parts)
