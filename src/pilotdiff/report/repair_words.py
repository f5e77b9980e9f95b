"""What was repaired in an entry, in one short line for a person."""

from collections.abc import Iterable
from itertools import groupby

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import Repair, RepairKind
from pilotdiff.report.report_terms import REPAIR_KINDS


def repairs_told(repairs: Iterable[Repair], words: Words = ENGLISH) -> str:
    """Return the repairs in their order, as "gbk: ?粕鐓^ → 〓科社 (why); pinyin: 區(qū) → 區"."""
    groups = groupby(repairs, _kind)
    return words("; ").join(
        words("{head}: {said}", head=_name(kind, words), said=repaired(group, words))
        for kind, group in groups
    )


def _name(kind: RepairKind, words: Words) -> str:
    """Return the kind in Chinese, in English its plain value, which scripts know."""
    return kind.value if words.language == "en" else words(REPAIR_KINDS[kind])


def _kind(repair: Repair) -> RepairKind:
    return repair.kind


def repaired(repairs: Iterable[Repair], words: Words) -> str:
    """Say what was repaired in a line: damage needs its account, what the other repairs do is
    plain."""
    found: dict[str, None] = {}
    for repair in repairs:
        step = f"{repair.before} → {repair.after or '∅'}"
        if repair.kind in (RepairKind.GBK, RepairKind.LOST, RepairKind.MOJIBAKE):
            step = words("{step} ({why})", step=step, why=repair.why)
        found[step] = None
    return words(", ").join(found)
