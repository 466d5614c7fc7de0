"""The pulse of a collaboration: opened by the house, answered by the parties, read by both."""

from matcher.services.pulses.answer import AnswerForm, answer_pulse
from matcher.services.pulses.opening import close_pulse, open_pulse
from matcher.services.pulses.readings import Reading, Running
from matcher.services.pulses.show import (
    PartyPulse,
    PulsePage,
    PulseStage,
    party_pulse,
    pulse_stage,
    show_pulse,
    waits_for,
)

__all__ = [
    "AnswerForm",
    "PartyPulse",
    "PulsePage",
    "PulseStage",
    "Reading",
    "Running",
    "answer_pulse",
    "close_pulse",
    "open_pulse",
    "party_pulse",
    "pulse_stage",
    "show_pulse",
    "waits_for",
]
