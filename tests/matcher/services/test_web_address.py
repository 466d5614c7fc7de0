"""Which addresses people are led to."""

from __future__ import annotations

import pytest

from matcher.services.web_address import web_address


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("https://klub.example/a?b=c#d", "https://klub.example/a?b=c#d"),
        ("HTTP://Klub.Example", "HTTP://Klub.Example"),
        ("klub.example", "https://klub.example"),
        ("www.ø-klub.example/æ", "https://www.ø-klub.example/æ"),
        ("https://klub.example:8443/", "https://klub.example:8443/"),
    ],
)
def test_web_pages(written: str, leads_to: str) -> None:
    assert web_address(written) == leads_to


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "se facebook",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "https://",
        "https://localhost",
        "https://klub.example:x/",
        "https://[::1",
        "https://a@klub.example",
        "mailto:post@klub.example",
        "/sti/alene",
        "https:\\\\klub.example",
    ],
)
def test_all_else(written: str | None) -> None:
    assert web_address(written) is None
