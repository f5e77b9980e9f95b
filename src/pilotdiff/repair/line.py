"""One line through all repairs, in their fixed order."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from pilotdiff.model import Clean, Repair, Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.patterns import pattern
from pilotdiff.repair.gbk import mend_gbk
from pilotdiff.repair.grouping_rows import drop_grouping_rows
from pilotdiff.repair.lost import BOXES, STARS, mark_lost, mark_questioned, may_lack_a_character
from pilotdiff.repair.lost_spaces import mark_spaces
from pilotdiff.repair.markup import drop_markup
from pilotdiff.repair.mojibake import mend_mojibake
from pilotdiff.repair.pinyin import LATIN, OPENING, drop_annotations
from pilotdiff.repair.repair_steps import RepairStep
from pilotdiff.repair.script import convert_line, convert_script
from pilotdiff.repair.width import ODD, normalise_width

# Only a line in which this finds something can need a repair other than that of its script.
_SUSPECT = pattern(
    f"[{ODD}?？\ufffd{LOST}{BOXES}{STARS}]|[{OPENING}] ?[{LATIN}]"
    r"|</?[a-zA-Z]|&[#a-zA-Z]"
).search
_MAY_GROUP = pattern("[直市][辖轄]|[京津海庆慶]市.{0,3}[县縣]").search


def needs_more_than_script(text: str) -> bool:
    """Tell whether a line may need a repair that its own characters tell of, before that of its
    script.

    >>> needs_more_than_script("溫江區"), needs_more_than_script("溫江區(qū)")
    (False, True)
    """
    return _SUSPECT(text) is not None or may_lack_a_character(text)


# Listing, census and what stands beside the list look at one line, one after the other.
@lru_cache(maxsize=1 << 12)
def clean(
    text: str,
    *,
    traditional: bool = False,
    misread: str = "",
    questioned: bool = False,
    spacing: str = "",
) -> Clean:
    """Mend a line: mojibake, markup, width, pinyin, lost characters, GBK damage, script.

    `traditional` says that its document is in traditional script (`judge_script`); a line of
    another document may be so by itself. `misread` says how the whole document was misread
    (`judge_mojibake`), `questioned` that its question marks stand for characters
    (`is_questioned`), `spacing` which signs stand for spaces (`spacing_signs`): in a line alone
    they may be honest ones.

    >>> clean("1、溫江區(qū)柳城街道", traditional=True).text
    '1、温江区柳城街道'
    """
    if misread:
        return _through(text, _steps(traditional, misread, questioned, spacing))
    if not needs_more_than_script(text) and _MAY_GROUP(text) is None:
        step = convert_script(text) if traditional else convert_line(text)
        return Clean(text, *step)
    return _through(text, _steps(traditional, misread, questioned, spacing))


def _steps(
    traditional: bool, misread: str, questioned: bool, spacing: str
) -> Iterator[Callable[[str], RepairStep]]:
    if misread:
        yield lambda text: mend_mojibake(text, misread)
    yield drop_markup
    yield drop_grouping_rows
    yield normalise_width
    yield drop_annotations
    if spacing:
        yield lambda text: mark_spaces(text, spacing)
    yield mark_lost
    yield mend_gbk
    if questioned:
        yield mark_questioned
    yield convert_script if traditional else convert_line


def _through(raw: str, steps: Iterator[Callable[[str], RepairStep]]) -> Clean:
    text = raw
    repairs: list[Repair] = []
    wildcards: list[Wildcard] = []
    for run in steps:
        if run in (mend_gbk, mark_questioned) and wildcards:
            continue  # what this line lost is accounted for
        step = run(text)
        text = step.text
        repairs.extend(step.repairs)
        wildcards.extend(step.wildcards)
    return Clean(raw, text, tuple(repairs), tuple(wildcards))
