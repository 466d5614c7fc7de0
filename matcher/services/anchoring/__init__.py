"""Anchoring: how an activity goes on when its money ends."""

from matcher.services.anchoring.carrying_out import carried_out, mark_decision, own_decisions
from matcher.services.anchoring.ending import (
    MEANS,
    EndingGrant,
    ending_grants,
    export_ending_grants,
)
from matcher.services.anchoring.falling_results import Falls
from matcher.services.anchoring.falls import falls_on_map, show_falls
from matcher.services.anchoring.grants import GrantsForm, edit_grants, save_grants
from matcher.services.anchoring.plan import PlanForm, edit_plan, plan_fields, save_plan
from matcher.services.anchoring.show import (
    AnchoringPage,
    AnchoringStage,
    anchoring_stage,
    show_anchoring,
)
from matcher.services.anchoring.talk_form import talk_fields
from matcher.services.anchoring.talks import (
    TalkForm,
    delete_talk,
    edit_talk,
    hold_talk,
    save_talk,
)

__all__ = [
    "MEANS",
    "AnchoringPage",
    "AnchoringStage",
    "EndingGrant",
    "Falls",
    "GrantsForm",
    "PlanForm",
    "TalkForm",
    "anchoring_stage",
    "carried_out",
    "delete_talk",
    "edit_grants",
    "edit_plan",
    "edit_talk",
    "ending_grants",
    "export_ending_grants",
    "falls_on_map",
    "hold_talk",
    "mark_decision",
    "own_decisions",
    "plan_fields",
    "save_grants",
    "save_plan",
    "save_talk",
    "show_anchoring",
    "show_falls",
    "talk_fields",
]
