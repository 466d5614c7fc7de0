"""A network in the records with enough history to learn from."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.factories import Where, make_collaboration, make_organisation

FIRST = date(2020, 1, 1)
AS_OF = date(2023, 1, 1)
ORGANISATIONS, COLLABORATIONS = 18, 60


def key_of(number: int) -> str:
    """The id of an organisation."""
    return f"o{number:02}"


def make_busy_network(
    where: Where, themes: tuple[str, str, str] = ("loneliness", "green", "food"), seed: int = 1
) -> None:
    """Organisations of three themes, and collaborations within a theme, one every fortnight."""
    random = Random(seed)
    groups: list[list[str]] = [[], [], []]
    for number in range(ORGANISATIONS):
        groups[number % 3].append(
            make_organisation(
                where,
                f"Aktør {number:02}",
                id=key_of(number),
                sector=random.choice(["association", "public", "business"]),
                themes=[themes[number % 3]],
            )
        )
    for number in range(COLLABORATIONS):
        start = FIRST + timedelta(days=14 * number)
        make_collaboration(
            where,
            f"Samarbejde {number}",
            random.sample(random.choice(groups), 3),
            start=start,
            end=start + timedelta(days=100),
        )
