"""The parties to a collaboration: who they are, and the page that each has by its link."""

from matcher.services.parties.linking import make_link, make_links, withdraw_link
from matcher.services.parties.making import carried_on, require_collaboration
from matcher.services.parties.opening import PartyHere, party_here
from matcher.services.parties.save import PartyFormPage, begin, edit_party, name_owner, save_party
from matcher.services.parties.show import PartiesPage, PartyView, show_parties
from matcher.store.queries.parties import PartyLine

__all__ = [
    "show_parties",
    "begin",
    "edit_party",
    "save_party",
    "name_owner",
    "make_link",
    "make_links",
    "withdraw_link",
    "carried_on",
    "party_here",
    "require_collaboration",
    "PartiesPage",
    "PartyFormPage",
    "PartyHere",
    "PartyLine",
    "PartyView",
]
