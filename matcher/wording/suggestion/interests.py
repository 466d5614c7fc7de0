"""Sentences about themes and target groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matcher.landscape.arrays import IntArray
from matcher.suggest import Reason
from matcher.wording.message import Listed, Message, message, messages_n
from matcher.wording.suggestion.pair import Pair, columns, some


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What is said of one vocabulary; counted texts are given how many and which."""

    vocabulary: str
    yours_unknown: Message
    theirs_unknown: Message
    none: Message
    shared: Callable[[int, Listed], Message]
    derived: Callable[[int, Listed], Message]
    both: Callable[[int, Listed, Listed], Message]
    not_theirs: Callable[[Listed], Message]
    many_others: Message
    common: Message


THEMES = Subject(
    vocabulary="theme",
    yours_unknown=message("We do not know your themes."),
    theirs_unknown=message("We do not know their themes."),
    none=message("You have no themes in common."),
    shared=lambda n, terms: messages_n(
        "Shared theme: {terms}.", "Shared themes: {terms}.", n=n, terms=terms
    ),
    derived=lambda n, terms: messages_n(
        "Shared theme, to judge by collaborations: {terms}.",
        "Shared themes, to judge by collaborations: {terms}.",
        n=n,
        terms=terms,
    ),
    both=lambda n, terms, derived: messages_n(
        "Shared theme: {terms}; to judge by collaborations also {derived}.",
        "Shared themes: {terms}; to judge by collaborations also {derived}.",
        n=n,
        terms=terms,
        derived=derived,
    ),
    not_theirs=lambda terms: message("Your themes that they do not share: {terms}.", terms=terms),
    many_others=message("They have other themes than yours too."),
    common=message("Many share these themes, or they are known from collaborations only."),
)

TARGET_GROUPS = Subject(
    vocabulary="target_group",
    yours_unknown=message("We do not know your target groups."),
    theirs_unknown=message("We do not know their target groups."),
    none=message("You have no target groups in common."),
    shared=lambda n, terms: messages_n(
        "Shared target group: {terms}.", "Shared target groups: {terms}.", n=n, terms=terms
    ),
    derived=lambda n, terms: messages_n(
        "Shared target group, to judge by collaborations: {terms}.",
        "Shared target groups, to judge by collaborations: {terms}.",
        n=n,
        terms=terms,
    ),
    both=lambda n, terms, derived: messages_n(
        "Shared target group: {terms}; to judge by collaborations also {derived}.",
        "Shared target groups: {terms}; to judge by collaborations also {derived}.",
        n=n,
        terms=terms,
        derived=derived,
    ),
    not_theirs=lambda terms: message(
        "Your target groups that they do not share: {terms}.", terms=terms
    ),
    many_others=message("They have other target groups than yours too."),
    common=message("Many share these target groups, or they are known from collaborations only."),
)


def shared(subject: Subject, pair: Pair, reason: Reason) -> Message:
    """What is in common, those terms apart that are known from collaborations."""
    if reason.value is None:
        return subject.theirs_unknown if len(_yours(subject, pair)) else subject.yours_unknown
    said = pair.terms(
        subject.vocabulary, [fact for fact in reason.facts if fact.kind == subject.vocabulary]
    )
    done = pair.terms(
        subject.vocabulary, [fact for fact in reason.facts if fact.kind != subject.vocabulary]
    )
    if said and done:
        return subject.both(len(said), some(said), some(done))
    if said:
        return subject.shared(len(said), some(said))
    return subject.derived(len(done), some(done)) if done else subject.none


def apart(subject: Subject, pair: Pair, reason: Reason) -> Message:
    """Why what is in common does not count for more."""
    if not reason.facts or reason.value is None:
        return shared(subject, pair, reason)
    lacking = pair.lacking(subject.vocabulary, _yours(subject, pair), reason)
    if lacking:
        return subject.not_theirs(some(lacking))
    if len(_theirs(subject, pair)) > len(reason.facts):
        return subject.many_others
    return subject.common


def _yours(subject: Subject, pair: Pair) -> IntArray:
    query = pair.query
    return query.themes.at if subject.vocabulary == "theme" else query.target_groups.at


def _theirs(subject: Subject, pair: Pair) -> IntArray:
    landscape, row = pair.landscape, pair.they
    if subject.vocabulary == "theme":
        return columns(landscape.themes, landscape.derived_themes, row=row)
    return columns(landscape.target_groups, landscape.derived_target_groups, row=row)
