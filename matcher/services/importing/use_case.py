"""Importing files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from matcher.errors import Refusal
from matcher.exchange.limits import Limits
from matcher.exchange.mapping import HeadingMap, read_mapping
from matcher.exchange.read import Reading, read
from matcher.exchange.source import Source, sources
from matcher.services.access import Actor, require
from matcher.services.importing.call import Call, open_call
from matcher.services.importing.capacities import fill_capacities
from matcher.services.importing.collaborations import fill_collaborations
from matcher.services.importing.notes import notes_of
from matcher.services.importing.organisations import (
    Placed,
    fill_organisations,
    place_organisations,
)
from matcher.services.importing.parents import settle_parents
from matcher.services.importing.participants import fill_participants
from matcher.services.importing.register import COLLABORATION, ORGANISATION, Register
from matcher.services.importing.report import ImportReport
from matcher.services.importing.ties import fill_ties
from matcher.services.installation import Installation
from matcher.settings import Settings
from matcher.store import documents, importing
from matcher.store.tables.base import new_id
from matcher.store.unit_of_work import UnitOfWork
from matcher.store.vocabulary import load_terms
from matcher.wording.message import message, messages_n


def import_files(
    installation: Installation,
    actor: Actor,
    files: Iterable[Path | Source],
    *,
    mapping: Path | HeadingMap | None = None,
    dry_run: bool = False,
    strict: bool = False,
) -> ImportReport:
    """Read organisations, capacities, collaborations, participants and ties from files.

    `files` are paths of files or folders, or files that came over the web. Everything is written
    in one transaction or nothing is. A row that cannot be taken is rejected and the others are
    written; with `strict` one such row refuses all. A dry run does the same work, reports the
    same, and writes nothing.

    An empty cell does not erase what is known; a cell that differs changes it. Lists of words are
    added to, never shortened, and nothing is deleted because a file does not mention it. A word
    that no vocabulary has becomes a term of it; a term that is called so, in either language or by
    a synonym, comes first.

    Refusal: unreadable or too_large for a file that cannot be read as a whole, invalid for a
    mapping that cannot, conflict when `strict` refuses (details: `report`), not_found for a path.
    """
    require(actor, "import_files")
    settings = installation.settings
    reading = read(_sources(files), _mapping(mapping), _limits(settings))
    with installation.writing(actor) as work:
        work.batch = new_id()
        call = open_call(work, reading)
        _fill(call)
        report = _report(call, reading, dry_run=dry_run, batch=work.batch)
        if strict and report.rejected:
            raise _refused(report)
        _write(work, call)
        if not dry_run:
            work.commit()
    return report


def _sources(files: Iterable[Path | Source]) -> list[Source]:
    given = list(files)
    on_disk = sources([file for file in given if isinstance(file, Path)])
    return [*on_disk, *(file for file in given if isinstance(file, Source))]


def _mapping(mapping: Path | HeadingMap | None) -> HeadingMap | None:
    if not isinstance(mapping, Path):
        return mapping
    try:
        data = mapping.read_bytes()
    except OSError as error:
        raise Refusal(
            "not_found", message("There is no mapping file {file}.", file=str(mapping))
        ) from error
    return read_mapping(data, mapping.name)


def _limits(settings: Settings) -> Limits:
    return Limits.of_megabytes(
        uploaded=settings.upload_megabytes,
        unpacked=settings.unpacked_megabytes,
        ratio=settings.unpacked_ratio,
    )


def _fill(call: Call) -> None:
    """Bring all rows to the desks: organisations first, then what refers to them."""
    placed = place_organisations(call)
    placed, parents, register = settle_parents(
        call, placed, lambda left: _organisations(call, left)
    )
    fill_organisations(call, placed, parents)
    fill_capacities(call, placed, register)
    collaborations = _collaborations(call)
    fill_collaborations(call, collaborations)
    fill_participants(call, register, collaborations)
    fill_ties(call, register)


def _organisations(call: Call, placed: list[Placed]) -> Register:
    """What references to organisations lead to, given the rows that are left."""
    register = Register(
        call.desks["organisation"], call.identities["organisation"], "name", ORGANISATION
    )
    for each in placed:
        register.add(each.table.group, each.written, each.row.name, each.record_id)
    for at, table in call.of("organisations"):
        for row in table.rows:
            if call.rejections.has(at, row.row):
                called = tuple(text for text in (row.id, row.name) if text)
                register.add_rejected(called, table.file, row.row)
        for called, number in table.lost:
            register.add_rejected(called, table.file, number)
    return register


def _collaborations(call: Call) -> Register:
    """What references to collaborations lead to; those of the files are added as they are read."""
    register = Register(
        call.desks["collaboration"], call.identities["collaboration"], "title", COLLABORATION
    )
    for _, table in call.of("collaborations"):
        for called, number in table.lost:
            register.add_rejected(called, table.file, number)
    return register


def _report(call: Call, reading: Reading, *, dry_run: bool, batch: str) -> ImportReport:
    return ImportReport(
        dry_run=dry_run,
        created=call.tally.counts("created"),
        updated=call.tally.counts("updated"),
        unchanged=call.tally.counts("unchanged"),
        rejected=call.rejections.ordered([table.file for table in call.tables]),
        notes=notes_of(call, reading),
        batch=None if dry_run else batch,
    )


def _refused(report: ImportReport) -> Refusal:
    first = report.rejected[0]
    return Refusal(
        "conflict",
        messages_n(
            "{n} row cannot be imported, so nothing was written.",
            "{n} rows cannot be imported, so nothing was written.",
            n=len(report.rejected),
        ),
        message(
            "The first is row {row} of {file}: {reason}",
            row=str(first.row),
            file=first.file,
            reason=first.reason,
        ),
        report=report,
    )


def _write(work: UnitOfWork, call: Call) -> None:
    """Write the desks; terms first, since the records refer to them."""
    if call.vocabulary.new:
        work.touch("term", load_terms(work.session, call.vocabulary.new))
    for record, desk in call.desks.items():
        different = desk.different()
        before = {key: desk.before[key] for key in different if key in desk.before}
        documents.write(work, record, different, before=before)
    for record, new in call.new_identities.items():
        importing.add_identities(work.session, record, new)
        # The id in the source is part of every answer.
        work.touch(record, new.values())
