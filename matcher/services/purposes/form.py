"""The form of an answer, and of the text that the parties agree on: texts to values and back."""

from __future__ import annotations

from matcher.exchange.fault import Fault
from matcher.partnership.purpose import LONGEST_NAME, LONGEST_TEXT, Answer
from matcher.partnership.purpose_texts import purpose_texts
from matcher.services import form_readers
from matcher.services.forms import Errors, Form
from matcher.wording.message import message

HEARD = ("heard", "heard_how")


def fields() -> tuple[str, ...]:
    """The names of the form's fields: the questions, and whether the target group was heard."""
    return (*(each.id for each in purpose_texts().questions), *HEARD)


def form_of(answer: Answer | None) -> Form:
    """An answer as its form shows it."""
    said = answer or Answer()
    questions = {each.id: said.texts.get(each.id, "") for each in purpose_texts().questions}
    heard = {"heard": said.heard or "", "heard_how": said.heard_how or ""}
    return Form(values={**questions, **heard})


def read_form(form: Form) -> tuple[Answer, Errors]:
    """The answer that a form says, without what was left open; and what is wrong with it."""
    errors: Errors = {}
    within = form_readers.text_within(LONGEST_TEXT)
    for name in fields():
        try:
            within(form.text(name))
        except Fault as fault:
            errors[name] = fault.reason
    texts = {each.id: form.text(each.id) for each in purpose_texts().questions}
    heard = form.text("heard")
    return Answer(
        texts={key: text for key, text in texts.items() if text},
        heard=heard if heard in purpose_texts().heard.choices else None,
        heard_how=form.text("heard_how") or None,
    ), errors


def read_name(form: Form, errors: Errors) -> str:
    """In whose name it is done; what is wrong is added to `errors`."""
    name = form.text("name")
    if not name:
        errors["name"] = message("Write your name.")
    elif len(name) > LONGEST_NAME:
        errors["name"] = message("Write at most {limit} characters.", limit=LONGEST_NAME)
    return name
