"""How far a collaboration has come on the way from start to finish, read at once for its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from matcher.services.access import Actor
from matcher.services.agreements import AgreementStage
from matcher.services.agreements.show import stage_of as agreement_of
from matcher.services.anchoring import AnchoringStage
from matcher.services.anchoring.show import stage_of as anchoring_of
from matcher.services.installation import Installation
from matcher.services.parties import PartiesPage
from matcher.services.parties.show import parties_of
from matcher.services.pulses import PulseStage
from matcher.services.pulses.show import stage_of as pulse_of
from matcher.services.purposes import PurposeStage
from matcher.services.purposes.show import summary
from matcher.services.purposes.state import purpose_of
from matcher.store.session import Session

StageName = Literal["parties", "purpose", "agreement", "anchoring", "pulse"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A stage a panel of the page."""

    parties: PartiesPage
    purpose: PurposeStage
    agreement: AgreementStage
    anchoring: AnchoringStage
    pulse: PulseStage

    @property
    def next(self) -> StageName | None:
        """The first stage at which the house has something to do.

        Where only the parties are waited for, the next stage can be begun; None where nothing is
        left to do but to wait.
        """
        to_do: dict[StageName, bool] = {
            "parties": bool(
                not self.parties.parties or self.parties.missing or self.parties.without_link
            ),
            "purpose": self.purpose.stage in {"laid_open", "agreeing"}
            or (self.purpose.stage == "waiting" and not self.purpose.answered),
            "agreement": self.agreement.standing.state in {"not_known", "none", "oral", "draft"}
            or self.agreement.standing.changed,
            "anchoring": not self.anchoring.money_known
            or not self.anchoring.answered
            or (self.anchoring.next is not None and self.anchoring.next.state == "due"),
            "pulse": not self.pulse.running and not self.pulse.last,
        }
        return next((stage for stage, waits in to_do.items() if waits), None)


def way_of(
    installation: Installation,
    session: Session,
    actor: Actor,
    collaboration_id: str,
    as_of: date,
) -> Way:
    """All stages, in a reading at hand of a use case that has asked who may.

    Refusal (not_found) if there is no such collaboration.
    """
    zone = ZoneInfo(installation.settings.time_zone)
    return Way(
        parties=parties_of(installation, session, actor, collaboration_id, as_of),
        purpose=summary(purpose_of(session, collaboration_id, as_of)),
        agreement=agreement_of(session, collaboration_id, as_of),
        anchoring=anchoring_of(session, collaboration_id, as_of),
        pulse=pulse_of(session, collaboration_id, as_of, zone),
    )
