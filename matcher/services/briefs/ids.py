"""The names and words of a brief as the ids that it is kept with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from matcher.exchange.brief_text import BriefText, SlotText
from matcher.exchange.words import key, words
from matcher.services import references
from matcher.services.forms import Errors
from matcher.services.importing.vocabulary import Vocabulary
from matcher.store.importing import term_words
from matcher.store.queries import organisations
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Message, message


def with_ids(
    work: UnitOfWork, text: BriefText, before: Mapping[str, Any]
) -> tuple[BriefText, Errors]:
    """The brief with ids for names and words, and what is wrong with it by field.

    Organisations are meant by id, exact name or a unique beginning, terms by id, label or synonym,
    sectors in Danish or English. An organisation that has been deleted may stay where the brief
    that is there `before` names it.
    """
    found = _organisations(work, _asked(text), references.organisations_in("brief", before))
    ids = _Ids(found, Vocabulary(term_words(work.session)))
    kept = replace(
        text,
        asker=ids.organisation("asker", text.asker) if text.asker else None,
        members=_once(ids.organisation("members", name) for name in text.members),
        exclude=_once(ids.organisation("exclude", name) for name in text.exclude),
        themes=_once(ids.term("themes", "theme", word) for word in text.themes),
        target_groups=_once(
            ids.term("target_groups", "target_group", word) for word in text.target_groups
        ),
        needs=tuple(
            replace(each, term=ids.term("needs", "capacity", each.term)) for each in text.needs
        ),
        sectors=_once(ids.sector("sectors", word) for word in text.sectors),
        slots=tuple(_slot(ids, each) for each in text.slots),
    )
    return kept, ids.errors


class _Ids:
    """Finds the ids; what has none is noted in `errors` under its field."""

    def __init__(self, asked: Mapping[str, str | Message], vocabulary: Vocabulary) -> None:
        self.errors: Errors = {}
        self._asked = asked
        self._vocabulary = vocabulary

    def organisation(self, field: str, name: str) -> str:
        found = self._asked[name]
        return self._wrong(field, name, found) if isinstance(found, Message) else found

    def term(self, field: str, vocabulary: str, word: str) -> str:
        found = self._vocabulary.term(vocabulary, word)
        why = message("“{word}” is not in the vocabulary.", word=word)
        return found or self._wrong(field, word, why)

    def sector(self, field: str, word: str) -> str:
        found = words("sector").get(key(word))
        return found or self._wrong(field, word, message("“{word}” is not a sector.", word=word))

    def _wrong(self, field: str, word: str, why: Message) -> str:
        self.errors.setdefault(field, why)
        return word


def _slot(ids: _Ids, slot: SlotText) -> SlotText:
    field = f"slots.{slot.name}"
    return replace(
        slot,
        needs=_once(ids.term(field, "capacity", word) for word in slot.needs),
        sector=ids.sector(field, slot.sector) if slot.sector else None,
    )


def _asked(text: BriefText) -> set[str]:
    return {*((text.asker,) if text.asker else ()), *text.members, *text.exclude}


def _organisations(
    work: UnitOfWork, asked: set[str], may_stay: set[str]
) -> dict[str, str | Message]:
    """For each name or id that is asked for the id, or a message that says why it is not clear."""
    there = organisations.names(work.session, asked)
    gone = (asked & may_stay) - there.keys()
    rest = asked - there.keys() - gone
    meant = references.find_organisations(work, [(name, "") for name in sorted(rest)])
    found: dict[str, str | Message] = {name: meant[name, ""] for name in rest}
    return found | {key: key for key in (*there, *gone)}


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
