"""What people read of each signal, gathered from the files of its subjects."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from matcher.signals import SIGNALS
from matcher.wording.suggestion import (
    affinity,
    area,
    capacities,
    experience,
    funding,
    interests,
    partners,
    place,
    readiness,
    sector,
    written,
)
from matcher.wording.suggestion.signal_texts import Texts

_SUBJECTS = (
    capacities,
    interests,
    experience,
    written,
    place,
    partners,
    affinity,
    area,
    funding,
    readiness,
    sector,
)
_ALL = {name: texts for subject in _SUBJECTS for name, texts in subject.TEXTS.items()}

TEXTS: Mapping[str, Texts] = MappingProxyType({name: _ALL[name] for name in SIGNALS})
"""Every signal's texts by its name; a test holds the labels to the signals' docstrings."""
