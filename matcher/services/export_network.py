"""The whole network as files that can be imported again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from matcher.errors import Refusal
from matcher.exchange.tables import TableName
from matcher.exchange.write import ORDER, Row, csv_file, xlsx_file
from matcher.services.access import Actor, require, visible
from matcher.services.importing.vocabulary import Vocabulary
from matcher.services.installation import Installation
from matcher.store import documents, importing
from matcher.text import danish_key
from matcher.wording.message import message

Documents = dict[str, dict[str, Any]]
_SEPARATORS = frozenset("|;\n")
_DETAILS = ("note", "amount", "unit", "when", "until")


def export_network(installation: Installation, actor: Actor, out: Path) -> None:
    """Write the five tables: a workbook where `out` ends in .xlsx, else CSV files in that folder.

    Imported again the files change nothing; imported elsewhere they make the same network, with
    the same ids. Fields that the actor may not see are left empty. A file that is there is
    replaced whole. Refusal: unavailable when it cannot be written.
    """
    tables = network_tables(installation, actor)
    try:
        if out.suffix.lower() == ".xlsx":
            _write_whole(out, xlsx_file(tables))
            return
        out.mkdir(parents=True, exist_ok=True)
        for name in ORDER:
            _write_whole(out / f"{name}.csv", csv_file(name, tables[name]))
    except OSError as error:
        raise Refusal(
            "unavailable",
            message("{file} cannot be written.", file=str(out)),
            message("Does the folder exist, and may you write there?"),
        ) from error


def network_workbook(installation: Installation, actor: Actor) -> bytes:
    """The same as a workbook, to be handed over."""
    return xlsx_file(network_tables(installation, actor))


def network_tables(installation: Installation, actor: Actor) -> Mapping[TableName, Sequence[Row]]:
    """The rows of the five tables, people's lists in Danish order."""
    require(actor, "export_network")
    with installation.reading() as session:
        organisations, collaborations, ties = (
            documents.read(session, record) for record in ("organisation", "collaboration", "tie")
        )
        sources = {
            record: _first(importing.identities(session, record))
            for record in ("organisation", "collaboration")
        }
        labels = _Labels(importing.term_words(session))
    seen = {key: visible(actor, organisations[key]) for key in _ordered(organisations, "name")}
    undertakings = {key: collaborations[key] for key in _ordered(collaborations, "title")}
    places = {key: place for place, key in enumerate(seen)}
    return {
        "organisations": [
            _organisation(key, each, sources["organisation"], labels) for key, each in seen.items()
        ],
        "capacities": list(_capacities(seen, labels)),
        "collaborations": [
            _collaboration(key, each, sources["collaboration"], labels)
            for key, each in undertakings.items()
        ],
        "participants": list(_participants(undertakings, places)),
        "ties": _ties(ties, places),
    }


class _Labels:
    """How terms are written so that they are found again: by label, else by id."""

    def __init__(self, terms: Sequence[importing.TermWords]) -> None:
        vocabulary = Vocabulary(terms)
        self._written = {
            (term.vocabulary, term.id): term.da
            if vocabulary.term(term.vocabulary, term.da) == term.id
            and not _SEPARATORS & set(term.da)
            else term.id
            for term in terms
        }

    def of(self, vocabulary: str, term: str) -> str:
        return self._written[vocabulary, term]

    def all_of(self, vocabulary: str, terms: Sequence[str]) -> list[str]:
        return sorted((self.of(vocabulary, term) for term in terms), key=danish_key)


def _ordered(records: Documents, name: str) -> list[str]:
    return sorted(records, key=lambda key: (danish_key(records[key][name]), key))


def _first(identities: Mapping[tuple[str, str], str]) -> dict[str, tuple[str, str]]:
    """Of each record the first of what sources call it."""
    found: dict[str, tuple[str, str]] = {}
    for identity, record_id in sorted(identities.items()):
        found.setdefault(record_id, identity)
    return found


def _organisation(
    key: str, document: dict[str, Any], sources: dict[str, tuple[str, str]], labels: _Labels
) -> Row:
    source, source_id = sources.get(key, (None, None))
    return {
        **document,
        "id": key,
        "kind": labels.of("kind", document["kind"]) if document["kind"] else None,
        "themes": labels.all_of("theme", document["themes"]),
        "target_groups": labels.all_of("target_group", document["target_groups"]),
        **{
            side: labels.all_of("capacity", sorted({each["term"] for each in document[side]}))
            for side in ("offers", "needs")
        },
        "source": source,
        "source_id": source_id,
    }


def _capacities(seen: Documents, labels: _Labels) -> Iterator[Row]:
    """Offers and needs of which more is known than the word, which stands in the other table."""
    for key, document in seen.items():
        for side in ("offers", "needs"):
            terms = [each["term"] for each in document[side]]
            for each in document[side]:
                bare = all(each[detail] is None for detail in _DETAILS)
                if not bare or terms.count(each["term"]) > 1:
                    yield {
                        **each,
                        "organisation": key,
                        "offers_or_needs": side,
                        "term": labels.of("capacity", each["term"]),
                        "until": _day(each["until"]),
                    }


def _collaboration(
    key: str, document: dict[str, Any], sources: dict[str, tuple[str, str]], labels: _Labels
) -> Row:
    source, source_id = sources.get(key, (None, None))
    return {
        **document,
        "id": key,
        "start": _day(document["start"]),
        "end": _day(document["end"]),
        "funding_end": _day(document["funding_end"]),
        "themes": labels.all_of("theme", document["themes"]),
        "target_groups": labels.all_of("target_group", document["target_groups"]),
        "source": source,
        "source_id": source_id,
    }


def _participants(undertakings: Documents, places: Mapping[str, int]) -> Iterator[Row]:
    for key, document in undertakings.items():
        for each in sorted(document["participants"], key=lambda p: places[p["organisation"]]):
            yield {
                "collaboration": key,
                "organisation": each["organisation"],
                "role": each["role"],
                "from": _day(each["since"]),
                "to": _day(each["until"]),
            }


def _ties(ties: Documents, places: Mapping[str, int]) -> list[Row]:
    order = sorted(ties, key=lambda key: (places[ties[key]["a"]], places[ties[key]["b"]], key))
    return [
        {
            **ties[key],
            "from": ties[key]["a"],
            "to": ties[key]["b"],
            "date": _day(ties[key]["date"]),
            "end": _day(ties[key]["end"]),
        }
        for key in order
    ]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _write_whole(out: Path, data: bytes) -> None:
    """Put the bytes in place of the file, so that no reader meets a half of it."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(out)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
