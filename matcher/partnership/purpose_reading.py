"""Who may read which answers: nobody another's before its own has been sent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from matcher.partnership.differences import Comparison, Verdict, compare
from matcher.partnership.purpose import Party, Purpose, Signed, is_open
from matcher.partnership.purpose_texts import Question, purpose_texts


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A question with the answers that may be read, side by side."""

    question: Question
    comparison: Comparison


def may_read_others(purpose: Purpose, party_id: str) -> bool:
    """Whether a party may read what the others answered: from its own answer on, laid open or not.

    >>> may_read_others(Purpose(parties=(Party(id="a", name="A"),), laid_open=True), "a")
    False
    """
    return purpose.party(party_id).sent is not None


def for_house(purpose: Purpose, *, names: bool) -> Purpose:
    """The purpose as the house reads it: answers once they are open, and drafts never.

    Without `names` nobody is told who answered and confirmed for a party.
    """
    opened = is_open(purpose)
    shown = tuple(_shown(each, opened) for each in purpose.parties)
    return replace(purpose, parties=shown if names else tuple(map(_nameless, shown)))


def for_party(purpose: Purpose, party_id: str) -> Purpose:
    """The purpose as a party reads it: its own answer, and the others' after its own."""
    opened = may_read_others(purpose, party_id)
    shown = tuple(each if each.id == party_id else _shown(each, opened) for each in purpose.parties)
    return replace(purpose, parties=shown)


def side_by_side(purpose: Purpose) -> tuple[Compared, ...]:
    """The answers that were sent and may be read, question by question, target group first."""
    readable = [each for each in purpose.parties if each.sent and each.answer]
    return tuple(
        Compared(
            question=question,
            comparison=compare(
                {each.id: each.answer.texts.get(question.id) for each in readable if each.answer}
            ),
        )
        for question in purpose_texts().compared
    )


def heard_verdict(purpose: Purpose) -> Verdict | None:
    """Whether the parties say the same of the target group having been heard; None if few say."""
    said = [each.answer.heard for each in purpose.parties if each.sent and each.answer]
    told = [each for each in said if each is not None]
    if len(told) < 2:
        return None
    return "alike" if len(set(told)) == 1 else "differ"


def _shown(party: Party, opened: bool) -> Party:
    return party if opened and party.sent else replace(party, answer=None)


def _nameless(party: Party) -> Party:
    return replace(party, sent=_without_name(party.sent), confirmed=_without_name(party.confirmed))


def _without_name(signed: Signed | None) -> Signed | None:
    return None if signed is None else replace(signed, name=None)
