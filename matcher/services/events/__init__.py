"""Matching events: signing up, planning rounds, running them, and what becomes of intentions."""

from matcher.services.events.follow_ups import (
    Answer,
    Overview,
    follow_up,
    overview,
)
from matcher.services.events.guests import (
    GuestHere,
    guest_here,
    own_sign_up,
    sign_up,
    withdraw_own,
)
from matcher.services.events.intentions import (
    Said,
    change_intention,
    delete_intention,
    note_intention,
)
from matcher.services.events.opening import (
    close_signing_up,
    keep_apart,
    make_link,
    withdraw_link,
)
from matcher.services.events.plan import plan_event, take_plan_away
from matcher.services.events.planned import Card, PlannedMeeting, PlannedRound, Turn, cards
from matcher.services.events.save import EventForm, delete_event, edit_event, save_event
from matcher.services.events.show import EventLine, EventPage, list_events, show_event
from matcher.services.events.show_intentions import Intention, list_intentions, show_intention
from matcher.services.events.sign_ups import (
    SignedUp,
    add_sign_up,
    change_sign_up,
    mark_missing,
    withdraw_sign_up,
)
from matcher.services.events.there import Event
from matcher.services.events.wanted import Wanted
from matcher.store.queries.events import SignUpLine

__all__ = [
    "list_events", "show_event", "edit_event", "save_event", "delete_event",
    "add_sign_up", "change_sign_up", "withdraw_sign_up", "mark_missing",
    "guest_here", "sign_up", "own_sign_up", "withdraw_own",
    "make_link", "withdraw_link", "close_signing_up", "keep_apart",
    "plan_event", "take_plan_away", "cards",
    "note_intention", "list_intentions", "show_intention", "change_intention", "delete_intention",
    "follow_up", "overview",
    "Event", "EventForm", "EventLine", "EventPage", "SignUpLine", "SignedUp", "Wanted", "GuestHere",
    "Card", "Turn", "PlannedRound", "PlannedMeeting", "Intention", "Said", "Answer", "Overview",
]  # fmt: skip
