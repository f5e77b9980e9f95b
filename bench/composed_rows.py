"""What the reader makes of rows whose truth is known: all ways to write three villages, crossed.

usage: python bench/composed_rows.py [FIRST] [LAST] [--silent]

Each list has three rows of one form: a number before them, one way to write the path, a kind, a
remark behind the name, a sign between the rows, and words above. All forms are crossed, and the
lists shuffled once: FIRST and LAST choose among them. The counts are those of composed_text.py, by
the form of the path, of the remark and of the sign. Rows found what drawn lists did not: a bracket
behind a path with dashes lost the village in all of them, without a word.
"""

import random
from collections.abc import Collection, Iterator
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from composed_judging import Judged, arguments, judged, print_counts
from pilotdiff import read

_UNITS = (("正定县", "白石镇", "东岭"), ("正定县", "青石镇", "西岭"), ("灵寿县", "黑石镇", "南岭"))
_NUMBERS = ("", "{n}.", "{n}、", "（{n}）", "①", "{n} ", "0{n} ", "★")
_CIRCLES = "①②③"
_PATHS = {
    "joined": "{c}{t}{v}",
    "blanks": "{c} {t} {v}",
    "blank behind the county": "{c} {t}{v}",
    "blank behind the town": "{c}{t} {v}",
    "dashes": "{c}-{t}-{v}",
    "dots": "{c}·{t}·{v}",
    "slashes": "{c}/{t}/{v}",
    "commas": "{c}，{t}，{v}",
    "colon": "{c}：{t}{v}",
    "county behind": "{t}{v}（{c}）",
    "path behind": "{v}（{c}{t}）",
    "in the county's brackets": "{c}（{t}{v}）",
    "upward": "{v} {t} {c}",
    "county in brackets": "【{c}】{t}{v}",
}
_KINDS = ("村", "社区", "村委会", "嘎查")
_REMARKS = (
    *("", "（新增）", " 新增", "（原名花溪村）", " 98.5", " 98.5分", "（2021年）", "*"),
    *(
        "（第一批）",
        "（少数民族村）",
        " 张三 13812345678",
        "：以党建引领乡村治理",
        "，该村位于县城东部",
    ),
    *(" 示范村", "（含花溪村）", "（复核）", "①", "（共3个组）", "（省级示范）", "（整村推进）"),
)
_SIGNS = ("\n", "\n\n", "；\n", "。\n", "、", "；")
_TITLES = ("", "2022年石家庄市示范单位名单\n", "河北省乡村治理试点名单\n附件\n")


class _Rows(NamedTuple):
    """A way to write the rows."""

    number: str
    path: str
    kind: str
    remark: str
    sign: str
    title: str

    @property
    def text(self) -> str:
        """The list."""
        rows = []
        for at, (county, town, stem) in enumerate(_UNITS):
            number = _CIRCLES[at] if self.number == "①" else self.number.format(n=at + 1)
            path = _PATHS[self.path].format(c=county, t=town, v=stem + self.kind)
            rows.append(number + path + self.remark)
        return self.title + self.sign.join(rows)

    @property
    def wanted(self) -> list[str]:
        """Its units; what the title states may be among their parents or not."""
        return [
            f"community: 河北省?/石家庄市?/{county}/{town}/{stem}{self.kind}"
            for county, town, stem in _UNITS
        ]

    @property
    def forms(self) -> tuple[str, str, str]:
        """What it is counted by."""
        return f"path: {self.path}", f"remark: {self.remark}", f"sign: {self.sign!r}"


@cache
def _every() -> list[_Rows]:
    """All lists, shuffled once; rows on one line bear no numbers."""
    crossed = product(_NUMBERS, _PATHS, _KINDS, _REMARKS, _SIGNS, _TITLES)
    every = [rows for rows in map(_Rows._make, crossed) if "\n" in rows.sign or not rows.number]
    random.Random("rows").shuffle(every)
    return every


def _judged(first: int, last: int, *, silent: bool) -> Iterator[tuple[Collection[str], Judged]]:
    for at, rows in enumerate(_every()[first:last], start=first):
        found = judged(partial(read, rows.text), rows.wanted)
        if silent and found.silent:
            print(at, *found.silent, rows.text.replace("\n", "⏎"), sep=" | ")
        yield rows.forms, found


def main() -> None:
    asked = arguments(__doc__).parse_args()
    print_counts(_judged(asked.first, asked.last, silent=asked.silent))


if __name__ == "__main__":
    main()
