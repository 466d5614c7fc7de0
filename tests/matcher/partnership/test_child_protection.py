"""A certificate is asked for from the ages of target groups; what is not known is not a no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.child_protection import AGE, Ages, certificate

YEARS = st.none() | st.integers(0, 100)
GROUPS = st.lists(st.tuples(YEARS, YEARS), max_size=5)


@pytest.mark.parametrize(
    ("groups", "answer"),
    [
        ([(0, 12)], "applies"),
        ([(13, 25)], "applies"),
        ([(14, None)], "applies"),
        ([(0, None)], "applies"),
        ([(None, 14)], "applies"),
        ([(15, 20)], "does_not"),
        ([(60, None)], "does_not"),
        ([(60, None), (0, 12)], "applies"),
        ([(60, None), (None, None)], "not_known"),
        ([(None, 66)], "not_known"),
        ([], "not_known"),
    ],
)
def test_the_ages_tell(groups: list[Ages], answer: str) -> None:
    assert certificate(groups) == answer


def test_what_the_ages_do_not_tell_the_parties_do() -> None:
    assert certificate([], contact=True) == "applies"
    assert certificate([], contact=False) == "does_not"
    assert certificate([(60, None)], contact=True) == "applies"
    assert certificate([(0, 12)], contact=False) == "applies"


@given(GROUPS)
def test_a_group_of_children_is_never_overlooked(groups: list[Ages]) -> None:
    assert certificate([*groups, (AGE - 1, None)]) == "applies"


@given(GROUPS)
def test_it_does_not_apply_only_where_every_age_is_known(groups: list[Ages]) -> None:
    if certificate(groups) == "does_not":
        assert groups
        assert all(youngest is not None and youngest >= AGE for youngest, _ in groups)


@given(GROUPS)
def test_the_order_of_the_groups_does_not_count(groups: list[Ages]) -> None:
    assert certificate(groups) == certificate(groups[::-1])
