"""What a person may want to know of an import beside its numbers."""

from __future__ import annotations

from matcher.exchange.read import Reading
from matcher.services.importing.call import Call
from matcher.text import danish_key
from matcher.wording.message import Message, Value, Words, listed, message, messages_n

_SHOWN = 20


def notes_of(call: Call, reading: Reading) -> tuple[Message, ...]:
    """Columns that are not used, what the lists are called, new words, ties that there are not."""
    found = [*reading.notes, *_sources(call), *_new_words(call)]
    touched = call.tally.touched("collaborations") | {
        pair[0] for pair in call.tally.touched("participants") if isinstance(pair, tuple)
    }
    desk = call.desks["collaboration"]
    sizes = [len(desk[str(each)]["participants"]) for each in touched]
    single, none = sizes.count(1), sizes.count(0)
    if single:
        found.append(
            messages_n(
                "{n} collaboration has one participant only and gives no tie.",
                "{n} collaborations have one participant only and give no tie.",
                n=single,
            )
        )
    if none:
        found.append(
            messages_n(
                "{n} collaboration has no participants.",
                "{n} collaborations have no participants.",
                n=none,
            )
        )
    return tuple(found)


def _sources(call: Call) -> list[Message]:
    """What the lists are called that give ids of their own."""
    numbered = (
        (at, table)
        for name in ("organisations", "collaborations")
        for at, table in call.of(name)
        if "id" in table.layout.columns and not table.own
    )
    names: dict[str, list[Value]] = {}
    for at, table in sorted(numbered):
        if any(row.source is None for row in table.rows):
            names.setdefault(call.origins.sources[at], []).append(table.file)
    return [
        message(
            "The ids in {files} are kept as those of the list “{source}”.",
            files=listed(files),
            source=source,
        )
        for source, files in names.items()
    ]


def _new_words(call: Call) -> list[Message]:
    terms: list[Value] = [
        Words(da=term.da, en=term.en)
        for term in sorted(call.vocabulary.new, key=lambda term: danish_key(term.da))
    ]
    if not terms:
        return []
    if len(terms) > _SHOWN:
        return [
            message(
                "{n} words were added to the vocabularies, among them {words}.",
                n=len(terms),
                words=listed(terms[:_SHOWN]),
            )
        ]
    return [
        messages_n(
            "{n} word was added to the vocabularies: {words}.",
            "{n} words were added to the vocabularies: {words}.",
            n=len(terms),
            words=listed(terms),
        )
    ]
