"""`samspil VERB …`: the top layer. It may import everything; nothing imports it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from matcher.cli.arguments import parse
from matcher.cli.context import Context
from matcher.cli.output import Output
from matcher.errors import Refusal
from matcher.settings import read_settings
from matcher.store.database import answering
from matcher.wording.message import message


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong usage."""
    arguments = parse(argv)
    output = Output(arguments.format, arguments.language)
    try:
        context = Context(read_settings(os.environ), arguments.as_of, output)
        try:
            with answering():
                arguments.run(arguments, context)
            sys.stdout.flush()
        finally:
            context.close()
    except Refusal as refusal:
        output.refuse(refusal)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader (`head`, a pager) has seen enough
        _give_up_stdout()
        return 0
    except OSError as wrong:
        _give_up_stdout()
        output.refuse(
            Refusal("unavailable", message("The system says: {reason}.", reason=_reason(wrong)))
        )
        return 1
    return 0


def _reason(wrong: OSError) -> str:
    said = wrong.strerror or type(wrong).__name__
    return f"{said} ({wrong.filename})" if wrong.filename else said


def _give_up_stdout() -> None:
    """Nothing more can be written there; Python would complain once more at exit.

    It stays open until then, so no `with` closes it.
    """
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
