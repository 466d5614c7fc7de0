"""Every address stands in the table, and lets in whom the table says and nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from matcher.services.access import USE_CASES
from tests.webui.conftest import ROLES, Client
from tests.webui.walk import Address, all_addresses
from webui import access
from webui.access import ENDPOINTS, PUBLIC

# Let in, these end the session that the next address is to be tried with.
_END_SESSIONS = {"sign_in.leave", "account.end_sessions"}

OPEN_TO_ALL = {
    "static",
    "health.check",
    "languages.choose",
    "sign_in.show",
    "sign_in.enter",
    "sign_in.welcome",
    "sign_in.accept",
    "sign_in.leave",
    "links.enter",
    "links.unlock",
    "embed.show",
    "embed.data",
    "calendar.feed",
    "party.show",
    "party_purpose.show",
    "party_purpose.answer",
    "party_purpose.confirm",
    "party_purpose.remark",
    "party_decisions.carry_out",
    "party_pulse.show",
    "party_pulse.answer",
    "party_agreement.show",
    "party_agreement.accept",
    "party_agreement.remark",
    "party_agreement.version",
    "party_agreement.document",
    "sign_up.show",
    "sign_up.send",
    "sign_up.own",
    "sign_up.withdraw",
    "no_mail.show",
    "no_mail.stop",
    "no_mail.again",
    "event_run.worker",
    "home.show",
}


def test_the_table_has_every_endpoint_and_no_other(app: Flask) -> None:
    assert set(ENDPOINTS) == {rule.endpoint for rule in app.url_map.iter_rules()}


def test_the_table_names_use_cases(app: Flask) -> None:
    assert {use for use in ENDPOINTS.values() if use != PUBLIC} <= set(USE_CASES)


def test_nothing_else_is_open_to_all() -> None:
    assert {endpoint for endpoint, use in ENDPOINTS.items() if use == PUBLIC} == OPEN_TO_ALL


def test_an_app_with_an_endpoint_outside_the_table_does_not_start(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = {k: v for k, v in ENDPOINTS.items() if k != "people.index"}
    monkeypatch.setattr(access, "ENDPOINTS", without)
    with pytest.raises(LookupError, match=r"people\.index"):
        access.check_table(app)
    monkeypatch.setattr(access, "ENDPOINTS", {**ENDPOINTS, "people.index": "no_such_thing"})
    with pytest.raises(LookupError, match="no_such_thing"):
        access.check_table(app)


def allowed(role: str, address: Address) -> bool:
    use_case = ENDPOINTS[address.endpoint]
    if use_case == PUBLIC:
        return True
    if role == "link":  # the one of these tests is for the map
        return use_case == "draw_map"
    return role in USE_CASES[use_case]


@pytest.mark.parametrize("role", ROLES)
def test_every_address_for_every_role(
    role: str, app: Flask, client_as: Callable[..., Client]
) -> None:
    client = client_as(role)
    wrong = []
    for address in sorted(all_addresses(app), key=lambda each: each.endpoint in _END_SESSIONS):
        answer = client.open(address.path, method=address.method)
        refused = answer.status_code in {401, 403} or (
            role == "nobody"
            and (answer.location or "").startswith("/sign-in")
            and address.endpoint not in {"home.show", "sign_in.leave"}
        )
        if refused == allowed(role, address) or answer.status_code >= 500:
            wrong.append((address, answer.status_code, answer.location))
    assert wrong == []


def test_nobody_is_led_to_sign_in_and_back(client: Client) -> None:
    answer = client.get("/people?x=1")
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/people?x%3D1")


def test_nobody_who_writes_is_told(client: Client) -> None:
    answer = client.post("/people", data={"email": "x@samspil.example"})
    assert answer.status_code == 401
    assert 'href="/sign-in"' in answer.text


def test_a_part_of_a_page_is_not_replaced_by_the_sign_in_page(client: Client) -> None:
    answer = client.get("/people", headers={"HX-Request": "true"})
    assert answer.status_code == 401


def test_what_a_person_may_follows_their_account_at_once(
    client_as: Callable[..., Client],
) -> None:
    editor, administrator = client_as("editor"), client_as("administrator")
    assert editor.get("/people").status_code == 403
    with editor.session_transaction() as session:
        user_id = session["_user_id"].partition(":")[0]
    administrator.post(f"/people/{user_id}/role", data={"role": "administrator"})
    assert editor.get("/people").status_code == 200
    administrator.post(f"/people/{user_id}/deactivate")
    assert editor.get("/people").status_code == 303


def test_a_menu_has_only_what_one_may_use(client_as: Callable[..., Client]) -> None:
    for role in ("reader", "editor"):
        assert 'href="/people"' not in client_as(role).get("/").text
    assert 'href="/people"' in client_as("administrator").get("/").text
