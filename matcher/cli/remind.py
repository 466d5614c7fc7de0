"""`samspil remind`: tells everybody by mail what is due."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matcher.cli.context import Context
from matcher.wording.message import Message, message, messages_n

if TYPE_CHECKING:
    from matcher.services.reminders import Reminded

_STATES = {
    "sent": message("sent"),
    "failed": message("not taken, goes with the next run"),
    "planned": message("would be sent"),
    "no_mail": message("wants no mail: call them"),
}


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "remind", parents=everywhere, help="tell everybody by mail what is due; run it daily"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say who would be told how much, and send nothing"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Send what is to be sent. Refusal where no mail can be sent, and where the server fails.

    A mail that was not taken for its receiver's sake is in the answer; the others are sent.
    """
    from matcher.services.reminders import plan_reminders, send_reminders

    remind = plan_reminders if arguments.dry_run else send_reminders
    found = remind(context.installation, context.actor, context.as_of)
    if context.output.format == "json":
        context.output.json(_answer(found, arguments, context))
        return
    if found or context.output.format == "csv":
        context.output.table(
            [message("To"), message("Things to do"), message("State"), message("Why")],
            [
                [each.email, each.things, context.output.say(_STATES[each.state]), each.reason]
                for each in found
            ],
        )
    context.output.line(_told(found, arguments.dry_run))


def _answer(
    found: Sequence[Reminded], arguments: argparse.Namespace, context: Context
) -> dict[str, Any]:
    return {
        "as_of": context.as_of.isoformat(),
        "dry_run": arguments.dry_run,
        **{state: sum(each.state == state for each in found) for state in _STATES},
        "digests": [
            {
                "email": each.email,
                "things": each.things,
                "state": each.state,
                "message_id": each.message_id,
                "reason": each.reason,
            }
            for each in found
        ],
    }


def _told(found: Sequence[Reminded], dry_run: bool) -> Message:
    if not found:
        return message("There is nothing new to tell anybody.")
    if dry_run:
        planned = sum(each.state == "planned" for each in found)
        return messages_n("One mail would be sent.", "{n} mails would be sent.", n=planned)
    sent = sum(each.state == "sent" for each in found)
    return messages_n("{n} mail was sent.", "{n} mails were sent.", n=sent)
