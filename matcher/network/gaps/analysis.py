"""All gaps of a network, or of a part of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.landscape import SECTORS, Landscape
from matcher.landscape.arrays import BoolArray, IntArray
from matcher.network.choosing import chosen_organisations
from matcher.network.gaps.alone import Alone, alone
from matcher.network.gaps.areas import Areas, areas
from matcher.network.gaps.capacities import CapacityGap, capacity_gaps
from matcher.network.gaps.cut_points import Bridge, Broker, bridges, brokers, walk_through
from matcher.network.gaps.group_pairs import GroupPair, group_pairs
from matcher.network.gaps.meetings import Meeting, common_enough, meetings
from matcher.network.gaps.rests import Rests, rests
from matcher.network.gaps.themes import ThemeGap, ThemeTable, theme_gaps, theme_table
from matcher.network.gaps.ties_now import TiesNow, ties_now
from matcher.network.picture import MapView

LEAST_OF_A_KIND = 5
"""Organisations of a kind before it is asked whom they meet."""

LEAST_SIDE = 2
"""Behind a bridge; a single organisation that hangs on one other is no surprise."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Gaps:
    """What is missing among those who were asked about (`among`), the most telling first.

    `group` is the real group of each row, −1 for none. `sectors` and `kinds` are all that could
    meet, those that seldom do first.
    """

    landscape: Landscape
    view: MapView
    among: BoolArray
    areas: Areas
    ties: TiesNow
    group: IntArray
    rests: Rests
    theme_table: ThemeTable
    themes: tuple[ThemeGap, ...]
    capacities: tuple[CapacityGap, ...]
    sectors: tuple[Meeting, ...]
    kinds: tuple[Meeting, ...]
    alone: tuple[Alone, ...]
    brokers: tuple[Broker, ...]
    bridges: tuple[Bridge, ...]
    groups: tuple[GroupPair, ...]


def gaps(landscape: Landscape, group: IntArray, view: MapView | None = None) -> Gaps:
    """The gaps that concern the organisations of a view; of all without one.

    Its conditions choose whose needs, themes, ties and loss are looked at, and of an area and a
    theme only that; offers and partners may come from anybody, and who is cut off is told of the
    whole network. An empty landscape has no gaps.
    """
    view = view or MapView()
    among = chosen_organisations(landscape, view)
    ties, where = ties_now(landscape), areas(landscape)
    table = theme_table(landscape, where, among)
    wanted = None if view.theme is None else landscape.vocabularies["theme"].index.get(view.theme)
    # A condition on the sector leaves whom the sector meets.
    meeting = chosen_organisations(landscape, replace(view, sector=None))
    code = -1 if view.sector not in SECTORS else SECTORS.index(view.sector)
    order, walk = landscape.order, walk_through(ties)
    return Gaps(
        landscape=landscape,
        view=view,
        among=among,
        areas=where,
        ties=ties,
        group=group,
        rests=rests(landscape, where),
        theme_table=table,
        themes=tuple(
            gap for gap in theme_gaps(landscape, table) if wanted is None or gap.theme == wanted
        ),
        capacities=capacity_gaps(landscape, where, among),
        sectors=tuple(
            each
            for each in meetings(ties, np.where(meeting, landscape.sector, -1), len(SECTORS))
            if code < 0 or code in (each.a, each.b)
        ),
        kinds=_kinds(landscape, ties, among),
        alone=alone(landscape, ties, among),
        brokers=brokers(walk, order, among),
        bridges=bridges(walk, order, among, LEAST_SIDE),
        groups=_groups(landscape, ties, group, among),
    )


def _kinds(landscape: Landscape, ties: TiesNow, among: BoolArray) -> tuple[Meeting, ...]:
    number = len(landscape.vocabularies["kind"])
    codes = common_enough(np.where(among, landscape.kind, -1), number, LEAST_OF_A_KIND)
    return tuple(each for each in meetings(ties, codes, number) if each.seldom)


def _groups(
    landscape: Landscape, ties: TiesNow, group: IntArray, among: BoolArray
) -> tuple[GroupPair, ...]:
    """Pairs of which somebody is among those asked about."""
    concerned = set(group[among & (group >= 0)].tolist())
    return tuple(
        pair for pair in group_pairs(landscape, ties, group) if concerned & {pair.a, pair.b}
    )
