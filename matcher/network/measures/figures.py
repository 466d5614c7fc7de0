"""The figures of the whole network as a table: what each is called and means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.wording.message import Message, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One figure of a network: see `matcher.network.measures.table.Measure`."""

    label: Message
    meaning: Message
    formula: Message
    reference: str
    decimals: int = 0
    broker: bool = False
    share: bool = False
    """Whether it is shown in per cent."""


_BOOK = "Wasserman & Faust (1994), Social Network Analysis"

FIGURES: Mapping[str, Figure] = {
    "nodes": Figure(
        label=message("Organisations"),
        meaning=message("All that are on the map, with and without ties."),
        formula=message("n"),
        reference=_BOOK,
    ),
    "ties": Figure(
        label=message("Ties"),
        meaning=message("Pairs that work or have worked together."),
        formula=message("m"),
        reference=_BOOK,
    ),
    "mean_degree": Figure(
        label=message("Ties of an organisation, on average"),
        meaning=message("How many others an organisation works with."),
        formula=message("2m/n"),
        reference=_BOOK,
        decimals=1,
    ),
    "isolates": Figure(
        label=message("Organisations without ties"),
        meaning=message("Nobody is known to work with them: ask them, or invite them."),
        formula=message("Organisations with degree 0."),
        reference=_BOOK,
    ),
    "components": Figure(
        label=message("Separate parts"),
        meaning=message("Between two parts there is no way; one without ties is a part itself."),
        formula=message("Connected components."),
        reference=_BOOK,
    ),
    "largest_component": Figure(
        label=message("Organisations in the largest part"),
        meaning=message("So many can reach each other from partner to partner."),
        formula=message("The size of the largest component."),
        reference=_BOOK,
    ),
    "density": Figure(
        label=message("Density"),
        meaning=message(
            "How many of all the ties there could be there are; large networks are thin."
        ),
        formula=message("2m/(n(n − 1))"),
        reference=_BOOK,
        decimals=2,
        share=True,
    ),
    "mean_distance": Figure(
        label=message("Steps between two, on average"),
        meaning=message(
            "How many introductions it takes from one organisation to another that it can reach."
        ),
        formula=message("The mean of the shortest distances of all pairs that are connected."),
        reference=_BOOK,
        decimals=2,
    ),
    "centralisation": Figure(
        label=message("Centralisation"),
        meaning=message("100 % if all ties are with one organisation, 0 if all have equally many."),
        formula=message("The sum of (greatest degree − degree), over the most that it can be."),
        reference="Freeman (1978), Social Networks 1, 215–239",
        decimals=1,
        share=True,
    ),
    "modularity": Figure(
        label=message("How clearly it falls into groups"),
        meaning=message(
            "Near 0: no groups. To be compared with the next figure, for chance makes groups too."
        ),
        formula=message(
            "Modularity of the groups that Louvain’s method finds, ties counted by strength."
        ),
        reference="Newman & Girvan (2004), PRE 69, 026113; Blondel et al. (2008), JSTAT P10008",
        decimals=2,
    ),
    "modularity_by_chance": Figure(
        label=message("The same, by chance"),
        meaning=message(
            "What the same method finds when the ties are mixed at random. The groups are real if "
            "the network is at least 0.1 above it."
        ),
        formula=message(
            "Modularity of the rewired network; every organisation keeps its number of ties."
        ),
        reference="Maslov & Sneppen (2002), Science 296, 910–913",
        decimals=2,
    ),
    "ei_index": Figure(
        label=message("Ties across sectors (E–I index)"),
        meaning=message("1 if all ties lead to other sectors, −1 if all stay within their own."),
        formula=message(
            "(ties between sectors − ties within) / all of them, where both sectors are known."
        ),
        reference="Krackhardt & Stern (1988), Social Psychology Quarterly 51, 123–140",
        decimals=2,
    ),
    "sector_assortativity": Figure(
        label=message("Like with like (assortativity by sector)"),
        meaning=message(
            "Above 0 if organisations work with their own sector more than chance would have it, "
            "below 0 if less."
        ),
        formula=message("(share of ties within sectors − that by chance) / (1 − that by chance)"),
        reference="Newman (2003), PRE 67, 026126",
        decimals=2,
    ),
    "articulation_points": Figure(
        label=message("Organisations that hold parts together"),
        meaning=message("If one of them leaves, the network falls into more parts."),
        formula=message("Articulation points (cut points)."),
        reference="Hopcroft & Tarjan (1973), Communications of the ACM 16, 372–378",
        broker=True,
    ),
    "bridges": Figure(
        label=message("Ties that hold parts together"),
        meaning=message("If one of them ends, the network falls into more parts."),
        formula=message("Bridges."),
        reference="Tarjan (1974), Information Processing Letters 2, 160–161",
        broker=True,
    ),
}
"""By the names in the answer of `samspil measures`, in the order in which people read them."""
