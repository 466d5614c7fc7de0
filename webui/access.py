"""Which use case each address is for: one table, asked before any page runs.

A page module adds a line for each of its endpoints; the app does not start without. The service
behind the page asks `matcher.services.access` again, with the record at hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, request

from matcher.errors import Refusal
from matcher.services.access import USE_CASES, may, require
from webui import identity

PUBLIC = "public"
"""Everybody may, also who is not signed in."""

ENDPOINTS: Mapping[str, str] = {
    "static": PUBLIC,
    # Coming in and going out
    "health.check": PUBLIC,
    "languages.choose": PUBLIC,
    "sign_in.show": PUBLIC,
    "sign_in.enter": PUBLIC,
    "sign_in.welcome": PUBLIC,
    "sign_in.accept": PUBLIC,
    "sign_in.leave": PUBLIC,
    "home.show": PUBLIC,  # leads everybody to where they may be
    "account.show": "manage_own_account",
    "account.change_name": "manage_own_account",
    "account.change_password": "manage_own_account",
    "account.end_sessions": "manage_own_account",
    "account.switch_reminders": "manage_own_account",
    "due.show": "show_due",
    "calendar.feed": PUBLIC,  # the token in the address says whose it is
    "calendar.make": "subscribe_calendar",
    "calendar.withdraw": "subscribe_calendar",
    # Giving access
    "people.index": "manage_people",
    "people.invite": "manage_people",
    "people.show": "manage_people",
    "people.link": "manage_people",
    "people.renew": "manage_people",
    "people.change_role": "manage_people",
    "people.deactivate": "manage_people",
    "people.activate": "manage_people",
    "people.end_sessions": "manage_people",
    # Organisations, collaborations and their history
    "search.options": "search_organisations",
    "organisations.index": "search_organisations",
    "organisations.show": "show_organisation",
    "organisations.new": "save_organisation",
    "organisations.create": "save_organisation",
    "organisations.edit": "save_organisation",
    "organisations.update": "save_organisation",
    "organisations.hide": "save_organisation",
    "organisations.delete": "delete_organisation",
    "collaborations.index": "list_collaborations",
    "collaborations.show": "show_collaboration",
    "collaborations.new": "save_collaboration",
    "collaborations.create": "save_collaboration",
    "collaborations.edit": "save_collaboration",
    "collaborations.update": "save_collaboration",
    "collaborations.delete": "delete_collaboration",
    "pulse.show": "show_partnership",
    "pulse.open": "save_partnership",
    "pulse.close": "save_partnership",
    "history.index": "show_history",
    "history.organisation": "show_history",
    "history.collaboration": "show_history",
    "history.record": "show_history",
    "history.undo": "undo_change",
    # Suggestions and shortlists
    "suggestions.show": "suggest_partners",
    "suggestions.top": "suggest_partners",
    "verdicts.show": "give_verdict",
    "verdicts.give": "give_verdict",
    "verdicts.take_back": "give_verdict",
    "introductions.show": "find_introductions",
    "briefs.index": "list_briefs",
    "briefs.new": "suggest_partners",
    "briefs.find": "suggest_partners",
    "briefs.create": "save_brief",
    "briefs.show": "show_brief",
    "briefs.edit": "save_brief",
    "briefs.update": "save_brief",
    "briefs.consortium": "compose_consortium",
    "briefs.copy": "save_brief",
    "briefs.delete": "delete_brief",
    "brief_partners.keep_for_new": "save_shortlist",
    "brief_partners.keep": "save_shortlist",
    "brief_partners.keep_best": "save_shortlist",
    "brief_partners.keep_members": "save_shortlist",
    "shortlists.index": "list_shortlists",
    "shortlists.create": "save_shortlist",
    "shortlists.show": "show_shortlist",
    "shortlists.change": "save_shortlist",
    "shortlists.delete": "save_shortlist",
    "shortlists.export": "export_shortlist",
    "candidates.choose": "save_shortlist",
    "candidates.add": "save_shortlist",
    "candidates.add_by_name": "save_shortlist",
    "candidates.note": "save_shortlist",
    "steps.take": "save_shortlist",
    "steps.correct": "save_shortlist",
    "steps.save": "save_shortlist",
    "steps.take_back": "save_shortlist",
    "starting.show": "save_partnership",
    "starting.start": "save_partnership",
    "candidates.move": "save_shortlist",
    "candidates.remove": "save_shortlist",
    # What suggestions are made with, and whom they favour
    "recipes.index": "save_recipe",
    "recipes.show": "show_recipes",
    "recipes.save": "save_recipe",
    "recipes.use": "use_recipe",
    "recipes.delete": "save_recipe",
    "audit.show": "audit_suggestions",
    # Matching events
    "events.index": "list_events",
    "events.new": "save_event",
    "events.create": "save_event",
    "events.show": "list_events",
    "events.edit": "save_event",
    "events.update": "save_event",
    "events.delete": "save_event",
    "events.link": "save_event",
    "events.withdraw_link": "save_event",
    "events.close": "save_event",
    "events.never": "save_event",
    "event_sign_ups.add": "save_event",
    "event_sign_ups.edit": "save_event",
    "event_sign_ups.update": "save_event",
    "event_sign_ups.withdraw": "save_event",
    "event_plan.show": "list_events",
    "event_plan.make": "save_event",
    "event_plan.take_away": "save_event",
    "event_plan.missing": "save_event",
    "event_plan.paper": "list_events",
    "event_plan.poster": "save_event",
    "event_plan.qr": "save_event",
    "event_run.worker": PUBLIC,  # a script, like those that are static
    "event_run.show": "list_events",
    "event_run.note": "save_event",
    "intentions.index": "list_events",
    "intentions.show": "list_events",
    "intentions.update": "save_event",
    "intentions.follow_up": "save_event",
    "intentions.delete": "save_event",
    # What became of it all
    "ledger.show": "show_ledger",
    "ledger.download": "show_ledger",
    # The map
    "maps.show": "draw_map",
    "maps.data": "draw_map",
    "maps.download": "draw_map",
    "maps.rearrange": "rearrange_map",
    "views.index": "list_views",
    "views.show": "show_view",
    "views.data": "show_view",
    "views.download": "show_view",
    "views.create": "save_view",
    "views.update": "save_view",
    "views.delete": "save_view",
    "time.show": "explore_map",
    "gaps.show": "explore_map",
    "gaps.ties": "explore_map",
    "gaps.on_map": "explore_map",
    "gaps.download": "explore_map",
    "gaps.keep": "save_shortlist",
    "measures.show": "explore_map",
    "measures.start": "explore_map",
    "measures.status": "explore_map",
    "measures.download": "explore_map",
    "reports.show": "make_report",
    "reports.make": "make_report",
    "place.show": "explore_map",
    "place.data": "explore_map",
    "place.download": "explore_map",
    "place.tile": "explore_map",
    "place.boundaries": "explore_map",
    "place.take_boundaries": "import_boundaries",
    "place.drop_boundaries": "import_boundaries",
    # Lists in and out
    "imports.show": "import_files",
    "imports.check": "import_files",
    "imports.report": "import_files",
    "imports.run": "import_files",
    "imports.discard": "import_files",
    "imports.rejected": "import_files",
    "export.show": "export_network",
    "export.workbook": "export_network",
    "export.archive": "export_network",
    # How it goes on when the money ends
    "anchoring.index": "show_partnership",
    "anchoring.download": "show_partnership",
    "anchoring.show": "show_partnership",
    "anchoring.falls": "show_partnership",
    "anchoring.grants": "save_partnership",
    "anchoring.save_grants": "save_partnership",
    "anchoring.plan": "save_partnership",
    "anchoring.save_plan": "save_partnership",
    "talks.hold": "save_partnership",
    "talks.write": "save_partnership",
    "talks.edit": "save_partnership",
    "talks.update": "save_partnership",
    "talks.delete": "save_partnership",
    "talks.mark": "save_partnership",
    # Links without an account
    "links.enter": PUBLIC,
    "links.unlock": PUBLIC,
    "embed.show": PUBLIC,  # the token in the address says who asks
    "embed.data": PUBLIC,
    "parties.show": "show_partnership",
    "parties.begin": "save_partnership",
    "parties.owner": "save_partnership",
    "parties.make_links": "save_partnership",
    "parties.edit": "save_partnership",
    "parties.update": "save_partnership",
    "parties.make_link": "save_partnership",
    "parties.withdraw": "save_partnership",
    "party.show": PUBLIC,  # the token in the address says who asks, here and below
    # The purpose
    "purpose.show": "show_partnership",
    "purpose.save": "save_partnership",
    "purpose.lay_open": "save_partnership",
    "purpose.take_over": "save_collaboration",
    "party_purpose.show": PUBLIC,
    "party_purpose.answer": PUBLIC,
    "party_purpose.confirm": PUBLIC,
    "party_purpose.remark": PUBLIC,
    "party_decisions.carry_out": PUBLIC,
    "party_pulse.show": PUBLIC,
    "party_pulse.answer": PUBLIC,
    # The written agreement
    "agreement.show": "show_partnership",
    "agreement.edit": "save_partnership",
    "agreement.update": "save_partnership",
    "agreement.lay_before": "save_partnership",
    "agreement.note_written": "save_partnership",
    "agreement.take_dates": "save_collaboration",
    "agreement.version": "show_partnership",
    "agreement.compare": "show_partnership",
    "agreement.document": "show_partnership",
    "party_agreement.show": PUBLIC,
    "party_agreement.accept": PUBLIC,
    "party_agreement.remark": PUBLIC,
    "party_agreement.version": PUBLIC,
    "party_agreement.document": PUBLIC,
    "sign_up.show": PUBLIC,
    "sign_up.send": PUBLIC,
    "sign_up.own": PUBLIC,
    "sign_up.withdraw": PUBLIC,
    "no_mail.show": PUBLIC,
    "no_mail.stop": PUBLIC,
    "no_mail.again": PUBLIC,
    "links.show": "share",
    "links.make": "share",
    "links.made": "share",
    "links.revoke": "share",
}

SUBJECTS = {"show_shortlist": "shortlist_id", "show_view": "view_id"}
"""The part of the address that says which record a use case is for, where a link is for one."""


def init_app(app: Flask) -> None:
    """Ask the table before every request, and let templates ask `may("use_case")`."""
    app.before_request(_ask)
    app.jinja_env.globals["may"] = lambda use_case, subject_id=None: may(
        identity.actor(), use_case, subject_id
    )


def check_table(app: Flask) -> None:
    """LookupError if an endpoint is not in the table or stands there for an unknown use case."""
    for endpoint in sorted(rule.endpoint for rule in app.url_map.iter_rules()):
        if endpoint not in ENDPOINTS:
            raise LookupError(f"{endpoint} has no line in webui.access.ENDPOINTS")
        use_case = ENDPOINTS[endpoint]
        if use_case != PUBLIC and use_case not in USE_CASES:
            raise LookupError(f"{endpoint} stands for {use_case}, which is no use case")


def _ask() -> None:
    if request.endpoint is None:  # no such page; said so whoever asks
        return
    use_case = ENDPOINTS[request.endpoint]
    if use_case == PUBLIC:
        return
    subject = (request.view_args or {}).get(SUBJECTS.get(use_case, ""))
    try:
        require(identity.actor(), use_case, subject)
    except Refusal as refusal:
        lost = identity.lost_link() if refusal.code == "not_signed_in" else None
        raise (lost or refusal) from None
