"""How a refusal reaches the reader: one table of statuses, one page, one JSON shape."""

from __future__ import annotations

from collections.abc import Mapping

from flask import (
    Flask,
    Response,
    g,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import lazy_gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from matcher.errors import Refusal
from matcher.wording.message import Message
from webui import identity
from webui.say import say
from webui.unsent import unsent

STATUSES: Mapping[str, int] = {
    "not_found": 404,
    "ambiguous": 409,
    "invalid": 422,
    "forbidden": 403,
    "conflict": 409,
    "unreadable": 422,
    "too_large": 413,
    "schema_old": 503,
    "not_signed_in": 401,
    "link_expired": 410,
    "taken": 409,
    "unavailable": 503,
}
"""The status that each code of a refusal is answered with."""

PAGES = {
    400: (
        lazy_gettext("The page could not read what was sent"),
        lazy_gettext("Go back, load the page again and try once more."),
    ),
    401: (lazy_gettext("You are not signed in"), lazy_gettext("Sign in and try again.")),
    403: (
        lazy_gettext("You do not have access to this"),
        lazy_gettext("Ask an administrator for access if you need it."),
    ),
    404: (
        lazy_gettext("There is no such page"),
        lazy_gettext("The address may be wrong, or what was here has been deleted."),
    ),
    405: (
        lazy_gettext("This cannot be done here"),
        lazy_gettext("Go back to the page and use its buttons."),
    ),
    409: (
        lazy_gettext("This cannot be done as things are"),
        lazy_gettext("Somebody may have changed it meanwhile. Load the page again."),
    ),
    410: (
        lazy_gettext("This link no longer works"),
        lazy_gettext("Ask the person who gave it to you for a new one."),
    ),
    413: (
        lazy_gettext("That is too large"),
        lazy_gettext("Send a smaller file, or divide it into several."),
    ),
    422: (
        lazy_gettext("Something is missing or wrong"),
        lazy_gettext("Go back, correct it and try again."),
    ),
    429: (
        lazy_gettext("Too many attempts"),
        lazy_gettext("Wait a quarter of an hour and try again."),
    ),
    500: (
        lazy_gettext("Something went wrong here"),
        lazy_gettext("Nothing you did is to blame. Try again in a moment."),
    ),
    503: (
        lazy_gettext("Samspil is not ready"),
        lazy_gettext("Try again in a moment, or tell the person who runs it."),
    ),
}
"""What a page says where the refusal itself says nothing more: its heading and what to do."""

CODES = {400: "invalid", 401: "not_signed_in", 403: "forbidden", 413: "too_large", 422: "invalid"}
"""The code in JSON of a status without a refusal; others are not_found or unavailable."""


WAIT_SECONDS = "900"
"""How long to wait after too many attempts: the window in which webui/attempts.py counts them."""


def init_app(app: Flask) -> None:
    """Answer refusals, HTTP errors and accidents with a page, or with JSON where that is asked."""
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(CSRFError, _without_token)
    app.register_error_handler(HTTPException, _http_error)


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal."""
    return STATUSES[refusal.code]


def field_errors(refusal: Refusal) -> dict[str, str]:
    """What is wrong with each field of a form, in the reader's language.

    Refusals name fields as `details["fields"]`, field name → message; one without is said of the
    form as a whole.
    """
    fields = refusal.details.get("fields")
    if isinstance(fields, Mapping):
        return {str(name): say(text) for name, text in fields.items()}
    return {"form": say(refusal.text)}


def refused(refusal: Refusal) -> AnyResponse:
    """The answer to a refusal; somebody who only has to sign in is led there."""
    if refusal.code == "not_signed_in" and request.method == "GET" and not _asks_for_part():
        back = request.full_path.rstrip("?")
        return redirect(url_for("sign_in.show", next=back), 303)
    if refusal.code == "not_signed_in":
        return _kept(401) or _answer(401, refusal.code, refusal.text, refusal.hint)
    return _answer(status_of(refusal), refusal.code, refusal.text, refusal.hint)


def _without_token(_error: CSRFError) -> AnyResponse:
    return _kept(400) or _answer(400, "invalid")


def _kept(status: int) -> Response | None:
    """The page that keeps what was written until the writer is signed in; None keeps nothing."""
    form = None if _asks_for_json() else unsent()
    if form is None:
        return None
    page = render_template("errors/unsent.html", form=form, person=identity.person())
    return make_response(page, status)


def _http_error(error: HTTPException) -> AnyResponse:
    if error.response is not None and error.code is not None and error.code < 400:
        return error.get_response()
    status = error.code or 500
    if status >= 500:
        # What failed may be the database: the page that says so must not ask it anything.
        g.without_records = True
    answer = _answer(status, CODES.get(status, "not_found" if status < 500 else "unavailable"))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    if status == 429:
        answer.headers.setdefault("Retry-After", WAIT_SECONDS)
    return answer


def _answer(
    status: int, code: str, text: Message | None = None, hint: Message | None = None
) -> Response:
    heading, advice = PAGES.get(status, PAGES[400 if status < 500 else 500])
    if _asks_for_json():
        answer = jsonify(
            error={
                "code": code,
                "message": say(text) or str(heading),
                "hint": say(hint) or (None if text else str(advice)),
            }
        )
        answer.status_code = status
        return answer
    page = render_template(
        "errors/error.html",
        status=status,
        heading=heading,
        text=say(text) or None,
        advice=say(hint) or advice,
        form=unsent(),
    )
    return make_response(page, status)


def _asks_for_part() -> bool:
    return "HX-Request" in request.headers or _asks_for_json()


def _asks_for_json() -> bool:
    accepts = request.accept_mimetypes
    return accepts["application/json"] > accepts["text/html"]
