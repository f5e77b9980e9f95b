"""What a remark behind a name says of mergers and splits, and of what is counted as one with it:
由东街、西街社区合并, 从幸福社区析出, 含东岭村."""

import re
from itertools import chain

from pilotdiff.matching.names.name_keys import LEGAL_KINDS, NameKeys, name_of
from pilotdiff.model import Entry, Unit
from pilotdiff.names import joined, parse
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# What is done together, and what was before, is no merger: 与东街村合并申报, 合并前.
_DONE = r"(?!前|申报|推荐|上报|创建|建设|统计|计算|验收|考核|资源|力量|资金)"
_MERGED = pattern(
    rf"(?:合并|并入|归并|撤并|整合|[合撤][村镇乡]并|[两二三四五六七八九\d][村镇乡]合一){_DONE}"
)
# 合并了东街社区, 吸收合并东街社区, 撤并东街社区.
_TOOK = pattern(
    r"(?:(?:合并|并入|归并|撤并|整合|吸收)了|(?:^|[今年已收，,；;。])[合撤]并(?![为成到至而后入组设及]))"
    rf"{_DONE}(?P<names>[^，。；;]+)"
)
# 含东岭村: the two are listed as one.
_HOLDS = pattern(r"(?:^|[，,；;。])(?:其中)?(?:包含|包括|涵盖|含)(?P<names>[^，。；;]+)")
# 拟与东街村合并, 尚未与东街村合并: it has not happened.
_NOT_YET = pattern(
    r"(?:^|[年月日，,；;。\s])(?:计划|拟|准备|即将|将要?与|尚?未|没有|不|暂|待)[^，,；;。]*$"
)


def parts_of_merger(result: Entry) -> tuple[str, ...]:
    """Return the names that a result's remark says were merged into it, or are listed as one with
    it, its former names among them."""
    said = _MERGED.search(result.note)
    before = result.note[: said.start()] if said else ""
    merged = () if _NOT_YET.search(before) else _names(before)
    took = _named(_TOOK, result.note), held_with(result)
    return tuple(dict.fromkeys((*result.former, *merged, *chain(*took))))


def held_with(unit: Entry) -> tuple[str, ...]:
    """Return the names that a unit's remark says are listed as one with it: 含东岭村."""
    return _named(_HOLDS, unit.note)


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
    """Return the names that a pilot's remark says came out of it, or were listed as one with it."""
    return _named(_OUT, pilot.note) + held_with(pilot)


def _named(phrase: re.Pattern[str], note: str) -> tuple[str, ...]:
    said = phrase.search(note)
    return _names(said["names"]) if said else ()


# What stands around a name in such a remark.
_BEFORE = pattern(r"^(?:由|原|从|自|将|把|与|含|包括|其中|已|于|\d+年|\d+月)+")
_BEHIND = pattern(
    r"(?:整体|全部|一并|撤销|已|(?:等[两二三四五六七八九\d]个?|[二三四五六七八九\d]个|两个?)[村镇乡])+$"
)
# 东岭、西岭三村 are three villages, 西岭三村 alone is one.
_COUNT_OF_ALL = pattern(r"[二三四五六七八九][村镇乡]$")


def _names(text: str) -> tuple[str, ...]:
    pieces = [_BEHIND.sub("", _BEFORE.sub("", piece)) for piece in joined(text)]
    if len(pieces) > 1:
        pieces += [_COUNT_OF_ALL.sub("", piece) for piece in pieces[-1:]]
    return tuple(dict.fromkeys(piece for piece in pieces if len(piece) > 1))


_CALLED = pattern(
    r"^(?:原名|原称|曾用名|原|旧[名称]|[又亦也][名称]|[又也]叫|别[名称]|俗称|即|现[名称]?)[:：]?\s*"
)
_BREAK = pattern(r"[;；，,。]\s*")


def names_alone(note: str) -> tuple[str, ...]:
    """Return what stands in a remark with no more than a word that leads up to names.

    >>> names_alone("原石桥、又名东岭村"), names_alone("与石桥村结对共建")
    (('石桥', '东岭村'), ('与石桥村结对共建',))
    """
    pieces = (piece for clause in _BREAK.split(note) for piece in joined(clause))
    bare = (_CALLED.sub("", piece.strip()) for piece in pieces)
    return tuple(piece for piece in bare if len(piece) > 1)


def is_name_of(said: str, unit: Unit) -> bool:
    """Tell whether words are a unit's name and nothing else: with or without its kind, or with its
    parents."""
    own = fold(unit.own)
    if fold(said).endswith(own):
        return fold(unit.name).endswith(fold(said))
    ours, theirs = name_of(unit.level, unit.own), name_of(unit.level, said)
    if _is_stem(theirs, ours):
        return True
    return ours.stem == theirs.stem and not (ours.kind and theirs.kind)


def _is_stem(said: NameKeys, name: NameKeys) -> bool:
    """Tell whether words are a name's stem, though they end like a kind: 溪里, of 溪里村."""
    return said.text == name.stem and said.kind not in LEGAL_KINDS


def same(said: str, unit: Unit) -> bool:
    """Tell whether a remark's words name a unit: its own name, or its stem alone
    (东街、西街社区), and no place that it does not lie in; a list may leave out its kind."""
    own = fold(unit.own)
    if _lies_elsewhere(fold(said), unit):
        return False
    if fold(said).endswith(own):
        return True
    ours, theirs = name_of(unit.level, unit.own), name_of(unit.level, said)
    if _is_stem(theirs, ours):
        return True
    return ours.stem == theirs.stem and theirs.kind in ("", ours.kind or theirs.kind)


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
