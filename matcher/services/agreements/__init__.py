"""The written agreement of a collaboration: its draft, its versions, who accepted them."""

from matcher.services.agreements.accept import Acceptance, accept, note_written, remark
from matcher.services.agreements.draft import DraftForm, edit_agreement, save_agreement
from matcher.services.agreements.lay_before import LaidBefore, lay_before
from matcher.services.agreements.show import (
    AgreementPage,
    AgreementStage,
    PartyAgreement,
    agreement_for_party,
    agreement_stage,
    show_agreement,
)
from matcher.services.agreements.take_dates import take_dates
from matcher.services.agreements.versions import (
    Comparison,
    compare_versions,
    show_agreement_version,
)

__all__ = [
    "Acceptance",
    "AgreementPage",
    "AgreementStage",
    "Comparison",
    "DraftForm",
    "LaidBefore",
    "PartyAgreement",
    "accept",
    "agreement_for_party",
    "agreement_stage",
    "compare_versions",
    "edit_agreement",
    "lay_before",
    "note_written",
    "remark",
    "save_agreement",
    "show_agreement",
    "show_agreement_version",
    "take_dates",
]
