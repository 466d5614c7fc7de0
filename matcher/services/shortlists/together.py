"""Two people at the same shortlist: each changes what they touched, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from matcher.errors import Refusal
from matcher.wording.message import Message, Value, message


def settled(
    typed: Mapping[str, str],
    before: Mapping[str, str],
    now: Mapping[str, str],
    labels: Mapping[str, Value] = MappingProxyType({}),
) -> dict[str, str]:
    """The texts to save: what the person changed from `before`, else what is there `now`.

    A field that `before` does not name is taken as typed. Refusal (conflict) when somebody else
    has meanwhile changed the same field to something else: `fields` says at each what is there,
    by its label where `labels` has one, and `now` holds those texts, to be the next `before`.
    """
    touched = [name for name in typed if typed[name] != before.get(name)]
    clashing = [
        name for name in touched if name in before and now[name] not in (before[name], typed[name])
    ]
    if clashing:
        raise Refusal(
            "conflict",
            message("Somebody else has changed this while you were writing."),
            message("What you wrote is kept below. Save again to replace what they wrote."),
            fields={name: _now_it_says(labels.get(now[name], now[name])) for name in clashing},
            now={name: now[name] for name in typed},
        )
    return {name: typed[name] if name in touched else now[name] for name in typed}


def _now_it_says(text: Value) -> Message:
    if not text:
        return message("Somebody else has emptied this.")
    return message("Somebody else wrote: {text_there}", text_there=text)
