"""Places that stay while organisations come and go, on both databases."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import numpy as np
import pytest
from sqlalchemy import text

from matcher.errors import Refusal
from matcher.network.placing import Arrangement
from matcher.services import arrange_map as service
from matcher.services.access import OPERATOR, Actor
from matcher.services.arrange_map import arrange_map, rearrange_map
from matcher.services.installation import Installation
from matcher.store.documents import organisations
from matcher.store.documents.table import write
from matcher.store.queries.map_places import kept_places, laid_out
from matcher.store.unit_of_work import revision
from matcher.wording.message import message
from tests.matcher.network.nets import make_planted

AS_OF = date(2026, 5, 1)
TIES = make_planted(3, 20)


@pytest.fixture
def network(installation: Installation) -> Installation:
    """Sixty organisations in three groups, and two that know nobody."""
    add(installation, range(62))
    return installation


def add(installation: Installation, numbers: range, **fields: object) -> None:
    with installation.writing(OPERATOR) as work:
        write(
            work,
            "organisation",
            {
                f"o{number:03}": {**organisations.EMPTY, "name": f"Forening {number:03}", **fields}
                for number in numbers
            },
        )
        work.commit()


def arrange(installation: Installation, *more: tuple[str, str]) -> dict[str, tuple[float, float]]:
    """Places by id, with the planted ties and some more."""
    landscape, found = arrangement(installation, *more)
    return {key: tuple(found.place[row].tolist()) for key, row in landscape.index.items()}


def arrangement(installation: Installation, *more: tuple[str, str]):
    landscape = installation.landscape(AS_OF)
    pairs = [(f"o{a:03}", f"o{b:03}") for a, b in TIES.tolist()] + list(more)
    here = [(a, b) for a, b in pairs if a in landscape.index and b in landscape.index]
    ends = np.array([(landscape.index[a], landscape.index[b]) for a, b in here], dtype=np.int64)
    ends = ends.reshape(-1, 2)
    return landscape, arrange_map(installation, landscape, ends, np.ones(len(ends)))


def test_a_new_organisation_stands_among_its_partners_and_nobody_moves(
    network: Installation,
) -> None:
    before = arrange(network)
    add(network, range(62, 63))
    now = arrange(network, ("o062", "o000"), ("o062", "o001"))
    everybody = np.array(list(before.values()))
    diagonal = np.linalg.norm(np.ptp(everybody, axis=0))
    moved = [np.linalg.norm(np.subtract(now[key], before[key])) for key in before]
    assert max(moved) <= 0.01 * diagonal
    partners = (np.array(now["o000"]) + np.array(now["o001"])) / 2
    assert np.linalg.norm(np.array(now["o062"]) - partners) < 0.25 * diagonal


def test_places_are_there_after_a_restart(network: Installation) -> None:
    before = arrange(network)
    again = Installation(network.settings)
    assert arrange(again) == before
    again.close()


def test_what_was_computed_once_is_not_laid_out_again(
    network: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrange(network)
    monkeypatch.setattr("matcher.network.placing.layout", lambda *_: pytest.fail("laid out again"))
    arrange(network)


def test_who_goes_leaves_a_hole(network: Installation) -> None:
    before = arrange(network)
    with network.writing(OPERATOR) as work:
        write(work, "organisation", {"o005": None})
        work.commit()
    now = arrange(network)
    assert "o005" not in now
    assert all(now[key] == before[key] for key in now)
    assert "o005" not in kept(network).ids


def test_a_hidden_one_comes_back_to_its_place(network: Installation) -> None:
    before = arrange(network)
    add(network, range(7, 8), hidden=True)
    assert arrange(network)["o007"] == (0.0, 0.0)
    add(network, range(7, 8), hidden=False)
    assert arrange(network)["o007"] == before["o007"]


def test_a_network_that_grew_by_a_fifth_is_laid_out_anew(network: Installation) -> None:
    arrange(network)
    first = made(network)
    add(network, range(62, 66))
    assert not arrangement(network)[1].anew
    assert made(network) == first
    add(network, range(66, 76))
    assert arrangement(network)[1].anew
    assert made(network) != first
    assert len(kept(network).ids) == 76


def test_it_is_laid_out_anew_when_somebody_asks(network: Installation) -> None:
    first = arrange(network)
    add(network, range(62, 65))
    ties = [("o062", "o000"), ("o063", "o020"), ("o064", "o063")]
    grown = arrange(network, *ties)
    rearrange_map(network, OPERATOR)
    assert made(network) is None
    now = arrange(network, *ties)
    assert {key: now[key] for key in first} != first
    assert now != grown
    assert made(network) is not None


def test_readers_may_not_ask_for_it(network: Installation) -> None:
    with pytest.raises(Refusal) as refused:
        rearrange_map(network, Actor(role="reader"))
    assert refused.value.code == "forbidden"


def test_it_makes_no_history_and_no_revision(network: Installation) -> None:
    with network.reading() as session:
        before = revision(session)
        told = session.execute(text("SELECT count(*) FROM change")).scalar_one()
    arrange(network)
    rearrange_map(network, OPERATOR)
    with network.reading() as session:
        assert revision(session) == before
        assert session.execute(text("SELECT count(*) FROM change")).scalar_one() == told


def test_of_two_at_once_the_second_takes_what_the_first_kept(
    network: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both find nothing kept; the second learns of it only when it writes."""
    other = Installation(network.settings)
    original = service.arranged
    both = threading.Barrier(2, timeout=10)
    seen: list[bool] = []

    def together(*arguments: object) -> Arrangement:
        kept_before = arguments[3]
        if kept_before is None:
            both.wait()
        seen.append(kept_before is None)
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(service, "arranged", together)
    answers: dict[int, dict[str, tuple[float, float]]] = {}
    threads = [
        threading.Thread(target=lambda n=number, i=each: answers.update({n: arrange(i)}))
        for number, each in enumerate((network, other))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    other.close()
    assert answers[0] == answers[1]
    assert sorted(seen) == [False, True, True]
    assert len(kept(network).ids) == 62


def test_a_map_that_cannot_be_kept_is_drawn_all_the_same(
    network: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def full(_actor: Actor) -> Iterator[None]:
        raise Refusal("unavailable", message("The disk is full."))
        yield

    network.landscape(AS_OF)
    with monkeypatch.context() as patch:
        patch.setattr(network, "writing", full)
        assert len(arrange(network)) == 62
    assert made(network) is None


def test_an_empty_network(installation: Installation) -> None:
    assert arrange(installation) == {}
    add(installation, range(1))
    assert list(arrange(installation)) == ["o000"]


def kept(installation: Installation):
    with installation.reading() as session:
        return kept_places(session)


def made(installation: Installation):
    with installation.reading() as session:
        return laid_out(session)
