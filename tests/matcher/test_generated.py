"""A network by chance has the shape that is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.generated import SIZES, TERMS, generated
from matcher.landscape import build
from matcher.landscape.columns import Columns
from tests.engine_factories import AS_OF, same

MANY = 4000


@pytest.fixture(scope="module")
def network() -> Columns:
    """A network of MANY organisations."""
    return generated(MANY)


def test_organisations_take_part_in_five_collaborations_on_average(network: Columns) -> None:
    assert len(network.participations.organisation) / MANY == pytest.approx(5, abs=0.1)


def test_two_to_eight_take_part_in_a_collaboration(network: Columns) -> None:
    parts = network.participations
    sizes = np.bincount(parts.collaboration)
    assert (sizes.min(), sizes.max()) == SIZES
    pairs = set(zip(parts.collaboration.tolist(), parts.organisation.tolist(), strict=True))
    assert len(pairs) == len(parts.organisation)


def test_a_few_take_part_in_very_many(network: Columns) -> None:
    number = np.sort(np.bincount(network.participations.organisation, minlength=MANY))
    assert number[-MANY // 100 :].sum() > 0.1 * number.sum()
    assert number[-1] > 20 * np.median(number)


def test_everybody_has_eight_terms_of_three_hundred(network: Columns) -> None:
    assert sum(TERMS.values()) == 300
    owners = [network.capacities.organisation, network.themes.rows, network.target_groups.rows]
    number = np.bincount(np.concatenate(owners), minlength=MANY)
    assert number.max() == 8
    assert number.mean() > 7.9


def test_the_same_seed_gives_the_same_network_and_another_another() -> None:
    one, again, other = (build(generated(300, seed), as_of=AS_OF, revision=1) for seed in (1, 1, 2))
    assert same(one, again)
    assert not same(one, other)


@pytest.mark.parametrize("organisations", [1, 2, 9])
def test_the_smallest_networks_can_be_made(organisations: int) -> None:
    assert len(build(generated(organisations), as_of=AS_OF, revision=1)) == organisations
