"""Sentences that give some of their units one honour and others another: 清岗县被评为省文明县，
白溪县被评为省卫生县. Read as one list they are two."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pilotdiff.model import DoubtfulLine, Entry, Listing, Unit, msg
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import pattern

_WHY = msg(
    "the sentence gives some of its units “{one}” and others “{other}”; all are read as one list"
)
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


def two_honours(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines of such sentences, where no category tells their units apart."""
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
                why = _WHY.given(one=one, other=other)
                yield DoubtfulLine(line, text.strip(), why)
                break


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
