"""The parts that pages are made of: what they escape, and what they say to whom."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask, render_template_string

IMPORTS = """
{% from "macros/page.html" import alert, bar, breadcrumbs, empty, history, icon, pagination,
   sector, status_badge with context %}
{% from "macros/forms.html" import buttons, checkbox, choices, error_summary, field, file_field,
   select, textarea with context %}
"""
EVIL = "<script>alert(1)</script>\"'"


@pytest.fixture
def draw(app: Flask) -> Any:
    """Draws a piece of template that uses the macros."""

    def drawn(text: str, **values: object) -> str:
        with app.test_request_context(headers={"Accept-Language": "en"}):
            return render_template_string(IMPORTS + text, **values)

    return drawn


@pytest.mark.parametrize(
    "call",
    [
        "alert(evil)",
        "bar(0.5, evil)",
        "breadcrumbs([(evil, '/'), (evil, None)])",
        "empty(evil, evil, '/', evil)",
        "history([{'when': evil, 'who': evil, 'what': evil, 'undo_url': '/undo'}])",
        "sector('public', evil)",
        "status_badge(evil)",
        "error_summary({'name': evil})",
        "field('name', evil, evil, hint=evil, error=evil, attributes={'placeholder': evil})",
        "textarea('name', evil, evil)",
        "select('name', evil, [(evil, evil)], evil)",
        "checkbox('name', evil)",
        "choices('name', evil, [(evil, evil)], [evil], error=evil)",
        "file_field('name', evil, hint=evil)",
        "buttons(evil, '/')",
    ],
)
def test_everything_is_escaped(draw: Any, call: str) -> None:
    assert "<script>" not in draw("{{ " + call + " }}", evil=EVIL)


@pytest.mark.parametrize(
    ("value", "width"), [(0, "0.0"), (0.256, "25.6"), (1, "100.0"), (7, "100.0"), (-1, "0.0")]
)
def test_a_bar_is_as_long_as_its_share(draw: Any, value: float, width: str) -> None:
    drawn = draw("{{ bar(value, 'x') }}", value=value)
    assert f'class="bar__value" width="{width}"' in drawn
    assert "style=" not in drawn


def test_a_bar_of_what_is_not_known_has_no_length(draw: Any) -> None:
    assert "bar__value" not in draw("{{ bar(None, 'x') }}{{ bar(0.5, 'x', known=false) }}")


def test_a_field_names_its_hint_and_its_error(draw: Any) -> None:
    drawn = draw("{{ field('cvr', 'CVR', '1', hint='h', error='e', required=true) }}")
    assert 'aria-describedby="cvr-hint cvr-error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert '<label class="form-label" for="cvr">' in drawn
    assert "(must be filled in)" in drawn


def test_the_error_summary_leads_to_the_fields(draw: Any) -> None:
    drawn = draw("{{ error_summary({'cvr': 'Wrong'}) }}")
    assert 'data-role="error-summary"' in drawn
    assert 'href="#cvr"' in drawn
    assert "error-summary" not in draw("{{ error_summary({}) }}")


@pytest.mark.parametrize(
    ("page", "pages", "numbers"),
    [
        (1, 1, []),
        (1, 3, [1, 2, 3]),
        (5, 9, [1, 4, 5, 6, 9]),
        (9, 9, [1, 8, 9]),
    ],
)
def test_pages_to_turn(draw: Any, page: int, pages: int, numbers: list[int]) -> None:
    drawn = draw(
        "{% macro url(n) %}?page={{ n }}{% endmacro %}{{ pagination(page, pages, url) }}",
        page=page,
        pages=pages,
    )
    found = [n for n in range(1, pages + 1) if f'aria-label="Page {n}"' in drawn]
    assert found == numbers
    assert ('aria-current="page"' in drawn) is bool(numbers)


@pytest.mark.parametrize(
    ("category", "role"),
    [("success", "status"), ("info", "status"), ("warning", "alert"), ("error", "alert")],
)
def test_messages_are_read_out(draw: Any, category: str, role: str) -> None:
    assert f'role="{role}"' in draw("{{ alert('x', category) }}", category=category)


def test_icons_are_silent_unless_they_stand_alone(draw: Any) -> None:
    assert 'aria-hidden="true"' in draw("{{ icon('map') }}")
    assert 'role="img" aria-label="Map"' in draw("{{ icon('map', 'Map') }}")
