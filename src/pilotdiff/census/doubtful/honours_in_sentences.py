"""Sentences that give their units several honours, or an honour to a project of theirs."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pilotdiff.in_groups import in_groups
from pilotdiff.model import DoubtfulLine, Entry, Listing, Unit, msg
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import pattern

_TWO = msg(
    "the sentence gives some of its units “{one}” and others “{other}”; all are read as one list"
)


def two_honours(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines of sentences that give some of their units one honour and others another,
    where no category tells these apart: 清岗县被评为省文明县，白溪县被评为省卫生县.

    Read as one list they are two.
    """
    entries = [unit.entry for unit in units if not unit.entry.columns]
    if not entries:
        return
    texts = {line.number: line.text for line in listing.document.lines if not line.cells}
    for line, group in groupby(entries, key=lambda entry: entry.line):
        row = list(group)
        text = texts.get(line, "")
        if len(row) < 2 or len({entry.category for entry in row}) > 1:
            continue
        for one, other in pairwise(_honours(text, row)):
            if one != other:
                why = _TWO.given(one=one, other=other)
                yield DoubtfulLine(line, text.strip(), why)
                break


_HONOUR = pattern(
    r"[“「『\"](?P<quoted>[^“”「」『』\"]{3,30})[”」』\"](?:等?的?(?:荣誉)?称号)"
    r"|(?:评为|命名为|认定为|评定为|确定为|授予为|列为|评选为|列入|入选|荣获|获评|荣膺|(?<=\p{Han})为)"
    r"(?P<worded>[^，,。；;：:“”、]{4,30}?)(?=(?:等?的?(?:荣誉)?称号)?[，,。；;])"
)
# What of the wording tells no programme: its year and its batch.
_TIME = pattern(r"(?:19|20)?\d\d(?:[-—至]\d+)?(?:年度|年)?|第[一二三四五六七八九十\d]+[批届]|首批")
_WORDING = pattern(r"(?:名单|行列|称号|荣誉)+$")
# 重点镇 and 重点村 are one programme's.
_KEY = "重点"


def _honours(text: str, row: Sequence[Entry]) -> Iterator[str]:
    """Yield what the words behind some units of a line say they are, without tier and year."""
    begin = 0
    for match in _HONOUR.finditer(text):
        before = text[begin : match.start()]
        begin = match.end()
        if any(entry.raw in before for entry in row):
            title = _TIME.sub("", match["quoted"] or match["worded"])
            level, wording = head_level(_WORDING.sub("", title))
            yield wording.removesuffix(_KEY) if level is not None else title


_PROJECTS = msg("the sentence says that a project or practice of the unit was chosen, not the unit")
_QUOTED = "“[^“”]{3,60}”"
_CHOSEN = pattern(
    rf"{_QUOTED}\s*(?:等(?:\d+[个项])?)?(?:成功)?(?:入选|获评|荣获|上榜|入围|被(?:命名|认定|评|列)为?)"
    r"[^，。；;]{0,24}(?:项目|案例|做法|经验|品牌|成果)(?=[，。；;]|$)",
    needs="“",
)
_SENTENCE = pattern(r"[^。！？!?；;]+")


def of_projects(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of each sentence that names a project in quotes behind each of its units
    and says that such were chosen: 清岗市“直达市场主体改革”、白溪县“一窗通办”入选示范项目."""
    by_line = in_groups((unit for unit in units if unit.entry.note), lambda unit: unit.entry.line)
    for line in listing.document.lines if by_line else ():
        noted = by_line.get(line.number, ())
        if not noted or line.cells or "“" not in line.text:
            continue
        for found in _SENTENCE.finditer(line.text):
            if _CHOSEN.search(found[0]) is None:
                continue
            told = [u for u in noted if "“" in u.entry.raw and u.entry.raw in found[0]]
            if told:
                yield DoubtfulLine(line.number, "、".join(u.own for u in told), _PROJECTS)
