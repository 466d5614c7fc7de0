from __future__ import annotations

import numpy as np
import pytest

from matcher.landscape import TermRow
from matcher.landscape.vocabulary import in_order, rarity


@pytest.mark.parametrize("among", [0, 1, 2, 5, 1000])
def test_the_fewer_have_a_term_the_rarer_and_never_nothing(among: int) -> None:
    values = rarity(np.arange(0.0, among + 1), among)
    assert ((values > 0) & (values <= 1)).all()
    assert (np.diff(values) <= 0).all()
    assert values[min(1, among)] == 1.0


def test_a_term_is_in_its_vocabulary_once_by_id() -> None:
    b = TermRow(id="b", vocabulary="theme", da="B", en="B")
    a = TermRow(id="a", vocabulary="theme", da="A", en="A")
    other = TermRow(id="a", vocabulary="kind", da="A", en="A")
    assert in_order([b, a, other, b], "theme") == (a, b)
