"""The measures of an organisation as a table: what each is called, means, and rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.wording.message import Message, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One measure: what it is called, and what it says, in words for everybody.

    `formula` and `isolates` (what an organisation without ties gets) are for those who want to
    know; `reference` is where it comes from. `decimals` are what is shown, `broker` says whether it
    names brokers and needs most ties to be known, `weighted` whether it counts how strong ties are.
    """

    label: Message
    meaning: Message
    formula: Message
    isolates: Message
    reference: str
    decimals: int = 0
    broker: bool = False
    weighted: bool = False
    yes_or_no: bool = False


_ZERO = message("An organisation without ties has 0.")
_UNKNOWN = message("An organisation without ties has no value.")
_ROLES = "Gould & Fernandez (1989), Sociological Methodology 19, 89–126"
_HOLES = "Burt (2004), American Journal of Sociology 110, 349–399"

MEASURES: Mapping[str, Measure] = {
    "degree": Measure(
        label=message("How many it works with"),
        meaning=message("The number of other organisations that it works or has worked with."),
        formula=message("Degree: the number of ties."),
        isolates=_ZERO,
        reference="Freeman (1978), Social Networks 1, 215–239",
    ),
    "strength": Measure(
        label=message("How closely it works with others"),
        meaning=message(
            "All its ties added up: a small collaboration counts for more than a large one, where "
            "many hardly meet."
        ),
        formula=message(
            "Strength: the sum of the ties’ strengths. In a collaboration of n organisations each "
            "tie is 1/(n − 1), and a tie is at most 1."
        ),
        isolates=_ZERO,
        reference="Barrat et al. (2004), PNAS 101, 3747–3752; Newman (2001), PRE 64, 016132",
        decimals=1,
        weighted=True,
    ),
    "betweenness": Measure(
        label=message("How often it is the link between others"),
        meaning=message(
            "How many of the shortest ways between other organisations lead over this one."
        ),
        formula=message(
            "Betweenness: the share of all pairs of others whose shortest ways lead over it; where "
            "a pair has several, each counts its part."
        ),
        isolates=_ZERO,
        reference="Freeman (1977), Sociometry 40, 35–41; Brandes (2001), JMS 25, 163–177",
        decimals=4,
        broker=True,
    ),
    "harmonic": Measure(
        label=message("How near it is to everybody"),
        meaning=message(
            "How many organisations it reaches, where one at two steps counts a half, at three "
            "steps a third, and so on."
        ),
        formula=message(
            "Harmonic closeness: the sum of 1/(number of steps) over all others; those that cannot "
            "be reached add 0."
        ),
        isolates=_ZERO,
        reference="Marchiori & Latora (2000), Physica A 285, 539–546",
        decimals=1,
    ),
    "pagerank": Measure(
        label=message("How central its partners are"),
        meaning=message(
            "How often somebody comes by who walks from partner to partner at random: often, where "
            "its partners are central themselves."
        ),
        formula=message(
            "PageRank with damping 0.85, the same start for all; the values of all sum to 1."
        ),
        isolates=message("An organisation without ties has the smallest value."),
        reference="Brin & Page (1998), Computer Networks 30, 107–117",
        decimals=4,
    ),
    "core": Measure(
        label=message("How tightly knit the circle around it is"),
        meaning=message(
            "It is in a circle in which everybody works with at least so many of the others."
        ),
        formula=message("Core number: the k of the innermost k-core that it is in."),
        isolates=_ZERO,
        reference="Seidman (1983), Social Networks 5, 269–287",
    ),
    "clustering": Measure(
        label=message("How much its partners work with each other"),
        meaning=message(
            "The share of the pairs of its partners that also work with each other: 0 none, 1 all."
        ),
        formula=message("Local clustering: ties between partners / possible ties between them."),
        isolates=message("An organisation with fewer than two ties has 0."),
        reference="Watts & Strogatz (1998), Nature 393, 440–442",
        decimals=2,
    ),
    "constraint": Measure(
        label=message("How dependent it is on few partners"),
        meaning=message(
            "High where its partners are few or all know each other; low where they lead to "
            "different circles."
        ),
        formula=message(
            "Burt’s constraint: the sum over partners of (p + the p × p by way of others)², where "
            "p = 1/(number of ties)."
        ),
        isolates=_UNKNOWN,
        reference=_HOLES,
        decimals=2,
        broker=True,
    ),
    "effective_size": Measure(
        label=message("How many separate circles it reaches"),
        meaning=message(
            "The number of its partners, less those that it could also reach by way of the others."
        ),
        formula=message(
            "Burt’s effective size: ties − 2 × (ties between partners) / ties (Borgatti 1997)."
        ),
        isolates=_UNKNOWN,
        reference=f"Burt (1992), Structural Holes; {_HOLES}",
        decimals=1,
        broker=True,
    ),
    "coordinator": Measure(
        label=message("Links within its own sector"),
        meaning=message(
            "Pairs of its partners that do not work together, when all three are of one sector."
        ),
        formula=message("Gould and Fernandez’ coordinator: sectors A – A – A."),
        isolates=_ZERO,
        reference=_ROLES,
        broker=True,
    ),
    "consultant": Measure(
        label=message("Links two of another sector"),
        meaning=message(
            "Pairs of its partners that do not work together, when they are both of one sector and "
            "it is of another."
        ),
        formula=message("Gould and Fernandez’ consultant (itinerant broker): sectors B – A – B."),
        isolates=_ZERO,
        reference=_ROLES,
        broker=True,
    ),
    "gatekeeper": Measure(
        label=message("Links its own sector to another"),
        meaning=message(
            "Pairs of its partners that do not work together, when one is of its own sector and "
            "the other is not."
        ),
        formula=message(
            "Gould and Fernandez’ gatekeeper: sectors A – A – B. As ties have no direction, the "
            "representative is the same."
        ),
        isolates=_ZERO,
        reference=_ROLES,
        broker=True,
    ),
    "liaison": Measure(
        label=message("Links two other sectors"),
        meaning=message(
            "Pairs of its partners that do not work together, when all three are of different "
            "sectors."
        ),
        formula=message("Gould and Fernandez’ liaison: sectors B – A – C."),
        isolates=_ZERO,
        reference=_ROLES,
        broker=True,
    ),
    "articulation_point": Measure(
        label=message("Holds parts of the network together"),
        meaning=message("Without it the network would fall into more parts."),
        formula=message("Articulation point (cut point)."),
        isolates=message("An organisation without ties holds nothing together."),
        reference="Hopcroft & Tarjan (1973), Communications of the ACM 16, 372–378",
        broker=True,
        yes_or_no=True,
    ),
}
"""By the names that commands, files and addresses use."""

BROKERS = frozenset(name for name, measure in MEASURES.items() if measure.broker)

WHY_NOT_ENOUGH = message(
    "Where many ties are missing, some look like the only link between others and are not. "
    "Below 65 % nobody should be named as a broker."
)
"""Why measures of brokers are shown in grey."""
