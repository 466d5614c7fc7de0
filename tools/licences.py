"""The licences of the packages that Samspil cannot do without: `python -m tools.licences`.

Read from what each installed package says of itself. A package whose licence is not on the list
of permissive ones is found by tests/house/test_licences.py before anybody passes it on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# SPDX names; none asks more of who passes the software on than to keep a notice.
PERMISSIVE = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "PSF-2.0",
        "Zlib",
        "ZPL-2.1",
    }
)

# How packages without an SPDX expression name the same licences.
_NAMES = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "Zope Public License": "ZPL-2.1",
}

# A longer text is the licence itself, not its name.
_SHORT = 40

# How the text of a licence is known where a package only ships it.
_TEXTS = {
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this "
    "software": "MIT",
}


def licence(package: Distribution) -> str:
    """The licence that an installed package names, as SPDX writes it where that is known.

    The expression counts first, then the classifier, then the free text if it is short, then the
    text of the licence that it ships; empty when the package names none.
    """

    def lines(field: str) -> list[str]:
        return package.metadata.get_all(field) or []

    if expression := lines("License-Expression"):
        return expression[0]
    named = [one.split(" :: ")[-1] for one in lines("Classifier") if one.startswith("License ::")]
    if not named:
        named = [text.strip() for text in lines("License") if len(text) <= _SHORT]
    if not named:
        texts = [package.read_text(f"licenses/{file}") for file in lines("License-File")]
        named = [name for text in texts if (name := _known(text or ""))]
    return " AND ".join(_NAMES.get(name, name) for name in named)


def _known(text: str) -> str | None:
    said = " ".join(text.split())
    return next((name for begin, name in _TEXTS.items() if begin in said), None)


def permissive(expression: str) -> bool:
    """Whether a licence expression leaves a choice that is permissive throughout.

    One that mixes AND and OR is permissive only if every licence in it is.

    >>> permissive("MIT AND Zlib"), permissive("GPL-3.0-only OR MIT")
    (True, True)
    >>> permissive("MIT AND LGPL-3.0-only"), permissive("")
    (False, False)
    """
    names = re.findall(r"[^\s()]+", expression)
    allowed = [name in PERMISSIVE for name in names if name not in {"AND", "OR"}]
    return all(allowed) if "AND" in names else any(allowed)


def required(name: str, extras: frozenset[str] = frozenset()) -> Iterator[Distribution]:
    """The installed packages that a package cannot do without on this system, each once.

    With `extras`, also what these ask for. PackageNotFoundError when one is not installed.
    """
    seen: set[str] = set()
    waiting = [(name, extras)]
    while waiting:
        wanted, with_extras = waiting.pop()
        package = distribution(wanted)
        if canonicalize_name(wanted) not in seen and wanted != name:
            yield package
        seen.add(canonicalize_name(wanted))
        for line in package.requires or []:
            one = Requirement(line)
            if canonicalize_name(one.name) not in seen and _applies(one, with_extras):
                waiting.append((one.name, frozenset(one.extras)))


def _applies(one: Requirement, extras: frozenset[str]) -> bool:
    if one.marker is None:
        return True
    return any(one.marker.evaluate({"extra": extra}) for extra in (extras or {""}))


def main() -> None:
    for package in sorted(required("samspil"), key=lambda one: one.name.lower()):
        print(f"{package.name:28}{package.version:12}{licence(package)}")


if __name__ == "__main__":
    main()
