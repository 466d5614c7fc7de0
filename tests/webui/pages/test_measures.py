"""`/maps/measures`: what it says, how it is ordered, and how the job is told."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from matcher.services import measure_network as service
from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.jobs import board
from matcher.services.jobs.queue import opened
from matcher.services.measure_network import MEASURES_JOB, measure_network
from matcher.wording.message import message
from tests.factories import make_collaboration, make_organisation
from tests.webui.conftest import Client
from tests.webui.filled import text_of
from webui import here

PAGE = "/maps/measures"


@pytest.fixture
def reader(client_as: Callable[..., Client]) -> Client:
    return client_as("reader", "en")


@pytest.fixture
def chain(installation: Installation) -> list[str]:
    """Three in a row, one of a name that tries to break out."""
    names = ("Alfa", "Beta <script>", "Gamma")
    ids = [make_organisation(installation, name, sector="association") for name in names]
    make_collaboration(installation, "Et", ids[:2], start="2020-01-01")
    make_collaboration(installation, "To", ids[1:], start="2020-01-01")
    return ids


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every network takes a job."""
    monkeypatch.setattr(service, "AT_ONCE", 0)


def test_a_small_network_is_measured_at_once(reader: Client, chain: list[str]) -> None:
    page = reader.get(PAGE).text
    told = text_of(page)
    assert "Ties are known for 100 % of the organisations (3 of 3)." in told
    assert "Beta &lt;script&gt;" in page
    assert "Measures are always of the whole network" in told
    assert page.index("Beta") < page.index(">Alfa<")  # the broker first
    assert '/maps?size=betweenness"' in page
    assert "How it is computed" in told
    assert "measures__unsure" not in page


@pytest.mark.usefixtures("chain")
def test_where_few_ties_are_known_brokers_are_grey_and_it_says_why(
    reader: Client, installation: Installation
) -> None:
    for number in range(4):
        make_organisation(installation, f"Ene {number}")
    page = reader.get(PAGE).text
    assert "measures__unsure" in page
    assert "nobody should be named as a broker" in page
    heading = page.split('data-role="measures"')[1].split("</thead>")[0]
    assert "by=degree" in heading.split('aria-sort="descending"')[1].split("</th>")[0]


@pytest.mark.usefixtures("chain")
def test_it_is_ordered_by_what_the_address_says(reader: Client) -> None:
    up = reader.get(f"{PAGE}?by=degree&order=up").text
    assert 'aria-sort="ascending"' in up
    assert up.index(">Alfa<") < up.index("Beta &lt;")
    assert reader.get(f"{PAGE}?by=luck").status_code == 422


@pytest.mark.usefixtures("large", "chain")
def test_a_large_network_is_asked_for_and_waited_for(
    reader: Client, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Compute the measures" in reader.get(PAGE).text
    assert reader.post(PAGE).status_code == 303
    waiting = reader.get(PAGE).text
    assert 'hx-trigger="every 2s"' in waiting
    assert "samspil work" not in waiting
    monkeypatch.setattr(board, "BEAT", -1.0)
    assert "samspil work" in reader.get(f"{PAGE}/status").text
    assert "HX-Refresh" not in reader.get(f"{PAGE}/status").headers
    with reader.application.test_request_context():
        measure_network(installation, OPERATOR, as_of=here.today())
    with opened(installation.settings) as queue:
        board.note_done(queue, MEASURES_JOB)
    assert reader.get(f"{PAGE}/status").headers["HX-Refresh"] == "true"
    assert "Ties are known for" in reader.get(PAGE).text


@pytest.mark.usefixtures("large", "chain")
def test_a_failure_is_told_and_can_be_tried_again(
    reader: Client, installation: Installation
) -> None:
    with opened(installation.settings) as queue:
        board.note_failed(queue, MEASURES_JOB, message("Sign in to see this page."))
    page = reader.get(PAGE).text
    assert "The measures could not be computed" in page
    assert "Sign in to see this page." in page
    assert "Try again" in page
    reader.post(PAGE)
    assert 'data-state="waiting"' in reader.get(PAGE).text


@pytest.mark.usefixtures("large", "chain")
def test_older_measures_are_shown_with_the_way_to_new_ones(
    reader: Client, installation: Installation
) -> None:
    with reader.application.test_request_context():
        measure_network(installation, OPERATOR, as_of=here.today())
    make_organisation(installation, "Ny")
    page = reader.get(PAGE).text
    assert "have changed since" in page
    assert "Compute the measures" in page
    assert "Beta" in page
    assert ">Ny<" not in page


def test_where_jobs_cannot_wait_the_page_says_what_to_set(
    make_installation: Callable[..., Installation],
    make_app: Callable[..., object],
    sign_in: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from matcher.store.queries import people
    from tests.webui.conftest import as_client

    monkeypatch.setattr(service, "AT_ONCE", 0)
    alone = make_installation(language="en", jobs_url="redis://127.0.0.1:1/0")
    make_organisation(alone, "Alfa")
    with alone.writing(OPERATOR) as work:
        user = people.add(work, email="a@samspil.example", role="reader", name="Kim Prøve")
        user.password_hash = "set"
        work.commit()
    client = sign_in(as_client(make_app(alone)), user)
    page = client.get(PAGE).text
    assert "SAMSPIL_JOBS_URL" in page
    assert client.post(PAGE).status_code == 303


def test_an_empty_network_says_what_to_do(reader: Client) -> None:
    assert "There is no network to measure yet" in reader.get(PAGE).text


def test_links_and_strangers_may_not(client_as: Callable[..., Client]) -> None:
    assert client_as("link").get(PAGE).status_code == 403
    assert client_as("nobody").get(PAGE).status_code in {302, 303}


@pytest.mark.usefixtures("chain")
def test_it_can_be_taken_along(reader: Client) -> None:
    lines = reader.get(f"{PAGE}/measures.csv").text.splitlines()
    assert lines[0].removeprefix("\ufeff").startswith("Organisation;Sector;How many it works with")
    assert len(lines) == 4
    book = openpyxl.load_workbook(io.BytesIO(reader.get(f"{PAGE}/measures.xlsx").data))
    text = [str(cell) for row in book.active.values for cell in row if cell is not None]
    assert "Ties are known for 100 % of the organisations (3 of 3)." in text
    assert "Gamma" in text


@pytest.mark.usefixtures("chain")
def test_it_costs_few_questions(reader: Client, queries: Callable[[], object]) -> None:
    reader.get(PAGE)
    with queries() as sent:  # type: ignore[attr-defined]
        reader.get(PAGE)
    assert len(sent) <= 8
