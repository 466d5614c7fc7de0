"""Where an agreement stands; what is not known is not none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.partnership.acceptance import Standing, VersionAccepted, standing

PARTIES = st.lists(st.sampled_from("abcd"), unique=True, max_size=4)
VERSIONS = st.lists(st.frozensets(st.sampled_from("abcd")), max_size=4).map(
    lambda sets: [VersionAccepted(number=n, by=by) for n, by in enumerate(sets, start=1)]
)


def stands(*accepted: str, parties: str = "ab", **more: object) -> Standing:
    """Where it stands when these accepted version 1, 2, …: each text is a set of parties."""
    versions = [VersionAccepted(number=n, by=frozenset(by)) for n, by in enumerate(accepted, 1)]
    options = {"recorded": None, "drafted": True, **more}
    return standing(versions=versions, parties=list(parties), **options)  # type: ignore[arg-type]  # of several types


@pytest.mark.parametrize(
    ("recorded", "state"),
    [(None, "not_known"), ("none", "none"), ("oral", "oral"), ("written", "elsewhere")],
)
def test_without_a_draft_it_is_what_is_recorded(recorded: str | None, state: str) -> None:
    assert stands(recorded=recorded, drafted=False).state == state
    assert stands(recorded=recorded, drafted=True).state == "draft"


def test_it_is_laid_before_accepted_by_some_by_all() -> None:
    assert stands("").state == "laid_before"
    assert stands("b").state == "some"
    assert stands("b").missing == ("a",)
    assert stands("ab").state == "all"
    assert stands("ab").in_force == 1


def test_a_new_version_waits_while_the_old_one_holds() -> None:
    found = stands("ab", "a")
    assert (found.state, found.number, found.in_force) == ("some", 2, 1)


def test_who_left_need_not_accept_and_who_came_has_not() -> None:
    assert stands("a", parties="a").state == "all"
    assert stands("ab", parties="abc").missing == ("c",)
    assert stands("ab", parties="abc").in_force is None


def test_nobody_left_is_not_everybody() -> None:
    assert stands("ab", parties="").state == "laid_before"
    assert stands("ab", parties="").in_force is None


@given(VERSIONS, PARTIES)
def test_everybody_has_accepted_or_is_missing(
    versions: list[VersionAccepted], parties: list[str]
) -> None:
    found = standing(recorded=None, drafted=True, versions=versions, parties=parties)
    if versions:
        assert sorted(found.accepted + found.missing) == sorted(parties)
        assert (found.state == "all") == (found.in_force == found.number)
    else:
        assert found.state == "draft"
