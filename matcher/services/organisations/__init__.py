"""Use cases of organisations."""

from matcher.services.organisations.delete import delete_organisation
from matcher.services.organisations.edit import FormPage, edit_organisation
from matcher.services.organisations.save import hide_organisation, save_organisation
from matcher.services.organisations.search import (
    FoundOrganisations,
    complete_organisation,
    search_organisations,
)
from matcher.services.organisations.show import OrganisationPage, show_organisation
from matcher.store.queries.organisations import KnownAreas, OrganisationFilter

__all__ = [
    "search_organisations",
    "complete_organisation",
    "show_organisation",
    "edit_organisation",
    "save_organisation",
    "hide_organisation",
    "delete_organisation",
    "OrganisationFilter",
    "KnownAreas",
    "FoundOrganisations",
    "OrganisationPage",
    "FormPage",
]
