"""Tables of a PDF without rules whose texts begin where their columns do, and nearly touch."""

from collections.abc import Sequence

from office_files import Text, pdf
from pilotdiff.reading import read_bytes

_TOP, _STEP = 700.0, 14.0
_TOWN, _VILLAGE = 50.0, 92.0


def _shown(rows: Sequence[Sequence[tuple[float, str]]]) -> list[str | tuple[str, ...]]:
    texts: list[Text] = [
        (left, _TOP - at * _STEP, text) for at, row in enumerate(rows) for left, text in row
    ]
    return [line.cells or line.text for line in read_bytes("a.pdf", pdf([(texts, [])])).lines]


def _row(town: str, village: str) -> Sequence[tuple[float, str]]:
    return ([(_TOWN, town)] if town else []) + [(_VILLAGE, village)]


def test_villages_below_a_town_that_nearly_touches_the_first_stay_in_their_column() -> None:
    rows = [_row("白石镇", "东岭村"), _row("", "西岭村"), _row("青石镇", "南岭村")]
    rows += [_row("", "北岭村"), _row("", "石村")]
    assert _shown([_row("镇街", "名称"), *rows]) == [
        ("镇街", "名称"),
        ("白石镇", "东岭村"),
        ("", "西岭村"),
        ("青石镇", "南岭村"),
        ("", "北岭村"),
        ("", "石村"),
    ]


def test_a_line_below_that_begins_elsewhere_is_none_of_the_table() -> None:
    rows = [_row("白石镇", "东岭村"), _row("", "西岭村"), _row("青石镇", "南岭村")]
    shown = _shown([*rows, [(60.0, "本名单有效期三年。")]])
    assert shown[-1] == "本名单有效期三年。"
    assert shown[1] == ("", "西岭村")


def test_lines_that_all_begin_at_the_left_stay_lines() -> None:
    rows = [[(_TOWN, "白石镇 东岭村")], [(_TOWN, "西岭村")], [(_TOWN, "南岭村")]]
    assert all(isinstance(line, str) for line in _shown(rows))
