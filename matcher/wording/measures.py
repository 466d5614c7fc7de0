"""On how much measures rest, and how sure they are, in sentences."""

from __future__ import annotations

from matcher.wording.message import Message, message


def coverage_sentence(organisations: int, with_ties: int) -> Message:
    """Of how many ties are known; they are the ground under all measures."""
    if not organisations:
        return message("There are no organisations yet.")
    return message(
        "Ties are known for {share} % of the organisations ({with_ties} of {organisations}).",
        share=round(100 * with_ties / organisations),
        with_ties=with_ties,
        organisations=organisations,
    )


def sampling_sentence(sources: int, organisations: int) -> Message:
    """That some measures are estimated."""
    return message(
        "The network is large: the measures of shortest ways are estimated from the ways of "
        "{sources} of {organisations} organisations, drawn at random.",
        sources=sources,
        organisations=organisations,
    )
