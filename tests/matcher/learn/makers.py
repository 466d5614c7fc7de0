"""Networks whose history has a known reason, and lists with known answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import numpy as np

from matcher.landscape import Rows
from matcher.landscape.arrays import FloatArray
from matcher.learn.fitting import Weights
from matcher.learn.lists import Lists, asked_of_all
from matcher.learn.seen import Seen
from matcher.recipe import Recipe
from tests.engine_factories import make_collaboration, make_organisation, make_recipe, make_rows

FIRST = date(2020, 1, 1)
UNTIL = date(2024, 1, 1)
SIGNALS = ("shared_themes", "nearness", "other_sector")
GROUPS = 12


def make_history(
    organisations: int = 72, collaborations: int = 160, seed: int = 1, by_theme: bool = True
) -> Rows:
    """Collaborations of three, one every nine days, of one theme each; all else is chance.

    Themes are those that organisations declare; where they live and their sectors say nothing of
    who meets. Without `by_theme` who meets is chance, too.
    """
    random = Random(seed)
    keys = [f"o{number:02}" for number in range(organisations)]
    groups = [keys[number::GROUPS] for number in range(GROUPS)]
    return make_rows(
        *(
            make_organisation(
                key,
                name=f"Aktør {key}",
                sector=random.choice(["association", "public", "business"]),
                lat=random.uniform(55.0, 57.0),
                lon=random.uniform(9.0, 12.0),
            )
            for key in keys
        ),
        themes={key: [f"theme{number % GROUPS:02}"] for number, key in enumerate(keys)},
        joint=[
            make_collaboration(
                f"c{number:03}",
                random.sample(random.choice(groups) if by_theme else keys, 3),
                title=f"Samarbejde {number}",
                start=FIRST + timedelta(days=9 * number),
                end=FIRST + timedelta(days=9 * number + 200),
            )
            for number in range(collaborations)
        ],
    )


def make_shipped(**weights: float) -> Recipe:
    """A recipe that gives the theme a small part, unless weights are given."""
    return make_recipe(
        {"nearness": 0.5}, **(weights or {"shared_themes": 0.3, "nearness": 1.0, "other_sector": 1})
    )


def make_lists(values: Sequence[FloatArray], relevant: Sequence[int], say: float = 0.0) -> Lists:
    """Lists of candidates (rows × signals), each with the row that is relevant."""
    found = [
        Seen(
            values=each,
            relevant=np.arange(len(each)) == right,
            partner=np.zeros(len(each), np.bool_),
        )
        for each, right in zip(values, relevant, strict=True)
    ]
    return asked_of_all(found, say or len(found))


def make_weights(*full: float, blank: Sequence[float] | None = None) -> Weights:
    """Weights, those of the unknown 0 unless given."""
    return Weights(full=np.array(full), blank=np.array(blank or [0.0] * len(full)))
