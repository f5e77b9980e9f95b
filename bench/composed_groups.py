"""What the reader makes of groups whose truth is known: all ways to write villages in their towns.

usage: python bench/composed_groups.py [FIRST] [LAST] [--silent]

Six villages stand under three towns, and these under two counties. One way to write the counties,
one for the towns, a sign between the villages, a remark behind them, what ends a row, and words
above are crossed, and the lists shuffled once: FIRST and LAST choose among them. The counts are
those of composed_text.py, by the forms of counties, towns, signs and remarks.
"""

import random
from collections.abc import Collection, Iterator, Mapping
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from composed_judging import Judged, arguments, judged, print_counts
from pilotdiff import read

_UNITS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "正定县": {"白石镇": ("东岭村", "西岭村"), "青石镇": ("南岭村",)},
    "灵寿县": {"黑石镇": ("北岭村", "上岭村", "下岭社区")},
}
_CHINESE = "一二三"
# {c} is the county, {i} and {k} its number, {n} how many villages it has.
_COUNTIES = {
    "alone": "{c}\n",
    "colon": "{c}：\n",
    "numbered": "{i}、{c}\n",
    "numbered, colon": "{i}、{c}：\n",
    "in digits": "{k}.{c}\n",
    "count in brackets": "{c}（{n}个）\n",
    "number and count": "（{i}）{c}（{n}个）\n",
    "count and colon": "{c}{n}个：\n",
    "count in words": "{c}共{n}个\n",
    "in brackets": "【{c}】\n",
    "dash": "{c}——\n",
    "before each town": "",
    "on the line": "{c}：",
}
# {t} is the town, {m} how many villages it has, {j} its number, {v} its villages, {l} these a line
# each.
_TOWNS = {
    "colon": "{t}：{v}",
    "count and colon": "{t}（{m}个）：{v}",
    "bare count": "{t}{m}个：{v}",
    "number and colon": "（{j}）{t}：{v}",
    "in digits": "{j}.{t}：{v}",
    "blank": "{t} {v}",
    "tab": "{t}\t{v}",
    "pipe": "{t}|{v}",
    "dash": "{t}-{v}",
    "long dash": "{t}——{v}",
    "glued": "{t}{v}",
    "of": "{t}的{v}",
    "brackets": "{t}（{v}）",
    "count in brackets": "{t}（{m}个：{v}）",
    "words": "{t}：包括{v}",
    "heading": "{t}\n{l}",
    "heading with colon": "{t}：\n{l}",
    "heading with count": "{t}（{m}个）\n{l}",
}
_SIGNS = ("、", "，", " ", "；", "/")
_LAST = "（新增） behind the last"
_REMARKS = ("", "（新增）", _LAST, "（省级）", " 98.5")
_ENDS = ("", "。", "；")
_TITLES = (
    "",
    "2022年石家庄市示范村名单\n",
    "关于公布2022年示范村名单的通知\n各县：\n现将名单公布如下：\n",
)


class _Groups(NamedTuple):
    """A way to write the groups."""

    county: str
    town: str
    sign: str
    remark: str
    end: str
    title: str

    @property
    def text(self) -> str:
        """The list."""
        lines = [self._lines(at, county) for at, county in enumerate(_UNITS)]
        return self.title + "\n".join(lines)

    def _lines(self, at: int, county: str) -> str:
        before = county if self.county == "before each town" else ""
        rows = [before + self._row(j, t, v) for j, (t, v) in enumerate(_UNITS[county].items())]
        number = sum(map(len, _UNITS[county].values()))
        head = _COUNTIES[self.county].format(c=county, i=_CHINESE[at], k=at + 1, n=number)
        on_one = self.county == "on the line"
        return head + (("" if self.end else "；") if on_one else "\n").join(rows)

    def _row(self, at: int, town: str, villages: tuple[str, ...]) -> str:
        *others, last = villages
        remark = "（新增）" if self.remark == _LAST else self.remark
        noted = [*(v + ("" if self.remark == _LAST else remark) for v in others), last + remark]
        row = _TOWNS[self.town].format(
            t=town, m=len(villages), j=at + 1, v=self.sign.join(noted), l="\n".join(noted)
        )
        return row if self.town.startswith("heading") else row + self.end

    @property
    def wanted(self) -> list[str]:
        """Its units; what the title states may be among their parents or not."""
        return [
            f"community: 河北省?/石家庄市?/{county}/{town}/{village}"
            for county, towns in _UNITS.items()
            for town, villages in towns.items()
            for village in villages
        ]

    @property
    def forms(self) -> tuple[str, str, str, str]:
        """What it is counted by."""
        return (
            f"county: {self.county}",
            f"town: {self.town}",
            f"sign: {self.sign}",
            f"remark: {self.remark}",
        )


@cache
def _every() -> list[_Groups]:
    """All lists, shuffled once; villages a line each have one sign alone."""
    crossed = product(_COUNTIES, _TOWNS, _SIGNS, _REMARKS, _ENDS, _TITLES)
    every = [
        groups
        for groups in map(_Groups._make, crossed)
        if not groups.town.startswith("heading")
        or (groups.sign == _SIGNS[0] and groups.county != "on the line")
    ]
    random.Random("groups").shuffle(every)
    return every


def _judged(first: int, last: int, *, silent: bool) -> Iterator[tuple[Collection[str], Judged]]:
    for at, groups in enumerate(_every()[first:last], start=first):
        found = judged(partial(read, groups.text), groups.wanted)
        if silent and found.silent:
            print(at, *found.silent, groups.text.replace("\n", "⏎"), sep=" | ")
        yield groups.forms, found


def main() -> None:
    asked = arguments(__doc__).parse_args()
    print_counts(_judged(asked.first, asked.last, silent=asked.silent))


if __name__ == "__main__":
    main()
