"""What the reader makes of rows whose truth is known: all ways to write a few units, crossed.

usage: python bench/composed_rows.py [FIRST] [LAST] [--counties] [--silent]

The rows of a list have one form: a number before them, one way to write the path, a kind, a remark
behind the name, a sign between the rows, and words above. All forms are crossed, for three villages
or, with `--counties`, for five counties, and the lists shuffled once: FIRST and LAST choose among
them. The counts are those of composed_text.py, by the form of the path, of the remark and of the
sign. Crossed forms found what drawn lists did not: a bracket behind a path with dashes lost the
village in all of them, without a word.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from composed_judging import Judged, arguments, judged, print_counts
from composed_lists import Names
from pilotdiff import read

_NUMBERS = ("", "{n}.", "{n}、", "（{n}）", "①", "{n} ", "0{n} ", "★")
_CIRCLES = "①②③④⑤"
_SIGNS = ("\n", "\n\n", "；\n", "。\n", "、", "；")
_TITLES = ("", "2022年石家庄市示范单位名单\n", "河北省乡村治理试点名单\n附件\n")
_OF_THE_NATION = ("", "国家级示范县（市、区）名单\n", "附件\n2022年创建名单\n")
_ENDS = ("省", "市", "县", "区")


class _Forms(NamedTuple):
    """Units, and the ways to write them.

    units   their paths; of villages the last name has no kind
    paths   {a}, {b} and {c} are the names of a path, {x}, {y} and {z} these without their kinds
    titles  words above
    wanted  what is wanted of a unit, by the names of its path
    """

    units: Sequence[Names]
    paths: Mapping[str, str]
    kinds: Sequence[str]
    remarks: Sequence[str]
    titles: Sequence[str]
    wanted: str


_VILLAGES = _Forms(
    (("正定县", "白石镇", "东岭"), ("正定县", "青石镇", "西岭"), ("灵寿县", "黑石镇", "南岭")),
    {
        "joined": "{a}{b}{c}",
        "blanks": "{a} {b} {c}",
        "blank behind the county": "{a} {b}{c}",
        "blank behind the town": "{a}{b} {c}",
        "dashes": "{a}-{b}-{c}",
        "dots": "{a}·{b}·{c}",
        "slashes": "{a}/{b}/{c}",
        "commas": "{a}，{b}，{c}",
        "colon": "{a}：{b}{c}",
        "county behind": "{b}{c}（{a}）",
        "path behind": "{c}（{a}{b}）",
        "in the county's brackets": "{a}（{b}{c}）",
        "upward": "{c} {b} {a}",
        "county in brackets": "【{a}】{b}{c}",
    },
    ("村", "社区", "村委会", "嘎查"),
    (
        *("", "（新增）", " 新增", "（原名花溪村）", " 98.5", " 98.5分", "（2021年）", "*"),
        *("（第一批）", "（少数民族村）", " 张三 13812345678", "：以党建引领乡村治理"),
        *("，该村位于县城东部", " 示范村", "（含花溪村）", "（复核）", "①", "（共3个组）"),
        *("（省级示范）", "（整村推进）"),
    ),
    _TITLES,
    "community: 河北省?/石家庄市?/{a}/{b}/{c}",
)
_COUNTIES = _Forms(
    (
        *(("河北省", "石家庄市", "正定县"), ("浙江省", "湖州市", "安吉县")),
        *(("四川省", "成都市", "武侯区"), ("辽宁省", "大连市", "瓦房店市")),
        ("江苏省", "苏州市", "昆山市"),
    ),
    {
        "joined": "{a}{b}{c}",
        "without the city": "{a}{c}",
        "without the province": "{b}{c}",
        "alone": "{c}",
        "province short": "{x}{c}",
        "city short": "{y}{c}",
        "city and county short": "{x}{z}",
        "blanks": "{a} {b} {c}",
        "blank, province short": "{x} {c}",
        "blanks, all short": "{x} {y} {z}",
        "dashes": "{a}-{b}-{c}",
        "dashes, all short": "{x}-{y}-{z}",
        "dots, all short": "{x}·{z}",
        "slashes": "{x}/{y}/{c}",
        "commas": "{a}，{b}，{c}",
        "colon": "{a}：{c}",
        "colon, province short": "{x}：{c}",
        "province behind": "{c}（{a}）",
        "path behind": "{c}（{a}{b}）",
        "path behind, short": "{c}（{x}{y}）",
        "in the province's brackets": "{a}（{c}）",
        "in the city's brackets": "{a}{b}（{c}）",
        "upward": "{c} {b} {a}",
        "province in brackets": "【{a}】{b}{c}",
        "province in brackets, short": "[{x}]{c}",
    },
    ("",),
    (
        *("", " 新增", "（复核）", " 98.5分", "*", "（第一批）", "：以县城为重点"),
        *("，总投资3亿元", " 示范县", "（试点期2年）", "（不含城区）", "（含开发区）"),
        *("（2021年）", " 张三"),
    ),
    _OF_THE_NATION,
    "county: {a}?/{b}?/{c}",
)


class _Rows(NamedTuple):
    """A way to write the rows."""

    number: str
    path: str
    kind: str
    remark: str
    sign: str
    title: str

    def text(self, forms: _Forms) -> str:
        """The list."""
        rows = []
        for at, unit in enumerate(forms.units):
            number = _CIRCLES[at] if self.number == "①" else self.number.format(n=at + 1)
            rows.append(number + forms.paths[self.path].format(**self._names(unit)) + self.remark)
        return self.title + self.sign.join(rows)

    def wanted(self, forms: _Forms) -> list[str]:
        """Its units; what the title states may be among their parents or not."""
        return [forms.wanted.format(**self._names(unit)) for unit in forms.units]

    def _names(self, unit: Names) -> dict[str, str]:
        names = (*unit[:-1], unit[-1] + self.kind)
        short = (name[:-1] if name.endswith(_ENDS) else name for name in names)
        return dict(zip("abcxyz", (*names, *short), strict=True))

    @property
    def forms(self) -> tuple[str, str, str]:
        """What it is counted by."""
        return f"path: {self.path}", f"remark: {self.remark}", f"sign: {self.sign!r}"


@cache
def _every(*, counties: bool) -> list[_Rows]:
    """All lists, shuffled once; rows on one line bear no numbers."""
    forms = _COUNTIES if counties else _VILLAGES
    crossed = product(_NUMBERS, forms.paths, forms.kinds, forms.remarks, _SIGNS, forms.titles)
    every = [rows for rows in map(_Rows._make, crossed) if "\n" in rows.sign or not rows.number]
    random.Random("rows").shuffle(every)
    return every


def _judged(
    chosen: range, *, counties: bool, silent: bool
) -> Iterator[tuple[Collection[str], Judged]]:
    forms, every = _COUNTIES if counties else _VILLAGES, _every(counties=counties)
    for at in chosen:
        text = every[at].text(forms)
        found = judged(partial(read, text), every[at].wanted(forms))
        if silent and found.silent:
            print(at, *found.silent, text.replace("\n", "⏎"), sep=" | ")
        yield every[at].forms, found


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--counties", action="store_true")
    asked = parser.parse_args()
    last = min(asked.last, len(_every(counties=asked.counties)))
    chosen = range(asked.first, last)
    print_counts(_judged(chosen, counties=asked.counties, silent=asked.silent))


if __name__ == "__main__":
    main()
