from __future__ import annotations

from datetime import date

from matcher.landscape import Landscape, TieRow
from matcher.suggest import candidates
from tests.engine_factories import AS_OF, make_collaboration, make_landscape
from tests.engine_factories import make_organisation as org


def _names(landscape: Landscape, asker: str, **options: bool) -> set[str]:
    allowed = candidates(landscape, landscape.index[asker], **options)
    return {key for key, ok in zip(landscape.ids, allowed, strict=True) if ok}


def test_never_itself_its_units_or_what_it_is_a_unit_of() -> None:
    landscape = make_landscape(
        "town", org("health", parent="town"), org("home", parent="health"),
        org("ward", parent="home"), org("sister", parent="health"), org("school", parent="town"),
        "other",
    )  # fmt: skip
    assert _names(landscape, "home") == {"sister", "school", "other"}
    assert _names(landscape, "town") == {"other"}


def test_not_hidden_ones_nor_those_who_said_no() -> None:
    landscape = make_landscape(
        "a", org("hidden", hidden=True), org("no", open_to_partners=False),
        org("yes", open_to_partners=True), "silent",
    )  # fmt: skip
    assert _names(landscape, "a") == {"yes", "silent"}


def test_current_partners_only_when_asked_for() -> None:
    landscape = make_landscape(
        "a", "open", "lasting", "ended", "told", "over",
        joint=[
            make_collaboration("1", ["a", "open"]),
            make_collaboration("2", ["a", "lasting"], end=AS_OF),
            make_collaboration("3", ["a", "ended"], end=date(2026, 2, 28)),
        ],
        ties=[("a", "told"), TieRow(id="x", a="over", b="a", end=date(2025, 1, 1))],
    )  # fmt: skip
    assert _names(landscape, "a") == {"ended", "over"}
    everybody = {"open", "lasting", "ended", "told", "over"}
    assert _names(landscape, "a", include_current=True) == everybody


def test_rows_that_are_excluded_are_no_candidates() -> None:
    landscape = make_landscape("a", "b", "c")
    assert candidates(landscape, 0, exclude={1}).tolist() == [False, False, True]
