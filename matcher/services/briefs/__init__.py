"""Briefs that are kept: what somebody looks for."""

from matcher.services.briefs.save import copy_brief, delete_brief, save_brief
from matcher.services.briefs.show import BriefView, list_briefs, show_brief
from matcher.store.queries.briefs import BriefLine

__all__ = [
    "list_briefs",
    "show_brief",
    "save_brief",
    "copy_brief",
    "delete_brief",
    "BriefLine",
    "BriefView",
]
