"""The network of `samspil benchmark` as rows, for what builds on rows."""

from __future__ import annotations

from matcher import generated as by_chance
from matcher.landscape import (
    SECTORS,
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
)
from matcher.landscape.columns import Cells, Columns


def generated(organisations: int, seed: int = 1) -> Rows:
    """Rows of so many organisations: see `matcher.generated`."""
    columns = by_chance.generated(organisations, seed)
    ids, joint, parts = (
        columns.organisations.ids, columns.collaborations.ids, columns.participations
    )  # fmt: skip
    return Rows(
        organisations=_organisations(columns),
        terms=tuple(term for terms in columns.terms.values() for term in terms),
        capacities=_capacities(columns),
        interests=tuple(
            InterestRow(organisation=ids[row], vocabulary=vocabulary, term=term)
            for vocabulary, cells in _interests(columns)
            for row, term in _named(columns, vocabulary, cells)
        ),
        collaborations=_collaborations(columns),
        participations=tuple(
            ParticipationRow(collaboration=joint[row], organisation=ids[member])
            for row, member in zip(
                parts.collaboration.tolist(), parts.organisation.tolist(), strict=True
            )
        ),
    )


def _organisations(columns: Columns) -> tuple[OrganisationRow, ...]:
    own = columns.organisations
    return tuple(
        OrganisationRow(
            id=key,
            name=own.names[row],
            sector=SECTORS[own.sector[row]],
            district=own.districts[row],
            lat=float(own.lat[row]),
            lon=float(own.lon[row]),
        )
        for row, key in enumerate(own.ids)
    )


def _capacities(columns: Columns) -> tuple[CapacityRow, ...]:
    said, ids = columns.capacities, columns.organisations.ids
    cells = _named(columns, "capacity", Cells(said.organisation, said.term))
    return tuple(
        CapacityRow(organisation=ids[row], side="offers" if offered else "needs", term=term)
        for (row, term), offered in zip(cells, said.offered.tolist(), strict=True)
    )


def _collaborations(columns: Columns) -> tuple[CollaborationRow, ...]:
    joint = columns.collaborations
    themes = dict(_named(columns, "theme", joint.themes))  # each has one
    start, end = joint.start.tolist(), joint.end.tolist()
    return tuple(
        CollaborationRow(
            id=key, title=joint.titles[row], start=start[row], end=end[row], themes=(themes[row],)
        )
        for row, key in enumerate(joint.ids)
    )


def _interests(columns: Columns) -> tuple[tuple[str, Cells], ...]:
    return (("theme", columns.themes), ("target_group", columns.target_groups))


def _named(columns: Columns, vocabulary: str, cells: Cells) -> list[tuple[int, str]]:
    """Each owner's place with the id of the term."""
    words = columns.terms[vocabulary]
    pairs = zip(cells.rows.tolist(), cells.columns.tolist(), strict=True)
    return [(row, words[column].id) for row, column in pairs]
