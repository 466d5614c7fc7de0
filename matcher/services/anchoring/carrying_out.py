"""What has been done of what was decided: said by the house, and by the party whose it is."""

from __future__ import annotations

from datetime import date

from matcher.errors import Refusal
from matcher.partnership.decisions import Decision, left_to_do
from matcher.services.access import Actor, require
from matcher.services.anchoring.records import decisions_of
from matcher.services.anchoring.talks import talk_of
from matcher.services.installation import Installation
from matcher.services.parties import PartyHere
from matcher.store import documents
from matcher.store.queries import anchoring
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


def mark_decision(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    talk_id: str,
    decision_id: str,
    *,
    done: bool,
    as_of: date,
) -> str:
    """Say that a decision has been carried out, or that it has not; gives what was decided.

    Said twice it is so once. Refusal (not_found) if there is no such decision.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        return _marked(work, collaboration_id, talk_id, decision_id, done=done, as_of=as_of)


def own_decisions(
    installation: Installation, party: PartyHere, *, today: date
) -> tuple[Decision, ...]:
    """What a party is to do by what was decided and has not done yet, the first to do first.

    Nothing for a party that has left.
    """
    require(party.actor, "answer_as_party", party.party.id)
    if party.party.left:
        return ()
    with installation.reading() as session:
        talks = anchoring.talks(session, [party.collaboration_id]).get(party.collaboration_id, {})
    left = left_to_do(decisions_of(talks), today)
    return tuple(each for each in left if each.party == party.party.id)


def carried_out(
    installation: Installation, party: PartyHere, talk_id: str, decision_id: str, *, as_of: date
) -> str:
    """Say as a party that its decision has been carried out; gives what was decided.

    Said twice it is so once. Refusal: not_found if it has no such decision, forbidden if it left.
    """
    require(party.actor, "answer_as_party", party.party.id)
    party.require_there()
    with installation.writing(party.actor) as work:
        return _marked(
            work,
            party.collaboration_id,
            talk_id,
            decision_id,
            done=True,
            as_of=as_of,
            party=party.party.id,
        )


def _marked(
    work: UnitOfWork,
    collaboration_id: str,
    talk_id: str,
    decision_id: str,
    *,
    done: bool,
    as_of: date,
    party: str | None = None,
) -> str:
    talk = talk_of(work.session, collaboration_id, talk_id)
    decision = next((each for each in talk["decisions"] if each["id"] == decision_id), None)
    if decision is None or party not in (None, decision["party"]):
        raise Refusal("not_found", message("There is no such decision any more."))
    if bool(decision["done"]) != done:
        marked = {**decision, "done": as_of.isoformat() if done else None}
        rows = [marked if each is decision else each for each in talk["decisions"]]
        documents.write(
            work, "talk", {talk_id: {**talk, "decisions": rows}}, before={talk_id: talk}
        )
        work.commit()
    return str(decision["what"])
