"""Names that open numbered paragraphs."""

from collections.abc import Callable

import pytest

_TEXT = """（一）正定县新城铺镇东岭村。该村坚持党建引领。
（二）井陉县天长镇{name}。该村依托古镇发展旅游，带动周边增收。"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (_TEXT.format(name="河口村"), ["正定县新城铺镇东岭村", "井陉县天长镇河口村"]),
        ("（一）加强领导。正定县要带头落实。\n（二）注重宣传。井陉县要总结经验。", []),
        # The list names them itself.
        (
            "示范村名单\n1.正定县新城铺镇东岭村\n2.井陉县天长镇河口村\n\n"
            + _TEXT.format(name="河口村"),
            [],
        ),
    ],
)
def test_names_that_open_paragraphs_are_told(
    text: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    assert doubtful(text) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("以及平山县岗南镇南岭村。", ["以及平山县岗南镇南岭村。"]),
        ("另有平山县岗南镇南岭村", ["另有平山县岗南镇南岭村"]),
        ("平山县岗南镇南岭村", []),
        ("以及其他工作安排。", []),
    ],
)
def test_a_name_that_is_added_is_told(
    line: str, wanted: list[str], doubtful: Callable[[str], list[str]]
) -> None:
    text = f"示范村名单\n正定县新城铺镇东岭村；\n井陉县天长镇河口村；\n{line}"
    assert doubtful(text) == wanted
