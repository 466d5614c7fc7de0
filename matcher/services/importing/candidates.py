"""Which organisations a row may be, by one kind of evidence a function."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.services.importing.folded import folded
from matcher.services.importing.known import Entry, Known


def with_p_number(entry: Entry, known: Known) -> list[str]:
    """Organisations with the row's P-number."""
    return known.having("p_number", entry.row.p_number) if entry.row.p_number else []


def with_cvr(entry: Entry, known: Known, in_table: Mapping[str, int]) -> list[str]:
    """The organisation with the row's CVR number, if that number has one unit only.

    Where it has several, the one of the same name. `in_table` counts the rows per CVR number.
    """
    if not entry.row.cvr or in_table[entry.row.cvr] > 1:
        return []
    having = known.having("cvr", entry.row.cvr)
    fitting = [one for one in having if _may_be(entry, known, one)]
    named = [one for one in fitting if known.name(one) == folded(entry.row.name)]
    if named:
        return named
    single = len(having) == 1 and not entry.row.parent
    return fitting if single and not any(map(known.has_units, fitting)) else []


def with_place(entry: Entry, known: Known) -> list[str]:
    """Organisations of the same name in the same postcode, or municipality.

    The municipality counts where the row or the organisation has no postcode.
    """
    row, name = entry.row, folded(entry.row.name)
    if row.postcode:
        found = known.having("postcode", name, folded(row.postcode))
        fitting = [one for one in found if _may_be(entry, known, one)]
        if fitting:
            return fitting
    if not row.municipality:
        return []
    return [
        one
        for one in known.having("municipality", name, folded(row.municipality))
        if _may_be(entry, known, one) and not (row.postcode and known.desk[one]["postcode"])
    ]


def with_name(entry: Entry, known: Known) -> list[str]:
    """For a row without an id and without a place: organisations of the same name.

    Those whose place is not known either come before the others.
    """
    if not entry.nameless or entry.row.postcode or entry.row.municipality:
        return []
    having = known.having("name", folded(entry.row.name))
    fitting = [one for one in having if _may_be(entry, known, one)]
    return [one for one in fitting if not known.has_place(one)] or fitting


def _may_be(entry: Entry, known: Known, record_id: str) -> bool:
    """Two P-numbers are two units, whatever else is the same."""
    number = known.desk[record_id]["p_number"]
    return not (number and entry.row.p_number and number != entry.row.p_number)
