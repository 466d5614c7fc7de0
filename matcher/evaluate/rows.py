"""A history as the engine reads it, and a question as an idea."""

from __future__ import annotations

import datetime as dt

from matcher.brief import Brief
from matcher.evaluate.folder import Organisation, Project, ProjectBrief
from matcher.evaluate.history import History
from matcher.landscape import (
    CollaborationRow,
    Landscape,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
)

SECTORS = {
    "business": "business",
    "private": "business",
    "nonprofit": "association",
    "association": "association",
    "public": "public",
    "education": "public",
}
_SAYS_NOTHING = ("", "unknown")
_NUTS_2 = 4
# When a project ends is not among what may be looked at; three years is what most grants last.
LASTS = dt.timedelta(days=3 * 365)


def history_rows(history: History) -> Rows:
    """All that is known before the cut, and nothing else, as rows of a landscape."""
    types = {each.type for each in history.organisations} - {*_SAYS_NOTHING}
    topics = {topic for project in history.projects for topic in project.brief.topics}
    return Rows(
        organisations=tuple(_organisation(each) for each in history.organisations),
        terms=(
            *(TermRow(id=word, vocabulary="kind", da=word, en=word) for word in sorted(types)),
            *(TermRow(id=word, vocabulary="theme", da=word, en=word) for word in sorted(topics)),
        ),
        collaborations=tuple(_collaboration(project) for project in history.projects),
        participations=tuple(
            ParticipationRow(
                collaboration=each.project, organisation=each.organisation, role=each.role or None
            )
            for each in history.participations
        ),
    )


def brief_of(brief: ProjectBrief, asker: int, landscape: Landscape) -> Brief:
    """The idea that an organisation (its row) asks with; topics nobody had before are left out."""
    theme = landscape.vocabularies["theme"].index
    return Brief(
        purpose=brief.text,
        themes=tuple(sorted(theme[topic] for topic in brief.topics if topic in theme)),
        area=brief.region or None,
        funding_source=brief.programme or None,
        asker=asker,
    )


def _organisation(each: Organisation) -> OrganisationRow:
    return OrganisationRow(
        id=each.id,
        name=each.name,
        sector=SECTORS.get(each.type),
        kind=None if each.type in _SAYS_NOTHING else each.type,
        district=each.nuts3 or None,
        municipality=each.nuts3[:_NUTS_2] or each.country or None,
        country=each.country or None,
    )


def _collaboration(project: Project) -> CollaborationRow:
    brief = project.brief
    told = "\n".join(part for part in (brief.objective, brief.description) if part)
    return CollaborationRow(
        id=project.id,
        title=brief.title,
        start=project.start,
        end=project.start + LASTS,
        themes=brief.topics,
        purpose=told or None,
        area=brief.region or None,
        funding_source=brief.programme or None,
    )
