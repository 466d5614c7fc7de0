"""What the records say of who works with whom, as the engine reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress

import numpy as np

from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, IntArray
from matcher.landscape.collaborations import ALWAYS, FOR_EVER, stays
from matcher.landscape.columns import ParticipationColumns, ordinals
from matcher.network.evidence import AGREEMENTS, Collaborations, Pieces, Reports, gathered
from matcher.services.installation import Installation, without_collecting
from matcher.store.queries import ties


def network_evidence(installation: Installation, landscape: Landscape) -> Pieces:
    """All evidence known on the landscape's day between the organisations that it has.

    Records of organisations that came after the landscape was read are passed over.
    """
    with without_collecting():
        with installation.reading() as session:
            joint = ties.joint(session)
            seen = ties.attendances(session, joint.ids)
            told = ties.reports(session)
        organisation = _rows(landscape.index, seen.organisation)
        begun = np.isnat(joint.start) | (joint.start <= np.datetime64(landscape.as_of, "D"))
        here = organisation >= 0
        found = stays(
            ParticipationColumns(
                collaboration=seen.collaboration[here],
                organisation=organisation[here],
                since=seen.since[here],
                until=seen.until[here],
            ),
            (joint.start[begun], joint.end[begun]),
            np.where(begun, np.cumsum(begun) - 1, -1),
            landscape.as_of,
        )
        return gathered(
            _begun(joint, begun), found, _reports(told, landscape.index), landscape.as_of
        )


def _rows(index: Mapping[str, int], ids: Sequence[str]) -> IntArray:
    """The row of each id, −1 for those that the landscape does not have."""
    return np.fromiter((index.get(key, -1) for key in ids), np.int64, len(ids))


def _begun(joint: ties.Joint, begun: BoolArray) -> Collaborations:
    code = {word: number for number, word in enumerate(AGREEMENTS)}
    agreement = np.array([code.get(word or "", -1) for word in joint.agreement], np.int64)
    return Collaborations(
        ids=tuple(compress(joint.ids, begun)),
        titles=tuple(compress(joint.titles, begun)),
        order=joint.order[begun],
        start=ordinals(joint.start[begun], ALWAYS),
        end=ordinals(joint.end[begun], FOR_EVER),
        agreement=agreement[begun],
        funding_end=ordinals(joint.funding_end[begun], 0),
    )


def _reports(told: ties.Reports, index: Mapping[str, int]) -> Reports:
    a, b = _rows(index, told.a), _rows(index, told.b)
    here = (a >= 0) & (b >= 0)
    return Reports(
        a=a[here],
        b=b[here],
        kind=tuple(compress(told.kind, here)),
        strength=np.nan_to_num(told.confidence[here], nan=1.0),
        since=ordinals(told.since[here], ALWAYS),
        until=ordinals(told.until[here], FOR_EVER),
    )
