"""Headings within a line that was several lines once: 名单 一、示范镇（1个） 白溪镇 二、示范村."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.lines.headers import COUNT_IN_BRACKETS
from pilotdiff.listing.lines.headings import read_heading, speaks_of_programme, tier_called
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import one_of, pattern
from pilotdiff.repair import part
from pilotdiff.repair.texts import Text

# A numbered heading between blanks or right behind a name, its own words first, or one with its
# count in brackets; a batch and its date: 第二批（2015年1月20日）1.示范镇.
_HEADING = pattern(
    rf"(?:(?<=\s)|^|(?<=[镇乡村区县市旗道会处查木场。；;：:）)]))"
    rf"(?:(?P<batch>第{CHINESE}{{1,3}}批)(?P<date>[（(][^（()）]{{2,16}}[）)])?"
    rf"(?=[：:\s]|(?(date)(?:[\d一]|\p{{Han}}{{2}})|\d[.．、]))"
    rf"|(?:(?P<cn>{CHINESE}{{1,3}})、|[（(](?P<bracketed>{CHINESE}{{1,3}})[）)]|[（(]?(?P<digits>\d{{1,2}})[.．、)）]\s?)"
    rf"(?P<title>[^\s，,。；;、：:（()）]{{2,20}})(?P<count>\s?{COUNT_IN_BRACKETS})?)"
    r"(?P<colon>[：:])?(?=\s*\S)",
    needs="、.．批）)",
)
_STYLES = ("batch", "cn", "bracketed", "digits")
_BEHIND = pattern(r"\s+|(?<=[）)：:])(?=\p{Han})")


def cut_at_headings(text: Text) -> Iterator[Text]:
    """Yield the lines that a line was once, cut before and behind each heading within it; all of it
    where it holds none.

    >>> from pilotdiff.model import Clean
    >>> line = "试点名单 一、示范镇（2个） 白溪镇、北岭镇 二、示范村（1个） 东岭村"
    >>> [one.text.strip() for one in cut_at_headings(Text(1, Clean(line, line)))]
    ['试点名单', '一、示范镇（2个）', '白溪镇、北岭镇', '二、示范村（1个）', '东岭村']
    """
    headings = [match.span() for match in _headings(text.text)] or _labels(text.text)
    signed = _signed(text.text)
    if not headings and not signed:
        yield text
        return
    bounds = [0, *(at for span in headings for at in span), *signed, len(text.text)]
    for start, end in pairwise(bounds):
        if text.text[start:end].strip():
            end -= len(text.text[start:end]) - len(_NAMELY.sub("", text.text[start:end]))
            yield text._replace(clean=part(text.clean, start, end))


# Who signed a notice, and when, behind all of it: … 白溪镇东岭村。 清岗市民政局 2021年5月6日.
_SIGNED = pattern(
    r"\s+(?=(?:\p{Han}{2,24}(?:[局厅委办部会]|政府)\s+){1,6}"
    r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[\s。]*$)",
    needs="日",
)
_SHORTEST_NOTICE, _SHORTEST_LABELLED = 20, 16
_PARTS = one_of("、，；;。：:.．")


def _signed(line: str) -> list[int]:
    """Return where the signature begins that closes a notice of one line, [] where none does."""
    signed = _SIGNED.search(line) if "日" in line[-3:] else None
    if signed is None or signed.start() < _SHORTEST_NOTICE:
        return []
    return [signed.end()] if _PARTS.search(line[: signed.start()]) else []


def _headings(line: str) -> Sequence[re.Match[str]]:
    """Return the headings of a line, whose numbers count up; one alone states its count, and
    no colon."""
    found = [match for match in _HEADING.finditer(line) if _stands_apart(line, match)]
    if not _count_up(found):
        return []
    sure = any(match["count"] and not match["colon"] for match in found)
    return found if sure or len(found) > 1 else []


def _stands_apart(line: str, match: re.Match[str]) -> bool:
    """Tell whether a heading is worded as one and parted from what stands behind it."""
    if match["batch"]:
        return True
    return _BEHIND.match(line, match.end()) is not None and _is_worded(match["title"])


def _count_up(found: Sequence[re.Match[str]]) -> bool:
    """Tell whether the numbers of headings count up, each style by itself and anew below another:
    第一批 1. 2. 第二批 1."""
    numbers: dict[str, int] = {}
    before = ""
    for match in found:
        style = next(style for style in _STYLES if match[style])
        number = numeral(match[style].strip("第批")) or 0
        begins = number == 1 and before != style
        if style in numbers and number != numbers[style] + 1 and not begins:
            return False
        numbers[style], before = number, style
    return True


def _is_worded(title: str) -> bool:
    """Tell whether a title is the wording of a list, and no place: 示范镇, 文明村."""
    reading = read_unit(title)
    if reading is not None and reading.sure > DOUBTFUL:
        return False
    heading = read_heading(title)
    return (heading.listing and heading.level is not None) or speaks_of_programme([title])


# What stands behind words that call the units which follow: 【示范镇】, 示范镇（3个）, 示范镇3个：,
# 示范镇3个，分别是.
_CALLED = pattern(
    r"(?<=[县镇乡村道区])(?:】|(?=[（(\d共：:，,分]))(?:[（(]?\s*共?\s*\d{1,4}\s*个[）)]?)?"
    r"(?:[，,]?分别[是为有][：:]?|[：:])?(?=\s*\p{Han}{2})"
)
_PLACE = pattern(r"\s*\p{Han}{1,8}[县市区旗]", needs="县市区旗")
_COUNTED_BEFORE = pattern(r"\d{1,3}个\p{Han}{1,10}的$", needs="的")
_NAMELY = pattern(r"[，,]?分别[是为有][：:]?$", needs="是为有：:")
_BEFORE = frozenset(" 的。；;：:镇乡村县区市旗道会处")
_WORDS = pattern(r"(?!的)\p{Han}+")
_SIGNS = "◆◇■□●★▲※"
_LONGEST_CALL = 12


def _labels(line: str) -> list[tuple[int, int]]:
    """Return where words of programmes stand that call the units behind them, where several do so
    in a line, or its first words do behind a sign.

    >>> line = "示范镇3个：清岗县：白溪镇；青山县：北岭镇 示范村1个：清岗县：东岭村"
    >>> [line[start:end] for start, end in _labels(line)]
    ['示范镇3个：', '示范村1个：']
    """
    if len(line.strip()) < _SHORTEST_LABELLED or PROGRAMME.search(line) is None:
        return []
    found = []
    for match in _CALLED.finditer(line):
        if match.end() > match.start() and (start := _call_start(line, match.start())) >= 0:
            if _COUNTED_BEFORE.search(line, 0, start):
                return []  # 3个被认定的示范村分别为：…: a sentence
            found.append((start, match.end()))
    if len(found) > 1 or not found:
        return found
    (start, end), before = found[0], line[: found[0][0]].strip()
    alone = before[-1:] in ("", "：", ":", "。") and _PLACE.match(line, end) is not None
    return found if alone else []


def _call_start(line: str, end: int) -> int:
    """Return where words begin that end there and call units of a tier, -1 where none do."""
    if line[end : end + 1] == "】":
        start = line.rfind("【", 0, end)
        return start if start >= 0 and _calls(line[start + 1 : end]) else -1
    for start in range(max(0, end - _LONGEST_CALL), end - 1):
        if (start == 0 or line[start - 1] in _BEFORE | set(_SIGNS)) and _calls(line[start:end]):
            return start - (start > 0 and line[start - 1] in _SIGNS)
    return -1


def _calls(title: str) -> bool:
    """Tell whether a title is words of a programme that call units of a tier, and nothing before:
    示范村, but not 白溪镇示范村."""
    if (
        not PROGRAMME.search(title)
        or not _WORDS.fullmatch(title)
        or not tier_called(read_heading(title))
    ):
        return False
    prefixes = (title[:end] for end in range(3, len(title) - 2) if title[end - 1] in _BEFORE)
    units = filter(None, map(read_unit, prefixes))
    return all(unit.sure <= DOUBTFUL for unit in units)
