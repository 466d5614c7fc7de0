"""The landscape that an installation keeps is always that of the newest records."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from matcher.landscape import Landscape
from matcher.services import installation as module
from matcher.services.installation import Installation
from matcher.store import documents
from tests.engine_factories import AS_OF, same
from tests.factories import (
    EDITOR,
    make_capacity,
    make_collaboration,
    make_organisation,
    make_tie,
)

Change = Callable[[Installation], Any]


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The revisions that were built from all records."""
    revisions: list[int] = []
    build = module.build

    def counting(*asked: Any, revision: int, **more: Any) -> Landscape:
        revisions.append(revision)
        return build(*asked, revision=revision, **more)

    monkeypatch.setattr(module, "build", counting)
    return revisions


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The smallest network counts as a large one."""
    monkeypatch.setattr(module, "LARGE", 0)


@pytest.fixture
def network(installation: Installation) -> Installation:
    """A hall, somebody who needs one, and their partner."""
    make_organisation(installation, "Hallen", id="hall", offers=["meeting-room"])
    make_organisation(installation, "Koret", id="choir", needs=["meeting-room"])
    make_organisation(installation, "Caféen", id="cafe", municipality="Byen")
    make_collaboration(installation, "Sang", ["hall", "cafe"], id="song")
    return installation


def change(installation: Installation, key: str, **fields: Any) -> None:
    """Write some fields of an organisation, as a form does."""
    with installation.writing(EDITOR) as work:
        before = documents.read(work.session, "organisation", [key])
        after = {**before[key], **fields}
        documents.write(work, "organisation", {key: after}, before=before)
        work.commit()


def test_it_is_kept_while_nothing_changes(network: Installation, builds: list[int]) -> None:
    assert network.landscape(AS_OF) is network.landscape(AS_OF)
    assert len(builds) == 1


@pytest.mark.usefixtures("large")
def test_the_next_suggestion_sees_what_an_organisation_says_now(
    network: Installation, builds: list[int]
) -> None:
    before = network.landscape(AS_OF)
    change(network, "cafe", name="Café Ø", offers=[make_capacity("transport")], hidden=True)
    now = network.landscape(AS_OF)
    row = now.index["cafe"]
    assert now.names[row] == "Café Ø"
    assert now.offers[[row]].nnz == 1
    assert now.hidden[row]
    assert now.revision == before.revision + 1
    assert len(builds) == 1
    assert before.names[row] == "Caféen"
    assert not before.hidden[row]


@pytest.mark.usefixtures("large")
def test_several_changes_are_followed_at_once(network: Installation, builds: list[int]) -> None:
    network.landscape(AS_OF)
    change(network, "cafe", sector="business")
    change(network, "hall", sector="public")
    change(network, "cafe", sector="association")
    now = network.landscape(AS_OF)
    assert now.sector[[now.index["cafe"], now.index["hall"]]].tolist() == [0, 1]
    assert network.landscape(AS_OF) is now
    assert len(builds) == 1


def _end(installation: Installation) -> None:
    with installation.writing(EDITOR) as work:
        before = documents.read(work.session, "collaboration", ["song"])
        after = {**before["song"], "end": "2020-01-01", "themes": ["green"]}
        documents.write(work, "collaboration", {"song": after}, before=before)
        work.commit()


def _part(installation: Installation) -> None:
    with installation.writing(EDITOR) as work:
        documents.write(work, "collaboration", {"song": None})
        work.commit()


def _delete(installation: Installation) -> None:
    with installation.writing(EDITOR) as work:
        documents.write(work, "organisation", {"choir": None})
        work.commit()


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    "other",
    [
        lambda where: make_collaboration(where, "Dans", ["choir", "cafe"], start="2021-01-01"),
        lambda where: make_tie(where, "choir", "hall", confidence=0.5),
        _end,
        _part,
        lambda where: make_organisation(where, "Ny", id="new", parent="hall"),
        _delete,
    ],
    ids=["collaboration", "tie", "ended", "parted", "new", "deleted"],
)
def test_who_there_is_and_who_works_with_whom_is_followed(
    network: Installation, builds: list[int], other: Change
) -> None:
    network.landscape(AS_OF)
    other(network)
    now = network.landscape(AS_OF)
    assert len(builds) == 1
    afresh = Installation(network.settings)
    built = afresh.landscape(AS_OF)
    afresh.close()
    for name in ("ids", "names", "order", "units", "ties", "current", "past", "coldness",
                 "collaborations", "participation", "derived_themes", "activity",
                 "reported"):  # fmt: skip
        assert same(getattr(now, name), getattr(built, name)), name


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    "other",
    [
        lambda where: change(where, "choir", municipality="Øen"),
        lambda where: make_collaboration(where, "Dans", ["choir", "cafe"], area="Øen"),
    ],
    ids=["area", "area of a collaboration"],
)
def test_what_cannot_be_followed_is_built(
    network: Installation, builds: list[int], other: Change
) -> None:
    network.landscape(AS_OF)
    other(network)
    now = network.landscape(AS_OF)
    assert builds[-1] == now.revision
    assert len(builds) == 2


@pytest.mark.usefixtures("large")
def test_an_import_of_many_is_built(
    network: Installation, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CHANGES", 1)
    network.landscape(AS_OF)
    change(network, "cafe", sector="business")
    change(network, "hall", sector="public")
    network.landscape(AS_OF)
    assert len(builds) == 2


@pytest.mark.usefixtures("large")
def test_another_day_is_built(network: Installation, builds: list[int]) -> None:
    network.landscape(AS_OF)
    change(network, "cafe", sector="business")
    assert network.landscape(AS_OF + timedelta(days=1)).as_of == AS_OF + timedelta(days=1)
    assert len(builds) == 2


def test_a_small_network_is_always_counted_anew(network: Installation, builds: list[int]) -> None:
    before = network.landscape(AS_OF).vocabularies["capacity"]
    change(network, "cafe", offers=[make_capacity("meeting-room")])
    now = network.landscape(AS_OF).vocabularies["capacity"]
    place = now.index["meeting-room"]
    assert now.rarity[place] < before.rarity[place]
    assert len(builds) == 2


@pytest.mark.usefixtures("large")
def test_whoever_asks_at_the_same_time_sees_the_change(network: Installation) -> None:
    network.landscape(AS_OF)
    change(network, "cafe", name="Café Ø")
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: network.landscape(AS_OF), range(16)))
    assert {landscape.names[landscape.index["cafe"]] for landscape in found} == {"Café Ø"}


def test_loading_leaves_the_collector_as_it_was(network: Installation) -> None:
    assert gc.isenabled()
    network.landscape(AS_OF)
    assert gc.isenabled()
    gc.disable()
    try:
        network.landscape(AS_OF + timedelta(days=1))
        assert not gc.isenabled()
    finally:
        gc.enable()
