"""Importing the outlines of areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.geojson_file import FaultyArea, read_areas
from matcher.exchange.limits import Limits
from matcher.exchange.source import Source
from matcher.network.place.bounds import DISTRICT, LEVELS, MUNICIPALITY
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.store.queries import boundaries
from matcher.store.queries.boundaries import BoundaryLine
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import fold
from matcher.wording.message import message

LONGEST = 200
TOLD = ("name", "municipality", "source")
"""What the history keeps of a boundary; its outline would fill it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundaryOptions:
    """What a file of boundaries does not say itself.

    `level` is municipality or district; `municipality` the one that the districts are in, empty if
    they are in several; `name_field` the property with the names, if it must be said; `source`
    whom to name beside the map.
    """

    level: str = MUNICIPALITY
    municipality: str = ""
    name_field: str | None = None
    source: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundariesRead:
    """The names of areas by what was done with them, and what could not be taken."""

    created: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    faulty: tuple[FaultyArea, ...]
    name_field: str


def import_boundaries(
    installation: Installation, actor: Actor, source: Source, options: BoundaryOptions
) -> BoundariesRead:
    """Keep the outlines in a GeoJSON file; those of the same level, municipality and name change.

    All sound areas are written in one transaction with their history, or nothing is. Refusal as
    `matcher.exchange.geojson_file.read_areas`; invalid for options that cannot be.
    """
    require(actor, "import_boundaries")
    given = _checked(options)
    settings = installation.settings
    limits = Limits.of_megabytes(
        uploaded=settings.upload_megabytes,
        unpacked=settings.unpacked_megabytes,
        ratio=settings.unpacked_ratio,
    )
    read = read_areas(source, given.level, name_field=given.name_field, limits=limits)
    wanted = _together({area.name: area.geometry for area in read.areas}, given)
    with installation.writing(actor) as work:
        known = {
            each.name_folded: each
            for each in boundaries.lines(work.session)
            if (each.level, fold(each.municipality)) == (given.level, fold(given.municipality))
        }
        work.batch = new_id()
        done = _write(work, wanted, known)
        work.commit()
    return BoundariesRead(
        created=done["created"],
        updated=done["updated"],
        unchanged=done["unchanged"],
        faulty=read.faulty,
        name_field=read.name_field,
    )


def _checked(options: BoundaryOptions) -> BoundaryOptions:
    if options.level not in LEVELS:
        raise Refusal("invalid", message("Boundaries are those of municipalities or of districts."))
    municipality = " ".join(options.municipality.split())
    source = " ".join((options.source or "").split()) or None
    if max(len(municipality), len(source or "")) > LONGEST:
        raise Refusal("invalid", message("Use at most {n} characters.", n=LONGEST))
    return BoundaryOptions(
        level=options.level,
        municipality=municipality if options.level == DISTRICT else "",
        name_field=options.name_field or None,
        source=source,
    )


def _together(
    areas: Mapping[str, dict[str, Any]], options: BoundaryOptions
) -> dict[str, dict[str, Any]]:
    """Rows by folded name; of two spellings of one name in a file the last one counts."""
    return {
        fold(name): {
            "level": options.level,
            "municipality": options.municipality,
            "name": name,
            "name_folded": fold(name),
            "geometry": geometry,
            "source": options.source,
        }
        for name, geometry in areas.items()
    }


def _write(
    work: UnitOfWork, wanted: Mapping[str, dict[str, Any]], known: Mapping[str, BoundaryLine]
) -> dict[str, tuple[str, ...]]:
    """Write what differs, and note it; names by what was done."""
    new, changes = [], []
    done: dict[str, list[str]] = {"created": [], "updated": [], "unchanged": []}
    for folded, row in wanted.items():
        before = known.get(folded)
        if before is None:
            identity = (row["level"], fold(row["municipality"]), folded)
            new.append({"id": new_id("boundary", *identity), **row})
            changes.append(_change(new[-1]["id"], "created", None, _told(row)))
            done["created"].append(row["name"])
            continue
        values = {key: row[key] for key in ("name", "geometry", "source")}
        if all(getattr(before, key) == value for key, value in values.items()):
            done["unchanged"].append(row["name"])
            continue
        boundaries.change(work.session, before.id, values)
        told = {**_told(row), "municipality": before.municipality}
        was = {key: getattr(before, key) for key in TOLD}
        changes.append(_change(before.id, "updated", was, told))
        done["updated"].append(row["name"])
    boundaries.add(work.session, new)
    work.note_changes(changes)
    return {key: tuple(names) for key, names in done.items()}


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in TOLD}


def _change(
    boundary_id: str, action: str, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "record": "boundary",
        "record_id": boundary_id,
        "action": action,
        "before": before,
        "after": after,
    }
