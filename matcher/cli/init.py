"""`samspil init [--demo]`: a database ready for use, and the first administrator's link."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.services.set_up import is_empty, set_up
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "init",
        parents=everywhere,
        help="make or update the database; prints the first administrator's one-time link",
    )
    parser.add_argument("--demo", action="store_true", help="load the demo network")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Migrate, load the vocabularies (and the demo network once), print the link."""
    from matcher.services.sign_in import make_first_administrator_link
    from seed_data.vocabulary import read_vocabulary

    installation, output = context.unprepared, context.output
    set_up(installation, context.actor, read_vocabulary())
    loaded = arguments.demo and is_empty(installation, context.actor)
    if loaded:
        _load_demo(context)
    link = make_first_administrator_link(installation, context.actor)
    if output.format == "json":
        output.json({"demo": loaded, "link": link})
        return
    output.line(message("The database is ready."))
    if arguments.demo and not loaded:
        output.line(message("It already holds organisations, so the demo network was not loaded."))
    if link is not None:
        output.line(message("Sign in as the first administrator: {link}", link=link))
    else:
        output.line(
            message("There is an administrator. A new sign-in link: samspil user link MAIL")
        )


def _load_demo(context: Context) -> None:
    from matcher.services.importing import import_files
    from seed_data.demo import write_shifted
    from seed_data.partnership import carry_on

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo"
        write_shifted(path, context.as_of)
        import_files(context.installation, context.actor, [path], strict=True)
    carry_on(context.installation, context.actor, context.as_of)
