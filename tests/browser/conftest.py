"""A real browser for the tests: Chromium or Chrome, found on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.missing import missing
from tools import browser as browsers

# The browser's own errands on the network would show up among the pages' requests.
FLAGS = (
    "--no-sandbox",  # the tests may run as root, where the sandbox refuses to start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser, one to a worker; open a context of your own in it."""
    path = browsers.find()
    if path is None:
        missing(browsers.MISSING)
    if not browsers.driver_starts():
        missing(browsers.MISSING_LIBRARY)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield started
        started.close()
