"""The friendly text with which a party is sent its personal link."""

from __future__ import annotations

from datetime import date

from matcher.wording.message import Message, message


def invitation_subject(title: str) -> Message:
    """What the mail is called."""
    return message("Our collaboration: {title}", title=title)


def invitation_text(
    *, contact: str | None, title: str, organisation: str, address: str, until: date, sender: str
) -> Message:
    """The mail: what it is about, the link, how long it is good, and that it is personal."""
    return message(
        "{greeting}\n"
        "\n"
        "We are to work together on “{title}”. Here you say in your own words what it is for, and "
        "see what we agree on. You need no account:\n"
        "\n"
        "{address}\n"
        "\n"
        "The link is personal: whoever has it can write for {organisation}. "
        "It works until {until}.\n"
        "\n"
        "Kind regards\n"
        "{sender}",
        greeting=message("Dear {name}", name=contact) if contact else message("Hello"),
        title=title,
        organisation=organisation,
        address=address,
        until=until,
        sender=sender,
    )
