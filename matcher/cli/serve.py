"""`samspil serve`: the pages, on one machine."""

from __future__ import annotations

import argparse
import errno
import socket
from typing import Any

from matcher.cli.beside import worker
from matcher.cli.context import Context
from matcher.errors import Refusal
from matcher.wording.message import message

# Enough for a team; each thread holds one request, and the records take one writer at a time.
_THREADS = 8


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser("serve", parents=everywhere, help="show the pages in a browser")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default 8000)")
    parser.add_argument(
        "--without-worker",
        action="store_true",
        help="start no worker beside it: you run `samspil work` yourself",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Serve until stopped. Refusal for an old schema and for an address that is taken."""
    import waitress

    from webui import create_app

    installation = context.installation
    listening = _listen(arguments.host, arguments.port)
    with listening:
        app = create_app(installation)
        server = waitress.create_server(
            app,
            sockets=[listening],
            threads=_THREADS,
            ident="samspil",
            # What proxies say is for the app to weigh (webui/proxies.py); without any, strangers
            # must not say it.
            clear_untrusted_proxy_headers=not installation.settings.proxies,
        )
        context.output.line(
            message(
                "Samspil answers at {address}. Stop it with Ctrl-C.",
                address=f"http://{_shown(arguments.host)}:{listening.getsockname()[1]}/",
            )
        )
        if arguments.without_worker:
            server.run()
            return
        with worker(context):
            server.run()


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=128)
    except (OSError, OverflowError) as wrong:
        taken = isinstance(wrong, OSError) and wrong.errno == errno.EADDRINUSE
        raise Refusal(
            "taken" if taken else "unavailable",
            message("Port {port} is in use by another program.", port=str(port))
            if taken
            else message("Cannot listen on {host}, port {port}.", host=host, port=str(port)),
            message("Choose another one, for example: samspil serve --port 8080"),
        ) from wrong
