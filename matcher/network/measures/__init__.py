"""Measures of the network: who is central, who stands between, how it hangs together.

Each is a pure function of a symmetric sparse matrix (and of sector codes), one subject a module;
`measured` takes them all, `MEASURES` and `FIGURES` say in words what they are.
"""

from matcher.network.measures.figures import FIGURES, Figure
from matcher.network.measures.measuring import Limits, measured
from matcher.network.measures.results import NetworkMeasures, as_plain, from_plain, plain_numbers
from matcher.network.measures.table import BROKERS, MEASURES, WHY_NOT_ENOUGH, Measure

__all__ = [
    "MEASURES",
    "Measure",
    "BROKERS",
    "WHY_NOT_ENOUGH",
    "FIGURES",
    "Figure",
    "NetworkMeasures",
    "plain_numbers",
    "Limits",
    "measured",
    "as_plain",
    "from_plain",
]
