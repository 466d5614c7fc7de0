"""Real folders give what another implementation of the same protocol gets."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from matcher.evaluate import metrics
from matcher.evaluate.measure import measure
from matcher.evaluate.peers import lacking, peers
from matcher.evaluate.reading import read_folder
from matcher.evaluate.split import Split, drawn, split
from tests.missing import missing

DATA = Path(__file__).parents[4] / "shared" / "data"


@cache
def _split(name: str, cut: str) -> Split:
    return split(read_folder(DATA / name), dt.date.fromisoformat(cut))


@pytest.fixture(autouse=True)
def _data() -> None:
    for name in ("dk_esif", "interreg"):
        if not (DATA / name).is_dir():
            missing(f"no data at {DATA / name}")


def test_the_questions_are_as_many() -> None:
    made = _split("dk_esif", "2011-01-01")
    assert (len(made.questions), made.projects) == (446, 113)


@pytest.mark.parametrize(
    ("peer", "recall", "new"),
    [
        ("popularity", 0.15, 0.13),
        ("past_partners", 0.38, None),
        ("common_neighbours", 0.33, 0.20),
        ("adamic_adar", 0.34, 0.19),
        ("resource_allocation", 0.34, 0.17),
        ("same_place", 0.31, 0.26),
        ("mix", 0.384, 0.274),
    ],
)
def test_peers_without_choices_find_as_much(peer: str, recall: float, new: float | None) -> None:
    found = measure(peers(1)[peer], _split("dk_esif", "2011-01-01"))
    assert metrics.mean(found.all.recall) == pytest.approx(recall, abs=0.011)
    if new is not None:
        assert metrics.mean(found.new.recall) == pytest.approx(new, abs=0.011)


@pytest.mark.parametrize(
    ("peer", "recall", "new"),
    [("pagerank", 0.38, 0.21), ("text", 0.22, 0.18), ("als", 0.28, 0.10), ("bm25", 0.25, 0.13)],
)
def test_peers_with_choices_find_no_less(peer: str, recall: float, new: float) -> None:
    if peer in lacking():
        missing("implicit is not installed")
    found = measure(peers(1)[peer], _split("dk_esif", "2011-01-01"))
    assert (metrics.mean(found.all.recall) or 0.0) >= recall
    assert (metrics.mean(found.new.recall) or 0.0) >= new


@pytest.mark.parametrize(
    ("peer", "recall"), [("popularity", 0.03), ("past_partners", 0.10), ("mix", 0.08)]
)
def test_a_large_folder_without_dates_before_the_cut(peer: str, recall: float) -> None:
    made = drawn(_split("interreg", "2014-01-01"), 600, seed=1)
    found = measure(peers(1)[peer], made)
    assert metrics.mean(found.all.recall) == pytest.approx(recall, abs=0.011)
