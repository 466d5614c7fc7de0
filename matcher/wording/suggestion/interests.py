"""Sentences about themes and target groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from matcher.landscape.arrays import IntArray
from matcher.suggest import Reason
from matcher.wording.message import Listed, Message, message, messages_n
from matcher.wording.suggestion.pair import Pair, columns, some
from matcher.wording.suggestion.signal_texts import Texts, Unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class _Subject:
    """What is said of one vocabulary; counted texts are given how many and which.

    Of two texts the second is for an idea that is nobody's yet.
    """

    vocabulary: str
    yours_unknown: tuple[Unknown, Unknown]
    theirs_unknown: Unknown
    none: tuple[Message, Message]
    shared: Callable[[int, Listed], Message]
    derived: Callable[[int, Listed], Message]
    both: Callable[[int, Listed, Listed], Message]
    not_theirs: tuple[Callable[[Listed], Message], Callable[[Listed], Message]]
    many_others: Message
    common: Message

    def texts(self, label: Message) -> Texts:
        """The texts of the signal."""
        return Texts(label=label, unknown=self.unknown, found=self.found, short=self.short)

    def unknown(self, pair: Pair) -> Unknown:
        """Whose interests are not known."""
        if len(_yours(self, pair)):
            return self.theirs_unknown
        return self.yours_unknown[pair.query.asker is None]

    def found(self, pair: Pair, reason: Reason) -> Message:
        """What is in common, those terms apart that are known from collaborations."""
        said = pair.terms(self.vocabulary, [f for f in reason.facts if f.kind == self.vocabulary])
        done = pair.terms(self.vocabulary, [f for f in reason.facts if f.kind != self.vocabulary])
        if said and done:
            return self.both(len(said), some(said), some(done))
        if said:
            return self.shared(len(said), some(said))
        if done:
            return self.derived(len(done), some(done))
        return pair.said(*self.none)

    def short(self, pair: Pair, reason: Reason) -> Message:
        """Why what is in common does not count for more."""
        lacking = pair.lacking(self.vocabulary, _yours(self, pair), reason)
        if lacking:
            return self.not_theirs[pair.query.asker is None](some(lacking))
        if len(_theirs(self, pair)) > len(reason.facts):
            return self.many_others
        return self.common


def _yours(subject: _Subject, pair: Pair) -> IntArray:
    query = pair.query
    return query.themes.at if subject.vocabulary == "theme" else query.target_groups.at


def _theirs(subject: _Subject, pair: Pair) -> IntArray:
    landscape, row = pair.landscape, pair.they
    if subject.vocabulary == "theme":
        return columns(landscape.themes, landscape.derived_themes, row=row)
    return columns(landscape.target_groups, landscape.derived_target_groups, row=row)


_THEMES = _Subject(
    vocabulary="theme",
    yours_unknown=(
        Unknown(message("We do not know your themes."), message("Say which themes are yours.")),
        Unknown(message("The idea names no themes."), message("Say which themes the idea has.")),
    ),
    theirs_unknown=Unknown(
        message("We do not know their themes."), message("Ask them which themes are theirs.")
    ),
    none=(
        message("You have no themes in common."),
        message("They have none of the themes of the idea."),
    ),
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
    not_theirs=(
        lambda terms: message("Your themes that they do not share: {terms}.", terms=terms),
        lambda terms: message("Themes of the idea that they do not share: {terms}.", terms=terms),
    ),
    many_others=message("They have other themes, too."),
    common=message("Many share these themes, or they are known from collaborations only."),
)

_TARGET_GROUPS = _Subject(
    vocabulary="target_group",
    yours_unknown=(
        Unknown(
            message("We do not know your target groups."), message("Say whom you are there for.")
        ),
        Unknown(message("The idea names no target groups."), message("Say whom the idea is for.")),
    ),
    theirs_unknown=Unknown(
        message("We do not know their target groups."), message("Ask them whom they are there for.")
    ),
    none=(
        message("You have no target groups in common."),
        message("They have none of the target groups of the idea."),
    ),
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
    not_theirs=(
        lambda terms: message("Your target groups that they do not share: {terms}.", terms=terms),
        lambda terms: message(
            "Target groups of the idea that they do not share: {terms}.", terms=terms
        ),
    ),
    many_others=message("They have other target groups, too."),
    common=message("Many share these target groups, or they are known from collaborations only."),
)

TEXTS = {
    "shared_themes": _THEMES.texts(message("You care about the same themes.")),
    "shared_target_groups": _TARGET_GROUPS.texts(
        message("You are there for the same target groups.")
    ),
}
