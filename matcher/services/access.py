"""Who may do what, and who may see which field: two tables that every use case asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from matcher.errors import Refusal
from matcher.wording.message import message

Role = Literal[
    "nobody", "link", "party", "guest", "reader", "editor", "administrator", "operator"
]  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Who asks. A holder of a link carries what the link is for (`subject`, `subject_id`).

    A `party` does its part in a collaboration, a `guest` signs up to an event; both by links. A
    party that has `left` reads what was written, but not who stands for the others.
    """

    role: Role
    id: str | None = None
    name: str = ""
    subject: str | None = None
    subject_id: str | None = None
    left: bool = False


NOBODY = Actor(role="nobody")
OPERATOR = Actor(role="operator", name="Samspil")
"""The person at the command line, who has the database itself."""

_READERS: frozenset[Role] = frozenset({"reader", "editor", "administrator", "operator"})
_EDITORS: frozenset[Role] = frozenset({"editor", "administrator", "operator"})
_ADMINISTRATORS: frozenset[Role] = frozenset({"administrator", "operator"})
_LINKED: frozenset[Role] = _READERS | {"link"}
_EVERYBODY: frozenset[Role] = _LINKED | {"nobody"}
_ACCOUNTS: frozenset[Role] = frozenset({"reader", "editor", "administrator"})

_LINKED_TO: Mapping[str, str] = {
    "show_shortlist": "shortlist",
    "draw_map": "map",
    "show_view": "map",
    "answer_as_party": "party",
    "sign_up": "event",
}
"""What a link must be for to let its holder do something."""

USE_CASES: Mapping[str, frozenset[Role]] = {
    "sign_in": _EVERYBODY,
    "open_access_link": _EVERYBODY,
    "manage_own_account": _ACCOUNTS,
    "show_overview": _READERS,
    "search_organisations": _READERS,
    "show_organisation": _READERS,
    "save_organisation": _EDITORS,
    "delete_organisation": _EDITORS,
    "list_collaborations": _READERS,
    "show_collaboration": _READERS,
    "save_collaboration": _EDITORS,
    "delete_collaboration": _EDITORS,
    "list_terms": _READERS,
    "suggest_partners": _READERS,
    "find_introductions": _READERS,
    "compose_consortium": _READERS,
    "pair_event": _READERS,
    "draw_map": _LINKED,
    "show_view": _LINKED,
    "explore_map": _READERS,
    "list_views": _READERS,
    "save_view": _EDITORS,
    "rearrange_map": _EDITORS,
    "import_boundaries": _EDITORS,
    "make_report": _READERS,
    "list_shortlists": _READERS,
    "show_shortlist": _LINKED,
    "save_shortlist": _EDITORS,
    "export_shortlist": _READERS,
    "list_verdicts": _READERS,
    "give_verdict": _EDITORS,
    "list_briefs": _READERS,
    "show_brief": _READERS,
    "save_brief": _EDITORS,
    "delete_brief": _EDITORS,
    "show_recipes": _READERS,
    "save_recipe": _EDITORS,
    "learn_recipe": _EDITORS,
    "preview_recipe": _EDITORS,
    "use_recipe": _ADMINISTRATORS,
    "audit_suggestions": _READERS,
    "show_partnership": _READERS,
    "save_partnership": _EDITORS,
    "answer_as_party": frozenset({"party"}),
    "show_due": _READERS,
    "subscribe_calendar": _ACCOUNTS,
    "choose_mail": _EVERYBODY,
    "send_reminders": frozenset({"operator"}),
    "list_events": _READERS,
    "save_event": _EDITORS,
    "sign_up": frozenset({"guest"}),
    "show_ledger": _READERS,
    "share": _EDITORS,
    "import_files": _EDITORS,
    "export_network": _EDITORS,
    "show_history": _READERS,
    "undo_change": _EDITORS,
    "manage_people": _ADMINISTRATORS,
    "set_up": frozenset({"operator"}),
}

FIELDS: Mapping[str, frozenset[Role]] = {
    "contact_person": _EDITORS,
    "notes": _EDITORS,
    "note": _READERS,
    "email": _EDITORS,
    "phone": _EDITORS,
    "contact_name": _EDITORS,
    "contact_email": _EDITORS,
    "contact_phone": _EDITORS,
    "deputy_name": _EDITORS,
    "deputy_email": _EDITORS,
    "signed_by": _EDITORS,
}
"""Fields of a record that only these roles see. E-mail and phone are also shown to readers and
holders of a link where the organisation said that they may be passed on. `note` is the note on
a shortlist's entry."""

_PASSED_ON = frozenset({"email", "phone"})


def may(actor: Actor, use_case: str, subject_id: str | None = None) -> bool:
    """Whether somebody may do this; a holder of a link only with what the link is for.

    The map without a subject is, for the holder of a link to a saved view of it, that view: drawing
    shows no more (`matcher.services.shared_view`). A saved view is for those whose link is to it: a
    link to the whole map opens none, for what is written on them may be meant for the house alone.
    """
    if actor.role not in USE_CASES[use_case]:
        return False
    if actor.role not in {"link", "party", "guest"}:
        return True
    if _LINKED_TO[use_case] != actor.subject:
        return False
    if use_case == "draw_map" and subject_id is None:
        return True
    return subject_id is not None and actor.subject_id == subject_id


def require(actor: Actor, use_case: str, subject_id: str | None = None) -> None:
    """Refusal unless they may: not_signed_in for nobody, forbidden for the others."""
    if may(actor, use_case, subject_id):
        return
    if actor.role == "nobody":
        raise Refusal("not_signed_in", message("Sign in to see this page."))
    raise Refusal(
        "forbidden",
        message("You do not have access to this."),
        message("Ask an administrator for access if you need it."),
    )


def may_see(actor: Actor, field: str, record: Mapping[str, Any]) -> bool:
    """Whether somebody may see a field of this record."""
    allowed = FIELDS.get(field)
    if allowed is None or actor.role in allowed:
        return True
    return field in _PASSED_ON and may_be_passed_on(record)


def may_be_passed_on(record: Mapping[str, Any]) -> bool:
    """Whether an organisation's e-mail and phone may leave the house.

    Only when it said so; and never to advertise where the register protects it from that, so a
    protected organisation must have said yes itself.
    """
    return record.get("may_pass_on") is True


def visible(actor: Actor, document: Mapping[str, Any]) -> dict[str, Any]:
    """The document without the fields that this person may not see: they are left out."""
    return {field: value for field, value in document.items() if may_see(actor, field, document)}


def hide_protected_changes(
    actor: Actor, changed: Mapping[str, Any] | None
) -> dict[str, Any] | None:
    """The fields of a change in the history that this person may see.

    A change says nothing of whether contact points may be passed on, so a role without a right of
    its own does not see them there.
    """
    if changed is None:
        return None
    return {
        field: value
        for field, value in changed.items()
        if field not in FIELDS or actor.role in FIELDS[field]
    }
