"""Personal links of parties: made, made anew, withdrawn."""

from __future__ import annotations

from datetime import date

from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.parties.making import carried_on
from matcher.services.parties.show import party_of
from matcher.services.personal_links import link_of, withdraw
from matcher.store.unit_of_work import UnitOfWork


def make_links(
    installation: Installation, actor: Actor, collaboration_id: str, *, as_of: date
) -> int:
    """Make a personal link for each party that has not left and has none that is good.

    Gives how many have one now. Who takes part and is no party yet becomes one. Refusal
    (not_found) if there is no such collaboration.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        there = [each for each in carried_on(work, collaboration_id, as_of) if not each.left]
        for party in there:
            link_of(work, "party", party.id)
        work.commit()
    return len(there)


def make_link(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    party_id: str,
    *,
    as_of: date,
    anew: bool = False,
) -> None:
    """Make the personal link of a party, if it has none that is good.

    `anew` withdraws the one that there is: whoever has it sees nothing from then on. Refusal
    (not_found) if it is no party to this collaboration.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        party_of(work.session, collaboration_id, party_id, as_of)
        if anew:
            withdraw(work, "party", party_id)
        link_of(work, "party", party_id)
        work.commit()


def withdraw_link(
    installation: Installation, actor: Actor, collaboration_id: str, party_id: str, *, as_of: date
) -> bool:
    """Make the links of a party open nothing from now on; False if there was none.

    Refusal (not_found) if it is no party to this collaboration.
    """
    require(actor, "save_partnership")
    with installation.writing(actor) as work:
        party_of(work.session, collaboration_id, party_id, as_of)
        found = withdraw(work, "party", party_id)
        work.commit()
    return found


def renew_link(work: UnitOfWork, party_id: str) -> bool:
    """Give a party another link for the one that it has; part of the work at hand.

    False, and nothing is made, where it has none: it was withdrawn, or never made.
    """
    had = withdraw(work, "party", party_id)
    if had:
        link_of(work, "party", party_id)
    return had
