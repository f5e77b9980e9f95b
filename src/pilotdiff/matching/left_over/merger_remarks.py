"""What a remark behind a name says of mergers and splits: 由东街、西街社区合并, 从幸福社区析出."""

import re

from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Entry, Unit
from pilotdiff.names import joined, parse
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# What is done together, and what was before, is no merger: 与东街村合并申报, 合并前.
_DONE = r"(?!前|申报|推荐|上报|创建|建设|统计|计算|验收|考核|资源|力量|资金)"
_MERGED = pattern(
    rf"(?:合并|并入|归并|撤并|整合|[合撤][村镇乡]并|[两二三四五六七八九\d][村镇乡]合一){_DONE}"
)
# 合并了东街社区, 吸收合并东街社区.
_TOOK = pattern(
    r"(?:(?:合并|并入|归并|撤并|整合|吸收)了|(?:^|[今年已收，,；;。])合并(?![为成到至而后入组设及]))"
    rf"{_DONE}(?P<names>[^，。；;]+)"
)
# 拟与东街村合并, 尚未与东街村合并: it has not happened.
_NOT_YET = pattern(
    r"(?:^|[年月日，,；;。\s])(?:计划|拟|准备|即将|将要?与|尚?未|没有|不|暂|待)[^，,；;。]*$"
)


def parts_of_merger(result: Entry) -> tuple[str, ...]:
    """Return the names that a result's remark says were merged into it, its former names among
    them."""
    said = _MERGED.search(result.note)
    before = result.note[: said.start()] if said else ""
    merged = () if _NOT_YET.search(before) else _names(before)
    return tuple(dict.fromkeys((*result.former, *merged, *_named(_TOOK, result.note))))


_SPLIT = pattern(r"析出|析置|划出|分出|分设|拆分|分立|拆出")
_PART_OF = pattern(r"原属(?P<names>[^，。；;]+)")


def source_of_split(result: Entry) -> tuple[str, ...]:
    """Return the names that a result's remark says it came out of, its former names among them."""
    said = _SPLIT.search(result.note)
    came = _names(result.note[: said.start()]) if said else ()
    return tuple(dict.fromkeys((*result.former, *came, *_named(_PART_OF, result.note))))


def is_renamed_alone(result: Entry) -> bool:
    """Tell whether a remark gives a former name, and no word of a split."""
    return not (_SPLIT.search(result.note) or _PART_OF.search(result.note))


_INTO = pattern(
    r"(?:并入|(?:合并|归并|撤并|整合)后?(?:为|成|到|至|设立|组建))(?P<names>[^，。；;]+)"
)


def went_into(pilot: Entry) -> tuple[str, ...]:
    """Return the names that a pilot's remark says it was merged into."""
    return _named(_INTO, pilot.note)


_OUT = pattern(r"(?:析出|划出|分出|拆出|(?:析置|分设|拆分|分立)(?:为|成|出))(?P<names>[^，。；;]+)")


def came_out(pilot: Entry) -> tuple[str, ...]:
    """Return the names that a pilot's remark says came out of it."""
    return _named(_OUT, pilot.note)


def _named(phrase: re.Pattern[str], note: str) -> tuple[str, ...]:
    said = phrase.search(note)
    return _names(said["names"]) if said else ()


# What stands around a name in such a remark.
_BEFORE = pattern(r"^(?:由|原|从|自|将|把|与|含|包括|其中|已|于|\d+年|\d+月)+")
_BEHIND = pattern(r"(?:整体|全部|一并|撤销|已|等?[两二三四五六七八九\d]个?[村镇乡])+$")


def _names(text: str) -> tuple[str, ...]:
    pieces = (_BEHIND.sub("", _BEFORE.sub("", piece)) for piece in joined(text))
    return tuple(piece for piece in pieces if len(piece) > 1)


def same(said: str, unit: Unit) -> bool:
    """Tell whether a remark's words name a unit: its own name, or its stem alone
    (东街、西街社区), and no place that it does not lie in."""
    own = fold(unit.own)
    if _lies_elsewhere(fold(said), unit):
        return False
    if fold(said).endswith(own):
        return True
    ours, theirs = name_of(unit.level, unit.own), name_of(unit.level, said)
    return ours.stem == theirs.stem and (not theirs.kind or theirs.kind == ours.kind)


def tells_of_others(pilot: Unit, result: Unit) -> bool:
    """Tell whether a remark says what the one went into or the other came out of, and none of these
    is the other: 高新社区（从清岗社区析出） is not what became of 白石社区."""
    split = () if is_renamed_alone(result.entry) else source_of_split(result.entry)
    return _are_others(split, pilot) or _are_others(went_into(pilot.entry), result)


def _are_others(named: tuple[str, ...], unit: Unit) -> bool:
    """Tell whether units are named of a unit's level, and it is none of them."""
    readings = (parse(name) for name in named)
    of_level = any(reading and reading.level is unit.level for reading in readings)
    return of_level and not any(same(name, unit) for name in named)


def _lies_elsewhere(said: str, unit: Unit) -> bool:
    """Tell whether a remark gives a unit's name with a parent other than the unit's."""
    reading = parse(said, unit.level)
    return any(
        unit.path[level.depth]
        and name_of(level, unit.path[level.depth]).stem != name_of(level, part).stem
        for level, part in (reading.parts[:-1] if reading else ())
    )
