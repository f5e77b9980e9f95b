"""Tables without rules or numbers whose cells are broken over lines: which lines make one row.

Lines of one cell stand closer than rows do. So do rows that are set in groups; what tells the two
apart is that a broken name is whole on neither line.
"""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.patterns import HAN, pattern
from pilotdiff.reading.pdf.pdf_runs import TextRun

_SAME, _MORE = 1.08, 1.15
"""How even the lines of cells are, and how much further rows stand apart."""
_KIND = pattern(
    r"(?:特[别別]|自治|族)?[省市州盟县縣区區旗镇鎮乡鄉村]|街?道|社?[区區]|[镇鎮乡鄉村街州]?[市镇鎮乡鄉]|民委[员員][会會]"
    r"|[员員]?[会會]|[村居]?委[会會]"
)
_WHOLE = pattern(r"[^、，,；;]{2,}(?:[省市州盟县縣区區旗镇鎮乡鄉村]|街道|[\d）)])")
_GOES_ON = "、，,；;（("

CellRuns = list[list[TextRun]]
"""The runs of each column's cell."""


def wrapped_rows(rows: Sequence[CellRuns]) -> list[CellRuns]:
    """Return the rows of a table, each of one line, with those that are the rest of the row above
    joined to it; as they are where nothing tells it surely."""
    groups = _by_distance(rows)
    broken = [group for group in groups if len(group) > 1]
    if not broken or not all(map(_is_broken, broken)) or any(map(_holds_several, broken)):
        return list(rows)
    return [
        [[run for row in group for run in row[at]] for at in range(len(group[0]))]
        for group in groups
    ]


def _by_distance(rows: Sequence[CellRuns]) -> list[list[CellRuns]]:
    """Return the rows in groups of such as stand close; each by itself where all are as far
    apart."""
    tops = [min(run.middle[1] for runs in row for run in runs) for row in rows]
    steps = [lower - upper for upper, lower in pairwise(tops)]
    close = min(steps, default=0.0) * _SAME
    between = any(close < step < close * _MORE / _SAME for step in steps)
    if between or not any(step > close for step in steps):
        return [[row] for row in rows]
    groups = [[rows[0]]]
    for row, step in zip(rows[1:], steps, strict=True):
        if step > close:
            groups.append([])
        groups[-1].append(row)
    return groups


def _texts(group: Sequence[CellRuns], at: int) -> list[str]:
    return ["".join(run.text for run in row[at]) for row in group]


def _is_broken(group: Sequence[CellRuns]) -> bool:
    """Tell whether a text of each line but the first goes on with that above it."""
    columns = [_texts(group, at) for at in range(len(group[0]))]
    return all(
        any(is_rest(texts[line - 1], texts[line]) for texts in columns)
        for line in range(1, len(group))
    )


# A bracket that a line leaves open, and what closes it.
_BRACKET_LEFT, _BRACKET_END = pattern(r"[（(][^（()）]*$"), pattern(r"[^（()）]*[)）]")
# Of a telephone or a unit: it has more digits than figures have.
_LONG_NUMBER = pattern(r"[\d-]{8,}")


def is_rest(upper: str, lower: str) -> bool:
    """Tell whether a text is what is left of the one above.

    >>> is_rest("薛阁街", "道"), is_rest("甲村、", "乙村"), is_rest("温江区", "郫都区")
    (True, True, False)
    >>> is_rest("0311-851230", "66"), is_rest("52052", "81")
    (True, False)
    >>> is_rest("东岭村（复核", "）")
    True
    """
    if _BRACKET_LEFT.search(upper) and _BRACKET_END.match(lower):
        return True
    if _LONG_NUMBER.fullmatch(upper) and lower.isdecimal():
        return 2 * len(lower) < len(upper)
    if not upper or HAN.search(lower) is None:
        return False
    return bool(_KIND.fullmatch(lower)) or upper[-1] in _GOES_ON or _WHOLE.fullmatch(upper) is None


def runs_on(upper: str, lower: str) -> bool:
    """Tell whether a text surely goes on in the one below: it ends, or that begins, with a sign
    that joins names, or that is what a name ends with.

    >>> runs_on("城阳", "街道"), runs_on("甲村", "、乙村")
    (True, True)
    >>> runs_on("便民服务", "智慧科技")
    False
    """
    joint = upper[-1:] in _GOES_ON or lower[:1] in _GOES_ON
    return joint or (_KIND.fullmatch(lower) is not None and _KIND.fullmatch(upper) is None)


# What no name begins with, and what is a name's end alone.
_END = pattern(r"(?:治?[县縣]|治[州旗]|自治[县縣州旗区區]|族自治.|街?道|道?[办辦]事[处處])")


def is_cut(upper: str, lower: str) -> bool:
    """Tell whether two texts are the parts of one name and none by themselves.

    >>> is_cut("青龙满族自", "治县"), is_cut("诸福屯街", "道"), is_cut("涉县", "磁县")
    (True, True, False)
    """
    ends = _END.fullmatch(lower) is not None or _KIND.fullmatch(lower) is not None
    return ends and _WHOLE.fullmatch(upper) is None and HAN.search(upper) is not None


def is_whole(text: str) -> bool:
    """Tell whether a text ends as the names of places do: 石桥镇, 东岭村委会."""
    return _WHOLE.fullmatch(text) is not None or text.endswith(("委会", "委會"))


def is_broken_off(text: str) -> bool:
    """Tell whether a text of Chinese characters ends as no name of a place does: 吉林省四平市梨."""
    return HAN.fullmatch(text[-1:]) is not None and not is_whole(text)


def are_two_names(upper: str, lower: str) -> bool:
    """Tell whether both of two lines are whole names: 温江区 above 郫都区."""
    names = HAN.search(upper) is not None and HAN.search(lower) is not None
    whole = _WHOLE.fullmatch(upper) and _WHOLE.fullmatch(lower)
    return names and whole is not None and not _KIND.fullmatch(lower)


def _holds_several(group: Sequence[CellRuns]) -> bool:
    """Tell whether whole names stand below each other in one column, as in rows of their own."""
    return any(
        are_two_names(upper, lower)
        for at in range(len(group[0]))
        for upper, lower in pairwise(_texts(group, at))
    )
