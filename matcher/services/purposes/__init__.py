"""The purpose of a collaboration: asked of each party, laid side by side, agreed on, confirmed."""

from matcher.services.purposes.agree import lay_open, save_text, take_over
from matcher.services.purposes.answer import Sent, confirm, remark, save_answer
from matcher.services.purposes.show import (
    PartyPurpose,
    PurposePage,
    PurposeStage,
    party_purpose,
    purpose_stage,
    show_purpose,
)

__all__ = [
    "PartyPurpose",
    "PurposePage",
    "PurposeStage",
    "Sent",
    "confirm",
    "lay_open",
    "party_purpose",
    "purpose_stage",
    "remark",
    "save_answer",
    "save_text",
    "show_purpose",
    "take_over",
]
