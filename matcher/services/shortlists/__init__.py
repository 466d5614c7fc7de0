"""Candidates that somebody keeps, and the steps taken with each."""

from matcher.services.shortlists.add import Added, add_candidate
from matcher.services.shortlists.entries import change_note, move_entry, remove_entry
from matcher.services.shortlists.make import (
    make_from_brief,
    make_from_suggestions,
    make_of_members,
    title_for,
)
from matcher.services.shortlists.save import (
    Heading,
    change_shortlist,
    create_shortlist,
    delete_shortlist,
)
from matcher.services.shortlists.show import (
    EntryView,
    ShortlistView,
    list_shortlists,
    shortlists_with,
    show_shortlist,
)
from matcher.services.shortlists.steps import (
    StepText,
    correct_step,
    take_back_step,
    take_step,
)
from matcher.services.shortlists.why import Why, whys
from matcher.store.queries.shortlists import ShortlistLine

__all__ = [
    "list_shortlists",
    "show_shortlist",
    "shortlists_with",
    "create_shortlist",
    "change_shortlist",
    "delete_shortlist",
    "add_candidate",
    "make_from_suggestions",
    "make_from_brief",
    "make_of_members",
    "take_step",
    "correct_step",
    "take_back_step",
    "change_note",
    "move_entry",
    "remove_entry",
    "title_for",
    "whys",
    "Added",
    "EntryView",
    "Heading",
    "ShortlistLine",
    "ShortlistView",
    "StepText",
    "Why",
]
