"""Where an agreement stands: written, laid before the parties, accepted by whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal[
    "not_known", "none", "oral", "elsewhere", "draft", "laid_before", "some", "all"
]  # fmt: skip
"""What is known: nothing; that there is none; an oral one; a written one that was made elsewhere;
a draft; a version that is laid before the parties, accepted by some, or by all who take part."""

_RECORDED: dict[str | None, State] = {"none": "none", "oral": "oral", "written": "elsewhere"}


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionAccepted:
    """A version by its number, and the parties that accepted it."""

    number: int
    by: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where an agreement stands.

    `number` is the newest version's; `accepted` and `missing` are parties that take part, in the
    order given; `in_force` is the newest version that all of them accepted; `changed` says that
    the draft no longer says what the newest version does.
    """

    state: State
    number: int | None
    accepted: tuple[str, ...]
    missing: tuple[str, ...]
    in_force: int | None
    changed: bool


def standing(
    *,
    recorded: str | None,
    drafted: bool,
    versions: Sequence[VersionAccepted],
    parties: Sequence[str],
    changed: bool = False,
) -> Standing:
    """Where it stands, from what the collaboration records, the draft and the versions.

    `recorded` is the collaboration's own state of agreement, None where it is not known: that is
    not the same as none. `parties` are those that take part now: who left need not accept, and
    who came later has not yet.
    """
    newest = max(versions, key=lambda each: each.number, default=None)
    if newest is None:
        state: State = "draft" if drafted else _RECORDED.get(recorded, "not_known")
        return Standing(
            state=state, number=None, accepted=(), missing=(), in_force=None, changed=False
        )
    accepted = tuple(each for each in parties if each in newest.by)
    missing = tuple(each for each in parties if each not in newest.by)
    return Standing(
        state=_accepted(accepted, missing),
        number=newest.number,
        accepted=accepted,
        missing=missing,
        in_force=_in_force(versions, frozenset(parties)),
        changed=changed,
    )


def _accepted(accepted: Collection[str], missing: Collection[str]) -> State:
    if not accepted:
        return "laid_before"
    return "some" if missing else "all"


def _in_force(versions: Sequence[VersionAccepted], parties: frozenset[str]) -> int | None:
    numbers = [each.number for each in versions if parties and parties <= each.by]
    return max(numbers, default=None)
