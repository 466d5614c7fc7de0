"""Sentences about what is written, and about names."""

from __future__ import annotations

from matcher.landscape.arrays import row_of
from matcher.landscape.language import language_of, stem, words
from matcher.suggest import Fact, Reason
from matcher.wording.message import Listed, Message, Value, listed, message
from matcher.wording.suggestion.names import spelled
from matcher.wording.suggestion.pair import Pair, some
from matcher.wording.suggestion.signal_texts import Texts, Unknown, always, always_unknown

OTHER_WORDS = message("other words")
NOBODYS = Unknown(message("It is not said whose idea it is."), message("Say whose idea it is."))


def no_text(pair: Pair) -> Unknown:
    """Why nothing of the question can be read."""
    return Unknown(
        pair.written(
            message("There is no text about you to compare with."),
            message("The idea has no text to compare with."),
        ),
        pair.written(
            message("Write a few sentences about what you do."),
            message("Describe the idea in a few sentences."),
        ),
    )


def _no_words(pair: Pair, asked: int) -> Unknown:
    if not asked:
        return no_text(pair)
    return Unknown(
        message("There is no text about them to compare with."),
        message("Ask them for a few sentences about what they do."),
    )


def _words(pair: Pair, reason: Reason) -> Listed:
    """Words as the question spells them, each in one form, and that there are others."""
    language = language_of(words(pair.query.text.text))
    told: dict[str, Value] = {}
    for fact in reason.facts:
        if fact.id is not None:
            told.setdefault(stem(fact.id, language), fact.id)
    others = any(fact.id is None for fact in reason.facts)
    return listed([*told.values(), OTHER_WORDS] if others else [*told.values()])


def _same_words(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return pair.written(
            message("The texts about you and about them have no telling words in common."),
            message("The texts about them have none of the telling words of the idea."),
        )
    told = _words(pair, reason)
    return pair.written(
        message("In texts about you and about them: {words}.", words=told),
        message("In the idea and in texts about them: {words}.", words=told),
    )


def _like_words(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return pair.written(
            message("Nothing in their name or the texts about them is like texts about you."),
            message("Nothing in their name or the texts about them is like the idea."),
        )
    return message(
        "Their name or texts about them have words like these: {words}.", words=_words(pair, reason)
    )


def _named(pair: Pair, reason: Reason) -> Message:
    if not reason.facts:
        return pair.written(
            message("They are not named in texts about you."),
            message("They are not named in the idea."),
        )
    if len(reason.facts) == len(row_of(pair.landscape.called.named, pair.they)[0]):
        return pair.written(
            message("Their whole name is in texts about you."),
            message("Their whole name is in the idea."),
        )
    told = _of_name(pair, reason.facts)
    return pair.written(
        message("Of their name this is in texts about you: {words}.", words=told),
        message("Of their name this is in the idea: {words}.", words=told),
    )


def _part_of_name(pair: Pair, reason: Reason) -> Message:
    if len(reason.facts) < len(row_of(pair.landscape.called.named, pair.they)[0]):
        return message("Other words of their name are not there.")
    return message("The words of their name are in other texts, too.")


def _like_name(pair: Pair, reason: Reason) -> Message:
    asker = pair.query.asker
    name = None if asker is not None else pair.landscape.names[int(pair.query.team[0])]
    if not reason.facts:
        return (
            message("Your names have no words in common.")
            if name is None
            else message("Their name has no words in common with {name}.", name=name)
        )
    told = _of_name(pair, reason.facts)
    if name is None:
        return message("In both names: {words}.", words=told)
    return message("In their name and in {name}: {words}.", name=name, words=told)


def _of_name(pair: Pair, facts: tuple[Fact, ...]) -> Listed:
    """Words of their name as it spells them."""
    name = pair.landscape.names[pair.they]
    return some([spelled(name, fact.id or "") for fact in facts])


TEXTS = {
    "similar_words": Texts(
        label=message("They write about the same things."),
        unknown=lambda pair: _no_words(pair, len(pair.query.text.words[0])),
        found=_same_words,
        short=always(message("Texts about others have more of the same words.")),
    ),
    "similar_letters": Texts(
        label=message("Their name and texts have words like yours."),
        unknown=lambda pair: _no_words(pair, len(pair.query.text.letters[0])),
        found=_like_words,
        short=always(message("The names and texts of others have more such words.")),
    ),
    "named": Texts(
        label=message("They are named in the text."),
        unknown=no_text,
        found=_named,
        short=_part_of_name,
    ),
    "similar_name": Texts(
        label=message("Your names are alike, so you may do similar things."),
        unknown=always_unknown(NOBODYS),
        found=_like_name,
        short=always(message("The other words of the names differ.")),
    ),
}
