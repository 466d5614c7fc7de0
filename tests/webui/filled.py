"""What a browser would send of the form on a page that has a version, as it stands."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict


class _Fields(HTMLParser):
    """The fields of every form that is posted; buttons send nothing unless pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.data: MultiDict[str, str] = MultiDict()
        self.text: str | None = None  # of the textarea that is open
        self.name = ""
        self.select = ""
        self.chosen: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and name:
            boxed = given.get("type") in {"checkbox", "radio"}
            if not boxed or "checked" in given:
                self.data.add(name, value)
        elif tag == "textarea":
            self.name, self.text = name, ""
        elif tag == "select":
            self.select, self.chosen = name, None
        elif tag == "option" and self.select and ("selected" in given or self.chosen is None):
            self.chosen = value

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.text is not None:
            self.data.add(self.name, self.text)
            self.text = None
        elif tag == "select" and self.select:
            self.data.add(self.select, self.chosen or "")
            self.select = ""


def form_on(page: str) -> MultiDict[str, str]:
    """The fields of the form that has a version."""
    for form in re.findall(r"<form\b.*?</form>", page, re.DOTALL):
        if 'name="version"' in form:
            fields = _Fields()
            fields.feed(form)
            return fields.data
    raise AssertionError("no form with a version on the page")


def text_of(page: str) -> str:
    """What one reads on a page, spaces tidied; without the head."""
    body = re.sub(r"(?s)^.*?<body>", "", page)
    return " ".join(html.unescape(re.sub(r"(?s)<[^>]*>", " ", body)).split())
