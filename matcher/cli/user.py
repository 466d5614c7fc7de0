"""`samspil user link MAIL`: a new one-time sign-in link for somebody with an account."""

from __future__ import annotations

import argparse
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb with its parts."""
    parser = verbs.add_parser("user", help="the people who sign in")
    parts = parser.add_subparsers(metavar="VERB", required=True)
    link = parts.add_parser("link", parents=everywhere, help="a new one-time sign-in link")
    link.add_argument("mail", metavar="MAIL")
    link.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Make the link. Refusal when nobody has that mail address."""
    from matcher.services.sign_in import make_sign_in_link

    link = make_sign_in_link(context.installation, context.actor, arguments.mail)
    if context.output.format == "json":
        context.output.json({"link": link})
    else:
        context.output.line(message("Sign in once with: {link}", link=link))
