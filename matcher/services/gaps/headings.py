"""The words of the tables: what each kind of gap is called, and what a row of it means."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.services.gaps.results import Column, Kind
from matcher.wording.message import Message, message

TITLES: Mapping[Kind, Message] = {
    "capacities": message("Needed here, offered by nobody here"),
    "themes": message("Themes and areas"),
    "sectors": message("Which sectors meet, and which do not"),
    "kinds": message("Kinds that do not meet"),
    "alone": message("Organisations nobody is known to work with"),
    "brokers": message("Organisations whose loss would split the network"),
    "bridges": message("Ties that alone hold two sides together"),
    "groups": message("Groups that should meet"),
}

MEANS: Mapping[Kind, Message] = {
    "capacities": message(
        "A row is a capacity that somebody in an area needs and no other organisation there"
        " offers. An organisation is in its district, or in its municipality where no district is"
        " known. Those that want no new partners do not count."
    ),
    "themes": message(
        "A row is the organisations of an area that work with a theme: they have said so, or took"
        " part in a collaboration about it. “Need and no offer”: they need something that no other"
        " of them offers. “Few work with it”: at most a quarter of those that would be if the theme"
        " were as common there as elsewhere, and at least three would be. “No collaboration about"
        " it”: three or more work with it, and no collaboration about it goes on. “Offer and no"
        " need”: they offer something, and none of them has said what they need."
    ),
    "sectors": message(
        "Ties between two sectors, beside the number that chance would bring if every organisation"
        " kept as many ties as it has and its partners were drawn by lot. They meet seldom with at"
        " most three quarters of that, where it would be at least five."
    ),
    "kinds": message(
        "Pairs of kinds with at most three quarters of the ties that chance would bring, where it"
        " would bring at least five. Only kinds of which there are five or more."
    ),
    "alone": message(
        "Organisations without a tie that goes on today. Those with the fullest profile come first,"
        " since partners can be suggested to them at once."
    ),
    "brokers": message(
        "Without such an organisation those it connects today would fall into parts that no ties"
        " connect; ties that have ended do not count. The sizes of the parts are given, the largest"
        " first; cut off are all but the largest."
    ),
    "bridges": message(
        "If such a tie ended, the two sides would have nobody left in common. Sides of a single"
        " organisation are left out."
    ),
    "groups": message(
        "Two groups with at most a quarter of the ties that chance would bring, although one needs"
        " what the other offers, or both work with the same themes or target groups."
    ),
}

NOTHING: Mapping[Kind, Message] = {
    "capacities": message("Everything that somebody has said they need is offered in their area."),
    "themes": message("No theme is missing anything in an area, as far as we know."),
    "sectors": message("There are no ties yet between organisations of known sectors."),
    "kinds": message("No two kinds meet much less than chance would bring."),
    "alone": message("Everybody has a tie that goes on."),
    "brokers": message("The network would hold together whoever left it."),
    "bridges": message("No single tie holds two sides together."),
    "groups": message(
        "No such groups: either the network has no groups that mostly work with each other, or"
        " they know each other well."
    ),
}

COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    "capacities": (
        Column(name="capacity", heading=message("Capacity")),
        Column(name="area", heading=message("Area")),
        Column(name="needing", heading=message("In need"), sort="number"),
        Column(name="nearest", heading=message("Nearest offer")),
        Column(name="nearest_area", heading=message("There")),
        Column(name="km", heading=message("Kilometres"), sort="number"),
    ),
    "themes": (
        Column(name="theme", heading=message("Theme")),
        Column(name="area", heading=message("Area")),
        Column(name="state", heading=message("Gap")),
        Column(name="carers", heading=message("Work with it"), sort="number"),
        Column(name="running", heading=message("Collaborations now"), sort="number"),
        Column(name="wanted", heading=message("Needs"), sort="number"),
        Column(name="unmet", heading=message("Unmet needs"), sort="number"),
        Column(name="offered", heading=message("Offers"), sort="number"),
    ),
    "sectors": (
        Column(name="a", heading=message("Sector")),
        Column(name="b", heading=message("And sector")),
        Column(name="meet", heading=message("They meet")),
        Column(name="ties", heading=message("Ties"), sort="number"),
        Column(name="expected", heading=message("By chance"), sort="number"),
        Column(name="share", heading=message("Of chance, %"), sort="number"),
    ),
    "kinds": (
        Column(name="a", heading=message("Kind")),
        Column(name="b", heading=message("And kind")),
        Column(name="meet", heading=message("They meet")),
        Column(name="ties", heading=message("Ties"), sort="number"),
        Column(name="expected", heading=message("By chance"), sort="number"),
        Column(name="share", heading=message("Of chance, %"), sort="number"),
    ),
    "alone": (
        Column(name="organisation", heading=message("Organisation")),
        Column(name="sector", heading=message("Sector")),
        Column(name="area", heading=message("Area")),
        Column(name="past", heading=message("Earlier ties")),
        Column(name="said", heading=message("Profile, parts of 4"), sort="number"),
    ),
    "brokers": (
        Column(name="organisation", heading=message("Organisation")),
        Column(name="cut_off", heading=message("Cut off"), sort="number"),
        Column(name="parts", heading=message("Parts"), sort="number"),
        Column(name="sizes", heading=message("Their sizes")),
        Column(name="ties", heading=message("Ties"), sort="number"),
    ),
    "bridges": (
        Column(name="a", heading=message("Organisation")),
        Column(name="b", heading=message("And organisation")),
        Column(name="smaller", heading=message("On the smaller side"), sort="number"),
        Column(name="larger", heading=message("On the other side"), sort="number"),
    ),
    "groups": (
        Column(name="a", heading=message("Group")),
        Column(name="a_members", heading=message("Members"), sort="number"),
        Column(name="b", heading=message("And group")),
        Column(name="b_members", heading=message("Members"), sort="number"),
        Column(name="ties", heading=message("Ties"), sort="number"),
        Column(name="meets", heading=message("Needs they could meet"), sort="number"),
        Column(name="common", heading=message("In common")),
    ),
}
