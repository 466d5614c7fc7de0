"""The browser that the tests drive: find it, or install it.

`python -m tools.browser` prints its path; where none is found it installs one, and what Playwright
needs to drive it. The tests only look: what a test run needs is there before it begins.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

SETTING = "SAMSPIL_TEST_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = (
    "The browser tests need Chromium: sudo apt-get install chromium (on Ubuntu: "
    ".venv/bin/playwright install --with-deps chromium), or name a browser in " + SETTING
)

MISSING_LIBRARY = (
    "Playwright, which drives the browser, does not start: sudo apt-get install libatomic1"
)


def find(environ: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium or Chrome that starts, or None.

    What SAMSPIL_TEST_BROWSER names comes first and alone; then what is on the PATH; then the one
    that Playwright has downloaded.
    """
    if named := environ.get(SETTING):
        return named if _starts(named) else None
    return next((path for path in _candidates(environ) if _starts(path)), None)


def _candidates(environ: Mapping[str, str]) -> Iterator[str]:
    for name in NAMES:
        path = shutil.which(name, path=environ.get("PATH"))
        # A browser in a snap has a /tmp of its own: it would save files where no test sees them.
        if path and "/snap/" not in str(Path(path).resolve()):
            yield path
    yield from _downloaded(environ)


def _downloaded(environ: Mapping[str, str]) -> list[str]:
    default = Path(environ.get("HOME", "/")) / ".cache" / "ms-playwright"
    folder = Path(environ.get("PLAYWRIGHT_BROWSERS_PATH") or default)
    return sorted(
        (str(path) for path in folder.glob("chromium-*/chrome-linux*/chrome")), reverse=True
    )


def _starts(path: str) -> bool:
    """Whether the program is a browser: Ubuntu's /usr/bin/chromium-browser only asks for snap."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and bool(re.search(r"(Chromium|Chrome)\D* \d+", answer.stdout))


def driver_starts() -> bool:
    """Whether Playwright's own program runs here: a bare Debian lacks a library that it loads."""
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, capture_output=True).returncode == 0


def install() -> None:
    """Try what may be tried here: the system's own package, then Playwright's download."""
    if _may_install():
        if _shell("apt_has chromium && install_packages chromium fonts-liberation") and find():
            return
        _playwright("--with-deps")
    else:
        _playwright()


def _may_install() -> bool:
    return _shell("may_install >/dev/null")


def _shell(command: str) -> bool:
    script = Path(__file__).with_name("common.sh")
    return subprocess.run(["bash", "-c", f'. "{script}"; {command}']).returncode == 0


def _playwright(*options: str) -> None:
    print("Downloading Chromium with Playwright …", file=sys.stderr)
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", *options, "chromium"]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        reasons = [line for line in answer.stderr.splitlines() if line.startswith("Error: ")]
        print(*reasons[-1:], sep="\n", file=sys.stderr)


def main() -> int:
    """Print the browser's path, or on stderr what is missing and how to get it."""
    if not driver_starts() and not (_shell("install_packages libatomic1") and driver_starts()):
        print(MISSING_LIBRARY, file=sys.stderr)
        return 1
    if find() is None and not os.environ.get(SETTING):
        install()
    path = find()
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
