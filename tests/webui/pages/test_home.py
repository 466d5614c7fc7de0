"""The overview: what one can do next, the numbers, and what ends soon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from matcher.services.due.table import SOURCES
from matcher.services.installation import Installation
from tests.factories import make_collaboration, make_organisation, make_shortlist
from tests.webui.conftest import Client


@pytest.mark.parametrize(
    ("role", "there", "missing"),
    [
        ("reader", ["/organisations", "/maps"], ["/import", "/people", "/organisations/new"]),
        ("editor", ["/import", "/export", "/organisations/new"], ["/people"]),
        ("administrator", ["/import", "/people", "/collaborations/new"], []),
    ],
)
def test_the_next_steps_are_those_one_may_take(
    role: str, there: list[str], missing: list[str], client_as: Callable[..., Client]
) -> None:
    page = client_as(role).get("/").text
    for path in there:
        assert f'href="{path}"' in page
    for path in missing:
        assert f'href="{path}"' not in page


def test_an_empty_network_begins_with_a_list(client_as: Callable[..., Client]) -> None:
    assert "no organisations here yet" in client_as("editor", "en").get("/").text


def test_what_ends_soon_leads_to_it(
    installation: Installation, client_as: Callable[..., Client]
) -> None:
    soon = date.today() + timedelta(days=40)
    a, b = make_organisation(installation, "A"), make_organisation(installation, "B")
    key = make_collaboration(
        installation, "Fælles <have>", [a, b], funding_end=soon, agreement="oral"
    )
    make_collaboration(installation, "Langt ude", [a, b], end=soon + timedelta(days=400))
    page = client_as("reader", "en").get("/").text
    assert f'href="/collaborations/{key}"' in page
    assert "Fælles &lt;have&gt;" in page
    assert "The funding" in page
    assert "Oral only" in page
    assert "Langt ude" not in page


def test_the_latest_shortlists_lead_to_them(
    installation: Installation, client_as: Callable[..., Client]
) -> None:
    key = make_shortlist(installation, "Høstfesten")
    make_organisation(installation)
    assert f'href="/shortlists/{key}"' in client_as("reader").get("/").text


def test_it_asks_the_database_a_few_times(
    installation: Installation,
    client_as: Callable[..., Client],
    queries: Callable[[], object],
) -> None:
    client = client_as("editor")
    counts = []
    for more in (1, 20):
        for n in range(more):
            a, b = make_organisation(installation, f"A{n}"), make_organisation(installation)
            end = date.today() + timedelta(days=n)
            make_collaboration(installation, f"C{n}", [a, b], end=end)
            make_shortlist(installation, organisation=a)
        with queries() as sent:  # type: ignore[attr-defined]
            assert client.get("/").status_code == 200
        counts.append(len(sent))
    # Four of its own, and what is due asks each of its sources in one to three.
    assert counts[0] == counts[1] <= 4 + 3 * len(SOURCES)
