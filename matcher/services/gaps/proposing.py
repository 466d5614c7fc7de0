"""The ties that would help with a gap, each with its reasons."""

from __future__ import annotations

from matcher.network.gaps.analysis import Gaps
from matcher.network.gaps.asking import Between, Gap, Question, question
from matcher.network.gaps.helping import Barred, HelpingTie, helping_ties
from matcher.recipe import Recipe
from matcher.services.gaps.found import Found
from matcher.services.gaps.naming import Naming
from matcher.services.gaps.results import ProposedTie
from matcher.services.installation import Installation
from matcher.services.shortlists.why import whys
from matcher.services.suggest_partners import suggest_only
from matcher.store.queries.barred import barred_pairs
from matcher.store.queries.shortlists import holding
from matcher.wording.gaps import connects, gained
from matcher.wording.message import Message

MOST_MARKED = 24
"""Organisations that are marked on a map: an address takes no more, nor does an eye."""


def gap_at(gaps: Gaps, kind: str, at: int) -> Gap | Between:
    """The gap at a place of the table of its kind."""
    if kind == "sectors":
        return Between(codes="sector", meeting=gaps.sectors[at])
    if kind == "kinds":
        return Between(codes="kind", meeting=gaps.kinds[at])
    found: tuple[Gap, ...] = getattr(gaps, kind)
    return found[at]


def asked_of(found: Found, kind: str, at: int) -> Question:
    """Which ties would help with the gap at a place."""
    return question(gap_at(found.gaps, kind, at), found.gaps)


def barred(installation: Installation, found: Found) -> Barred:
    """Whom people have said no to, or of, for each row."""
    with installation.reading() as session:
        pairs = barred_pairs(session)
    landscape = found.network.landscape

    def rows(row: int) -> list[int]:
        keys = pairs.get(landscape.ids[row], ())
        return sorted(landscape.index[key] for key in keys if key in landscape.index)

    return rows


def best_ties(
    installation: Installation, found: Found, asked: Question, recipe: Recipe, most: int
) -> tuple[HelpingTie, ...]:
    """At most so many ties, the most helpful first."""
    return helping_ties(found.gaps, asked, recipe, barred(installation, found), most)


def proposed(
    installation: Installation, found: Found, ties: tuple[HelpingTie, ...], recipe: Recipe
) -> tuple[ProposedTie, ...]:
    """The ties in words, with the reasons that the candidate is suggested to the asker for."""
    naming, landscape = Naming(found=found), found.network.landscape
    with installation.reading() as session:
        kept = holding(session, [landscape.ids[tie.candidate] for tie in ties])
    shown = []
    for tie in ties:
        listed = suggest_only(landscape, tie.asker, tie.candidate, recipe)
        (why,) = whys(listed, landscape)
        candidate = naming.side(tie.candidate)
        shown.append(
            ProposedTie(
                asker=naming.side(tie.asker),
                candidate=candidate,
                fit=tie.fit,
                gain=tie.gain,
                measure=tie.measure,
                brings=_brings(found.gaps, tie),
                also=_also(tie),
                before=bool(landscape.past[tie.asker, tie.candidate]),
                why=why,
                kept_on=kept.get(candidate.id, ()),
            )
        )
    return tuple(shown)


def marked(found: Found, asked: Question, ties: tuple[HelpingTie, ...]) -> tuple[str, ...]:
    """The ids of those whom a gap is about, those with a proposed tie first."""
    rows = [row for tie in ties for row in (tie.asker, tie.candidate)]
    rows += asked.concerned.tolist()
    ids = found.network.landscape.ids
    return tuple(ids[row] for row in list(dict.fromkeys(rows))[:MOST_MARKED])


def _brings(gaps: Gaps, tie: HelpingTie) -> Message:
    alone = tie.measure == "connected" and gaps.ties.degree[tie.asker] == 0
    return connects(tie.gain) if alone else gained(tie.measure, tie.gain)


def _also(tie: HelpingTie) -> Message | None:
    if tie.measure == "connected" or not tie.connected:
        return None
    return gained("connected", tie.connected)
