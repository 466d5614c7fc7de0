"""Which organisation each is a unit of, as far as the files say."""

from __future__ import annotations

from collections.abc import Callable

from matcher.exchange.fault import Fault
from matcher.services.importing.call import Call
from matcher.services.importing.organisations import Placed
from matcher.services.importing.register import Register
from matcher.wording.message import message


def settle_parents(
    call: Call, placed: list[Placed], registered: Callable[[list[Placed]], Register]
) -> tuple[list[Placed], dict[str, str], Register]:
    """The rows that can stay, the parent per organisation, and where references lead to then.

    A row whose parent is unknown, rejected, itself, or in the end one of its own units, is
    rejected; so are then the rows that refer to it.
    """
    while True:
        register = registered(placed)
        parents = _found(call, placed, register)
        _refuse_circles(call, placed, parents)
        left = [each for each in placed if not call.rejections.has(each.at, each.row.row)]
        if len(left) == len(placed):
            return left, parents, register
        placed = left


def _found(call: Call, placed: list[Placed], register: Register) -> dict[str, str]:
    parents: dict[str, str] = {}
    for each in placed:
        written = each.row.parent
        if written is None:
            continue
        try:
            parent = register.find(written, each.table.group, call.origins.of_group(each.at))
            if parent == each.record_id:
                raise Fault(message("An organisation cannot be a unit of itself."))
        except Fault as fault:
            call.rejections.reject(
                each.at, each.table, each.row.row, "parent", written, fault.reason
            )
        else:
            parents[each.record_id] = parent
    return parents


def _refuse_circles(call: Call, placed: list[Placed], parents: dict[str, str]) -> None:
    above = {
        record_id: document["parent"]
        for record_id, document in call.desks["organisation"].before.items()
        if document["parent"]
    } | parents
    around = {record_id for record_id in parents if _comes_back(record_id, above)}
    for each in placed:
        if each.record_id in around and each.row.parent is not None:
            call.rejections.reject(
                each.at,
                each.table,
                each.row.row,
                "parent",
                each.row.parent,
                message("The organisation would be a unit of one of its own units."),
            )


def _comes_back(record_id: str, above: dict[str, str]) -> bool:
    seen = set()
    at = above.get(record_id)
    while at is not None and at not in seen:
        if at == record_id:
            return True
        seen.add(at)
        at = above.get(at)
    return False
