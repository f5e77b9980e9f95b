"""What lists write around headings and names, a thing or a few at a time: for composed_headings.

Numbers, counts, kinds, signs between names, remarks, the last name, heads said again on the next
page, what stands below. Cities and counties are real, all that stands below them is made up.
"""

from collections.abc import Sequence

from composed_product import TITLES, Choice, Product, Written, entries

_ZH = "零一二三四五六七八九十"
_STEMS = """
    白石 青石 黑石 金石 银石 红石 花石 东岭 南岭 北岭 上岭 下岭 中岭 长岭 石湾 河湾 柳湾 杨湾
"""

# The outer and the inner headings.
_TREES: dict[str, list[tuple[str, list[str]]]] = {
    "counties": [("正定县", [""]), ("灵寿县", [""]), ("平山县", [""])],
    "types": [("示范{kind}", [""]), ("先进{kind}", [""])],
    "cities counties": [("石家庄市", ["正定县", "灵寿县"]), ("唐山市", ["滦南县", "玉田县"])],
    "counties types": [
        ("正定县", ["示范{kind}", "先进{kind}"]),
        ("灵寿县", ["示范{kind}", "先进{kind}"]),
    ],
    "types counties": [
        ("示范{kind}", ["正定县", "灵寿县"]),
        ("先进{kind}", ["正定县", "平山县"]),
    ],
    "batches counties": [("第一批", ["正定县", "灵寿县"]), ("第二批", ["正定县", "平山县"])],
    "years counties": [("2022年", ["正定县", "灵寿县"]), ("2023年", ["正定县", "平山县"])],
    "classes counties": [("便民服务型", ["正定县", "灵寿县"]), ("其他", ["正定县", "平山县"])],
}
_KINDS: dict[str, Sequence[str]] = {
    "村": ("{}村",),
    "社区": ("{}社区",),
    "村委会": ("{}村委会", "{}居委会"),
    "村民委员会": ("{}村民委员会",),
    "镇": ("{}镇",),
    "乡": ("{}乡", "{}回族乡"),
    "民族乡": ("{}满族乡",),
    "街道": ("{}街道",),
    "街道办事处": ("{}街道办事处",),
    "村 社区": ("{}村", "{}社区"),
    "镇 村": ("{}镇", "{}村"),
    "镇村": ("{}镇东岭村", "{}镇西岭村"),
}
_NUMBERS = {
    "": "", "一、": "{z}、", "第一、": "第{z}、", "（一）": "（{z}）", "1.": "{k}.", "1、": "{k}、",
    "①": "{circled}", "(1)": "({k})", "1)": "{k})", "1）": "{k}）", "A.": "{letter}.",
    "Ⅰ、": "{roman}、", "1": "{k} ",
}  # fmt: skip
_COUNTS = {
    "": "", "（2个）": "（{c}个）", "共2个": "共{c}个", "计2个": "，计{c}个",
    "（2 个）": "（{c} 个）", "（二个）": "（{zc}个）", "2个": "{c}个", "（共2个）": "（共{c}个）",
    "（2）": "（{c}）", "(2个)：": "({c}个)：", "：": "：", "：2个": "：{c}个",
}  # fmt: skip
_BETWEEN = ("\n", "、", "，", " ", "/", "；", ";", "  ", "\t", "|")
_REMARKS = (
    "", "（新增）", "（复查）", "（原东湾乡）", "（含西湾村）", "*", "（试点）", "（2022年）",
    "（省级）", " 新增",
)  # fmt: skip
_LAST = {"": "", "和": "", "以及": "", "等": "等{c}个", "共": "共{c}个", "。": "。"}
_AGAIN = {
    "": "",
    "title": "— 1 —\n{title}",
    "heading": "— 1 —\n{head}（续）\n{more}\n",
    "both": "— 1 —\n{title}{head}\n{more}\n",
}
_BEHIND = {
    "": "",
    "signature": "石家庄市民政局\n2023年4月5日\n",
    "attachment": "附件：示范名单\n",
    "contact": "联系人：李明，电话：0311-12345678\n",
    "note": "注：排名不分先后。\n",
    "total": "合计：{c}个\n",
    "page": "— 2 —\n",
}


def _number(choice: Choice, tier: str, at: int) -> str:
    return _NUMBERS[choice[f"{tier} number"]].format(
        z=_ZH[at + 1], k=at + 1, circled="①②③④⑤⑥⑦"[at], letter="ABCDEFG"[at], roman="ⅠⅡⅢⅣⅤⅥⅦ"[at]
    )


def _heading(choice: Choice, tier: str, at: int, name: str, count: int) -> str:
    counted = _COUNTS[choice[f"{tier} count"]].format(c=count, zc=_ZH[count])
    return _number(choice, tier, at) + name + counted


def _names(choice: Choice, names: Sequence[str]) -> str:
    """Names as they stand below or behind a heading; the second bears the remark."""
    numbered = [_number(choice, "item", at) + name for at, name in enumerate(names)]
    numbered[1:2] = [name + choice["remark"] for name in numbered[1:2]]
    last = choice["last"]
    if last in ("和", "以及"):
        return choice["between"].join(numbered[:-1]) + last + numbered[-1]
    return choice["between"].join(numbered) + _LAST[last].format(c=len(names))


def _sound(choice: Choice) -> bool:
    """Whether somebody would write so: no two tiers numbered alike, no row of lines, no word behind
    a blank before 和; and no town right over a village, which would lie in it."""
    used = [choice[f"{tier} number"] for tier in ("outer", "inner", "item")]
    if any(number and used.count(number) > 1 for number in used):
        return False
    if choice["remark"].startswith(" ") and choice["last"] in ("和", "以及"):
        return False
    if choice["kind"] == "镇 村" and not choice["between"].strip():
        return False
    return choice["between"] != "\n" or (not choice["last"] and choice["below"] == "below")


def _around(choice: Choice) -> Written:
    """Two tiers of headings over names, and what lists write beside, between and below them."""
    if not _sound(choice):
        return None
    stems, kinds = iter(_STEMS.split()), _KINDS[choice["kind"]]
    called = choice["kind"].replace(" ", "")
    title = TITLES[choice["title"]]
    out, given = [title], list[str]()
    for at, (outer, inner) in enumerate(_TREES[choice["tree"]]):
        groups = [[kinds[n % len(kinds)].format(next(stems)) for n in range(2 + (under == 0))]
                  for under in range(len(inner))]  # fmt: skip
        head, place = outer.format(kind=called), ""
        out.append(_heading(choice, "outer", at, head, sum(map(len, groups))) + "\n")
        for under, (below, names) in enumerate(zip(inner, groups, strict=True)):
            place = "/".join(part for part in (outer, below) if part[-1:] in ("市", "县"))
            if below:
                head = below.format(kind=called)
                ends = "" if choice["below"] == "behind" else "\n"
                out.append(_heading(choice, "inner", under, head, len(names)) + ends)
            out.append(_names(choice, names) + "\n")
            given += entries(place, names)
        if at == 0:
            more = kinds[0].format("续湾")
            again = _AGAIN[choice["again"]]
            out.append(again.format(title=title, head=head, more=more))
            given += entries(place, [more] if "{more}" in again else [])
    return "".join([*out, _BEHIND[choice["behind"]].format(c=len(given))]), given


AROUND = Product(
    {
        "tree": tuple(_TREES),
        "kind": tuple(_KINDS),
        "between": _BETWEEN,
        "outer number": tuple(_NUMBERS),
        "outer count": tuple(_COUNTS),
        "inner number": tuple(_NUMBERS),
        "inner count": tuple(_COUNTS),
        "item number": [number for number in _NUMBERS if number != "第一、"],
        "remark": _REMARKS,
        "last": tuple(_LAST),
        "below": ("below", "behind"),
        "again": tuple(_AGAIN),
        "behind": tuple(_BEHIND),
        "title": ("title", "", "letter"),
    },
    _around,
    some=3000,
)
