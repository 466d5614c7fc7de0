"""The form that an idea is written in."""

from matcher.services.brief_forms.fields import CHOICES, FIELDS, ROWS, SLOT_NEEDS, form_of, said
from matcher.services.brief_forms.offered import Offered, offered
from matcher.services.brief_forms.read import read_brief_form

__all__ = [
    "FIELDS",
    "CHOICES",
    "ROWS",
    "SLOT_NEEDS",
    "form_of",
    "said",
    "read_brief_form",
    "offered",
    "Offered",
]
