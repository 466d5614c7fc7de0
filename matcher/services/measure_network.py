"""The measures of the network: computed once for a revision of the records and a day."""

from __future__ import annotations

import threading
from datetime import date
from weakref import WeakKeyDictionary

from matcher.network.measures import NetworkMeasures, as_plain, from_plain, measured
from matcher.services.access import Actor, require
from matcher.services.draw_map import network_of
from matcher.services.installation import Installation
from matcher.services.jobs.asking import ask, stands
from matcher.services.jobs.board import Standing
from matcher.store.queries.measurements import (
    KeptMeasurement,
    keep_measurement,
    measurement,
    newest_measurement,
)
from matcher.store.unit_of_work import revision

MEASURES_JOB = "measures"

AT_ONCE = 1_000
"""So many organisations take less than a second: no job is needed."""

_read: WeakKeyDictionary[Installation, NetworkMeasures] = WeakKeyDictionary()
_lock = threading.Lock()


def kept_measures(
    installation: Installation, actor: Actor, *, as_of: date
) -> NetworkMeasures | None:
    """The measures of the newest revision as of a day; None where they are not computed yet.

    Who may see the map may have it follow them.
    """
    require(actor, "draw_map")
    with installation.reading() as session:
        number = revision(session)
        known = _known(installation, number, as_of)
        return known or _understood(installation, measurement(session, number, as_of))


def measures_at_hand(
    installation: Installation, actor: Actor, *, as_of: date
) -> NetworkMeasures | None:
    """The same; those of a small network are computed at once where they are not kept."""
    require(actor, "explore_map")
    kept = kept_measures(installation, actor, as_of=as_of)
    if kept is None and len(installation.landscape(as_of)) <= AT_ONCE:
        return _computed(installation, actor, as_of)
    return kept


def last_measures(installation: Installation, actor: Actor) -> NetworkMeasures | None:
    """Those computed last, of whatever revision and day; organisations may have changed since."""
    require(actor, "explore_map")
    with installation.reading() as session:
        return _understood(installation, newest_measurement(session))


def measure_network(installation: Installation, actor: Actor, *, as_of: date) -> NetworkMeasures:
    """Compute the measures of the newest revision as of a day and keep them, unless they are kept.

    Of at most 10,000 organisations exactly, in half a minute or less; beyond that from some
    sources, with the error stated (see `matcher.network.measures.sampled`).
    """
    require(actor, "explore_map")
    kept = kept_measures(installation, actor, as_of=as_of)
    return kept or _computed(installation, actor, as_of)


def request_measures(installation: Installation, actor: Actor, *, as_of: date) -> bool:
    """Have a worker compute them; False if one is asked already.

    Refusal (unavailable) where there is no queue for jobs.
    """
    require(actor, "explore_map")
    return ask(installation, MEASURES_JOB, as_of=as_of.isoformat())


def measuring_stands(installation: Installation, actor: Actor) -> Standing:
    """How the job stands. Refusal as for `request_measures`."""
    require(actor, "explore_map")
    return stands(installation, MEASURES_JOB)


def _computed(installation: Installation, actor: Actor, as_of: date) -> NetworkMeasures:
    found = measured(network_of(installation, as_of))
    with installation.writing(actor) as work:
        keep_measurement(work, found.revision, found.as_of, as_plain(found))
        work.commit()
    with _lock:
        _read[installation] = found
    return found


def _known(installation: Installation, number: int, as_of: date) -> NetworkMeasures | None:
    with _lock:
        known = _read.get(installation)
    fits = known is not None and (known.revision, known.as_of) == (number, as_of)
    return known if fits else None


def _understood(installation: Installation, kept: KeptMeasurement | None) -> NetworkMeasures | None:
    if kept is None:
        return None
    known = _known(installation, kept.revision, kept.as_of)
    if known is None:
        known = from_plain(kept.content, revision=kept.revision, as_of=kept.as_of)
        if known is not None:
            with _lock:
                _read[installation] = known
    return known
